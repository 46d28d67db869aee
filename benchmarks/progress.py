"""How often the verdicts are right on 300 invented units whose truth is known, beside the naive rules (STATISTICS §11).

`python -m benchmarks.progress` prints the measures with their bars, and the time of a large municipality.
"""

import csv
import time
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import numpy as np

from metrics.indicators import Better
from metrics.progress import rates
from metrics.progress.aims import Aims
from metrics.progress.arrays import Bools, Floats, Ints
from metrics.progress.chains import Bounds
from metrics.progress.codes import Direction, Level, number
from metrics.progress.groups import Groups
from metrics.progress.history import History
from metrics.progress.rates import Rule
from metrics.progress.verdicts import Verdicts
from metrics.spc import Cause, xmr
from metrics.strategy import Operator, Target

FILES = Path(__file__).parents[1] / "tests" / "realdata" / "spc"
NOW, MONTHS = 59, 84
"""The month that is judged (month 60), and how many there are."""
FIRST_CHAIN = 36
DEAD_BAND = 0.5
STATELESS = {"change": Bounds(1.96, 1.96), "share": Bounds(0.8, 0.8), "early": Bounds(0.8, 0.8)}
TOTAL, SHORT = Rule(**STATELESS), Rule(phi0=10.0, **STATELESS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One line of the table; `bar` is the most that is allowed, a share the least."""

    name: str
    value: float
    naive: float
    bar: float
    least: bool = False

    @property
    def held(self) -> bool:
        """Whether the bar is held."""
        return self.value >= self.bar if self.least else self.value <= self.bar


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The invented units: arrays are [unit, month] or [unit]."""

    units: tuple[str, ...]
    days: Floats
    short_days: Floats
    available: Floats
    groups: Groups
    target: Floats
    pattern: tuple[str, ...]
    factor: Floats
    truth: Floats
    """Expected rate over months 49-60, per cent."""

    def history(self, days: Floats, months: int = NOW + 1) -> History:
        """What is known after some months."""
        return History.natural(days[:, :months], self.available[:, :months])

    def aims(self, months: int = NOW + 1, ahead: float = np.nan) -> Aims:
        """At most the target; the outlook looks `ahead` months to it."""
        targets = [
            Target(indicator="sick_leave", operator=Operator.AT_MOST, limit=Decimal(str(x))) for x in self.target
        ]
        limit = np.repeat(self.target[:, None], months, axis=1)
        return replace(Aims.of(targets, months), next_limit=limit, months_left=np.full(limit.shape, ahead))

    def rate(self, last: int, months: int = 12, days: Floats | None = None) -> Floats:
        """Per cent over the months that end with `last`."""
        part = slice(last + 1 - months, last + 1)
        y = (self.days if days is None else days)[:, part].sum(axis=1)
        return np.asarray(100 * y / self.available[:, part].sum(axis=1))


def made() -> Made:
    """Read the invented units."""
    truth = _rows("benchmark_truth.csv")
    row = {unit["unit_id"]: i for i, unit in enumerate(truth)}
    sums = np.zeros((3, len(row), MONTHS))
    for cell in _rows("benchmark_units.csv"):
        values = (cell["sick_days"], cell["short_days"], cell["available_days"])
        sums[:, row[cell["unit_id"]], int(cell["month"]) - 1] = [float(value) for value in values]
    areas = sorted({unit["area"] for unit in truth})
    return Made(
        units=tuple(row),
        days=sums[0],
        short_days=sums[1],
        available=sums[2],
        groups=Groups.lowest(np.array([areas.index(unit["area"]) for unit in truth])),
        target=np.array([float(unit["target_pct"]) for unit in truth]),
        pattern=tuple(unit["pattern"] for unit in truth),
        factor=np.array([float(unit["factor"] or 1) for unit in truth]),
        truth=np.array([float(unit["expected_pct_mean_49_60"]) for unit in truth]),
    )


def measures(data: Made) -> list[Measure]:
    """Every bar of STATISTICS §11 with the naive rule beside it."""
    one = rates.judge(data.history(data.days), data.groups, data.aims(), Better.LOWER, TOTAL)
    return [*_level(data, one), *_direction(data, one), *_outlook(data), *_chain(data)]


def _level(data: Made, verdicts: Verdicts) -> list[Measure]:
    colour, reached = _colour(verdicts)[:, NOW], data.truth <= data.target
    coloured, wrong = colour != 0, (colour != 0) & ((colour > 0) != reached)
    naive = _percent((data.rate(NOW) <= data.target) != reached)
    month = _percent((data.rate(NOW, 1) <= data.target) != reached)
    found = _percent(wrong)
    return [
        Measure(name="level wrong, of all units (naive: latest month)", value=found, naive=month, bar=8.0),
        Measure(name="level wrong, of all units (naive: 12 months)", value=found, naive=naive, bar=naive / 2),
        Measure(name="wrong if coloured (naive: latest month)", value=_percent(wrong[coloured]), naive=month, bar=13.0),
        Measure(name="share coloured", value=_percent(coloured), naive=100.0, bar=50.0, least=True),
    ]


def _direction(data: Made, total: Verdicts) -> list[Measure]:
    short = rates.judge(data.history(data.short_days), data.groups, data.aims(), Better.LOWER, SHORT)
    same, step = (np.array([pattern == name for pattern in data.pattern]) for name in ("uendret", "trinn"))
    found = {name: _turn(verdicts)[:, NOW] for name, verdicts in (("total", total), ("short", short))}
    arrows = {
        name: _arrow(data.rate(NOW, 12, days) - data.rate(NOW - 12, 12, days))
        for name, days in (("total", data.days), ("short", data.short_days))
    }
    against = -np.sign(data.factor - 1)
    xmr_alarm = np.array(
        [_marked(data.days[i, : NOW + 1] / data.available[i, : NOW + 1]) for i in np.flatnonzero(same)]
    )
    return [
        Measure(
            name="false «better/worse», total (naive: 12 months against 12)",
            value=_percent(found["total"][same] != 0),
            naive=_percent(arrows["total"][same] != 0),
            bar=8.0,
        ),
        Measure(
            name="false «better/worse», total (naive: XmR of months)",
            value=_percent(found["total"][same] != 0),
            naive=_percent(xmr_alarm),
            bar=8.0,
        ),
        Measure(
            name="false «better/worse», short-term (naive: 12 months against 12)",
            value=_percent(found["short"][same] != 0),
            naive=_percent(arrows["short"][same] != 0),
            bar=8.0,
        ),
        Measure(
            name="wrong way among changed",
            value=_percent((found["total"] == against)[step]),
            naive=_percent((arrows["total"] == against)[step]),
            bar=3.0,
        ),
    ]


def _outlook(data: Made) -> list[Measure]:
    found = []
    for ahead, bar in ((12, 0.21), (24, 0.22)):
        verdicts = rates.judge(data.history(data.days), data.groups, data.aims(ahead=ahead), Better.LOWER, TOTAL)
        reached = (data.rate(NOW + ahead) <= data.target).astype(float)
        naive = (data.rate(NOW) <= data.target).astype(float)
        value, beside = (float(((guess - reached) ** 2).mean()) for guess in (verdicts.p_reach[:, NOW], naive))
        found.append(Measure(name=f"Brier {ahead} months (naive: as it is now)", value=value, naive=beside, bar=bar))
    return found


def _chain(data: Made) -> list[Measure]:
    verdicts = rates.judge(data.history(data.days), data.groups, data.aims(), Better.LOWER)
    rolled = np.stack([data.rate(t) for t in range(11, NOW + 1)], axis=1)
    sides = np.where(rolled <= data.target[:, None], 1, -1)
    ours, naive = (_switches(colours[:, -(NOW + 1 - FIRST_CHAIN) :]) for colours in (_colour(verdicts), sides))
    return [
        Measure(name="colour changes a month (naive: 12 months)", value=ours[0], naive=naive[0], bar=6.0),
        Measure(name="red to green at once a month (naive: 12 months)", value=ours[1], naive=naive[1], bar=0.0),
    ]


def seconds(units: int = 3000, months: int = 60, indicators: int = 10) -> float:
    """Processor time of all verdicts of a large municipality, every indicator a rate: the heaviest kind."""
    random = np.random.default_rng(1)
    available = np.repeat(random.integers(8, 60, units)[:, None] * 21.0, months, axis=1)
    history = History.natural(np.minimum(available, random.gamma(2, 0.045, available.shape) * available), available)
    groups = Groups.lowest(random.integers(0, 15, units))
    target = Target(indicator="sick_leave", operator=Operator.BELOW, limit=Decimal(8))
    aims = Aims.of([target] * units, months)
    begun = time.process_time()
    for _ in range(indicators):
        rates.judge(history, groups, aims, Better.LOWER)
    return time.process_time() - begun


def _rows(name: str) -> list[dict[str, str]]:
    with (FILES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _colour(verdicts: Verdicts) -> Ints:
    return np.where(
        verdicts.level == number(Level.ON_SECURE), 1, np.where(verdicts.level == number(Level.OFF_CLEAR), -1, 0)
    )


def _turn(verdicts: Verdicts) -> Ints:
    """1 for a rate that rises, which is worse."""
    worse, better = (verdicts.direction == number(word) for word in (Direction.WORSE, Direction.BETTER))
    return worse.astype(np.int64) - better.astype(np.int64)


def _arrow(change: Floats) -> Ints:
    return np.where(np.abs(change) > DEAD_BAND, np.sign(change), 0).astype(np.int64)


def _marked(values: Floats) -> bool:
    return xmr(values).cause[-1] is not Cause.COMMON


def _switches(colours: Ints) -> tuple[float, float]:
    before, after = colours[:, :-1], colours[:, 1:]
    return _percent(before != after), _percent(before * after < 0)


def _percent(cells: Bools) -> float:
    return float(100 * np.mean(cells))


def main() -> None:
    """Print the table."""
    for measure in measures(made()):
        bar = f"{'≥' if measure.least else '≤'} {measure.bar:.4g}"
        print(f"{measure.name:66} {measure.value:8.3f}  naive {measure.naive:8.3f}  bar {bar:8} {measure.held}")
    print(f"3000 units, 60 months, 10 indicators: {seconds():.1f} s of processor time (bar 10 s)")


if __name__ == "__main__":
    main()
