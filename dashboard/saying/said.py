"""What is said: one line that stands out, and what follows it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """Whole sentences in one language; both parts are plain text, `rest` may be empty."""

    headline: str
    """Drawn bold."""
    rest: str = ""

    @property
    def text(self) -> str:
        """Everything, as one paragraph."""
        return joined(self.headline, self.rest)


def joined(*sentences: str) -> str:
    """Sentences that were said, one after another."""
    return " ".join(filter(None, sentences))
