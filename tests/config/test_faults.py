from collections.abc import Callable
from pathlib import Path

import pytest

from config.codes import CODES
from config.loader import load
from metrics.problems import Problem

Write = Callable[[str, str], None]

INDICATOR = """\
id: a
version: 1
valid_from: 2020-01-01
name: {nb: A}
explained: {nb: a}
kind: rate
better: lower
numerator: t
denominator: n
window: rolling12
privacy:
  counts: employees
  family: employees
origin:
  delivery: figures
formula: {nb: f}
why: {nb: h}
weaknesses: {nb: s}
reference: r
"""
STRATEGY = """\
id: a
title: A
owner: Her
source: Dokumentet
valid_from: 2021-01-01
valid_to: 2030-12-31
goals:
  - id: "1"
    title: Målet
    links:
      - indicator: sick_leave
        evidence: direct
        why: fordi
    targets:
      - indicator: sick_leave
        operator: "<="
        limit: 6
        due: 2030-12-31
        milestones:
          - due: 2028-12-31
            limit: 7
"""
"""Line 16 holds the operator, 17 the limit, 18 the due date, 20 and 21 the milestone."""

# what the text holds, what is written instead, then the code, line, way in, found, expected and nearest.
STRATEGIES = [
    ("operator:", "opertor:", "unknown_field", 16, "goals › 1 › targets › 1 › opertor", "opertor", None, "operator"),
    ("title: A\n", "", "missing_field", 1, "title", None, "title", None),
    ("    title: Målet\n", "", "missing_field", 8, "goals › 1 › title", None, "title", None),
    ("title: A", "title:", "empty_field", 2, "title", None, None, None),
    ("title: A", "title: 2034", "not_text", 2, "title", "2034", None, None),
    ('id: "1"', "id: 1.1", "not_text", 8, "goals › 1 › id", "1.1", None, None),
    ("limit: 6", "limit: 5,5", "not_a_number", 17, "goals › 1 › targets › 1 › limit", "5,5", None, None),
    ("limit: 6", "limit: seks", "not_a_number", 17, "goals › 1 › targets › 1 › limit", "seks", None, None),
    ("limit: 6", "limit: .inf", "not_a_number", 17, "goals › 1 › targets › 1 › limit", "inf", None, None),
    ("due: 2030-12-31", "due: 31.12.2030", "not_a_date", 18, "goals › 1 › targets › 1 › due", "31.12.2030",
     "YYYY-MM-DD", None),
    ("due: 2030-12-31", "due: 2030-11-31", "not_a_date", 18, "goals › 1 › targets › 1 › due", "2030-11-31",
     "YYYY-MM-DD", None),
    ("due: 2030-12-31", "due: 2030", "not_a_date", 18, "goals › 1 › targets › 1 › due", "2030", "YYYY-MM-DD", None),
    ('"<="', '"=<"', "not_one_of", 16, "goals › 1 › targets › 1 › operator", "=<",
     "<, <=, >=, >, between, increase, decrease", None),
    ("direct", "dirct", "not_one_of", 12, "goals › 1 › links › 1 › evidence", "dirct", "direct, partial, weak",
     "direct"),
    ("limit: 6", "limit: 6\n        inherited: nei", "not_yes_or_no", 18, "goals › 1 › targets › 1 › inherited", "nei",
     "true, false", None),
    ("limit: 6", "limit: 6\n        scope: HO", "not_a_group", 18, "goals › 1 › targets › 1 › scope", "HO", None, None),
    ("title: A\n", "title: A\nvalues: nær\n", "not_a_list", 3, "values", "nær", None, None),
    ("title: A\n", "title: A\nrevised_every_years: fire\n", "not_a_whole_number", 3, "revised_every_years", "fire", None,
     None),
    ("title: A\n", "title: A\ntitle: B\n", "duplicate_key", 3, "title", "title", None, None),
    ("title: A\n", "title: A\nvisjon: X\n", "unknown_field", 3, "visjon", "visjon", None, "vision"),
    ("id: a\n", "id: b\n", "id_is_not_file_name", 1, "id", "b", "a", None),
]  # fmt: skip
INDICATORS = [
    ("kind: rate", "kind: rat", "not_one_of", 6, "kind", "rat", "rate, flow, stock, event, mean", "rate"),
    ("version: 1", "version: 1.5", "not_a_whole_number", 2, "version", "1.5", None, None),
    ("version: 1", "version: true", "not_a_whole_number", 2, "version", "true", None, None),
    ("name: {nb: A}", "name: A", "not_a_group", 4, "name", "A", None, None),
    ("  family: employees", "  family: employees\n  treshold: 5", "unknown_field", 14, "privacy › treshold", "treshold",
     None, "threshold"),
    ("  counts: employees\n", "", "missing_field", 11, "privacy › counts", None, "counts", None),
    ("window: rolling12", "window: rullerende", "not_one_of", 10, "window", "rullerende",
     "month, quarter, tertial, year, rolling12, ytd, latest", None),
]  # fmt: skip


