"""Which units differ from the rest by more than units usually do: a funnel, never a league table (STATISTICS §8).

Spiegelhalter 2005 on the arcsine scale: z-scores winsorised at 10 and 90 per cent, additive overdispersion.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri

from metrics.progress.arrays import Floats, Ints

WINSORISED = (10.0, 90.0)
WARN = 1.959964
NAME = 3.090232
"""Only units outside these 99.8 % limits are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel:
    """The funnel of k units; arrays are float[k] in the order given, NaN for a unit without a denominator."""

    center: float
    """Σy/Σn, a proportion."""
    phi: float
    tau2: float
    """Variance between units on the arcsine scale, 0 when they differ no more than by chance."""
    z: Floats
    """Unadjusted z-scores."""
    z_winsorised: Floats
    lower95: Floats
    upper95: Floats
    lower998: Floats
    upper998: Floats
    spread: Floats
    """Standard deviation on the arcsine scale."""
    outside: Ints
    """-1 below the 99.8 % limits, 1 above them, 0 within."""

    def drawn(self, times: float = NAME) -> tuple[Floats, Floats]:
        """The limits to draw: 0 or 1 wherever the arcsine has passed the end of the scale."""
        middle = np.arcsin(np.sqrt(self.center))
        ends = (np.clip(middle + side * times * self.spread, 0, np.pi / 2) for side in (-1, 1))
        lower, upper = (np.sin(end) ** 2 for end in ends)
        return lower, upper


def limits(numerator: Floats | Ints, denominator: Floats | Ints) -> Funnel:
    """The funnel of proportions y/n, 0 <= y <= n. Raises ValueError when no unit has a denominator."""
    y, n = np.asarray(numerator, np.float64), np.asarray(denominator, np.float64)
    known = n > 0
    if not known.any():
        raise ValueError("no denominator")
    center = float(y[known].sum() / n[known].sum())
    with np.errstate(divide="ignore", invalid="ignore"):
        error, share = np.where(known, 1 / (2 * np.sqrt(n)), np.nan), np.where(known, y / n, np.nan)
    middle = float(np.arcsin(np.sqrt(center)))
    z = (np.arcsin(np.sqrt(share)) - middle) / error
    cut = np.where(known, np.clip(z, *np.percentile(z[known], WINSORISED)), np.nan)
    phi = float((cut[known] ** 2).mean())
    tau2 = _between(phi, error[known])
    spread = np.sqrt(error**2 + tau2)
    low95, high95, low998, high998 = (
        _limit(middle, times * spread, n, side) for times in (WARN, NAME) for side in (-1, 1)
    )
    apart = z * error / spread
    return Funnel(
        center=center,
        phi=phi,
        tau2=tau2,
        z=z,
        z_winsorised=cut,
        lower95=low95,
        upper95=high95,
        lower998=low998,
        upper998=high998,
        spread=spread,
        outside=np.where(apart > NAME, 1, np.where(apart < -NAME, -1, 0)).astype(np.int64),
    )


def plain_limits(center: float, n: Floats | Ints, level: float) -> tuple[Floats, Floats]:
    """Limits without overdispersion for sizes n, on the plain scale: for a centre that is known beforehand."""
    half = float(ndtri((1 + level) / 2)) * np.sqrt(center * (1 - center) / np.asarray(n, np.float64))
    return np.maximum(0.0, center - half), np.minimum(1.0, center + half)


def _between(phi: float, error: Floats) -> float:
    k, weight = len(error), error**-2
    if k * phi < k - 1 or k < 2:  # noqa: PLR2004
        return 0.0
    return max(0.0, float((k * phi - (k - 1)) / (weight.sum() - (weight**2).sum() / weight.sum())))


def _limit(middle: float, half: Floats, n: Floats, side: int) -> Floats:
    """sin²; the end of the scale for units smaller than the one it is widest for, where the sine has turned back."""
    limit = np.sin(middle + side * half) ** 2
    widest = n[np.nanargmax(side * limit)]
    return np.where((n < widest) & np.isfinite(limit), float(side > 0), limit)
