"""How figures, targets and states are put in words."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from dashboard import phrases, states
from metrics.amounts import to_scaled
from metrics.figures import Hidden, Missing, Reason
from metrics.indicators import Measure
from metrics.periods import Period
from metrics.strategy import Operator, Target
from metrics.targets import Held

LAST = Period.month(2026, 10)
NBSP = "\u00a0"


def _target(operator, limit=None, **more):
    return Target(indicator="sick_leave", operator=operator, limit=None if limit is None else Decimal(limit), **more)


@pytest.fixture
def figure(small_board):
    return small_board.figure("H1", "sick_leave", LAST)


def _with(figure, target, value):
    held = Held(strategy="x", target=target, milestone_now=None, milestone_due=None)
    about = replace(figure.about, held=held)
    return replace(figure, about=about, value=Fraction(value), numerator=to_scaled(1), denominator=to_scaled(10))


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (_target(Operator.BELOW, 6), f"lavere enn 6{NBSP}%"),
        (_target(Operator.AT_MOST, "7.5"), f"høyst 7,5{NBSP}%"),
        (_target(Operator.AT_LEAST, 50), f"minst 50{NBSP}%"),
        (_target(Operator.BETWEEN, 6, upper=Decimal(12)), f"mellom 6{NBSP}% og 12{NBSP}%"),
        (_target(Operator.INCREASE), "skal opp"),
        (_target(Operator.DECREASE), "skal ned"),
        (_target(Operator.AT_MOST, not_quantified=True), "ikke tallfestet"),
    ],
)
def test_a_target_in_words(target, words):
    assert phrases.target_words(target, Measure.PERCENT) == words


def test_a_deadline_that_is_the_strategys_end_says_so():
    target = _target(Operator.BELOW, 6, due=date(2034, 12, 31), due_is_strategy_end=True)
    assert phrases.due_words(target) == "innen 31. desember 2034 (slutten på strategien)"


def test_the_side_of_the_target_has_no_verdict(figure):
    assert phrases.status_word(_with(figure, _target(Operator.AT_MOST, 6), 6)) == "Målet er nådd"
    assert phrases.status_word(_with(figure, _target(Operator.BELOW, 6), 6)) == "Målet er ikke nådd"
    assert phrases.status_word(_with(figure, _target(Operator.DECREASE), 6)) == "Uten måltall"
    assert phrases.status_word(Hidden(about=figure.about, reason=Reason.NO_PEOPLE)) == "Skjermet"
    assert phrases.status_word(None) == "Ingen tall"


def test_exact_hits_are_named(figure):
    assert phrases.distance(_with(figure, _target(Operator.AT_MOST, 6), 6)) == "Det er akkurat i mål."
    assert phrases.distance(_with(figure, _target(Operator.BELOW, 6), 6)) == "Det er på grensa, men ikke innenfor."
    assert phrases.distance(_with(figure, _target(Operator.BELOW, 6), "6.4")) == "Avstanden er 0,4 prosentpoeng."


def test_what_is_hidden_says_why_and_holds_no_number(figure, small_board):
    below = Hidden(about=figure.about, reason=Reason.BELOW_THRESHOLD)
    assert states.hidden_reason(below) == "Skjermet: færre enn 5 ansatte"
    others = Hidden(about=figure.about, reason=Reason.PROTECTS_OTHERS)
    assert states.hidden_reason(others, "Helse").endswith("her ser alle det samme. Se samlet tall for Helse.")
    survey = small_board.figure("H2", "ten_factor_role_clarity", Period.month(2026, 12))
    assert "KS-rapporten kan vise 3 svar; Målbilde gjør ikke det." in states.hidden_reason(survey)
    assert "HR-systemet" not in states.hidden_reason(replace(survey, reason=Reason.PROTECTS_OTHERS))


def test_what_is_missing_says_since_when(figure):
    missing = Missing(about=figure.about, reason=Reason.NOT_DELIVERED, since=Period.month(2026, 3))
    assert states.missing_label(missing) == "Ingen tall siden mars 2026"
    assert states.missing_label(replace(missing, since=None)) == "Ingen tall"
    assert phrases.figure_words(None) == "Ingen tall"


@pytest.mark.parametrize(
    "reason", [one for one in Reason if one not in {"below_threshold", "protects_others", "no_people"}]
)
def test_every_missing_reason_has_a_sentence(figure, reason):
    assert states.missing_reason(Missing(about=figure.about, reason=reason)).endswith(".")


def test_words_in_a_row():
    assert phrases.listed([]) == ""
    assert phrases.listed(["a"]) == "a"
    assert phrases.listed(["a", "b", "c"]) == "a, b og c"
    assert phrases.count_of(1, "enhet", "enheter") == "én enhet"
    assert phrases.count_of(13, "enhet", "enheter") == "13 enheter"
    assert phrases.neuter(1) == "ett"


def test_an_old_figure_tells_its_age(figure):
    assert phrases.age_words(figure, LAST) is None
    assert phrases.age_words(figure, Period.month(2026, 12)) == "tall fra okt. 2026"
