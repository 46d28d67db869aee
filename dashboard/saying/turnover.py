"""Turnover: leavers are counted, and few of them say little (STATISTICS §5.3, §12)."""

from dashboard.saying.aims import exact_words, goal
from dashboard.saying.amounts import figure, of
from dashboard.saying.directions import events
from dashboard.saying.facts import Facts, Leavers
from dashboard.saying.generic import colon, without_figure
from dashboard.saying.levels import level
from dashboard.saying.naming import name
from dashboard.saying.outlooks import outlook
from dashboard.saying.said import Said, joined
from dashboard.saying.voice import TEMPLATES, Voice


def turnover(facts: Facts, left: Leavers, voice: Voice) -> Said:
    """«Tre sluttet siste tolv måneder (11,5 % av i snitt 26 ansatte, mål: høyst 10 %).», then level and direction."""
    if left.x is None:
        return _rate_only(facts, left, voice)
    if facts.value is None:
        return without_figure(facts, voice)
    stand = level(facts, voice)
    rest = joined(stand.rest, events(facts, voice), outlook(facts, voice))
    return Said(joined(_count(facts, left.x, left, voice), stand.headline), rest)


def _count(facts: Facts, x: int, left: Leavers, voice: Voice) -> str:
    aim = goal(facts, voice)
    which = {0: "none", 1: "one"}.get(x, "many")
    verb = f"left.{facts.indicator.id}"
    said = voice.sentence(
        f"figure.left.{which}",
        count=voice.count(x),
        left=voice.say(verb if verb in TEMPLATES[voice.language] else "left.turnover"),
        value=figure(facts, voice),
        headcount=voice.number(left.headcount),
        goal=f", {aim}" if aim else "",
    )
    return said.removesuffix(".") + colon(exact_words(facts, voice)) + "."


def _rate_only(facts: Facts, left: Leavers, voice: Voice) -> Said:
    """A very small unit: the rate of three years, without a verdict on twelve months."""
    small = voice.sentence("figure.left.small")
    if left.three_years is None:
        return Said(voice.sentence("figure.none", name=name(facts, voice)))
    value = of(facts, left.three_years, voice)
    return Said(voice.sentence("figure.left.rate", name=name(facts, voice), value=value), small)
