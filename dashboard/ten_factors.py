"""The ten factors of KS's survey on the unit page: the mean, how sure it is, and whether it has moved."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from dashboard import phrases, sentences
from dashboard.cards import Column, card, more, number, reason, section, table
from dashboard.charts import interval
from dashboard.chips import LANGUAGE, chip, direction_line
from dashboard.markup import Html, div, join, paragraph, span
from dashboard.notation import format_number, period_label
from dashboard.reading import TEN_FACTORS, Reading
from dashboard.saying.facts import Facts
from dashboard.saying.voice import Voice
from dashboard.standings import Standing, stand
from dashboard.states import pending_note
from dashboard.told import LEADERSHIP, tell
from metrics.figures import Figure, Shown
from metrics.indicators import Indicator
from metrics.progress.codes import Direction, Why
from metrics.units import Unit

_SURE = {Direction.BETTER, Direction.WORSE, Direction.CHANGED}
_FEWEST, _MOST = 3, 5
"""Factors shown first."""
_CUT = 3
"""The lower end of the drawn scale, where every mean lies above it."""
_SPREAD = 1.28
"""Standard errors to each side of a mean."""


@dataclass(frozen=True)
class Factor:
    """One factor of one unit."""

    indicator: Indicator
    standing: Standing
    facts: Facts | None
    whole: Figure | None
    """The municipality's."""

    @property
    def aimed(self) -> bool:
        """The factor has a target."""
        figure = self.standing.figure
        return figure is not None and figure.about.held is not None and figure.about.held.limit is not None

    @property
    def moved(self) -> bool:
        """The factor has surely changed since the last round."""
        return self.facts is not None and self.facts.spoken_direction in _SURE


def factors_of(reading: Reading, unit: Unit) -> list[Factor]:
    """Every factor on the board, in KS's order."""
    indicators = (reading.board.indicators[one] for one in TEN_FACTORS if one in reading.board.indicators)
    found = ((one, stand(reading, unit.id, one.id)) for one in indicators)
    return [
        Factor(one, standing, tell(reading, unit, standing), reading.now(reading.root.id, one.id))
        for one, standing in found
    ]


def shown_first(factors: Sequence[Factor]) -> list[Factor]:
    """Those with a target, those that have moved, then the first ones.

    Mastery-oriented leadership is about one person in the room, and is never picked by us.
    """
    mine = [one for one in factors if one.indicator.id != LEADERSHIP and one.standing.shown]
    ordered = sorted(mine, key=lambda one: (not one.aimed, not one.moved))
    chosen = [one for one in ordered if one.aimed or one.moved][:_MOST]
    return chosen or ordered[:_FEWEST]


def ten_factor_table(reading: Reading, unit: Unit) -> Html | None:
    """The factors that are shown first, and all ten on request."""
    factors = factors_of(reading, unit)
    last = max((one.standing.figure.about.period for one in factors if one.standing.figure), default=None)
    if last is None:
        return join(section("10-faktor"), card(paragraph(sentences.NO_SURVEY)))
    title = f"10-faktor, {period_label(last)}"
    if not any(one.standing.shown for one in factors):
        return join(section(title), card(_no_factor(one.standing.figure for one in factors)))
    aimed = any(one.aimed for one in factors)
    note = sentences.TEN_FACTOR_NOTE + ("" if aimed else f" {sentences.NO_FACTOR_TARGET}")
    return join(
        section(title, note),
        card(
            _table(title, shown_first(factors)),
            div("inside", more("Vis alle ti faktorer", _table(f"{title}, alle ti faktorer", factors))),
            panel=False,
        ),
        *(paragraph(words, class_="rest") for words in _notes(factors)),
    )


def _table(title: str, factors: Sequence[Factor]) -> Html:
    aimed = any(one.aimed for one in factors)
    low = _low_end(factors)
    columns = (
        Column("Faktor"),
        Column("Enheten", numeric=True),
        Column("Kommunen", numeric=True),
        Column(f"{low} til 5, med usikkerhet"),
        Column("Svar", numeric=True),
        *([Column("Mot målet")] if aimed else []),
        Column("Siden sist"),
    )
    return table(title, columns, (_row(one, low, aimed=aimed) for one in factors), wide=True)


def _low_end(factors: Sequence[Factor]) -> int:
    """Where the scale is cut: at 3, as most means lie above it, and not at all where one lies lower."""
    means = [
        figure.value for one in factors for figure in (one.standing.figure, one.whole) if isinstance(figure, Shown)
    ]
    shown = [sure_within(one.standing.shown)[0] for one in factors if one.standing.shown]
    return _CUT if all(value >= _CUT for value in (*means, *shown)) else 1


def _row(one: Factor, low: int, *, aimed: bool) -> list[object]:
    shown = one.standing.shown
    held = phrases.held_of(one.standing.figure)
    against = join(chip(one.standing), div("sub", held) if held else None) if one.aimed else span("sub", "uten måltall")
    return [
        phrases.name_of(one.indicator),
        number(one.standing.figure),
        number(one.whole),
        interval(shown, sure_within(shown), one.whole, low) if shown else span("sub", "ikke vist"),
        span("num", format_number(shown.people)) if shown else number(one.standing.figure),
        *([against] if aimed else []),
        direction_line(one.facts, "dir plain") or span("sub", "ikke vist"),
    ]


def sure_within(figure: Shown) -> tuple[Fraction, Fraction]:
    """The mean and 1.28 standard errors to each side, inside the scale (STATISTICS §5.4)."""
    indicator = figure.about.indicator
    half = Fraction(_SPREAD * indicator.judging.standard_deviation / figure.people**0.5)
    low, high = (Fraction(end) for end in indicator.scale or (1.0, 5.0))
    return max(low, figure.value - half), min(high, figure.value + half)


def _no_factor(figures: Iterable[Figure | None]) -> Html:
    """One line instead of ten rows without numbers."""
    first = next(figure for figure in figures if figure)
    return join(number(first), paragraph(reason(first), class_="say"))


def _notes(factors: Sequence[Factor]) -> Iterable[str]:
    """Why some are not shown, and what the answers must be read with; each once."""
    hidden = (reason(one.standing.figure) or pending_note(one.standing.figure) for one in factors)
    reserved = (key for one in factors if one.facts for key in _reservations(one.facts))
    return dict.fromkeys(words for words in (*hidden, *map(Voice(LANGUAGE).sentence, reserved)) if words)


def _reservations(facts: Facts) -> Iterable[str]:
    """Which reservations an answer is read with."""
    if facts.why is Why.LOW_RESPONSE:
        yield "note.low_response"
    if facts.why_direction is Why.RESPONSE_MOVED:
        yield "compare.response_moved"
    if facts.answers and facts.answers.before_leader:
        yield "compare.new_leader"
