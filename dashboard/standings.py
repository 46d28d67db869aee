"""How a unit stands on an indicator: the figure that was judged, and the verdict on it."""

from dataclasses import dataclass, replace
from functools import cached_property

from dashboard.reading import Reading
from metrics.figures import Figure, Hidden, Shown
from metrics.judged import Verdict
from metrics.progress.codes import Level, Why


@dataclass(frozen=True)
class Standing:
    """A figure with its verdict; both end with the same month or round."""

    figure: Figure | None
    verdict: Verdict | None
    """None where nothing was judged, or where it was held against another target than the reader sees."""
    provisional: Figure | None = None
    """A newer figure, whose last month is not judged yet."""

    @property
    def shown(self) -> Shown | None:
        """The figure where it holds numbers."""
        return self.figure if isinstance(self.figure, Shown) else None

    @cached_property
    def level(self) -> Level | None:
        """What the chip says; None where there is a number without a verdict that holds for it.

        A verdict that the exact side of the target speaks against is left out: the page never contradicts the side.
        """
        if isinstance(self.figure, Hidden):
            return Level.HIDDEN
        said = None if self.verdict is None else self.verdict.level
        if self.shown is None:
            return Level.TOO_LITTLE if said is Level.TOO_LITTLE else Level.MISSING
        if said in {Level.HIDDEN, Level.MISSING}:
            return Level.TOO_LITTLE
        claimed = {Level.ON_SECURE: True, Level.ON_UNSURE: True}.get(said, False) if said in _SIDED else None
        return said if claimed is None or claimed is self.shown.met else None


_SILENT = {Level.TOO_LITTLE, Level.HIDDEN, Level.MISSING}
_SIDED = {Level.ON_SECURE, Level.ON_UNSURE, Level.ON_TRACK, Level.OFF_UNSURE, Level.OFF_CLEAR}


def stand(reading: Reading, unit: str, indicator: str) -> Standing:
    """The last judged figure of a unit up to the period: one month earlier than the newest while that may change."""
    newest = reading.now(unit, indicator)
    if newest is None:
        return Standing(None, None)
    verdict = reading.board.verdict(newest)
    if verdict is None or verdict.judged is None or verdict.judged.end >= newest.about.period.end:
        return _standing(reading, newest)
    if verdict.level in _SILENT and (verdict.why is Why.NOT_UPDATED or not isinstance(newest, Shown)):
        return _standing(reading, newest)
    then = replace(reading, period=verdict.judged.last_month)
    judged = then.now(unit, indicator)
    if not isinstance(judged, Shown):
        return _standing(reading, newest)
    return _standing(then, judged, newest if isinstance(newest, Shown) else None)


def _standing(reading: Reading, figure: Figure, provisional: Figure | None = None) -> Standing:
    about = figure.about
    judged_against = reading.board.held(about.unit, about.indicator.id, about.period)
    same = (judged_against and judged_against.target) == (about.held and about.held.target)
    return Standing(figure, reading.board.verdict(figure) if same else None, provisional)


def settled(reading: Reading, standing: Standing) -> tuple[Figure, ...]:
    """The history up to the judged figure, oldest first."""
    if standing.figure is None:
        return ()
    about = standing.figure.about
    return replace(reading, period=about.period).history(about.unit, about.indicator.id)
