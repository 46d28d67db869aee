import csv
from pathlib import Path

import numpy as np
import pytest

from metrics.progress import chains, levels
from metrics.progress.codes import Level
from metrics.progress.history import History
from tests.metrics.progress.made import aims

SPEC = Path(__file__).parents[2] / "spec"


def table(name):
    with (SPEC / name).open(encoding="utf-8", newline="") as file:
        return [pytest.param(row, id=row["what"]) for row in csv.DictReader(file, delimiter=";")]


def chain(cells):
    """Numbers of one unit, and where they are; a second unit has a value every month, so that the data are fresh."""
    there = np.array([[cell != "-" for cell in cells], [True] * len(cells)])
    values = np.array([[float(cell.replace("-", "0")) if cell == "-" else float(cell) for cell in cells]] * 2)
    return values, History.natural(there.astype(float), there.astype(float), there)


@pytest.mark.parametrize("row", table("level_chains.csv"))
def test_a_level_is_left_later_than_it_is_entered(row):
    share, history = chain(row["share"].split())
    met, _ = chain(row["met"].split())
    stand = levels.Standpoint(
        enough=np.ones(share.shape, bool),
        met=met > 0,
        on_plan=np.zeros(share.shape, bool),
        p=share,
        p_plan=share,
        early=np.full(share.shape, int(row["months_of_data"]) < 24),
    )
    found = levels.decide(stand, aims(history), history)[0]
    steps = [i for i, cell in enumerate(row["share"].split()) if cell != "-"]
    expected = row["expected"].split()
    assert [tuple(Level)[found[i]] for i in steps] == [expected[i] for i in steps]


@pytest.mark.parametrize("row", table("direction_chains.csv"))
def test_a_direction_is_left_later_than_it_is_entered(row):
    z, history = chain(row["z"].split())
    assert chains.sure_sign(z, history)[0].tolist() == [int(cell) for cell in row["expected"].split()]


def test_a_milestone_that_is_met_ends_clearly_off():
    """On schedule comes before clearly off, and the colour does not come back by memory."""
    share, history = chain(["0.1", "0.1", "0.25"])
    on_plan = np.array([[False, True, False]] * 2)
    no, yes = np.zeros(share.shape, bool), np.ones(share.shape, bool)
    stand = levels.Standpoint(enough=yes, met=no, on_plan=on_plan, p=share, p_plan=share, early=no)
    found = levels.decide(stand, aims(history), history)[0]
    assert [tuple(Level)[code] for code in found] == ["off_clear", "on_track", "off_unsure"]
