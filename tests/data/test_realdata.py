"""Published files, read by formats of their own through the command, give the publishers' own figures."""

import csv
import shutil
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.support.asking import figures_of, run_in

REAL = Path(__file__).parents[1] / "realdata"


def configure(home, *files):
    """Lay format and indicator files into the home."""
    for file in files:
        kind = "indicators" if "origin:" in (REAL / file).read_text(encoding="utf-8") else "formats"
        words = (REAL / file).read_text(encoding="utf-8")
        name = words.splitlines()[0].removeprefix("id: ")
        folder = home / "config" / kind
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(REAL / file, folder / f"{name}.yaml")


@pytest.fixture(scope="class")
def run(tmp_path_factory):
    """A home that the tests of a class share; none of them changes it."""
    ask = run_in(tmp_path_factory.mktemp("real") / "home")
    assert ask("init", "--name", "Prøve").code == 0
    return ask


@pytest.fixture(scope="class")
def home(run):
    return Path(run("check").said["home"])


def shown(figures):
    return {(f["unit"], f["period"]): f for f in figures if f["state"] == "shown"}


class TestNhs:
    """Six months of sick leave at organisation, ICS, region and country."""

    @pytest.fixture(scope="class")
    def months(self, home, run):
        configure(home, "nhs/sick_leave.yaml")
        files = sorted((REAL / "nhs").glob("*.csv"))
        taken = run("import", *files, "--format", "nhs_sick_leave")
        assert taken.code == 0, taken.said
        assert [file["rows"] for file in taken.said["files"]] == [285] * 6
        return shown(figures_of(run, indicator="sick_leave", window="month"))

    def rows(self):
        for path in sorted((REAL / "nhs").glob("*.csv")):
            with path.open(encoding="ascii", newline="") as file:
                yield from ((path.stem[-7:], row) for row in csv.DictReader(file))

    def test_every_stated_rate_at_every_level(self, months):
        stated = 0
        for month, row in self.rows():
            figure = months[row["ORG_CODE"], month]
            assert f"{figure['value']:.2f}" == f"{float(row['SICKNESS_ABSENCE_RATE_PERCENT']):.2f}", row
            stated += 1
        assert stated == 6 * 285

    def test_country_and_regions_are_ratios_of_sums_and_never_means_of_rates(self, months):
        country = {month: round(f["value"], 3) for (unit, month), f in months.items() if unit == "NHS"}
        assert country == {"2024-04": 4.764, "2024-05": 4.712, "2024-06": 4.874,
                           "2024-07": 5.198, "2024-08": 4.793, "2024-09": 4.962}  # fmt: skip
        april = {months[unit, "2024-04"]["unit"]: round(months[unit, "2024-04"]["value"], 3)
                 for unit, month in months if unit.startswith("R-") and month == "2024-04"}  # fmt: skip
        assert sorted(april.values()) == [3.084, 4.200, 4.223, 4.474, 4.668, 5.119, 5.169, 5.563]

    def test_an_area_is_the_sum_of_its_organisations(self, months):
        lost, available = {}, {}
        for month, row in self.rows():
            area = "I-" + row["ICS_CODE"], month
            lost[area] = lost.get(area, 0) + float(row["FTE_DAYS_LOST"])
            available[area] = available.get(area, 0) + float(row["FTE_DAYS_AVAILABLE"])
        for area, days in lost.items():
            assert months[area]["value"] == pytest.approx(100 * days / available[area])

    def test_people_are_whole_full_time_equivalents_rounded_down_and_say_so(self, months):
        figure = months["0AR", "2024-04"]
        assert figure["people"] == 1762  # 52 881.10823 days / 30 = 1 762.70
        assert "agreed_days" in figure["sources"][0]["people_formula"]

    def test_a_code_at_two_levels_is_two_units(self, run, months):
        parents = {unit["id"]: unit["parent"] for unit in run("units", "--at", "2024-04").said["units"]}
        assert (parents["I-QZZ"], parents["R-QZZ"], parents["0AR"]) == ("R-QZZ", "NHS", "I-QZZ")


class TestApsc:
    """Full-time share per agency, under merged headings."""

    @pytest.fixture(scope="class")
    def agencies(self, home, run):
        configure(home, "apsc/full_time.yaml", "apsc/apsc_full_time_share.yaml")
        taken = run("import", *(REAL / "apsc").glob("*.xlsx"), "--format", "apsc_full_time")
        assert taken.code == 0, taken.said
        assert taken.said["files"][0]["rows"] == 98
        return shown(figures_of(run, indicator="apsc_full_time_share"))

    def test_the_total_row_of_the_publisher(self, agencies):
        total = agencies["APS", "2020-12"]
        assert (total["numerator"], total["denominator"], total["people"]) == (119_274, 148_736, 148_736)
        assert total["display"] == "80,2\N{NO-BREAK SPACE}%"

    def test_a_portfolio_holds_its_agencies_though_its_own_row_does_not(self, agencies):
        defence = agencies["defence", "2020-12"]
        assert (defence["numerator"], defence["denominator"]) == (16_163 + 465, 17_305 + 526)

    def test_a_group_too_small_to_show_carries_no_number(self, run, agencies):
        smallest = "north-queensland-water-infrastructure-authority"
        (figure,) = figures_of(run, unit=smallest, indicator="apsc_full_time_share")
        assert (figure["state"], figure["reason"]) == ("hidden", "below_threshold")
        assert (figure["value"], figure["numerator"], figure["people"]) == (None, None, None)


