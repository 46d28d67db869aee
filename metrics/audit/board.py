"""The audit of a whole board, from what is printed alone."""

from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

from metrics.audit.figures import leaks_of_figures
from metrics.audit.linking import make_tables
from metrics.audit.printed import read_printout
from metrics.audit.report import NARROW, AuditReport, Leak, LeakKind, Widths
from metrics.audit.spans import leaks_of_windows
from metrics.audit.widths import Interval, alike_pieces, intervals_of

RULES = {"groups": "1", "parts": "1", "windows": "1", "figures": "1", "widths": "1"}
"""Version of each rule of the attack; one rises when the rule changes."""
WIDE = 0.05


def audit_board(shape: Mapping[str, Any], *, widths: bool = True) -> AuditReport:
    """Attack a board with everything that it prints.

    `shape` is what `maalbilde figures --json` prints, put together over windows, and the units:
    `{"figures": […], "rest_groups": […], "units": {"2026-10": [{"id", "parent", …}, …], …}, "indicators": […]}`.
    `figures` and `rest_groups` are those of `--window latest` (every base period) followed by those of any other
    windows; `units` is what `units --at PERIOD` prints for each base period; `indicators`, which may be left out, is
    what `indicators --json` prints, and is read for `scale` alone. Without `widths` the intervals of hidden figures
    are not worked out.

    For every indicator and base period the own staff of every unit is an atom, parted by the flag where `all` and
    `shift` are both printed; every shown figure and rest group is a sum. A part of a total (`within=` in its policy)
    is attacked together with the total and the rest of it. Pieces that all sums treat alike are one. In a tree every
    piece is a block, and all of them are checked. In linked tables groups of up to four pieces are searched, and the
    named ones of any size: every unit by flag, and one table's blocks against the other's.

    The report as JSON (`as_shape`): `{"ok", "attacked", "tables", "derivable": [{"kind", "indicator", "breakdown",
    "period", "window", "units", "persons", "threshold", "numerator", "denominator"}], "narrow": [{"indicator",
    "breakdown", "period", "unit", "least", "greatest", "width", "homogeneous"}], "zero_width_nonzero": [as narrow],
    "widths": {"figures", "least", "median", "narrow", "wider_than_five"}, "rules": {…}, "policies": […]}`.
    Not covered: what was shown on earlier boards, guessing from seasons, and what people know from elsewhere.
    Raises KeyError, TypeError or ValueError when `shape` is another, or lacks the units of a base period.
    """
    printout = read_printout(shape)
    leaks: list[Leak] = [*leaks_of_figures(printout.figures), *leaks_of_windows(printout)]
    intervals: list[Interval] = []
    count = 0
    for table in make_tables(printout):
        count += 1
        leaks.extend(table.leaks())
        leaks.extend(table.leak(LeakKind.HOMOGENEOUS, (piece,)) for piece in alike_pieces(table, printout.scales))
        if widths and table.system.rows:
            intervals.extend(intervals_of(table, printout.scales))
    certain = [one.width for one in intervals if one.primary and one.part <= 0 and not one.width.homogeneous]
    return AuditReport(
        attacked=len(printout.figures),
        tables=count,
        derivable=tuple(leaks),
        narrow=tuple(one.width for one in intervals if one.part < NARROW),
        zero_width_nonzero=tuple(certain),
        widths=_summary([one.part for one in intervals]),
        rules=RULES,
        policies=tuple(sorted({one.policy for one in printout.figures})),
    )


def _summary(parts: Sequence[float]) -> Widths:
    return Widths(
        figures=len(parts),
        least=min(parts, default=None),
        median=median(parts) if parts else None,
        narrow=sum(part < NARROW for part in parts),
        wider_than_five=sum(part > WIDE for part in parts) / len(parts) if parts else None,
    )
