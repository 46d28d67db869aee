"""The server as it runs: its live options, its headers, and what it asks the world about."""

import os
import re
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import closing

import pytest

pytestmark = pytest.mark.browser

NASTY = "Avd. <b>fet</b> :red[x] :material/home: $y$ **to** &amp; [her](http://x.no)"


def _headers(address, accept="text/html"):
    request = urllib.request.Request(address, headers={"Accept": accept})
    with urllib.request.urlopen(request, timeout=5) as answer:
        return answer.headers, answer.read().decode()


def test_the_live_options_are_ours(served, read_health):
    health = read_health(served)
    assert health["stamp"] >= 1
    assert health["options"] == {
        "runner.postScriptGC": False,
        "browser.gatherUsageStats": False,
        "browser.serverAddress": "127.0.0.1",
        "server.address": "127.0.0.1",
        "server.fileWatcherType": "none",
        "server.enableAgentApi": False,
        "client.toolbarMode": "minimal",
        "client.showErrorDetails": "none",
        "theme.font": "Inter, system-ui, sans-serif",
    }


@pytest.mark.parametrize("path", ["/", "/enhet?unit=1", "/xx/yy", "/helse", "/assets/nb.js", "/_stcore/health"])
def test_every_answer_has_the_strict_headers(served, path):
    headers, _ = _headers(served + path)
    policy = headers["content-security-policy"]
    assert "default-src 'self'; script-src 'self';" in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("accept", ["text/html", "*/*"])
def test_the_front_page_is_ours_whoever_asks(served, accept):
    _, body = _headers(served + "/", accept)
    assert '<html lang="nb">' in body


def test_the_agent_interface_is_off(served):
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(
            urllib.request.Request(served + "/_stcore/agent/interact", data=b"{}", method="POST"), timeout=5
        )
    refused.value.close()
    assert refused.value.code >= 400


def test_starting_asks_nobody_what_the_machine_is_called(tmp_path, free_port, read_health):
    program = (
        "import streamlit.net_util as net\n"
        "def refuse(): raise SystemExit('asked for the outside address')\n"
        "net.get_external_ip = refuse\n"
        "from dashboard.server import run\n"
        f"run('sqlite:///{tmp_path}/board.db', 'sqlite:///{tmp_path}/journal.db', '127.0.0.1', {free_port})\n"
    )
    process = subprocess.Popen([sys.executable, "-c", program], env=dict(os.environ), stderr=subprocess.PIPE, text=True)
    try:
        for _ in range(150):
            try:
                health = read_health(f"http://127.0.0.1:{free_port}")
                break
            except OSError:
                assert process.poll() is None, process.stderr.read()
                time.sleep(0.2)
        assert health["stamp"] is None
    finally:
        process.terminate()
        process.communicate(timeout=15)


def test_an_empty_home_says_what_to_do_on_every_page(home, visit, serve):
    base = serve(home)
    for path in ("/", "/enhet", "/strategi"):
        page = visit(base + path)
        page.get_by_text("Det er ikke publisert noen tall ennå.").wait_for()
        assert page.get_by_text("maalbilde import").is_visible()


def test_a_name_is_never_anything_but_a_name(run, home, visit, serve):
    """Names and files come from people; on the page they are text, whatever they look like."""
    inbox = home / "inn"
    inbox.mkdir()
    (inbox / "enheter.csv").write_text(
        "Enhetskode;Enhetsnavn;Overordnet;Gyldig fra;Gyldig til;Tjenesteområde;Enhetstype;Turnus\n"
        f'1;Kommunen;;2020-01-01;;;;nei\nA;"{NASTY}";1;2020-01-01;;A;;nei\n',
        encoding="utf-8-sig",
    )
    rows = "".join(f"A;{year}-{month:02d};{10 + month % 3};400;20\n" for year in (2024, 2025) for month in range(1, 13))
    (inbox / "fravær.csv").write_text(
        "Enhetskode;Periode;Tapte dagsverk;Avtalte dagsverk;Ansatte\n" + rows, encoding="utf-8-sig"
    )
    answer = run("import", inbox / "enheter.csv", inbox / "fravær.csv")
    assert answer.code == 0, answer
    base = serve(home)
    page = visit(base + "/enhet?unit=A", wait=".mb svg.chart .line >> visible=true")
    assert page.inner_text(".mb h1") == NASTY
    front = visit(base + "/", wait=".mb tbody a")
    assert front.inner_text(".mb tbody a") == NASTY
    assert front.locator(".mb tbody b").count() == 0


def test_a_page_that_fails_shows_a_sentence_and_no_trace(home, visit, serve):
    base = serve(home)
    with closing(sqlite3.connect(home / "board.db")) as board:
        board.executescript("DROP TABLE IF EXISTS stamp; CREATE TABLE stamp (broken TEXT)")
    page = visit(base + "/", wait=".mb [role=alert]")
    assert "Siden kunne ikke vises." in page.inner_text("[role=alert]")
    assert not re.search("Traceback|Error|sqlite", page.inner_text("body"))
