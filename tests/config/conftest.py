from collections.abc import Callable
from pathlib import Path

import pytest

Write = Callable[[str, str], None]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with its settings and nothing else."""
    (tmp_path / "settings.yaml").write_text("municipality: prove\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def write(home: Path) -> Write:
    """Writes a file into the home by its path inside it."""

    def put(name: str, text: str) -> None:
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    return put
