"""What the pages of the invented municipality say is what `figures --json` says."""

import html
import re
from pathlib import Path

import pytest
from asking import run_in
from streamlit.testing.v1 import AppTest

import dashboard
from dashboard.reading import Reading
from dashboard.saying.sentence import sentence
from dashboard.standings import stand
from dashboard.ten_factors import factors_of, shown_first
from dashboard.told import LEADERSHIP, tell
from data.board import current
from metrics.figures import Shown
from metrics.periods import Period
from metrics.progress.codes import Level

LAST = Period.month(2026, 10)
UNITS = ("1000", "HO", "20100", "20101", "20102", "20106", "20300", "20301", "20305", "TE")
CARDS = ("sick_leave", "full_time_share", "turnover")
CHIP = re.compile(r'<span class="st [^"]*"><svg.*?</svg>([^<]+)</span>')
WORDS = {
    "on_secure": "Trygt i mål",
    "on_unsure": "I mål nå, kan snu",
    "on_track": "I rute",
    "off_unsure": "Ikke i mål nå, kan snu",
    "off_clear": "Klart utenfor målet",
    "too_little": "For lite grunnlag",
    "no_target": "Uten måltall",
    "hidden": "Skjermet",
    "missing": "Ingen tall",
}
OUTLOOKS = ("Dagens nivå holder", "Kan gå begge veier", "dagens nivå, er", "begge veier")


@pytest.fixture(scope="module")
def levels(sample_home):
    """The level of every unit and indicator in October 2026, as the command line tells it."""
    answer = run_in(sample_home)("figures", "--period", LAST.code)
    assert answer.code == 0
    return {
        (one["unit"], one["indicator"]): one["level"]
        for one in answer.said["figures"]
        if one["level"] is not None and one["breakdown"] in {"total", "shift"}
    }


@pytest.fixture(scope="module")
def reading(sample_home):
    board = current(f"sqlite:///{sample_home}/board.db")
    return Reading(board, board.strategies[0], LAST)


@pytest.mark.parametrize("unit", UNITS)
def test_the_chips_of_a_unit_are_its_verdicts_on_the_command_line(sample_home, levels, monkeypatch, unit):
    monkeypatch.setenv("MAALBILDE_BOARD_URL", f"sqlite:///{sample_home}/board.db")
    app = AppTest.from_file(str(Path(dashboard.__file__).parent / "app.py"), default_timeout=30)
    app.query_params["unit"] = unit
    page = app.run().switch_page("views/unit.py").run()
    assert not page.exception
    cards = "".join(one.value for one in page.markdown).split('<div class="top">')[1:]
    said = [html.unescape(CHIP.search(card).group(1)) for card in cards]
    assert [word.split(" siden ")[0] for word in said] == [WORDS[levels[unit, indicator]] for indicator in CARDS]


def test_what_is_said_is_on_the_side_that_the_number_is_on(reading):
    for unit in reading.tree.units:
        for indicator in CARDS:
            standing = stand(reading, unit.id, indicator)
            facts = tell(reading, unit, standing)
            if not isinstance(standing.figure, Shown) or facts is None or standing.figure.met is None:
                continue
            words = sentence(facts, "nb").text
            assert ("ikke nådd" in words or "nås ikke" in words or "til må få" in words) is not standing.figure.met


def test_on_schedule_carries_no_outlook(reading):
    seen = 0
    for unit in reading.tree.units:
        for indicator in CARDS:
            standing = stand(reading, unit.id, indicator)
            facts = tell(reading, unit, standing)
            if standing.level is not Level.ON_TRACK or facts is None:
                continue
            seen += 1
            words = sentence(facts, "nb").text
            assert not any(one in words for one in OUTLOOKS)
            assert "Blir nivået stående" in words or "til må få" in words
    assert seen > 5


def test_leadership_is_never_picked_in_any_unit(reading):
    picked = [one.indicator.id for unit in reading.tree.units for one in shown_first(factors_of(reading, unit))]
    assert picked
    assert LEADERSHIP not in picked
