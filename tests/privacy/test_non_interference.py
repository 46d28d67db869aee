"""Two registers that differ only in hidden values: nothing that anyone can see may differ by a byte (PRIVACY §7.3)."""

import json
import sqlite3
from pathlib import Path

import pytest
from asking import run_in
from streamlit.testing.v1 import AppTest

import dashboard
from dashboard.cli import app
from metrics.windows import Window

SCRIPT = Path(dashboard.__file__).parent / "app.py"
PAGES = tuple((f"views/{path.stem}.py", path.stem) for path in sorted((SCRIPT.parent / "views").glob("[a-z]*.py")))
"""Every page there is: a new one is covered without being named."""
FRONT = "views/overview.py"
READING = {"figures", "units", "indicators", "imports", "export", "audit", "check"}
"""Commands that print what a home holds."""
CHANGING = {"init", "sample", "demo", "serve", "import", "publish", "template", "worker"}
"""Commands that change something, or print nothing of a home's figures."""
UNMASKED = {"unmasked"}
"""The one command that is meant to tell: logged, and outside the dashboard's process."""


def without_time(said):
    """All but when the board was published."""
    if isinstance(said, dict) and "stamp" in said:
        said["stamp"].pop("at")
    return json.dumps(said, ensure_ascii=False)


def test_every_command_is_covered():
    names = {command.name or command.callback.__name__ for command in app.registered_commands}
    assert names == READING | CHANGING | UNMASKED


def test_every_route_is_covered():
    """Routes of our own: how the server is, which names no unit, and files of the program. The rest is pages."""
    source = (SCRIPT.parent / "server.py").read_text(encoding="utf-8")
    assert source.count("Route(") == 1
    assert source.count("Mount(") == 1
    assert 'Route("/helse"' in source


@pytest.mark.slow
@pytest.mark.parametrize("window", list(Window))
def test_hidden_values_change_no_byte_of_a_figure(twins, window):
    one, other = (without_time(run_in(home)("figures", "--window", window).said) for home in twins)
    assert one == other


@pytest.mark.slow
@pytest.mark.parametrize("words", [["units"], ["indicators"], ["imports"], ["check"]])
def test_hidden_values_change_no_byte_of_what_else_is_printed(twins, words):
    one, other = (without_time(run_in(home)(*words).said) for home in twins)
    assert one == other


@pytest.mark.slow
def test_the_innsyn_package_holds_only_the_board(twins, tmp_path):
    packages = []
    for number, home in enumerate(twins):
        folder = tmp_path / str(number)
        assert run_in(home)("export", "--innsyn", folder).code == 0
        texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}
        texts["README.md"] = texts["README.md"].split(", publisert ")[0]
        packages.append(texts)
    assert packages[0] == packages[1]
    assert set(packages[0]) == {"README.md", "figures.json", "definitions.json", "units.json", "policy.txt"}


@pytest.mark.slow
def test_the_boards_own_tables_are_the_same(twins):
    tables = []
    for home in twins:
        with sqlite3.connect(f"file:{home / 'board.db'}?mode=ro", uri=True) as board:
            names = [name for (name,) in board.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            tables.append(
                {name: board.execute(f"SELECT * FROM {name}").fetchall() for name in names if name != "stamp"}
            )
    assert tables[0] == tables[1]


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page[1])
def test_hidden_values_change_no_byte_of_a_page(twins, monkeypatch, page):
    units = ["1000", "HO", "20300", "20305", "20306", "20506", "60102"] if page[1] == "unit" else ["1000"]
    for unit in units:
        for period in ("2026-10", "2024-03"):
            one, other = (drawn(home, page[0], monkeypatch, unit=unit, period=period) for home in twins)
            assert one == other, (unit, period)
            assert len(one) > 2000


def drawn(home, page, monkeypatch, **chosen):
    """Everything that a page sends: the messages of the protocol, with what differs from run to run taken out."""
    monkeypatch.setenv("MAALBILDE_BOARD_URL", f"sqlite:///{home / 'board.db'}")
    tester = AppTest.from_file(str(SCRIPT), default_timeout=60)
    for name, value in chosen.items():
        tester.query_params[name] = value
    tester.run()
    if page != FRONT:
        tester.switch_page(page).run()
    assert not tester.exception
    return "\n".join(str(block.proto) for block in [*tester.main, *tester.sidebar])
