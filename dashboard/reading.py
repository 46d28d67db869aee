"""What a page reads: one snapshot of the board, seen with one strategy at one period."""

import os
from dataclasses import dataclass, replace
from functools import cached_property

from data.board import EmptyBoardError, current
from metrics.board import Board
from metrics.figures import Figure, RestGroup, Shown
from metrics.periods import Period
from metrics.strategy import Goal, Link, Strategy, SubGoal
from metrics.targets import Held, resolve
from metrics.units import Tree, Unit
from metrics.windows import Window

BOARD_URL = "MAALBILDE_BOARD_URL"
"""The environment variable that holds the board's address."""
JOURNAL_URL = "MAALBILDE_JOURNAL_URL"
"""The environment variable that holds the journal's address."""
SICK_LEAVE, TURNOVER, FULL_TIME = "sick_leave", "turnover", "full_time_share"
TEN_FACTORS = tuple(
    f"ten_factor_{factor}"
    for factor in (
        "task_motivation",
        "self_efficacy",
        "autonomy",
        "use_of_competence",
        "mastery_leadership",
        "role_clarity",
        "competence_development",
        "flexibility",
        "mastery_climate",
        "prosocial_motivation",
    )
)
"""KS's factors in KS's own order (DOMAIN §1.1)."""


def open_board() -> Board | None:
    """The board as it stands now, None before the first publish."""
    try:
        return current(os.environ[BOARD_URL])
    except EmptyBoardError:
        return None


def measured_by(goal: Goal) -> dict[str, Link | None]:
    """The indicators that a goal or its sub-goals name, with how well they measure it where that is said."""
    found: dict[str, Link | None] = {}
    parts: tuple[Goal | SubGoal, ...] = (goal, *goal.sub_goals)
    for part in parts:
        for target in part.targets:
            found.setdefault(target.indicator, None)
        for link in part.links:
            found[link.indicator] = found.get(link.indicator) or link
    return found


@dataclass(frozen=True)
class Reading:
    """A board with what the reader has chosen. The chosen strategy's targets go before the others'."""

    board: Board
    strategy: Strategy | None
    period: Period

    @cached_property
    def tree(self) -> Tree:
        """The units of the period."""
        return self.board.tree(self.period)

    @property
    def root(self) -> Unit:
        """The whole municipality."""
        return self.tree.units[0]

    @cached_property
    def service_areas(self) -> tuple[Unit, ...]:
        """The units that others name as their service area; the units below the root where none is named."""
        named = {unit.service_area for unit in self.tree.units}
        found = tuple(unit for unit in self.tree.units if unit.id in named)
        return found or self.tree.children(self.root.id)

    def now(self, unit: str, indicator: str, window: Window | None = None) -> Figure | None:
        """The last figure of a unit up to the period, None where the board has none."""
        found = self.board.figure(unit, indicator, self._until(indicator, window), window)
        return None if found is None else self._held_here(found)

    def history(self, unit: str, indicator: str, window: Window | None = None) -> tuple[Figure, ...]:
        """The figures of a unit up to the period, oldest first."""
        found = self.board.history(unit, indicator, window, until=self._until(indicator, window))
        return tuple(self._held_here(figure) for figure in found)

    def held(self, unit: str, indicator: str) -> Held | None:
        """The target that holds for a unit now, also where there is no figure."""
        path = self.tree.path(unit)
        mine = resolve((self.strategy,), indicator, path, self.period) if self.strategy else None
        return mine or resolve(self.board.strategies, indicator, path, self.period)

    def rest_groups(self, top: str, indicator: str) -> tuple[RestGroup, ...]:
        """The rest groups below a unit in its last window up to the period."""
        return self.board.rest_groups(top, indicator, self._until(indicator, None))

    def start(self, unit: str, indicator: str) -> Shown | None:
        """The first shown figure since the strategy began, else the first there is."""
        shown = [figure for figure in self.history(unit, indicator) if isinstance(figure, Shown)]
        since = self.strategy.valid_from if self.strategy else None
        within = [figure for figure in shown if since is None or figure.about.period.last_day >= since]
        return next(iter(within or shown), None)

    def employees(self, unit: str) -> Figure | None:
        """The last month of sick leave, whose `people` are the unit's employees."""
        return self.now(unit, SICK_LEAVE, Window.MONTH)

    def goal_of(self, indicator: str) -> str | None:
        """The number of the goal that an indicator belongs to in the strategy."""
        goals = self.strategy.goals if self.strategy else ()
        return next((goal.id for goal in goals if indicator in measured_by(goal)), None)

    def _until(self, indicator: str, window: Window | None) -> Period:
        """The period, or the end of a longer one that it lies in: a survey of 2026 is there in October 2026."""
        series = self.board.series.get(indicator)
        if series is None or (window or series.indicator.window) is not Window.LATEST:
            return self.period
        begun = [base for base in series.axis if base.start < self.period.end]
        return max((self.period, *begun[-1:]), key=lambda period: period.end)

    def _held_here(self, figure: Figure) -> Figure:
        held = self._resolve(figure)
        return figure if held == figure.about.held else replace(figure, about=replace(figure.about, held=held))

    def _resolve(self, figure: Figure) -> Held | None:
        about = figure.about
        if self.strategy is None or (about.held is not None and about.held.strategy == self.strategy.id):
            return about.held
        tree = self.board.tree(about.period)
        if about.unit not in tree.index:
            return about.held
        return resolve((self.strategy,), about.indicator.id, tree.path(about.unit), about.period) or about.held
