"""The board as pages read it: one immutable value with every figure that may be seen."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from metrics.figures import Figure, RestGroup
from metrics.indicators import Indicator
from metrics.judged import Judged, Verdict
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
    breakdowns: dict[tuple[str, str], Series]
    """Masked series by indicator id and breakdown."""
    judged: dict[tuple[str, str], Judged] = field(default_factory=dict)
    """Verdicts by indicator id and breakdown, of headline figures only."""

    @cached_property
    def _held(self) -> dict[tuple[str, str, Period], Held | None]:
        return {}

    @cached_property
    def series(self) -> dict[str, Series]:
        """The breakdown of each indicator that pages show, by indicator id."""
        found = ((name, self.breakdowns.get((name, one.breakdown))) for name, one in self.indicators.items())
        return {name: series for name, series in found if series is not None}

    @cached_property
    def names(self) -> tuple[tuple[str, str], ...]:
        """Indicators with breakdowns, in the order of the catalogue, what pages show before what stands beside it."""
        every = ((name, part) for name, one in self.indicators.items() for part in one.breakdowns)
        return tuple(name for name in every if name in self.breakdowns)

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
        series = self.series.get(indicator)
        span = _last(series, window, period)
        return None if series is None or span is None else next(self._figures(series, window, span, unit), None)

    def at(self, series: Series, span: Span) -> Iterator[Figure]:
        """The headline figure of every unit in one window."""
        yield from self._figures(series, None, span, None)

    def verdict(self, figure: Figure) -> Verdict | None:
        """The verdict on a headline figure, None for other windows and for what is not judged."""
        about = figure.about
        judged = self.judged.get((about.indicator.id, about.breakdown))
        if judged is None or about.window is not about.indicator.window:
            return None
        return judged.of(about.unit, about.period)

    def history(
        self, unit: str, indicator: str, window: Window | None = None, until: Period | None = None
    ) -> tuple[Figure, ...]:
        """Every figure of a unit in a kind of window, oldest first."""
        found = self.every(indicator, window, unit)
        return tuple(figure for figure in found if until is None or figure.about.period.end <= until.end)

    def every(
        self, indicator: str, window: Window | None = None, unit: str | None = None, breakdown: str | None = None
    ) -> Iterator[Figure]:
        """Every figure of an indicator in a kind of window, by period and then in the order of units."""
        series = self._one(indicator, breakdown)
        if series is not None:
            for span in series.spans(window or series.indicator.window):
                yield from self._figures(series, window, span, unit)

    def every_rest_group(
        self, indicator: str, window: Window | None = None, breakdown: str | None = None
    ) -> Iterator[RestGroup]:
        """Every rest group of an indicator in a kind of window."""
        series = self._one(indicator, breakdown)
        if series is not None:
            for span in series.spans(window or series.indicator.window):
                yield from self._rest_groups(series, window, span)

    def rest_groups(
        self, unit: str, indicator: str, period: Period, window: Window | None = None
    ) -> tuple[RestGroup, ...]:
        """The rest groups under a unit in the window that ends last at `period`."""
        series = self.series.get(indicator)
        span = _last(series, window, period)
        if series is None or span is None:
            return ()
        return tuple(group for group in self._rest_groups(series, window, span) if group.top == unit)

    def _one(self, indicator: str, breakdown: str | None) -> Series | None:
        return self.series.get(indicator) if breakdown is None else self.breakdowns.get((indicator, breakdown))

    def _figures(self, series: Series, window: Window | None, span: Span, unit: str | None) -> Iterator[Figure]:
        held = HeldForIndicator(self, series.indicator.id)
        yield from series.figures(window or series.indicator.window, span, held, unit)

    def _rest_groups(self, series: Series, window: Window | None, span: Span) -> Iterator[RestGroup]:
        held = HeldForIndicator(self, series.indicator.id)
        yield from series.rest_groups(window or series.indicator.window, span, held)


def _last(series: Series | None, window: Window | None, period: Period) -> Span | None:
    if series is None:
        return None
    found = [span for span in series.spans(window or series.indicator.window) if span.period.end <= period.end]
    return found[-1] if found else None


@dataclass(frozen=True, slots=True)
class HeldForIndicator:
    """Looks up the target of one indicator for a unit at a period."""

    board: Board
    indicator: str

    def __call__(self, unit: str, period: Period) -> Held | None:
        """The target that holds, None where none is adopted."""
        return self.board.held(unit, self.indicator, period)
