"""Turnover in words: counts, and how little few of them say."""

from fractions import Fraction

import pytest

from dashboard.saying.facts import Leavers
from dashboard.saying.sentence import sentence

NBSP = "\u00a0"


@pytest.fixture
def said(facts_of):
    def say(x, language="nb", indicator="turnover", target="<= 10", headcount=26, **given):
        left = Leavers(x=x, headcount=Fraction(headcount), three_years=Fraction("9.8"))
        value = None if x is None else Fraction(100 * x, headcount)
        facts = facts_of(indicator, target, leavers=left, value=value, **given)
        return sentence(facts, language).text.replace(NBSP, " ")

    return say


FEW = {"level": "off_unsure", "why_direction": "few_events"}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "nb",
            (
                "Tre sluttet siste tolv måneder (11,5 % av i snitt 26 ansatte, mål: høyst 10 %). Målet er ikke nådd. Avstanden "
                "er ikke større enn vanlige svingninger. For få hendelser til å si om det er en endring; siste tre år: 9,8 %."
            ),
        ),
        (
            "nn",
            (
                "Tre slutta siste tolv månader (11,5 % av i snitt 26 tilsette, mål: høgst 10 %). Målet er ikkje nådd. Avstanden "
                "er ikkje større enn vanlege svingingar. For få hendingar til å seie om det er ei endring; siste tre år: 9,8 %."
            ),
        ),
        (
            "en",
            (
                "Three people left in the last twelve months (11.5 % of 26 employees on average, target: at most 10 %). The "
                "target is not met. The distance is no larger than the usual swings. Too few events to say whether it is a "
                "change; last three years: 9.8 %."
            ),
        ),
    ],
)
def test_few_events_lean_on_three_years(said, language, words):
    assert said(3, language, **FEW) == words


def test_none_and_one(said):
    assert said(0, level="on_unsure").startswith("Ingen sluttet siste tolv måneder (av i snitt 26 ansatte, mål: høyst")
    assert said(0, "en", level="on_unsure").startswith("Nobody left in the last twelve months (of 26 employees")
    assert said(1, level="on_secure").startswith("Én sluttet siste tolv måneder (3,8 % av i snitt 26 ansatte")
    assert said(1, "en", level="on_secure").startswith("One person left ")
    assert "Tallet svinger mye i en enhet på 26 ansatte, så det kan snu." in said(2, level="on_unsure")


def test_a_band_and_an_exact_hit(said):
    assert "mål: mellom 6 og 12 %): akkurat i mål." in said(3, target="between 6 12", headcount=25, level="on_unsure")
    assert "mål: mellom 6 og 12 %). Målet er ikke nådd." in said(0, target="between 6 12", level="off_unsure")


def test_a_very_small_unit_tells_three_years_only(said):
    text = said(None, level="too_little", why="few_people")
    assert text == "Turnover siste tre år: 9,8 % i året. I en så liten enhet viser vi bare snittet for tre år."


@pytest.mark.parametrize(
    ("previous", "given", "words"),
    [
        (Fraction(300, 26), {"direction": "none"}, "Uendret fra de tolv månedene før."),
        ("9.8", {"direction": "none"}, "Ingen sikker endring fra de tolv månedene før (9,8 %)."),
        ("2", {"direction": "worse"}, "Det er 9,5 prosentpoeng høyere enn de tolv månedene før, mer enn vanlige"),
    ],
)
def test_the_direction(said, previous, given, words):
    assert words in said(3, level="off_unsure", previous=previous, **given)


@pytest.mark.parametrize(
    ("indicator", "nb", "nn"),
    [
        ("turnover_internal", "Tre byttet enhet siste", "Tre bytte eining siste"),
        ("turnover_retirement", "Tre gikk av med pensjon siste", "Tre gjekk av med pensjon siste"),
        ("turnover_external", "Tre sluttet i kommunen siste", "Tre slutta i kommunen siste"),
        ("turnover_all", "Tre forlot enheten siste", "Tre forlét eininga siste"),
    ],
)
def test_each_kind_of_leaving_is_named(said, indicator, nb, nn):
    assert said(3, "nb", indicator).startswith(nb)
    assert said(3, "nn", indicator).startswith(nn)
