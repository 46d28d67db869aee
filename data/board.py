"""Reading the board: the whole of it in one snapshot, kept until its stamp changes (STACK §10)."""

import json
from threading import Lock
from typing import Any

from sqlalchemy import Connection, Engine, Table, inspect, select

from data.board_series import make_series
from data.board_tables import BATCH, CELL, DOCUMENT, MASK, REST_GROUP, STAMP, VERDICT
from data.engines import open_store
from data.frozen import thaw_indicators, thaw_organisation, thaw_strategies
from data.verdict_body import unpack
from metrics.board import Board, Source, Stamp


class EmptyBoardError(LookupError):
    """Nothing has been published yet."""


_ENGINES: dict[str, Engine] = {}
_LOADED: dict[tuple[str, str | None], Board] = {}
_LOCK = Lock()


def current(url: str, municipality: str | None = None) -> Board:
    """The board at an address, read anew only when its stamp has changed. Raises EmptyBoardError.

    `municipality` may be left out where the store holds one.
    """
    with _LOCK:
        engine = _ENGINES.setdefault(url, open_store(url, "board", read_only=True))
        with engine.begin() as connection:
            key, stamp = _read_stamp(connection, municipality)
            kept = _LOADED.get((url, municipality))
            if kept is None or kept.stamp != stamp:
                kept = _LOADED[url, municipality] = _read_board(connection, key, stamp)
            return kept


def _read_stamp(connection: Connection, municipality: str | None) -> tuple[str, Stamp]:
    if not inspect(connection).has_table("stamp"):
        raise EmptyBoardError
    query = select(STAMP) if municipality is None else select(STAMP).where(STAMP.c.municipality == municipality)
    row = connection.execute(query).first()
    if row is None:
        raise EmptyBoardError
    key, *values = row
    return key, Stamp(*values)


def _read_board(connection: Connection, municipality: str, stamp: Stamp) -> Board:
    documents = dict(iter(_rows(connection, DOCUMENT, municipality)))
    settings = json.loads(documents["settings"])
    indicators = thaw_indicators(documents["indicators"])
    organisation = thaw_organisation(documents["organisation"])
    batches = [Source(**row) for row in _rows(connection, BATCH, municipality).mappings()]
    return Board(
        stamp=stamp,
        name=settings["name"],
        invented=settings["invented"],
        indicators=indicators,
        strategies=thaw_strategies(documents["strategies"]),
        organisation=organisation,
        batches={batch.id: batch for batch in batches},
        breakdowns=make_series(
            indicators,
            organisation.ids,
            masks=_rows(connection, MASK, municipality),
            cells=_rows(connection, CELL, municipality),
            rest_groups=_rows(connection, REST_GROUP, municipality),
        ),
        judged={(row[0], row[1]): unpack(row[2]) for row in _rows(connection, VERDICT, municipality)},
    )


def _rows(connection: Connection, table: Table, municipality: str) -> Any:
    columns = [column for column in table.columns if column is not table.c.municipality]
    order = [column for column in table.primary_key if column is not table.c.municipality]
    return connection.execute(select(*columns).where(table.c.municipality == municipality).order_by(*order))
