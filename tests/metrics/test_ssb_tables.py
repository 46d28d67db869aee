"""The example tables of SSBtools: the same primary cells, and a pattern of our own that gives nobody away.

Patterns are not unique, so the suppressed cells are not compared.
"""

import csv
from collections import defaultdict
from pathlib import Path

import numpy as np
import pytest

from metrics.audit.algebra import solve
from metrics.audit.groups import derivable_groups
from metrics.linked import protect

STORED = Path(__file__).parents[1] / "realdata" / "sdc"


def rows(name):
    found = defaultdict(list)
    with (STORED / f"ssb_{name}.csv").open() as file:
        for row in csv.DictReader(file):
            found[row["case"]].append(row)
    return found


MOST = {case: int(found[0]["max_n"]) for case, found in rows("cases").items()}
INNER, EXPECTED = rows("inner"), rows("expected")


def values(key):
    return {part.split("=", 1)[1].strip() for part in key.split("|")}


def members(case):
    """The inner cells that each published cell adds up: `Total` takes all of a variable."""
    inner = [values(row["key"]) for row in INNER[case]]
    wanted = [values(row["key"]) - {"Total"} for row in EXPECTED[case]]
    return [[i for i, of in enumerate(inner) if want <= of] for want in wanted]


@pytest.mark.parametrize("case", MOST)
def test_the_primary_cells_are_the_small_ones_and_nobody_can_be_had(case):
    persons = np.array([int(row["freq"]) for row in INNER[case]])
    cells, threshold = members(case), MOST[case] + 1
    totals = [int(persons[cell].sum()) for cell in cells]
    assert totals == [int(row["freq"]) for row in EXPECTED[case]]
    assert [0 < n < threshold for n in totals] == [row["primary"] == "1" for row in EXPECTED[case]]
    hidden = protect(cells, persons, threshold)
    assert hidden[[row["primary"] == "1" for row in EXPECTED[case]]].all()
    shown = [cell for cell, gone in zip(cells, hidden, strict=True) if not gone]
    null = solve(shown, [()] * len(shown), len(persons)).null
    assert not [group for group in derivable_groups(null) if 0 < persons[list(group)].sum() < threshold]
