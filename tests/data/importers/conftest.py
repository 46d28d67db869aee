"""Reads small files that a test writes, through the same door as everybody else's."""

import pytest

from config.formats import Format
from config.loader import load
from data.importers import read


@pytest.fixture(scope="session")
def catalogue():
    return load(None).value


@pytest.fixture
def reading(tmp_path, catalogue):
    """`reading(format, text or bytes)` → Read[Delivery]. A format is an id, or the fields of one."""

    def run(given, content, name="fil.csv"):
        words = (
            catalogue.formats[given]
            if isinstance(given, str)
            else Format.model_validate({"id": "own", "name": "Egen"} | given)
        )
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read(path, words, catalogue)

    return run


@pytest.fixture
def faults(reading):
    """The problems of a file as (code, row, column)."""
    return lambda given, content: [(str(p.code), p.row, p.column) for p in reading(given, content).problems]
