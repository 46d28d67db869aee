"""Whether today's level is enough in time, and the pace that the target asks for (STATISTICS §6, §12)."""

from dashboard.saying.aims import due_words, months_to
from dashboard.saying.amounts import pace, pace_words
from dashboard.saying.facts import OFF, ON, Ahead, Facts
from dashboard.saying.voice import Voice
from metrics.progress.codes import Outlook


def outlook(facts: Facts, voice: Voice) -> str:
    """The outlook where there is one, else the required pace where the target is not met; else empty.

    On schedule carries no outlook: that level says itself what happens when nothing changes. Nor does a figure
    that is not judged against a target.
    """
    if facts.spoken_level not in (*ON, *OFF):
        return ""
    if facts.ahead is None or facts.outlook is Outlook.NONE:
        return required_pace(facts, voice)
    if facts.outlook is Outlook.LIKELY:
        return _likely(facts, facts.ahead, voice)
    if facts.outlook is Outlook.OPEN:
        return voice.sentence("outlook.open.said", due=voice.month(facts.ahead.due))
    return _unlikely(facts, facts.ahead, voice)


def required_pace(facts: Facts, voice: Voice) -> str:
    """«Målet krever at det går ned 0,65 prosentpoeng i året fram mot desember 2034 (slutten på strategien)»."""
    if facts.spoken_level not in OFF or facts.limit is None or facts.target is None or facts.target.due is None:
        return ""
    a_year = pace(facts, facts.limit, months_to(facts, facts.target.due))
    if a_year is None or facts.upper is not None:
        return ""
    key = f"pace.{'up' if a_year > 0 else 'down'}"
    return voice.sentence(key, pace=pace_words(facts, a_year, voice), due=due_words(facts, voice))


def _likely(facts: Facts, ahead: Ahead, voice: Voice) -> str:
    final = ahead.limit == facts.limit
    there = facts.value is not None and (facts.value == ahead.limit or (facts.value > ahead.limit) == facts.upwards)
    still = there or (final and facts.spoken_level in ON)
    when = voice.say("when.still" if still else "when.by", due=voice.month(ahead.due))
    aim = voice.say("aim.target" if final else "aim.milestone")
    return voice.sentence(f"outlook.likely.{'own' if facts.own_unit else 'unit'}", aim=aim, when=when)


def _unlikely(facts: Facts, ahead: Ahead, voice: Voice) -> str:
    due = voice.month(ahead.due)
    a_year = pace(facts, ahead.limit, months_to(facts, ahead.due))
    if a_year is None:
        return voice.sentence("outlook.unlikely.plain", due=due)
    key = f"outlook.unlikely.{'up' if a_year > 0 else 'down'}"
    return voice.sentence(key, pace=pace_words(facts, a_year, voice), due=due)
