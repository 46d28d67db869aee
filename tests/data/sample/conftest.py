import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from data.sample import SampleFiles, write_files

Rows = list[dict[str, str]]


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> SampleFiles:
    """The invented municipality as it is shipped."""
    return write_files(tmp_path_factory.mktemp("fjordvik"), seed=1, units=120)


def _read(path: Path) -> Rows:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


@pytest.fixture(scope="session")
def rows(files: SampleFiles) -> Callable[[str], Rows]:
    """The rows of every file whose name starts so, in the order of import, the late correction left out."""
    read = {path.name: _read(path) for path in files.paths if path != files.late}
    return lambda start: [row for name, held in read.items() if name.startswith(start) for row in held]


@pytest.fixture(scope="session")
def late(files: SampleFiles) -> Rows:
    """The late correction."""
    return _read(files.late)
