"""The history of one indicator: rolling line, single months, target, and the table behind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import count

from dashboard.drawing import Scale, drawing, label, line, lines, runs, said, shown_of, time_axis
from dashboard.markup import Html, join, tag
from dashboard.notation import format_limit, format_value, month_label
from dashboard.phrases import capital, count_of, figure_words, window_words
from metrics.figures import Figure
from metrics.indicators import Indicator, Measure
from metrics.periods import Period

_MOST_TICKS = 6
_ROOM_FOR_A_LABEL = 6
"""Months between the first label and the next."""


def ticks(values: Sequence[Fraction]) -> list[Fraction]:
    """Round numbers that hold all values, at most six of them."""
    low, high = min(values), max(values)
    step = next(step for step in _steps() if -(-high // step) - low // step < _MOST_TICKS)
    first = low // step
    return [step * i for i in range(int(first), int(max(-(-high // step), first + 1)) + 1)]


def _steps() -> Iterator[Fraction]:
    """0,1 · 0,2 · 0,5 · 1 · 2 · 5 · 10 and so on."""
    for power in count(-1):
        yield from (Fraction(digit) * Fraction(10) ** power for digit in (1, 2, 5))


@dataclass(frozen=True)
class Frame:
    """The size of a history chart and the room around its lines."""

    width: int
    height: int
    left: int
    right: int
    labels: int
    """Months between the labels under the chart."""
    class_: str


WIDE = Frame(1080, 250, 52, 200, 12, "wide")
NARROW = Frame(330, 230, 46, 12, 18, "narrow")


def history_chart(rolling: Sequence[Figure], months: Sequence[Figure], says: str) -> Html | None:
    """The rolling line with single months faint behind it and the target dashed, for wide and narrow screens.

    The axis spans what is shown and the target. None when nothing is shown.
    """
    shown = shown_of((*rolling, *months))
    if not shown:
        return None
    return tag(
        "div",
        *(_history(frame, rolling, months, says) for frame in (WIDE, NARROW)),
        class_="history",
    )


def _history(frame: Frame, rolling: Sequence[Figure], months: Sequence[Figure], says: str) -> Html:
    held = rolling[-1].about.held if rolling else None
    limit = held.limit if held else None
    measure = (rolling or months)[0].about.indicator.measure
    values = [figure.value for figure in shown_of((*rolling, *months))]
    marks = ticks(values + ([limit] if limit is not None else []))
    bottom = frame.height - 30
    height = Scale(float(marks[0]), float(marks[-1]), bottom, 14)
    place = time_axis((*rolling, *months), frame.left, frame.width - frame.right)
    axis = sorted({figure.about.period for figure in (*rolling, *months)})
    end = frame.width - frame.right
    return drawing(
        frame.width,
        frame.height,
        says,
        f"chart {frame.class_}",
        *(
            join(
                line("grid", frame.left, height(mark), end, height(mark)),
                label(frame.left - 8, height(mark) + 4, format_limit(mark, measure), "end"),
            )
            for mark in marks
        ),
        *_time_labels(axis, place, frame),
        lines(runs(months, place, height), "month"),
        _peak_label(frame, months, place, height) if frame is WIDE else None,
        None if limit is None else line("target", frame.left, height(limit), end, height(limit)),
        lines(runs(rolling, place, height), "line"),
        *_end_labels(frame, rolling, place, height),
    )


def _time_labels(axis: list[Period], place: Scale, frame: Frame) -> list[Html]:
    found = [period for period in axis if (axis[-1].end - period.end) % frame.labels == 0]
    if found[0].end - axis[0].end >= _ROOM_FOR_A_LABEL and frame is WIDE:
        found.insert(0, axis[0])
    return [
        label(
            place(period.end),
            frame.height - 8,
            month_label(period),
            "end" if period == axis[-1] and frame is NARROW else "middle",
        )
        for period in found
    ]


def _peak_label(frame: Frame, months: Sequence[Figure], place: Scale, height: Scale) -> Html | None:
    """What the faint line is, at its highest point, where it stands alone."""
    shown = shown_of(months)
    if not shown:
        return None
    peak = max(shown, key=lambda figure: figure.value)
    x = min(max(place(peak.about.period.end), frame.left + 60), frame.width - frame.right - 60)
    return label(x, height(peak.value) - 4, "enkeltmåneder", "middle", "tiny")


def _end_labels(frame: Frame, rolling: Sequence[Figure], place: Scale, height: Scale) -> list[Html]:
    """The last shown value at its point, and the target at its line, kept apart."""
    shown = shown_of(rolling)
    if not shown:
        return []
    last = shown[-1]
    x, y = place(last.about.period.end), height(last.value)
    found = [tag("circle", class_="dot", cx=f"{x:.1f}", cy=f"{y:.1f}", r=5)]
    limit = None if last.about.held is None else last.about.held.limit
    target_y = None if limit is None else height(limit)
    above = target_y is None or y <= target_y
    if frame is WIDE:
        near = target_y is not None and abs(y - target_y) < 18  # noqa: PLR2004 the height of a line of text
        value_y = y + (0 if not near else -8 if above else 12)
        words = f"{format_value(last)} {window_words(last.about.window, last.about.period)}"
        found.append(label(x + 12, value_y + 5, words, "start", "end"))
        if limit is not None and target_y is not None:
            shift = 0 if not near else 10 if above else -6
            words = f"Mål {format_limit(limit, last.about.indicator.measure)}"
            found.append(label(frame.width - frame.right + 12, target_y + shift + 4, words, "start", "end goal-text"))
    else:
        found.append(label(x, y - 10, format_value(last), "end", "end"))
    return found


def history_table(rolling: Sequence[Figure], months: Sequence[Figure]) -> tuple[tuple[str, str, str], ...]:
    """The chart's numbers, newest first: month, rolling value, the month alone; words where none is shown."""
    single = {figure.about.period: figure for figure in months}
    rows = {figure.about.period: figure for figure in rolling}
    return tuple(
        (month_label(period), figure_words(rows.get(period)), figure_words(single.get(period)))
        for period in sorted(single.keys() | rows.keys(), reverse=True)
    )


def history_says(indicator: Indicator, rolling: Sequence[Figure]) -> str:
    """One sentence that says what the history chart shows."""
    shown, name = shown_of(rolling), indicator.name["nb"]
    if not shown:
        return f"{name}: ingen tall i perioden."
    most, least = max(shown, key=lambda f: f.value), min(shown, key=lambda f: f.value)
    first, last = shown[0], shown[-1]
    hidden = len(rolling) - len(shown)
    gaps = f" {capital(count_of(hidden, 'måned', 'måneder'))} er uten vist tall." if hidden else ""
    between = f"høyest {said(most)}, lavest {said(least)}"
    unit = "" if indicator.measure is not Measure.PERCENT else " siste tolv måneder"
    return f"{name}{unit}: fra {said(first)} til {said(last)}, {between}.{gaps}"
