"""The console command as an outsider meets it."""

import json
import subprocess

import pytest
from asking import COMMAND, figures_of
from files import months, organisation, sick_leave, steady, write

FULL = {"a1": 10, "a2": 12, "a3": 9, "b1": 20, "b2": 25}
YEAR = [*months(11, 12, 2025), *months(1, 10)]


def take_in(run, tmp_path, rows, name="sykefravaer.csv"):
    return run("import", organisation(tmp_path), sick_leave(tmp_path, rows, name))


def test_init_makes_a_home_and_never_overwrites_one(home, run):
    assert (home / "settings.yaml").exists()
    assert (home / "inbox").is_dir()
    before = (home / "settings.yaml").read_bytes()
    again = run("init", "--name", "En annen")
    assert again.code == 1
    assert again.said["problems"][0]["code"] == "home_exists"
    assert (home / "settings.yaml").read_bytes() == before


def test_without_a_home_the_answer_says_what_to_do(tmp_path):
    answer = subprocess.run(
        [*COMMAND, "figures", "--home", str(tmp_path / "none"), "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 1
    assert "maalbilde init" in json.loads(answer.stdout)["problems"][0]["remedy"]


def test_nothing_published_is_refused_with_a_remedy(run):
    answer = run("figures")
    assert (answer.code, answer.said["problems"][0]["code"]) == (1, "nothing_published")


def test_sums_travel_and_percentages_are_made_last(run, tmp_path):
    """One large unit at 10 % and one small at 0 %: the municipality is near 10, never the mean 5."""
    rows = ["a1;2026-10;180,0;1800;90", "b1;2026-10;0;200;10"]
    assert take_in(run, tmp_path, rows).code == 0
    figure = figures_of(run, unit="K", period="2026-10", window="month")[0]
    assert figure["value"] == 9.0
    assert (figure["numerator"], figure["denominator"], figure["people"]) == (180.0, 2000.0, 100)
    assert figure["display"] == "9,0\u00a0%"


def test_a_headline_figure_is_the_last_twelve_months(run, tmp_path):
    take_in(run, tmp_path, steady(FULL, YEAR))
    figure = figures_of(run, unit="a1", indicator="sick_leave", period="2026-10")[0]
    assert (figure["window"], figure["months_shown"], figure["months_wanted"]) == ("rolling12", 12, 12)
    assert figure["value"] == pytest.approx(8)
    early = figures_of(run, unit="a1", indicator="sick_leave", period="2026-07")[0]
    assert (early["state"], early["reason"]) == ("missing", "too_few_months")


def test_a_hidden_figure_carries_no_number_at_all(run, tmp_path):
    take_in(run, tmp_path, steady({**FULL, "a1": 3}, YEAR))
    found = {one["unit"]: one for one in figures_of(run, period="2026-10", indicator="sick_leave")}
    assert (found["a1"]["state"], found["a1"]["reason"]) == ("hidden", "below_threshold")
    assert found["a3"]["reason"] == "protects_others"
    for one in (found["a1"], found["a3"]):
        empty = ("value", "numerator", "denominator", "people", "months_shown", "months_wanted", "gap")
        assert [one[name] for name in empty] == [None] * 7
        assert one["sources"] == []
        assert one["display"] == "Skjermet"
    assert found["A"]["state"] == "shown"


def test_hidden_units_have_their_sum_in_a_rest_group(run, tmp_path):
    take_in(run, tmp_path, steady({**FULL, "a1": 3, "A": 2}, YEAR))
    groups = run("figures", "--period", "2026-10", "--indicator", "sick_leave").said["rest_groups"]
    assert [(one["unit"], one["members"], one["own_staff"]) for one in groups] == [("A", ["a1"], True)]
    assert (groups[0]["people"], groups[0]["denominator"]) == (5, 12 * 100)


def test_without_a_count_of_people_the_figure_is_hidden(run, tmp_path):
    text = "Enhetskode;Periode;Tapte dagsverk;Avtalte dagsverk;Ansatte\na1;2026-10;5;200;\na2;2026-10;5;240;12\n"
    answer = run("import", organisation(tmp_path), write(tmp_path, "uten.csv", text))
    assert answer.code == 0
    assert [one["code"] for one in answer.said["problems"]] == ["people_not_given"]
    found = {one["unit"]: one for one in figures_of(run, period="2026-10", window="month")}
    assert found["a1"]["reason"] == "no_people"


def test_a_window_is_asked_for_by_its_last_month_or_its_own_name(run, tmp_path):
    take_in(run, tmp_path, steady(FULL, YEAR))
    by_month = figures_of(run, unit="K", window="quarter", period="2026-09")
    by_name = figures_of(run, unit="K", window="quarter", period="2026-Q3")
    assert by_month == by_name
    assert by_name[0]["period"] == "2026-Q3"
    assert figures_of(run, unit="K", window="tertial", period="2026-T2")[0]["value"] == pytest.approx(8)
    assert figures_of(run, unit="K", window="ytd", period="2026-10")[0]["months_wanted"] == 10


def test_several_files_are_all_or_nothing(run, tmp_path):
    good, bad = organisation(tmp_path), sick_leave(tmp_path, ["a1;2026-10;5;200;10", "zz;2026-10;5;200;10"])
    answer = run("import", good, bad)
    assert answer.code == 1
    problem = answer.said["problems"][0]
    assert (problem["code"], problem["file"], problem["row"], problem["found"]) == (
        "unknown_unit",
        "sykefravaer.csv",
        3,
        "zz",
    )
    assert run("imports").said["batches"] == []
    assert run("units").said["units"] == []


def test_the_same_file_twice_adds_nothing(run, tmp_path):
    files = organisation(tmp_path), sick_leave(tmp_path, steady(FULL, YEAR))
    run("import", *files)
    before = run("figures").said
    again = run("import", *files)
    assert [one["batch"] for one in again.said["files"]] == [None, None]
    assert run("figures").said == before


def test_a_correction_is_told_as_revised_and_its_batch_stands_behind_the_figure(run, tmp_path):
    take_in(run, tmp_path, steady(FULL, YEAR))
    late = sick_leave(tmp_path, ["a1;2026-10;40,0;200;10"], "rettelse.csv")
    dry = run("import", late, "--dry-run")
    assert (dry.said["files"][0]["revised"], dry.said["files"][0]["batch"]) == (1, None)
    assert figures_of(run, unit="a1", window="month", period="2026-10")[0]["value"] == pytest.approx(8)
    run("import", late)
    figure = figures_of(run, unit="a1", window="month", period="2026-10")[0]
    assert figure["value"] == 20
    assert [one["file"] for one in figure["sources"]] == ["rettelse.csv"]
    assert figure["sources"][0]["by"] == "testen"


def test_no_publish_keeps_the_old_board(run, tmp_path):
    take_in(run, tmp_path, steady(FULL, YEAR))
    before = run("figures").said
    run("import", sick_leave(tmp_path, ["a1;2026-10;40,0;200;10"], "ny.csv"), "--no-publish")
    assert run("figures").said == before
    assert run("publish").said["number"] == before["stamp"]["number"] + 1


def test_publishing_again_changes_nothing(run, tmp_path):
    take_in(run, tmp_path, steady(FULL, YEAR))
    before = run("figures").said
    assert run("publish").said["number"] == before["stamp"]["number"]


WRONG = [
    (["figures", "--indicator", "nope"], "unknown_indicator"),
    (["figures", "--period", "2026-13"], "unreadable_period"),
    (["figures", "--unit", "nope"], "unknown_unit"),
    (["units", "--at", "okt"], "unreadable_period"),
    (["template", "nope"], "no_such_format"),
    (["import", "x.csv", "--format", "nope"], "no_such_format"),
]


@pytest.mark.parametrize(("words", "code"), WRONG)
def test_wrong_use_ends_with_two(run, tmp_path, words, code):
    take_in(run, tmp_path, steady(FULL, YEAR))
    answer = run(*words)
    assert (answer.code, answer.said["problems"][0]["code"]) == (2, code)


def test_an_unknown_option_ends_with_two(home):
    assert subprocess.run([*COMMAND, "figures", "--nope"], capture_output=True, check=False).returncode == 2


def test_a_file_that_is_not_there_is_refused(run):
    answer = run("import", "finnes-ikke.csv")
    assert (answer.code, answer.said["problems"][0]["code"]) == (1, "no_such_file")


def test_months_beside_their_quarter_are_refused(run, tmp_path):
    take_in(run, tmp_path, steady(FULL, months(7, 9)))
    answer = run("import", sick_leave(tmp_path, steady(FULL, ["2026-Q3"]), "kvartal.csv"))
    assert (answer.code, answer.said["problems"][0]["code"]) == (1, "overlapping_periods")


def test_quarters_alone_make_rolling_twelve_months(run, tmp_path):
    take_in(run, tmp_path, steady(FULL, ["2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"]))
    figure = figures_of(run, unit="K", period="2026-09")[0]
    assert (figure["window"], figure["months_shown"], figure["period"]) == ("rolling12", 12, "2026-09")


def test_a_period_that_has_not_begun_is_refused(run, tmp_path):
    answer = take_in(run, tmp_path, ["a1;2026-12;5;200;10"])
    assert (answer.code, answer.said["problems"][0]["code"]) == (1, "future_period")


def test_units_are_listed_as_they_stood(run, tmp_path):
    moved = organisation(tmp_path).read_text(encoding="utf-8")
    moved = moved.replace("a3;Sone tre;A;;;A", "a3;Sone tre;A;;2026-06-30;A")
    moved += "a3;Sone tre;B;2026-07-01;;B;hjemmetjeneste;ja\n"
    run("import", write(tmp_path, "flytting.csv", moved))
    before = {one["id"]: one["parent"] for one in run("units", "--at", "2026-06").said["units"]}
    after = {one["id"]: one["parent"] for one in run("units", "--at", "2026-07").said["units"]}
    assert (before["a3"], after["a3"]) == ("A", "B")
    versions = [one for one in run("units").said["units"] if one["id"] == "a3"]
    assert [(one["valid_from"], one["valid_to"]) for one in versions] == [(None, "2026-06-30"), ("2026-07-01", None)]


def test_a_moved_unit_counts_where_it_stood(run, tmp_path):
    moved = organisation(tmp_path).read_text(encoding="utf-8") + "a3;Sone tre;B;2026-07-01;;B;hjemmetjeneste;ja\n"
    run("import", write(tmp_path, "flytting.csv", moved), sick_leave(tmp_path, steady(FULL, months(6, 7))))
    people = {
        (one["unit"], one["period"]): one["people"] for one in figures_of(run, indicator="sick_leave", window="month")
    }
    assert (people["A", "2026-06"], people["A", "2026-07"]) == (31, 22)
    assert (people["B", "2026-06"], people["B", "2026-07"]) == (45, 54)
    assert people["K", "2026-06"] == people["K", "2026-07"] == 76


def test_a_dropped_in_strategy_gives_targets_and_gaps(home, run, tmp_path):
    text = """id: egen
title: Egen strategi
owner: Prøve kommune
source: Kommunestyret
valid_from: 2024-01-01
valid_to: 2030-12-31
goals:
  - id: "1"
    title: Flere på jobb
    place: Kapittel 2
    targets:
      - indicator: sick_leave
        operator: "<"
        limit: 8
        due: 2030-12-31
        place: Kapittel 2
        milestones: [{due: 2026-12-31, limit: 9}]
"""
    write(home / "config" / "strategies", "egen.yaml", text)
    take_in(run, tmp_path, steady(FULL, YEAR))
    figure = figures_of(run, unit="a1", period="2026-10", indicator="sick_leave")[0]
    target = figure["target"]
    assert (target["limit"], target["operator"], target["met"], target["milestone_now"]) == (8.0, "<", False, 9.0)
    assert figure["gap"] == pytest.approx(0)
    assert target["place"] == "Kapittel 2"


def test_nobodys_target_is_anyones_default(run, tmp_path):
    take_in(run, tmp_path, steady(FULL, YEAR))
    assert {one["target"] for one in figures_of(run, period="2026-10")} == {None}


def test_a_broken_configuration_stops_every_command_with_file_and_line(home, run):
    write(home / "config" / "strategies", "feil.yaml", "id: feil\ntitel: Nei\n")
    answer = run("check")
    assert answer.code == 1
    assert {one["code"] for one in answer.said["problems"]} >= {"unknown_field", "missing_field"}
    assert all(one["file"] and one["message"] and one["remedy"] for one in answer.said["problems"])
    assert run("units").code == 1


@pytest.mark.parametrize(
    "name", ["organisation", "sick_leave", "positions", "full_time", "movements", "turnover", "ten_factor", "figures"]
)
def test_every_template_is_found_again_by_its_headings(run, tmp_path, name):
    files = run("template", name, "--to", tmp_path / "maler").said["files"]
    assert {path.rsplit(".", 1)[1] for path in files} == {"csv", "xlsx"}
    for path in files:
        codes = {one["code"] for one in run("import", path, "--dry-run").said["problems"]}
        assert not codes & {"unknown_format", "ambiguous_format"}


def test_options_may_stand_before_the_command(home):
    answer = subprocess.run(
        [*COMMAND, "--home", str(home), "--json", "check"], capture_output=True, text=True, check=False
    )
    assert (answer.returncode, json.loads(answer.stdout)["ok"]) == (0, True)


def test_our_own_error_ends_with_three_and_prints_no_values(home):
    for left in home.glob("register.db*"):
        left.unlink()
    (home / "register.db").mkdir()
    answer = subprocess.run([*COMMAND, "units", "--home", str(home)], capture_output=True, text=True, check=False)
    assert answer.returncode == 3
    assert "feil i Målbilde" in answer.stderr
    assert "Traceback" not in answer.stderr
