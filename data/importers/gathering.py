"""Observations gathered from rows: one for each key, amounts checked against each other."""

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from math import floor

from config.formats import People
from data.importers.codes import Code
from data.importers.rows import Reading, Row
from data.importers.values import Amount
from metrics.amounts import SCALE, natural
from metrics.indicators import Indicator, Kind
from metrics.observations import TOTAL, Key, Measured, Observation
from metrics.periods import Period
from metrics.problems import Severity

UnitOf = Callable[[Row], str]
"""The unit that a row is about; empty, with a Problem, when it names none."""


@dataclass
class Gathered:
    """The observations of a file by key, in the order of the file."""

    reading: Reading
    observations: dict[Key, Observation] = field(default_factory=dict)

    def observe(
        self,
        row: Row,
        indicator: Indicator,
        unit: str,
        period: Period,
        numerator: Amount,
        denominator: Amount,
        people: int | Measured | None,
        *,
        breakdown: str = TOTAL,
    ) -> None:
        """Keep one observation. A mark in place of an amount makes the whole observation what the mark says.

        Problems: `numerator_above_denominator`, `duplicate_row`, `repeated_row` (a warning).
        """
        key = Key(indicator.id, breakdown, unit, period)
        counted = people if isinstance(people, int) else None
        if isinstance(numerator, int) and isinstance(denominator, int):
            if numerator > denominator and _is_part(indicator):
                self._above(row, key, numerator, denominator)
            self._keep(row, Observation(key, numerator, denominator, counted, Measured.YES, row.number))
        else:
            state = _state(numerator, denominator)
            self._keep(row, Observation(key, 0, 0, counted, state, row.number))

    def _above(self, row: Row, key: Key, numerator: int, denominator: int) -> None:
        self.reading.problem(
            Code.NUMERATOR_ABOVE_DENOMINATOR,
            row=row.number,
            found=f"{natural(numerator):g}",
            expected=f"{natural(denominator):g}",
            params=_about(key),
        )

    def _keep(self, row: Row, seen: Observation) -> None:
        first = self.observations.setdefault(seen.key, seen)
        if first is seen:
            return
        same = first._replace(row=0) == seen._replace(row=0)
        self.reading.problem(
            Code.REPEATED_ROW if same else Code.DUPLICATE_ROW,
            row=row.number,
            found=seen.key.unit,
            severity=Severity.WARNING if same else Severity.ERROR,
            params={**_about(seen.key), "first": str(first.row)},
        )


def _is_part(indicator: Indicator) -> bool:
    """Whether the numerator is a part of the denominator: not so for mean position size, which may pass 100 %."""
    mean_position = indicator.origin.delivery == "positions" and indicator.origin.at_least is None
    return indicator.kind in {Kind.RATE, Kind.STOCK} and not mean_position


def _about(key: Key) -> dict[str, str]:
    return {"indicator": key.indicator, "unit": key.unit, "period": key.period.code}


def _state(*amounts: Amount) -> Measured:
    """The mark that says most: hidden before not measured, not applicable and not delivered."""
    order = (Measured.HIDDEN_AT_SOURCE, Measured.NOT_MEASURED, Measured.NOT_APPLICABLE)
    return next((state for state in order if state in amounts), Measured.NOT_DELIVERED)


def people_of(row: Row, period: Period) -> int | Measured | None:
    """How many people stand behind a row: its column, or the format's cautious formula. None when neither is there."""
    formula = row.reading.format.people
    if row.reading.has("people"):
        return row.count("people", optional=True)
    if formula is None:
        return None
    amount = row.amount(formula.source)
    return derive(amount, formula, period) if isinstance(amount, int) else amount


def derive(amount: int, formula: People, period: Period) -> int:
    """People by the cautious formula, rounded down. `amount` is scaled."""
    days = (period.last_day - period.first_day).days + 1
    by = Fraction(days) if formula.divide_by == "days_in_month" else Fraction(str(formula.divide_by))
    return floor(Fraction(amount, SCALE) / by)
