"""Reads what has been decided: the package's YAML files with the home's laid over them by file name."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from config.catalogue import Catalogue
from config.documents import Document
from config.faults import validate
from config.formats import Format
from config.home import Home
from config.rules import RULES
from config.settings import Settings
from config.sources import Source, find_sources, read_file
from config.written import SETTINGS, Written
from metrics.indicators import Indicator
from metrics.problems import Problem, Read, Severity
from metrics.strategy import Strategy

ADAPTERS: dict[str, TypeAdapter[Any]] = {
    "indicators": TypeAdapter(Indicator),
    "strategies": TypeAdapter(Strategy),
    "formats": TypeAdapter(Format),
    "settings": TypeAdapter(Settings),
}
"""How a file of each kind is validated."""
_SHORTENED = "formats"
"""Has short ways of writing that are made long first; strict validation would refuse what they become."""


@dataclass
class _Reading:
    """What has been read so far."""

    documents: dict[tuple[str, str], Document] = field(default_factory=dict)
    words: dict[tuple[str, str], Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def take(self, about: tuple[str, str], path: Path, file: str) -> None:
        """Read and validate one file. What has a fault is told and left out."""
        read = read_file(path, file)
        self.problems += read.problems
        if read.value is None:
            return
        self.documents[about] = read.value
        checked = validate(ADAPTERS[about[0]], read.value, strict=about[0] != _SHORTENED)
        self.problems += checked.problems
        if checked.value is not None:
            self.words[about] = checked.value

    def of(self, kind: str) -> dict[str, Any]:
        """What is whole, by id."""
        return {name: word for (own, name), word in self.words.items() if own == kind}


def load(home: Path | None) -> Read[Catalogue]:
    """The catalogue of a home folder (None: only the package's own files), and every fault in it at once.

    A file with an error is left out of the catalogue, also when the error is that it does not fit the others.
    Faults in settings.yaml give the default settings: whoever writes must look at `Read.refused` first.
    """
    place = None if home is None else Home(home)
    sources = find_sources(place)
    reading = _Reading(problems=list(sources.problems))
    if place is not None:
        _read_settings(place, reading)
    for source in sources.value:
        reading.take((source.kind, source.id), source.path, source.file)
    _check_names(sources.value, reading)
    catalogue = _catalogue(reading, sources.value)
    own = frozenset((source.kind, source.id) for source in sources.value if source.own)
    written = Written(reading.documents, _ids(sources.value), own)
    problems = [*reading.problems, *(problem for rule in RULES for problem in rule(catalogue, written))]
    return Read(_without_faults(catalogue, reading.documents, problems), _in_order(problems))


def _read_settings(home: Home, reading: _Reading) -> None:
    if home.exists:
        reading.take(SETTINGS, home.settings_file, home.settings_file.name)
    else:
        reading.problems.append(Problem(code="missing_file", file=home.settings_file.name))


def _check_names(sources: Iterable[Source], reading: _Reading) -> None:
    """The file's name is the id: a file that says otherwise would be laid over the wrong one."""
    for source in sources:
        about = (source.kind, source.id)
        word = reading.words.get(about)
        if word is not None and word.id != source.id:
            document = reading.documents[about]
            reading.problems.append(document.problem("id_is_not_file_name", ("id",), found=word.id, expected=source.id))
            del reading.words[about]


def _catalogue(reading: _Reading, sources: Iterable[Source]) -> Catalogue:
    """Nobody's target is anyone's default: strategies are followed when named, or when they lie in the home."""
    settings = reading.words.get(SETTINGS, Settings())
    strategies = reading.of("strategies")
    own = tuple(source.id for source in sources if source.kind == "strategies" and source.own)
    followed = own if settings.strategies is None else settings.strategies
    return Catalogue(
        settings=settings,
        indicators=reading.of("indicators"),
        strategies=tuple(strategies[name] for name in dict.fromkeys(followed) if name in strategies),
        formats=reading.of("formats"),
    )


def _ids(sources: Iterable[Source]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for source in sources:
        found.setdefault(source.kind, []).append(source.id)
    return {kind: tuple(names) for kind, names in found.items()}


def _without_faults(
    catalogue: Catalogue, documents: dict[tuple[str, str], Document], problems: Iterable[Problem]
) -> Catalogue:
    broken = {problem.file for problem in problems if problem.severity is Severity.ERROR}
    gone = {about for about, document in documents.items() if document.file in broken}
    return Catalogue(
        settings=catalogue.settings,
        indicators={name: word for name, word in catalogue.indicators.items() if ("indicators", name) not in gone},
        strategies=tuple(word for word in catalogue.strategies if ("strategies", word.id) not in gone),
        formats={name: word for name, word in catalogue.formats.items() if ("formats", name) not in gone},
    )


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: (problem.file or "", problem.row or 0)))
