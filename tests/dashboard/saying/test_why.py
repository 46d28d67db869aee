"""«Hvorfor sier Målbilde dette?»: the facts, opened."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from dashboard.saying.facts import Answers, Leavers, Positions
from dashboard.saying.why import Place, title, why
from metrics.periods import Period

NBSP, THIN = "\u00a0", "\u202f"
WEIGHT = "I en enhet på 24 årsverk er ett årsverk 4,2 prosentpoeng."


@pytest.fixture
def sick_leave(facts_of, twenty_four):
    aim = {"due": date(2034, 12, 31), "due_is_strategy_end": True, "place": "s. 21"}
    given = {"level": "off_clear", "direction": "none", "value": "8.1", "previous": "9", "sure_change": "5.9"}
    return facts_of("sick_leave", "< 6", aim, **(given | twenty_four))


def _opened(facts, language="nb", place=Place.PAGE):
    return [sentence.replace(NBSP, " ") for sentence in why(facts, language, place)]


def test_the_facts_of_a_rate(sick_leave):
    assert _opened(sick_leave) == [
        f"490 tapte av 6{THIN}048 avtalte dagsverk er 8,1 %.",
        "Måltallet er lavere enn 6,0 %, fra strategien, s. 21. Fristen er desember 2034 (slutten på strategien).",
        "Avstanden til målet er 2,1 prosentpoeng.",
        "De tolv månedene før var det 9,0 %.",
        "En endring må være minst 5,9 prosentpoeng for å være sikker.",
        "Nivået vurderes ut fra tallet, tidligere år og lignende enheter, så ett uvanlig år avgjør ikke alene.",
        WEIGHT,
    ]


@pytest.mark.parametrize("place", [Place.MEETING, Place.REPORT, Place.PRINT])
def test_one_persons_weight_stands_on_a_page_alone(sick_leave, place):
    assert WEIGHT in _opened(sick_leave)
    assert not [sentence for sentence in _opened(sick_leave, place=place) if "ett årsverk" in sentence]


@pytest.mark.parametrize("people", [None, 4])
def test_one_persons_weight_is_hidden_below_the_privacy_limit(sick_leave, people):
    assert WEIGHT not in _opened(replace(sick_leave, people=people))
    assert WEIGHT in _opened(replace(sick_leave, people=5))


def test_man_years_follow_the_months_and_the_format(sick_leave):
    """Ten of twelve months of 24 man-years are still 24; a format may count 230 days a year."""
    ten = replace(sick_leave, denominator=Fraction(5040), months=10)
    assert WEIGHT in _opened(ten)
    assert "I en enhet på 26 årsverk er ett årsverk 3,8 prosentpoeng." in _opened(replace(sick_leave, days_per_fte=230))


@pytest.mark.parametrize("level", ["hidden", "missing"])
def test_nothing_is_opened_of_what_is_not_shown(facts_of, level):
    assert _opened(facts_of("sick_leave", "< 6", level=level)) == []


def test_a_change_that_stays_says_why(facts_of):
    facts = facts_of("sick_leave", value="5", previous="10", sure_change="5.9", direction="better")
    assert "En sikker endring blir stående til den er tydelig mindre enn dette." in _opened(facts)


def test_little_history_asks_for_more(facts_of):
    facts = facts_of("sick_leave", "< 6", value="5", level="on_unsure", history_months=18)
    early = "Med under to år med tall skal det mer til før vi kaller noe trygt eller klart."
    assert early in _opened(facts)
    assert early not in _opened(replace(facts, history_months=24))


def test_a_service_area_is_not_said_to_lean_on_similar_units(sick_leave):
    assert not [sentence for sentence in _opened(replace(sick_leave, alone=True)) if "lignende" in sentence]


def test_the_facts_of_counts(facts_of):
    stock = facts_of("full_time_share", ">= 50", value=Fraction(1100, 24), positions=Positions(k=11, n=24), people=24)
    assert _opened(stock)[0] == "11 av 24 er 46 %."
    assert "Én person er 4 prosentpoeng." in _opened(stock)
    left = facts_of("turnover", "<= 10", value=12, leavers=Leavers(x=3, headcount=Fraction(25)))
    assert _opened(left)[0] == "Tre av i snitt 25 ansatte er 12,0 %."
    exact = facts_of("turnover", "<= 12", value=12, leavers=Leavers(x=3, headcount=Fraction(25)))
    assert "Tallet er likt måltallet." in _opened(exact)


def test_the_facts_of_a_survey(facts_of):
    """With 16 of 21, half a point less among the silent is 0.5 x 5/21 = 0.12."""
    answers = Answers(n=16, invited=21, since=Period.year_of(2024))
    facts = facts_of("ten_factor_autonomy", ">= 4.2", value="4.3", previous="4.1", level="on_unsure", answers=answers)
    opened = _opened(facts)
    assert "Snittet er av 16 svar." in opened
    assert "I 2024 var det 4,1." in opened
    assert "Tallet er 0,1 innenfor målet." in opened
    assert "Hadde de som ikke svarte ligget 0,5 lavere, ville snittet vært 0,1 lavere." in opened


@pytest.mark.parametrize(("best", "words"), [("-0.8", True), ("0.8", False), (None, False)])
def test_what_others_reached_is_told_where_it_is_better(facts_of, best, words):
    opened = _opened(facts_of("sick_leave", value="8", best_quarter=best))
    assert ("Den beste firedelen av lignende enheter gikk ned minst 0,8 prosentpoeng på ett år." in opened) is words


def test_the_title():
    assert [title(language) for language in ("nb", "nn", "en")] == [
        "Hvorfor sier Målbilde dette?",
        "Kvifor seier Målbilde dette?",
        "Why does Målbilde say this?",
    ]
