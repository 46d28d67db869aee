"""The home: the folder that holds what one municipality has decided and delivered."""

import os
from dataclasses import dataclass
from pathlib import Path

from config.settings import Settings

VARIABLE = "MAALBILDE_HOME"
DEFAULT = Path("maalbilde-home")


@dataclass(frozen=True, slots=True)
class Home:
    """The places in a home. `path` is absolute."""

    path: Path

    @property
    def exists(self) -> bool:
        """True when the folder has been made and holds its settings file."""
        return self.settings_file.is_file()

    @property
    def settings_file(self) -> Path:
        """The municipality's settings."""
        return self.path / "settings.yaml"

    @property
    def config_dir(self) -> Path:
        """The municipality's own strategies, indicators and formats."""
        return self.path / "config"

    @property
    def inbox(self) -> Path:
        """Where delivered files are put for the worker."""
        return self.path / "inbox"

    def register_url(self, settings: Settings) -> str:
        """The SQLAlchemy address of the register: what was delivered."""
        return settings.stores.register_url or self._sqlite("register.db")

    def board_url(self, settings: Settings) -> str:
        """The SQLAlchemy address of the board: what may be seen."""
        return settings.stores.board_url or self._sqlite("board.db")

    def journal_url(self, settings: Settings) -> str:
        """The SQLAlchemy address of the journal: what people do in the dashboard."""
        return settings.stores.journal_url or self._sqlite("journal.db")

    def _sqlite(self, name: str) -> str:
        return f"sqlite:///{self.path / name}"


def find_home(given: Path | None = None) -> Home:
    """The home that was asked for, else `MAALBILDE_HOME`, else ./maalbilde-home. The folder need not exist."""
    from_environment = os.environ.get(VARIABLE)
    return Home((given or Path(from_environment or DEFAULT)).expanduser().absolute())
