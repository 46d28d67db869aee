"""The one chip of a figure."""

import re
from dataclasses import replace
from fractions import Fraction

import pytest

from dashboard.chips import chip, direction_line, target_note
from dashboard.reading import Reading
from dashboard.saying.chips import SHAPES
from dashboard.standings import Standing, stand
from dashboard.told import brief, tell
from metrics.periods import Period
from metrics.progress.codes import Direction, Level

LAST = Period.month(2026, 10)
WORDS = {
    Level.ON_SECURE: "Trygt i mål",
    Level.ON_UNSURE: "I mål nå, kan snu",
    Level.ON_TRACK: "I rute",
    Level.OFF_UNSURE: "Ikke i mål nå, kan snu",
    Level.OFF_CLEAR: "Klart utenfor målet",
    Level.TOO_LITTLE: "For lite grunnlag",
    Level.NO_TARGET: "Uten måltall",
}


@pytest.fixture
def reading(small_board):
    return Reading(small_board, small_board.strategies[0], LAST)


@pytest.fixture
def standing(reading):
    return stand(reading, "H1", "sick_leave")


def _with(standing, level, value):
    verdict = replace(standing.verdict, level=level, facts={**standing.verdict.facts, "milestone": 9.0})
    return Standing(replace(standing.figure, value=Fraction(value)), verdict)


@pytest.mark.parametrize("level", WORDS)
def test_every_level_has_its_word_and_a_shape(standing, level):
    drawn = chip(_with(standing, level, 7 if level in {Level.ON_SECURE, Level.ON_UNSURE} else 8))
    assert WORDS[level] in drawn
    assert "<path" in drawn
    assert 'aria-hidden="true"' in drawn


def test_no_two_judged_levels_look_the_same(standing):
    levels = [Level.ON_SECURE, Level.ON_UNSURE, Level.ON_TRACK, Level.OFF_UNSURE, Level.OFF_CLEAR]
    drawn = [chip(_with(standing, level, value)) for level, value in zip(levels, (7, 7, 8, 8, 8), strict=True)]
    looks = {
        (re.search(r'class="st ([^"]+)"', one).group(1), re.search(r' d="([^"]+)"', one).group(1)) for one in drawn
    }
    assert len(looks) == len(levels)
    assert len(SHAPES) == len(Level)


def test_without_a_verdict_only_the_side_is_told(standing):
    assert "Målet er ikke nådd" in chip(Standing(standing.figure, None))
    assert "Ingen tall" in chip(Standing(None, None))


def test_the_hidden_chip_holds_no_number(reading):
    drawn = re.sub("<[^>]+>", "", chip(stand(reading, "H3", "sick_leave")))
    assert drawn == "Skjermet"


def test_the_note_tells_where_the_plan_is_and_else_what_comes_next(reading):
    assert target_note(stand(reading, "1000", "sick_leave")).endswith("delmålet nå er 7,6\u00a0%")
    assert target_note(stand(reading, "H1", "sick_leave")) == "mål: høyst 7,5\u00a0%"
    assert target_note(stand(reading, "O1", "sick_leave")).endswith("neste delmål er 7,5\u00a0% innen desember 2026"), (
        "the baseline lies beyond the milestone, so there is no plan to follow"
    )
    assert target_note(stand(reading, "H1", "turnover")) is None


@pytest.mark.parametrize(
    ("direction", "previous", "words"),
    [
        (Direction.BETTER, 14.0, "↘ Bedring"),
        (Direction.WORSE, 3.0, "↗ Forverring"),
        (Direction.NONE, 8.0, "→ Ingen sikker endring"),
        (Direction.TOO_LITTLE, 8.0, "Kan ikke sammenlignes ennå"),
    ],
)
def test_the_arrow_is_neutral_and_shows_which_way_it_went(standing, direction, previous, words):
    verdict = replace(standing.verdict, direction=direction, facts={**standing.verdict.facts, "previous": previous})
    drawn = direction_line(brief(Standing(standing.figure, verdict)))
    assert re.sub("<[^>]+>", "", drawn) == words
    assert not re.search("good|clear|off|way", drawn)


def test_what_is_hidden_has_no_direction(reading):
    hidden = stand(reading, "H3", "sick_leave")
    assert direction_line(tell(reading, reading.tree.units[reading.tree.index["H3"]], hidden)) is None
