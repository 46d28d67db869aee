"""Making a home, and opening the stores that it points to."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from config.catalogue import Catalogue
from config.clock import today
from config.home import Home
from config.loader import load
from data.intake import Intake, read_files, take_in
from data.journal import Journal
from data.ledger import read_ledger
from data.mask_report import MaskReport, report_masks
from data.publish import publish
from data.register import Register
from data.sample import LAST_MONTH, settings_yaml, strategy_file, write_files
from metrics.board import Stamp
from metrics.problems import Problem

SAMPLE_FOLDER = "eksempelfiler"
SAMPLE_BY = "eksempelkommunen"

_SETTINGS = """# Innstillinger for {name}
municipality: {key}
name: {quoted}
language: nb
# Hvilke strategier som følges. Uten linja følges alle som ligger i config/strategies i denne mappa.
# strategies: [stavanger]
"""


@dataclass(frozen=True, slots=True)
class Opened:
    """A home whose configuration has been read and whose stores are ready."""

    home: Home
    catalogue: Catalogue

    @property
    def board_url(self) -> str:
        """Where the board is."""
        return self.home.board_url(self.catalogue.settings)

    def register(self) -> Register:
        """The register, its tables brought up to date."""
        return Register(self.home.register_url(self.catalogue.settings), self.catalogue.settings.municipality)

    def journal(self) -> Journal:
        """The journal, its tables brought up to date."""
        return Journal(self.home.journal_url(self.catalogue.settings), self.catalogue.settings.municipality)

    def mask_reports(self) -> tuple[MaskReport, ...]:
        """How much the last publish hides, for each indicator that adds up the tree and is no part of another."""
        register = self.register()
        with register.reading() as connection:
            ledger = read_ledger(connection, register.municipality)
        found = [
            report_masks(ledger, one.id, one.breakdown, one.privacy.threshold)
            for one in self.catalogue.indicators.values()
            if one.on_board and one.roll_up == "sum" and one.privacy.within is None
        ]
        return tuple(report for report in found if report is not None)

    def publish(self) -> Stamp:
        """Make the board hold what the register says now."""
        return publish(self.register(), self.board_url, self.catalogue)


def make_home(home: Home, settings: str) -> None:
    """Lay out an empty home. `settings` is the text of settings.yaml."""
    for name in ("strategies", "indicators", "formats"):
        (home.config_dir / name).mkdir(parents=True, exist_ok=True)
    home.inbox.mkdir(exist_ok=True)
    home.settings_file.write_text(settings, encoding="utf-8")


def settings_for(name: str) -> str:
    """The first settings.yaml of a municipality: its name, and a key made from it."""
    quoted = '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return _SETTINGS.format(name=name, key=key_of(name), quoted=quoted)


def key_of(name: str) -> str:
    """A name as a key of small letters, digits and hyphens: «Nordre Øy kommune» becomes nordre-oy-kommune."""
    plain = name.lower().replace("æ", "ae").replace("ø", "o").replace("å", "a")
    letters = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:40] or "kommune"


def make_sample(home: Home, seed: int, units: int) -> tuple[Intake, list[Problem]]:
    """Make the invented municipality: its home, its files in the templates, their import and the board."""
    if not home.exists:
        make_home(home, settings_yaml())
        strategy = strategy_file()
        (home.config_dir / "strategies" / "fjordvik.yaml").write_bytes(strategy.read_bytes())
    folder = home.path / SAMPLE_FOLDER
    folder.mkdir(exist_ok=True)
    files = write_files(folder, seed=seed, units=units)
    opened = Opened(home, load(home.path).value)
    deliveries, problems = read_files(files.paths, opened.catalogue)
    last = max(today(), LAST_MONTH.last_day)
    intake = take_in(opened.register(), opened.catalogue, deliveries, SAMPLE_BY, on=last)
    opened.publish()
    return intake, problems


def read_paths(paths: list[Path], opened: Opened, by: str, format_id: str | None, *, dry_run: bool) -> Intake:
    """Read files and keep what they say, all or nothing."""
    given = opened.catalogue.formats[format_id] if format_id else None
    deliveries, problems = read_files(paths, opened.catalogue, given)
    if Intake((), tuple(problems)).refused:
        return Intake((), tuple(problems))
    intake = take_in(opened.register(), opened.catalogue, deliveries, by, dry_run=dry_run)
    return Intake(intake.files, (*problems, *intake.problems))
