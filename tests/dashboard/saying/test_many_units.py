"""Many units in one sentence."""

from fractions import Fraction

import pytest

from dashboard.saying.many_units import by_level, by_side, composition, contribution, rest_group

TWELVE = {
    "on_secure": 7, "on_track": 1, "on_unsure": 1, "off_unsure": 1, "off_clear": 2, "hidden": 3,
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", "Sju av tolv er trygt i mål, én er i rute, to kan snu, to er klart utenfor (tre skjermet)."),
        ("nn", "Sju av tolv er trygt i mål, ei er i rute, to kan snu, to er klart utanfor (tre skjerma)."),
        (
            "en",
            "Seven of twelve are safely on target, one is on schedule, two may turn, two are clearly off (three protected).",
        ),
    ],
)
def test_every_state_is_counted_once(language, words):
    assert by_level(TWELVE, language) == words


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ({"off_clear": 4}, "Alle fire er klart utenfor."),
        ({"on_secure": 2}, "Begge enhetene er trygt i mål."),
        ({"on_unsure": 1, "missing": 1}, "Den ene enheten kan snu (én uten tall)."),
        ({"off_clear": 30, "too_little": 1}, "30 av 31 er klart utenfor, én har for lite grunnlag."),
        ({"hidden": 1}, "Ingen enheter kan vurderes (én skjermet)."),
        ({}, "Ingen enheter kan vurderes."),
        ({"no_target": 2, "on_track": 1}, "Én av tre er i rute, to er uten måltall."),
    ],
)
def test_the_ends_of_the_count(counts, words):
    assert by_level(counts, "nb") == words


@pytest.mark.parametrize(
    ("met", "shown", "given", "words"),
    [
        (31, 40, {"hidden": 12}, "31 av 40 viste enheter er i mål. Tolv enheter er skjermet."),
        (
            1,
            3,
            {"hidden": 1, "missing": 1},
            "Én av tre viste enheter er i mål. Én enhet er skjermet. Én enhet er uten tall.",
        ),
        (0, 3, {}, "Ingen av tre viste enheter er i mål."),
        (3, 3, {}, "Alle tre viste enheter er i mål."),
        (2, 2, {}, "Begge de viste enhetene er i mål."),
        (0, 2, {}, "Ingen av de to viste enhetene er i mål."),
        (1, 1, {}, "Den ene viste enheten er i mål."),
        (0, 1, {}, "Den ene viste enheten er ikke i mål."),
        (0, 0, {"hidden": 2}, "Ingen enheter er vist. To enheter er skjermet."),
        (1, 3, {"misses": ["Åsen", "Øya"]}, "Én av tre viste enheter er i mål. Ikke i mål: Åsen og Øya."),
    ],
)
def test_the_side_counts_shown_units_and_tells_of_the_others(met, shown, given, words):
    assert by_side(met, shown, "nb", **given) == words


def test_the_side_in_the_other_languages():
    assert by_side(31, 40, "nn", hidden=1) == "31 av 40 viste einingar er i mål. Ei eining er skjerma."
    assert by_side(1, 40, "en", hidden=12) == "1 of 40 units shown is on target. Twelve units are protected."


def test_a_rest_group():
    assert rest_group(1, "nb", own_staff=True) == "Samlet for én skjermet enhet og ansatte over den."
    assert rest_group(3, "nb", own_staff=True) == "Samlet for tre skjermede enheter og ansatte over dem."
    assert rest_group(1, "nn") == "Samla for ei skjerma eining."


@pytest.mark.parametrize(
    ("man_years", "words"),
    [
        ("3.4", "Fravær tilsvarende 3,4 årsverk mer enn målet."),
        ("-3.4", "Fravær tilsvarende 3,4 årsverk mindre enn målet."),
        ("0.04", "Fravær akkurat som målet."),
    ],
)
def test_what_an_area_adds(man_years, words):
    assert contribution(Fraction(man_years), "nb") == words


def test_a_changed_mix_is_named_as_the_statistics_ask():
    assert composition(upwards=True, language="nb").startswith("Alle områdene gikk ned, men samlet gikk det opp.")
    assert composition(upwards=False, language="nn").startswith("Alle områda gjekk opp, men samla gjekk det ned.")
