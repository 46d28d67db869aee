"""Two homes that differ only in what nobody may see."""

import shutil
import sqlite3
from collections import defaultdict
from pathlib import Path

from asking import run_in

HIDDEN = (2, 3, 4)
BY_VALUE = ("turnover_external", "turnover_retirement")
"""Hidden for one or two cases: there the rule itself looks at the amounts, as PRIVACY §3.1 says."""


def make_twins(home: Path, folder: Path) -> tuple[Path, Path, int]:
    """A home published anew, the same with amounts moved between hidden units, and how many cells were moved.

    Within one block and one parent an amount is taken from one hidden unit and given to another. People and all sums
    that are shown stay as they were.
    """
    twins = [Path(shutil.copytree(home, folder / name)) for name in ("one", "other")]
    moved = _move(twins[1])
    for twin in twins:
        for left in twin.glob("board.db*"):
            left.unlink()
        with sqlite3.connect(twin / "register.db") as register:
            register.execute("DELETE FROM ledger")
            register.execute("DELETE FROM baseline")
        assert run_in(twin)("publish").code == 0
    return twins[0], twins[1], moved


def _move(home: Path) -> int:
    moved = 0
    with sqlite3.connect(home / "board.db") as board, sqlite3.connect(home / "register.db") as register:
        for (indicator, breakdown, start, months), units in _hidden_leaves(board, register).items():
            place = (indicator, breakdown, start, months)
            rows = {unit: row for unit in units if (row := _newest(register, place, unit)) is not None}
            names = sorted(rows)
            for giver, taker in zip(names[::2], names[1::2], strict=False):
                moved += _give(register, rows[giver], rows[taker])
    return moved


def _hidden_leaves(board: sqlite3.Connection, register: sqlite3.Connection) -> dict[tuple, list[str]]:
    """Hidden units without children by period and parent, where the parent is their block's top or hidden too."""
    versions = register.execute("SELECT unit, max(parent) FROM unit_version GROUP BY unit HAVING count(*) = 1")
    parents = dict(versions.fetchall())
    inner = set(parents.values())
    found: dict[tuple, list[str]] = defaultdict(list)
    cells = board.execute("SELECT indicator, breakdown, start, months, unit, state FROM cell")
    for indicator, breakdown, start, months, unit, state in cells:
        if state in HIDDEN and unit in parents and unit not in inner and indicator not in BY_VALUE:
            found[indicator, breakdown, start, months, parents[unit]].append(unit)
    return {key[:4]: units for key, units in found.items() if len(units) > 1}


def _newest(register: sqlite3.Connection, place: tuple, unit: str) -> tuple | None:
    return register.execute(
        "SELECT rowid, numerator, denominator FROM observation WHERE indicator = ? AND breakdown = ? AND start = ?"
        " AND months = ? AND unit = ? AND measured = 'measured' ORDER BY batch DESC LIMIT 1",
        (*place, unit),
    ).fetchone()


def _give(register: sqlite3.Connection, giver: tuple, taker: tuple) -> int:
    amount = min(giver[1], taker[2] - taker[1]) // 2
    if amount <= 0:
        return 0
    for row, numerator in ((giver, giver[1] - amount), (taker, taker[1] + amount)):
        register.execute("UPDATE observation SET numerator = ? WHERE rowid = ?", (numerator, row[0]))
    return 2
