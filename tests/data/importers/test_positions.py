"""Positions against a brute-force count, and person keys that must never come out."""

from collections import defaultdict
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.formats import Format
from config.loader import load
from data.importers import read as read_file
from data.importers.positions import read_positions
from data.importers.rows import Reading
from data.sheets import Table
from metrics.amounts import SCALE
from metrics.observations import ALL, SHIFT

CATALOGUE = load(None).value
FORMAT = CATALOGUE.formats["positions"]
HEAD = "Person;Enhetskode;Stillingsprosent;Turnus;Ansettelsesforhold;Per dato\n"
KEY = "HEMMELIG-7731"

position = st.tuples(
    st.sampled_from(["p1", "p2", "p3", "p4"]),
    st.sampled_from(["A", "B", "C"]),
    st.sampled_from([20, 40, 50, 60, 80, 100]),
    st.booleans(),
    st.sampled_from(["fast", "midlertidig", "vikar"]),
)


def read(rows):
    names = ("person", "unit", "percent", "shift", "employment", "date")
    cells = [(p, u, str(pct), "ja" if s else "nei", e, "2026-10-01") for p, u, pct, s, e in rows]
    columns = {name: [row[i] for row in cells] for i, name in enumerate(names)}
    table = Table(columns=columns, headings={}, rows=list(range(2, len(rows) + 2)))
    return read_positions(Reading(table, FORMAT), CATALOGUE, lambda row: row.text("unit"))


def count(rows, unit, least, breakdown, measure):
    """The definition, person by person."""
    counted = [row for row in rows if row[4] != "vikar"]
    population = [row for row in counted if breakdown == ALL or row[3]]
    found = []
    for person in sorted({row[0] for row in population}):
        held = defaultdict(int)
        for row in population:
            if row[0] == person:
                held[row[1]] += row[2]
        if measure == "unit":
            if unit in held:
                found.append(held[unit])
        elif min(held, key=lambda place: (-held[place], place)) == unit:
            found.append(sum(row[2] for row in counted if row[0] == person))
    if least is None:
        return Fraction(sum(found), 100), len(found)
    return sum(percent >= least for percent in found), len(found)


@settings(max_examples=200)
@given(st.lists(position, min_size=1, max_size=12).filter(lambda rows: any(row[4] != "vikar" for row in rows)))
def test_every_measure_is_what_a_count_by_hand_gives(rows):
    found = read(rows)
    indicators = [one for one in CATALOGUE.indicators.values() if one.origin.delivery == "positions"]
    units = {row[1] for row in rows}
    assert len(found) == len(indicators) * len(units) * 2
    for key, seen in found.items():
        origin = CATALOGUE.indicators[key.indicator].origin
        k, n = count(rows, key.unit, origin.at_least, key.breakdown, origin.counted_in)
        assert (seen.numerator, seen.denominator, seen.people) == (k * SCALE, n * SCALE, n), key


