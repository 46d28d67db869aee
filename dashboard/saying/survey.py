"""A mean of answers: how many answered, and what a mean of so few can tell (STATISTICS §5.4, §12)."""

from dashboard.saying.aims import bracketed, exact_sentence
from dashboard.saying.amounts import figure, least_beside
from dashboard.saying.directions import direction
from dashboard.saying.facts import Answers, Facts
from dashboard.saying.generic import without_figure
from dashboard.saying.levels import level
from dashboard.saying.naming import name
from dashboard.saying.outlooks import outlook
from dashboard.saying.said import Said, joined
from dashboard.saying.voice import Voice
from metrics.indicators import Measure
from metrics.progress.codes import Direction, Level, Why

LEADERSHIP = "ten_factor_mastery_leadership"
"""The factor that a change of leader is a break for."""


def survey(facts: Facts, answers: Answers, voice: Voice) -> Said:
    """«Rolleklarhet 4,1 (mål: minst 4,2), 16 av 21 inviterte svarte.», then level and direction."""
    if facts.value is None:
        return without_figure(facts, voice)
    opening = exact_sentence(facts, voice)
    stand = level(facts, voice)
    rest = joined(stand.rest, _notes(facts, answers, voice), _direction(facts, answers, voice), outlook(facts, voice))
    return Said(joined(_figure(facts, answers, voice), opening, stand.headline), rest)


def _figure(facts: Facts, answers: Answers, voice: Voice) -> str:
    values = {"name": name(facts, voice), "value": figure(facts, voice), "target": bracketed(facts, voice)}
    count = voice.count(answers.n, "neuter")
    if facts.indicator.measure is not Measure.SCORE:
        return voice.sentence("figure.people", count=voice.count(answers.n), **values)
    if answers.invited is None:
        return voice.sentence("figure.answers", count=count, **values)
    if answers.invited == answers.n:
        return voice.sentence("figure.all_invited", invited=voice.count(answers.invited), **values)
    return voice.sentence("figure.invited", answers=voice.pair(answers.n, answers.invited), **values)


def _notes(facts: Facts, answers: Answers, voice: Voice) -> str:
    low = facts.why is Why.LOW_RESPONSE and facts.spoken_level is not Level.TOO_LITTLE
    return joined(
        voice.sentence("note.low_response") if low else "",
        voice.sentence("note.before_leader") if answers.before_leader else "",
    )


def _direction(facts: Facts, answers: Answers, voice: Voice) -> str:
    """«Med 16 svar må endringen være minst 0,4 for å være sikker; siden 2024 er den 0,2»."""
    if facts.why_direction is Why.NEW_BREAK and facts.indicator.id == LEADERSHIP:
        return voice.sentence("compare.new_leader")
    least = least_beside(facts)
    if facts.spoken_direction is not Direction.NONE or not least or not least[0] or answers.since is None:
        return direction(facts, voice)
    size, decimals = least
    signed = -size if (facts.change or 0) < 0 else size
    return voice.sentence(
        "sure.round",
        count=voice.count(answers.n, "neuter"),
        least=voice.number(facts.sure_change or size, decimals),
        since=voice.period(answers.since),
        change=voice.number(signed, decimals),
    )
