"""Full-time positions: persons are counted, and so is what is lacking (STATISTICS §5.2, §12)."""

from fractions import Fraction

from dashboard.saying.aims import due_words, exact_sentence, goal, months_to
from dashboard.saying.amounts import figure, of
from dashboard.saying.directions import not_comparable, unchanged
from dashboard.saying.facts import OFF, Facts, Positions
from dashboard.saying.levels import level, on_track, too_little
from dashboard.saying.said import Said, joined
from dashboard.saying.voice import Voice
from metrics.figures import round_half_up
from metrics.indicators import Measure
from metrics.progress.codes import Direction, Level
from metrics.strategy import Operator


def full_time(facts: Facts, counted: Positions, voice: Voice) -> Said:
    """«11 av 24 i turnus har hel stilling i enheten (46 %, mål: minst 50 %).», then what is lacking."""
    headline, rest = _count(facts, counted, voice), _direction(facts, counted, voice)
    if facts.spoken_level is Level.TOO_LITTLE:
        return Said(headline, joined(too_little(facts, voice), rest))
    lack = lacking(facts, counted)
    if lack is None:
        stand = level(facts, voice)
        return Said(joined(headline, exact_sentence(facts, voice), stand.headline), joined(stand.rest, rest))
    if lack <= 0:
        return Said(joined(headline, _to_go(-lack, voice)), joined(_usual(facts, -lack, voice), rest))
    need = _need(facts, lack, voice)
    if facts.spoken_level is Level.ON_TRACK and facts.milestone is not None:
        step = voice.pair(least_count(facts.milestone, counted.n), counted.n)
        return Said(joined(headline, on_track(facts, step, voice)), joined(need, rest))
    return Said(joined(headline, need), joined(_distance(facts, counted, lack, voice), rest))


def lacking(facts: Facts, counted: Positions) -> int | None:
    """Persons who must get such a position for the target to be met; 0 or less when it is. None without such a limit."""
    if facts.limit is None or facts.target is None or not facts.upwards:
        return None
    strict = facts.target.operator is Operator.ABOVE
    return least_count(facts.limit, counted.n, strict=strict) - counted.k


def least_count(percent: Fraction, n: int, *, strict: bool = False) -> int:
    """The fewest of n that reach a share, or that pass it when it is strict."""
    wanted = percent * n / 100
    return wanted.__floor__() + 1 if strict else wanted.__ceil__()


def position_words(facts: Facts, voice: Voice) -> str:
    """«hel stilling», «minst 80 % stilling»."""
    least = facts.indicator.origin.at_least
    if least is None or least >= 100:  # noqa: PLR2004 - per cent
        return voice.say("position.full")
    return voice.say("position.at_least", percent=voice.amount(Fraction(least), 0, Measure.PERCENT))


def _count(facts: Facts, counted: Positions, voice: Voice) -> str:
    aim = goal(facts, voice)
    share = f" ({', '.join(filter(None, (figure(facts, voice), aim)))})"
    which = {0: "none", counted.n: "all", 1: "one"}.get(counted.k, "many")
    whole_municipality = facts.indicator.origin.counted_in == "municipality"
    values = {
        "who": voice.say("who.shift") if facts.shift else "",
        "position": position_words(facts, voice),
        "where": voice.say("where.municipality" if whole_municipality else "where.unit"),
        "share": share,
        "pair": voice.pair(counted.k, counted.n),
        "whole": voice.count(counted.n),
    }
    return voice.sentence(f"figure.positions.{which}", **values)


def _need(facts: Facts, lack: int, voice: Voice) -> str:
    due, by = due_words(facts, voice), ""
    if due and facts.target is not None and facts.target.due is not None:
        months = months_to(facts, facts.target.due)
        a_year = int(round_half_up(Fraction(lack * 12, months), 0)) if months > 0 else 0
        slow = voice.say("need.pace", pace=voice.count(a_year)) if 0 < a_year < lack else ""
        by = voice.say("need.by", due=due) + slow if months > 0 else ""
    return voice.counted("need", lack, position=position_words(facts, voice), by=by)


def _to_go(spare: int, voice: Voice) -> str:
    return voice.counted("to_go", spare) if spare else voice.sentence("to_go.none")


def _usual(facts: Facts, spare: int, voice: Voice) -> str:
    if not spare:
        return voice.sentence("on_unsure.exact") if facts.spoken_level is Level.ON_UNSURE else ""
    return voice.sentence(f"usual.{'beyond' if facts.spoken_level is Level.ON_SECURE else 'within'}")


def _distance(facts: Facts, counted: Positions, lack: int, voice: Voice) -> str:
    """How far it is compared with what usually changes: to the milestone when there is one, as it is judged."""
    if facts.spoken_level not in OFF:
        return ""
    usual = voice.sentence(f"usual.{'beyond' if facts.spoken_level is Level.OFF_CLEAR else 'within'}")
    if facts.milestone is None:
        return usual
    to_track = least_count(facts.milestone, counted.n) - counted.k
    return joined(voice.counted("need.track", to_track), usual) if 0 < to_track < lack else usual


def _direction(facts: Facts, counted: Positions, voice: Voice) -> str:
    spoken = facts.spoken_direction
    if spoken is Direction.TOO_LITTLE or counted.year_ago is None:
        return not_comparable(facts, voice)
    sure = spoken is not Direction.NONE
    k, n = counted.year_ago
    if counted.k * n == k * counted.n and not sure:
        return voice.sentence("stock.same") if counted.n == n else unchanged(facts, voice)
    least = "" if sure else _least(facts, counted, Fraction(k, n), voice)
    if n != counted.n:
        share = of(facts, Fraction(100 * k, n), voice)
        said = voice.sentence("stock.before", pair=voice.pair(k, n), share=share)
        return joined(said, voice.sentence("stock.beyond") if sure else least)
    way = "more" if counted.k > k else "fewer"
    usual = voice.say("stock.usual") if sure else ""
    return joined(voice.counted(f"stock.{way}", abs(counted.k - k), usual=usual), least)


def _least(facts: Facts, counted: Positions, year_ago: Fraction, voice: Voice) -> str:
    """The least sure change in whole persons, where the change from a year ago is smaller."""
    unsure = voice.sentence("direction.none") + "."
    if facts.sure_change is None:
        return unsure
    people = (facts.sure_change * counted.n / 100).__ceil__()
    if abs(counted.k - year_ago * counted.n) >= people:
        return unsure
    return voice.sentence("stock.least", least=voice.count(people))
