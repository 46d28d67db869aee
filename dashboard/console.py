"""What every command shares: where the home is, how answers are printed, and the exit codes."""

import json
import os
import sys
from collections.abc import Iterable
from enum import IntEnum
from getpass import getuser
from typing import Annotated, Any, NoReturn

import typer

from dashboard.faults import place_of
from dashboard.shapes import problem_shape
from dashboard.wording import described
from metrics.problems import Problem, Severity


class Exit(IntEnum):
    """0 done, 1 refused with nothing changed, 2 wrong use, 3 our own error."""

    DONE = 0
    REFUSED = 1
    WRONG_USE = 2
    OWN_ERROR = 3


HomeOption = Annotated[str | None, typer.Option("--home", help="Mappa til kommunen. Ellers MAALBILDE_HOME.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Skriv svaret som JSON.")]


def answer(as_json: bool, shape: dict[str, Any], lines: Iterable[str]) -> None:
    """Print what a command found: the JSON shape, or lines for people."""
    if as_json:
        sys.stdout.write(json.dumps(shape, ensure_ascii=False, allow_nan=False) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in lines)


def stop(as_json: bool, code: Exit, problems: Iterable[Problem], **more: Any) -> NoReturn:
    """Say what is wrong and end with an exit code. JSON goes to standard output, sentences to standard error."""
    found = list(problems)
    if as_json:
        answer(as_json, {"ok": False, **more, "problems": [problem_shape(one) for one in found]}, ())
    else:
        warn(found)
    raise typer.Exit(code)


def warn(problems: Iterable[Problem]) -> None:
    """Print problems as sentences on standard error."""
    sys.stderr.writelines(f"{described(problem)}\n" for problem in problems)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether at least one of the problems is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def who() -> str:
    """Who runs the command: MAALBILDE_USER, else the name of the system's user."""
    return os.environ.get("MAALBILDE_USER") or getuser()


def report(error: Exception) -> None:
    """Say on standard error that the fault is ours: the kind of error and where in our code, never its values."""
    problem = Problem(code="own_error", found=f"{type(error).__name__} ({place_of(error)})")
    sys.stderr.write(f"{described(problem)}\n")
