"""What is said about one figure, whatever it is: the door to this package."""

from dashboard.saying.absent import hidden, missing
from dashboard.saying.facts import Facts
from dashboard.saying.full_time import full_time
from dashboard.saying.generic import generic
from dashboard.saying.many_units import rest_group
from dashboard.saying.said import Said, joined
from dashboard.saying.sick_leave import sick_leave
from dashboard.saying.survey import survey
from dashboard.saying.turnover import turnover
from dashboard.saying.voice import Language, Voice
from metrics.indicators import Kind
from metrics.progress.codes import Level


def sentence(facts: Facts, language: Language) -> Said:
    """The figure, its level, its direction and its outlook, in whole sentences."""
    voice = Voice(language)
    if facts.hidden is not None or facts.level is Level.HIDDEN:
        return hidden(facts, voice)
    if facts.level is Level.MISSING:
        return missing(facts, voice)
    said = _about(facts, voice)
    return Said(said.headline, joined(said.rest, _notes(facts, voice)))


def _about(facts: Facts, voice: Voice) -> Said:
    kind = facts.indicator.kind
    if kind is Kind.STOCK and facts.positions is not None and facts.indicator.origin.at_least is not None:
        return full_time(facts, facts.positions, voice)
    if kind is Kind.EVENT and facts.leavers is not None:
        return turnover(facts, facts.leavers, voice)
    if kind is Kind.MEAN and facts.answers is not None:
        return survey(facts, facts.answers, voice)
    return sick_leave(facts, voice) if facts.indicator.origin.delivery == "sick_leave" else generic(facts, voice)


def _notes(facts: Facts, voice: Voice) -> str:
    rest, month = facts.rest, facts.provisional
    return joined(
        rest_group(rest.units, voice.language, own_staff=rest.own_staff) if rest else "",
        voice.sentence("note.provisional", month=voice.period(month)) if month else "",
        voice.sentence("note.several") if facts.several_strategies else "",
    )
