"""Full-time positions in words: whole persons, and always in the unit or in the municipality as a whole."""

from datetime import date
from fractions import Fraction

import pytest

from dashboard.saying.facts import Positions
from dashboard.saying.full_time import least_count
from dashboard.saying.sentence import sentence

NBSP = "\u00a0"


@pytest.fixture
def said(facts_of):
    def say(k, n, language="nb", indicator="full_time_share", target=">= 50", before=None, **given):
        shares = {
            "value": Fraction(100 * k, n),
            "previous": None if before is None else Fraction(100 * before[0], before[1]),
        }
        facts = facts_of(indicator, target, positions=Positions(k=k, n=n, year_ago=before), **(shares | given))
        return sentence(facts, language).text.replace(NBSP, " ")

    return say


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "nb",
            (
                "11 av 24 i turnus har hel stilling i enheten (46 %, mål: minst 50 %). Én til må få hel stilling for å nå "
                "målet. Det er ikke mer enn det som vanligvis skifter på ett år. To flere enn for ett år siden, mer enn det "
                "som vanligvis skifter på ett år."
            ),
        ),
        (
            "nn",
            (
                "11 av 24 i turnus har heil stilling i eininga (46 %, mål: minst 50 %). Ein til må få heil stilling for å nå "
                "målet. Det er ikkje meir enn det som vanlegvis skiftar på eitt år. To fleire enn for eitt år sidan, meir "
                "enn det som vanlegvis skiftar på eitt år."
            ),
        ),
        (
            "en",
            (
                "11 of 24 in shift work have a full-time position in the unit (46 %, target: at least 50 %). One more must get "
                "a full-time position to meet the target. That is no more than usually changes in a year. Two more than a "
                "year ago, more than usually changes in a year."
            ),
        ),
    ],
)
def test_the_count_then_what_is_lacking_then_the_change(said, language, words):
    assert said(11, 24, language, before=(9, 24), level="off_unsure", direction="better") == words


@pytest.mark.parametrize(
    ("k", "n", "level", "words"),
    [
        (10, 24, "off_clear", "To til må få hel stilling for å nå målet. Det er mer enn det som vanligvis skifter"),
        (14, 24, "on_unsure", "Målet er nådd, med to å gå på. Det er ikke mer enn det som vanligvis skifter"),
        (13, 24, "on_unsure", "Målet er nådd, med én å gå på."),
        (20, 24, "on_secure", "Målet er nådd, med åtte å gå på. Det er mer enn det som vanligvis skifter"),
        (12, 24, "on_unsure", "(50 %, mål: minst 50 %). Målet er akkurat nådd. Det kan snu."),
        (23, 45, "on_unsure", "Målet er akkurat nådd."),
        (0, 6, "off_clear", "Ingen av seks i turnus har hel stilling i enheten (0 %, mål: minst 50 %). Tre til"),
        (6, 6, "on_secure", "Alle seks i turnus har hel stilling i enheten (100 %, mål: minst 50 %)."),
        (1, 6, "off_clear", "Én av seks i turnus har hel stilling i enheten (17 %, mål: minst 50 %). To til må få"),
        (4, 5, "too_little", "Med færre enn fem personer vurderes ikke nivået."),
    ],
)
def test_persons_are_whole(said, k, n, level, words):
    why = {"why": "few_people"} if level == "too_little" else {}
    assert words in said(k, n, level=level, **why)


@pytest.mark.parametrize(
    ("before", "given", "words"),
    [
        ((10, 24), {}, "Én mer enn for ett år siden."),
        ((12, 24), {}, "Én færre enn for ett år siden."),
        (
            (13, 24),
            {"sure_change": Fraction(300, 24)},
            "To færre enn for ett år siden. Endringen må være minst tre for",
        ),
        ((14, 24), {"sure_change": Fraction(300, 24)}, "Tre færre enn for ett år siden. Ingen sikker endring."),
        ((11, 24), {}, "Like mange som for ett år siden."),
        ((9, 22), {}, "For ett år siden var det 9 av 22 (41 %). Ingen sikker endring."),
        ((9, 22), {"direction": "better"}, "(41 %). Endringen er mer enn det som vanligvis skifter på ett år."),
        (None, {"direction": "too_little", "why_direction": "few_months"}, "Det finnes ikke tall fra et år tidligere"),
    ],
)
def test_the_change_is_counted_when_as_many_work_there(said, before, given, words):
    assert words in said(11, 24, before=before, **({"level": "off_unsure", "direction": "none"} | given))


def test_the_deadline_and_the_pace(said):
    text = said(9, 24, level="off_clear", aim={"due": date(2028, 4, 30)})
    assert "Tre til må få hel stilling for å nå målet innen april 2028, om lag to i året." in text


def test_a_milestone_is_whole_persons_too(said):
    """A third of 20 is 6.7, so seven are needed to be on schedule."""
    track = said(7, 20, level="on_track", milestone=Fraction(100, 3))
    assert "Enheten er i rute: delmålet nå er 7 av 20. Tre til må få hel stilling for å nå målet." in track
    assert "To til trengs for å være i rute. Det er mer enn" in said(
        5, 20, level="off_clear", milestone=Fraction(100, 3)
    )


def test_the_two_measures_are_never_mixed(said):
    assert "har hel stilling samlet i kommunen (" in said(11, 24, indicator="full_time_share_municipality")
    assert "har minst 80 % stilling i enheten (" in said(11, 24, indicator="full_time_share_80")
    assert "av 24 har hel stilling" in said(11, 24, breakdown="all")


def test_a_strict_limit_needs_one_more():
    assert least_count(Fraction(50), 24) == 12
    assert least_count(Fraction(50), 24, strict=True) == 13
    assert least_count(Fraction(50), 45) == 23
    assert least_count(Fraction(1100, 24), 24) == 11
