"""What stands in the files, for rules that tell the place of what does not fit together."""

from dataclasses import dataclass, field

from config.documents import Document, Loc
from metrics.problems import Problem, Severity

SETTINGS = ("settings", "settings")
"""The key of the home's settings.yaml."""


@dataclass(frozen=True, slots=True)
class Written:
    """The documents by kind and id, those with faults in them included."""

    documents: dict[tuple[str, str], Document] = field(default_factory=dict)
    ids: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Every id of a kind, whether or not its file could be read: what is broken is not unknown."""
    own: frozenset[tuple[str, str]] = frozenset()
    """What lies in the municipality's home."""

    def problem(
        self,
        about: tuple[str, str],
        code: str,
        loc: Loc = (),
        *,
        found: object = None,
        expected: str | None = None,
        severity: Severity = Severity.ERROR,
        **params: str | None,
    ) -> Problem:
        """A problem at a place in the file about `(kind, id)`."""
        document = self.documents[about]
        return document.problem(code, loc, found=found, expected=expected, severity=severity, **params)

    def row(self, about: tuple[str, str], loc: Loc) -> str:
        """The line of a place, as a param."""
        return str(self.documents[about].place(loc)[0])
