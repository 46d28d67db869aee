"""Oversikt: whether the municipality is on its way to the goals."""

from dashboard import phrases, sentences
from dashboard.cards import Column, card, heading, lead, more, section, table
from dashboard.chips import LANGUAGE, chip
from dashboard.contributions import Contribution, contributions, moved_against
from dashboard.frame import fresh, open_page
from dashboard.funnels import funnel
from dashboard.goal_rows import goal_row, indicators_of, tables_behind
from dashboard.markup import Html, div, draw, join, paragraph, span
from dashboard.reading import SICK_LEAVE, Reading
from dashboard.saying.chips import direction_word
from dashboard.saying.many_units import composition, contribution
from dashboard.saying.said import joined
from dashboard.saying.sentence import sentence
from dashboard.standings import stand
from dashboard.tables import rest_lines, units_table
from dashboard.targets_summary import summary
from dashboard.told import tell


def _lead(reading: Reading) -> Html:
    if not reading.strategy:
        return lead("Ingen strategi er valgt.", "Legg en strategi i mappa config/strategies.")
    first, without = summary(reading, indicators_of(reading))
    return lead(first, " ".join(part for part in (_sick_leave(reading), without) if part))


def _sick_leave(reading: Reading) -> str | None:
    """The figure that is looked for first, with its level and direction."""
    root = reading.root
    standing = stand(reading, root.id, SICK_LEAVE)
    facts = tell(reading, root, standing)
    if facts is None:
        return None
    return joined(sentence(facts, LANGUAGE).headline, f"{direction_word(facts, LANGUAGE)}." if facts.value else "")


def _where(areas: tuple[Contribution, ...]) -> Html:
    """Who carries the distance, in man-years."""
    columns = (Column("Tjenesteområde"), Column("Mot eget mål"), Column("Avstanden i årsverk"))
    rows = ((one.unit.name, chip(one.standing), _man_years(one)) for one in areas)
    return more(
        "Hvor mange årsverk utgjør avstanden?", table("Avstanden til eget mål i årsverk", columns, rows, wide=True)
    )


def _composition(reading: Reading, areas: tuple[Contribution, ...]) -> Html | None:
    upwards = moved_against(reading, areas)
    return None if upwards is None else paragraph(composition(upwards=upwards, language=LANGUAGE), class_="rest")


def _man_years(one: Contribution) -> Html | str:
    if one.man_years is None:
        return span("sub", phrases.status_word(one.standing.figure).lower())
    return contribution(one.man_years, LANGUAGE)


def main() -> None:
    """Draw the page."""
    reading = open_page("Oversikt")
    goals = indicators_of(reading)
    draw(heading("Hele kommunen", "Er vi på vei mot målene?", fresh(reading, SICK_LEAVE)), _lead(reading))
    if reading.strategy:
        parts = (goal_row(reading, goal, goals[goal.id]) for goal in reading.strategy.goals)
        named = list(dict.fromkeys(one for found in goals.values() for one in found))
        draw(card(*parts, panel=False), more(sentences.AS_TABLE, div("tables", *tables_behind(reading, named))))
    areas = contributions(reading)
    draw(
        section("Hvor ligger avstanden til målet?", sentences.ORDER_OF_AREAS),
        card(units_table(reading, "Tjenesteområder", "Tjenesteområde", [one.unit for one in areas]), panel=False),
        join(*rest_lines(reading, reading.root.id)),
        _composition(reading, areas),
        _where(areas),
        funnel(reading),
    )


main()
