"""Sick leave in words: the number, then the side, and the parts by their own names."""

import pytest

from dashboard.saying.sentence import sentence

BASE = {"target": "< 6", "value": "8.1"}


@pytest.mark.parametrize(
    ("language", "start"),
    [
        ("nb", "Sykefraværet siste tolv måneder er 8,1 % (mål: lavere enn 6,0 %). Målet er ikke nådd."),
        ("nn", "Sjukefråværet siste tolv månader er 8,1 % (mål: lågare enn 6,0 %). Målet er ikkje nådd."),
        ("en", "Sick leave over the last twelve months is 8.1 % (target: lower than 6.0 %). The target is not met."),
    ],
)
def test_the_number_then_the_side(said, language, start):
    assert said(language, **BASE, level="off_clear").startswith(start)


def test_without_a_target_no_side_is_told(said):
    assert said(value="8.1") == "Sykefraværet siste tolv måneder er 8,1 %. Kan ikke sammenlignes ennå."
    assert "(skal ned)." in said(value="8.1", target="decrease")
    assert "(mål: ikke tallfestet)." in said(value="8.1", target="<=", aim={"not_quantified": True})


def test_the_parts_of_sick_leave_have_their_own_names(facts_of):
    text = sentence(facts_of("sick_leave_short_term", value="3", short_term_beside=True), "nb").headline
    assert text.startswith("Korttidsfraværet siste tolv måneder er 3,0")
    assert sentence(facts_of("sick_leave_doctor_certified", value="3"), "nn").headline.startswith(
        "Det legemelde fråværet"
    )
