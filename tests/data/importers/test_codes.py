"""Every code, made by a file that has the fault, with its row and column as a person sees them."""

import re
from io import BytesIO

import pytest
import xlsxwriter

from data.importers import codes, read
from data.importers.codes import Code
from metrics.problems import Severity

ORG = "Enhetskode;Enhetsnavn;Overordnet;Gyldig fra;Gyldig til;Turnus\n"
SICK = "Enhetskode;Periode;Tapte dagsverk;Avtalte dagsverk;Ansatte\n"
POS = "Person;Enhetskode;Stillingsprosent;Turnus;Ansettelsesforhold;Per dato\n"
MOVE = "Radtype;Enhetskode;Måned eller dato;Ansatte;Årsak\n"
TEN = "Enhetskode;Periode;Faktor;Snitt;Svar;Inviterte\n"
FIG = "Indikator;Enhetskode;Periode;Teller;Nevner;Personer\n"
FULL = "Enhetskode;Periode;Utvalg;Ansatte;Heltid\n"
LEVELS = {
    "kind": "sick_leave",
    "columns": {"period": "Periode", "lost_days": "Tapte", "agreed_days": "Avtalte"},
    "units": {"levels": [{"code": "Kode", "name": "Navn"}]},
}
BLOCKS = {
    "kind": "figures",
    "marks": {"hidden": ["-"]},
    "blocks": {
        "selections": {"2025 - Skolen": {"unit": "S", "period": "2025"}},
        "questions": [{"text": "Trives du?", "indicator": "ten_factor_autonomy"}],
    },
}
SURVEY = ";a;b;c;d;e;Snitt\nTrives du?;;;;;;\n"

