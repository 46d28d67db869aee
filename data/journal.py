"""The journal's job queue: files that wait in the inbox, and what became of them."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, func, insert, select, update

from data.engines import lock_writers, open_store
from data.journal_tables import JOB
from data.schema import bring_up


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One file to take in. `state` is queued, running, done or refused; `problems` is JSON without any figure."""

    id: int
    kind: str
    file: str
    fingerprint: str
    state: str
    queued_at: str
    ended_at: str | None = None
    problems: str | None = None


class Journal:
    """One municipality's part of a journal."""

    def __init__(self, url: str, municipality: str) -> None:
        self.engine = open_store(url, "journal")
        self.municipality = municipality
        bring_up(self.engine, "journal")

    def jobs(self) -> tuple[Job, ...]:
        """Every job, oldest first."""
        with self.engine.begin() as connection:
            rows = connection.execute(
                select(JOB).where(JOB.c.municipality == self.municipality).order_by(JOB.c.id)
            ).mappings()
            return tuple(Job(**{name: row[name] for name in row if name != "municipality"}) for row in rows)

    def queue(self, file: str, fingerprint: str) -> bool:
        """Queue a file, unless the same file in the same form is there already. Returns whether it was queued."""
        with self.engine.begin() as connection:
            lock_writers(connection)
            same = select(JOB.c.id).where(
                JOB.c.municipality == self.municipality, JOB.c.file == file, JOB.c.fingerprint == fingerprint
            )
            if connection.execute(same).first() is not None:
                return False
            values = {"kind": "import", "file": file, "fingerprint": fingerprint, "state": "queued"}
            connection.execute(
                insert(JOB).values(
                    municipality=self.municipality, id=self._next(connection), queued_at=_now(), **values
                )
            )
            return True

    def start_next(self) -> Job | None:
        """Take the oldest job that is queued, or that a killed worker left running."""
        with self.engine.begin() as connection:
            lock_writers(connection)
            waiting = select(JOB).where(JOB.c.municipality == self.municipality, JOB.c.state.in_(("queued", "running")))
            row = connection.execute(waiting.order_by(JOB.c.id)).mappings().first()
            if row is None:
                return None
            self._set(connection, row["id"], state="running")
            return Job(**{name: row[name] for name in row if name != "municipality"})

    def end(self, job: Job, state: str, problems: str) -> None:
        """Write down how a job ended."""
        with self.engine.begin() as connection:
            self._set(connection, job.id, state=state, ended_at=_now(), problems=problems)

    def _set(self, connection: Connection, number: int, **values: str) -> None:
        here = (JOB.c.municipality == self.municipality) & (JOB.c.id == number)
        connection.execute(update(JOB).where(here).values(**values))

    def _next(self, connection: Connection) -> int:
        newest = select(func.max(JOB.c.id)).where(JOB.c.municipality == self.municipality)
        return (connection.execute(newest).scalar() or 0) + 1


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
