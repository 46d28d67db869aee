"""The web server: Streamlit with our own start page, headers and addresses."""

import gc
import logging
import os
import sys
from collections.abc import AsyncIterator, MutableMapping
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard import sentences
from dashboard.faults import place_of
from dashboard.markup import draw, paragraph
from dashboard.reading import BOARD_URL, JOURNAL_URL, open_board
from dashboard.shell import ASSETS, CONTENT_SECURITY_POLICY, read_shell

HERE: Final = Path(__file__).resolve().parent
_OWN_ANSWERS: Final = ("/_stcore/", "/static/", "/media/", "/component/", "/oauth2callback", "/auth/", ASSETS, "/helse")
"""Addresses that are not pages."""
_LIVE_OPTIONS: Final = (
    "runner.postScriptGC",
    "browser.gatherUsageStats",
    "browser.serverAddress",
    "server.address",
    "server.fileWatcherType",
    "server.enableAgentApi",
    "client.toolbarMode",
    "client.showErrorDetails",
    "theme.font",
)
_HEADERS: Final = {
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
}
_log = logging.getLogger("maalbilde.dashboard")


class Shell:
    """Answers every page address with our start page, and puts our headers on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.page = read_shell()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        answer = self._page() if _asks_for_page(scope) else self.app
        await answer(scope, receive, with_headers)

    def _page(self) -> Response:
        return Response(self.page, media_type="text/html", headers={"cache-control": "no-cache"})


def _asks_for_page(scope: MutableMapping[str, Any]) -> bool:
    path = scope["path"]
    if scope["method"] not in {"GET", "HEAD"} or path.startswith((*_OWN_ANSWERS, "//")):
        return False
    return path in {"/", "/index.html"} or "text/html" in Headers(scope=scope).get("accept", "")


async def _health(_: Request) -> JSONResponse:
    """Whether we answer: version, the board's stamp (null before the first publish) and the live options."""
    board = open_board()
    return JSONResponse(
        {
            "version": version("maalbilde"),
            "stamp": None if board is None else board.stamp.number,
            "options": {name: st.get_option(name) for name in _LIVE_OPTIONS},
        }
    )


def _tell_of_error(error: Exception) -> bool:
    """Say that something failed. The log gets the kind of error and its place, never a message that may hold values."""
    _log.error("page failed: %s at %s", type(error).__name__, place_of(error))
    draw(paragraph(sentences.PAGE_FAILED, role="alert", class_="card panel"))
    return True


@asynccontextmanager
async def _warm(_: st.App) -> AsyncIterator[None]:
    """Read the board before the first visitor, and leave what is loaded out of garbage collection."""
    open_board()
    gc.collect()
    gc.freeze()
    yield


def make_app() -> st.App:
    """The application. Raises ShellError when Streamlit's start page has changed."""
    return st.App(
        HERE / "app.py",
        routes=[Route("/helse", _health), Mount(ASSETS, StaticFiles(directory=HERE / "static"))],
        middleware=[Middleware(Shell)],
        lifespan=_warm,
        on_script_error=_tell_of_error,
    )


def run(board_url: str, journal_url: str, host: str = "127.0.0.1", port: int = 8501) -> None:
    """Serve until stopped. The two addresses are all that the pages know of the stores."""
    os.environ[BOARD_URL], os.environ[JOURNAL_URL] = board_url, journal_url
    read_shell()
    # Streamlit looks for .streamlit/config.toml beside the program that started it.
    sys.argv[0] = str(HERE / "app.py")
    # Without an address of its own Streamlit asks a server abroad what the machine is called.
    make_app().run(
        config={"server.address": host, "server.port": port, "browser.serverAddress": host, "browser.serverPort": port}
    )
