"""The level in words: every code, exact hits and rounding, in two person forms."""

from datetime import date

import pytest

DUE = {"due": date(2029, 12, 31)}
BASE = {"target": "< 6", "value": "8.1"}


@pytest.mark.parametrize(
    ("given", "nb", "nn", "en"),
    [
        (
            {"value": "3.1", "level": "on_secure"},
            "Målet er nådd med god margin.",
            "Målet er nådd med god margin.",
            "The target is met by a good margin.",
        ),
        (
            {"value": "5.1", "level": "on_unsure"},
            "Målet er nådd nå. Tallet svinger mye i en enhet på 24 årsverk, så det kan snu.",
            "Målet er nådd no. Talet svingar mykje i ei eining på 24 årsverk, så det kan snu.",
            "The target is met now. The figure swings a lot in a unit of 24 full-time jobs, so it may turn.",
        ),
        (
            {"value": "5.1", "level": "on_unsure", "denominator": 60480},
            "Målet er nådd nå, men så knapt at det kan snu.",
            "Målet er nådd no, men så knapt at det kan snu.",
            "The target is met now, but so narrowly that it may turn.",
        ),
        (
            {"level": "on_track", "milestone": "8.3", "aim": DUE, "own_unit": True},
            "Dere er i rute: delmålet nå er 8,3 %. Blir nivået stående, nås ikke målet: det må ned 0,66 prosentpoeng i",
            "De er i rute: delmålet no er 8,3 %. Blir nivået ståande, blir ikkje målet nådd: det må ned 0,66 prosent",
            "You are on schedule: the milestone now is 8.3 %. If the level stays, the target will not be met: it must",
        ),
        (
            {"level": "on_track", "milestone": "8.3", "aim": DUE},
            "Enheten er i rute: delmålet nå er 8,3 %.",
            "Eininga er i rute: delmålet no er 8,3 %.",
            "The unit is on schedule: the milestone now is 8.3 %.",
        ),
        (
            {"level": "off_unsure"},
            "Målet er ikke nådd. Avstanden er ikke større enn vanlige svingninger.",
            "Målet er ikkje nådd. Avstanden er ikkje større enn vanlege svingingar.",
            "The target is not met. The distance is no larger than the usual swings.",
        ),
        (
            {"level": "off_clear"},
            "Målet er ikke nådd. Avstanden er større enn vanlige svingninger.",
            "Målet er ikkje nådd. Avstanden er større enn vanlege svingingar.",
            "The target is not met. The distance is larger than the usual swings.",
        ),
        (
            {"level": "off_clear", "milestone": "7.5"},
            "Målet er ikke nådd, heller ikke delmålet nå, 7,5 %. Avstanden til delmålet er større enn vanlige",
            "Målet er ikkje nådd, heller ikkje delmålet no, 7,5 %. Avstanden til delmålet er større enn vanlege",
            "The target is not met, nor is the milestone now, 7.5 %. The distance to the milestone is larger than",
        ),
        (
            {"level": "too_little", "why": "few_months", "months": 7},
            "Vi har tall for sju måneder og trenger minst ti.",
            "Vi har tal for sju månader og treng minst ti.",
            "We have figures for seven months and need at least ten.",
        ),
        (
            {"level": "too_little", "why": "few_months", "months": 1},
            "Vi har tall for én måned og trenger minst ti.",
            "Vi har tal for ein månad og treng minst ti.",
            "We have figures for one month and need at least ten.",
        ),
    ],
)
def test_the_level(said, given, nb, nn, en):
    given = BASE | given
    assert nb in said("nb", **given)
    assert nn in said("nn", **given)
    assert en in said("en", **given)


@pytest.mark.parametrize(
    ("target", "value", "words"),
    [
        ("< 6", "6", "6,0 % (mål: lavere enn 6,0 %): på grensa, men ikke under."),
        ("> 6", "6", "6,0 % (mål: høyere enn 6,0 %): på grensa, men ikke over."),
        ("<= 6", "6", "6,0 % (mål: høyst 6,0 %): akkurat i mål."),
        ("between 6 12", "12", "12,0 % (mål: mellom 6,0 og 12,0 %): akkurat i mål."),
        ("< 6", "5.96", "5,96 % (mål: lavere enn 6,0 %). Målet er nådd nå."),
        ("<= 6", "6.04", "6,04 % (mål: høyst 6,0 %). Målet er ikke nådd."),
    ],
)
def test_exact_hits_are_named_and_rounding_never_hides_the_side(said, target, value, words):
    level = "on_unsure" if "nådd nå" in words or "akkurat" in words else "off_unsure"
    assert words in said(target=target, value=value, level=level)


def test_a_figure_at_the_limit_is_not_called_a_good_margin(said):
    for value in ("6", "5.96"):
        text = said(target="<= 6", value=value, level="on_secure")
        assert "god margin" not in text
        assert "Tidligere tall og tall fra lignende enheter tilsier at det holder." in text
    assert "lignende" not in said(target="<= 6", value="6", level="on_secure", alone=True)
