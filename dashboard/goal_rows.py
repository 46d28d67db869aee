"""The goals of the strategy on the overview: each with its indicators, never with an index."""

from collections.abc import Iterator

from dashboard import phrases, sentences
from dashboard.cards import number, reason, simple_table
from dashboard.charts import sparkline, strip
from dashboard.chips import LANGUAGE, chip, target_note
from dashboard.courses import Course
from dashboard.history_words import history_table
from dashboard.markup import Html, div, paragraph, span, tag
from dashboard.reading import Reading, measured_by
from dashboard.saying.many_units import by_level
from dashboard.spread import spread
from dashboard.standings import Standing, settled, stand
from dashboard.ways import start_of
from metrics.figures import Missing
from metrics.strategy import Goal, Link

_SPARK_POINTS = 13


def indicators_of(reading: Reading) -> dict[str, dict[str, Link | None]]:
    """For each goal its indicators on the board, with how well they measure it."""
    goals = reading.strategy.goals if reading.strategy else ()
    board = reading.board.indicators
    return {goal.id: {one: link for one, link in measured_by(goal).items() if one in board} for goal in goals}


def goal_row(reading: Reading, goal: Goal, indicators: dict[str, Link | None]) -> Html:
    """A goal beside its indicators."""
    rows = [_indicator(reading, indicator, link) for indicator, link in indicators.items()]
    nothing = paragraph(sentences.NOT_MEASURED_GOAL, class_="ind sub")
    head = div("g", div("no", f"Mål {goal.id}"), tag("h2", goal.title, class_="t"))
    return div("goal", head, div("inds", *(rows or [nothing])))


def _indicator(reading: Reading, indicator: str, link: Link | None) -> Html:
    about = reading.board.indicators[indicator]
    standing = stand(reading, reading.root.id, indicator)
    figure, shown = standing.figure, standing.shown
    drawn = sparkline(settled(reading, standing)[-_SPARK_POINTS:])
    return div(
        "ind",
        div("what", div("name", phrases.name_of(about)), div("sub", phrases.indicator_note(about))),
        div("v", number(figure)),
        div("drawn", strip(shown, start_of(reading, standing)) if shown else None),
        div("drawn", drawn or span("sub", sentences.NO_LINE)),
        div("side", chip(standing), *(div("dir", note) for note in _notes(reading, standing, link))),
        _units(reading, standing),
    )


def _notes(reading: Reading, standing: Standing, link: Link | None) -> Iterator[str]:
    figure = standing.figure
    notes = (
        target_note(standing),
        phrases.EVIDENCE[link.evidence] if link else None,
        phrases.age_words(figure, reading.period) if figure and standing.provisional is None else None,
        reason(figure) if not isinstance(figure, Missing) or figure.since is None else None,
    )
    yield from (note for note in notes if note)


def _units(reading: Reading, standing: Standing) -> Html | None:
    """«Sju av tolv enheter er trygt i mål …»."""
    found = spread(reading, standing)
    return div("units", f"Enhetene: {by_level(found, LANGUAGE)}") if found.total() > 1 else None


def tables_behind(reading: Reading, indicators: list[str]) -> Iterator[Html]:
    """The numbers behind the lines."""
    for indicator in indicators:
        standing = stand(reading, reading.root.id, indicator)
        name = phrases.name_of(reading.board.indicators[indicator])
        course = Course(settled(reading, standing)[-_SPARK_POINTS:], ())
        yield simple_table(name, (name, "Verdi"), (row[:2] for row in history_table(course)))
