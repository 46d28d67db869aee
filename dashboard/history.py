"""The history of one indicator as a chart: rolling line, single months, target, plan and ordinary variation."""

from collections.abc import Sequence

from dashboard.courses import Course
from dashboard.drawing import Point, drawing, label, line, lines, runs, shown_of
from dashboard.history_frame import NARROW, WIDE, Axes, Frame, axes_of, ground, ticks
from dashboard.markup import Html, tag
from dashboard.notation import format_limit, format_value
from dashboard.phrases import window_words
from metrics.figures import Shown

_LINE_HEIGHT = 18


def history_chart(course: Course, says: str) -> Html | None:
    """The rolling line with single months faint behind it and the target dashed, for wide and narrow screens.

    The axis spans what is shown, the target, the plan and the ordinary variation. None when nothing is shown.
    """
    if not shown_of(course.every):
        return None
    return tag("div", *(_history(frame, course, says) for frame in (WIDE, NARROW)), class_="history")


def _history(frame: Frame, course: Course, says: str) -> Html:
    measure = course.every[0].about.indicator.measure
    marks = ticks(course.values)
    periods = [figure.about.period for figure in course.every]
    axes = axes_of(frame, marks, periods)
    limit = course.limit
    return drawing(
        frame.width,
        frame.height,
        says,
        f"chart {frame.class_}",
        _usual(axes, course),
        ground(axes, marks, periods, measure),
        lines(runs(course.months, axes.place, axes.height), "month"),
        _peak_label(axes, course) if frame is WIDE else None,
        None if limit is None else line("target", frame.left, axes.height(limit), frame.end, axes.height(limit)),
        _plan(axes, course),
        lines(runs(course.settled, axes.place, axes.height), "line"),
        *_provisional(axes, course),
        *_end_labels(axes, course),
    )


def _usual(axes: Axes, course: Course) -> Html | None:
    """The light field of the last year: inside it, the change from the year before is not sure."""
    usual = course.usual
    if usual is None:
        return None
    left, top = axes.at(usual.first, usual.high)
    right, bottom = axes.at(usual.last, usual.low)
    left = max(left, axes.frame.left)
    size = {"width": f"{right - left:.1f}", "height": f"{bottom - top:.1f}"}
    return tag("rect", class_="usual", x=f"{left:.1f}", y=f"{top:.1f}", **size)


def _plan(axes: Axes, course: Course) -> Html | None:
    """The way through the milestones, dotted, with its name where it begins."""
    points = [axes.at(period, limit) for period, limit in sorted(course.plan.items())]
    if len(points) < 2:  # noqa: PLR2004 one point is no line
        return None
    name = _plan_label(axes, course, points) if axes.frame is WIDE else None
    return tag("g", _through(points, "plan"), name)


def _plan_label(axes: Axes, course: Course, points: Sequence[Point]) -> Html:
    """Where the plan is furthest from the unit's own line, on the side away from it."""
    own = {axes.place(one.about.period.end): axes.height(one.value) for one in shown_of(course.rolling)}
    inner = [(x, y) for x, y in points if axes.frame.left + 30 < x < axes.frame.end - 60] or points
    x, y = max(inner, key=lambda point: abs(own.get(point[0], point[1]) - point[1]))
    below = own.get(x, y) < y
    return label(x, y + 15 if below else y - 7, "planen", "middle", "plan-text")


def _through(points: Sequence[Point], class_: str) -> Html:
    return tag("polyline", class_=class_, points=" ".join(f"{x:.1f},{y:.1f}" for x, y in points))


def _peak_label(axes: Axes, course: Course) -> Html | None:
    """What the faint line is, at its highest point, where it stands alone."""
    shown = shown_of(course.months)
    if not shown:
        return None
    peak = max(shown, key=lambda figure: figure.value)
    x, y = axes.at(peak.about.period, peak.value)
    return label(min(max(x, axes.frame.left + 60), axes.frame.end - 60), y - 4, "enkeltmåneder", "middle", "tiny")


def _provisional(axes: Axes, course: Course) -> list[Html]:
    """What is not judged yet: a dotted line to an open point, and the word."""
    newest = [one for one in shown_of(course.rolling) if course.is_provisional(one)]
    settled = shown_of(course.settled)
    if not newest or not settled:
        return []
    points = [axes.at(one.about.period, one.value) for one in (settled[-1], *newest)]
    x, y = points[-1]
    found = [
        _through(points, "line waits"),
        tag("circle", class_="waits", cx=f"{x:.1f}", cy=f"{y:.1f}", r=4),
    ]
    place = (x + 10, y + 4, "start") if axes.frame is WIDE else (x, y + 20, "end")
    return [*found, label(place[0], _clear_of(axes, course, place[1]), "Foreløpig", place[2], "tiny waits-text")]


def _clear_of(axes: Axes, course: Course, y: float) -> float:
    """Away from the value and the target that are written at the end of their lines."""
    if axes.frame is NARROW:
        return y
    taken = [place for place, _, _ in _written(axes, course)]
    for step in (0, -1, 1, -2, 2):
        tried = y + step * _LINE_HEIGHT
        if all(abs(tried - place) >= _LINE_HEIGHT - 3 for place in taken):
            return tried
    return y


def _written(axes: Axes, course: Course) -> list[tuple[float, str, str]]:
    """The value at the end of its line and the target at its own, kept apart: height, words and class."""
    last: Shown = shown_of(course.settled)[-1]
    value_y = axes.height(last.value)
    words = f"{format_value(last)} {window_words(last.about.window, last.about.period)}"
    limit = course.limit
    if limit is None:
        return [(value_y + 5, words, "end")]
    target_y = axes.height(limit)
    near, above = abs(value_y - target_y) < _LINE_HEIGHT, value_y <= target_y
    value_y += 0 if not near else -8 if above else 12
    target_y += 0 if not near else 10 if above else -6
    target = f"Mål {format_limit(limit, last.about.indicator.measure)}"
    return [(value_y + 5, words, "end"), (target_y + 4, target, "end goal-text")]


def _end_labels(axes: Axes, course: Course) -> list[Html]:
    """The last judged value at its point, and the target at its line."""
    shown = shown_of(course.settled)
    if not shown:
        return []
    x, y = axes.at(shown[-1].about.period, shown[-1].value)
    dot = tag("circle", class_="dot", cx=f"{x:.1f}", cy=f"{y:.1f}", r=5)
    if axes.frame is NARROW:
        return [dot, label(x, y - 10, format_value(shown[-1]), "end", "end")]
    return [
        dot,
        *(label(axes.frame.end + 14, at, words, "start", class_) for at, words, class_ in _written(axes, course)),
    ]
