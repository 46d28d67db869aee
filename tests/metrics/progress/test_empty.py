import numpy as np
import pytest

from metrics.indicators import Better
from metrics.progress import cumulative, events, flows, means, rates, seasons, stocks
from metrics.progress.aims import Aims
from metrics.progress.groups import Groups
from metrics.progress.history import History
from metrics.progress.means import Survey


@pytest.mark.parametrize("shape", [(0, 0), (0, 30), (3, 0), (3, 1), (3, 30)])
def test_nothing_at_all_is_judged_without_a_word(shape):
    """No unit, no month, or no value in any: every rule answers with arrays of the same shape."""
    nothing = History.natural(np.full(shape, np.nan), np.full(shape, np.nan))
    groups, aims = Groups.lowest(np.full(shape[0], -1)), Aims.of([None] * shape[0], shape[1])
    found = [
        rates.judge(nothing, groups, aims, Better.LOWER, provisional=1),
        flows.judge(nothing, groups, aims, Better.LOWER),
        stocks.judge(nothing, aims, Better.HIGHER),
        events.judge(nothing, groups, aims, Better.LOWER),
        means.judge(nothing, Survey.unknown(shape), groups, aims, Better.HIGHER),
        cumulative.judge(nothing, aims, np.arange(1, 13) / 12, 1),
    ]
    for verdicts in found:
        assert verdicts.level.shape == verdicts.direction.shape == verdicts.P.shape == shape
        assert np.isnan(verdicts.figure).all()
    assert np.isnan(seasons.memory(nothing, groups))


def test_arrays_that_do_not_fit_are_refused():
    good = History.natural(np.ones((2, 3)), np.ones((2, 3)))
    with pytest.raises(ValueError, match="unit, month"):
        History(
            numerator=good.numerator,
            denominator=good.denominator[:, :2],
            months=good.months,
            hidden=good.hidden,
            breaks=good.breaks,
        )
