from collections import defaultdict
from decimal import Decimal

import pytest

LOST, AGREED = "Tapte dagsverk", "Avtalte dagsverk"
PARTS = ("Egenmeldt", "Legemeldt", "Korttid", "Langtid")


def _days(text):
    return Decimal(text.replace(",", "."))


def _rates(rows, group):
    lost, agreed = defaultdict(Decimal), defaultdict(Decimal)
    for row in rows:
        lost[group(row)] += _days(row[LOST])
        agreed[group(row)] += _days(row[AGREED])
    return {key: float(lost[key] / agreed[key] * 100) for key in agreed}


@pytest.fixture(scope="module")
def sick(rows):
    return rows("sykefravaer")


@pytest.fixture(scope="module")
def last_version(rows):
    return {row["Enhetskode"]: row for row in sorted(rows("organisasjon"), key=lambda row: row["Gyldig fra"])}


def test_the_parts_add_up_exactly_in_every_row(sick, late):
    for row in [*sick, *late]:
        self_certified, doctor, short, long = (_days(row[part]) for part in PARTS)
        assert self_certified + doctor == short + long == _days(row[LOST])
        assert min(self_certified, doctor, short, long) >= 0
        assert _days(row[LOST]) <= _days(row[AGREED])


def test_sixty_months_and_no_unit_twice(sick):
    keys = [(row["Enhetskode"], row["Periode"]) for row in sick]
    months = sorted({month for _, month in keys})
    assert (months[0], months[-1], len(months)) == ("2021-11", "2026-10", 60)
    assert len(set(keys)) == len(keys)


def test_the_whole_lies_where_norwegian_municipalities_lie(sick):
    assert 8 <= _rates(sick, lambda _: "all")["all"] <= 9.3
    for year, rate in _rates([row for row in sick if row["Periode"] > "2022"], lambda row: row["Periode"][:4]).items():
        assert 7.5 <= rate <= 10, year


def test_service_areas_differ_as_they_should(sick, last_version):
    areas = _rates(sick, lambda row: last_version[row["Enhetskode"]]["Tjenesteområde"])
    bands = {"HO": (9.3, 11.5), "OK": (7.5, 9.5), "TE": (5.5, 8.5), "SA": (3.5, 7), "NO": (3, 7.5)}
    for area, (low, high) in bands.items():
        assert low <= areas[area] <= high, area


def test_kinds_of_workplaces_differ_as_they_should(sick, last_version):
    kinds = _rates(sick, lambda row: last_version[row["Enhetskode"]]["Enhetstype"])
    bands = {"barnehage": (9.5, 12), "sykehjem": (9.3, 12), "skole": (6.3, 8.5), "administrasjon": (4, 6.5)}
    for kind, (low, high) in bands.items():
        assert low <= kinds[kind] <= high, kind


def test_most_days_are_in_long_spells_with_a_doctor(sick):
    lost = sum(_days(row[LOST]) for row in sick)
    assert 0.20 <= sum(_days(row["Korttid"]) for row in sick) / lost <= 0.32
    assert 0.11 <= sum(_days(row["Egenmeldt"]) for row in sick) / lost <= 0.19


def test_winter_is_worse_than_summer(sick):
    quarters = _rates(sick, lambda row: (int(row["Periode"][5:]) - 1) // 3)
    assert quarters[2] < quarters[1] < quarters[3] < quarters[0]
    assert 1.2 <= quarters[0] / quarters[2] <= 1.5


def test_a_full_position_is_about_twenty_one_days_a_month(sick, rows):
    month, day = "2026-10", "2026-10-31"
    agreed = sum(_days(row[AGREED]) for row in sick if row["Periode"] == month)
    counted = [row for row in rows(f"heltid-{day}") if row["Ansettelsesforhold"] in {"fast", "midlertidig"}]
    assert agreed == sum(Decimal(row["Stillingsprosent"]) for row in counted) / 100 * 22
