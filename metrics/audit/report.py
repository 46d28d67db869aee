"""What the attacker found."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

NARROW = 0.02
"""An interval is narrow below this part of what the figure may range over: 2 percentage points of 100."""


class LeakKind(StrEnum):
    """What is wrong."""

    GROUP = "group"
    """A group below the threshold can be worked out from what is shown."""
    UNCOUNTED = "uncounted"
    """A group with amounts and no persons can be worked out: no count stands behind its amounts."""
    BELOW_THRESHOLD = "below_threshold"
    """A figure is shown with fewer behind it than its threshold, or without a count."""
    HIDDEN_WITH_NUMBER = "hidden_with_number"
    """A figure that is hidden or missing carries a number or a source."""
    WINDOW = "window"
    """A window that is not the sum of the base figures shown inside it."""
    VALUE = "value"
    """A value or a gap that does not follow from the sums printed beside it."""
    CONTRADICTION = "contradiction"
    """Shown counts that cannot all be true: one of them is of others than it says."""
    OVERLAP = "overlap"
    """Two base figures of a unit are over periods with months in common: their difference is shown too."""
    HOMOGENEOUS = "homogeneous"
    """A group that can be worked out stands at an end of its scale: everyone in it gave the same answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leak:
    """One thing that can be worked out and should not be."""

    kind: LeakKind
    indicator: str
    breakdown: str
    period: str
    window: str
    units: tuple[str, ...]
    """The units whose own staff make up the group, `unit:shift` or `unit:other` where a flag parts them."""
    persons: int | None
    threshold: int
    numerator: float | None = None
    denominator: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Width:
    """What an outsider can say of a hidden figure: the least and greatest value that fit all that is shown."""

    indicator: str
    breakdown: str
    period: str
    unit: str
    least: float
    greatest: float
    width: float
    """In the figure's own measure: percentage points, or points of the scale."""
    homogeneous: bool
    """Every group that the figure is drawn from is at the same end of the scale: all zero, or all full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Widths:
    """The intervals of all hidden figures, as parts of what each may range over (0 to 1)."""

    figures: int
    least: float | None
    median: float | None
    narrow: int
    wider_than_five: float | None
    """Share of the figures wider than 5 percentage points (0.05)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditReport:
    """An attack on a board."""

    attacked: int
    """Printed figures and rest groups that were attacked."""
    tables: int
    """Systems of sums that were solved: one for each indicator and base period, and one for each part of a total."""
    derivable: tuple[Leak, ...]
    narrow: tuple[Width, ...]
    zero_width_nonzero: tuple[Width, ...]
    """Figures below the threshold whose value is certain, and neither all zero nor all full. There must be none."""
    widths: Widths
    rules: Mapping[str, str]
    """Version of each rule of the attack."""
    policies: tuple[str, ...]
    """The policies printed on the figures."""

    @property
    def safe(self) -> bool:
        """Whether the board may be shown: nothing derivable, no hidden figure certain."""
        return not self.derivable and not self.zero_width_nonzero

    def as_shape(self) -> dict[str, Any]:
        """As plain values for JSON."""
        return {"ok": self.safe, **asdict(self), "rules": dict(self.rules)}
