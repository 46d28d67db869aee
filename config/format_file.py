"""One format file given by its path, for a delivery that the home has no format for yet."""

from pathlib import Path

from config.faults import validate
from config.formats import Format
from config.loader import ADAPTERS
from config.sources import read_file
from metrics.problems import Problem, Read


def load_format(path: Path) -> Read[Format | None]:
    """The format in a YAML file, or the problems that keep it from being used."""
    if not path.is_file():
        return Read(None, (Problem(code="no_such_file", file=str(path)),))
    read = read_file(path, path.name)
    if read.value is None:
        return Read(None, read.problems)
    checked = validate(ADAPTERS["formats"], read.value, strict=False)
    return Read(checked.value, (*read.problems, *checked.problems))
