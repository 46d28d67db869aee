"""What a history chart shows, in a sentence and as a table."""

from collections.abc import Sequence

from dashboard.courses import Course
from dashboard.drawing import said, shown_of
from dashboard.notation import format_amount, month_label
from dashboard.phrases import NO_STEP, capital, count_of, figure_words
from metrics.figures import Figure, Shown
from metrics.indicators import Indicator, Measure
from metrics.periods import Period

PROVISIONAL = "foreløpig"
LEGEND = "Tykk strek er siste tolv måneder, tynn strek er enkeltmåneder."
PLAN = "Prikket strek er planen."
FIELD = "I det lyse feltet er endringen fra året før ikke større enn vanlige svingninger."


def history_says(indicator: Indicator, course: Course) -> str:
    """One sentence that says what the history chart shows."""
    shown, name = shown_of(course.rolling), indicator.name["nb"]
    if not shown:
        return f"{name}: ingen tall i perioden."
    most, least = max(shown, key=lambda f: f.value), min(shown, key=lambda f: f.value)
    hidden = len(course.rolling) - len(shown)
    gaps = f" {capital(count_of(hidden, 'måned', 'måneder'))} er uten vist tall." if hidden else ""
    between = f"høyest {said(most)}, lavest {said(least)}"
    unit = "" if indicator.measure is not Measure.PERCENT else " siste tolv måneder"
    return f"{name}{unit}: fra {said(shown[0])} til {said(shown[-1])}, {between}.{gaps}"


def legend(course: Course) -> str:
    """What the lines and the field are."""
    return " ".join((LEGEND, *([PLAN] if course.plan else []), *([FIELD] if course.usual else [])))


def table_columns(course: Course) -> tuple[str, ...]:
    """The headings of the table."""
    return ("Måned", "Siste tolv måneder", "Måneden alene", *(["Planen"] if course.plan else []))


def history_table(course: Course) -> tuple[tuple[str, ...], ...]:
    """The chart's numbers, newest first: month, rolling value, the month alone, the plan; words where none is shown."""
    rolling, single = _by_period(course.rolling), _by_period(course.months)
    return tuple(
        (
            month_label(period),
            _value(course, rolling.get(period)),
            _value(course, single.get(period)),
            *([_planned(course, period)] if course.plan else []),
        )
        for period in sorted(rolling.keys() | single.keys(), reverse=True)
    )


def _by_period(figures: Sequence[Figure]) -> dict[Period, Figure]:
    return {figure.about.period: figure for figure in figures}


def _value(course: Course, figure: Figure | None) -> str:
    words = figure_words(figure)
    return f"{words} ({PROVISIONAL})" if isinstance(figure, Shown) and course.is_provisional(figure) else words


def _planned(course: Course, period: Period) -> str:
    limit, about = course.plan.get(period), course.every[0].about.indicator
    return NO_STEP if limit is None else format_amount(limit, about.decimals, about.measure)
