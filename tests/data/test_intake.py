"""Taking files in: person keys leave no trace, a killed import leaves the whole or nothing."""

import os
import random
import signal
import sqlite3
import subprocess
import time

import pytest
from asking import COMMAND, figures_of
from files import months, organisation, sick_leave, steady, write

FULL = {"a1": 10, "a2": 12, "a3": 9, "b1": 20, "b2": 25}
KEY = "hemmelignokkel"


def positions(folder, name, people, extra=()):
    rows = ["Person;Enhetskode;Stillingsprosent;Turnus;Ansettelsesforhold;Per dato"]
    units = ["a1", "a2", "b1"]
    rows += [f"{KEY}{i};{units[i % 3]};{100 if i % 2 else 60};ja;fast;2026-10-31" for i in range(people)]
    return write(folder, name, "\n".join([*rows, *extra]) + "\n")


def everything_written(home):
    return b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())


def test_a_position_list_becomes_sums_and_the_keys_are_gone(home, run, tmp_path):
    """60 + 40 % in two units: part-time in both, whole in the municipality."""
    shared = [f"{KEY}x;a1;60;ja;fast;2026-10-31", f"{KEY}x;a2;40;ja;fast;2026-10-31"]
    file = positions(tmp_path, "stillinger.csv", 60, shared)
    assert run("import", organisation(tmp_path), file).code == 0
    unit = figures_of(run, unit="K", indicator="full_time_share", period="2026-10")[0]
    whole = figures_of(run, unit="K", indicator="full_time_share_municipality", period="2026-10")[0]
    assert (unit["numerator"], unit["denominator"]) == (30, 62)
    assert (whole["numerator"], whole["denominator"]) == (31, 61)
    assert KEY.encode() not in everything_written(home)


def test_problems_of_a_person_list_name_the_place_and_never_what_stands_there(home, run, tmp_path):
    wrong = [f"{KEY}y;a1;{KEY}z;ja;fast;2026-10-31", f"{KEY}y;{KEY}u;50;ja;fast;2026-10-31"]
    answer = run("import", organisation(tmp_path), positions(tmp_path, "stillinger.csv", 20, wrong))
    assert answer.code == 1
    assert {(one["row"], one["column"]) for one in answer.said["problems"]} >= {(22, "Stillingsprosent")}
    assert KEY not in str(answer.said)
    assert KEY.encode() not in everything_written(home)


def test_keys_in_the_column_of_units_are_not_repeated_either(run, tmp_path):
    rows = "Person;Enhetskode;Stillingsprosent;Turnus;Ansettelsesforhold;Per dato\n"
    rows += "".join(f"a1;{KEY}{i};100;ja;fast;2026-10-31\n" for i in range(9))
    answer = run("import", organisation(tmp_path), write(tmp_path, "stillinger.csv", rows))
    assert {one["code"] for one in answer.said["problems"]} == {"unknown_unit"}
    assert KEY not in str(answer.said)


def test_an_unknown_parent_is_told_with_its_row(run, tmp_path):
    text = organisation(tmp_path).read_text(encoding="utf-8").replace("a2;Sone to;A", "a2;Sone to;Q")
    problem = run("import", write(tmp_path, "org.csv", text)).said["problems"][0]
    assert (problem["code"], problem["row"], problem["found"]) == ("unknown_parent", 6, "a2")


def test_the_spread_of_a_survey_is_kept(home, run, tmp_path):
    head = "Enhetskode;Periode;Faktor;Snitt;Svar;Inviterte;Spredning\n"
    run("import", organisation(tmp_path), write(tmp_path, "ti.csv", f"{head}a1;2026-03;Rolleklarhet;4,2;10;12;0,65\n"))
    with sqlite3.connect(home / "register.db") as register:
        kept = register.execute("SELECT numerator, people FROM observation WHERE breakdown = 'spread'").fetchall()
    assert kept == [(650_000, 10)]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(5))
