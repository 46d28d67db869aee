"""The target in words: how it is set, where it comes from, and when it is due."""

from datetime import date

from dashboard.saying.amounts import limit
from dashboard.saying.facts import Facts
from dashboard.saying.voice import Voice
from metrics.indicators import Measure
from metrics.periods import Period
from metrics.strategy import Operator

_DIRECTIONS = (Operator.INCREASE, Operator.DECREASE)


def target_words(facts: Facts, voice: Voice) -> str:
    """«lavere enn 6,0 %», «mellom 6 og 12 %», «skal opp», «ikke tallfestet»; empty without a target."""
    target = facts.target
    if target is None:
        return ""
    if facts.limit is None:
        directed = target.operator in _DIRECTIONS and not target.not_quantified
        return voice.say(f"target.{target.operator}" if directed else "target.open")
    if target.operator is Operator.BETWEEN and facts.upper is not None:
        bare = facts.indicator.measure in (Measure.PERCENT, Measure.YEARS)
        lower, upper = limit(facts, facts.limit, voice, bare=bare), limit(facts, facts.upper, voice)
        return voice.say("target.between", limit=lower, upper=upper)
    return voice.say(f"target.{target.operator}", limit=limit(facts, facts.limit, voice))


def goal(facts: Facts, voice: Voice) -> str:
    """«mål: lavere enn 6,0 %», «skal opp»; empty without a target."""
    words = target_words(facts, voice)
    directed = facts.target is not None and facts.limit is None and not facts.target.not_quantified
    return words if directed or not words else voice.say("target.goal", target=words)


def bracketed(facts: Facts, voice: Voice) -> str:
    """« (mål: lavere enn 6,0 %)» to stand after a figure; empty without a target."""
    words = goal(facts, voice)
    return f" ({words})" if words else ""


def exact_words(facts: Facts, voice: Voice) -> str:
    """«akkurat i mål», «på grensa, men ikke under»; empty when the figure is not the limit itself."""
    if not facts.exact or facts.target is None or facts.met is None:
        return ""
    if facts.met:
        return voice.say("exact.met")
    return voice.say("exact.above" if facts.upwards else "exact.below")


def exact_sentence(facts: Facts, voice: Voice) -> str:
    """The same as a sentence: «Akkurat i mål.»."""
    words = exact_words(facts, voice)
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def origin_words(facts: Facts, voice: Voice) -> str:
    """«fra strategien, s. 21», «satt av kommunedirektøren»; empty when the target does not say."""
    if facts.target is None:
        return ""
    if facts.target.set_by:
        return voice.say("target.set_by", who=facts.target.set_by)
    return voice.say("target.place", place=facts.target.place) if facts.target.place else ""


def due_words(facts: Facts, voice: Voice) -> str:
    """«desember 2034 (slutten på strategien)»; empty without a deadline."""
    if facts.target is None or facts.target.due is None:
        return ""
    due = voice.month(facts.target.due)
    return voice.say("target.strategy_end", due=due) if facts.target.due_is_strategy_end else due


def months_to(facts: Facts, day: date) -> int:
    """Whole months from the figure's last month to the month of a day."""
    return Period.containing(day).start - facts.period.last_month.start
