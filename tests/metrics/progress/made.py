"""A small invented municipality for the progress rules, from a seed."""

from decimal import Decimal

import numpy as np

from metrics.progress.aims import Aims
from metrics.progress.groups import Groups
from metrics.progress.history import History
from metrics.strategy import Operator, Target


def target(limit, operator=Operator.AT_MOST, upper=None):
    return Target(
        indicator="x",
        operator=operator,
        limit=Decimal(str(limit)),
        upper=None if upper is None else Decimal(str(upper)),
    )


def rates(seed, units=14, months=40, gaps=0.05):
    """A history of lost and agreed man-days with some months missing, and three groups."""
    random = np.random.default_rng(seed)
    agreed = np.repeat(random.integers(6, 40, units)[:, None] * 21.0, months, axis=1)
    usual = random.uniform(0.03, 0.14, (units, 1)) * np.where(
        np.arange(months) < months // 2, 1, random.uniform(0.4, 2)
    )
    lost = np.round(np.minimum(agreed, random.gamma(1.5, 1 / 1.5, agreed.shape) * usual * agreed), 1)
    history = History.natural(lost, agreed, random.random(agreed.shape) >= gaps)
    return history, Groups.lowest(random.integers(0, 3, units))


def aims(history, limit=8, operator=Operator.AT_MOST, upper=None):
    units, months = history.months.shape
    return Aims.of([target(limit, operator, upper)] * units, months)


def steady(share, months=36, agreed=20 * 21.0, units=1):
    """Units with the same rate every month."""
    there = np.full((units, months), agreed)
    return History.natural(there * share, there)


def alone(units=1):
    return Groups.lowest(np.zeros(units, np.int64))
