"""Any indicator without sentences of its own, and the order that all of them follow."""

from dashboard.saying.aims import bracketed, exact_words
from dashboard.saying.amounts import figure
from dashboard.saying.directions import direction
from dashboard.saying.facts import Facts
from dashboard.saying.levels import level
from dashboard.saying.naming import name, window
from dashboard.saying.outlooks import outlook
from dashboard.saying.said import Said, joined
from dashboard.saying.voice import Voice


def generic(facts: Facts, voice: Voice) -> Said:
    """«Overtid: 3,1 % siste tolv måneder (mål: høyst 2,5 %).», then level, direction and outlook."""
    if facts.value is None:
        return without_figure(facts, voice)
    first = voice.sentence(
        "figure.generic",
        name=name(facts, voice),
        value=figure(facts, voice),
        window=window(facts, voice),
        target=bracketed(facts, voice),
        exact=colon(exact_words(facts, voice)),
    )
    return followed(first, facts, voice)


def followed(first: str, facts: Facts, voice: Voice) -> Said:
    """The figure's sentence with level, direction and outlook after it."""
    stand = level(facts, voice)
    rest = joined(stand.rest, direction(facts, voice), outlook(facts, voice))
    return Said(joined(first, stand.headline), rest)


def without_figure(facts: Facts, voice: Voice) -> Said:
    """Too little even for a figure."""
    return Said(voice.sentence("figure.none", name=name(facts, voice)), level(facts, voice).rest)


def colon(words: str) -> str:
    """«: akkurat i mål» to end a sentence with, empty for no words."""
    return f": {words}" if words else ""