@pytest.mark.parametrize(("instead_of", "written", "code", "row", "column", "found", "expected", "nearest"), STRATEGIES)
def test_a_fault_in_a_strategy(
    home: Path, write: Write, instead_of: str, written: str, code: str, row: int, column: str,
    found: str | None, expected: str | None, nearest: str | None,
) -> None:  # fmt: skip
    assert instead_of in STRATEGY
    write("config/strategies/a.yaml", STRATEGY.replace(instead_of, written, 1))
    problem = only(home)
    assert problem.file == "config/strategies/a.yaml"
    assert (problem.code, problem.row, problem.column) == (code, row, column)
    assert (problem.found, problem.expected, problem.params.get("nearest")) == (found, expected, nearest)


@pytest.mark.parametrize(("instead_of", "written", "code", "row", "column", "found", "expected", "nearest"), INDICATORS)
def test_a_fault_in_an_indicator(
    home: Path, write: Write, instead_of: str, written: str, code: str, row: int, column: str,
    found: str | None, expected: str | None, nearest: str | None,
) -> None:  # fmt: skip
    assert instead_of in INDICATOR
    write("config/indicators/a.yaml", INDICATOR.replace(instead_of, written, 1))
    problem = only(home)
    assert problem.file == "config/indicators/a.yaml"
    assert (problem.code, problem.row, problem.column) == (code, row, column)
    assert (problem.found, problem.expected, problem.params.get("nearest")) == (found, expected, nearest)


def test_a_comma_in_a_number_is_named(home: Path, write: Write) -> None:
    write("config/strategies/a.yaml", STRATEGY.replace("limit: 6", "limit: 5,5"))
    assert only(home).params == {"comma": "yes"}


def test_all_faults_come_at_once(home: Path, write: Write) -> None:
    text = STRATEGY.replace("title: A\n", "").replace('"<="', "under").replace("limit: 7", "limit: sju")
    write("config/strategies/a.yaml", text)
    write("config/indicators/b.yaml", "id: b\n\tname: x\n")
    write("settings.yaml", "municipality: Fjordvik Kommune\nlanguage: en\n")
    problems = load(home).problems
    assert [(p.file, p.row, p.code) for p in problems] == [
        ("config/indicators/b.yaml", 2, "bad_yaml"),
        ("config/strategies/a.yaml", 1, "missing_field"),
        ("config/strategies/a.yaml", 15, "not_one_of"),
        ("config/strategies/a.yaml", 20, "not_a_number"),
        ("settings.yaml", 1, "wrong_shape"),
        ("settings.yaml", 2, "not_one_of"),
    ]


def test_a_list_whose_items_all_fail_is_not_also_too_short(home: Path, write: Write) -> None:
    text = INDICATOR.replace("window:", "scale: [lav, høy]\nwindow:")
    write("config/indicators/a.yaml", text)
    assert [(p.code, p.column) for p in load(home).problems] == [
        ("not_a_number", "scale › 1"),
        ("not_a_number", "scale › 2"),
    ]


def test_a_misspelt_field_is_not_also_missing(home: Path, write: Write) -> None:
    write("config/strategies/a.yaml", STRATEGY.replace("owner:", "eier:").replace("source:", "sorce:"))
    assert [(p.code, p.column) for p in load(home).problems] == [
        ("missing_field", "owner"),
        ("unknown_field", "eier"),
        ("unknown_field", "sorce"),
    ]


def test_a_list_of_the_wrong_length_is_told(home: Path, write: Write) -> None:
    write("config/indicators/a.yaml", INDICATOR.replace("window:", "scale: [1]\nwindow:"))
    assert only(home).column in {"scale", "scale › 2"}


def test_what_is_found_is_cut_and_groups_are_not_repeated(home: Path, write: Write) -> None:
    write("config/indicators/a.yaml", INDICATOR.replace("kind: rate", f"kind: {'x' * 90}"))
    assert len(only(home).found or "") == 60
    write("config/indicators/a.yaml", INDICATOR.replace("kind: rate", "kind: {x: y}"))
    assert only(home).found is None


def test_the_snippets_themselves_are_whole(home: Path, write: Write) -> None:
    write("config/strategies/a.yaml", STRATEGY)
    write("config/indicators/a.yaml", INDICATOR)
    assert load(home).problems == ()


def only(home: Path) -> Problem:
    (problem,) = load(home).problems
    assert problem.code in CODES
    return problem
