"""Every language says everything, with the same facts and none of the words to avoid."""

import re
from dataclasses import replace
from pathlib import Path
from string import Formatter

import pytest

import dashboard.saying
from dashboard.saying.chips import SHAPES
from dashboard.saying.sentence import sentence
from dashboard.saying.voice import LANGUAGES, TEMPLATES, Voice
from metrics.figures import Reason
from metrics.indicators import Better, Kind
from metrics.progress.codes import Direction, Level, Outlook, Why
from metrics.strategy import Operator

AVOID = {
    "nb": "tilfeldig signifikant sannsyn rødt røde svak sikkert fordi skyldes |på grunn av|når målet|når dere målet",
    "nn": "tilfeldig signifikant sannsyn raud svak sikkert fordi |på grunn av|når målet|kjem av|kome av",
    "en": "random significan probab likel weak surely because caused chance |due to|when the target|comes from|come from",
}
MAY_NAME_A_REASON = {"composition.up", "composition.down", "compare.response_moved"}
"""STATISTICS §8 and §5.4 have these: a changed mix, and who answered."""
LEVEL_ENDINGS = {f"{level}{ending}" for level in Level for ending in ("", ".milestone", ".steady", ".steady.alone")}
"""Keys that begin with a level's code."""
SOURCE = "".join(path.read_text() for path in Path(dashboard.saying.__file__).parent.glob("*.py")).replace("'", '"')


def _places(template):
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("language", ["nn", "en"])
def test_the_languages_have_the_same_keys_and_places(language):
    own, bokmaal = TEMPLATES[language], TEMPLATES["nb"]
    assert own.keys() == bokmaal.keys()
    assert {key: _places(own[key]) for key in own} == {key: _places(bokmaal[key]) for key in bokmaal}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_template_uses_a_word_to_avoid(language):
    words, *phrases = AVOID[language].split("|")
    for key, template in TEMPLATES[language].items():
        if key not in MAY_NAME_A_REASON:
            assert not [word for word in (*words.split(), *phrases) if word in template.lower()], key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_template_has_two_spaces_or_a_hard_percent_space(language):
    for key, template in TEMPLATES[language].items():
        assert "  " not in template, key
        assert " %" not in template, key
        assert template == template.rstrip(), key


def test_bokmaal_and_nynorsk_are_not_mixed():
    nynorsk = " ".join(TEMPLATES["nn"].values()).lower()
    bokmaal = " ".join(TEMPLATES["nb"].values()).lower()
    for word in (
        "ikke",
        "enhet",
        "fra",
        "siden",
        "høyere",
        "lavere",
        "måneder",
        "tall",
        "være",
        "ansatte",
        "mye",
        "se",
    ):
        assert not re.search(rf"\b{word}\b", nynorsk), word
    for word in ("ikkje", "eining", "frå", "sidan", "høgare", "lågare", "månader", "tal", "vere", "tilsette", "mykje"):
        assert not re.search(rf"\b{word}\b", bokmaal), word


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_words(language):
    voice = Voice(language)
    for word in (*(f"level.{code}" for code in Level), *(f"direction.{code}" for code in Direction)):
        assert voice.say(word)
    for outlook in Outlook:
        assert voice.say(f"outlook.{outlook}")
    for operator in Operator:
        assert f"target.{operator}" in TEMPLATES[language]
    for reason in Reason:
        assert {f"hidden.{reason}", f"missing.{reason}"} & TEMPLATES[language].keys()
    assert SHAPES.keys() == set(Level)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("why", list(Why))
def test_every_reason_is_put_in_words(facts_of, language, kind, why):
    """Held back at the level and at the direction, of every kind: whole sentences, never a code."""
    usual = facts_of("turnover", value="11", target="<= 10", level="too_little", why=why)
    facts = replace(usual, indicator=replace(usual.indicator, kind=kind, better=Better.LOWER))
    both = [facts, replace(facts, level=Level.OFF_UNSURE, why=Why.NOTHING, why_direction=why)]
    for held_back in both:
        said = sentence(held_back, language)
        assert said.rest.endswith(".")
        assert "_" not in said.text


def test_no_template_is_left_over():
    """Every key, or the part of it that a code or a count is added to, stands in the code that says it."""
    for key in TEMPLATES["nb"].keys() - LEVEL_ENDINGS:
        parts = key.split(".")
        heads = [".".join(parts[:n]) for n in range(1, len(parts))]
        wanted = [f'"{key}"', *(f'"{head}.{{' for head in heads), *(f'"{head}"' for head in heads[-1:])]
        assert any(piece in SOURCE for piece in wanted), key