def test_a_person_in_two_units_is_part_time_in_both_and_full_time_in_the_municipality():
    found = read([("p", "A", 60, True, "fast"), ("p", "B", 40, True, "fast"), ("q", "B", 100, True, "fast")])
    shares = {
        (key.indicator, key.unit): (seen.numerator // SCALE, seen.people)
        for key, seen in found.items()
        if key.breakdown == SHIFT
    }
    assert shares["full_time_share", "A"] == (0, 1)
    assert shares["full_time_share", "B"] == (1, 2)
    assert shares["full_time_share_municipality", "A"] == (1, 1)
    assert shares["full_time_share_municipality", "B"] == (1, 1)


def test_positions_outside_shifts_count_towards_full_time_in_the_municipality_only():
    found = read([("p", "A", 60, True, "fast"), ("p", "A", 40, False, "fast")])
    shift = {key.indicator: seen.numerator // SCALE for key, seen in found.items() if key.breakdown == SHIFT}
    assert (shift["full_time_share"], shift["full_time_share_municipality"]) == (0, 1)


def test_equal_positions_belong_to_the_first_unit_by_code():
    found = read([("p", "B", 50, True, "fast"), ("p", "A", 50, True, "fast")])
    homes = {key.unit: seen.people for key, seen in found.items() if key[:2] == ("full_time_share_municipality", SHIFT)}
    assert homes == {"A": 1, "B": 0}


@pytest.mark.parametrize(
    "rows",
    [
        f"{KEY};A;100;ja;fast;2026-10-01\n",
        f"{KEY};A;{KEY};ja;fast;2026-10-01\n",
        f"{KEY};A;300;ja;fast;2026-10-01\n",
        f"{KEY};A;1.234;{KEY};fast;2026-10-01\n",
        f"{KEY};A;50;ja;{KEY};2026-10-01\n{KEY};A;50;ja;fast;{KEY}\n",
        f"{KEY};A;50;ja;fast;2026-10-01\n{KEY};A;50;ja;fast;2026-10-02\n",
        f"{KEY};;50;ja;fast;2026-10-01\n",
        f"{KEY};A;50;ja;fast;2026-10-01;{KEY}\n",
        f'"{KEY};A;50;ja;fast;2026-10-01\n',
        f"{KEY};A;50;ja;fast;2026-10-01\n\n{KEY};A;50;ja;fast;2026-10-01\n",
    ],
)  # fmt: skip
def test_a_person_key_never_comes_out(reading, rows, caplog, capsys):
    for head in (HEAD, "", HEAD.replace("Person", "Persn"), HEAD.replace("Per dato", "Pr. dato")):
        found = reading("positions", head + rows)
        said = repr(found) + caplog.text + "".join(capsys.readouterr())
        assert KEY not in said
        assert KEY.casefold() not in said


def test_nothing_of_a_person_row_is_repeated(reading):
    found = reading("positions", HEAD + "p;A;hundre;ja;fast;2026-10-01\n")
    assert [(p.found, p.row, p.column) for p in found.problems] == [(None, 2, "Stillingsprosent")]
    assert found.value.person_level
    left = reading("movements", "Radtype;Enhetskode;Måned eller dato;Ansatte;Årsak\navgang;A;2026-10;;Ola Nordmann\n")
    assert "Ola" not in repr(left)


def test_percentages_written_as_shares_can_be_declared(reading, catalogue):
    words = catalogue.formats["positions"].model_dump(exclude_unset=True) | {"numbers": {"percent": "one"}}
    found = reading(words, HEAD + "p;A;1;ja;fast;2026-10-01\nq;A;0,5;ja;fast;2026-10-01\n")
    means = {
        seen.key.breakdown: seen.numerator
        for seen in found.value.observations
        if seen.key.indicator == "mean_position_percent"
    }
    assert means == {ALL: 1.5 * SCALE, SHIFT: 1.5 * SCALE}
    assert not found.problems


def test_an_own_threshold_needs_no_code(tmp_path):
    share = CATALOGUE.indicators["full_time_share"]
    own = replace(share, id="at_least_75", origin=replace(share.origin, at_least=75))
    catalogue = replace(CATALOGUE, indicators={"at_least_75": own})
    path = tmp_path / "fil.csv"
    path.write_text(HEAD + "p;A;75;ja;fast;2026-10-01\nq;A;74,9;ja;fast;2026-10-01\n", encoding="utf-8")
    listed = read_file(path, FORMAT, catalogue).value
    assert [(seen.numerator // SCALE, seen.people) for seen in listed.observations] == [(1, 2), (1, 2)]
    path.write_text("Enhet;Måned;Ansatte;Minst 75 %\nA;2026-10;2;1\n", encoding="utf-8")
    columns = {"unit": "Enhet", "period": "Måned", "people": "Ansatte", "at_least_75": "Minst 75 %"}
    words = Format.model_validate({"id": "own", "name": "Egen", "kind": "full_time", "columns": columns})
    counted = read_file(path, words, catalogue).value
    assert [(seen.numerator // SCALE, seen.people) for seen in counted.observations] == [(1, 2)]


def test_the_day_belongs_to_the_kind_of_period_that_the_format_says(reading):
    words = FORMAT.model_dump(exclude_unset=True) | {"dates": {"grain": "year"}}
    found = reading(words, HEAD + "p;A;80;ja;fast;2026-12-01\n").value
    assert {seen.key.period.code for seen in found.observations} == {"2026"}
