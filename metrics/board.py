"""The board as pages read it: one immutable value with every figure that may be seen."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from metrics.figures import Figure, RestGroup
from metrics.indicators import Indicator
from metrics.periods import Period
from metrics.series import Series
from metrics.strategy import Strategy
from metrics.targets import Held, resolve
from metrics.units import Organisation, Tree
from metrics.windows import Span, Window


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which publish the board holds."""

    number: int
    at: str
    register_revision: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A delivery that figures come from."""

    id: int
    file: str
    sha256: str
    format: str
    rows: int
    at: str
    by: str
    people_formula: str | None = None


@dataclass(frozen=True)
class Board:
    """Everything that may be seen, as of one publish."""

    stamp: Stamp
    name: str
    invented: bool
    indicators: dict[str, Indicator]
    strategies: tuple[Strategy, ...]
    organisation: Organisation
    batches: dict[int, Source]
    series: dict[str, Series]
    """Masked series by indicator id."""

    @cached_property
    def _held(self) -> dict[tuple[str, str, Period], Held | None]:
        return {}

    def last_period(self) -> Period | None:
        """The newest month that any series has, None when there are no figures."""
        ends = [series.axis[-1].last_month for series in self.series.values() if series.axis]
        return max(ends, default=None)

    def tree(self, period: Period) -> Tree:
        """The units as they stood in a period."""
        return self.organisation.at(period)

    def held(self, unit: str, indicator: str, period: Period) -> Held | None:
        """The target that holds for a unit at a period."""
        key = (unit, indicator, period)
        if key not in self._held:
            tree = self.tree(period.last_month)
            path = tree.path(unit) if unit in tree.index else ()
            self._held[key] = resolve(self.strategies, indicator, path, period) if path else None
        return self._held[key]

    def figure(self, unit: str, indicator: str, period: Period, window: Window | None = None) -> Figure | None:
        """The figure of a unit in the window that ends last at `period`, or earlier for what is measured rarely.

        None when the indicator has no such window or the unit did not exist then.
        """
        found = [span for span in self._spans(indicator, window) if span.period.end <= period.end]
        return next(self._figures(indicator, window, found[-1], unit), None) if found else None

    def history(
        self, unit: str, indicator: str, window: Window | None = None, until: Period | None = None
    ) -> tuple[Figure, ...]:
        """Every figure of a unit in a kind of window, oldest first."""
        return tuple(
            figure
            for span in self._spans(indicator, window)
            if until is None or span.period.end <= until.end
            for figure in self._figures(indicator, window, span, unit)
        )

    def every(self, indicator: str, window: Window | None = None, unit: str | None = None) -> Iterator[Figure]:
        """Every figure of an indicator in a kind of window, by period and then in the order of units."""
        for span in self._spans(indicator, window):
            yield from self._figures(indicator, window, span, unit)

    def every_rest_group(self, indicator: str, window: Window | None = None) -> Iterator[RestGroup]:
        """Every rest group of an indicator in a kind of window."""
        for span in self._spans(indicator, window):
            yield from self._rest_groups(indicator, window, span)

    def rest_groups(
        self, unit: str, indicator: str, period: Period, window: Window | None = None
    ) -> tuple[RestGroup, ...]:
        """The rest groups under a unit in the window that ends last at `period`."""
        found = [span for span in self._spans(indicator, window) if span.period.end <= period.end]
        if not found:
            return ()
        groups = self._rest_groups(indicator, window, found[-1])
        return tuple(group for group in groups if group.top == unit)

    def _spans(self, indicator: str, window: Window | None) -> tuple[Span, ...]:
        series = self.series.get(indicator)
        return () if series is None else series.spans(window or series.indicator.window)

    def _figures(self, indicator: str, window: Window | None, span: Span, unit: str | None) -> Iterator[Figure]:
        series = self.series[indicator]
        yield from series.figures(window or series.indicator.window, span, self._held_for(indicator), unit)

    def _rest_groups(self, indicator: str, window: Window | None, span: Span) -> Iterator[RestGroup]:
        series = self.series[indicator]
        yield from series.rest_groups(window or series.indicator.window, span, self._held_for(indicator))

    def _held_for(self, indicator: str) -> "HeldForIndicator":
        return HeldForIndicator(self, indicator)


@dataclass(frozen=True, slots=True)
class HeldForIndicator:
    """Looks up the target of one indicator for a unit at a period."""

    board: Board
    indicator: str

    def __call__(self, unit: str, period: Period) -> Held | None:
        """The target that holds, None where none is adopted."""
        return self.board.held(unit, self.indicator, period)
