"""Starting the two siblings: the dashboard, which knows only the board, and the worker, which takes in files."""

import os
import signal
import subprocess
import sys
import time
from types import FrameType
from typing import NoReturn

from config.home import VARIABLE as HOME_VARIABLE
from config.home import Home

HOST = "127.0.0.1"
LOOK_SECONDS = 0.2
GRACE_SECONDS = 5.0
_NOT_FOR_THE_DASHBOARD = (HOME_VARIABLE, "MAALBILDE_REGISTER_URL")


class _EndedError(Exception):
    """A signal asked the siblings to end."""


def serve_siblings(home: Home, board_url: str, journal_url: str, port: int) -> int:
    """Start both, and end both when one ends or a signal comes. Returns the exit code of the one that ended."""
    siblings = [_start_worker(home), _start_dashboard(board_url, journal_url, port)]
    signal.signal(signal.SIGTERM, _end)
    sys.stdout.write(f"Målbilde: http://localhost:{port}\n")
    sys.stdout.flush()
    try:
        while all(sibling.poll() is None for sibling in siblings):
            time.sleep(LOOK_SECONDS)
        return next(sibling.returncode for sibling in siblings if sibling.returncode is not None)
    except (KeyboardInterrupt, _EndedError):
        return 0
    finally:
        for sibling in siblings:
            _stop(sibling)


def _end(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise _EndedError


def _start_worker(home: Home) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-P", "-m", "dashboard.cli", "worker", "--home", str(home.path)]
    return subprocess.Popen(command, stdin=subprocess.DEVNULL)


def _start_dashboard(board_url: str, journal_url: str, port: int) -> subprocess.Popen[bytes]:
    environment = {name: value for name, value in os.environ.items() if name not in _NOT_FOR_THE_DASHBOARD}
    environment |= {"MAALBILDE_BOARD_URL": board_url, "MAALBILDE_JOURNAL_URL": journal_url}
    command = [sys.executable, "-P", "-m", "dashboard", HOST, str(port)]
    return subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL)


def _stop(sibling: subprocess.Popen[bytes]) -> None:
    if sibling.poll() is not None:
        return
    sibling.terminate()
    try:
        sibling.wait(GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        sibling.kill()
        sibling.wait()
