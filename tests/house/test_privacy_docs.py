"""What the privacy pages promise, held against the rule, the indicator files and the tests."""

import re
from pathlib import Path

import numpy as np
import pytest
from asking import figures_of, run_in
from files import organisation, sick_leave

from config.indicator_rules import LOWEST_THRESHOLD
from config.loader import load
from dashboard.sentences import PROTECTED_HELP
from dashboard.states import COUNTED
from metrics.privacy import block_mask

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "bruk" / "personvern.md").read_text(encoding="utf-8")
WORDS = " ".join(PAGE.split())
PAPERS = sorted((ROOT / "docs" / "personvern").glob("*.md"))
LONGEST = 900
THRESHOLD = 5
FACTORS = "De ti faktorene i 10-faktor"
NOT_REFUSED = "At et tall er skjermet her, er ikke et avslag på innsyn. Krav om innsyn vurderes konkret."
ON_SCREEN = (
    "«Skjermet: færre enn 5 ansatte»",
    (
        "«Skjermet for å verne en mindre enhet. Du har tallene i HR-systemet; her ser alle det samme. "
        "Se samlet tall for {område}.»"
    ),
    "«Skjermet: færre enn 5 svar. KS-rapporten kan vise 3 svar; Målbilde gjør ikke det.»",
    "«Ingen tall siden mars 2026»",
    "«Samlet for 3 skjermede enheter (17 ansatte): 7,2 %»",
    "«31 av 40 viste enheter er i mål. Tolv enheter er skjermet.»",
    "«11 av 12 måneder»",
    "«rettelse venter»",
    NOT_REFUSED,
)


def table(heading):
    """The cells of each row of the table whose first heading is given."""
    _, _, below = PAGE.partition(f"| {heading} |")
    lines = below.split("\n\n", 1)[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def amount(text):
    return float(text.removesuffix(" %").replace(",", "."))


def test_the_page_is_read_in_five_minutes():
    assert len(PAGE.split()) <= LONGEST
    assert PAGE.rindex("\n## ") == PAGE.index("\n## Prøv selv")


@pytest.mark.parametrize("words", ON_SCREEN)
def test_the_page_has_the_words_of_the_screen(words):
    assert words in WORDS


def test_the_page_and_the_screen_say_the_same_about_refusals():
    assert NOT_REFUSED in PROTECTED_HELP
    assert NOT_REFUSED in (ROOT / "docs" / "personvern" / "innsyn.md").read_text(encoding="utf-8")


def test_the_table_of_thresholds_is_what_the_indicator_files_say():
    indicators = load(None).value.indicators
    said = {name: tuple(rest) for names, *rest in table("Tall") for name in names.split("; ")}
    factors = said.pop(FACTORS)
    named = {one.name["nb"]: one for one in indicators.values()}
    for one in indicators.values():
        if one.origin.factor is not None:
            assert named.pop(one.name["nb"]) is one
            said[one.name["nb"]] = factors
    assert len(indicators) - len(named) == 10
    true = {
        one.name["nb"]: (
            COUNTED[one.privacy.counts][1],
            str(one.privacy.threshold),
            "ja" if one.on_board else "nei",
        )
        for one in indicators.values()
    }
    assert said == true


def test_the_page_knows_the_floor():
    assert f"aldri under {LOWEST_THRESHOLD}" in WORDS


def test_the_factors_are_guarded_as_the_page_says():
    factors = [one.privacy for one in load(None).value.indicators.values() if one.origin.factor is not None]
    assert {one.homogeneity for one in factors} == {"hide"}
    assert {one.insider_safe for one in factors} == {True}


def test_the_example_can_be_checked_by_hand():
    rows = {
        name: (int(people), amount(lost), amount(agreed), rate) for name, people, lost, agreed, rate, _ in example()
    }
    whole = rows.pop("Området")
    assert [sum(row[i] for row in rows.values()) for i in range(3)] == list(whole[:3])
    for _, lost, agreed, rate in (whole, *rows.values()):
        assert round(100 * lost / agreed, 1) == amount(rate)
    pooled = [rows["Bjørka"][i] + rows["Lia"][i] for i in range(3)]
    assert f"28 − 13 = {pooled[1]:.0f} av {pooled[2]:.0f}" in WORDS
    assert f"{100 * pooled[1] / pooled[2]:.1f}".replace(".", ",") + " % samlet for to skjermede enheter" in WORDS
    assert f"({pooled[0]} ansatte)" in WORDS


def test_the_example_is_hidden_as_the_page_says():
    people = np.array([int(row[1]) for row in example()])
    own = people.copy()
    own[0] -= own[1:].sum()
    hidden = block_mask(np.array([-1, 0, 0, 0]), own, THRESHOLD, 1 + np.log1p(people))
    assert [row[-1].startswith("nei") for row in example()] == hidden.tolist()


def example():
    return table("Enhet")


@pytest.mark.slow
def test_the_demo_is_as_the_page_says(sample_home):
    run = run_in(sample_home)
    code, whole = re.search(r"`(\d+)`, .*? Det har (\d+) ansatte", WORDS).groups()
    shown, left = re.search(
        r"Fire enheter under vises, med ([\d, og]+)\. Trekk dem fra: (\d+) er igjen", WORDS
    ).groups()
    answer = run("figures", "--indicator", "sick_leave", "--window", "month", "--period", "2026-10").said
    people = {one["unit"]: one["people"] for one in answer["figures"]}
    below = [one["id"] for one in run("units", "--at", "2026-10").said["units"] if one["parent"] == code]
    assert people[code] == int(whole)
    assert [people[unit] for unit in below if people[unit]] == [int(n) for n in re.findall(r"\d+", shown)]
    (group,) = [one for one in answer["rest_groups"] if one["unit"] == code]
    assert (group["people"], group["own_staff"], len(group["members"])) == (int(left), True, 2)


def test_other_amounts_hide_the_same_units(tmp_path):
    """Which units are hidden is decided by how many work there, never by how ill they were."""
    people = {"a1": 3, "a2": 6, "a3": 11, "b1": 20}
    states = []
    for name, days in (("en", (1, 2, 3, 4)), ("to", (40, 0, 90, 0))):
        place = tmp_path / name
        run = run_in(place)
        assert run("init", "--name", name).code == 0
        rows = [f"{unit};2026-10;{lost};{20 * n};{n}" for (unit, n), lost in zip(people.items(), days, strict=True)]
        assert run("import", organisation(tmp_path), sick_leave(tmp_path, rows)).code == 0
        found = figures_of(run, indicator="sick_leave", window="month")
        states.append({one["unit"]: (one["state"], one["reason"]) for one in found})
    assert states[0] == states[1]
    assert states[0]["a1"] == ("hidden", "below_threshold")
    assert states[0]["a2"] == ("hidden", "protects_others")


def test_every_test_that_the_papers_name_exists():
    named = {name for paper in PAPERS for name in re.findall(r"`(test_\w+)`", paper.read_text(encoding="utf-8"))}
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    assert len(named) > 20
    assert not named - set(re.findall(r"^def (test_\w+)\(", code, re.MULTILINE))


def test_the_papers_mark_what_the_municipality_must_fill_in():
    assert {paper.name for paper in PAPERS} == {"behandlingsprotokoll.md", "dataflyt.md", "dpia-mal.md", "innsyn.md"}
    for name in ("dpia-mal.md", "behandlingsprotokoll.md"):
        assert (ROOT / "docs" / "personvern" / name).read_text(encoding="utf-8").count("**Kommunen:**") >= 10
