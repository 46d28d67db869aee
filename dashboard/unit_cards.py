"""The cards of the unit page: sick leave, full-time and turnover."""

from dataclasses import dataclass

from dashboard import phrases, sentences, states
from dashboard.cards import card, more, number, reason, simple_table
from dashboard.chips import chip, direction_line, plan_words, target_note
from dashboard.courses import course_of
from dashboard.history import history_chart
from dashboard.history_words import history_says, history_table, legend, table_columns
from dashboard.markup import Html, div, join, paragraph, span, tag
from dashboard.notation import format_number, format_value, period_label
from dashboard.origins import where_from
from dashboard.reading import Reading
from dashboard.saying.facts import Facts
from dashboard.saying.said import Said
from dashboard.spoken import said_of, why_this
from dashboard.standings import Standing, stand
from dashboard.told import tell
from metrics.figures import Figure, Hidden, RestGroup, Shown
from metrics.units import Unit

_AND_ALSO = ("full_time_share_80", "mean_position_percent", "full_time_share_municipality")


@dataclass(frozen=True)
class Told:
    """One indicator of one unit, as the cards need it."""

    reading: Reading
    unit: Unit
    indicator: str
    standing: Standing
    facts: Facts | None

    @classmethod
    def of(cls, reading: Reading, unit: Unit, indicator: str) -> "Told":
        """How the unit stands, and what may be said of it."""
        standing = stand(reading, unit.id, indicator)
        return cls(reading, unit, indicator, standing, tell(reading, unit, standing))

    @property
    def said(self) -> Said:
        """The sentences."""
        return said_of(self.standing, self.facts, self.reading, self.indicator)


def _top(told: Told, note: str | None) -> Html:
    goal = told.reading.goal_of(told.indicator)
    words = " · ".join(part for part in (note, f"mål {goal}" if goal else None) if part)
    name = phrases.name_of(told.reading.board.indicators[told.indicator])
    title = tag("h2", name, " ", span("sub", words), class_="name")
    return div("top", title, div("right", chip(told.standing), direction_line(told.facts)))


def _big(figure: Figure | None, words: str | None = None) -> Html:
    shown = isinstance(figure, Shown)
    return span("big" if shown else "big none", words if shown and words else number(figure))


def _compared(told: Told) -> str:
    """«mål: høyst 7,5 % · helse og velferd 9,1 % · kommunen 7,4 %», all of the same month."""
    parts = [target_note(told.standing)]
    tree, area = told.reading.tree, told.unit.service_area or ""
    if area in tree.index and area != told.unit.id:
        parts.append(_other(told, tree.units[tree.index[area]].name, area))
    if told.unit.id != told.reading.root.id:
        parts.append(_other(told, "kommunen", told.reading.root.id))
    return " · ".join(part for part in parts if part)


def _other(told: Told, name: str, unit: str) -> str:
    return f"{name} {phrases.figure_words(stand(told.reading, unit, told.indicator).figure).lower()}"


def sick_leave_card(told: Told) -> Html | None:
    """The large number, what it is compared with, the history, the table behind and where it comes from."""
    standing, figure = told.standing, told.standing.figure
    course = course_of(told.reading, standing)
    says = history_says(told.reading.board.indicators[told.indicator], course)
    drawn = history_chart(course, says)
    return card(
        _top(told, _until(standing)),
        div("figure", _big(figure), span("sub", _compared(told))),
        _why_not(told),
        drawn or paragraph(sentences.NOTHING_TO_DRAW, class_="say"),
        div("sub", legend(course)) if drawn else None,
        more("Vis som tabell", simple_table(says, table_columns(course), history_table(course))),
        why_this(told.facts),
        where_from(told.reading, figure),
    )


def _until(standing: Standing) -> str:
    """Which twelve months the number is of."""
    figure = standing.figure
    until = f" til og med {period_label(figure.about.period)}" if figure and standing.provisional else ""
    return f"siste tolv måneder{until}"


def _why_not(told: Told) -> Html | None:
    """Why there is no number, and the sum that the hidden unit is part of; or that a shown number waits."""
    figure = told.standing.figure
    if figure is None or isinstance(figure, Shown):
        words = states.pending_note(figure) if figure else reason(None)
        return paragraph(words, class_="say") if words else None
    group = _group_of(told.reading, figure) if isinstance(figure, Hidden) else None
    area = told.reading.tree.units[told.reading.tree.index[group.top]].name if group else None
    line = paragraph(sentences.rest_group_line(group), class_="sub") if group else None
    return join(paragraph(reason(figure, area), class_="say"), line)


def _group_of(reading: Reading, figure: Figure) -> RestGroup | None:
    """The rest group that a hidden unit stands in, the nearest one above."""
    for above in reversed(reading.tree.path(figure.about.unit)[:-1]):
        for group in reading.rest_groups(above.id, figure.about.indicator.id):
            if figure.about.unit in group.members:
                return group
    return None


def full_time_card(told: Told) -> Html | None:
    """Full-time as whole persons: «19 av 46», what is lacking, and the neighbouring measures."""
    figure = told.standing.figure
    counted = under = None
    if isinstance(figure, Shown):
        have, of = figure.natural_numerator, figure.natural_denominator
        counted = f"{format_number(round(have))} av {format_number(round(of))}"
        under = f"{format_value(figure)} i enheten"
    return card(
        _top(told, _when(told)),
        div("figure", _big(figure, counted)),
        div("sub", _joined(under, _milestone(told))),
        _why_not(told),
        _say(told),
        _also(told.reading, told.unit),
        why_this(told.facts),
        where_from(told.reading, figure),
    )


def _also(reading: Reading, unit: Unit) -> Html:
    found = (reading.now(unit.id, indicator) for indicator in _AND_ALSO)
    lines = (f"{phrases.name_of(one.about.indicator)}: {phrases.figure_words(one)}" for one in found if one)
    return div("also", *(div("sub", line) for line in lines))


def turnover_card(told: Told) -> Html | None:
    """Turnover: how many left, what that is in per cent, and the rate of three years."""
    figure = told.standing.figure
    three = told.facts.leavers.three_years if told.facts and told.facts.leavers else None
    years = f"siste tre år: {format_number(three, 1)}\u00a0% i året" if three is not None else None
    return card(
        _top(told, _joined("siste tolv måneder", _when(told))),
        div("figure", _big(figure, sentences.left(figure) if isinstance(figure, Shown) else None)),
        div("sub", _joined(years, _milestone(told))),
        _why_not(told),
        _say(told),
        why_this(told.facts),
        where_from(told.reading, figure),
    )


def _milestone(told: Told) -> str | None:
    """Where the plan is now; the target itself stands in the sentence."""
    facts = told.facts
    return plan_words(facts, facts.milestone) if facts and facts.milestone is not None else None


def _say(told: Told) -> Html | None:
    return paragraph(told.said.text, class_="say") if told.standing.shown else None


def _joined(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)


def _when(told: Told) -> str | None:
    figure = told.standing.figure
    return None if figure is None or told.standing.provisional else phrases.age_words(figure, told.reading.period)
