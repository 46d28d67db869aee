"""The arrays that the progress rules speak in."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Codes = npt.NDArray[np.int8]

EDGE = 1e-9
"""Tolerance of every comparison: (11/24 - 9/24)·24 = 1.9999999999999996 is 2 (STATISTICS §4 step 0)."""


def divide(numerator: Floats | Ints, denominator: Floats | Ints) -> Floats:
    """Element by element, NaN where the denominator is 0 or either side is not a number."""
    with np.errstate(divide="ignore", invalid="ignore"):
        quotient = np.asarray(numerator, np.float64) / np.asarray(denominator, np.float64)
    return np.where(np.isfinite(quotient), quotient, np.nan)


def at_least(value: Floats, limit: Floats | float) -> Bools:
    """`value >= limit` within the tolerance, False where either is not a number."""
    return np.asarray(value >= limit - EDGE)


def at_most(value: Floats, limit: Floats | float) -> Bools:
    """`value <= limit` within the tolerance, False where either is not a number."""
    return np.asarray(value <= limit + EDGE)
