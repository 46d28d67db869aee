from collections import Counter, defaultdict
from itertools import pairwise

import pytest

COUNTED = {"fast", "midlertidig"}


@pytest.fixture(scope="module")
def headcounts(rows):
    return {(row["Enhetskode"], row["Periode"]): int(row["Ansatte"]) for row in rows("sykefravaer")}


@pytest.fixture(scope="module")
def moves(rows):
    return rows("bevegelser")


@pytest.fixture(scope="module")
def lists(rows):
    found = defaultdict(list)
    for row in rows("heltid"):
        found[row["Per dato"]].append(row)
    return dict(found)


def _share(rows, shift):
    mine = [int(row["Stillingsprosent"]) for row in rows if row["Turnus"] == shift]
    return 100 * sum(percent >= 100 for percent in mine) / len(mine)


def test_the_movement_lists_cover_what_the_sick_leave_lists_count(moves, headcounts):
    covered = {
        (row["Enhetskode"], row["Måned eller dato"]): int(row["Ansatte"])
        for row in moves
        if row["Radtype"] == "dekning"
    }
    assert covered == headcounts


def test_nobody_leaves_where_nothing_is_covered(moves, headcounts):
    left = Counter((row["Enhetskode"], row["Måned eller dato"][:7]) for row in moves if row["Radtype"] == "avgang")
    assert all(headcounts.get(key, 0) >= count for key, count in left.items())


def test_headcounts_fall_by_no_more_than_those_who_left(moves, headcounts):
    """Reorganisations apart, a unit gets smaller only when somebody leaves."""
    left = Counter((row["Enhetskode"], row["Måned eller dato"][:7]) for row in moves if row["Radtype"] == "avgang")
    months = sorted({month for _, month in headcounts})
    for unit, month in headcounts:
        for before, after in pairwise(months):
            if month == before and (unit, after) in headcounts:
                assert headcounts[unit, before] - headcounts[unit, after] <= left[unit, before]


def test_yearly_turnover_is_nine_to_twelve_per_cent(moves):
    for year in range(2022, 2026):
        mine = [row for row in moves if row["Måned eller dato"].startswith(str(year))]
        employees = sum(int(row["Ansatte"]) for row in mine if row["Radtype"] == "dekning") / 12
        reasons = Counter(row["Årsak"] for row in mine if row["Radtype"] == "avgang")
        assert 9 <= 100 * (reasons["ekstern"] + reasons["pensjon"]) / employees <= 12, year
        assert min(reasons[reason] for reason in ("ekstern", "intern", "pensjon", "midlertidig utløpt")) > 20


def test_position_lists_count_the_same_persons_as_the_sick_leave_lists(lists, headcounts):
    for day, rows in lists.items():
        counted = Counter(row["Enhetskode"] for row in rows if row["Ansettelsesforhold"] in COUNTED)
        assert counted == {unit: n for (unit, month), n in headcounts.items() if month == day[:7]}
        assert 3900 <= len(rows) <= 4500


def test_position_lists_are_from_the_last_day_of_every_quarters_first_month(lists):
    days = [f"{year}-{day}" for year in range(2022, 2027) for day in ("01-31", "04-30", "07-31", "10-31")]
    assert list(lists) == days


def test_full_time_in_shifts_is_low_and_rises(lists):
    shares = [_share(rows, "ja") for _, rows in sorted(lists.items())]
    assert 27 <= shares[0] <= 33
    assert 34 <= shares[-1] <= 39
    assert shares[0] < shares[10] < shares[-1]
    assert all(_share(rows, "nei") > 70 for rows in lists.values())


def test_a_person_has_one_position_in_a_unit(lists):
    for rows in lists.values():
        assert max(Counter((row["Person"], row["Enhetskode"]) for row in rows).values()) == 1
        assert {row["Ansettelsesforhold"] for row in rows} == {"fast", "midlertidig", "vikar", "lærling"}


def test_person_keys_tell_nothing_about_when_a_person_came(lists):
    first, *_, last = (
        {row["Person"] for row in rows if row["Ansettelsesforhold"] == "fast"} for _, rows in sorted(lists.items())
    )
    came, stayed = (sorted(int(key[1:]) for key in keys) for keys in (last - first, last & first))
    assert abs(came[len(came) // 2] - stayed[len(stayed) // 2]) < 500
