"""The ten factors of KS's survey on the unit page."""

from collections.abc import Iterable

from dashboard import phrases, sentences
from dashboard.cards import Column, card, number, reason, section, status, table
from dashboard.charts import scale_dot
from dashboard.markup import Html, div, join, paragraph, span
from dashboard.notation import format_number, period_label
from dashboard.reading import TEN_FACTORS, Reading
from metrics.figures import Figure, Shown
from metrics.indicators import Indicator
from metrics.units import Unit

_FACTOR_COLUMNS = (
    Column("Faktor"),
    Column("Enheten", numeric=True),
    Column("Kommunen", numeric=True),
    Column("1 til 5, streken er kommunen"),
    Column("Svar", numeric=True),
)


def _factors(reading: Reading) -> list[Indicator]:
    return [reading.board.indicators[one] for one in TEN_FACTORS if one in reading.board.indicators]


def ten_factor_table(reading: Reading, unit: Unit) -> Html | None:
    """The ten factors: the unit, the municipality, a dot on the scale, how many answered, and the targets if any."""
    factors = _factors(reading)
    figures = {one.id: reading.now(unit.id, one.id) for one in factors}
    last = max((one.about.period for one in figures.values() if one), default=None)
    if last is None:
        return join(section("10-faktor"), card(paragraph(sentences.NO_SURVEY)))
    if not any(isinstance(one, Shown) for one in figures.values()):
        return join(section(f"10-faktor, {period_label(last)}"), card(_no_factor(figures.values())))
    aimed = any(one.about.held for one in figures.values() if one)
    rows = (_factor_row(reading, one, figures[one.id], aimed=aimed) for one in factors)
    title = f"10-faktor, {period_label(last)}"
    note = sentences.TEN_FACTOR_NOTE + ("" if aimed else f" {sentences.NO_FACTOR_TARGET}")
    reasons = dict.fromkeys(words for figure in figures.values() if (words := reason(figure)))
    return join(
        section(title, note),
        card(table(title, (*_FACTOR_COLUMNS, *([Column("Mot målet")] if aimed else [])), rows, wide=True), panel=False),
        *(paragraph(words, class_="rest") for words in reasons),
    )


def _no_factor(figures: Iterable[Figure | None]) -> Html:
    """One line instead of ten rows without numbers."""
    first = next(figure for figure in figures if figure)
    return join(number(first), paragraph(reason(first), class_="say"))


def _factor_row(reading: Reading, indicator: Indicator, figure: Figure | None, *, aimed: bool) -> list[object]:
    whole = reading.now(reading.root.id, indicator.id)
    shown = figure if isinstance(figure, Shown) else None
    low, high = indicator.scale or (1.0, 5.0)
    row: list[object] = [
        phrases.name_of(indicator),
        number(figure),
        number(whole),
        scale_dot(shown, whole, low, high) if shown else span("sub", "ikke vist"),
        span("num", format_number(shown.people)) if shown else number(figure),
    ]
    held = phrases.held_of(figure)
    return [*row, join(status(figure), div("sub", held) if held else None)] if aimed else row
