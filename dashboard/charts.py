"""Small drawings beside a number: a line, a strip towards the target, a dot on a scale."""

from collections.abc import Sequence
from fractions import Fraction

from dashboard.drawing import Scale, drawing, label, line, lines, runs, said, scale_of, shown_of, time_axis
from dashboard.markup import Html, tag
from dashboard.notation import format_amount, format_limit, format_number, format_value, month_label
from dashboard.ways import Start
from metrics.figures import Figure, Shown


def sparkline(figures: Sequence[Figure], limit: Fraction | None = None) -> Html | None:
    """A line of 112 × 30 without axes, with the limit as a dashed line. None when fewer than two figures are shown."""
    shown = shown_of(figures)
    if len(shown) < 2:  # noqa: PLR2004 one point is no line
        return None
    values = [figure.value for figure in shown] + ([limit] if limit is not None else [])
    place, height = time_axis(figures, 4, 106), scale_of(values, 25, 5)
    last = shown[-1]
    return drawing(
        112,
        30,
        f"Fra {said(shown[0])} til {said(last)}.",
        "spark",
        None if limit is None else line("target", 0, height(limit), 112, height(limit)),
        lines(runs(figures, place, height), "line"),
        tag("circle", class_="dot", cx=f"{place(last.about.period.end):.1f}", cy=f"{height(last.value):.1f}", r=3),
    )


def strip(figure: Shown, start: Start | None) -> Html:
    """Where the figure is between where it started and the target: 172 × 42."""
    limit = figure.gap if figure.gap is None else figure.value - figure.gap
    marks = [figure.value, *([start.value] if start else []), *([limit] if limit is not None else [])]
    place = scale_of(marks, 30, 142)
    now = place(figure.value)
    side = "good" if figure.met else "now"
    measure = figure.about.indicator.measure
    parts: list[Html] = [tag("rect", class_="track", x=6, y=17, width=160, height=6, rx=3)]
    words = f"Nå {said(figure)}"
    if start is not None and start.period != figure.about.period:
        then = place(start.value)
        size = {"x": f"{min(then, now):.1f}", "width": f"{abs(then - now):.1f}"}
        parts += [
            tag("rect", class_=f"way {side}", y=17, height=6, **size),
            line("start", then, 14, then, 26),
            label(then, 38, "start", "middle", "tiny"),
        ]
        begun = format_amount(start.value, figure.about.indicator.decimals, measure)
        words += f", ved start {begun} ({month_label(start.period)})"
    if limit is not None:
        at = place(limit)
        parts += [line("goal", at, 12, at, 28), label(at, 9, "mål", "middle", "tiny goal-text")]
        words += f", målet er {format_limit(limit, measure)}"
    parts.append(tag("circle", class_=f"dot {side}", cx=f"{now:.1f}", cy=20, r=5.5))
    return drawing(172, 42, words + ".", "strip", *parts)


def interval(figure: Shown, ends: tuple[Fraction, Fraction], other: Figure | None, low: int) -> Html:
    """A mean with the span it could as well have been, a tick for the municipality, on a scale to 5: 260 × 26."""
    place = Scale(low, 5, 10, 250)
    start, stop = (place(end) for end in ends)
    sure = " til ".join(format_number(end, figure.decimals) for end in ends)
    words = f"{format_value(figure)}, med usikkerhet fra {sure}"
    tick = None
    if isinstance(other, Shown):
        tick = line("start", place(other.value), 5, place(other.value), 21)
        words += f"; streken er kommunen, {format_value(other)}"
    return drawing(
        260,
        26,
        words + ".",
        "dots",
        line("grid", 10, 13, 250, 13),
        tag("rect", class_="span", x=f"{start:.1f}", y=10, width=f"{stop - start:.1f}", height=6),
        tick,
        tag("circle", class_="dot", cx=f"{place(figure.value):.1f}", cy=13, r=5.5),
    )
