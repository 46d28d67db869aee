"""«Hvorfor sier Målbilde dette?»: the facts, opened (STATISTICS §12)."""

from enum import StrEnum
from fractions import Fraction

from dashboard.saying.aims import due_words, origin_words, target_words
from dashboard.saying.amounts import difference, figure, gap, of
from dashboard.saying.directions import compared
from dashboard.saying.facts import OFF, ON, Facts, Leavers
from dashboard.saying.levels import size
from dashboard.saying.said import joined
from dashboard.saying.voice import Language, Voice
from metrics.indicators import Better, Kind, Measure
from metrics.progress.codes import Direction

SILENT_LOWER = Fraction(1, 2)
"""How much lower those who did not answer are supposed to score, in the line on who answered."""
_EARLY = 24
"""Months of data below which more is asked of a level."""


class Place(StrEnum):
    """Where the words will stand."""

    PAGE = "page"
    MEETING = "meeting"
    REPORT = "report"
    PRINT = "print"


def title(language: Language) -> str:
    """«Hvorfor sier Målbilde dette?»."""
    return Voice(language).say("why.title")


def why(facts: Facts, language: Language, place: Place) -> tuple[str, ...]:
    """Sentences that open the facts, in order; nothing for a figure that is hidden or missing.

    One person's weight stands on a page alone, and never below the privacy limit.
    """
    if facts.value is None:
        return ()
    voice = Voice(language)
    said = (
        _sums(facts, voice),
        _target(facts, voice),
        _gap(facts, voice),
        _before(facts, voice),
        *_least(facts, voice),
        *_level(facts, voice),
        _weight(facts, voice) if place is Place.PAGE and facts.is_open else "",
        _silent(facts, voice),
        _best(facts, voice),
    )
    return tuple(filter(None, said))


def _sums(facts: Facts, voice: Voice) -> str:
    value = figure(facts, voice)
    if facts.positions is not None:
        return voice.sentence("why.sums.positions", pair=voice.pair(facts.positions.k, facts.positions.n), value=value)
    if facts.leavers is not None:
        return _leavers(facts.leavers, value, voice)
    if facts.answers is not None:
        what = "answers" if facts.indicator.measure is Measure.SCORE else "people"
        return voice.sentence(f"why.sums.{what}", count=voice.count(facts.answers.n, "neuter"))
    if facts.numerator is None or facts.denominator is None:
        return ""
    sums = {"numerator": _sum(facts.numerator, voice), "denominator": _sum(facts.denominator, voice)}
    if facts.indicator.origin.delivery == "sick_leave":
        return voice.sentence("why.sums.days", value=value, **sums)
    return voice.sentence("why.sums.other", **sums)


def _leavers(left: Leavers, value: str, voice: Voice) -> str:
    if not left.x:
        return ""
    return voice.sentence(
        "why.sums.left", count=voice.count(left.x), headcount=voice.number(left.headcount), value=value
    )


def _sum(value: Fraction, voice: Voice) -> str:
    return voice.number(value, 0 if value.denominator == 1 else 1)


def _target(facts: Facts, voice: Voice) -> str:
    if facts.limit is None:
        return ""
    origin, words = origin_words(facts, voice), target_words(facts, voice)
    said = voice.sentence(
        "why.target_from" if origin else "why.target", target=words, **({"origin": origin} if origin else {})
    )
    due = due_words(facts, voice)
    return joined(said, voice.sentence("why.due", due=due) if due else "")


def _gap(facts: Facts, voice: Voice) -> str:
    distance = gap(facts)
    if distance is None or facts.met is None:
        return ""
    if not distance:
        return voice.sentence("why.exact")
    key = "why.inside" if facts.met else "why.outside"
    return voice.sentence(key, gap=difference(facts, distance, voice))


def _before(facts: Facts, voice: Voice) -> str:
    if facts.previous is None:
        return ""
    since = facts.answers.since if facts.answers else None
    more = {"since": voice.period(since)} if since else {}
    return voice.sentence(f"why.before.{compared(facts)}", previous=of(facts, facts.previous, voice), **more)


def _least(facts: Facts, voice: Voice) -> tuple[str, ...]:
    if facts.sure_change is None:
        return ()
    said = voice.sentence("why.least", least=difference(facts, facts.sure_change, voice))
    moved = facts.spoken_direction not in (Direction.NONE, Direction.TOO_LITTLE)
    stays = moved and facts.change is not None and abs(facts.change) < facts.sure_change
    return (said, voice.sentence("why.stays")) if stays else (said,)


def _level(facts: Facts, voice: Voice) -> tuple[str, ...]:
    kind = facts.indicator.kind
    if facts.spoken_level not in (*ON, *OFF) or kind is Kind.STOCK:
        return ()
    if facts.alone and kind is Kind.MEAN:
        return ()
    how = "why.level.mean" if kind is Kind.MEAN else "why.level.alone" if facts.alone else "why.level"
    said = voice.sentence(how)
    early = kind in (Kind.RATE, Kind.FLOW) and facts.history_months is not None and facts.history_months < _EARLY
    return (said, voice.sentence("why.early")) if early else (said,)


def _weight(facts: Facts, voice: Voice) -> str:
    """One man-year, or one person, as a part of the figure."""
    found = size(facts, voice)
    if facts.man_years and found is not None:
        weight = difference(facts, Fraction(100, facts.man_years), voice)
        return voice.sentence("why.man_year", size=found[1], weight=weight)
    if facts.positions is not None and facts.positions.n:
        return voice.sentence("why.person", weight=difference(facts, Fraction(100, facts.positions.n), voice))
    return ""


def _silent(facts: Facts, voice: Voice) -> str:
    """What the mean would be if those who did not answer scored lower; empty where all answered or nobody knows."""
    answers = facts.answers
    if answers is None or not answers.invited or answers.invited <= answers.n:
        return ""
    fall = SILENT_LOWER * (1 - Fraction(answers.n, answers.invited))
    return voice.sentence("why.silent", fall=difference(facts, fall, voice))


def _best(facts: Facts, voice: Voice) -> str:
    """What the best quarter of similar units reached, told where it went the better way."""
    best = facts.best_quarter or Fraction(0)
    way = {Better.LOWER: -1, Better.HIGHER: 1}.get(facts.indicator.better, 0)
    if best * way <= 0:
        return ""
    return voice.sentence(f"why.best.{'up' if best > 0 else 'down'}", change=difference(facts, best, voice))
