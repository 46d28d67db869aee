"""What reaches the board: the same on both databases, never half, and never below the threshold."""

import json
import sqlite3
from collections import defaultdict

import pytest
from asking import figures_of, run_in
from files import months, organisation, sick_leave, steady

from data.sample import settings_yaml, write_files
from metrics.masking import UnsafeMaskError

FULL = {"a1": 10, "a2": 12, "a3": 9, "b1": 20, "b2": 25}


def without_times(said):
    """Everything that two homes must agree on: all but when it was imported and published."""
    text = json.dumps({name: said[name] for name in ("figures", "rest_groups")})
    found = json.loads(text, object_hook=lambda one: {name: one[name] for name in one if name != "at"})
    return json.dumps(found)


@pytest.mark.postgres
def test_postgresql_gives_the_same_figures_as_sqlite(tmp_path, home, run, database):
    files = write_files(tmp_path / "files", seed=1, units=30).paths
    (home / "settings.yaml").write_text(settings_yaml(), encoding="utf-8")
    other = tmp_path / "other"
    assert run_in(other)("init", "--name", "Andre").code == 0
    stores = "".join(f"  {name}_url: {database}\n" for name in ("register", "board", "journal"))
    (other / "settings.yaml").write_text(f"{settings_yaml()}stores:\n{stores}", encoding="utf-8")
    for place in (home, other):
        answer = run_in(place)("import", *files)
        assert answer.code == 0, answer.said
    here, there = run("figures").said, run_in(other)("figures").said
    assert here["figures"]
    assert without_times(here) == without_times(there)
    assert here["stamp"]["digest"] != ""


def test_no_small_group_can_be_subtracted_from_the_sample(sample_home):
    """An attacker with every figure of every month: each shown unit minus the shown units below it.

    Counted from the printed people alone; it shares no code with the masks.
    """
    run = run_in(sample_home)
    parents = {}
    for indicator, window in (("sick_leave", "month"), ("turnover", "month"), ("full_time_share", "latest")):
        people = defaultdict(dict)
        for one in figures_of(run, indicator=indicator, window=window):
            people[one["period"]][one["unit"]] = one["people"] if one["state"] == "shown" else None
        for period, shown in people.items():
            if period not in parents:
                parents[period] = {one["id"]: one["parent"] for one in run("units", "--at", period).said["units"]}
            assert not list(small_differences(shown, parents[period])), (indicator, period)


def small_differences(shown, parents):
    left = {unit: people for unit, people in shown.items() if people is not None}
    for unit, people in shown.items():
        if people is None:
            continue
        above = parents[unit]
        while above is not None and shown.get(above) is None:
            above = parents[above]
        if above is not None:
            left[above] -= people
    return ((unit, rest) for unit, rest in left.items() if 0 < rest < 5)


def test_the_hidden_months_stay_out_of_the_windows(sample_home):
    """The unit that moves between 4 and 6 employees: its twelve months are the shown months, or hidden."""
    run = run_in(sample_home)
    monthly = {one["period"]: one for one in figures_of(run, unit="20506", indicator="sick_leave", window="month")}
    assert {one["state"] for one in monthly.values()} == {"shown", "hidden"}
    order = list(monthly)
    for figure in figures_of(run, unit="20506", indicator="sick_leave", window="rolling12"):
        end = order.index(figure["period"])
        inside = [monthly[period] for period in order[max(0, end - 11) : end + 1]]
        shown = [one for one in inside if one["state"] == "shown"]
        if figure["state"] == "shown":
            assert figure["months_shown"] == len(shown) >= 10
            assert figure["numerator"] == pytest.approx(sum(one["numerator"] for one in shown))
        elif len(inside) == 12:
            assert figure["state"] == "hidden"


def test_the_board_holds_no_amount_of_a_hidden_cell(sample_home):
    with sqlite3.connect(f"file:{sample_home / 'board.db'}?mode=ro", uri=True) as board:
        states = board.execute("SELECT state, count(numerator), count(*) FROM cell GROUP BY state").fetchall()
        assert {state for state, _, _ in states} >= {1, 2, 3, 5}
        assert all(amounts == (rows if state == 1 else 0) for state, amounts, rows in states)
        tables = {name for (name,) in board.execute("SELECT name FROM sqlite_master WHERE type='table'")}
        assert tables == {"stamp", "document", "batch", "mask", "cell", "rest_group", "verdict"}


def test_moves_between_units_stay_off_the_board(sample_home):
    indicators = {one["indicator"] for one in figures_of(run_in(sample_home), unit="1000")}
    assert "turnover_external" in indicators
    assert not indicators & {"turnover_internal", "turnover_all", "ten_factor_response_rate"}


def test_a_publish_that_fails_leaves_the_old_board(run, tmp_path, monkeypatch):
    run("import", organisation(tmp_path), sick_leave(tmp_path, steady(FULL, months(1, 10))))
    before = run("figures").said
    monkeypatch.setattr("metrics.solvers.block_mask", lambda parent, own, *rest, **more: own < 0)
    with pytest.raises(UnsafeMaskError):
        run("import", sick_leave(tmp_path, ["a1;2026-11;1;60;3"], "liten.csv"))
    monkeypatch.undo()
    assert run("figures").said == before
    assert len(run("imports").said["batches"]) == 3