CASES = [
    ("empty_file", "sick_leave", "", None, None),
    ("empty_file", "sick_leave", "\n\n", None, None),
    ("unreadable_text", "sick_leave", b"\x00\x01\x02\x81" * 99, None, None),
    ("unreadable_workbook", "sick_leave", b"PK\x03\x04 not a workbook", None, None),
    ("encrypted_file", "sick_leave", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptionInfo EncryptedPackage".encode("utf-16-le"), None, None),
    ("broken_quotes", "sick_leave", SICK + 'A;2026-10;1;10;3\n"B;2026-10;1;10;3\n', 3, None),
    ("header_not_found", "sick_leave", "a;b\n1;2\n", None, None),
    ("missing_column", "sick_leave", "Tittel\n\nEnhetskode;Periode;Tapte dagsver;Avtalte dagsverk\nA;2026-10;1;10\n", 3, "Tapte dagsverk"),
    ("duplicate_heading", "sick_leave", SICK.strip() + ";Periode\nA;2026-10;1;10;3;2\n", 1, "B"),
    ("row_too_long", "sick_leave", SICK.replace(";", ",") + "A,2026-10,1,5,10,3\n", 2, "F"),
    ("data_after_empty_row", "sick_leave", SICK + "A;2026-10;1;10;3\n;;;;\nB;2026-10;1;10;3\n", 4, None),
    ("no_rows", "sick_leave", SICK, 1, None),
    ("format_lacks_field", {"kind": "sick_leave", "columns": {"unit": "A"}}, "A\n1\n", None, None),
    ("missing_value", "sick_leave", SICK + "A;2026-10;;10;3\n", 2, "Tapte dagsverk"),
    ("missing_value", "sick_leave", SICK + ";2026-10;1;10;3\n", 2, "Enhetskode"),
    ("unreadable_number", "sick_leave", SICK + "A;2026-10;mange;10;3\n", 2, "Tapte dagsverk"),
    ("ambiguous_number", "sick_leave", SICK + "A;2026-10;1;1.234;3\n", 2, "Avtalte dagsverk"),
    ("number_too_large", "sick_leave", SICK + "A;2026-10;1;10000000000000;3\n", 2, "Avtalte dagsverk"),
    ("negative_number", "sick_leave", SICK + "A;2026-10;−1;10;3\n", 2, "Tapte dagsverk"),
    ("not_whole_number", "sick_leave", SICK + "A;2026-10;1;10;3,5\n", 2, "Ansatte"),
    ("unreadable_period", "sick_leave", SICK + "A;høsten;1;10;3\n", 2, "Periode"),
    ("unreadable_date", "organisation", ORG + "A;Navn;;i fjor;;\n", 2, "Gyldig fra"),
    ("unreadable_yes_no", "organisation", ORG + "A;Navn;;;;kanskje\n", 2, "Turnus"),
    ("ends_before_start", "organisation", ORG + "A;Navn;;2026-02-01;2026-01-31;\n", 2, "Gyldig til"),
    ("duplicate_row", "organisation", ORG + "A;Navn;;;;\nA;Annet;;;;\n", 3, None),
    ("repeated_row", "organisation", ORG + "A;Navn;;;;\nA;Navn;;;;\n", 3, None),
    ("unknown_kind", "full_time", FULL + "A;2026-10;natt;5;2\n", 2, "Utvalg"),
    ("unknown_kind", "movements", MOVE + "dekning;A;2026-10;5;\navgang;A;2026-10;;lei\n", 3, "Årsak"),
    ("unknown_indicator", "figures", FIG + "sikc_leave;A;2026-10;1;2;3\n", 2, "Indikator"),
    ("unknown_factor", "ten_factor", TEN + "A;2026-10;Rolleklarheten;4;5;6\n", 2, "Faktor"),
    ("out_of_scale", "ten_factor", TEN + "A;2026-10;Rolleklarhet;5,1;5;6\n", 2, "Snitt"),
    ("out_of_scale", "figures", FIG + "ten_factor_autonomy;A;2026;11;2;2\n", 2, "Teller"),
    ("position_percent_out_of_range", "positions", POS + "p;A;201;ja;fast;2026-10-01\n", 2, "Stillingsprosent"),
    ("percent_looks_like_share", "positions", POS + "p;A;1;ja;fast;2026-10-01\nq;A;0,5;ja;fast;2026-10-01\n", None, "Stillingsprosent"),
    ("duplicate_row", "sick_leave", SICK + "A;2026-10;1;10;3\nA;2026-10;2;10;3\n", 3, None),
    ("repeated_row", "sick_leave", SICK + "A;2026-10;1;10;3\nA;2026-10;1;10;3\n", 3, None),
    ("numerator_above_denominator", "sick_leave", SICK + "A;2026-10;11;10;3\n", 2, None),
    ("numerator_above_denominator", "full_time", FULL + "A;2026-10;alle;5;6\n", 2, None),
    ("answered_above_invited", "ten_factor", TEN + "A;2026-10;Rolleklarhet;4;7;6\n", 2, "Svar"),
    ("invited_differs", "ten_factor", TEN + "A;2026-10;Rolleklarhet;4;5;6\nA;2026-10;Autonomi;4;5;7\n", 3, "Inviterte"),
    ("dates_differ", "positions", POS + "p;A;50;ja;fast;2026-10-01\nq;A;50;ja;fast;2026-10-02\n", 3, "Per dato"),
    ("leaver_outside_coverage", "movements", MOVE + "dekning;A;2026-10;5;\navgang;A;2026-11;;pensjon\n", 3, "Måned eller dato"),
    ("coverage_overlaps", "movements", MOVE + "dekning;A;2026-10;5;\ndekning;A;2026-10;6;\n", 3, "Måned eller dato"),
    ("coverage_without_headcount", "movements", MOVE + "dekning;A;2026-10;;\n", 2, "Ansatte"),
    ("employment_left_out", "positions", POS + "p;A;50;ja;fast;2026-10-01\nq;A;50;ja;faste;2026-10-01\n", None, "Ansettelsesforhold"),
    ("unit_differs", LEVELS, "Kode;Navn;Periode;Tapte;Avtalte\n1;Nord;2026-09;1;9\n1;Sør;2026-10;1;9\n", 3, None),
    ("missing_value", LEVELS, "Kode;Navn;Periode;Tapte;Avtalte\n;;2026-09;1;9\n", 2, "Navn"),
    ("unknown_selection", BLOCKS, SURVEY + "2025 - Andre;1;0;0;0;4;4,2\n", 3, None),
    ("missing_question", BLOCKS, ";a;b;Snitt\nNoe annet?;;;\n", None, None),
    ("stated_mean_differs", BLOCKS, SURVEY + "2025 - Skolen;1;0;0;0;4;1,8\n", 3, "Snitt"),
    ("not_whole_number", BLOCKS, SURVEY + "2025 - Skolen;1,5;0;0;0;4;4,2\n", 3, "a"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "given", "content", "row", "column"), CASES)
def test_a_fault_has_its_code_and_its_place(reading, code, given, content, row, column):
    problems = reading(given, content).problems
    assert [(str(p.code), p.row, p.column, p.file) for p in problems] == [(code, row, column, "fil.csv")]
    warnings = {"repeated_row", "employment_left_out"}
    assert (problems[0].severity is Severity.WARNING) == (code in warnings)


def test_a_missing_file_is_told(tmp_path, catalogue):
    gone = read(tmp_path / "borte.csv", catalogue.formats["sick_leave"], catalogue)
    assert [p.code for p in gone.problems] == ["missing_file"]
    folder = read(tmp_path, catalogue.formats["sick_leave"], catalogue)
    assert [p.code for p in folder.problems] == ["unreadable_file"]


def workbook(*sheets):
    content = BytesIO()
    with xlsxwriter.Workbook(content) as book:
        for name in sheets:
            book.add_worksheet(name).write(0, 0, "Enhetskode")
    return content.getvalue()


def test_a_sheet_that_is_not_there(reading):
    given = {"kind": "organisation", "columns": {"unit": "Enhetskode", "name": "Navn"}, "file": {"sheet": "Enheter"}}
    problem = reading(given, workbook("Ark 1", "Ark 2")).problems[0]
    assert (problem.code, problem.found, problem.expected) == ("missing_sheet", "Ark 1, Ark 2", "Enheter")


def test_too_large_files_are_refused_before_they_are_read(reading, monkeypatch):
    monkeypatch.setattr("data.sheets.LARGEST_FILE", 10)
    assert [p.code for p in reading("sick_leave", SICK).problems] == ["file_too_large"]
    monkeypatch.setattr("data.sheets.LARGEST_FILE", 10_000_000)
    monkeypatch.setattr("data.sheets.workbooks.LARGEST_CONTENT", 100)
    assert [p.code for p in reading("sick_leave", workbook("Ark")).problems] == ["file_too_large"]


def test_a_stray_cell_far_away_is_told_before_memory_runs_out(reading):
    far = BytesIO()
    with xlsxwriter.Workbook(far) as book:
        sheet = book.add_worksheet("Enheter")
        sheet.write_row(0, 0, ["Enhetskode", "Enhetsnavn"])
        sheet.write_row(1, 0, ["A", "Nord"])
        sheet.write(1_048_575, 16_383, "x")
    problem = reading("organisation", far.getvalue()).problems[0]
    assert (problem.code, problem.found) == ("sheet_too_large", "XFD1048576")


def test_a_sheet_with_formatted_empty_cells_far_away_is_read(reading):
    far = BytesIO()
    with xlsxwriter.Workbook(far) as book:
        sheet = book.add_worksheet("Enheter")
        sheet.write_row(0, 0, ["Enhetskode", "Enhetsnavn"])
        sheet.write_row(1, 0, ["A", "Nord"])
        sheet.write_blank(1_048_575, 16_383, None, book.add_format({"bold": True}))
    assert [unit.id for unit in reading("organisation", far.getvalue()).value.units] == ["A"]


def test_every_code_is_documented_and_tried():
    tried = {case[0] for case in CASES} | {
        "missing_file",
        "unreadable_file",
        "missing_sheet",
        "file_too_large",
        "sheet_too_large",
    }
    documented = set(re.findall(r"^\| ([a-z_]+)(?: \(warning\))? \|", codes.__doc__, re.MULTILINE)) - {"code"}
    assert {str(code) for code in Code} == documented == tried


def test_a_missing_column_says_what_is_accepted_and_suggests_the_nearest(reading):
    given = {"kind": "organisation", "columns": {"unit": "Kode", "name": ["Navn på enheten", "Enhet"]}}
    problem = reading(given, "Kode;Navn på enhet\n1;Nord\n").problems[0]
    assert (problem.expected, problem.found) == ("Navn på enheten / Enhet", "Navn på enhet")
    assert problem.params == {"field": "name"}


def test_all_faults_of_a_file_are_told_at_once(faults):
    rows = "A;2026-10;x;10;3\nB;2026-13;1;y;3\nC;2026-10;1;10;3\n"
    assert faults("sick_leave", SICK + rows) == [
        ("unreadable_number", 2, "Tapte dagsverk"),
        ("unreadable_period", 3, "Periode"),
        ("unreadable_number", 3, "Avtalte dagsverk"),
    ]


def test_equal_faulty_cells_each_have_their_row(faults):
    rows = "A;2026-10;x;10;3\nB;2026-10;x;10;3\n"
    assert [row for _, row, _ in faults("sick_leave", SICK + rows)] == [2, 3]
