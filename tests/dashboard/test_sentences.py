"""The sentences of the pages."""

from dataclasses import replace

import pytest

from dashboard import sentences
from dashboard.sentences import TargetCount
from metrics.amounts import to_scaled
from metrics.periods import Period

LAST = Period.month(2026, 10)


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (TargetCount(), "Strategien har ingen måltall som kan holdes mot et tall."),
        (TargetCount(met=1), "Det ene måltallet er nådd."),
        (TargetCount(met=2), "Begge måltallene er nådd."),
        (TargetCount(met=3), "Alle tre måltall er nådd."),
        (TargetCount(not_met=["sykefravær", "heltid"]), "Ingen av to måltall er nådd: sykefravær og heltid."),
        (TargetCount(met=1, not_met=["b", "c"]), "Ett av tre måltall er nådd og to er ikke nådd: b og c."),
        (
            TargetCount(met=2, on_track=3, not_met=["heltid i turnus", "kompetanseutvikling"]),
            "To av sju måltall er nådd, tre er i rute og to er ikke nådd: heltid i turnus og kompetanseutvikling.",
        ),
        (
            TargetCount(met=1, not_met=["b"], hidden=1, missing=2),
            "Ett av fem måltall er nådd, ett er skjermet, to er uten tall og ett er ikke nådd: b.",
        ),
        (TargetCount(hidden=1), "Ingen av ett måltall er nådd og ett er skjermet."),
        (TargetCount(on_track=2), "Ingen av to måltall er nådd og to er i rute."),
    ],
)
def test_the_summary_counts_and_names_the_misses(count, sentence):
    assert sentences.targets_summary(count) == sentence


def test_a_rest_group_names_its_members_and_their_number(small_board):
    (group,) = small_board.rest_groups("H", "sick_leave", LAST)
    line = sentences.rest_group_line(group)
    assert line.startswith("Sykefravær samlet for to skjermede enheter (7 ansatte): ")
    assert " og ansatte over dem (" in sentences.rest_group_line(replace(group, own_staff=True))
    one = replace(group, members=("H3",), own_staff=True)
    assert sentences.rest_group_line(one).startswith("Sykefravær samlet for én skjermet enhet og ansatte over den (")


@pytest.mark.parametrize(("count", "words"), [(0, "Ingen sluttet"), (1, "1 sluttet"), (13, "13 sluttet")])
def test_leavers_are_counted(small_board, count, words):
    assert sentences.left(replace(small_board.figure("H1", "turnover", LAST), numerator=to_scaled(count))) == words


def test_names_sort_with_the_norwegian_letters_last():
    assert sorted(["Åsen", "Øya", "Ærlig", "Zoo", "alfa"], key=sentences.sorting_key) == [
        "alfa", "Zoo", "Ærlig", "Øya", "Åsen",
    ]  # fmt: skip
