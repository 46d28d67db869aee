"""Verdicts as a publish makes them: of what is shown alone, three statements, never against the side of the target."""

import sqlite3

import pytest
from asking import figures_of, run_in
from files import months, organisation, sick_leave, steady, write

STRATEGY = """id: egen
title: Egen strategi
owner: Prøve kommune
source: Kommunestyret
valid_from: 2025-12-01
valid_to: 2028-12-31
goals:
  - id: "1"
    title: Flere på jobb
    targets:
      - indicator: sick_leave
        operator: "<="
        limit: 6
        due: 2028-12-31
        place: Kapittel 2
"""
FULL = {"a1": 10, "a2": 12, "a3": 9, "b1": 20, "b2": 25}
YEARS = [*months(1, 12, 2024), *months(1, 12, 2025), *months(1, 10)]


@pytest.fixture(scope="module")
def judged(sample_home):
    return run_in(sample_home)("figures").said["figures"]


def test_every_headline_figure_has_three_statements_and_no_other_window_has_any(sample_home, judged):
    assert {one["level"] is not None for one in judged} == {True}
    assert all(one["direction"] and one["outlook"] for one in judged)
    quarters = figures_of(run_in(sample_home), unit="HO", indicator="sick_leave", window="quarter")
    assert {one["level"] for one in quarters} == {None}


def test_hidden_and_missing_figures_have_no_facts(judged):
    for one in judged:
        if one["state"] != "shown":
            assert one["facts"] is None
            assert one["level"] in {"hidden", "missing", "too_little"}


def test_what_is_said_is_on_the_side_of_the_target(judged):
    met = {"on_secure": True, "on_unsure": True, "on_track": False, "off_unsure": False, "off_clear": False}
    checked = 0
    for one in judged:
        if one["state"] == "shown" and one["judged"] == one["period"] and one["target"] and one["level"] in met:
            checked += 1
            assert one["target"]["met"] is met[one["level"]], one
    assert checked > 1000


def test_on_track_carries_no_outlook(judged):
    assert {one["outlook"] for one in judged if one["level"] == "on_track"} == {"none"}


def test_the_newest_month_of_sick_leave_is_provisional(judged):
    newest = [one for one in judged if one["indicator"] == "sick_leave" and one["period"] == "2026-10"]
    assert {one["judged"] for one in newest if one["state"] == "shown"} == {"2026-09"}


def test_a_step_that_is_larger_than_the_noise_is_a_change(home, run, tmp_path):
    """A whole municipality that goes from 8 to 3 % and stays there: the top is large enough to be sure."""
    write(home / "config" / "strategies", "egen.yaml", STRATEGY)
    many = {unit: 30 * people for unit, people in FULL.items()}
    before, after = steady(many, YEARS[:22]), steady(many, YEARS[22:], 0.03)
    run("import", organisation(tmp_path), sick_leave(tmp_path, [*before, *after]))
    top = figures_of(run, unit="K", indicator="sick_leave", period="2026-10")[0]
    assert (top["level"], top["direction"]) == ("on_secure", "better")
    assert top["facts"]["z"] < -1.96


def test_a_baseline_is_written_once_and_never_made_again(home, run, tmp_path):
    write(home / "config" / "strategies", "egen.yaml", STRATEGY)
    run("import", organisation(tmp_path), sick_leave(tmp_path, steady(FULL, YEARS)))
    first = baselines(home)
    assert {(unit, start) for unit, start, _ in first} >= {("K", 2025 * 12 + 11), ("a1", 2025 * 12 + 11)}
    run("import", sick_leave(tmp_path, steady(FULL, ["2025-06"], 0.2), "rettet.csv"))
    assert baselines(home) == first


def baselines(home):
    with sqlite3.connect(home / "register.db") as register:
        return register.execute("SELECT unit, start, numerator FROM baseline ORDER BY unit").fetchall()
