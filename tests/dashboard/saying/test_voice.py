"""Numbers, months and lists in each language."""

from datetime import date
from fractions import Fraction

import pytest

from dashboard.saying.voice import Voice
from metrics.indicators import Measure
from metrics.periods import Period

NBSP, THIN = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("language", "common", "feminine", "neuter", "twelve"),
    [("nb", "én", "én", "ett", "tolv"), ("nn", "ein", "ei", "eitt", "tolv"), ("en", "one", "one", "one", "twelve")],
)
def test_numbers_to_twelve_are_words(language, common, feminine, neuter, twelve):
    voice = Voice(language)
    assert [voice.count(1), voice.count(1, "feminine"), voice.count(1, "neuter")] == [common, feminine, neuter]
    assert [voice.count(12), voice.count(13)] == [twelve, "13"]


def test_the_two_numbers_of_a_pair_are_written_alike():
    assert Voice("nb").pair(7, 12) == "sju av tolv"
    assert Voice("nb").pair(7, 13) == "7 av 13"
    assert Voice("nn").pair(1, 12, "feminine") == "ei av tolv"


@pytest.mark.parametrize(
    ("language", "value", "difference"),
    [
        ("nb", f"1{THIN}234,5{NBSP}%", f"0,2{NBSP}prosentpoeng"),
        ("nn", f"1{THIN}234,5{NBSP}%", f"0,2{NBSP}prosentpoeng"),
        ("en", f"1{THIN}234.5{NBSP}%", f"0.2{NBSP}percentage points"),
    ],
)
def test_amounts(language, value, difference):
    voice = Voice(language)
    assert voice.amount(Fraction("1234.5"), 1, Measure.PERCENT) == value
    assert voice.difference(Fraction("-0.2"), 1, Measure.PERCENT) == difference


def test_a_difference_is_never_rounded_to_nothing():
    assert Voice("nb").difference(Fraction("0.004"), 1, Measure.SCORE) == "0,004"
    assert Voice("nb").difference(Fraction(0), 1, Measure.SCORE) == "0,0"


@pytest.mark.parametrize(
    ("period", "nb", "en"),
    [
        ("2026-03", "mars 2026", "March 2026"),
        ("2026-Q3", "3. kvartal 2026", "quarter 3 of 2026"),
        ("2026-T2", "2. tertial 2026", "four-month period 2 of 2026"),
        ("2026", "2026", "2026"),
    ],
)
def test_periods(period, nb, en):
    assert Voice("nb").period(Period.parse(period)) == nb
    assert Voice("en").period(Period.parse(period)) == en


def test_the_month_of_a_day_and_a_list():
    assert Voice("en").month(date(2027, 12, 31)) == "December 2027"
    assert Voice("nn").listed(["a", "b", "c"]) == "a, b og c"
    assert Voice("en").listed(["a"]) == "a"
