"""Distinctive values planted where they must be hidden, looked for on every channel (PRIVACY §7.4)."""

import os
import sqlite3
import time

import pytest
from asking import run_in
from files import months, organisation, sick_leave, steady, write

from config.home import Home
from data.worker import work

LOST, AGREED = "7,351947", "83,417239"
"""Lost and agreed days of a hidden unit."""
CANARIES = ["7351947", "83417239", "7,351947", "7.351947", "83.417239", "83,417239", "8.8134", "8,8134", "8.81"]
"""The same as scaled whole numbers, with point and comma, and as a percentage."""
KEY = "p-hemmelig-9931"
FULL = {"a2": 12, "a3": 9, "b1": 20, "b2": 25}


@pytest.fixture
def planted(home, run, tmp_path):
    """A home where a1 has three employees and the canary in every month."""
    periods = [*months(11, 12, 2025), *months(1, 10)]
    rows = [*steady(FULL, periods), *(f"a1;{period};{LOST};{AGREED};3" for period in periods)]
    answer = run("import", organisation(tmp_path), sick_leave(tmp_path, rows))
    assert answer.code == 0
    return home


def found(text):
    return [canary for canary in CANARIES if canary in text]


def test_no_canary_is_found_on_any_channel(planted, tmp_path, capfd):
    run = run_in(planted)
    hidden = run("figures", "--unit", "a1").said["figures"]
    assert {one["state"] for one in hidden if one["period"] >= "2026-09"} == {"hidden"}
    for window in ("month", "quarter", "tertial", "year", "rolling12", "ytd", "latest"):
        assert not found(str(run("figures", "--window", window).said)), window
    run("export", "--innsyn", tmp_path / "innsyn")
    for path in (tmp_path / "innsyn").iterdir():
        assert not found(path.read_text(encoding="utf-8")), path.name
    assert not found(str(run("imports").said))
    work(Home(planted), once=True)
    said = capfd.readouterr()
    assert not found(said.out + said.err)


def test_the_boards_file_holds_no_canary_in_its_pages(planted):
    for name in ("board.db", "board.db-wal", "journal.db", "journal.db-wal"):
        path = planted / name
        if path.exists():
            content = path.read_bytes()
            assert not [canary for canary in CANARIES if canary.encode() in content], name
            for amount in (7_351_947, 83_417_239):
                assert amount.to_bytes(4, "big") not in content, (name, amount)
    register = b"".join(path.read_bytes() for path in planted.glob("register.db*"))
    assert (83_417_239).to_bytes(4, "big") in register, "the canary is where it belongs, and can be found"


def test_no_log_line_holds_a_figure_or_a_name(home, run, tmp_path, capfd):
    """A refused file and a refused person list through the inbox: the journal and the log name places only."""
    run("import", organisation(tmp_path))
    rows = "Person;Enhetskode;Stillingsprosent;Turnus;Ansettelsesforhold;Per dato\n"
    files = [
        write(tmp_path, "liste.csv", f"{rows}{KEY};a1;{KEY};ja;fast;2026-10-31\n"),
        sick_leave(tmp_path, [f"a1;2026-10;{LOST};1,0;3"], "feil.csv"),
    ]
    for file in files:
        there = home / "inbox" / file.name
        there.write_bytes(file.read_bytes())
        os.utime(there, (time.time() - 60,) * 2)
    work(Home(home), once=True)
    said = capfd.readouterr()
    jobs = run("imports").said["jobs"]
    assert [job["state"] for job in jobs] == ["refused", "refused"]
    written = b"".join(path.read_bytes() for path in home.rglob("*.db*")).decode(errors="replace")
    for text in (said.out, said.err, str(jobs), written):
        assert KEY not in text
        assert "Sone én" not in said.out + said.err
        assert not found(text)


def test_unmasked_figures_are_logged_with_a_name(planted):
    run = run_in(planted)
    words = ["unmasked", "--unit", "a1", "--indicator", "sick_leave", "--period", "2026-10"]
    assert run(*words, "--reason", "kort").code == 2
    answer = run(*words, "--reason", "Bestilt av revisjonen, sak 12")
    assert answer.said["unmasked"][0]["numerator"] == pytest.approx(7.351947)
    with sqlite3.connect(planted / "register.db") as register:
        logged = register.execute("SELECT by, reason, indicator, unit FROM disclosure").fetchall()
    assert logged == [("testen", "Bestilt av revisjonen, sak 12", "sick_leave", "a1")]
