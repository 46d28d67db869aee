"""Oversikt: whether the municipality is on its way to the goals."""

from collections.abc import Iterator
from fractions import Fraction

from dashboard import phrases, sentences
from dashboard.cards import card, heading, lead, more, number, reason, section, simple_table, status, target_note
from dashboard.charts import sparkline, strip
from dashboard.frame import fresh, open_page
from dashboard.history import history_table
from dashboard.markup import Html, div, draw, join, paragraph, span, tag
from dashboard.reading import SICK_LEAVE, Reading, measured_by
from dashboard.tables import rest_lines, units_table
from metrics.amounts import natural
from metrics.figures import Hidden, Shown
from metrics.strategy import Goal, Link
from metrics.units import Unit

_SPARK_POINTS = 13


def _goals(reading: Reading) -> dict[str, dict[str, Link | None]]:
    """For each goal its indicators on the board, with how well they measure it."""
    goals = reading.strategy.goals if reading.strategy else ()
    board = reading.board.indicators
    return {goal.id: {one: link for one, link in measured_by(goal).items() if one in board} for goal in goals}


def _summary(reading: Reading) -> Html:
    met: list[str] = []
    not_met: list[str] = []
    hidden = missing = without = 0
    for indicator in dict.fromkeys(one for found in _goals(reading).values() for one in found):
        figure, held = reading.now(reading.root.id, indicator), reading.held(reading.root.id, indicator)
        if held is None or held.limit is None:
            without += 1
        elif isinstance(figure, Shown):
            (met if figure.met else not_met).append(phrases.in_sentence(reading.board.indicators[indicator]))
        elif isinstance(figure, Hidden):
            hidden += 1
        else:
            missing += 1
    if not reading.strategy:
        return lead("Ingen strategi er valgt.", "Legg en strategi i mappa config/strategies.")
    return lead(
        sentences.targets_summary(met, not_met, hidden, missing), sentences.without_target_summary(without) or ""
    )


def _indicator(reading: Reading, indicator: str, link: Link | None) -> Html:
    about, unit = reading.board.indicators[indicator], reading.root.id
    figure, history = reading.now(unit, indicator), reading.history(unit, indicator)
    notes = (
        target_note(figure),
        phrases.EVIDENCE[link.evidence] if link else None,
        phrases.age_words(figure, reading.period) if figure else None,
        reason(figure),
    )
    return div(
        "ind",
        div("what", div("name", phrases.name_of(about)), div("sub", phrases.indicator_note(about))),
        div("v", number(figure)),
        div("drawn", strip(figure, reading.start(unit, indicator)) if isinstance(figure, Shown) else None),
        div("drawn", sparkline(history[-_SPARK_POINTS:]) or span("sub", sentences.NO_LINE)),
        div("side", status(figure), *(div("dir", note) for note in notes if note)),
    )


def _goal(reading: Reading, goal: Goal, indicators: dict[str, Link | None]) -> Html:
    rows = [_indicator(reading, indicator, link) for indicator, link in indicators.items()]
    nothing = paragraph(sentences.NOT_MEASURED_GOAL, class_="ind sub")
    head = div("g", div("no", f"Mål {goal.id}"), tag("h2", goal.title, class_="t"))
    return div("goal", head, div("inds", *(rows or [nothing])))


def _behind(reading: Reading, indicators: list[str]) -> Iterator[Html]:
    for indicator in indicators:
        name = phrases.name_of(reading.board.indicators[indicator])
        history = reading.history(reading.root.id, indicator)[-_SPARK_POINTS:]
        rows = ((when, value) for when, value, _ in history_table(history, ()))
        yield simple_table(name, (name, "Verdi"), rows)


def _distance_in_days(reading: Reading, unit: Unit) -> Fraction:
    """How many lost days the distance to the own target is; what is not shown comes last."""
    figure = reading.now(unit.id, SICK_LEAVE)
    if not isinstance(figure, Shown) or figure.gap is None:
        return Fraction(-(10**9))
    return figure.gap * Fraction(natural(figure.denominator))


def main() -> None:
    """Draw the page."""
    reading = open_page("Oversikt")
    goals = _goals(reading)
    draw(heading("Hele kommunen", "Er vi på vei mot målene?", fresh(reading, SICK_LEAVE)), _summary(reading))
    if reading.strategy:
        parts = (_goal(reading, goal, goals[goal.id]) for goal in reading.strategy.goals)
        named = list(dict.fromkeys(one for found in goals.values() for one in found))
        draw(card(*parts, panel=False), more(sentences.AS_TABLE, div("tables", *_behind(reading, named))))
    areas = sorted(reading.service_areas, key=lambda unit: _distance_in_days(reading, unit), reverse=True)
    draw(
        section("Hvor ligger avstanden til målet?", sentences.ORDER_OF_AREAS),
        card(units_table(reading, "Tjenesteområder", "Tjenesteområde", areas), panel=False),
        join(*rest_lines(reading, reading.root.id)),
    )


main()
