"""What the municipality has decided: the words of a strategy file (config/strategies/<id>.yaml)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar, Literal

_STRICT: dict[str, object] = {"extra": "forbid", "use_attribute_docstrings": True}
"""How `config` validates these words: an unknown field is a fault, a docstring is the field's help text."""


class Operator(StrEnum):
    """How a figure is held against the limit. `increase` and `decrease` are targets without a figure."""

    BELOW = "<"
    AT_MOST = "<="
    AT_LEAST = ">="
    ABOVE = ">"
    BETWEEN = "between"
    INCREASE = "increase"
    DECREASE = "decrease"


@dataclass(frozen=True, kw_only=True)
class Milestone:
    """Where the figure shall be on the way."""

    __pydantic_config__: ClassVar[dict[str, object]] = _STRICT

    due: date
    """Når delmålet skal være nådd."""
    limit: Decimal
    """Måltallet på den dagen."""


@dataclass(frozen=True, kw_only=True)
class Scope:
    """Whom a target is for. Nothing given: the municipality."""

    __pydantic_config__: ClassVar[dict[str, object]] = _STRICT

    unit: str | None = None
    """Koden til enheten eller tjenesteområdet målet gjelder."""
    unit_type: str | None = None
    """Enhetstypen målet gjelder."""
    every_service_area: bool = False
    """Sann når målet er satt for hvert tjenesteområde, uten at de er nevnt hver for seg."""

    @property
    def name(self) -> str:
        """`municipality`, `unit:<id>`, `unit_type:<name>` or `every_service_area`."""
        if self.every_service_area:
            return "every_service_area"
        if self.unit is not None:
            return f"unit:{self.unit}"
        return "municipality" if self.unit_type is None else f"unit_type:{self.unit_type}"


@dataclass(frozen=True, kw_only=True)
class Target:
    """A limit that an indicator shall be held against, or the decision not to set a figure."""

    __pydantic_config__: ClassVar[dict[str, object]] = _STRICT

    indicator: str
    """Indikatoren målet gjelder."""
    operator: Operator
    """<, <=, >=, >, between, increase eller decrease."""
    limit: Decimal | None = None
    """Måltallet. Tomt når målet bare har en retning eller ikke er tallfestet."""
    upper: Decimal | None = None
    """Øverste grense for between."""
    due: date | None = None
    """Når målet skal være nådd."""
    due_is_strategy_end: bool = False
    """Sann når fristen er slutten på strategien, ikke en egen frist."""
    scope: Scope = Scope()
    """Hvem målet gjelder."""
    inherited: bool = True
    """Om enhetene under har samme måltall."""
    not_quantified: bool = False
    """Sann når målet er vedtatt uten tall («ikke tallfestet»)."""
    milestones: tuple[Milestone, ...] = ()
    """Delmål på veien."""
    place: str = ""
    """Overskriften i strategien der målet står."""
    set_by: str = ""
    """Hvem som har satt målet, når det ikke står i strategien."""


@dataclass(frozen=True, kw_only=True)
class Link:
    """That an indicator says something about a goal, and how well."""

    __pydantic_config__: ClassVar[dict[str, object]] = _STRICT

    indicator: str
    """Indikatoren."""
    evidence: Literal["direct", "partial", "weak"]
    """Hvor godt tallet måler målet: direct, partial eller weak."""
    why: str
    """Én linje om hvorfor."""


@dataclass(frozen=True, kw_only=True)
class SubGoal:
    """How a goal shall be reached."""

    __pydantic_config__: ClassVar[dict[str, object]] = _STRICT

    id: str
    """Nummeret, for eksempel 3.2."""
    title: str
    """Delmålet i egne ord."""
    place: str = ""
    """Overskriften i strategien."""
    links: tuple[Link, ...] = ()
    """Indikatorer som sier noe om delmålet."""
    targets: tuple[Target, ...] = ()
    """Måltall."""


@dataclass(frozen=True, kw_only=True)
class Goal:
    """One of the strategy's goals."""

    __pydantic_config__: ClassVar[dict[str, object]] = _STRICT

    id: str
    """Nummeret i strategien."""
    title: str
    """Målet."""
    place: str = ""
    """Overskriften i strategien."""
    links: tuple[Link, ...] = ()
    """Indikatorer som sier noe om hele målet."""
    targets: tuple[Target, ...] = ()
    """Måltall for hele målet."""
    sub_goals: tuple[SubGoal, ...] = ()
    """Delmålene («gjennom å»)."""
    municipality_shall: tuple[str, ...] = ()
    """Det kommunen skal gjøre, i egne ord."""
    leaders_shall: tuple[str, ...] = ()
    """Det ledere skal gjøre, i egne ord."""


@dataclass(frozen=True, kw_only=True)
class Strategy:
    """An adopted strategy."""

    __pydantic_config__: ClassVar[dict[str, object]] = _STRICT

    id: str
    """Navnet på fila."""
    title: str
    """Hva strategien heter."""
    owner: str
    """Kommunen som har vedtatt den."""
    source: str
    """Dokumentet den er hentet fra."""
    invented: bool = False
    """Sann for eksempelkommunen."""
    language: Literal["nb", "nn", "en"] = "nb"
    """Språket teksten er skrevet på."""
    valid_from: date
    """Første dag strategien gjelder."""
    valid_to: date | None = None
    """Siste dag strategien gjelder."""
    revised_every_years: int | None = None
    """Hvor ofte den skal revideres."""
    vision: str = ""
    """Visjonen."""
    values: tuple[str, ...] = ()
    """Verdiene."""
    goals: tuple[Goal, ...]
    """Målene."""

    @property
    def targets(self) -> tuple[Target, ...]:
        """Every target of every goal, in the order of the file."""
        found: list[Target] = []
        for goal in self.goals:
            found += goal.targets
            for sub_goal in goal.sub_goals:
                found += sub_goal.targets
        return tuple(found)
