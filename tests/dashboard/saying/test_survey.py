"""Means of a survey in words: who answered, and what so few answers can tell."""

import pytest

from dashboard.saying.facts import Answers
from dashboard.saying.sentence import sentence
from metrics.periods import Period

IN_2024, IN_2026 = Period.year_of(2024), Period.year_of(2026)


@pytest.fixture
def said(facts_of):
    def say(language="nb", indicator="ten_factor_role_clarity", n=16, invited=21, since=IN_2024, leader=False, **given):
        answers = Answers(n=n, invited=invited, since=since, before_leader=leader)
        usual = {"target": ">= 4.2", "value": "4.1", "level": "off_unsure", "period": IN_2026}
        return sentence(facts_of(indicator, answers=answers, **(usual | given)), language).text

    return say


UNSURE = {"direction": "none", "previous": "3.9", "sure_change": "0.35"}


@pytest.mark.parametrize(
    ("language", "first", "last"),
    [
        (
            "nb",
            "Rolleklarhet 4,1 (mål: minst 4,2), 16 av 21 inviterte svarte. ",
            "Med 16 svar må endringen være minst 0,4 for å være sikker; siden 2024 er den 0,2.",
        ),
        (
            "nn",
            "Rolleklarleik 4,1 (mål: minst 4,2), 16 av 21 inviterte svara. ",
            "Med 16 svar må endringa vere minst 0,4 for å vere sikker; sidan 2024 er ho 0,2.",
        ),
        (
            "en",
            "Role clarity 4.1 (target: at least 4.2), 16 of 21 invited answered. ",
            "With 16 answers the change must be at least 0.4 to be sure; since 2024 it is 0.2.",
        ),
    ],
)
def test_the_mean_then_who_answered_then_the_change(said, language, first, last):
    text = said(language, **UNSURE)
    assert text.startswith(first)
    assert text.endswith(last)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"invited": None}, "Rolleklarhet 4,1 (mål: minst 4,2), 16 svar."),
        ({"invited": 16}, "alle 16 inviterte svarte."),
        ({"n": 6, "invited": 8}, "seks av åtte inviterte svarte."),
        ({"value": "4.2", "level": "on_unsure"}, "16 av 21 inviterte svarte. Akkurat i mål. Det kan snu."),
        ({"value": "4.3", "level": "on_unsure"}, "Målet er nådd nå. Med 16 svar kan det snu."),
        ({"value": "4.3", "level": "on_unsure", "n": 90, "invited": 99}, "men så knapt at det kan snu."),
        ({"why": "low_response"}, "Forbehold: lav svarprosent."),
        ({"level": "too_little", "why": "low_response"}, "Færre enn halvparten svarte, og da vurderes ikke nivået."),
        ({"level": "too_little", "why": "few_people", "n": 4}, "Med færre enn fem svar vurderes ikke nivået."),
        ({"leader": True}, "Målt før nåværende leder begynte."),
    ],
)
def test_the_level(said, given, words):
    assert words in said(**given)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"direction": "better", "previous": "3.6"}, "Det er 0,5 høyere enn i 2024, mer enn vanlige svingninger."),
        ({"direction": "worse", "previous": "4.6"}, "Det er 0,5 lavere enn i 2024, mer enn vanlige svingninger."),
        ({**UNSURE, "previous": "4.3"}, "siden 2024 er den −0,2."),
        ({**UNSURE, "previous": "4.1"}, "Uendret siden 2024."),
        ({**UNSURE, "previous": "4.08"}, "Uendret siden 2024."),
        ({**UNSURE, "previous": "4.1", "since": None}, "Uendret siden sist."),
        ({"why_direction": "response_moved"}, "En forskjell fra sist kan skyldes hvem som svarte."),
        ({"why_direction": "low_response"}, "For få svarte i en av rundene"),
        ({"why_direction": "few_months"}, "Det finnes ingen tidligere runde å sammenligne med."),
        ({"why_direction": "new_break"}, "Tallet sammenlignes ikke med det som var før bruddet."),
    ],
)
def test_the_direction(said, given, words):
    assert words in said(**given)


def test_a_change_of_leader_is_a_break_for_one_factor(said):
    text = said(indicator="ten_factor_mastery_leadership", why_direction="new_break")
    assert "Forrige runde er målt før nåværende leder begynte, og sammenlignes ikke." in text


def test_the_least_change_has_a_decimal_more_where_rounding_would_hide_it(said):
    """From 4.04 to 4.36 looks like 0.4, and 0.36 is needed."""
    text = said(value="4.36", previous="4.04", direction="none", sure_change="0.36", level="on_unsure")
    assert "minst 0,36 for å være sikker; siden 2024 er den 0,32." in text


@pytest.mark.parametrize(
    ("indicator", "nn"),
    [
        ("task_motivation", "Oppgåvemotivasjon"),
        ("self_efficacy", "Meistringstru"),
        ("autonomy", "Sjølvstende"),
        ("use_of_competence", "Bruk av kompetanse"),
        ("mastery_leadership", "Meistringsorientert leiing"),
        ("role_clarity", "Rolleklarleik"),
        ("competence_development", "Relevant kompetanseutvikling"),
        ("flexibility", "Fleksibilitetsvilje"),
        ("mastery_climate", "Meistringsklima"),
        ("prosocial_motivation", "Nyttemotivasjon"),
    ],
)
def test_the_factors_have_their_nynorsk_names(said, indicator, nn):
    assert said("nn", f"ten_factor_{indicator}").startswith(f"{nn} 4,1 (")


def test_retirement_age_is_years_of_people(said):
    given = {"indicator": "retirement_age", "n": 14, "invited": None, "value": "62.8", "target": ">= 64"}
    assert (
        said(**given)
        .replace("\u00a0", " ")
        .startswith("Avgangsalder 62,8 år (mål: minst 64,0 år), snitt av 14 personer.")
    )
