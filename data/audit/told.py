"""The audit of what a publish is about to tell: the periods that are new on the board, each population once."""

from collections.abc import Collection
from dataclasses import replace

from data.audit.printout import printout_of
from data.ledger import Place
from metrics.audit.board import audit_board
from metrics.board import Board
from metrics.series import Series


class LeakError(RuntimeError):
    """The attacker found something in the board that was to be published. Nothing is published (fail closed)."""


def audit_told(board: Board, told: Collection[Place]) -> None:
    """Attack the board in the base periods that a publish tells anew. Raises LeakError with counts by kind only.

    Of series that show the same units with the same people one is attacked: what can be subtracted is the same.
    `maalbilde audit` attacks every one of them.
    """
    starts = {(place[2].start, place[2].end) for place in told}
    if not starts:
        return
    shape = printout_of(_with_periods(board, starts))
    report = audit_board(shape, widths=False)
    if not report.safe:
        kinds = sorted({str(leak.kind) for leak in report.derivable})
        raise LeakError(f"{len(report.derivable)} leaks: {', '.join(kinds)}")


def _with_periods(board: Board, starts: Collection[tuple[int, int]]) -> Board:
    """The board with only the base periods that share months with the given ones."""
    kept: dict[tuple[str, str], Series] = {}
    seen: set[tuple[object, ...]] = set()
    for name, series in board.breakdowns.items():
        columns = [
            i
            for i, base in enumerate(series.axis)
            if any(base.start < end and start < base.end for start, end in starts)
        ]
        population = (*series.policy.split(), series.shown[:, columns].tobytes(), series.people[:, columns].tobytes())
        if columns and population not in seen:
            seen.add(population)
            kept[name] = replace(
                series,
                axis=tuple(series.axis[i] for i in columns),
                cells=series.cells[:, columns],
                numerator=series.numerator[:, columns],
                denominator=series.denominator[:, columns],
                people=series.people[:, columns],
                pending=series.pending[:, columns],
                sources=tuple(series.sources[i] for i in columns),
                rest=tuple(series.rest[i] for i in columns),
                mask_versions=tuple(series.mask_versions[i] for i in columns),
            )
    return replace(board, breakdowns=kept)
