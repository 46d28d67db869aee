"""What a person wrote or delivered wrongly, with its place."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Severity(StrEnum):
    """An error refuses the file; a warning lets it through and says so."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One fault with its place. The sentence is made by `dashboard.wording` from `code` and `params`.

    `row` and `column` are as the user sees them: rows count from 1, columns by heading or letter.
    `found` never holds a person key or a row of a person-level file.
    """

    code: str
    severity: Severity = Severity.ERROR
    file: str | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    found: str | None = None
    expected: str | None = None
    params: dict[str, str] = field(default_factory=dict)

    def at(self, *, file: str | None = None, sheet: str | None = None) -> "Problem":
        """The same problem with file and sheet filled in where they are not known yet."""
        return replace(self, file=self.file or file, sheet=self.sheet or sheet)


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """What could be read, and what was wrong with the rest."""

    value: T
    problems: Sequence[Problem] = ()

    @property
    def refused(self) -> bool:
        """True when at least one problem is an error."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)
