"""The words and shapes of STATISTICS §3."""

import pytest

from dashboard.saying.chips import Arrow, Shape, arrow, chip, direction_word, outlook_word
from metrics.periods import Period

TARGET = {"target": "< 6"}


@pytest.mark.parametrize(
    ("level", "value", "shape", "nb", "nn", "en"),
    [
        ("on_secure", "3", Shape.CHECK, "Trygt i mål", "Trygt i mål", "Safely on target"),
        ("on_unsure", "5", Shape.DOTTED_CHECK, "I mål nå, kan snu", "I mål no, kan snu", "On target now, may turn"),
        ("on_track", "8", Shape.FLAG, "I rute", "I rute", "On schedule"),
        (
            "off_unsure",
            "7",
            Shape.QUESTION,
            "Ikke i mål nå, kan snu",
            "Ikkje i mål no, kan snu",
            "Not on target now, may turn",
        ),
        ("off_clear", "9", Shape.EXCLAMATION, "Klart utenfor målet", "Klart utanfor målet", "Clearly off target"),
        ("too_little", "9", Shape.DASH, "For lite grunnlag", "For lite grunnlag", "Too little to go on"),
        ("no_target", "9", Shape.NOTHING, "Uten måltall", "Utan måltal", "No target figure"),
        ("hidden", None, Shape.HATCH, "Skjermet", "Skjerma", "Protected"),
        ("missing", None, Shape.EMPTY, "Ingen tall", "Ingen tal", "No figures"),
    ],
)
def test_the_level(facts_of, level, value, shape, nb, nn, en):
    facts = facts_of("sick_leave", **TARGET, level=level, value=value, milestone="8.3")
    assert [chip(facts, language).word for language in ("nb", "nn", "en")] == [nb, nn, en]
    assert chip(facts, "nb").shape is shape


def test_on_schedule_names_the_milestone(facts_of):
    facts = facts_of("sick_leave", **TARGET, level="on_track", value="8", milestone="8.3")
    assert chip(facts, "nb").below.replace("\u00a0", " ") == "delmålet nå er 8,3 %"
    assert chip(facts, "nn").below.replace("\u00a0", " ") == "delmålet no er 8,3 %"


def test_missing_says_since_when(facts_of):
    facts = facts_of("sick_leave", level="missing", missing_since=Period.month(2026, 3))
    assert chip(facts, "nb").word == "Ingen tall siden mars 2026"
    assert chip(facts, "en").word == "No figures since March 2026"


@pytest.mark.parametrize(
    ("indicator", "direction", "value", "previous", "nb", "nn", "drawn"),
    [
        ("sick_leave", "better", "5", "9", "Bedring", "Betring", Arrow.DOWN),
        ("sick_leave", "worse", "9", "5", "Forverring", "Forverring", Arrow.UP),
        ("sick_leave", "changed", "9", "5", "Tydelig endring", "Tydeleg endring", Arrow.UP),
        ("sick_leave", "none", "9", "8", "Ingen sikker endring", "Inga sikker endring", Arrow.NOTHING),
        (
            "sick_leave",
            "too_little",
            "9",
            None,
            "Kan ikke sammenlignes ennå",
            "Kan ikkje samanliknast enno",
            Arrow.NOTHING,
        ),
        ("ten_factor_autonomy", "better", "4.2", "3.9", "Høyere enn sist", "Høgare enn sist", Arrow.UP),
        ("ten_factor_autonomy", "worse", "3.9", "4.2", "Lavere enn sist", "Lågare enn sist", Arrow.DOWN),
    ],
)
def test_the_direction(facts_of, indicator, direction, value, previous, nb, nn, drawn):
    facts = facts_of(indicator, direction=direction, value=value, previous=previous)
    assert [direction_word(facts, "nb"), direction_word(facts, "nn")] == [nb, nn]
    assert arrow(facts) is drawn


@pytest.mark.parametrize(
    ("outlook", "nb", "nn"),
    [
        ("likely", "Dagens nivå holder", "Dagens nivå held"),
        ("open", "Kan gå begge veier", "Kan gå begge vegar"),
        ("unlikely", "Dagens nivå holder ikke", "Dagens nivå held ikkje"),
        ("none", "Ikke beregnet", "Ikkje rekna ut"),
    ],
)
def test_the_outlook(facts_of, outlook, nb, nn):
    facts = facts_of("sick_leave", outlook=outlook, value="5")
    assert [outlook_word(facts, "nb"), outlook_word(facts, "nn")] == [nb, nn]
