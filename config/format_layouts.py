"""Two special layouts of a format file: units made from columns, and survey reports in blocks."""

import re

from pydantic import BaseModel, ConfigDict, Field

_WORDS = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)
_NAMED = re.compile(r"\{([^{}]+)\}")


class Root(BaseModel):
    """A unit above all others."""

    model_config = _WORDS

    code: str
    """Koden."""
    name: str
    """Navnet."""
    unit_type: str | None = None
    """Enhetstypen."""


class Level(BaseModel):
    """One level of units, made from columns. Columns are named by field or by heading."""

    model_config = _WORDS

    code: str | None = None
    """Kolonnen med koden, eller et mønster som «R-{Regionkode}». Tom: koden lages av navnet."""
    name: str
    """Kolonnen med navnet."""
    unit_type: str | None = None
    """Enhetstypen til alle på nivået."""
    service_area: bool = False
    """Om enhetene på nivået er tjenesteområder for alt under."""

    @property
    def columns_of_code(self) -> tuple[str, ...]:
        """The columns that the code is made from."""
        if self.code is None:
            return ()
        return tuple(_NAMED.findall(self.code)) or (self.code,)

    def fill(self, cells: dict[str, str]) -> str:
        """The code with the cells put in."""
        if self.code is None or not _NAMED.search(self.code):
            return cells.get(self.code or "", "")
        return _NAMED.sub(lambda named: cells[named[1]], self.code)


class Units(BaseModel):
    """Units made from columns, from the top down. A row belongs to the deepest level that it fills in."""

    model_config = _WORDS

    root: Root | None = None
    """Enheten øverst."""
    levels: tuple[Level, ...] = Field(min_length=1)
    """Nivåene, fra øverst til nederst."""
    child_prefix: str | None = None
    """Navn som begynner slik, hører til den siste enheten over uten."""

    @property
    def references(self) -> tuple[str, ...]:
        """Every column that is used."""
        found: list[str] = []
        for level in self.levels:
            found += [*level.columns_of_code, level.name]
        return tuple(dict.fromkeys(found))


class Selection(BaseModel):
    """What a row of a report is about."""

    model_config = _WORDS

    unit: str
    """Enhetskoden."""
    period: str | int | None = None
    """Perioden. Tom: fra utvalgslista øverst."""


class Question(BaseModel):
    """A question that becomes an indicator."""

    model_config = _WORDS

    text: str
    """Spørsmålet slik det står."""
    indicator: str
    """Indikatoren svarene hører til."""
    reversed: bool = False
    """Om det første svaret er det beste: skalaen snus."""
    occurrence: int = Field(default=1, ge=1)
    """Hvilken gang spørsmålet står i fila, når det står flere ganger."""


class Blocks(BaseModel):
    """A report with a block per question: a scale row, the question, then a row per selection with counts.

    The answers score 1, 2, 3 … from the left; the mean is Σ score · count / Σ count.
    """

    model_config = _WORDS

    selection: str = "Utvalg"
    """Overskriften over utvalgslista."""
    period: str | None = "År"
    """Overskriften over perioden i utvalgslista."""
    mean: str = "Snitt"
    """Overskriften over det oppgitte snittet. Den står sist i skalaraden."""
    scores: dict[str, int] = {}
    """Svar med egen verdi utenfor skalaen: «Vet ikke» kan telle 0."""
    selections: dict[str, Selection]
    """Hva hvert utvalg er."""
    questions: tuple[Question, ...]
    """Spørsmålene som skal med. De andre hoppes over."""
