import numpy as np
import pytest

from metrics.progress import seasons
from metrics.progress.groups import Groups
from metrics.progress.history import History

SHAPE = np.array([1.4, 1.3, 1.2, 1.0, 0.9, 0.8, 0.5, 0.7, 0.9, 1.0, 1.1, 1.2])


def seasonal(months, first=0, units=2):
    pattern = np.tile(SHAPE, 6)[first : first + months]
    available = np.full((units, months), 400.0)
    return History.natural(available * 0.1 * pattern, available), Groups.lowest(np.zeros(units, np.int64))


@pytest.mark.parametrize("months", [24, 36, 43])
def test_the_index_is_the_months_share_of_its_year(months):
    """The columns keep their place though the full years are counted from the end."""
    assert seasons.index(*seasonal(months))[0] == pytest.approx(SHAPE / SHAPE.mean(), abs=1e-6)


def test_less_than_two_years_have_no_season():
    assert np.isnan(seasons.index(*seasonal(23))).all()
    assert np.isnan(seasons.memory(*seasonal(23)))


def test_a_season_alone_is_no_memory_and_a_slow_wave_is():
    random = np.random.default_rng(7)
    history, groups = seasonal(60, units=30)
    noise = random.normal(1, 0.1, (30, 60))
    slow = np.cumsum(random.normal(0, 0.05, (30, 60)), axis=1) + 1
    found = [
        seasons.memory(History.natural(history.numerator / 1e6 * factor.clip(0.1), history.denominator / 1e6), groups)
        for factor in (noise, slow)
    ]
    assert abs(found[0]) < 0.1
    assert found[1] > 0.7


def test_what_is_expected_this_month():
    history, groups = seasonal(36)
    expected = seasons.expected(history, groups)
    assert expected[0, 24] == pytest.approx(0.1 * SHAPE[0], rel=1e-4)
