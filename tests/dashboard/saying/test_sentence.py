"""Whatever the facts are: the side that is told is the side the figure is on, and sentences are whole."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.saying.chips import chip
from dashboard.saying.facts import Answers, Leavers, Positions, Rest
from dashboard.saying.sentence import sentence
from dashboard.saying.voice import LANGUAGES
from dashboard.saying.why import Place, why
from metrics.indicators import Kind
from metrics.periods import Period
from metrics.progress.codes import Direction, Level, Outlook, Why

MET = {
    "nb": ("Målet er nådd", "Målet er akkurat nådd", "akkurat i mål", "Akkurat i mål"),
    "nn": ("Målet er nådd", "Målet er akkurat nådd", "akkurat i mål", "Akkurat i mål"),
    "en": ("The target is met", "The target is exactly met", "xactly on target"),
}
NOT_MET = {
    "nb": ("Målet er ikke nådd", "på grensa", "På grensa", "er i rute", "for å nå målet"),
    "nn": ("Målet er ikkje nådd", "på grensa", "På grensa", "er i rute", "for å nå målet"),
    "en": ("The target is not met", "n the limit, but not", "on schedule", "to meet the target"),
}
INDICATORS = ("sick_leave", "full_time_share", "turnover", "ten_factor_autonomy", "mean_position_percent")
JUDGED = [level for level in Level if level not in (Level.HIDDEN, Level.MISSING, Level.NO_TARGET, Level.TOO_LITTLE)]
TARGETS = st.sampled_from(["< 50", "<= 50", ">= 50", "> 50", "between 40 50"])
NEAR = st.fractions(min_value=-1, max_value=1, max_denominator=2000) | st.sampled_from([Fraction(0), Fraction(-10)])


def _counts(indicator, value):
    kind = indicator.kind
    return {
        "positions": Positions(k=int(value), n=100) if kind is Kind.STOCK and value.denominator == 1 else None,
        "leavers": Leavers(x=int(value), headcount=Fraction(100)) if kind is Kind.EVENT else None,
        "answers": Answers(n=16, invited=21, since=Period.year_of(2024)) if kind is Kind.MEAN else None,
    }


@given(
    st.sampled_from(INDICATORS), TARGETS, NEAR, st.sampled_from(JUDGED), st.sampled_from(list(Direction)), NEAR, NEAR
)
def test_what_is_said_never_contradicts_the_exact_side(
    facts_of, indicator, target, near, level, direction, moved, step
):
    value = 50 + near
    facts = facts_of(
        indicator, target, value=value, previous=value + moved, milestone=value + step, level=level, direction=direction,
        **_counts(facts_of(indicator).indicator, value),
    )  # fmt: skip
    for language in LANGUAGES:
        text = sentence(facts, language).text
        told_met, told_not = (any(words in text for words in side[language]) for side in (MET, NOT_MET))
        assert (told_met, told_not) == (facts.met, not facts.met), text
        assert (chip(facts, language).level in (Level.ON_SECURE, Level.ON_UNSURE)) is facts.met
        assert not set("{}_") & set(text)
        assert "  " not in text
        assert " ." not in text


@given(NEAR, st.sampled_from(["<= 50", ">= 50"]))
def test_on_schedule_is_said_only_when_the_milestone_is_met(facts_of, step, target):
    value = Fraction(51) if target == "<= 50" else Fraction(49)
    facts = facts_of("sick_leave", target, value=value, milestone=value + step, level="on_track")
    told = "er i rute" in sentence(facts, "nb").text
    assert told is (step >= 0 if target == "<= 50" else step <= 0)


@pytest.mark.parametrize("indicator", INDICATORS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_combination_of_codes_gives_whole_sentences(facts_of, indicator, language):
    plain = facts_of(indicator)
    for level, direction, outlook, reason in product(Level, Direction, Outlook, Why):
        value = None if level in (Level.HIDDEN, Level.MISSING) else Fraction(7)
        facts = facts_of(
            indicator, "< 6", value=value, previous=8, level=level, direction=direction, outlook=outlook, why=reason,
            why_direction=reason, own_unit=direction is Direction.NONE, rest=Rest(units=2), **_counts(plain.indicator, Fraction(7)),
        )  # fmt: skip
        said = sentence(facts, language)
        assert said.headline.endswith(".")
        assert not said.rest or said.rest.endswith(".")
        assert all(opened.endswith(".") for opened in why(facts, language, Place.PAGE))


def test_own_and_other_units_are_spoken_to_and_of(facts_of):
    given_facts = {"value": "8", "milestone": "8.3", "level": "on_track", "previous": "7.5", "direction": "none"}
    own = sentence(facts_of("sick_leave", "< 6", own_unit=True, sure_change="5.9", **given_facts), "nb").text
    other = sentence(facts_of("sick_leave", "< 6", sure_change="5.9", **given_facts), "nb").text
    assert "Dere er i rute" in own
    assert "Hos dere" in own
    assert "enheten" not in own.lower()
    assert "Enheten er i rute" in other
    assert "dere" not in other.lower()


def test_a_hidden_figure_with_a_number_is_refused(facts_of):
    with pytest.raises(ValueError, match="hidden"):
        facts_of("sick_leave", level="hidden", value="8")


def test_what_stands_beside_a_figure(facts_of):
    facts = facts_of(
        "sick_leave", value="8", rest=Rest(units=3, own_staff=True), provisional=Period.month(2026, 11),
        several_strategies=True,
    )  # fmt: skip
    assert sentence(facts, "nb").rest.endswith(
        "Samlet for tre skjermede enheter og ansatte over dem. November 2026 er foreløpig og er ikke med i vurderingen. "
        "Flere strategier har måltall for dette. Her gjelder det første i rekka."
    )


def test_a_verdict_that_the_figures_contradict_is_not_repeated(facts_of):
    """The figure went up, so «better» is not said of sick leave."""
    text = sentence(facts_of("sick_leave", value="8.2", previous="8", direction="better"), "nb").text
    assert "mer enn vanlige svingninger" not in text
    assert "Ingen sikker endring." in text


def test_any_other_indicator_is_named_with_its_months(facts_of):
    text = sentence(facts_of("mean_position_percent", "increase", value="71.2", level="no_target"), "nb").headline
    assert text.replace("\u00a0", " ") == "Snitt stillingsprosent i turnus: 71,2 % i oktober 2026 (skal opp)."
