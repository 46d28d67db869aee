"""Whether the figure has moved, and what would count as a change (STATISTICS §12)."""

from fractions import Fraction

from dashboard.saying.amounts import change, least_beside, moved, of
from dashboard.saying.facts import Facts
from dashboard.saying.said import joined
from dashboard.saying.voice import Voice
from metrics.figures import round_half_up
from metrics.indicators import Kind
from metrics.progress.codes import Direction, Level, Why

_ALIKE = (Why.LOW_RESPONSE, Why.RESPONSE_MOVED, Why.FEW_PEOPLE, Why.NEW_BREAK)


def direction(facts: Facts, voice: Voice) -> str:
    """The change from the figure before, and how sure it is."""
    if facts.spoken_direction is Direction.TOO_LITTLE:
        return not_comparable(facts, voice)
    if facts.spoken_direction is not Direction.NONE:
        way = "up" if moved(facts) > 0 else "down"
        known = bool(moved(facts))
        sure = f"moved.{way}.sure" if known else f"direction.{facts.direction}"
        if not known:
            return voice.sentence(sure) + "."
        said = voice.sentence(sure, change=change(facts, voice), before=before(facts, voice))
        return joined(said, _area(facts, voice))
    if facts.change is None:
        return voice.sentence("direction.none") + "."
    if not facts.change or not _seen(facts):
        return unchanged(facts, voice)
    way = "up" if facts.change > 0 else "down"
    said = voice.sentence(f"moved.{way}", change=change(facts, voice), before=before(facts, voice))
    unsure = least(facts, voice) or voice.sentence("direction.none") + "."
    return joined(said, unsure, _see(facts, voice))


def before(facts: Facts, voice: Voice) -> str:
    """What the figure is compared with: «de tolv månedene før», «for ett år siden», «i 2024»."""
    since = facts.answers.since if facts.answers else None
    return voice.say(f"before.{compared(facts)}", **({"since": voice.period(since)} if since else {}))


def compared(facts: Facts) -> str:
    """The key of what the figure is compared with."""
    if facts.indicator.kind is Kind.MEAN:
        return "round" if facts.answers and facts.answers.since else "last"
    return "year" if facts.indicator.kind is Kind.STOCK else "months"


def unchanged(facts: Facts, voice: Voice) -> str:
    """«Uendret fra de tolv månedene før.», «Nesten uendret …» when only rounding makes it so."""
    key = compared(facts)
    if facts.change and key in ("months", "year"):
        return voice.sentence(f"nearly.{key}")
    since = facts.answers.since if facts.answers else None
    return voice.sentence(f"same.{key}", **({"since": voice.period(since)} if since else {}))


def least(facts: Facts, voice: Voice) -> str:
    """«Hos dere må endringen være minst 5,9 for å være sikker.»; empty when it is not known or is reached."""
    found = least_beside(facts)
    if found is None or facts.sure_change is None:
        return ""
    words = voice.number(facts.sure_change, found[1])
    return voice.sentence(f"sure.{'own' if facts.own_unit else 'unit'}", least=words)


def events(facts: Facts, voice: Voice) -> str:
    """The direction of rare events: no least change, and what three years say when the events are few."""
    if facts.why_direction is Why.FEW_EVENTS:
        rate = facts.leavers.three_years if facts.leavers else None
        if rate is None:
            return voice.sentence("few_events")
        return voice.sentence("few_events.rate", rate=of(facts, rate, voice))
    if facts.spoken_direction is Direction.NONE and facts.change and facts.previous is not None and _seen(facts):
        return voice.sentence("events.none", previous=of(facts, facts.previous, voice))
    return direction(facts, voice)


def not_comparable(facts: Facts, voice: Voice) -> str:
    """Why there is nothing to compare with; empty where the level has just said the same."""
    why = facts.why_direction
    if facts.level is Level.TOO_LITTLE and (why is facts.why or why is Why.NOTHING):
        return ""
    if why is Why.FEW_EVENTS:
        return voice.sentence("few_events")
    if why is Why.FEW_MONTHS:
        kind = facts.indicator.kind
        return voice.sentence(f"compare.few_months.{kind}" if kind in (Kind.STOCK, Kind.MEAN) else "compare.few_months")
    return voice.sentence(f"compare.{why}") if why in _ALIKE else voice.sentence("direction.too_little") + "."


def _seen(facts: Facts) -> bool:
    """The change does not round to nothing."""
    return bool(round_half_up(abs(moved(facts)), facts.indicator.decimals))


def _area(facts: Facts, voice: Voice) -> str:
    """«Hele tjenesteområdet gikk også opp.» when it moved the same way."""
    area, own = facts.area_change or Fraction(0), facts.change or Fraction(0)
    if area * own <= 0:
        return ""
    return voice.sentence(f"note.area.{'up' if area > 0 else 'down'}")


def _see(facts: Facts, voice: Voice) -> str:
    """Where a change shows earlier, for sick leave that has not surely changed."""
    if facts.indicator.origin.delivery != "sick_leave":
        return ""
    short = facts.short_term_beside and facts.indicator.id != "sick_leave_short_term"
    key = {(True, True): "both", (True, False): "short", (False, True): "area"}.get((short, facts.area_above))
    return voice.sentence(f"see.{key}") if key else ""
