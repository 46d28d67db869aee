"""The one chip of a figure: a word and a shape; the colour only helps (STATISTICS §3)."""

from dataclasses import dataclass
from fractions import Fraction

from dashboard import phrases, states
from dashboard.markup import Html, div, join, span, tag
from dashboard.saying import chips
from dashboard.saying.chips import Arrow, Shape
from dashboard.saying.facts import Facts
from dashboard.saying.voice import Language, Voice
from dashboard.standings import Standing
from dashboard.told import brief
from metrics.progress.codes import Direction

LANGUAGE: Language = "nb"
"""Every page is in bokmål so far."""
_RING = "M8 2.3a5.7 5.7 0 1 0 .01 0"
_CHECK = "M3 8.5 6.5 12 13 4.5"


@dataclass(frozen=True)
class Look:
    """How a status is drawn: a class of the style sheet and the strokes of its shape."""

    class_: str
    strokes: tuple[str, ...]


_LOOKS = {
    Shape.CHECK: Look("good", (_CHECK,)),
    Shape.DOTTED_CHECK: Look("good unsure dotted", (_CHECK,)),
    Shape.FLAG: Look("way", ("M4 14V2.5h8l-2 3 2 3H4",)),
    Shape.QUESTION: Look("off unsure", ("M6 6.2a2.1 2.1 0 1 1 2.9 2c-.6.3-.9.7-.9 1.5M8 11.4v1", _RING)),
    Shape.EXCLAMATION: Look("clear", ("M8 4.6v4M8 10.3v1.2", _RING)),
    Shape.DASH: Look("none", ("M4 8h8",)),
    Shape.NOTHING: Look("none", (_RING, "M5.5 8h5")),
    Shape.HATCH: Look("hid", ("M3 13 13 3M3 8.5 8.5 3M7.5 13 13 7.5",)),
    Shape.EMPTY: Look("none", (_RING,)),
}
_SIDES = {
    phrases.MET: Look("none", (_CHECK,)),
    phrases.NOT_MET: Look("none", ("M8 2.2v7M8 12v1.8",)),
    phrases.WITHOUT_TARGET: _LOOKS[Shape.NOTHING],
    states.NO_FIGURES: _LOOKS[Shape.EMPTY],
}
"""Where there is no verdict: the side of the target alone."""
_ARROWS = {Arrow.UP: "↗", Arrow.DOWN: "↘", Arrow.NOTHING: "→"}


def chip(standing: Standing) -> Html:
    """The level of a figure; the side of the target alone where no verdict holds for it."""
    facts = brief(standing)
    if facts is None:
        word = phrases.status_word(standing.figure)
        return _drawn(word, _SIDES[word])
    said = chips.chip(facts, LANGUAGE)
    return _drawn(said.word, _LOOKS[said.shape])


def target_note(standing: Standing) -> str | None:
    """«mål: høyst 7,5 % · delmålet nå er 8,3 %»: the target, and where the plan is now, or what it looks to next."""
    figure, facts = standing.figure, brief(standing)
    target = phrases.held_of(figure)
    if figure is None or target is None:
        return None
    coming = phrases.next_milestone(figure.about.held, figure.about.indicator.measure)
    now = coming if facts is None or facts.milestone is None else plan_words(facts, facts.milestone)
    return " · ".join(part for part in (target, now) if part)


def plan_words(facts: Facts, milestone: Fraction) -> str:
    """«delmålet nå er 8,3 %»: where the plan is between two milestones."""
    voice = Voice(LANGUAGE)
    return voice.say(
        "level.milestone", limit=voice.amount(milestone, facts.indicator.decimals, facts.indicator.measure)
    )


def direction_line(facts: Facts | None, class_: str = "dir") -> Html | None:
    """Whether it has moved, with a neutral arrow; None where nothing was judged."""
    if facts is None or facts.value is None:
        return None
    compared = facts.spoken_direction is not Direction.TOO_LITTLE
    mark = tag("span", f"{_ARROWS[chips.arrow(facts)]} ", aria_hidden="true") if compared else None
    return div(class_, mark, chips.direction_word(facts, LANGUAGE))


def _drawn(word: str, look: Look) -> Html:
    strokes = (tag("path", class_="shape", d=one) for one in look.strokes)
    shape = tag("svg", join(*strokes), viewBox="0 0 16 16", width=16, height=16, aria_hidden="true")
    return span(f"st {look.class_}", shape, word)
