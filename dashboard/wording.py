"""Sentences made from codes: the same on screen, on the command line and in a report."""

from collections import defaultdict

from dashboard.problem_texts import TEXTS
from metrics.problems import Problem, Severity

HIDDEN = "Skjermet"
NO_FIGURE = "Ingen tall"
_NOT_SAID = "Cellen kan ikke leses."
"""For files with one row per person, where what stands in a cell is never repeated."""
_UNKNOWN = ("Noe er galt ({code}).", "Meld fra til dem som drifter Målbilde.")


def sentence(problem: Problem) -> str:
    """What is wrong."""
    return _fill(TEXTS.get(problem.code, _UNKNOWN)[0], problem) or _NOT_SAID


def remedy(problem: Problem) -> str:
    """What to do about it."""
    return _fill(TEXTS.get(problem.code, _UNKNOWN)[1], problem)


def place(problem: Problem) -> str:
    """Where it is: «sykefravaer.csv, ark Data, rad 14, kolonne Tapte dagsverk»."""
    parts = (
        problem.file,
        problem.sheet and f"ark {problem.sheet}",
        problem.row and f"rad {problem.row}",
        problem.column and f"kolonne {problem.column}",
    )
    return ", ".join(part for part in parts if part)


def described(problem: Problem) -> str:
    """Place, fault and remedy in one line."""
    mark = "Feil" if problem.severity is Severity.ERROR else "Obs"
    where = place(problem)
    return f"{mark}{f' i {where}' if where else ''}: {sentence(problem)} {remedy(problem)}".rstrip()


def _fill(template: str, problem: Problem) -> str:
    values = defaultdict(str, {name: value for name, value in problem.params.items() if value})
    values |= {"code": problem.code, "found": problem.found or "", "expected": problem.expected or ""}
    optional = template.split("⟦")
    text = optional[0] + "".join(_optional(part, values) for part in optional[1:])
    return text.format_map(values).strip()


def _optional(part: str, values: dict[str, str]) -> str:
    """A part in ⟦name|…⟧ is left out when the value is empty."""
    inside, after = part.split("⟧", 1)
    name, text = inside.split("|", 1)
    return (text if values.get(name) else "") + after