def test_a_killed_import_leaves_the_whole_batch_or_none_and_no_key(home, run, tmp_path, seed):
    run("import", organisation(tmp_path))
    file = positions(tmp_path, "stillinger.csv", 20_000)
    process = subprocess.Popen(
        [*COMMAND, "import", str(file), "--home", str(home)], stdout=subprocess.DEVNULL, env=os.environ
    )
    time.sleep(0.7 + random.Random(seed).random() * 2)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert KEY.encode() not in everything_written(home)
    batches = [one for one in run("imports").said["batches"] if one["format"] == "positions"]
    assert len(batches) in {0, 1}
    run("import", file)
    figure = figures_of(run, unit="K", indicator="full_time_share", period="2026-10")[0]
    assert figure["denominator"] == 20_000
    assert len([one for one in run("imports").said["batches"] if one["format"] == "positions"]) == 1


def test_a_survey_parent_with_fewer_answers_than_its_units_is_refused(run, tmp_path):
    head = "Enhetskode;Periode;Faktor;Snitt;Svar;Inviterte;Spredning\n"
    rows = "a1;2026-03;Rolleklarhet;4,2;10;12;\na2;2026-03;Rolleklarhet;4,0;9;12;\nA;2026-03;Rolleklarhet;4,1;15;30;\n"
    answer = run("import", organisation(tmp_path), write(tmp_path, "tifaktor.csv", head + rows))
    assert answer.code == 1
    problem = answer.said["problems"][0]
    assert (problem["code"], problem["row"]) == ("children_exceed_parent", 4)


def test_a_survey_parent_is_what_was_delivered_and_never_a_mean_of_units(run, tmp_path):
    head = "Enhetskode;Periode;Faktor;Snitt;Svar;Inviterte;Spredning\n"
    rows = "a1;2026-03;Rolleklarhet;4,2;10;12;\na2;2026-03;Rolleklarhet;4,0;9;12;\nA;2026-03;Rolleklarhet;4,13;28;30;\n"
    assert run("import", organisation(tmp_path), write(tmp_path, "tifaktor.csv", head + rows)).code == 0
    found = {one["unit"]: one for one in figures_of(run, indicator="ten_factor_role_clarity")}
    assert found["A"]["value"] == 4.13
    assert found["A"]["people"] == 28
    assert (found["K"]["state"], found["K"]["reason"]) == ("missing", "not_delivered")


ORGANISATIONS = [
    ("K;Kommune;;;;;;\nX;To;;;;;;\n", "several_tops"),
    ("K;Kommune;;;;;;\na;En;b;;;;;\nb;To;a;;;;;\n", "unit_circle"),
    ("K;Kommune;;;;;;\na;En;mangler;;;;;\n", "unknown_parent"),
    ("K;Kommune;;;;;;\na;En;K;;;Z;;\n", "unknown_service_area"),
    ("K;Kommune;;;;;;\na;En;K;;2025-12-31;;;\nb;To;a;;;;;\n", "parent_not_valid"),
]


@pytest.mark.parametrize(("rows", "code"), ORGANISATIONS)
def test_an_organisation_is_one_tree_at_every_moment(run, tmp_path, rows, code):
    head = "Enhetskode;Enhetsnavn;Overordnet;Gyldig fra;Gyldig til;Tjenesteområde;Enhetstype;Turnus\n"
    answer = run("import", organisation(tmp_path, head + rows))
    assert answer.code == 1
    assert code in {one["code"] for one in answer.said["problems"]}


def test_a_closed_unit_gets_no_new_figures(run, tmp_path):
    closed = organisation(tmp_path).read_text(encoding="utf-8").replace("a3;Sone tre;A;;", "a3;Sone tre;A;;2026-03-31")
    answer = run("import", write(tmp_path, "org.csv", closed), sick_leave(tmp_path, steady(FULL, months(3, 4))))
    problem = answer.said["problems"][0]
    assert (answer.code, problem["code"], problem["found"]) == (1, "unit_not_valid", "a3, 2026-04")


def test_a_misspelt_unit_gets_a_suggestion_by_code_or_name(run, tmp_path):
    answer = run("import", organisation(tmp_path), sick_leave(tmp_path, ["Bakken skule;2026-10;5;200;10"]))
    assert "b1" in answer.said["problems"][0]["message"]
