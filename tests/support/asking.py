"""Asking the command line, in this process or as one of its own."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from dashboard.cli import app

COMMAND = [sys.executable, "-P", "-m", "dashboard.cli"]
"""The console command as a process of its own."""


@dataclass(frozen=True)
class Answer:
    """How a command ended, and what it said as JSON."""

    code: int
    said: Any
    errors: str


Run = Callable[..., Answer]


def run_in(home: Path) -> Run:
    """A function that runs a command on a home and reads its JSON."""

    def run(*words: object) -> Answer:
        result = CliRunner().invoke(app, [*map(str, words), "--home", str(home), "--json"])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Answer(result.exit_code, json.loads(result.stdout) if result.stdout else None, result.stderr)

    return run


def figures_of(run: Run, **filters: str) -> list[dict[str, Any]]:
    """The figures that a home's board has, by the filters of the command."""
    words = [part for name, value in filters.items() for part in (f"--{name}", value)]
    found: list[dict[str, Any]] = run("figures", *words).said["figures"]
    return found
