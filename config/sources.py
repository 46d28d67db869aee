"""Which YAML files count: the package's, with the home's laid over them by file name."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from config.documents import Document, read_document
from config.faults import nearest
from config.home import Home
from metrics.problems import Problem, Read, Severity

KINDS = ("indicators", "strategies", "formats")
"""The folders under config/. The name of a file without .yaml is the id of what it holds."""
_PACKAGE = Path(__file__).parent
_ENDING = ".yaml"


@dataclass(frozen=True, slots=True)
class Source:
    """One file: where it lies, what a Problem calls it, and whether it is the municipality's own."""

    kind: str
    path: Path
    file: str
    own: bool

    @property
    def id(self) -> str:
        """What the file is called."""
        return self.path.stem


def find_sources(home: Home | None) -> Read[tuple[Source, ...]]:
    """Every file that counts, by kind and id; a file of the home takes the place of the package's."""
    found = {(source.kind, source.id): source for source in _files(_PACKAGE, own=False) if _yaml(source)}
    if home is None or not home.config_dir.is_dir():
        return Read(_in_order(found))
    own = list(_files(home.config_dir, own=True))
    found |= {(source.kind, source.id): source for source in own if _yaml(source)}
    strange = [_wrong_ending(source) for source in own if not _yaml(source)]
    return Read(_in_order(found), [*_unknown_folders(home.config_dir), *strange])


def read_file(path: Path, file: str) -> Read[Document | None]:
    """The document of a file; a file that cannot be opened is a Problem."""
    try:
        content = path.read_bytes()
    except OSError:
        return Read(None, (Problem(code="not_readable", file=file),))
    return read_document(content, file)


def _files(folder: Path, *, own: bool) -> Iterator[Source]:
    """All files of the three folders but hidden ones, which editors and systems leave behind."""
    for kind in KINDS:
        inside = sorted((folder / kind).iterdir()) if (folder / kind).is_dir() else []
        for path in inside:
            if not path.name.startswith(".") and not path.name.endswith("~"):
                name = f"config/{kind}/{path.name}"
                yield Source(kind, path, name if own else f"maalbilde/{name}", own)


def _yaml(source: Source) -> bool:
    return source.path.suffix == _ENDING


def _wrong_ending(source: Source) -> Problem:
    return Problem(code="wrong_file_ending", file=source.file, found=source.path.suffix, expected=_ENDING)


def _unknown_folders(folder: Path) -> Iterator[Problem]:
    for path in sorted(folder.iterdir()):
        if path.name not in KINDS and not path.name.startswith("."):
            close = nearest(path.name, KINDS)
            yield Problem(
                code="unknown_folder",
                severity=Severity.WARNING,
                file=f"config/{path.name}",
                found=path.name,
                expected=", ".join(KINDS),
                params={"nearest": close} if close else {},
            )


def _in_order(found: dict[tuple[str, str], Source]) -> tuple[Source, ...]:
    return tuple(found[key] for key in sorted(found))
