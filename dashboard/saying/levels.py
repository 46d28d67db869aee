"""How the figure stands against the target: an opening that stands out, and what follows (STATISTICS §12)."""

from fractions import Fraction

from dashboard.saying.aims import months_to
from dashboard.saying.amounts import of, pace, pace_words, rounded
from dashboard.saying.facts import OFF, Facts
from dashboard.saying.said import Said
from dashboard.saying.voice import Voice
from metrics.indicators import Kind
from metrics.progress.codes import Level, Why

LARGE = 60
"""Man-years, employees or answers from which a figure is not said to swing for the unit's size."""
NEEDED = {Kind.EVENT: 12}
NEEDED_OTHERWISE = 10
"""Months with a value that a level needs."""


def level(facts: Facts, voice: Voice) -> Said:
    """What is said about the level: empty without a target."""
    spoken = facts.spoken_level
    if spoken is Level.TOO_LITTLE:
        return Said("", too_little(facts, voice))
    if spoken is Level.ON_SECURE:
        return _on_secure(facts, voice)
    if spoken is Level.ON_UNSURE:
        return _on_unsure(facts, voice)
    if spoken is Level.ON_TRACK and facts.milestone is not None:
        return Said(on_track(facts, of(facts, facts.milestone, voice), voice), _if_it_stays(facts, voice))
    return _off(facts, voice) if spoken in OFF else Said("")


def on_track(facts: Facts, milestone: str, voice: Voice) -> str:
    """«Dere er i rute: delmålet nå er 8,3 %»."""
    return voice.sentence(f"on_track.{'own' if facts.own_unit else 'unit'}", milestone=milestone)


def too_little(facts: Facts, voice: Voice) -> str:
    """Why the level is not judged."""
    kind = facts.indicator.kind
    if facts.why is Why.FEW_MONTHS:
        needed = voice.count(NEEDED.get(kind, NEEDED_OTHERWISE))
        if facts.months is None:
            return voice.sentence("little.unknown_months", needed=needed)
        return voice.counted("little.few_months", facts.months, needed=needed)
    if facts.why is Why.FEW_PEOPLE:
        return voice.sentence(f"little.few_people.{Kind.RATE if kind is Kind.FLOW else kind}")
    named = facts.why in (Why.LOW_RESPONSE, Why.NOT_UPDATED, Why.NEW_BREAK)
    return voice.sentence(f"little.{facts.why}" if named else "little.other")


def size(facts: Facts, voice: Voice) -> tuple[int, str] | None:
    """How large the unit is: its man-years, or its employees on average; None where it is not known."""
    if facts.leavers is not None:
        count, what = int(facts.leavers.headcount + Fraction(1, 2)), "employees"
    elif facts.man_years is not None:
        count, what = facts.man_years, "man_years"
    else:
        return None
    gender = "neuter" if what == "man_years" else "common"
    number = voice.count(count, "neuter" if gender == "neuter" else "common")
    return count, voice.say(f"size.{what}.{'one' if count == 1 else 'many'}", count=number)


def _on_secure(facts: Facts, voice: Voice) -> Said:
    if facts.exact:
        return Said("", _steady("on_secure", facts, voice))
    if _is_close(facts):
        return Said(voice.sentence("on_secure.close"), _steady("on_secure", facts, voice))
    return Said(voice.sentence("on_secure"))


def _on_unsure(facts: Facts, voice: Voice) -> Said:
    if facts.exact:
        return Said("", voice.sentence("on_unsure.exact"))
    opening = voice.sentence("on_unsure")
    if facts.answers is not None and facts.answers.n < LARGE:
        return Said(opening, voice.sentence("on_unsure.answers", count=voice.count(facts.answers.n, "neuter")))
    found = size(facts, voice)
    if found is None or found[0] >= LARGE:
        return Said(voice.sentence("on_unsure.large"))
    return Said(opening, voice.sentence("on_unsure.small", size=found[1]))


def _if_it_stays(facts: Facts, voice: Voice) -> str:
    if facts.target is None or facts.target.due is None or facts.limit is None:
        return voice.sentence("on_track.plain")
    a_year = pace(facts, facts.limit, months_to(facts, facts.target.due))
    if a_year is None:
        return voice.sentence("on_track.plain")
    return voice.sentence(f"on_track.{'up' if a_year > 0 else 'down'}", pace=pace_words(facts, a_year, voice))


def _off(facts: Facts, voice: Voice) -> Said:
    key, milestone = str(facts.spoken_level), facts.milestone
    if milestone is not None and not facts.milestone_met and milestone != facts.limit:
        opening = voice.sentence("off.milestone", milestone=of(facts, milestone, voice))
        return Said(opening, voice.sentence(f"{key}.milestone"))
    if facts.spoken_level is Level.OFF_CLEAR and (facts.exact or _is_close(facts)):
        return Said("" if facts.exact else voice.sentence("off"), _steady("off_clear", facts, voice))
    if facts.exact:
        return Said("")
    return Said(voice.sentence("off"), voice.sentence(key))


def _steady(key: str, facts: Facts, voice: Voice) -> str:
    """What makes a level sure when the figure itself lies at the limit."""
    return voice.sentence(f"{key}.steady{'.alone' if facts.alone else ''}")


def _is_close(facts: Facts) -> bool:
    """The figure and the limit look the same with the indicator's own decimals."""
    edges = [edge for edge in (facts.limit, facts.upper) if edge is not None]
    return facts.value is not None and any(rounded(facts, facts.value) == rounded(facts, edge) for edge in edges)
