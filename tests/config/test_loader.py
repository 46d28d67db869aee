from collections.abc import Callable
from pathlib import Path

from config.loader import load
from metrics.problems import Severity

Write = Callable[[str, str], None]
PACKAGE = Path(__file__).parents[2] / "config"
STRATEGY = """\
id: egen
title: Egen
owner: Her
source: Her
valid_from: 2021-01-01
goals: []
"""


def test_every_shipped_file_loads_without_problems() -> None:
    read = load(None)
    assert read.problems == ()
    for kind, found in (("indicators", read.value.indicators), ("formats", read.value.formats)):
        assert sorted(found) == sorted(path.stem for path in (PACKAGE / kind).glob("*.yaml"))


def test_every_shipped_strategy_keeps_the_rules(home: Path, write: Write) -> None:
    shipped = sorted(path.stem for path in (PACKAGE / "strategies").glob("*.yaml"))
    write("settings.yaml", f"strategies: [{', '.join(shipped)}]\n")
    read = load(home)
    assert read.problems == ()
    assert [strategy.id for strategy in read.value.strategies] == shipped


def test_nobodys_target_is_anyones_default(home: Path, write: Write) -> None:
    assert load(None).value.strategies == ()
    assert load(home).value.strategies == ()
    write("config/strategies/egen.yaml", STRATEGY)
    assert [strategy.id for strategy in load(home).value.strategies] == ["egen"]


def test_named_strategies_are_followed_in_the_order_named(home: Path, write: Write) -> None:
    write("config/strategies/egen.yaml", STRATEGY)
    write("config/strategies/annen.yaml", STRATEGY.replace("egen", "annen"))
    write("settings.yaml", "strategies: [stavanger, egen]\n")
    assert [strategy.id for strategy in load(home).value.strategies] == ["stavanger", "egen"]
    write("settings.yaml", "strategies: []\n")
    assert load(home).value.strategies == ()


def test_the_homes_file_takes_the_place_of_the_packages(home: Path, write: Write) -> None:
    text = (PACKAGE / "indicators" / "sick_leave.yaml").read_text(encoding="utf-8")
    write(
        "config/indicators/sick_leave.yaml",
        text.replace("threshold: 5", "threshold: 12").replace("version: 1", "version: 2"),
    )
    read = load(home)
    assert read.value.indicators["sick_leave"].version == 2
    assert read.value.indicators["sick_leave"].privacy.threshold == 12
    assert read.value.indicators["turnover"].privacy.threshold == 5


def test_a_broken_file_is_left_out_and_does_not_give_way_to_the_packages(home: Path, write: Write) -> None:
    write("config/indicators/sick_leave.yaml", "id: sick_leave\n")
    write("config/strategies/egen.yaml", STRATEGY)
    read = load(home)
    assert read.refused
    assert "sick_leave" not in read.value.indicators
    assert "turnover" in read.value.indicators
    assert {problem.file for problem in read.problems} == {"config/indicators/sick_leave.yaml"}
    assert len(read.value.strategies) == 1


def test_a_file_that_breaks_a_rule_is_left_out(home: Path, write: Write) -> None:
    text = (PACKAGE / "indicators" / "turnover.yaml").read_text(encoding="utf-8")
    write("config/indicators/turnover.yaml", text.replace("threshold: 5", "threshold: 2"))
    read = load(home)
    assert [problem.code for problem in read.problems] == ["threshold_too_low"]
    assert "turnover" not in read.value.indicators


def test_a_folder_without_settings_is_not_a_home(tmp_path: Path) -> None:
    read = load(tmp_path)
    assert [(problem.code, problem.file) for problem in read.problems] == [("missing_file", "settings.yaml")]
    assert read.refused


def test_files_that_would_be_passed_over_are_told(home: Path, write: Write) -> None:
    write("config/strategies/egen.yml", STRATEGY)
    write("config/strategies/.egen.yaml.swp", "x")
    write("config/strategy/egen.yaml", STRATEGY)
    found = [(p.code, p.severity, p.file, p.params) for p in load(home).problems]
    assert found == [
        ("wrong_file_ending", Severity.ERROR, "config/strategies/egen.yml", {}),
        ("unknown_folder", Severity.WARNING, "config/strategy", {"nearest": "strategies"}),
    ]


def test_a_folder_with_a_files_name_cannot_be_read(home: Path) -> None:
    (home / "config" / "formats" / "a.yaml").mkdir(parents=True)
    assert [(p.code, p.file) for p in load(home).problems] == [("not_readable", "config/formats/a.yaml")]


def test_short_ways_of_writing_a_column_are_read(home: Path, write: Write) -> None:
    columns = "{unit: Enhet, period: [Per, Mnd], lost_days: 3, agreed_days: {letter: D}}"
    write("config/formats/min.yaml", f"id: min\nname: Min\nkind: sick_leave\ncolumns: {columns}\n")
    read = load(home)
    assert read.problems == ()
    assert read.value.formats["min"].columns["period"].headings == ("Per", "Mnd")
