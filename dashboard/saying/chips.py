"""A verdict in a word or two: the chip of the level, and the words for direction and outlook (STATISTICS §3)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from dashboard.saying.amounts import moved, of
from dashboard.saying.facts import Facts
from dashboard.saying.voice import Language, Voice
from metrics.indicators import Kind, Measure
from metrics.progress.codes import Direction, Level


class Shape(StrEnum):
    """How a level is drawn, so that colour is never alone."""

    CHECK = "check"
    DOTTED_CHECK = "dotted_check"
    FLAG = "flag"
    QUESTION = "question"
    EXCLAMATION = "exclamation"
    DASH = "dash"
    NOTHING = "nothing"
    HATCH = "hatch"
    EMPTY = "empty"


class Arrow(StrEnum):
    """Which way a sure change went: neutral, never in the level's colours."""

    UP = "up"
    DOWN = "down"
    NOTHING = "nothing"


SHAPES: Final[dict[Level, Shape]] = {
    Level.ON_SECURE: Shape.CHECK,
    Level.ON_UNSURE: Shape.DOTTED_CHECK,
    Level.ON_TRACK: Shape.FLAG,
    Level.OFF_UNSURE: Shape.QUESTION,
    Level.OFF_CLEAR: Shape.EXCLAMATION,
    Level.TOO_LITTLE: Shape.DASH,
    Level.NO_TARGET: Shape.NOTHING,
    Level.HIDDEN: Shape.HATCH,
    Level.MISSING: Shape.EMPTY,
}
_SURE = (Direction.BETTER, Direction.WORSE, Direction.CHANGED)


@dataclass(frozen=True, slots=True)
class Chip:
    """The level of one figure, to be drawn."""

    level: Level
    """What is said, which is never on the wrong side of the target."""
    word: str
    shape: Shape
    below: str = ""
    """A second line: «delmålet nå er 8,3 %»."""


def chip(facts: Facts, language: Language) -> Chip:
    """The one chip of a figure."""
    voice, level = Voice(language), facts.spoken_level
    word, below = voice.say(f"level.{level}"), ""
    if level is Level.MISSING and facts.missing_since is not None:
        word = voice.say("level.missing_since", since=voice.period(facts.missing_since.last_month))
    if level is Level.ON_TRACK and facts.milestone is not None:
        below = voice.say("level.milestone", limit=of(facts, facts.milestone, voice))
    return Chip(level, word, SHAPES[level], below)


def direction_word(facts: Facts, language: Language) -> str:
    """«Bedring», «Ingen sikker endring»; of a survey «Høyere enn sist»."""
    direction = facts.spoken_direction
    survey = facts.indicator.kind is Kind.MEAN and facts.indicator.measure is Measure.SCORE
    if survey and direction in _SURE and facts.change:
        return Voice(language).say("direction.higher" if facts.change > 0 else "direction.lower")
    return Voice(language).say(f"direction.{direction}")


def arrow(facts: Facts) -> Arrow:
    """The arrow beside the direction, nothing where no change is sure."""
    change = moved(facts)
    if facts.spoken_direction not in _SURE or not change:
        return Arrow.NOTHING
    return Arrow.UP if change > 0 else Arrow.DOWN


def outlook_word(facts: Facts, language: Language) -> str:
    """«Dagens nivå holder», «Ikke beregnet»."""
    return Voice(language).say(f"outlook.{facts.outlook}")
