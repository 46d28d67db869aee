"""Every reason for hiding is said in words on a page, and a reader who hears the page gets the same (PRIVACY §4.5)."""

import re
from html import unescape
from pathlib import Path

import pytest
from files import months, organisation, sick_leave, steady, write
from streamlit.testing.v1 import AppTest

import dashboard
from dashboard.sentences import PROTECTED_HELP
from metrics.figures import Cell, Reason

SCRIPT = Path(dashboard.__file__).parent / "app.py"
PERIODS = [*months(9, 12, 2025), *months(1, 10)]
COUNTS = {"a2": 12, "a3": 9, "b1": 20, "b2": 25}
SURVEY = "Enhetskode;Periode;Faktor;Snitt;Svar;Inviterte;Spredning\n"
REST = "Sykefravær samlet for to skjermede enheter"


def survey(folder, answers, mean="4,00", name="ti-faktor.csv"):
    """The survey tool's own report: every unit with all below it, and one factor."""
    total = {"A": answers["a1"] + answers["a2"] + answers["a3"], "B": answers["b1"] + answers["b2"]}
    counts = {"K": total["A"] + total["B"], **total, **answers}
    rows = (
        f"{unit};2026;Mestringstro;{mean if unit == 'a1' else '4,10'};{n};{n + 2};0,70\n" for unit, n in counts.items()
    )
    return write(folder, name, SURVEY + "".join(rows))


@pytest.fixture
def said(home, run, tmp_path, monkeypatch):
    """Imports files, and says what the page of a unit reads, as plain text."""

    def read(*files, unit):
        if files:
            answer = run("import", *files)
            assert answer.code == 0, answer.said
        monkeypatch.setenv("MAALBILDE_BOARD_URL", f"sqlite:///{home / 'board.db'}")
        tester = AppTest.from_file(str(SCRIPT), default_timeout=30)
        tester.query_params["unit"] = unit
        tester.run()
        tester.switch_page("views/unit.py").run()
        assert not tester.exception
        html = "".join(one.value for one in tester.markdown)
        unseen = re.sub(r'<svg\b[^>]*aria-hidden="true"[^>]*>.*?</svg>', "", html, flags=re.DOTALL)
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", unseen)).replace("\u00a0", " ").split())

    run("import", organisation(tmp_path))
    return read


def of_twelve(tmp_path, small, others=COUNTS):
    rows = steady(others, PERIODS)
    return sick_leave(tmp_path, [*rows, *(f"a1;{period};2;60;{small}" for period in PERIODS)])


def test_few_employees(said, tmp_path):
    page = said(of_twelve(tmp_path, 3), unit="a1")
    assert "Skjermet: færre enn 5 ansatte" in page
    assert REST in page


def test_a_unit_that_guards_a_smaller_one(said, tmp_path):
    page = said(of_twelve(tmp_path, 3), unit="a3")
    sentence = "Skjermet for å verne en mindre enhet. Du har tallene i HR-systemet; her ser alle det samme."
    assert f"{sentence} Se samlet tall for Helse." in page
    assert "(12 ansatte)" in page


def test_a_file_without_counts(said, tmp_path):
    page = said(of_twelve(tmp_path, ""), unit="a1")
    assert "Skjermet: fila sier ikke hvor mange ansatte tallet gjelder." in page


def test_few_answers(said, tmp_path):
    answers = {"a1": 4, "a2": 12, "a3": 14, "b1": 20, "b2": 25}
    page = said(of_twelve(tmp_path, 9), survey(tmp_path, answers), unit="a1")
    assert "Skjermet: færre enn 5 svar. KS-rapporten kan vise 3 svar; Målbilde gjør ikke det." in page


def test_one_answer_repeated_is_hidden(said, tmp_path, run):
    """Eight who all answered 5: the mean would tell what each of them said. The reason tells nothing of it."""
    answers = {"a1": 8, "a2": 12, "a3": 14, "b1": 20, "b2": 25}
    page = said(of_twelve(tmp_path, 9), survey(tmp_path, answers, "5,00"), unit="a1")
    assert "Skjermet for å verne en mindre enhet. Her ser alle det samme." in page
    figures = run("figures", "--indicator", "ten_factor_self_efficacy").said["figures"]
    assert {one["unit"]: one["reason"] for one in figures}["a1"] == Reason.PROTECTS_OTHERS
    assert not [one for one in figures if one["value"] in (1, 5)]


def test_no_figures_since(said, tmp_path):
    long = [*months(1, 12, 2024), *months(1, 12, 2025), *months(1, 10)]
    rows = [*steady(COUNTS, long), *steady({"a1": 9}, months(1, 12, 2024))]
    assert "Ingen tall siden desember 2024" in said(sick_leave(tmp_path, rows), unit="a1")


def test_eleven_of_twelve_months(said, tmp_path):
    """The hidden month is left out of the sum, and the page says so."""
    few = {"2026-03": (60, 3)}
    mine = [(period, *few.get(period, (180, 9))) for period in PERIODS]
    rows = [*steady(COUNTS, PERIODS), *(f"a1;{period};2;{agreed};{people}" for period, agreed, people in mine)]
    page = said(sick_leave(tmp_path, rows), unit="a1")
    assert "(11 av 12 måneder)" in page
    assert "(12 av 12 måneder)" in said(unit="b1")


def test_a_correction_that_waits(said, tmp_path, run):
    assert "Rettelse venter" not in said(of_twelve(tmp_path, 9), unit="a1")
    few = sick_leave(tmp_path, ["a1;2026-09;9;220;11"], "rettelse.csv")
    assert "Rettelse venter: tallet rettes når flere endringer er samlet." in said(few, unit="a1")
    waits = {one["unit"] for one in run("figures", "--window", "month").said["figures"] if one["pending_correction"]}
    assert waits == {"a1", "A", "K"}
    enough = sick_leave(tmp_path, ["a1;2026-09;9;300;15"], "mer.csv")
    assert "Rettelse venter" not in said(enough, unit="a1")


def test_hidden_is_never_only_a_colour_a_sign_or_an_empty_cell(said, tmp_path):
    page = said(of_twelve(tmp_path, 3), unit="A")
    below = page[page.index("Sone én") :]
    assert re.match(r"Sone én(?: [^ ]+){0,12} Skjermet", below)
    assert PROTECTED_HELP in page


def test_every_reason_has_its_words_here():
    """A reason that is added must be given words, and a test of them above."""
    hidden = {cell.reason for cell in Cell if cell.hidden}
    assert hidden == {Reason.BELOW_THRESHOLD, Reason.PROTECTS_OTHERS, Reason.NO_PEOPLE}
