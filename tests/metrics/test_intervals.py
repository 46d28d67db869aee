import csv
from pathlib import Path

import numpy as np
import pytest

from metrics import intervals

FILES = Path(__file__).parents[1] / "realdata" / "spc"


def rows():
    with (FILES / "intervals.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", rows(), ids=lambda row: "-".join([row["kind"], row["x"], row["n"], row["level"]]))
def test_intervals_are_those_of_r(row):
    found = getattr(intervals, row["kind"])(float(row["x"]), float(row["n"]), float(row["level"]))
    assert [float(end) for end in found] == pytest.approx([float(row["lower"]), float(row["upper"])], abs=6e-9)


@pytest.mark.parametrize("name", ["wilson", "jeffreys", "clopper_pearson"])
def test_impossible_counts_have_no_interval(name):
    lower, upper = getattr(intervals, name)(np.array([-1.0, 5.0, 1.0, np.nan]), np.array([5.0, 4.0, 0.0, 4.0]))
    assert np.isnan(lower).all()
    assert np.isnan(upper).all()


@pytest.mark.parametrize(
    "name", ["wilson", "jeffreys", "clopper_pearson", "garwood_rate", "jeffreys_rate", "byar_rate"]
)
def test_more_certainty_is_wider(name):
    x, n = np.array([0.0, 3.0, 9.0]), np.array([10.0, 10.0, 10.0])
    (low80, high80), (low95, high95) = (getattr(intervals, name)(x, n, level) for level in (0.8, 0.95))
    assert (low95 <= low80).all()
    assert (high95 > high80).all()
    assert (low95 <= x / n).all()
    assert (high95 >= x / n).all()