class TestDfe:
    """Turnover per local authority, with marks in place of numbers."""

    @pytest.fixture(scope="class")
    def areas(self, home, run):
        configure(home, "dfe/turnover.yaml", "dfe/dfe_turnover_fte.yaml")
        taken = run("import", REAL / "dfe" / "csww_indicators_2017_to_2025.csv", "--format", "dfe_turnover")
        assert taken.code == 0, taken.said
        assert taken.said["files"][0]["rows"] == 150 + 151
        return shown(figures_of(run, indicator="dfe_turnover_fte"))

    @pytest.mark.parametrize(
        ("unit", "year", "value"),
        [("E12000001", "2024", 13.96), ("E12000001", "2022", 14.79), ("E92000001", "2024", 13.86)],
    )
    def test_a_unit_that_lacks_one_of_the_two_is_left_out_of_both(self, areas, unit, year, value):
        assert areas[unit, year]["value"] == pytest.approx(value, abs=0.005)

    def test_the_unit_itself_has_no_figure(self, run, areas):
        figures = {f["period"]: f for f in figures_of(run, unit="E08000024", indicator="dfe_turnover_fte")}
        assert (figures["2024"]["state"], figures["2024"]["reason"]) == ("missing", "not_measured")
        assert figures["2022"]["state"] == "shown"


class TestUdir:
    """170 stated means of the apprentice survey, 24 of them not the plain mean of 1, 2, 3 …."""

    ORGANISATION = (
        "Enhetskode;Enhetsnavn;Overordnet;Gyldig fra;Gyldig til;Tjenesteområde;Enhetstype;Turnus\n"
        "NORGE;Norge;;;;;;\nVT;Vestfold og Telemark;NORGE;;;;;\n"
    )

    @pytest.fixture(scope="class")
    def means(self, home, run):
        configure(home, "udir/survey.yaml")
        words = (REAL / "udir" / "survey_mean.yaml").read_text(encoding="utf-8")
        folder = home / "config" / "indicators"
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(1, 45):
            name = f"apprentices_{number:02d}"
            own = f"id: {name}\nname: {{nb: Spørsmål {number}}}\nprivacy: {{counts: answers, family: {name}}}\n"
            (folder / f"{name}.yaml").write_text(own + words, encoding="utf-8")
        units = home / "organisasjon.csv"
        units.write_text(self.ORGANISATION, encoding="utf-8")
        assert run("import", units).code == 0
        taken = run("import", *(REAL / "udir").glob("*.xlsx"), "--format", "udir_apprentices")
        assert taken.code == 0, taken.said
        assert {problem["code"] for problem in taken.said["problems"]} == {"repeated_row"}
        return {(f["indicator"], f["unit"], f["period"]): f for f in figures_of(run)}

    def stated(self):
        """Every complete row with a stated mean: (question, its occurrence, unit, year, mean)."""
        (path,) = (REAL / "udir").glob("*.xlsx")
        rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("Sheet1").to_python(skip_empty_area=False)
        last, question, asked = 1, 0, -1
        for i, row in enumerate(rows[7:], start=7):
            if "Snitt" in row:
                last = row.index("Snitt")
            elif row[0] and all(cell == "" for cell in row[1:]):
                asked = i
            elif row[0]:
                if asked >= 0:
                    question, asked = question + 1, -1
                if all(isinstance(cell, float) for cell in row[1 : last + 1]):
                    unit = "VT" if "Fylke" in row[0] else "NORGE"
                    yield f"apprentices_{question:02d}", unit, row[0][:4], row[last], row[1:last]

    def test_every_stated_mean(self, means):
        plain = other = 0
        for indicator, unit, year, mean, counts in self.stated():
            value = means[indicator, unit, year]["value"]
            assert abs(value - mean) <= 0.005 + 1e-9, (indicator, unit, year)
            simple = sum(score * count for score, count in enumerate(counts, start=1)) / sum(counts)
            plain += abs(simple - mean) <= 0.005 + 1e-9
            other += abs(simple - mean) > 0.005 + 1e-9
        assert (plain, other) == (146, 24)

    def test_a_partly_hidden_row_is_not_added_up(self, means):
        figure = means["apprentices_12", "VT", "2020"]
        assert (figure["state"], figure["value"]) == ("missing", None)

    def test_a_question_of_the_readme(self, means):
        figure = means["apprentices_02", "VT", "2021"]
        assert (figure["people"], figure["denominator"], figure["display"]) == (831, 831, "4,01")
