"""How a file is read: the words of a format file (config/formats/<id>.yaml).

A municipality describes its own file here, without code. Fields have fixed names per kind (`FIELDS`); a format says
in which column each stands, or gives it as a constant.
"""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from config.format_fields import DEFAULT_VALUES, FIELDS, Fields, Kind, threshold_field
from config.format_layouts import Blocks, Units

_WORDS = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)
PERSON_LEVEL = frozenset({"positions", "movements"})
"""Kinds with one row per person: nothing from their cells is ever repeated."""


class File(BaseModel):
    """The outer form of the file."""

    model_config = _WORDS

    sheet: str | int | None = None
    """Arket: navnet, eller nummeret (1 er det første). Tom: det første arket der overskriftene finnes."""
    encoding: Literal["auto", "utf-8", "cp1252", "utf-16"] = "auto"
    """Tegnsettet i en tekstfil."""
    delimiter: Literal["auto", ";", ",", "tab", "|"] = "auto"
    """Skilletegnet i en tekstfil."""
    header_row: int | None = Field(default=None, ge=1)
    """Raden med overskriftene (den nederste hvis de er flere). Tom: finnes under eventuelle titler."""
    header_rows: int = Field(default=1, ge=1, le=5)
    """Antall rader med overskrifter. Overskrifter på flere rader skrives «øverst › nederst»."""


