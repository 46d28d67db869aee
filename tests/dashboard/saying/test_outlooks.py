"""The outlook in words, and the pace that the target asks for."""

from datetime import date

import pytest

from dashboard.saying.facts import Ahead

DUE = {"due": date(2029, 12, 31)}
BASE = {"target": "< 6", "value": "8.1"}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"outlook": "likely", "own_unit": True}, "Holder dere dagens nivå, er målet nådd innen desember 2027."),
        ({"outlook": "likely"}, "Holder enheten dagens nivå, er målet nådd innen desember 2027."),
        (
            {"outlook": "likely", "value": "3", "level": "on_secure"},
            "Holder enheten dagens nivå, er målet nådd også i desember 2027.",
        ),
        (
            {"outlook": "likely", "ahead": Ahead(due=date(2027, 12, 31), limit=7)},
            "Holder enheten dagens nivå, er delmålet nådd innen desember 2027.",
        ),
        ({"outlook": "open"}, "Det kan gå begge veier fram mot desember 2027."),
        (
            {"outlook": "unlikely"},
            "Dagens nivå holder ikke: det må ned 1,80 prosentpoeng i året fram mot desember 2027.",
        ),
        (
            {"outlook": "unlikely", "value": "5", "level": "on_unsure"},
            "Dagens nivå holder ikke fram mot desember 2027.",
        ),
    ],
)
def test_the_outlook(said, given, words):
    given = BASE | {"level": "off_unsure", "ahead": Ahead(due=date(2027, 12, 31), limit=6)} | given
    assert words in said(**given)


def test_on_schedule_never_carries_an_outlook(said):
    ahead = Ahead(due=date(2027, 12, 31), limit=6)
    text = said(**BASE, level="on_track", milestone="8.3", outlook="likely", ahead=ahead, aim=DUE)
    assert "Holder" not in text
    assert "Blir nivået stående, nås ikke målet" in text


def test_the_required_pace_stands_where_there_is_no_outlook(said):
    text = said(**BASE, level="off_unsure", aim=DUE | {"due_is_strategy_end": True})
    pace = "Målet krever at det går ned 0,66 prosentpoeng i året fram mot desember 2029 (slutten på strategien)."
    assert pace in text
    assert "krever" not in said(**BASE, level="off_unsure", aim={"due": date(2026, 1, 31)})
