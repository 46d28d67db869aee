"""What is measured: the words of an indicator file (config/indicators/<id>.yaml)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, Literal

from metrics.windows import Window

_STRICT: dict[str, object] = {"extra": "forbid", "use_attribute_docstrings": True}
"""How `config` validates these words: an unknown field is a fault, a docstring is the field's help text."""


class Kind(StrEnum):
    """Which progress rule judges the indicator (STATISTICS §4-5)."""

    RATE = "rate"
    FLOW = "flow"
    STOCK = "stock"
    EVENT = "event"
    MEAN = "mean"


class Better(StrEnum):
    """Which way is an improvement."""

    LOWER = "lower"
    HIGHER = "higher"
    BAND = "band"
    NEITHER = "neither"


class Measure(StrEnum):
    """How the value is written: percent is the ratio times 100, the others are the ratio itself."""

    PERCENT = "percent"
    SCORE = "score"
    YEARS = "years"
    PER = "per"


@dataclass(frozen=True, kw_only=True)
class Privacy:
    """How many of what must stand behind a figure (PRIVACY §4.1)."""

    __pydantic_config__: ClassVar[dict[str, object]] = _STRICT

    counts: Literal["employees", "headcount", "answers", "people"]
    """Hva som telles: ansatte, gjennomsnittlig antall ansatte, svar eller personer."""
    family: str
    """Tall med samme familie gjelder de samme personene og skjermes sammen."""
    threshold: int = 5
    """Færrest personer eller svar bak et vist tall. Aldri under 3."""
    within: str | None = None
    """Familie som dette tallet er en del av: det som er skjult der, skjules også her."""
    homogeneity: Literal["show", "hide"] = "show"
    """Om et snitt skjules når alle i gruppen har svart det samme, øverst eller nederst på skalaen."""
    least_cases: int = 0
    """Et tall med én eller flere tilfeller, men færre enn dette, skjules. Null: ingen slik grense."""
    insider_safe: bool = False
    """Om det skal være nok andre i gruppen også for en leder som kjenner tallet til sin egen enhet."""
    distinct: str | None = None
    """Indikatoren som teller hver person én gang, når folk kan være i flere enheter."""


@dataclass(frozen=True, kw_only=True)
class Origin:
    """What in a delivery the indicator is made from."""

    __pydantic_config__: ClassVar[dict[str, object]] = _STRICT

    delivery: Literal["sick_leave", "positions", "movements", "ten_factor", "figures"]
    """Hvilken slags leveranse tallet lages av."""
    lost_days: Literal["total", "short_term", "long_term", "self_certified", "doctor_certified"] | None = None
    """Sykefravær: hvilken kolonne med tapte dagsverk."""
    counted_in: Literal["unit", "municipality"] | None = None
    """Heltid: om stillingene legges sammen i enheten eller i hele kommunen."""
    at_least: int | None = None
    """Heltid: minste stillingsprosent som teller. Tom: snitt av stillingsprosenten."""
    leavers: tuple[Literal["external", "internal", "retirement", "expired_temporary"], ...] = ()
    """Turnover: hvilke avganger som teller."""
    factor: str | None = None
    """10-faktor: navnet på faktoren."""
    synonyms: tuple[str, ...] = ()
    """10-faktor: andre navn på samme faktor."""


@dataclass(frozen=True, kw_only=True)
class Judging:
    """What the progress rule needs to know about the indicator (STATISTICS §4-5)."""

    __pydantic_config__: ClassVar[dict[str, object]] = _STRICT

    maturity_months: int = 0
    """Hvor mange av de nyeste månedene som er foreløpige, og ikke vurderes ennå."""
    phi0: float = 50.0
    """Hvor mye tallet vanligvis svinger, før kommunen har to år med egne tall. 50 for fravær med lange perioder, 10 for kort."""
    standard_deviation: float = 0.7
    """Spredningen mellom svar når kilden ikke oppgir den. 0,7 gjelder skalaen i 10-faktor."""
    exchanged: float = 0.12
    """Andelen stillinger som skiftes ut i året, for heltid."""


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """One measure with everything that a reader may ask about it."""

    __pydantic_config__: ClassVar[dict[str, object]] = _STRICT

    id: str
    """Navnet på fila, med små bokstaver og understrek."""
    version: int
    """Øker når definisjonen endres."""
    valid_from: date
    """Fra når definisjonen gjelder."""
    name: dict[str, str]
    """Navn per språk: nb, nn, en."""
    short_name: dict[str, str] | None = None
    """Kort navn der det er trangt."""
    explained: dict[str, str]
    """Én linje under navnet: hva tallet er av."""
    kind: Kind
    """Hvilken regel som vurderer tallet: rate, flow, stock, event eller mean."""
    better: Better
    """Hvilken vei som er bedre: lower, higher, band eller neither."""
    measure: Measure = Measure.PERCENT
    """Hvordan tallet skrives."""
    decimals: int = 1
    """Desimaler på skjermen."""
    numerator: str
    """Hva telleren er."""
    denominator: str
    """Hva nevneren er."""
    denominator_divisor: int = 1
    """Nevneren deles på dette: 12 når nevneren er personmåneder."""
    scale: tuple[float, float] | None = None
    """Minste og største lovlige verdi, for snitt."""
    window: Window
    """Vinduet som vises først."""
    breakdown: str = "total"
    """Utvalget som vises på tavla, og som sidene viser."""
    beside: tuple[str, ...] = ()
    """Andre utvalg på tavla som dette utvalget er en del av."""
    on_board: bool = True
    """Om tallet vises. Usann: leveres og tas vare på, men vises ikke ennå."""
    roll_up: Literal["sum", "delivered"] = "sum"
    """Om overordnede enheter summeres eller må være levert."""
    privacy: Privacy
    """Hvor mange som må stå bak et vist tall."""
    origin: Origin
    """Hva tallet lages av."""
    judging: Judging = Judging()
    """Det regelen som vurderer tallet, trenger å vite."""
    formula: dict[str, str]
    """Formelen i ord."""
    why: dict[str, str]
    """Hvorfor tallet betyr noe."""
    weaknesses: dict[str, str]
    """Kjente svakheter."""
    reference: str
    """Hvor definisjonen kommer fra."""

    @property
    def breakdowns(self) -> tuple[str, ...]:
        """Every breakdown on the board, the part before what it is a part of."""
        return (self.breakdown, *self.beside)

    @property
    def times(self) -> int:
        """What the ratio is multiplied with: 100 for percentages."""
        return 100 if self.measure is Measure.PERCENT else 1
