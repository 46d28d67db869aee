"""Enhet: how one unit stands, with its history, its ten factors and the units below."""

from collections.abc import Iterator

import streamlit as st

from dashboard import phrases, sentences
from dashboard.address import UNIT, asked, choose, link
from dashboard.cards import card, heading, lead, more, section
from dashboard.frame import open_page
from dashboard.markup import Html, div, draw, join, paragraph
from dashboard.notation import format_number, period_label
from dashboard.reading import FULL_TIME, SICK_LEAVE, TURNOVER, Reading
from dashboard.tables import rest_lines, units_table
from dashboard.ten_factors import ten_factor_table
from dashboard.unit_cards import Told, full_time_card, sick_leave_card, turnover_card
from metrics.figures import Shown
from metrics.units import Unit


def _choose_unit(reading: Reading) -> Unit | None:
    """The chosen unit, None when the address asks for one that does not exist."""
    units = reading.tree.units
    wanted = asked(UNIT)
    labels = {unit.id: unit.name if unit.id == unit.name else f"{unit.name} ({unit.id})" for unit in units}
    with st.container(key="unit_picker"):
        chosen = choose(UNIT, "Finn enhet etter navn eller kode", labels, reading.root.id)
    if wanted is not None and wanted not in labels:
        return None
    return units[reading.tree.index[chosen]]


def _unknown(reading: Reading) -> Html:
    back = link("unit", sentences.BACK_TO_TOP, unit=None)
    words = sentences.unknown_unit(asked(UNIT) or "", reading.period)
    return join(heading("Enhet", "Fant ikke enheten", ""), card(paragraph(words), paragraph(back)))


def _crumb(reading: Reading, unit: Unit) -> Html | str:
    above = reading.tree.path(unit.id)[:-1]
    if not above:
        return "Hele kommunen"
    steps = [link("unit", "Hele kommunen" if i == 0 else one.name, unit=one.id) for i, one in enumerate(above)]
    return join(steps[0], *(part for step in steps[1:] for part in (" › ", step)))


def _meta(reading: Reading, unit: Unit) -> str:
    figure = reading.employees(unit.id)
    people = f"{format_number(figure.people)} ansatte" if isinstance(figure, Shown) else None
    shift = {True: "turnusbasert", False: "ikke turnus", None: None}[unit.shift]
    until = f"tall til og med {period_label(reading.period)}"
    return phrases.capital(" · ".join(part for part in (people, shift, until, f"kode {unit.id}") if part))


def _below(reading: Reading, unit: Unit) -> Html | None:
    children = reading.tree.children(unit.id)
    if not children:
        return None
    return join(
        section("Enhetene rett under", "I rekkefølge etter navn."),
        card(units_table(reading, f"Enhetene under {unit.name}", "Enhet", sorted(children, key=_by_name)), panel=False),
        *rest_lines(reading, unit.id),
    )


def _by_name(unit: Unit) -> str:
    return sentences.sorting_key(unit.name)


def _told(reading: Reading, unit: Unit, indicator: str) -> Told | None:
    return Told.of(reading, unit, indicator) if indicator in reading.board.indicators else None


def _main(reading: Reading, unit: Unit) -> Iterator[Html | None]:
    """The page's sentence and the card that it is about."""
    told = _told(reading, unit, SICK_LEAVE)
    if told is not None:
        yield lead(told.said.headline, told.said.rest)
        yield sick_leave_card(told)


def _pair(reading: Reading, unit: Unit) -> Html:
    full_time, turnover = (_told(reading, unit, one) for one in (FULL_TIME, TURNOVER))
    return div("grid2", full_time and full_time_card(full_time), turnover and turnover_card(turnover))


def main() -> None:
    """Draw the page."""
    reading = open_page("Enhet")
    unit = _choose_unit(reading)
    if unit is None:
        draw(_unknown(reading))
        return
    st.set_page_config(page_title=f"{unit.name} – Målbilde")
    draw(
        heading(_crumb(reading, unit), unit.name, _meta(reading, unit)),
        *_main(reading, unit),
        _pair(reading, unit),
        ten_factor_table(reading, unit),
        _below(reading, unit),
        more("Hva betyr «Skjermet»?", paragraph(sentences.PROTECTED_HELP)),
    )


main()
