"""Every sample file, read by its template format, gives exactly this."""

from datetime import date
from pathlib import Path

import pytest

import data
from config.loader import load
from data.importers import propose, read
from metrics.amounts import SCALE
from metrics.observations import ALL, SHIFT, TOTAL, Measured, Observation
from metrics.periods import Period
from metrics.units import Unit

SAMPLES = Path(data.__file__).parent / "sample_files"
CATALOGUE = load(None).value
OCTOBER = Period.parse("2026-10")


def sample(name):
    found = read(SAMPLES / f"{name}.csv", CATALOGUE.formats[name], CATALOGUE)
    return found.value, [(problem.code, problem.row) for problem in found.problems]


def told(delivery, *, rows=True):
    return [
        (*seen.key[:3], seen.key.period.code, seen.numerator / SCALE, seen.denominator / SCALE, seen.people)
        + ((seen.row,) if rows else ())
        for seen in delivery.observations
        if seen.measured is Measured.YES
    ]


def test_there_is_a_sample_for_every_shipped_format():
    assert {path.stem for path in SAMPLES.glob("*.csv")} == set(CATALOGUE.formats)


@pytest.mark.parametrize("name", sorted(CATALOGUE.formats))
def test_a_sample_is_recognised_as_its_own_format_only(name):
    assert [found for found, _ in propose(SAMPLES / f"{name}.csv", CATALOGUE)] == [name]


def test_organisation():
    delivery, problems = sample("organisation")
    first = date(2020, 1, 1)
    assert problems == []
    assert delivery.observations == ()
    assert delivery.rows == 5
    assert delivery.units == (
        Unit(id="EKS0", name="Eksempel kommune", valid_from=first, unit_type="kommune", shift=False),
        Unit(
            id="EKS1",
            name="Helse og omsorg",
            parent="EKS0",
            valid_from=first,
            service_area="EKS1",
            unit_type="tjenesteområde",
            shift=False,
        ),
        Unit(
            id="EKS2",
            name="Fjellro sykehjem",
            parent="EKS1",
            valid_from=first,
            valid_to=date(2025, 12, 31),
            service_area="EKS1",
            unit_type="sykehjem",
            shift=True,
        ),
        Unit(
            id="EKS2",
            name="Fjellro bo- og behandlingssenter",
            parent="EKS1",
            valid_from=date(2026, 1, 1),
            service_area="EKS1",
            unit_type="sykehjem",
            shift=True,
        ),
        Unit(id="EKS3", name="Tindelia barnehage", parent="EKS0", valid_from=first, unit_type="barnehage"),
    )


def test_sick_leave():
    delivery, problems = sample("sick_leave")
    assert problems == []
    assert sorted(told(delivery)) == sorted(
        (f"sick_leave{part}", TOTAL, unit, "2026-10", lost, agreed, people, row)
        for row, unit, agreed, people, amounts in (
            (2, "EKS0", 22, 1, (0, 0, 0, 0, 0)),
            (3, "EKS1", 22, 1, (2, 2, 0, 2, 0)),
            (4, "EKS2", 102.41, 6, (9.5, 1.5, 8, 1.5, 8)),
            (5, "EKS3", 74.8, 4, (4, 4, 0, 4, 0)),
        )
        for part, lost in zip(
            ("", "_self_certified", "_doctor_certified", "_short_term", "_long_term"), amounts, strict=True
        )
    )


FULL_TIME = {
    # indicator: unit → (numerator, denominator)
    "full_time_share": {"EKS0": (1, 1), "EKS1": (1, 1), "EKS2": (2, 6), "EKS3": (3, 4)},
    "full_time_share_80": {"EKS0": (1, 1), "EKS1": (1, 1), "EKS2": (3, 6), "EKS3": (3, 4)},
    "mean_position_percent": {"EKS0": (1, 1), "EKS1": (1, 1), "EKS2": (4.655, 6), "EKS3": (3.4, 4)},
    "full_time_share_municipality": {"EKS0": (1, 1), "EKS1": (1, 1), "EKS2": (3, 6), "EKS3": (3, 3)},
    "full_time_share_municipality_80": {"EKS0": (1, 1), "EKS1": (1, 1), "EKS2": (4, 6), "EKS3": (3, 3)},
}


