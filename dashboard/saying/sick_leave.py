"""Sick leave and its parts: a rate of twelve months (STATISTICS §12)."""

from dashboard.saying.aims import bracketed, exact_words
from dashboard.saying.amounts import figure
from dashboard.saying.facts import Facts
from dashboard.saying.generic import colon, followed, without_figure
from dashboard.saying.naming import the, window
from dashboard.saying.said import Said
from dashboard.saying.voice import Voice


def sick_leave(facts: Facts, voice: Voice) -> Said:
    """«Sykefraværet siste tolv måneder er 8,1 % (mål: lavere enn 6,0 %).», then level, direction and outlook."""
    if facts.value is None:
        return without_figure(facts, voice)
    first = voice.sentence(
        "figure.rate",
        the=the(facts, voice),
        window=window(facts, voice),
        value=figure(facts, voice),
        target=bracketed(facts, voice),
        exact=colon(exact_words(facts, voice)),
    )
    return followed(first, facts, voice)