class Column(BaseModel):
    """Where a field stands. In the file: a heading, a list of headings, a number, or one of the fields below."""

    model_config = _WORDS

    headings: tuple[str, ...] = ()
    """Overskrifter som godtas. Store og små bokstaver og mellomrom har ingen betydning."""
    letter: str | None = Field(default=None, pattern=r"^[A-Za-z]{1,3}$")
    """Kolonnens bokstav, som i regneark."""
    position: int | None = Field(default=None, ge=1)
    """Kolonnens nummer, fra venstre. Den første er 1."""

    @model_validator(mode="before")
    @classmethod
    def _short(cls, given: Any) -> Any:
        if isinstance(given, str):
            return {"headings": [given]}
        if isinstance(given, list | tuple):
            return {"headings": given}
        if isinstance(given, int) and not isinstance(given, bool):
            return {"position": given}
        return given

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The short ways of writing a column belong to the schema too."""
        texts = {"type": "array", "items": {"type": "string"}}
        return {"anyOf": [{"type": "string"}, texts, {"type": "integer"}, handler(core)]}

    @property
    def place(self) -> int | None:
        """The column counted from 0 when it is given by letter or number."""
        if self.position is not None:
            return self.position - 1
        if self.letter is None:
            return None
        number = 0
        for sign in self.letter.upper():
            number = number * 26 + ord(sign) - ord("A") + 1
        return number - 1


class Numbers(BaseModel):
    """How numbers are written."""

    model_config = _WORDS

    decimal: Literal["auto", "comma", "point"] = "auto"
    """Desimaltegnet. auto: finnes i kolonnen; et tall som kan leses på to måter, blir ikke godtatt."""
    percent: Literal["hundred", "one"] = "hundred"
    """Om hundre prosent står som 100 (hundred) eller som 1 (one)."""
    suffixes: tuple[str, ...] = ()
    """Tekst som kan stå etter tallet: år, *, ** og liknende."""


class Dates(BaseModel):
    """How dates and periods are written."""

    model_config = _WORDS

    day_first: bool = True
    """Om 03/04/2024 er 3. april. Usann: 4. mars."""
    grain: Literal["month", "quarter", "tertial", "year"] = "month"
    """Perioden en dato hører til."""


class Marks(BaseModel):
    """What stands in place of a number."""

    model_config = _WORDS

    missing: tuple[str, ...] = ()
    """Ikke levert. En tom tekst godtar tomme celler."""
    hidden: tuple[str, ...] = (":",)
    """Skjult av den som laget fila."""
    not_measured: tuple[str, ...] = ()
    """Ikke målt."""
    not_applicable: tuple[str, ...] = ()
    """Gjelder ikke."""
    zero: tuple[str, ...] = ()
    """Null."""


class Rows(BaseModel):
    """Which rows count. Columns are named by field or by heading; a text that ends with * is a beginning."""

    model_config = _WORDS

    keep: dict[str, tuple[str | int, ...]] = {}
    """Bare rader der kolonnen har en av disse verdiene."""
    skip: dict[str, tuple[str | int, ...]] = {}
    """Rader som hoppes over: summer, kilder, fotnoter."""
    stop_at_empty: bool = True
    """Om tabellen slutter ved den første tomme raden."""


class People(BaseModel):
    """A cautious count of people, for files that do not give one."""

    model_config = _WORDS

    source: str = Field(alias="from")
    """Feltet antallet regnes fra."""
    divide_by: Literal["days_in_month"] | float = 1.0
    """Det feltet deles på: et tall, eller dagene i perioden (days_in_month)."""
    round: Literal["down"] = "down"
    """Alltid nedover, så ingen gruppe ser større ut enn den er."""

    @property
    def formula(self) -> str:
        """The formula as it is kept with the figures."""
        return f"{self.source} / {self.divide_by}, rounded {self.round}"


class Format(BaseModel):
    """One way of reading a file."""

    model_config = _WORDS

    id: str = Field(pattern=r"^[a-z0-9_]{1,60}$")
    """Navnet på fila, med små bokstaver og understrek."""
    name: str
    """Navnet brukeren ser."""
    version: int = 1
    """Øker når formatet endres."""
    kind: Kind
    """Hvilken slags leveranse det er."""
    file: File = File()
    """Den ytre formen."""
    columns: dict[str, Column] = {}
    """Hvor hvert felt står."""
    constants: dict[str, str | int] = {}
    """Felt som er like for alle rader, skrevet som i en celle."""
    sums: dict[str, tuple[str, ...]] = {}
    """Felt som er summen av andre felt."""
    values: dict[str, dict[str, tuple[str | int, ...]]] = {}
    """Hvilke tekster som betyr hva, for felt med faste verdier."""
    numbers: Numbers = Numbers()
    """Hvordan tall er skrevet."""
    dates: Dates = Dates()
    """Hvordan datoer og perioder er skrevet."""
    marks: Marks = Marks()
    """Hva som står når tallet ikke gjør det."""
    rows: Rows = Rows()
    """Hvilke rader som teller."""
    people: People | None = None
    """Forsiktig antall personer når fila ikke oppgir det."""
    inner_rows: Literal["own", "include_children"] = "own"
    """Om raden til en overordnet enhet er egne ansatte (own), eller også alle under (include_children)."""
    units: Units | None = None
    """Enheter som lages av kolonnene."""
    blocks: Blocks | None = None
    """Rapport med ett avsnitt per spørsmål, i stedet for én tabell."""
    explained: dict[str, str] = {}
    """Forklaring til hvert felt, for malen."""
    examples: tuple[dict[str, str], ...] = ()
    """Oppdiktede eksempelrader, for malen."""

    @property
    def person_level(self) -> bool:
        """True when a row is about one person."""
        return self.kind in PERSON_LEVEL

    @property
    def fields(self) -> Fields:
        """The fields that the kind knows."""
        return FIELDS[self.kind]

    @property
    def references(self) -> tuple[str, ...]:
        """Fields or headings that are used outside `columns`: row filters and units."""
        named = [*self.rows.keep, *self.rows.skip, *(self.units.references if self.units else ())]
        return tuple(dict.fromkeys(named))

    def meanings(self, field: str) -> dict[str, tuple[str | int, ...]]:
        """The fixed values of a field and the texts that stand for each."""
        return self.values.get(field, DEFAULT_VALUES.get(field, {}))

    def has(self, field: str) -> bool:
        """True when the format says where the field comes from."""
        return field in self.columns or field in self.constants or field in self.sums


def lacking(given: Format) -> tuple[str, ...]:
    """Fields that the kind needs and the format does not place; `a | b` where one of several would do."""
    if given.blocks is not None:
        return ()
    derived = {"unit", "name"} if given.units is not None else set()
    found = [field for field in given.fields.required if not given.has(field) and field not in derived]
    one_of = given.fields.one_of
    if one_of and not any(given.has(field) for field in one_of) and not any(map(threshold_field, given.columns)):
        found.append(" | ".join(one_of))
    return tuple(found)
