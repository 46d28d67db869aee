"""From the register to the board: masked first, written in one transaction that ends with a stamp."""

from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from config.catalogue import Catalogue
from data.audit.told import audit_told
from data.baselines import add_baselines, key_of, new_baselines, read_baselines
from data.board_rows import BoardRows, Row, make_rows
from data.board_series import make_series
from data.board_tables import BATCH, CELL, DOCUMENT, MASK, REST_GROUP, STAMP, VERDICT
from data.bulk import merge_rows
from data.engines import lock_writers, open_store
from data.frozen import freeze
from data.judging import judge_board
from data.ledger import append_ledger, read_ledger
from data.masks import policy_of
from data.register import Register
from data.schema import bring_up
from data.verdict_body import pack
from metrics.board import Board, Stamp
from metrics.units import Organisation


def publish(register: Register, board_url: str, catalogue: Catalogue) -> Stamp:
    """Make the board hold what the register and the catalogue say now, and return its stamp.

    A pure function of register, ledger and catalogue: published again without a change, the board and its stamp stay
    as they are. The attacker must find nothing in what is new. What is told is in the ledger before it is on the board, so a publish that is killed between the two
    is taken as told. Raises UnsafeMaskError or LeakError before anything is written; the old board then stands.
    """
    municipality = catalogue.settings.municipality
    with register.writing() as connection:
        revision = register.revision(connection)
        organisation = register.organisation(connection)
        ledger = read_ledger(connection, municipality)
        rows = make_rows(catalogue, organisation, register.current(connection), ledger)
        batches = register.batches(connection)
        if rows.told:
            policies = {one.id: policy_of(one) for one in catalogue.indicators.values()}
            append_ledger(connection, municipality, policies, rows.told)
        board = _masked_board(catalogue, organisation, rows)
        audit_told(board, [place for place, _ in rows.told])
        verdicts = _judge(connection, municipality, board)
    documents = sorted(freeze(catalogue, organisation).items())
    sources = [
        (one.id, one.file, one.sha256, one.format, one.rows, one.at, one.by, one.people_formula) for one in batches
    ]
    return _write(board_url, municipality, revision, documents, sources, rows, verdicts)


def _masked_board(catalogue: Catalogue, organisation: Organisation, rows: BoardRows) -> Board:
    """The board that the rows make, before it is written."""
    indicators = {name: one for name, one in catalogue.indicators.items() if one.on_board}
    series = make_series(indicators, organisation.ids, masks=rows.masks, cells=rows.cells, rest_groups=rows.rest_groups)
    return Board(
        stamp=Stamp(0, "", 0, ""),
        name="",
        invented=False,
        indicators=indicators,
        strategies=catalogue.strategies,
        organisation=organisation,
        batches={},
        breakdowns=series,
    )


def _judge(connection: Connection, municipality: str, board: Board) -> list[Row]:
    """The verdicts on the masked board, and baselines for plans that begin."""
    baselines = read_baselines(connection, municipality)
    fresh = new_baselines(board, baselines)
    add_baselines(connection, municipality, fresh)
    judged = judge_board(board, baselines | {key_of(one): one for one in fresh}, {})
    return [(*name, pack(one)) for name, one in judged.items()]


def is_behind(register: Register, board_url: str) -> bool:
    """Whether the register has changed since the board was published, for instance because a publish was killed."""
    with register.reading() as connection:
        revision = register.revision(connection)
    engine = open_store(board_url, "board")
    bring_up(engine, "board")
    with engine.begin() as connection:
        stamp = _stamp(connection, register.municipality)
    engine.dispose()
    return revision != (0 if stamp is None else stamp.register_revision)


def _write(
    url: str,
    municipality: str,
    revision: int,
    documents: Sequence[Row],
    sources: Sequence[Row],
    rows: BoardRows,
    verdicts: Sequence[Row],
) -> Stamp:
    tables: list[tuple[Any, Sequence[Row]]] = [
        (DOCUMENT, documents),
        (BATCH, sources),
        (MASK, rows.masks),
        (CELL, rows.cells),
        (REST_GROUP, rows.rest_groups),
        (VERDICT, verdicts),
    ]
    digest = _digest(tables)
    engine = open_store(url, "board")
    bring_up(engine, "board")
    try:
        with engine.begin() as connection:
            lock_writers(connection)
            old = _stamp(connection, municipality)
            if old is not None and _stands(old, revision, digest):
                return old
            for table, found in tables:
                merge_rows(connection, table, municipality, found)
            at = datetime.now(UTC).isoformat(timespec="seconds")
            stamp = Stamp((old.number if old else 0) + 1, at, revision, digest)
            connection.execute(delete(STAMP).where(STAMP.c.municipality == municipality))
            connection.execute(
                insert(STAMP).values(
                    municipality=municipality, number=stamp.number, at=at, register_revision=revision, digest=digest
                )
            )
            return stamp
    finally:
        engine.dispose()


def _stands(old: Stamp, revision: int, digest: str) -> bool:
    """Whether the board is as new already, or newer because another publish was faster."""
    return old.register_revision > revision or (old.register_revision == revision and old.digest == digest)


def _stamp(connection: Connection, municipality: str) -> Stamp | None:
    row = connection.execute(select(STAMP).where(STAMP.c.municipality == municipality)).first()
    return None if row is None else Stamp(*row[1:])


def _digest(tables: Sequence[tuple[Any, Sequence[Row]]]) -> str:
    total = sha256()
    for table, rows in tables:
        total.update(table.name.encode())
        for row in rows:
            total.update(repr(row).encode())
    return total.hexdigest()
