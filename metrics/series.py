"""One indicator as it stands on the board: masked base cells, and every window made from them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from metrics.amounts import ratio
from metrics.figures import About, Cell, Figure, Hidden, Missing, Reason, RestGroup, Shown
from metrics.indicators import Indicator
from metrics.periods import Period
from metrics.targets import Held
from metrics.windows import Span, Window, WindowSums, add, spans

HeldFor = Callable[[str, Period], Held | None]
"""The target that holds for a unit at a period."""


@dataclass(frozen=True, slots=True)
class RestCell:
    """One rest group in one base period, as it stands on the board."""

    top: str
    members: tuple[str, ...]
    own_staff: bool
    numerator: int
    denominator: int
    people: int

    @property
    def group(self) -> tuple[str, tuple[str, ...], bool]:
        """Who is in it: windows add only months with the same group."""
        return self.top, self.members, self.own_staff


@dataclass(frozen=True)
class Series:
    """Masked base cells of one indicator and breakdown. Arrays are [unit, base period]."""

    indicator: Indicator
    breakdown: str
    axis: tuple[Period, ...]
    units: tuple[str, ...]
    cells: np.ndarray
    """int8: `Cell`."""
    numerator: np.ndarray
    """int64, scaled; 0 where the cell is not shown."""
    denominator: np.ndarray
    people: np.ndarray
    pending: np.ndarray
    """bool: an earlier figure stands until enough corrections have gathered."""
    sources: tuple[dict[str, tuple[int, ...]], ...]
    """For each base period, the batches behind each shown unit."""
    rest: tuple[tuple[RestCell, ...], ...]
    """For each base period, its rest groups."""
    policy: str
    mask_versions: tuple[str, ...]
    """For each base period."""

    @cached_property
    def row(self) -> dict[str, int]:
        """Position of each unit."""
        return {unit: i for i, unit in enumerate(self.units)}

    @cached_property
    def shown(self) -> np.ndarray:
        """bool[unit, base period]."""
        return np.asarray(self.cells == Cell.SHOWN)

    @cached_property
    def hidden(self) -> np.ndarray:
        """bool[unit, base period]."""
        return np.asarray((self.cells >= Cell.BELOW_THRESHOLD) & (self.cells <= Cell.NO_PEOPLE))

    @cached_property
    def _months(self) -> np.ndarray:
        return np.array([int(base.months) for base in self.axis], dtype=np.int64)

    def spans(self, window: Window) -> tuple[Span, ...]:
        """Every window of a kind that the axis has."""
        return tuple(spans(window, self.axis))

    def sums(self, span: Span) -> WindowSums:
        """The sums of one window for every unit."""
        return add(span, self._months, self.numerator, self.denominator, self.people, self.shown, self.hidden)

    def figures(self, window: Window, span: Span, held: HeldFor, only: str | None = None) -> Iterator[Figure]:
        """One figure for each unit that exists in the window's last base period, or for one of them."""
        sums = self.sums(span)
        rows = range(len(self.units)) if only is None else [self.row[only]] if only in self.row else []
        for row in rows:
            if self.cells[row, span.stop - 1] != Cell.ABSENT:
                yield self._figure(window, sums, row, held)

    def about(self, unit: str, window: Window, span: Span, held: HeldFor) -> About:
        """What a figure of a unit in a window is about."""
        return About(
            unit=unit,
            indicator=self.indicator,
            period=span.period,
            window=window,
            breakdown=self.breakdown,
            policy=self.policy,
            mask_version=self.mask_versions[span.stop - 1],
            held=held(unit, span.period),
        )

    def _figure(self, window: Window, sums: WindowSums, row: int, held: HeldFor) -> Figure:
        span, unit = sums.span, self.units[row]
        about = self.about(unit, window, span, held)
        denominator, months = int(sums.denominator[row]), int(sums.months_shown[row])
        if months >= span.needed and denominator > 0:
            amounts = (int(sums.numerator[row]), denominator, int(sums.people[row]), months)
            waits = bool(self.pending[row, span.first : span.stop].any())
            return self._shown(about, span, *amounts, self._batches(unit, span), pending=waits)
        part = self.cells[row, span.first : span.stop]
        if sums.months_hidden[row]:
            last = part[(part >= Cell.BELOW_THRESHOLD) & (part <= Cell.NO_PEOPLE)][-1]
            return Hidden(about=about, reason=Cell(int(last)).reason)
        if months:
            return Missing(about=about, reason=Reason.TOO_FEW_MONTHS)
        return Missing(about=about, reason=Cell(int(part[-1])).reason, since=self._since(row, span))

    def _shown(
        self,
        about: About,
        span: Span,
        numerator: int,
        denominator: int,
        people: int,
        months: int,
        sources: tuple[int, ...],
        *,
        pending: bool = False,
    ) -> Shown:
        indicator = self.indicator
        return Shown(
            about=about,
            value=ratio(numerator, denominator, per=indicator.denominator_divisor, times=indicator.times),
            numerator=numerator,
            denominator=denominator,
            people=people,
            months_shown=months,
            months_wanted=span.wanted,
            sources=sources,
            pending=pending,
        )

    def _batches(self, unit: str, span: Span) -> tuple[int, ...]:
        found = {batch for by_unit in self.sources[span.first : span.stop] for batch in by_unit.get(unit, ())}
        return tuple(sorted(found))

    def _since(self, row: int, span: Span) -> Period | None:
        before = np.flatnonzero(self.shown[row, : span.stop])
        return self.axis[int(before[-1])] if len(before) else None

    def rest_groups(self, window: Window, span: Span, held: HeldFor) -> Iterator[RestGroup]:
        """The rest groups of the window's last base period, added over the months with the same members."""
        for now in self.rest[span.stop - 1]:
            same = [(i, cell) for i in range(span.first, span.stop) for cell in self.rest[i] if cell.group == now.group]
            months = sum(int(self._months[i]) for i, _ in same)
            denominator = sum(cell.denominator for _, cell in same)
            if months < span.needed or denominator <= 0:
                continue
            figure = self._shown(
                self.about(now.top, window, span, held),
                span,
                sum(cell.numerator for _, cell in same),
                denominator,
                min(cell.people for _, cell in same),
                months,
                self._batches(now.top, span),
            )
            yield RestGroup(top=now.top, members=now.members, own_staff=now.own_staff, figure=figure)
