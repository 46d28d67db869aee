"""Small drawings: only shown figures, gaps where nothing is shown."""

import re
from fractions import Fraction

import pytest

from dashboard.charts import scale_dot, sparkline, strip
from dashboard.drawing import runs, scale_of, shown_of, time_axis
from metrics.figures import Hidden, Reason, Shown
from metrics.periods import Period

LAST = Period.month(2026, 10)


@pytest.fixture(scope="module")
def figures(small_board):
    return small_board.history("H1", "sick_leave", until=LAST)[-13:]


def _hide(figure):
    return Hidden(about=figure.about, reason=Reason.BELOW_THRESHOLD)


def test_a_hidden_month_is_a_gap_and_never_a_line_across(figures):
    broken = [*figures[:5], _hide(figures[5]), *figures[6:]]
    place, height = time_axis(broken, 0, 100), scale_of([f.value for f in shown_of(broken)], 30, 0)
    assert [len(run) for run in runs(broken, place, height)] == [5, 7]
    assert sparkline(broken).count("<polyline") == 2


def test_the_axis_knows_nothing_of_hidden_values(figures):
    """The same drawing whatever the hidden number was."""
    least = min(figures, key=lambda figure: figure.value)
    without = [_hide(one) if one is least else one for one in figures]
    bottom = max(float(y) for y in re.findall(r",(\d+\.\d)", sparkline(without)))
    assert bottom == 25.0, "the lowest shown figure stands at the bottom"


def test_a_line_needs_two_points(figures):
    assert sparkline(figures[:1]) is None
    assert sparkline([_hide(one) for one in figures]) is None


def test_a_drawing_says_what_it_shows(figures):
    drawn = sparkline(figures, Fraction(6))
    assert 'role="img"' in drawn
    assert re.search(r"<title>Fra \d,\d.% \(okt\. 2025\) til \d,\d.% \(okt\. 2026\)\.</title>", drawn)


def test_the_strip_names_value_start_and_target(figures, small_board):
    start = next(one for one in small_board.history("H1", "sick_leave") if isinstance(one, Shown))
    drawn = strip(figures[-1], start)
    assert re.search(r"Nå \d,\d.% \(okt. 2026\), ved start .*, målet er 7,5", drawn)
    assert ">mål</text>" in drawn
    assert ">start</text>" in drawn


def test_the_strip_stands_lower_to_the_left(figures, small_board):
    figure = figures[-1]
    drawn = strip(figure, None)
    goal = float(re.search(r'class="goal" x1="([\d.]+)"', drawn).group(1))
    now = float(re.search(r'class="dot [a-z]+" cx="([\d.]+)"', drawn).group(1))
    assert (goal < now) == (figure.gap > 0)


def test_a_dot_stands_where_the_mean_is(small_board):
    figure = small_board.figure("H1", "ten_factor_role_clarity", Period.month(2026, 12))
    other = small_board.figure("1000", "ten_factor_role_clarity", Period.month(2026, 12))
    drawn = scale_dot(figure, other, 1, 5)
    assert f'cx="{10 + float(figure.value - 1) / 4 * 240:.1f}"' in drawn
    assert "streken er kommunen" in drawn
    assert "streken" not in scale_dot(figure, None, 1, 5)
