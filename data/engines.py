"""Opening a store: an SQLite file or a PostgreSQL schema, with the settings that STACK §6 and §10 measured."""

import sqlite3
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

BUSY_MILLISECONDS = 60_000
"""How long a writer waits for another: imports are queued, never interleaved."""
_PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", f"busy_timeout={BUSY_MILLISECONDS}")


def open_store(url: str, schema: str, *, read_only: bool = False) -> Engine:
    """An engine on one store. `schema` names the PostgreSQL schema; an SQLite store is a file of its own.

    A read-only store takes one snapshot for each transaction, so that a page never mixes two publishes. A store that
    is written to keeps no connection open between transactions.
    """
    if make_url(url).get_backend_name() == "sqlite":
        return _open_sqlite(url, read_only)
    options = f"-csearch_path={schema}"
    if read_only:
        options += " -cdefault_transaction_read_only=on -cdefault_transaction_isolation=repeatable\\ read"
    if read_only:
        return create_engine(url, connect_args={"options": options}, pool_pre_ping=True)
    return create_engine(url, connect_args={"options": options}, poolclass=NullPool)


def _open_sqlite(url: str, read_only: bool) -> Engine:
    engine = create_engine(url) if read_only else create_engine(url, poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def _connected(raw: sqlite3.Connection, _record: Any) -> None:
        raw.isolation_level = None
        for pragma in _PRAGMAS:
            raw.execute(f"PRAGMA {pragma}")
        if read_only:
            raw.execute("PRAGMA query_only=ON")

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    return engine


def is_sqlite(connection: Connection) -> bool:
    """Whether the store is an SQLite file."""
    return connection.dialect.name == "sqlite"


def lock_writers(connection: Connection) -> None:
    """Wait until no other process writes to the store, for the rest of the transaction."""
    if not is_sqlite(connection):
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtext(current_schema()))"))
