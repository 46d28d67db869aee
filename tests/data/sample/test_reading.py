"""The files are imported like anyone's."""

import pytest

from config.loader import load
from data.intake import read_files


@pytest.fixture(scope="module")
def delivered(files):
    catalogue = load(None)
    assert list(catalogue.problems) == []
    return read_files(files.paths, catalogue.value)


def test_every_file_is_recognised_and_read_without_a_problem(files, delivered):
    deliveries, problems = delivered
    assert list(problems) == []
    assert [delivery.file for delivery in deliveries] == [path.name for path in files.paths]


def test_the_importers_see_what_was_written(files, rows, delivered):
    """Guards against rows that are read as nothing."""
    deliveries, _ = delivered
    kept = {delivery.file: delivery for delivery in deliveries}
    assert len(kept["organisasjon.csv"].units) == len(rows("organisasjon"))
    for delivery in deliveries[1:]:
        assert len(delivery.observations) > 0, delivery.file
    written = {(row["Enhetskode"], row["Periode"]) for row in rows("sykefravaer-2024")}
    read = {(seen.key.unit, seen.key.period.code) for seen in kept["sykefravaer-2024.csv"].observations}
    assert read == written
