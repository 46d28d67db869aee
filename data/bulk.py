"""Many rows at once: the only place where the SQL dialects differ."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Column, Connection, MetaData, Table, delete, exists, or_, select, true
from sqlalchemy.dialects import postgresql, sqlite

from data.engines import is_sqlite

CHUNK = 50_000


def insert_rows(connection: Connection, table: Table, rows: Iterable[Sequence[Any]]) -> None:
    """Insert tuples in the table's column order: executemany on SQLite, COPY on PostgreSQL (STACK §6)."""
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    if is_sqlite(connection):
        marks = ", ".join("?" * len(table.columns))
        left = iter(rows)
        while chunk := [tuple(row) for row in islice(left, CHUNK)]:
            connection.exec_driver_sql(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', chunk)  # noqa: S608
        return
    driver = connection.connection.driver_connection
    if driver is None:
        raise RuntimeError("no connection")
    with driver.cursor() as cursor, cursor.copy(f'COPY "{table.name}" ({names}) FROM STDIN') as copy:
        for row in rows:
            copy.write_row(row)


def merge_rows(connection: Connection, table: Table, municipality: str, rows: Iterable[Sequence[Any]]) -> None:
    """Make a municipality's part of a table hold exactly `rows`, touching only what differs (STACK §10).

    The rows come without the municipality, which is the table's first column.
    """
    columns = (Column(column.name, column.type, primary_key=column.primary_key) for column in table.columns)
    new = Table(f"new_{table.name}", MetaData(), *columns, prefixes=["TEMPORARY"])
    new.create(connection)
    insert_rows(connection, new, ((municipality, *row) for row in rows))
    keys = [column.name for column in table.primary_key]
    connection.execute(_upsert(connection, table, new, keys))
    same = [table.c[name] == new.c[name] for name in keys]
    gone = ~exists(select(1).select_from(new).where(*same))
    connection.execute(delete(table).where(table.c.municipality == municipality, gone))
    new.drop(connection)


def _upsert(connection: Connection, table: Table, new: Table, keys: list[str]) -> Any:
    make = sqlite.insert if is_sqlite(connection) else postgresql.insert
    statement: Any = make(table).from_select([column.name for column in new.columns], select(new).where(true()))
    rest = [column.name for column in table.columns if not column.primary_key]
    differs = or_(*(table.c[name].is_distinct_from(statement.excluded[name]) for name in rest))
    changed = {name: statement.excluded[name] for name in rest}
    return statement.on_conflict_do_update(index_elements=keys, set_=changed, where=differs)
