"""The cards of the unit page: sick leave, full-time and turnover."""

from dashboard import phrases, sentences
from dashboard.cards import card, more, number, reason, simple_table, status
from dashboard.history import history_chart, history_says, history_table
from dashboard.markup import Html, div, join, paragraph, span
from dashboard.notation import format_number, format_value
from dashboard.origins import where_from
from dashboard.reading import FULL_TIME, SICK_LEAVE, TURNOVER, Reading
from metrics.figures import Figure, RestGroup, Shown
from metrics.units import Unit
from metrics.windows import Window

_MONTHS_DRAWN = 36
_AND_ALSO = ("full_time_share_80", "mean_position_percent", "full_time_share_municipality")


def _top(reading: Reading, indicator: str, figure: Figure | None, note: str | None) -> Html:
    goal = reading.goal_of(indicator)
    words = " · ".join(part for part in (note, f"mål {goal}" if goal else None) if part)
    title = div("name", phrases.name_of(reading.board.indicators[indicator]), " ", span("sub", words))
    return div("top", title, div("right", status(figure)))


def _big(figure: Figure | None, words: str | None = None) -> Html:
    shown = isinstance(figure, Shown)
    return span("big" if shown else "big none", words if shown and words else number(figure))


def _compared(reading: Reading, unit: Unit, indicator: str) -> str:
    """«mål: høyst 7,5 % · helse og velferd 9,1 % · kommunen 7,4 %»."""
    figure = reading.now(unit.id, indicator)
    held = None if figure is None else figure.about.held
    parts = [phrases.held_words(held, figure.about.indicator.measure)] if held and figure else []
    milestone = phrases.milestone_words(held, figure.about.indicator.measure) if figure else None
    parts += [milestone] if milestone else []
    area = reading.tree.index.get(unit.service_area or "")
    if area is not None and unit.service_area != unit.id:
        above = reading.tree.units[area]
        parts.append(f"{above.name} {phrases.figure_words(reading.now(above.id, indicator)).lower()}")
    if unit.id != reading.root.id:
        parts.append(f"kommunen {phrases.figure_words(reading.now(reading.root.id, indicator)).lower()}")
    return " · ".join(parts)


def sick_leave_card(reading: Reading, unit: Unit) -> Html | None:
    """The large number, what it is compared with, the history, the table behind and where it comes from."""
    if SICK_LEAVE not in reading.board.indicators:
        return None
    figure = reading.now(unit.id, SICK_LEAVE)
    rolling = reading.history(unit.id, SICK_LEAVE)[-_MONTHS_DRAWN:]
    months = reading.history(unit.id, SICK_LEAVE, Window.MONTH)[-_MONTHS_DRAWN:]
    says = history_says(reading.board.indicators[SICK_LEAVE], rolling)
    rows = history_table(rolling, months)
    return card(
        _top(reading, SICK_LEAVE, figure, "siste tolv måneder"),
        div("figure", _big(figure), span("sub", _compared(reading, unit, SICK_LEAVE))),
        _why_not(reading, figure),
        history_chart(rolling, months, says) or paragraph(sentences.NOTHING_TO_DRAW, class_="say"),
        more("Vis som tabell", simple_table(says, ("Måned", "Siste tolv måneder", "Måneden alene"), rows)),
        where_from(reading, figure),
    )


def _why_not(reading: Reading, figure: Figure | None) -> Html | None:
    """Why there is no number, and the sum that the hidden unit is part of."""
    if figure is None or isinstance(figure, Shown):
        return None if figure else paragraph(reason(None), class_="say")
    group = _group_of(reading, figure)
    area = reading.tree.units[reading.tree.index[group.top]].name if group else None
    line = paragraph(sentences.rest_group_line(group), class_="sub") if group else None
    return join(paragraph(reason(figure, area), class_="say"), line)


def _group_of(reading: Reading, figure: Figure) -> RestGroup | None:
    """The rest group that a hidden unit stands in, the nearest one above."""
    for above in reversed(reading.tree.path(figure.about.unit)[:-1]):
        for group in reading.rest_groups(above.id, figure.about.indicator.id):
            if figure.about.unit in group.members:
                return group
    return None


def full_time_card(reading: Reading, unit: Unit) -> Html | None:
    """Full-time as whole persons: «19 av 46», what is lacking, and the neighbouring measures."""
    if FULL_TIME not in reading.board.indicators:
        return None
    figure = reading.now(unit.id, FULL_TIME)
    counted = under = None
    if isinstance(figure, Shown):
        have, of = figure.natural_numerator, figure.natural_denominator
        counted = f"{format_number(round(have))} av {format_number(round(of))}"
        under = f"{format_value(figure)} har hel stilling i enheten"
    return card(
        _top(reading, FULL_TIME, figure, _when(reading, figure)),
        div("figure", _big(figure, counted)),
        div("sub", _joined(under, phrases.held_of(figure))),
        _why_not(reading, figure),
        paragraph(sentences.full_time_need(figure), class_="say") if isinstance(figure, Shown) else None,
        _also(reading, unit),
        where_from(reading, figure),
    )


def _also(reading: Reading, unit: Unit) -> Html:
    found = (reading.now(unit.id, indicator) for indicator in _AND_ALSO)
    lines = (f"{phrases.name_of(one.about.indicator)}: {phrases.figure_words(one)}" for one in found if one)
    return div("also", *(div("sub", line) for line in lines))


def turnover_card(reading: Reading, unit: Unit) -> Html | None:
    """Turnover, with the count of those who left."""
    if TURNOVER not in reading.board.indicators:
        return None
    figure = reading.now(unit.id, TURNOVER)
    counted = sentences.leavers_words(figure) if isinstance(figure, Shown) else None
    away = phrases.distance(figure) if isinstance(figure, Shown) else None
    return card(
        _top(reading, TURNOVER, figure, _when(reading, figure)),
        div("figure", _big(figure)),
        div("sub", _joined(counted, phrases.held_of(figure))),
        _why_not(reading, figure),
        paragraph(away, class_="say") if away else None,
        where_from(reading, figure),
    )


def _joined(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)


def _when(reading: Reading, figure: Figure | None) -> str | None:
    return None if figure is None else phrases.age_words(figure, reading.period)
