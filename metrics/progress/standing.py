"""Which verdict stands: that of the unit's latest month with a value, as long as it is fresh (STATISTICS §4)."""

from dataclasses import fields, replace

import numpy as np

from metrics.progress.arrays import Bools, Ints
from metrics.progress.codes import Direction, Level, Outlook, Why, number
from metrics.progress.history import History
from metrics.progress.verdicts import Verdicts

FRESH = 3
"""Months that the last value of a unit may lie behind the newest of all."""


def latest(history: History, fresh: int = FRESH) -> tuple[Ints, Bools]:
    """Each unit's latest month with a value so far (-1 for none), and whether it is fresh: [unit, month]."""
    t = np.arange(history.months.shape[1])
    anchor = np.maximum.accumulate(np.where(history.valid, t, -1), axis=1)
    newest = np.maximum.accumulate(np.where(history.valid.any(axis=0), t, -1))
    return anchor, np.asarray((anchor >= 0) & (newest - anchor <= fresh))


def carried(judged: Verdicts, history: History, window: int, needed: int, fresh: int = FRESH) -> Verdicts:
    """Every unit's verdict as it stands each month.

    A window (in months) of which less than `needed` is shown is hidden when a part of it is hidden; a unit whose last
    value is no longer fresh has too little, or is missing when the window holds nothing.
    """
    anchor, current = latest(history, fresh)
    at = np.maximum(anchor, 0)
    moved = {field.name: np.take_along_axis(getattr(judged, field.name), at, axis=1) for field in fields(judged)}
    shown = _in_window(history.months, window)
    masked = (_in_window(history.hidden.astype(np.int64), window) > 0) & (shown < needed)
    stale = ~current & ~masked & (shown > 0)
    empty = ~current & ~masked & (shown == 0)
    level = moved["level"].copy()
    for cells, word in ((masked, Level.HIDDEN), (stale, Level.TOO_LITTLE), (empty, Level.MISSING)):
        level[cells] = number(word)
    silent = masked | stale | empty
    codes = {
        "level": level,
        "direction": np.where(silent, number(Direction.TOO_LITTLE), moved["direction"]).astype(np.int8),
        "outlook": np.where(silent, number(Outlook.NONE), moved["outlook"]).astype(np.int8),
        "why": np.where(stale, number(Why.NOT_UPDATED), np.where(silent, 0, moved["why"])).astype(np.int8),
        "why_direction": np.where(silent, 0, moved["why_direction"]).astype(np.int8),
        "judged": anchor,
        "n_valid": np.where(silent, 0, moved["n_valid"]),
    }
    facts = {name: np.where(silent, np.nan, kept) for name, kept in moved.items() if kept.dtype == np.float64}
    return replace(judged, **(facts | codes))


def _in_window(values: Ints, window: int) -> Ints:
    """[unit, month]: the sum over the months [t - window + 1, t]."""
    totals = np.cumsum(values, axis=1)
    before = np.zeros_like(totals)
    before[:, window:] = totals[:, :-window]
    return np.asarray(totals - before)
