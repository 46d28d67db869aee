"""The stored linked tables: nobody can be had, and little more is hidden than by the reference tool."""

import csv
from collections import defaultdict
from pathlib import Path

import numpy as np
import pytest

from metrics.audit.algebra import solve
from metrics.audit.groups import derivable_groups
from metrics.linked import audit, protect

STORED = Path(__file__).parents[1] / "realdata" / "sdc"
THRESHOLD = 5


def rows(name):
    with (STORED / f"linked_{name}.csv").open() as file:
        return list(csv.DictReader(file))


REFERENCE = {row["case"]: int(row["gs_anySum_hidden"]) for row in rows("summary")}


def stored():
    members, persons = defaultdict(lambda: defaultdict(list)), defaultdict(dict)
    for row in rows("members"):
        members[row["case"]][int(row["cell"])].append(int(row["atom"]))
    for row in rows("atoms"):
        persons[row["case"]][int(row["atom"])] = int(row["persons"])
    return {
        case: ([cells[i] for i in range(len(cells))], np.array([persons[case][i] for i in range(len(persons[case]))]))
        for case, cells in members.items()
    }


CASES = stored()


def left(members, persons):
    """Groups of 1 to 4 persons by the attacker that shares no code with the masks."""
    solution = solve(members, [(int(persons[list(cell)].sum()),) for cell in members], len(persons))
    return [group for group in derivable_groups(solution.null) if 0 < persons[list(group)].sum() < THRESHOLD]


@pytest.fixture(scope="module")
def masks():
    return {case: protect(members, persons, THRESHOLD) for case, (members, persons) in CASES.items()}


@pytest.mark.parametrize("case", CASES)
def test_nobody_can_be_had_and_every_small_cell_is_hidden(case, masks):
    members, persons = CASES[case]
    shown = [cell for cell, hidden in zip(members, masks[case], strict=True) if not hidden]
    assert audit(shown, persons, THRESHOLD) == []
    assert left(shown, persons) == []
    totals = [int(persons[cell].sum()) for cell in members]
    assert all(hidden for hidden, total in zip(masks[case], totals, strict=True) if 0 < total < THRESHOLD)


@pytest.mark.parametrize("case", CASES)
def test_a_case_hides_at_most_fifteen_percent_more_than_the_reference(case, masks):
    assert int(masks[case].sum()) <= 1.15 * REFERENCE[case]


def test_all_cases_hide_at_most_eight_percent_more_than_the_reference(masks):
    assert sum(int(mask.sum()) for mask in masks.values()) <= 1.08 * sum(REFERENCE.values())


@pytest.mark.parametrize("case", CASES)
def test_the_attacker_finds_what_the_reference_tool_is_known_to_leave(case):
    """As many minimal groups as the stored count of 1 to 4 persons in its pattern."""
    members, persons = CASES[case]
    hidden = {int(row["cell"]): row["gs_anySum"] == "1" for row in rows("expected") if row["case"] == case}
    known = {row["case"]: int(row["gs_anySum_small_groups_derivable"]) for row in rows("summary")}
    assert len(left([cell for i, cell in enumerate(members) if not hidden[i]], persons)) == known[case]
