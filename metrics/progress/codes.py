"""The words that a verdict is made of: language-free codes (STATISTICS §3)."""

from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

import numpy as np

from metrics.progress.arrays import Bools, Codes


class Level(StrEnum):
    """How the figure stands against the target."""

    ON_SECURE = "on_secure"
    ON_UNSURE = "on_unsure"
    ON_TRACK = "on_track"
    OFF_UNSURE = "off_unsure"
    OFF_CLEAR = "off_clear"
    TOO_LITTLE = "too_little"
    NO_TARGET = "no_target"
    HIDDEN = "hidden"
    MISSING = "missing"


class Direction(StrEnum):
    """Whether the figure has moved more than it usually does."""

    BETTER = "better"
    WORSE = "worse"
    CHANGED = "changed"
    NONE = "none"
    TOO_LITTLE = "too_little"


class Outlook(StrEnum):
    """Whether today's level is enough at the next milestone."""

    LIKELY = "likely"
    OPEN = "open"
    UNLIKELY = "unlikely"
    NONE = "none"


class Why(StrEnum):
    """What a verdict was held back by, or must be read with."""

    NOTHING = "nothing"
    FEW_MONTHS = "few_months"
    FEW_PEOPLE = "few_people"
    FEW_EVENTS = "few_events"
    NOT_UPDATED = "not_updated"
    NEW_BREAK = "new_break"
    LOW_RESPONSE = "low_response"
    RESPONSE_MOVED = "response_moved"


Word = TypeVar("Word", Level, Direction, Outlook, Why)


@lru_cache(typed=True)
def number(word: Level | Direction | Outlook | Why) -> int:
    """The place of a code in its vocabulary: what the int8 arrays hold.

    Kept by type, for `too_little` is a level and a direction, in different places.
    """
    return list(type(word)).index(word)


def first_of(default: Word, *cases: tuple[Bools, Word]) -> Codes:
    """The code of the first case that holds, element by element; `default` where none does. The default fills."""
    conditions = [case for case, _ in cases]
    return np.select(conditions, [np.int8(number(word)) for _, word in cases], np.int8(number(default)))
