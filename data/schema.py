"""Bringing a store's tables up to date: Alembic for what people cannot make again, creation for the board."""

import logging
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from data.board_tables import METADATA as BOARD
from data.engines import is_sqlite, lock_writers

HEADS = {"register": "r0003", "journal": "j0001"}
"""The newest migration of each store. A test holds it against data/migrations."""


def bring_up(engine: Engine, store: str) -> None:
    """Create the store's tables, or migrate them to the newest form. `store` is register, journal or board."""
    with engine.begin() as connection:
        lock_schema(connection, store)
        if store == "board":
            BOARD.create_all(connection)
        elif _version(connection) != HEADS[store]:
            _migrate(connection, store)


def lock_schema(connection: Connection, store: str) -> None:
    """On PostgreSQL, make the store's schema and wait for others who do the same."""
    if not is_sqlite(connection):
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtext(:store))"), {"store": f"schema {store}"})
        connection.execute(text(f'CREATE SCHEMA IF NOT EXISTS "{store}"'))
        lock_writers(connection)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _migrate(connection: Connection, store: str) -> None:
    from alembic import command  # noqa: PLC0415  (1.3 s to import, needed once in a home's life)
    from alembic.config import Config  # noqa: PLC0415

    logging.getLogger("alembic").setLevel(logging.WARNING)
    here = Path(__file__).parent / "migrations"
    config = Config()
    config.set_main_option("script_location", str(here))
    config.set_main_option("version_locations", str(here / store))
    config.set_main_option("path_separator", "newline")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
