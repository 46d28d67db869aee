"""The sentences of the pages."""

from dataclasses import replace
from fractions import Fraction

import pytest

from dashboard import sentences
from metrics.amounts import to_scaled
from metrics.figures import Hidden, Missing, Reason
from metrics.periods import Period

LAST = Period.month(2026, 10)


@pytest.mark.parametrize(
    ("met", "not_met", "hidden", "missing", "sentence"),
    [
        ([], [], 0, 0, "Strategien har ingen måltall som kan holdes mot et tall."),
        (["a"], [], 0, 0, "Det ene måltallet er nådd."),
        (["a", "b"], [], 0, 0, "Begge måltallene er nådd."),
        (["a"] * 3, [], 0, 0, "Alle tre måltall er nådd."),
        ([], ["sykefravær", "heltid"], 0, 0, "Ingen av to måltall er nådd: sykefravær og heltid."),
        (["a"], ["b", "c"], 0, 0, "Ett av tre måltall er nådd og to er ikke nådd: b og c."),
        (["a"], ["b"], 1, 2, "Ett av fem måltall er nådd, ett er skjermet, to er uten tall og ett er ikke nådd: b."),
        ([], [], 1, 0, "Ingen av ett måltall er nådd og ett er skjermet."),
    ],
)
def test_the_summary_counts_and_names_the_misses(met, not_met, hidden, missing, sentence):
    assert sentences.targets_summary(met, not_met, hidden, missing) == sentence


def test_the_lead_says_the_number_then_the_side_then_the_distance(small_board):
    first, rest = sentences.sick_leave_lead(small_board.figure("H1", "sick_leave", LAST))
    assert first.startswith("Sykefraværet siste tolv måneder er ")
    assert first.endswith("(mål: høyst 7,5\u00a0%). Målet er ikke nådd.")
    assert rest.startswith("Avstanden er ")


def test_the_lead_of_a_hidden_or_missing_figure_holds_no_number(small_board):
    hidden = small_board.figure("H3", "sick_leave", LAST)
    assert isinstance(hidden, Hidden)
    assert sentences.sick_leave_lead(hidden) == (
        "Tallet for sykefraværet er skjermet.",
        "Skjermet: færre enn 5 ansatte.",
    )
    missing = Missing(about=hidden.about, reason=Reason.NOT_DELIVERED, since=Period.month(2026, 3))
    assert sentences.sick_leave_lead(missing)[0] == "Ingen tall siden mars 2026 for sykefraværet."


def test_a_rest_group_names_its_members_and_their_number(small_board):
    (group,) = small_board.rest_groups("H", "sick_leave", LAST)
    line = sentences.rest_group_line(group)
    assert line.startswith("Sykefravær samlet for to skjermede enheter (7 ansatte): ")
    assert " og ansatte over dem (" in sentences.rest_group_line(replace(group, own_staff=True))
    one = replace(group, members=("H3",), own_staff=True)
    assert sentences.rest_group_line(one).startswith("Sykefravær samlet for én skjermet enhet og ansatte over den (")


@pytest.mark.parametrize(
    ("full", "of", "sentence"),
    [
        (19, 46, "Fire til må få hel stilling for å nå målet."),
        (22, 45, "Én til må få hel stilling for å nå målet."),
        (23, 46, "Målet er akkurat nådd."),
        (25, 46, "Målet er nådd, med to å gå på."),
        (23, 45, "Målet er akkurat nådd."),
    ],
)
def test_full_time_is_counted_in_whole_persons(small_board, full, of, sentence):
    """Half of 45 is 22.5, so 23 are needed."""
    found = small_board.figure("H1", "full_time_share", LAST)
    value = Fraction(full * 100, of)
    figure = replace(found, numerator=to_scaled(full), denominator=to_scaled(of), value=value)
    assert sentences.full_time_need(figure) == sentence


def test_names_sort_with_the_norwegian_letters_last():
    assert sorted(["Åsen", "Øya", "Ærlig", "Zoo", "alfa"], key=sentences.sorting_key) == [
        "alfa", "Zoo", "Ærlig", "Øya", "Åsen",
    ]  # fmt: skip
