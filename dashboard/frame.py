"""What every page has in common: the choices beside it, its title, and what it says before there are figures."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from dashboard import phrases, sentences, states
from dashboard.address import PERIOD, STRATEGY, choose
from dashboard.cards import card, heading
from dashboard.markup import div, draw, paragraph, tag
from dashboard.notation import date_label, format_number, period_label
from dashboard.reading import Reading, open_board
from metrics.board import Board
from metrics.periods import Grain, Period

_SHOWN = "reading"
_MONTHS_OFFERED = 60


def choose_reading() -> Reading | None:
    """The board with the chosen strategy and month; None before the first publish."""
    board = open_board()
    last = None if board is None else _last_month(board)
    if board is None or last is None:
        return None
    strategies = {strategy.id: strategy for strategy in board.strategies}
    chosen = next(iter(strategies), None)
    if chosen is not None and len(strategies) > 1:
        chosen = choose(STRATEGY, "Strategi", {key: one.title for key, one in strategies.items()}, chosen)
    months = {month.code: phrases.capital(period_label(month)) for month in _months(board, last)}
    period = Period.parse(choose(PERIOD, "Periode", months, last.code))
    return Reading(board, strategies.get(chosen or ""), period)


def _last_month(board: Board) -> Period | None:
    """The newest month of what is measured more often than yearly, so that a survey does not bring December early."""
    ends = [series.axis[-1] for series in board.series.values() if series.axis]
    return max((one.last_month for one in ends if one.grain is not Grain.YEAR), default=board.last_period())


def _months(board: Board, last: Period) -> list[Period]:
    """Every month from the first figure to the last, newest first."""
    first = min(series.axis[0].start for series in board.series.values() if series.axis)
    starts = range(last.start, max(first, last.start - _MONTHS_OFFERED + 1) - 1, -1)
    return [Period(start, last.months) for start in starts]


@contextmanager
def showing(reading: Reading | None) -> Iterator[None]:
    """Lend the reading to the page while it runs, so that a page never mixes two publishes."""
    st.session_state[_SHOWN] = reading
    try:
        yield
    finally:
        del st.session_state[_SHOWN]


def open_page(title: str) -> Reading:
    """The reading that the page shows. Stops after saying what to do first where there is nothing to show."""
    st.set_page_config(page_title=f"{title} – Målbilde")
    reading: Reading | None = st.session_state[_SHOWN]
    if reading is None:
        _say_what_to_do(title)
        st.stop()
    if not reading.tree.units:
        draw(heading("", title, ""), card(paragraph(sentences.no_units(reading.period))))
        st.stop()
    if reading.board.invented:
        draw(div("invented", tag("b", f"{sentences.INVENTED}."), f" {sentences.INVENTED_LINE}"))
    return reading


def _say_what_to_do(title: str) -> None:
    steps = (tag("li", words, div("command", command)) for words, command in sentences.FIRST_STEPS)
    draw(
        heading("Målbilde", title, sentences.NOTHING_YET),
        card(tag("h2", "Slik kommer dere i gang"), tag("ol", *steps, class_="steps")),
    )


def fresh(reading: Reading, indicator: str) -> str:
    """«Tall til og med oktober 2026 · publisert 12. november 2026 · tall fra 118 av 121 enheter»."""
    board, tree = reading.board, reading.tree
    found = (board.figure(unit.id, indicator, reading.period) for unit in tree.units)
    count = sum(1 for figure in found if states.has_number(figure))
    return " · ".join(
        (
            f"Tall til og med {period_label(reading.period)}",
            f"publisert {date_label(sentences.day_of(board.stamp.at))}",
            f"sykefravær fra {format_number(count)} av {format_number(len(tree.units))} enheter",
        )
    )
