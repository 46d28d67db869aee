"""The hard cases, read back from the written text."""

from collections import Counter, defaultdict
from decimal import Decimal
from itertools import pairwise

import pytest

DAY = "2026-10-31"


@pytest.fixture(scope="module")
def headcounts(rows):
    found = defaultdict(dict)
    for row in rows("sykefravaer"):
        found[row["Enhetskode"]][row["Periode"]] = int(row["Ansatte"])
    return dict(found)


@pytest.fixture(scope="module")
def versions(rows):
    found = defaultdict(list)
    for row in rows("organisasjon"):
        found[row["Enhetskode"]].append(row)
    return {code: sorted(held, key=lambda row: row["Gyldig fra"]) for code, held in found.items()}


@pytest.fixture(scope="module")
def positions(rows):
    return rows(f"heltid-{DAY}")


def test_at_least_ten_inner_units_have_one_to_four_of_their_own(headcounts, versions):
    inner = {held[-1]["Overordnet"] for held in versions.values()} - {""}
    few = [unit for unit in inner if all(1 <= n <= 4 for n in headcounts.get(unit, {"": 0}).values())]
    assert len(few) >= 10


def test_no_service_area_must_be_hidden_for_its_own_staff(headcounts):
    """The hard cases are further down: the first page shall have figures to show."""
    for unit in ("1000", "HO", "OK", "TE", "SA", "NO"):
        assert min(headcounts[unit].values()) >= 5


def test_at_least_twenty_persons_work_in_two_units(positions):
    held = defaultdict(list)
    for row in positions:
        held[row["Person"]].append(row)
    two = [rows for rows in held.values() if len({row["Enhetskode"] for row in rows}) == 2]
    assert len(two) >= 20
    sizes = Counter(tuple(sorted(int(row["Stillingsprosent"]) for row in rows)) for rows in two)
    assert sizes[40, 60] >= 5
    assert sum(sizes.values()) == sum(len(rows) > 1 for rows in held.values())


def test_two_tiny_siblings(files, headcounts, versions):
    one, other = files.cases.tiny
    assert versions[one][-1]["Overordnet"] == versions[other][-1]["Overordnet"]
    assert set(headcounts[one].values()) == {3}
    assert set(headcounts[other].values()) == {2}


def test_a_unit_moves_between_four_and_six(files, headcounts):
    numbers = [n for _, n in sorted(headcounts[files.cases.flexible].items())]
    assert set(numbers) == {4, 5, 6}
    assert all(a != b for a, b in pairwise(numbers))
    assert len(numbers) == 60


def test_a_unit_without_absence_in_twelve_months(files, rows):
    mine = [row for row in rows("sykefravaer") if row["Enhetskode"] == files.cases.without_absence]
    quiet = [row["Periode"] for row in mine if Decimal(row["Tapte dagsverk"].replace(",", ".")) == 0]
    assert {"2025-11", "2026-10"} <= set(quiet)
    assert len([month for month in quiet if month >= "2025-11"]) == 12
    assert len(quiet) < len(mine), "earlier there was some"


def test_a_unit_in_shifts_with_everyone_in_a_full_position(files, rows, versions):
    unit = files.cases.full_time
    mine = [r for r in rows("heltid") if r["Enhetskode"] == unit and r["Ansettelsesforhold"] in {"fast", "midlertidig"}]
    assert versions[unit][-1]["Turnus"] == "ja"
    assert {row["Stillingsprosent"] for row in mine} == {"100"}
    assert Counter(row["Turnus"] for row in mine)["ja"] > 20 * 20


def test_a_survey_with_three_answers(files, rows):
    mine = [row for row in rows("ti-faktor") if row["Enhetskode"] == files.cases.three_answers]
    assert {(row["Svar"], row["Inviterte"]) for row in mine} == {("3", "5")}
    assert {row["Periode"] for row in mine} == {"2022-03", "2024-03", "2026-03"}


def test_a_late_correction_of_one_person(files, rows, late):
    (new,) = late
    (old,) = [
        row
        for row in rows("sykefravaer")
        if (row["Enhetskode"], row["Periode"]) == (files.correction.unit, files.correction.period)
    ]
    assert (new["Enhetskode"], new["Periode"]) == (old["Enhetskode"], old["Periode"])
    assert int(new["Ansatte"]) - int(old["Ansatte"]) == 1
    assert int(old["Ansatte"]) >= 10, "the unit is shown both before and after"


def test_a_merge_of_two_into_one(files, headcounts, versions):
    old, (new,) = files.cases.merge.old, files.cases.merge.new
    assert {versions[code][-1]["Gyldig til"] for code in old} == {"2023-12-31"}
    assert versions[new][0]["Gyldig fra"] == "2024-01-01"
    assert len(old) == 2
    before = sum(headcounts[code]["2023-12"] for code in old)
    assert headcounts[new]["2024-01"] == pytest.approx(before, abs=2)
    assert "2023-12" not in headcounts[new]


def test_a_split_of_one_into_two(files, headcounts, versions):
    (old,), new = files.cases.split.old, files.cases.split.new
    assert versions[old][-1]["Gyldig til"] == "2024-12-31"
    assert {versions[code][0]["Gyldig fra"] for code in new} == {"2025-01-01"}
    assert len(new) == 2
    assert sum(headcounts[code]["2025-01"] for code in new) == pytest.approx(headcounts[old]["2024-12"], abs=2)
    assert "2025-01" not in headcounts[old]


def test_those_who_are_reorganised_have_not_left(files, rows):
    months = dict.fromkeys(files.cases.merge.old, "2023-12") | dict.fromkeys(files.cases.split.old, "2024-12")
    for code, month in months.items():
        left = [r for r in rows("bevegelser") if r["Radtype"] == "avgang" and r["Enhetskode"] == code]
        assert len([row for row in left if row["Måned eller dato"].startswith(month)]) <= 8


def test_a_move_to_another_parent_and_service_area(files, headcounts, versions):
    before, after = versions[files.cases.moved]
    assert (before["Gyldig til"], after["Gyldig fra"]) == ("2023-06-30", "2023-07-01")
    assert before["Overordnet"] != after["Overordnet"]
    assert (before["Tjenesteområde"], after["Tjenesteområde"]) == ("HO", "OK")
    assert len(headcounts[files.cases.moved]) == 60


def test_a_unit_without_any_data(files, rows, late, versions):
    unit = files.cases.empty
    assert versions[unit][-1]["Gyldig til"] == ""
    everything = [row for start in ("sykefravaer", "heltid", "bevegelser", "ti-faktor") for row in rows(start)]
    assert unit not in {row["Enhetskode"] for row in [*everything, *late]}
