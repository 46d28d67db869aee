from collections import defaultdict
from decimal import Decimal

import pytest

FACTORS = 10


@pytest.fixture(scope="module")
def reports(rows):
    found = defaultdict(dict)
    for row in rows("ti-faktor"):
        found[row["Periode"], row["Enhetskode"]][row["Faktor"]] = row
    return dict(found)


@pytest.fixture(scope="module")
def parents(rows):
    """Parent of each unit in each round."""
    return {
        (month, row["Enhetskode"]): row["Overordnet"]
        for month in ("2022-03", "2024-03", "2026-03")
        for row in rows("organisasjon")
        if row["Gyldig fra"][:7] <= month <= (row["Gyldig til"] or "9999")[:7]
    }


def _children(reports, parents):
    found = defaultdict(list)
    for month, unit in reports:
        if parents[month, unit]:
            found[month, parents[month, unit]].append((month, unit))
    return found


def _number(row, column):
    return Decimal(row[column].replace(",", "."))


def test_three_rounds_with_ten_factors_in_every_report(reports):
    assert {month for month, _ in reports} == {"2022-03", "2024-03", "2026-03"}
    assert {len(report) for report in reports.values()} == {FACTORS}


def test_a_reports_factors_have_the_same_answers_and_no_more_than_the_invited(reports):
    for report in reports.values():
        counts = {(int(row["Svar"]), int(row["Inviterte"])) for row in report.values()}
        assert len(counts) == 1
        answers, invited = counts.pop()
        assert 3 <= answers <= invited


def test_the_response_lies_between_sixty_and_ninety_per_cent(reports):
    for (_, unit), report in reports.items():
        row = report["Rolleklarhet"]
        if int(row["Inviterte"]) >= 10:
            assert 60 <= 100 * int(row["Svar"]) / int(row["Inviterte"]) <= 90, unit


def test_own_answers_are_never_negative(reports, parents):
    for key, children in _children(reports, parents).items():
        for column in ("Svar", "Inviterte"):
            below = sum(int(reports[child]["Rolleklarhet"][column]) for child in children)
            assert int(reports[key]["Rolleklarhet"][column]) >= below


def test_an_inner_report_is_its_own_staff_and_those_below_within_rounding(reports, parents):
    """What is left after the reports below must be scores between 1 and 5, and nothing where nobody is left."""
    half = Decimal("0.005")
    for key, children in _children(reports, parents).items():
        for factor, whole in reports[key].items():
            parts = [reports[child][factor] for child in children]
            answers = _number(whole, "Svar")
            rest = answers - sum(_number(part, "Svar") for part in parts)
            left = _number(whole, "Snitt") * answers - sum(_number(p, "Snitt") * _number(p, "Svar") for p in parts)
            slack = half * (2 * answers - rest)
            assert rest - slack <= left <= 5 * rest + slack


def test_means_and_spread_lie_where_the_survey_usually_lies(reports):
    roots = [report for (_, unit), report in reports.items() if unit == "1000"]
    for report in roots:
        means = {factor: _number(row, "Snitt") for factor, row in report.items()}
        assert max(means, key=means.__getitem__) == "Nyttemotivasjon"
        assert all(Decimal("3.5") <= mean <= Decimal("4.8") for mean in means.values())
        assert all(Decimal("0.3") <= _number(row, "Spredning") <= Decimal("0.8") for row in report.values())