@pytest.mark.parametrize("name", ["positions", "full_time"])
def test_positions_and_their_sums_say_the_same(name):
    delivery, problems = sample(name)
    assert problems == []
    assert delivery.person_level == (name == "positions")
    expected = [
        (indicator, ALL, unit, "2026-10", float(k), float(n), n)
        for indicator, by_unit in FULL_TIME.items()
        for unit, (k, n) in by_unit.items()
    ]
    for indicator, by_unit in FULL_TIME.items():
        k, n = by_unit["EKS2"]
        expected.append((indicator, SHIFT, "EKS2", "2026-10", float(k), float(n), n))
        expected += [(indicator, SHIFT, unit, "2026-10", 0.0, 0.0, 0) for unit in ("EKS0", "EKS1", "EKS3")]
    assert sorted(told(delivery, rows=False)) == sorted(expected)


TURNOVER = {
    "turnover": {"EKS2": 2, "EKS3": 0},
    "turnover_external": {"EKS2": 1, "EKS3": 0},
    "turnover_retirement": {"EKS2": 1, "EKS3": 0},
    "turnover_internal": {"EKS2": 0, "EKS3": 1},
    "turnover_all": {"EKS2": 2, "EKS3": 1},
}


@pytest.mark.parametrize("name", ["movements", "turnover"])
def test_movements_and_their_sums_say_the_same(name):
    delivery, problems = sample(name)
    assert problems == []
    expected = [
        (indicator, TOTAL, unit, "2026-10", float(leavers.get(unit, 0)), float(headcount), headcount)
        for indicator, leavers in TURNOVER.items()
        for unit, headcount in (("EKS0", 1), ("EKS1", 1), ("EKS2", 6), ("EKS3", 4))
    ]
    leavers_of_all = CATALOGUE.indicators["turnover_all"].origin.leavers
    assert "internal" in leavers_of_all, "the expected figures above hold for all kinds"
    assert sorted(told(delivery, rows=False)) == sorted(expected)


def test_ten_factor():
    delivery, problems = sample("ten_factor")
    assert problems == []
    assert delivery.includes_children
    found = {
        (seen.key.indicator, seen.key.unit): seen for seen in delivery.observations if seen.key.breakdown == "total"
    }
    assert len(found) == 10 + 3 + 2
    by_factor = found["ten_factor_use_of_competence", "EKS0"]
    assert (by_factor.numerator, by_factor.denominator, by_factor.people) == (34 * SCALE, 8 * SCALE, 8)
    assert found["ten_factor_prosocial_motivation", "EKS2"].numerator == 24 * SCALE
    assert found["ten_factor_task_motivation", "EKS2"].numerator == 22 * SCALE
    nobody = found["ten_factor_autonomy", "EKS2"]
    assert (nobody.measured, nobody.people, nobody.row) == (Measured.NOT_MEASURED, 0, 14)
    rates = {unit: (seen.numerator // SCALE, seen.denominator // SCALE, seen.people)
             for (name, unit), seen in found.items() if name == "ten_factor_response_rate"}  # fmt: skip
    assert rates == {"EKS0": (9, 12, 9), "EKS2": (5, 6, 5)}


def test_figures():
    delivery, problems = sample("figures")
    assert problems == []
    assert delivery.observations[0] == Observation(
        ("sick_leave", TOTAL, "EKS2", Period.parse("2026-09")), 11_250_000, 101_500_000, 6, Measured.YES, 2
    )
    assert told(delivery) == [
        ("sick_leave", TOTAL, "EKS2", "2026-09", 11.25, 101.5, 6, 2),
        ("sick_leave", TOTAL, "EKS3", "2026-09", 0, 74.8, 4, 3),
        ("turnover", TOTAL, "EKS2", "2026-09", 0, 6, 6, 4),
    ]


def test_a_delivery_tells_what_it_was_made_from():
    delivery, _ = sample("figures")
    assert (delivery.format, delivery.file, delivery.rows) == ("figures", "figures.csv", 3)
    assert len(delivery.sha256) == 64
