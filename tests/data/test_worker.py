"""The worker: files put in the inbox are taken in, refused ones stay, and a cut-off publish is completed."""

import os
import time

from asking import figures_of
from files import months, organisation, sick_leave, steady, write

from config.home import Home
from data.worker import work

FULL = {"a1": 10, "a2": 12, "a3": 9, "b1": 20, "b2": 25}


def put(home, path):
    there = home / "inbox" / path.name
    there.write_bytes(path.read_bytes())
    old = time.time() - 60
    os.utime(there, (old, old))
    return there


def test_a_file_in_the_inbox_reaches_the_board_and_is_deleted(home, run, tmp_path):
    run("import", organisation(tmp_path))
    there = put(home, sick_leave(tmp_path, steady(FULL, months(1, 10))))
    work(Home(home), once=True)
    assert not there.exists()
    assert figures_of(run, unit="K", window="month", period="2026-10")[0]["people"] == 76
    assert [one["state"] for one in run("imports").said["jobs"]] == ["done"]


def test_a_refused_file_stays_and_is_not_tried_again_until_it_changes(home, run, tmp_path):
    run("import", organisation(tmp_path))
    there = put(home, sick_leave(tmp_path, ["zz;2026-10;5;200;10"]))
    for _ in range(2):
        work(Home(home), once=True)
    jobs = run("imports").said["jobs"]
    assert [(one["state"], one["problems"][0]["code"]) for one in jobs] == [("refused", "unknown_unit")]
    assert there.exists()
    put(home, sick_leave(tmp_path, steady(FULL, ["2026-10"])))
    work(Home(home), once=True)
    assert [one["state"] for one in run("imports").said["jobs"]] == ["refused", "done"]


def test_an_unknown_file_is_refused_with_a_reason(home, run, tmp_path):
    put(home, write(tmp_path, "notat.txt", "Hei på deg\n"))
    work(Home(home), once=True)
    assert run("imports").said["jobs"][0]["problems"][0]["code"] == "unknown_format"


def test_a_publish_that_was_cut_off_is_completed_at_start(home, run, tmp_path):
    run("import", organisation(tmp_path), sick_leave(tmp_path, steady(FULL, months(1, 10))))
    run("import", sick_leave(tmp_path, ["a1;2026-10;40;200;10"], "ny.csv"), "--no-publish")
    work(Home(home), once=True)
    assert figures_of(run, unit="a1", window="month", period="2026-10")[0]["value"] == 20
