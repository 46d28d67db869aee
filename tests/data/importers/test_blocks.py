"""Survey reports in blocks."""

from dataclasses import replace

import pytest

from config.formats import Format
from config.loader import load
from data.importers import propose, read
from metrics.amounts import SCALE
from metrics.observations import Measured

CATALOGUE = load(None).value
REPORT = """Utvalg;År;Prikket;;;;;
2025 - Skolen;2025;;;;;;
2024 - Skolen;2024;;;;;;
2025 - Landet;2025;;;;;;
2025 - Landet;2025;;;;;;
;;;;;;;
Undersøkelsen;;;;;;;
Trivsel;;;;;;;
;Dårlig;2;3;4;Godt;Vet ikke;Snitt
Trives du?;;;;;;;
2025 - Skolen;1;2;0;4;8;5;3,05
2024 - Skolen;-;-;1;4;8;5;3,2
2025 - Landet;10;20;0;40;80;50;3,05
2025 - Landet;10;20;0;40;80;50;3,05
;Aldri;2;3;4;Ofte;Snitt;
Er du plaget?;;;;;;;
2025 - Skolen;8;1;1;0;0;4,70;
Er du plaget?;;;;;;;
2025 - Skolen;0;0;0;0;0;;
* Nytt spørsmål;;;;;;;
"""


def words(*, turned=True, questions=None):
    blocks = {
        "scores": {"Vet ikke": 0},
        "selections": {
            "2025 - Skolen": {"unit": "S"},
            "2024 - Skolen": {"unit": "S"},
            "2025 - Landet": {"unit": "N", "period": "2025"},
        },
        "questions": questions
        or [
            {"text": "Trives  DU?", "indicator": "wellbeing"},
            {"text": "Er du plaget?", "indicator": "safety", "reversed": turned},
            {"text": "Er du plaget?", "indicator": "safety_again", "occurrence": 2, "reversed": True},
        ],
    }
    given = {"id": "report", "name": "Rapport", "kind": "figures", "marks": {"hidden": ["-"]}, "blocks": blocks}
    return Format.model_validate(given)


def run(tmp_path, given, text=REPORT):
    own = replace(CATALOGUE.indicators["ten_factor_autonomy"], scale=(0, 5))
    indicators = {name: replace(own, id=name) for name in ("wellbeing", "safety", "safety_again")}
    path = tmp_path / "rapport.csv"
    path.write_text(text, encoding="utf-8")
    catalogue = replace(CATALOGUE, indicators=indicators, formats={**CATALOGUE.formats, given.id: given})
    assert [name for name, _ in propose(path, catalogue)] == [given.id]
    return read(path, given, catalogue)


def test_answers_are_weighed_by_their_place_from_either_end_or_by_an_own_score(tmp_path):
    found = run(tmp_path, words())
    sums = {(s.key.indicator, s.key.unit, s.key.period.code): (s.numerator / SCALE, s.denominator / SCALE, s.people)
            for s in found.value.observations if s.measured is Measured.YES}  # fmt: skip
    assert sums == {
        ("wellbeing", "S", "2025"): (61, 20, 20),
        ("wellbeing", "N", "2025"): (610, 200, 200),
        ("safety", "S", "2025"): (47, 10, 10),
    }


def test_hidden_counts_hide_the_row_and_no_answers_measure_nothing(tmp_path):
    states = {(s.key.indicator, s.key.period.code): s.measured for s in run(tmp_path, words()).value.observations}
    assert states["wellbeing", "2024"] is Measured.HIDDEN_AT_SOURCE
    assert states["safety_again", "2025"] is Measured.NOT_MEASURED


def test_the_same_cell_twice_is_one_observation_and_a_warning(tmp_path):
    found = run(tmp_path, words())
    assert [(p.code, p.row, p.params["first"]) for p in found.problems] == [("repeated_row", 14, "13")]
    assert not found.refused
    other = run(tmp_path, words(), REPORT.replace("10;20;0;40;80;50;3,05\n;", "10;20;0;40;81;50;3,06\n;"))
    assert [(p.code, p.row) for p in other.problems] == [("duplicate_row", 14)]


def test_a_scale_declared_the_wrong_way_is_found_by_the_stated_mean(tmp_path):
    problem = run(tmp_path, words(turned=False)).problems[-1]
    assert (problem.code, problem.row, problem.found) == ("stated_mean_differs", 17, "4,70")
    assert (problem.expected, problem.params["reversed"]) == ("1.3000", "4.7000")


@pytest.mark.parametrize("occurrence", [1, 3])
def test_a_question_that_is_not_there_is_told(tmp_path, occurrence):
    text = "Trives du?" if occurrence > 1 else "Hvor blir det av?"
    asked = [
        {"text": "Trives du?", "indicator": "wellbeing"},
        {"text": text, "indicator": "safety", "occurrence": occurrence},
    ]
    problem = run(tmp_path, words(questions=asked)).problems[-1]
    assert (problem.code, problem.expected, problem.params) == (
        "missing_question",
        text,
        {"occurrence": str(occurrence)},
    )
