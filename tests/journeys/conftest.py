"""A real Chromium against a real server, on homes of our own. No request may leave the machine."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

CI = os.environ.get("CI", "").lower() == "true"
START_SECONDS = 40


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _read_health(base):
    """What the server says of itself."""
    with urllib.request.urlopen(f"{base}/helse", timeout=5) as answer:
        return json.load(answer)


def _wait_for(base, process):
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        assert process.poll() is None, "the server ended while starting"
        try:
            return _read_health(base)
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    pytest.fail("the server did not answer")


@contextmanager
def _serving(home):
    """`maalbilde serve` on a home and a free port."""
    port = _free_port()
    command = [shutil.which("maalbilde") or str(Path(sys.executable).parent / "maalbilde"), "serve"]
    environment = {**os.environ, "MAALBILDE_TODAY": "2026-11-20"}
    process = subprocess.Popen(
        [*command, "--home", str(home), "--port", str(port)],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    base = f"http://127.0.0.1:{port}"
    try:
        _wait_for(base, process)
        yield base
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(15)


@pytest.fixture
def serve():
    """A function that serves a home until the test ends, and gives its address."""
    with ExitStack() as until_the_end:
        yield lambda home: until_the_end.enter_context(_serving(home))


@pytest.fixture(scope="session")
def read_health():
    """A function that asks a server how it is."""
    return _read_health


@pytest.fixture
def free_port():
    """A port that nobody listens on."""
    return _free_port()


@pytest.fixture(scope="session")
def served(sample_home, tmp_path_factory):
    """The invented municipality, served."""
    place = shutil.copytree(sample_home, tmp_path_factory.mktemp("served") / "home")
    with _serving(place) as base:
        yield base


@pytest.fixture(scope="session")
def chromium():
    """The machine's own Chromium."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        if CI:
            pytest.fail("Chromium mangler. Kjør make machine.")
        pytest.skip("Chromium mangler. Kjør make machine som root.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, serve):  # closes its pages before the server ends
    """A function that opens an address; the test fails on a request to elsewhere and on an error in the console."""
    outside, errors, contexts = [], [], []

    def opened(address, width=1440, scheme="light", wait=".mb h1"):
        context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale="en-US")
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: _is_outside(request.url) and outside.append(request.url))
        page.on("websocket", lambda socket: _is_outside(socket.url) and outside.append(socket.url))
        page.on("console", lambda said: said.type == "error" and errors.append(said.text))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address)
        page.wait_for_selector(wait, timeout=20_000)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not outside
    assert not [text for text in errors if "does not seem to exist" not in text]


def _is_outside(address):
    return not address.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:"))
