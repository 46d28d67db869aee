"""Which home a command is about, and what it opens there."""

from pathlib import Path

from config.home import Home, find_home
from config.loader import load
from dashboard.console import Exit, HomeOption, JsonOption, has_errors, stop
from data.board import EmptyBoardError, current
from data.homes import Opened
from metrics.board import Board
from metrics.problems import Problem

_SHARED: dict[str, object] = {}


def shared(home: HomeOption = None, json: JsonOption = False) -> None:
    """Options that may also stand before the command."""
    _SHARED.update(home=home, json=json)


def home_of(given: str | None) -> Home:
    """The home that was asked for, with the command or before it."""
    chosen = given or _SHARED.get("home")
    return find_home(Path(str(chosen)) if chosen else None)


def wants_json(given: bool) -> bool:
    """Whether JSON was asked for, with the command or before it."""
    return given or bool(_SHARED.get("json"))


def open_home(given: str | None, as_json: bool) -> Opened:
    """The home with its configuration. Ends the command when there is none, or when it has errors."""
    home = home_of(given)
    if not home.exists:
        stop(as_json, Exit.REFUSED, [Problem(code="no_home", found=str(home.path))])
    loaded = load(home.path)
    if has_errors(loaded.problems):
        stop(as_json, Exit.REFUSED, loaded.problems)
    return Opened(home, loaded.value)


def board_of(opened: Opened, as_json: bool) -> Board:
    """The board as it stands. Ends the command when nothing has been published."""
    try:
        return current(opened.board_url, opened.catalogue.settings.municipality)
    except EmptyBoardError:
        stop(as_json, Exit.REFUSED, [Problem(code="nothing_published")])
