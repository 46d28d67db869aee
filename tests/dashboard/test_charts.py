"""Small drawings: only shown figures, gaps where nothing is shown."""

import re
from fractions import Fraction

import pytest

from dashboard.charts import interval, sparkline, strip
from dashboard.drawing import runs, scale_of, shown_of, time_axis
from dashboard.ways import Start
from metrics.figures import Hidden, Reason
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


def test_the_strip_names_value_start_and_target(figures):
    drawn = strip(figures[-1], Start(Fraction(9), Period.month(2022, 1)))
    assert re.search(r"Nå \d,\d.% \(okt. 2026\), ved start 9,0.% \(jan. 2022\), målet er 7,5", drawn)
    assert ">mål</text>" in drawn
    assert ">start</text>" in drawn


def test_the_strip_stands_lower_to_the_left(figures):
    figure = figures[-1]
    drawn = strip(figure, None)
    goal = float(re.search(r'class="goal" x1="([\d.]+)"', drawn).group(1))
    now = float(re.search(r'class="dot [a-z]+" cx="([\d.]+)"', drawn).group(1))
    assert (goal < now) == (figure.gap > 0)
    assert "start" not in re.sub('class="[^"]+"', "", drawn)


def test_a_mean_stands_with_its_span_and_the_municipality(small_board):
    figure = small_board.figure("H1", "ten_factor_role_clarity", Period.month(2026, 12))
    other = small_board.figure("1000", "ten_factor_role_clarity", Period.month(2026, 12))
    drawn = interval(figure, (Fraction("3.5"), Fraction("4.25")), other, 3)
    assert f'cx="{10 + float(figure.value - 3) / 2 * 240:.1f}"' in drawn
    assert 'x="70.0" y="10" width="90.0"' in drawn, "from 3.5 to 4.25 on a scale from 3 to 5"
    assert "med usikkerhet fra 3,5 til 4,3; streken er kommunen" in drawn
    assert "streken" not in interval(figure, (Fraction(3), Fraction(4)), None, 1)
