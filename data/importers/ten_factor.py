"""10-FAKTOR: mean and answers for each unit and factor, as the survey tool reports them (DOMAIN §1)."""

from dataclasses import dataclass
from difflib import get_close_matches

from config.catalogue import Catalogue
from data.importers.codes import Code
from data.importers.gathering import Gathered, UnitOf
from data.importers.rows import Reading, Row
from data.importers.values import Amount
from data.sheets.cells import folded
from metrics.amounts import SCALE, natural
from metrics.indicators import Indicator
from metrics.observations import SPREAD, Key, Measured, Observation
from metrics.periods import Period

_SCALE = (1.0, 5.0)


def factor_names(catalogue: Catalogue) -> dict[str, Indicator]:
    """Every name of every factor, folded: matching is by name, never by position (KS has printed two orders)."""
    names: dict[str, Indicator] = {}
    for indicator in catalogue.indicators.values():
        origin = indicator.origin
        if origin.delivery == "ten_factor" and origin.factor is not None:
            for name in (origin.factor, *origin.synonyms, *indicator.name.values()):
                names.setdefault(folded(name), indicator)
    return names


def read_ten_factor(reading: Reading, catalogue: Catalogue, unit_of: UnitOf) -> dict[Key, Observation]:
    """For each factor mean × answers of answers, its spread, and the response rate from the most answers."""
    gathered, names = Gathered(reading), factor_names(catalogue)
    response: dict[tuple[str, Period], _Response] = {}
    for row in reading:
        unit, period = unit_of(row), row.period("period")
        indicator, answers = _factor(row, names), row.count("answers")
        spread = row.amount("spread", optional=True) if reading.has("spread") else None
        mean = None if indicator is None else _mean(row, indicator, answers)
        if row.faulty or period is None or indicator is None or answers is None or mean is None:
            continue
        count: Amount = answers if isinstance(answers, Measured) else answers * SCALE
        total = mean * count // SCALE if isinstance(mean, int) and isinstance(count, int) else mean
        gathered.observe(row, indicator, unit, period, total, count, answers)
        if isinstance(spread, int):
            gathered.observe(row, indicator, unit, period, spread, SCALE, answers, breakdown=SPREAD)
        _respond(row, response, (unit, period), answers)
    _observe_response(gathered, catalogue, response)
    return gathered.observations


def _factor(row: Row, names: dict[str, Indicator]) -> Indicator | None:
    text = row.text("factor")
    found = names.get(folded(text))
    if found is None and text:
        close = get_close_matches(folded(text), names, n=1)
        nearest = names[close[0]].origin.factor if close else None
        row.fault(Code.UNKNOWN_FACTOR, "factor", expected=nearest)
    return found


def _mean(row: Row, indicator: Indicator, answers: int | Measured | None) -> Amount | None:
    """The mean within the scale. No answers and no mean is not measured; a mark is what it says."""
    mean = row.amount("mean", optional=answers == 0)
    if mean is None and answers == 0:
        return Measured.NOT_MEASURED
    low, high = indicator.scale or _SCALE
    if isinstance(mean, int) and not low <= natural(mean) <= high:
        row.fault(Code.OUT_OF_SCALE, "mean", expected=f"{low:g}–{high:g}")
        return None
    return mean


@dataclass
class _Response:
    row: Row
    answers: int = 0
    invited: int | None = None
    invited_row: int = 0


def _respond(
    row: Row, response: dict[tuple[str, Period], _Response], place: tuple[str, Period], answers: object
) -> None:
    seen = response.setdefault(place, _Response(row))
    about = {"unit": place[0], "period": place[1].code}
    invited = row.count("invited", optional=True) if row.reading.has("invited") else None
    if isinstance(answers, int):
        seen.answers = max(seen.answers, answers)
    if not isinstance(invited, int):
        return
    if seen.invited is None:
        seen.invited, seen.invited_row = invited, row.number
    if seen.invited != invited:
        first = str(seen.invited_row)
        row.fault(Code.INVITED_DIFFERS, "invited", expected=str(seen.invited), params={**about, "first": first})
    if isinstance(answers, int) and answers > invited:
        row.fault(Code.ANSWERED_ABOVE_INVITED, "answers", expected=str(invited), params=about)


def _observe_response(gathered: Gathered, catalogue: Catalogue, response: dict[tuple[str, Period], _Response]) -> None:
    rates = [
        indicator
        for indicator in catalogue.indicators.values()
        if indicator.origin.delivery == "ten_factor" and indicator.origin.factor is None
    ]
    for (unit, period), seen in response.items():
        if seen.invited is None or seen.answers > seen.invited:
            continue
        answers, invited = seen.answers * SCALE, seen.invited * SCALE
        for indicator in rates:
            gathered.observe(seen.row, indicator, unit, period, answers, invited, seen.answers)
