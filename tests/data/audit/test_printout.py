"""The attacker reads in this process what anyone reads from the command line, and finds the sample safe."""

from dataclasses import replace

import pytest
from asking import run_in

from data.audit.printout import printout_of
from data.board import current
from metrics.audit.board import audit_board
from metrics.windows import Window

SOME = ("sick_leave", "sick_leave_short_term", "sick_leave_long_term", "full_time_share")


@pytest.fixture(scope="module")
def board(sample_home):
    return current(f"sqlite:///{sample_home / 'board.db'}", "fjordvik")


def only(board, *indicators):
    return replace(board, breakdowns={name: found for name, found in board.breakdowns.items() if name[0] in indicators})


def by_name(figures):
    return {(f["breakdown"], f["window"], f["period"], f["unit"], str(f.get("members"))): f for f in figures}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("indicator", "window", "period"),
    [
        ("sick_leave", "latest", "2026-10"),
        ("sick_leave", "rolling12", "2026-10"),
        ("full_time_share", "latest", "2026-10"),
    ],
)
def test_it_is_what_the_command_line_prints(sample_home, board, indicator, window, period):
    said = run_in(sample_home)("figures", "--indicator", indicator, "--window", window, "--period", period).said
    ours = printout_of(only(board, indicator), [Window(window)])
    assert said["figures"]
    for part in ("figures", "rest_groups"):
        mine = by_name(ours[part])
        for name, figure in by_name(said[part]).items():
            fields = mine[name].keys() & figure.keys() - {"display", "sources", "target"}
            assert {field: figure[field] for field in fields} == {field: mine[name][field] for field in fields}
            assert len(figure["sources"]) == len(mine[name]["sources"])
            assert (figure["target"] or {}).get("met") == (mine[name]["target"] or {}).get("met")


@pytest.mark.slow
def test_the_sample_is_safe_with_totals_parts_and_both_readings_of_the_flag(board):
    report = audit_board(printout_of(only(board, *SOME), (Window.LATEST, Window.QUARTER)))
    assert report.derivable[:3] == ()
    assert report.safe
    assert report.widths.figures > 0


@pytest.mark.night
def test_the_whole_sample_is_safe_in_every_window(board):
    report = audit_board(printout_of(board, tuple(Window)))
    assert report.derivable[:3] == ()
    assert report.safe
    assert report.attacked > 100_000
