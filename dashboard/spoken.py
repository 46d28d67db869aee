"""What a page says of a unit's figure: whole sentences, and the facts opened on request."""

from dashboard import phrases
from dashboard.cards import more
from dashboard.chips import LANGUAGE
from dashboard.markup import Html, tag
from dashboard.notation import format_value
from dashboard.reading import Reading
from dashboard.saying.facts import Facts
from dashboard.saying.said import Said, joined
from dashboard.saying.sentence import sentence
from dashboard.saying.why import Place, title, why
from dashboard.standings import Standing, stand
from dashboard.told import tell
from metrics.units import Unit


def say(reading: Reading, unit: Unit, indicator: str) -> Said:
    """The figure, its level, its direction and its outlook; its side alone where no verdict holds for it."""
    standing = stand(reading, unit.id, indicator)
    return said_of(standing, tell(reading, unit, standing), reading, indicator)


def said_of(standing: Standing, facts: Facts | None, reading: Reading, indicator: str) -> Said:
    """The same of facts that are gathered already."""
    if facts is not None:
        return sentence(facts, LANGUAGE)
    name, figure = phrases.name_of(reading.board.indicators[indicator]), standing.shown
    if figure is None:
        return Said(f"{name}: {phrases.figure_words(standing.figure).lower()}.")
    held = phrases.held_of(figure)
    first = f"{name} {phrases.window_words(figure.about.window, figure.about.period)}: {format_value(figure)}"
    side = "" if figure.met is None else f"{phrases.status_word(figure)}."
    return Said(joined(first + (f" ({held})." if held else "."), side), phrases.distance(figure) or "")


def why_this(facts: Facts | None) -> Html | None:
    """«Hvorfor sier Målbilde dette?», None where there is nothing to open."""
    found = why(facts, LANGUAGE, Place.PAGE) if facts else ()
    return more(title(LANGUAGE), tag("ul", *(tag("li", one) for one in found), class_="whys")) if found else None
