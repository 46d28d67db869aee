"""The large chart and the table behind it."""

import re
from fractions import Fraction

import pytest

from dashboard.history import history_chart, history_says, history_table, ticks
from metrics.figures import Hidden, Reason
from metrics.periods import Period
from metrics.windows import Window

LAST = Period.month(2026, 10)


@pytest.fixture(scope="module")
def rolling(small_board):
    return small_board.history("H1", "sick_leave", until=LAST)[-20:]


@pytest.fixture(scope="module")
def months(small_board):
    return small_board.history("H1", "sick_leave", Window.MONTH, until=LAST)[-20:]


def _hide(figure):
    return Hidden(about=figure.about, reason=Reason.PROTECTS_OTHERS)


def test_the_rolling_line_is_thick_the_months_are_faint_and_the_target_is_dashed(rolling, months):
    drawn = history_chart(rolling, months, "Sier")
    assert drawn.count('<polyline class="line"') == 2, "one for the wide and one for the narrow screen"
    assert drawn.count('<polyline class="month"') == 2
    assert drawn.count('<line class="target"') == 2
    assert "Mål 7,5" in drawn
    assert 'aria-label="Sier"' in drawn


def test_the_last_label_is_the_newest_shown_figure(rolling, months):
    drawn = history_chart([*rolling[:-1], _hide(rolling[-1])], months, "")
    assert re.search(r"class=\"end\"[^>]*>\d,\d.% siste tolv måneder<", drawn)


def test_nothing_shown_gives_no_chart(rolling):
    assert history_chart([_hide(one) for one in rolling], [], "") is None
    assert history_chart([], [], "") is None


def test_ticks_are_round_and_hold_everything():
    assert ticks([Fraction("7.2"), Fraction("10.9")]) == [7, 8, 9, 10, 11]
    assert ticks([Fraction(5)]) == [5, Fraction("5.1")]
    few = ticks([Fraction(0), Fraction(250)])
    assert few[0] == 0
    assert few[-1] >= 250
    assert len(few) <= 6
    assert len(ticks([Fraction(3), Fraction(4000)])) <= 6


def test_the_table_is_newest_first_and_never_empty(rolling, months):
    rows = history_table([*rolling[:-1], _hide(rolling[-1])], months[:-1])
    assert rows[0] == ("okt. 2026", "Skjermet", "Ingen tall")
    assert rows[1][0] == "sep. 2026"
    assert all(all(cell for cell in row) for row in rows)


def test_the_sentence_tells_of_months_without_a_figure(rolling, small_board):
    indicator = small_board.indicators["sick_leave"]
    assert "uten vist tall" not in history_says(indicator, rolling)
    says = history_says(indicator, [_hide(rolling[0]), *rolling[1:]])
    assert says.startswith("Sykefravær siste tolv måneder: fra ")
    assert says.endswith(" Én måned er uten vist tall.")
    assert history_says(indicator, []) == "Sykefravær: ingen tall i perioden."
