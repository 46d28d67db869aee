"""The direction in words: every code, and what would count as a change."""

import pytest

BASE = {"target": "< 6", "value": "8.1"}


@pytest.mark.parametrize(
    ("given", "nb", "nn", "en"),
    [
        (
            {"previous": "14.4", "direction": "better"},
            "Det er 6,3 prosentpoeng lavere enn de tolv månedene før, mer enn vanlige svingninger.",
            "Det er 6,3 prosentpoeng lågare enn dei tolv månadene før, meir enn vanlege svingingar.",
            "It is 6.3 percentage points lower than the twelve months before, more than the usual swings.",
        ),
        (
            {"previous": "2", "direction": "worse", "area_change": "0.5"},
            "høyere enn de tolv månedene før, mer enn vanlige svingninger. Hele tjenesteområdet gikk også opp.",
            "høgare enn dei tolv månadene før, meir enn vanlege svingingar. Heile tenesteområdet gjekk òg opp.",
            "higher than the twelve months before, more than the usual swings. The whole service area went up too.",
        ),
        (
            {"previous": "6.9", "direction": "none", "sure_change": "5.9", "own_unit": True},
            "Det er 1,2 prosentpoeng høyere enn de tolv månedene før. Hos dere må endringen være minst 5,9 for å være",
            "Det er 1,2 prosentpoeng høgare enn dei tolv månadene før. Hos dykk må endringa vere minst 5,9 for å vere",
            "It is 1.2 percentage points higher than the twelve months before. For you the change must be at least 5.9",
        ),
        (
            {"previous": "6.9", "direction": "none", "sure_change": "5.9"},
            "I enheten må endringen være minst 5,9 for å være sikker.",
            "I eininga må endringa vere minst 5,9 for å vere sikker.",
            "In the unit the change must be at least 5.9 to be sure.",
        ),
        (
            {"previous": "8.1", "direction": "none", "sure_change": "5.9"},
            "Uendret fra de tolv månedene før.",
            "Uendra frå dei tolv månadene før.",
            "Unchanged from the twelve months before.",
        ),
        (
            {"previous": "8.13", "direction": "none", "sure_change": "5.9"},
            "Nesten uendret fra de tolv månedene før.",
            "Nesten uendra frå dei tolv månadene før.",
            "Almost unchanged from the twelve months before.",
        ),
        (
            {"direction": "too_little", "why_direction": "new_break"},
            "Tallet sammenlignes ikke med det som var før bruddet.",
            "Talet blir ikkje samanlikna med det som var før brotet.",
            "The figure is not compared with what was before the break.",
        ),
    ],
)
def test_the_direction(said, given, nb, nn, en):
    given = BASE | {"level": "off_unsure"} | given
    assert nb in said("nb", **given)
    assert nn in said("nn", **given)
    assert en in said("en", **given)


@pytest.mark.parametrize(
    ("short", "area", "words"),
    [
        (True, True, "Se korttid og tjenesteområdet, der endringer synes før."),
        (True, False, "Se korttid, der endringer synes før."),
        (False, True, "Se tjenesteområdet, der endringer synes før."),
    ],
)
def test_an_unsure_change_says_where_to_look(said, short, area, words):
    given = BASE | {"level": "off_unsure", "direction": "none", "previous": "6.9", "sure_change": "5.9"}
    assert words in said(**given, short_term_beside=short, area_above=area)
    assert "Se " not in said(**given)


def test_a_change_that_rounds_to_the_least_sure_one_is_seen_to_be_smaller(said):
    """5.86 is not 5.94, though both are 5.9."""
    text = said(**BASE, level="off_unsure", direction="none", previous="2.24", sure_change="5.94")
    assert "minst 5,94 for å være sikker" in text


def test_a_change_past_the_least_one_is_only_called_unsure(said):
    text = said(**BASE, level="off_unsure", direction="none", previous="1.1", sure_change="5.9")
    assert "må endringen være minst" not in text
    assert "Ingen sikker endring." in text
