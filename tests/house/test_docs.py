"""What the documents tell people to do, done."""

import re
import shlex
from pathlib import Path

import pytest
from asking import figures_of, run_in

DOCS = Path(__file__).parents[2] / "docs" / "bruk"
FILE = re.compile(r"^`(?P<name>[\w.]+)`:\n```\w+\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
SHELL = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def follow(page, folder, home):
    """Write the page's files and run its commands, all but the one that serves."""
    text = (DOCS / page).read_text(encoding="utf-8")
    for found in FILE.finditer(text):
        (folder / found["name"]).write_text(found["text"], encoding="utf-8")
    for line in "".join(SHELL.findall(text)).splitlines():
        words = shlex.split(line.replace("--home hjem", ""))
        assert words[0] == "maalbilde"
        if words[1] != "serve":
            words = [str(folder / word) if (folder / word).exists() else word for word in words[1:]]
            answer = run_in(home)(*words)
            assert answer.code == 0, (line, answer.said)


@pytest.mark.slow
def test_the_pages_lead_from_nothing_to_figures(tmp_path):
    home = tmp_path / "hjem"
    follow("kom-i-gang.md", tmp_path, home)
    run = run_in(home)
    figure = figures_of(run, unit="100", period="2026-10", window="month")[0]
    assert (figure["numerator"], figure["denominator"], figure["people"]) == (144.0, 1990.0, 99)
    follow("importere-tall.md", tmp_path, home)
    figure = figures_of(run, unit="200", period="2026-09", window="month")[0]
    assert (figure["numerator"], figure["denominator"], figure["people"]) == (122.5, 1519.0, 73)


def test_the_interface_lists_every_indicator_and_format(run):
    text = (DOCS.parent / "utvikling" / "grensesnitt.md").read_text(encoding="utf-8")
    ids = [one["id"] for one in run("indicators").said["indicators"]]
    assert ids
    assert not [name for name in ids if f"`{name}`" not in text]
