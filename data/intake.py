"""Taking files in: read, check, keep. Several files are all or nothing, in one transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import Connection

from config.catalogue import Catalogue
from config.clock import today
from config.formats import Format
from data.checks import Surroundings, check_children, check_observations
from data.importers import propose, read
from data.register import Batch, Kept, Register, close_versions
from data.unit_checks import check_units
from metrics.observations import Delivery, Key, Observation
from metrics.periods import Period
from metrics.problems import Problem, Read, Severity
from metrics.units import Organisation, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class FileResult:
    """What a file did, or would do, to the register."""

    file: str
    format: str
    sha256: str
    rows: int
    units: int
    observations: int
    new: int
    revised: int
    unchanged: int
    batch: int | None
    """The batch that was made, None when the file changed nothing or was not taken in."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What several files did together, and everything that was wrong with them."""

    files: tuple[FileResult, ...]
    problems: tuple[Problem, ...]

    @property
    def refused(self) -> bool:
        """True when an error kept every file out."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def read_files(
    paths: Sequence[Path], catalogue: Catalogue, given: Format | None = None
) -> tuple[list[Delivery], list[Problem]]:
    """Every file as a delivery, organisations first, with the problems of those that cannot be read."""
    deliveries: list[Delivery] = []
    problems: list[Problem] = []
    for path in paths:
        chosen = Read(given) if given else choose_format(path, catalogue)
        problems += chosen.problems
        if chosen.value is not None:
            found = read(path, chosen.value, catalogue)
            problems += [problem.at(file=path.name) for problem in found.problems]
            deliveries.append(found.value)
    return sorted(deliveries, key=lambda delivery: not delivery.units), problems


def choose_format(path: Path, catalogue: Catalogue) -> Read[Format | None]:
    """The one format that fits a file's headings. Two that fit equally is a question, not a guess."""
    if not path.is_file():
        return Read(None, (Problem(code="no_such_file", file=str(path)),))
    fitting = propose(path, catalogue)
    if len(fitting) == 1:
        return Read(catalogue.formats[fitting[0][0]])
    names = ", ".join(name for name, _ in fitting)
    code = "ambiguous_format" if fitting else "unknown_format"
    known = names or ", ".join(sorted(catalogue.formats))
    return Read(None, (Problem(code=code, file=path.name, expected=known),))


def take_in(
    register: Register,
    catalogue: Catalogue,
    deliveries: Iterable[Delivery],
    by: str,
    *,
    on: date | None = None,
    dry_run: bool = False,
) -> Intake:
    """Keep what the deliveries say that the register does not hold already, or nothing when one has an error.

    `on` is the day that periods may not lie after, today unless given.
    """
    with register.writing() as connection, connection.begin_nested() as attempt:
        taking = _Taking.begin(register, connection, catalogue, by, on or today())
        for delivery in deliveries:
            taking.take(delivery)
        intake = Intake(tuple(taking.results), tuple(taking.problems))
        if dry_run or intake.refused:
            attempt.rollback()
            return Intake(tuple(replace(result, batch=None) for result in intake.files), intake.problems)
        return intake


@dataclass(slots=True, kw_only=True)
class _Taking:
    """The register as it would be with the deliveries so far, and what they did."""

    register: Register
    connection: Connection
    catalogue: Catalogue
    by: str
    on: date
    last: int
    units: dict[tuple[str, date | None], Unit]
    organisation: Organisation
    current: dict[Key, Kept]
    axes: dict[tuple[str, str], set[Period]]
    results: list[FileResult] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @classmethod
    def begin(cls, register: Register, connection: Connection, catalogue: Catalogue, by: str, on: date) -> "_Taking":
        units, current = register.unit_versions(connection), register.current(connection)
        axes: dict[tuple[str, str], set[Period]] = {}
        for key in current:
            axes.setdefault((key.indicator, key.breakdown), set()).add(key.period)
        return cls(
            register=register,
            connection=connection,
            catalogue=catalogue,
            by=by,
            on=on,
            last=register.revision(connection),
            units=units,
            organisation=close_versions(units.values()),
            current=current,
            axes=axes,
        )

    def take(self, delivery: Delivery) -> None:
        """Check one delivery and write down what is new in it."""
        units = [unit for unit in delivery.units if self.units.get((unit.id, unit.valid_from)) != unit]
        if units:
            self.units |= {(unit.id, unit.valid_from): unit for unit in units}
            self.organisation = close_versions(self.units.values())
            self.problems += check_units(delivery, self.organisation)
        around = Surroundings(self.catalogue, self.organisation, self.current, self.axes, self.on)
        self.problems += check_observations(delivery, around)
        told = [kept for seen in delivery.observations if (kept := self._news(delivery, seen)) is not None]
        revised = sum(kept.observation.key in self.current for kept in told)
        for kept in told:
            key = kept.observation.key
            self.current[key] = kept
            self.axes.setdefault((key.indicator, key.breakdown), set()).add(key.period)
        self.problems += check_children(delivery, around)
        self._write(delivery, units, told, revised)

    def _news(self, delivery: Delivery, seen: Observation) -> Kept | None:
        new = Kept(seen, delivery.includes_children, self.last + 1)
        old = self.current.get(seen.key)
        return new if old is None or old.said != new.said else None

    def _write(self, delivery: Delivery, units: list[Unit], told: list[Kept], revised: int) -> None:
        changed = bool(units or told)
        result = FileResult(
            file=delivery.file,
            format=delivery.format,
            sha256=delivery.sha256,
            rows=delivery.rows,
            units=len(delivery.units),
            observations=len(delivery.observations),
            new=len(units) + len(told) - revised,
            revised=revised,
            unchanged=len(delivery.units) + len(delivery.observations) - len(units) - len(told),
            batch=self.last + 1 if changed else None,
        )
        self.results.append(result)
        if changed:
            self.last += 1
            self.register.add_batch(self.connection, _batch(result, delivery, self.by))
            self.register.add_units(self.connection, self.last, units)
            self.register.add_observations(self.connection, told)


def _batch(result: FileResult, delivery: Delivery, by: str) -> Batch:
    return Batch(
        id=result.batch or 0,
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        by=by,
        file=result.file,
        sha256=result.sha256,
        format=result.format,
        rows=result.rows,
        new=result.new,
        revised=result.revised,
        unchanged=result.unchanged,
        people_formula=delivery.people_formula,
    )
