"""What the pages are put together from: a figure's number, tables and notes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard import states
from dashboard.markup import Html, details, div, join, paragraph, span, tag
from dashboard.notation import format_value
from metrics.figures import Figure, Hidden, Missing, Shown


def number(figure: Figure | None) -> Html:
    """A figure's value, hatched «Skjermet», or «Ingen tall» and since when: never empty, never 0."""
    if isinstance(figure, Shown):
        return span("num", format_value(figure))
    if isinstance(figure, Hidden):
        return span("hid", states.HIDDEN)
    return span("sub", states.missing_label(figure if isinstance(figure, Missing) else None))


def reason(figure: Figure | None, area: str | None = None) -> str | None:
    """Why there is no number, None when there is one."""
    if isinstance(figure, Shown):
        return None
    if isinstance(figure, Hidden):
        return states.hidden_reason(figure, area)
    return states.missing_reason(figure)


@dataclass(frozen=True)
class Column:
    """A column of a table; numbers stand to the right."""

    heading: str
    numeric: bool = False


def table(caption: str, columns: Sequence[Column], rows: Iterable[Sequence[object]], *, wide: bool = False) -> Html:
    """A table whose first column heads the row, in a region that scrolls by keyboard where it is too wide.

    A `wide` one becomes a list on a phone: each cell then carries its heading.
    """
    head = tag("tr", *(tag("th", one.heading, scope="col", class_="n" if one.numeric else None) for one in columns))
    body = (_row(columns, row) for row in rows)
    inner = tag(
        "table",
        tag("caption", caption, class_="unseen"),
        tag("thead", head),
        tag("tbody", *body),
        class_="listed" if wide else None,
    )
    return div("scroll", inner, role="region", aria_label=caption, tabindex="0")


def _row(columns: Sequence[Column], row: Sequence[object]) -> Html:
    first, *rest = row
    cells = (
        tag("td", span("key", column.heading), div("cell", cell), class_="n" if column.numeric else None)
        for column, cell in zip(columns[1:], rest, strict=True)
    )
    return tag("tr", tag("th", first, scope="row"), *cells)


def simple_table(caption: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Html:
    """The table behind a chart: a name, then numbers."""
    columns = [Column(heading, numeric=i > 0) for i, heading in enumerate(headings)]
    return table(caption, columns, rows)


def heading(above: object, title: str, meta: str) -> Html:
    """The top of a page: where we are, the title, and what the numbers are of."""
    return tag("header", div("crumb", above), tag("h1", title), div("meta", meta))


def lead(first: str, rest: str = "") -> Html:
    """The page's plain sentence, with what follows in a lighter hand."""
    return paragraph(tag("b", first), f" {rest}" if rest else None, class_="lead")


def section(title: str, note: str | None = None) -> Html:
    """A heading inside the page, with a line under it."""
    return join(tag("h2", title), None if note is None else div("meta under", note))


def card(*content: object, panel: bool = True) -> Html:
    """A white card with a hairline."""
    return div("card panel" if panel else "card", *content)


def facts(rows: Iterable[tuple[str, object]]) -> Html:
    """Names and what they are, as a description list."""
    return tag("dl", *(div("fact", tag("dt", name), tag("dd", value)) for name, value in rows), class_="facts")


def more(summary: str, *content: object) -> Html:
    """Something that opens on request."""
    return details(summary, div("more", *content))
