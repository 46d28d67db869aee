"""The board's tables: what may be seen, and nothing else. The municipality comes first in every key."""

from sqlalchemy import BigInteger, Boolean, Column, Integer, LargeBinary, MetaData, String, Table, Text

METADATA = MetaData()

STAMP = Table(
    "stamp",
    METADATA,
    Column("municipality", String, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("at", String, nullable=False),
    Column("register_revision", Integer, nullable=False),
    Column("digest", String, nullable=False),
)
"""One row, written last in the publish's only transaction."""

DOCUMENT = Table(
    "document",
    METADATA,
    Column("municipality", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("body", Text, nullable=False),
)
"""The catalogue that the figures were made from, frozen, and the organisation, as JSON."""

BATCH = Table(
    "batch",
    METADATA,
    Column("municipality", String, primary_key=True),
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("file", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("format", String, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("at", String, nullable=False),
    Column("by", String, nullable=False),
    Column("people_formula", String),
)

MASK = Table(
    "mask",
    METADATA,
    Column("municipality", String, primary_key=True),
    Column("indicator", String, primary_key=True),
    Column("breakdown", String, primary_key=True),
    Column("start", Integer, primary_key=True, autoincrement=False),
    Column("months", Integer, primary_key=True, autoincrement=False),
    Column("policy", String, nullable=False),
    Column("version", String, nullable=False),
)
"""One row for each base period of each series: the axis, and which mask holds."""

CELL = Table(
    "cell",
    METADATA,
    Column("municipality", String, primary_key=True),
    Column("indicator", String, primary_key=True),
    Column("breakdown", String, primary_key=True),
    Column("start", Integer, primary_key=True, autoincrement=False),
    Column("months", Integer, primary_key=True, autoincrement=False),
    Column("unit", String, primary_key=True),
    Column("state", Integer, nullable=False),
    Column("numerator", BigInteger),
    Column("denominator", BigInteger),
    Column("people", Integer),
    Column("batches", String),
    Column("pending", Boolean, nullable=False),
)
"""`metrics.figures.Cell` states; amounts only where the state is SHOWN. Pending: an earlier figure still stands."""

REST_GROUP = Table(
    "rest_group",
    METADATA,
    Column("municipality", String, primary_key=True),
    Column("indicator", String, primary_key=True),
    Column("breakdown", String, primary_key=True),
    Column("start", Integer, primary_key=True, autoincrement=False),
    Column("months", Integer, primary_key=True, autoincrement=False),
    Column("top", String, primary_key=True),
    Column("members", Text, nullable=False),
    Column("own_staff", Boolean, nullable=False),
    Column("numerator", BigInteger, nullable=False),
    Column("denominator", BigInteger, nullable=False),
    Column("people", Integer, nullable=False),
)

VERDICT = Table(
    "verdict",
    METADATA,
    Column("municipality", String, primary_key=True),
    Column("indicator", String, primary_key=True),
    Column("breakdown", String, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)
"""The verdicts of a series, for every unit and month (`data.verdict_body`)."""
