"""The register's tables: what was delivered, with its history. The municipality comes first in every key."""

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, MetaData, String, Table, Text

METADATA = MetaData()

BATCH = Table(
    "batch",
    METADATA,
    Column("municipality", String, primary_key=True),
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("at", String, nullable=False),
    Column("by", String, nullable=False),
    Column("file", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("format", String, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("new", Integer, nullable=False),
    Column("revised", Integer, nullable=False),
    Column("unchanged", Integer, nullable=False),
    Column("people_formula", String),
)

UNIT_VERSION = Table(
    "unit_version",
    METADATA,
    Column("municipality", String, primary_key=True),
    Column("unit", String, primary_key=True),
    Column("valid_from", String, primary_key=True),
    Column("batch", Integer, primary_key=True, autoincrement=False),
    Column("valid_to", String),
    Column("name", String, nullable=False),
    Column("parent", String),
    Column("service_area", String),
    Column("unit_type", String),
    Column("shift", Boolean),
)
"""Every version of every unit as each batch told it; the newest batch holds. `valid_from` is '' for always."""

OBSERVATION = Table(
    "observation",
    METADATA,
    Column("municipality", String, primary_key=True),
    Column("indicator", String, primary_key=True),
    Column("breakdown", String, primary_key=True),
    Column("start", Integer, primary_key=True, autoincrement=False),
    Column("months", Integer, primary_key=True, autoincrement=False),
    Column("unit", String, primary_key=True),
    Column("batch", Integer, primary_key=True, autoincrement=False),
    Column("numerator", BigInteger, nullable=False),
    Column("denominator", BigInteger, nullable=False),
    Column("people", Integer),
    Column("measured", String, nullable=False),
    Column("includes_children", Boolean, nullable=False),
    Column("row", Integer, nullable=False),
)
"""Every value of every cell as each batch told it; the newest batch holds. Amounts are scaled whole numbers."""

Index("observation_batch", OBSERVATION.c.municipality, OBSERVATION.c.batch)

LEDGER = Table(
    "ledger",
    METADATA,
    Column("municipality", String, primary_key=True),
    Column("indicator", String, primary_key=True),
    Column("breakdown", String, primary_key=True),
    Column("start", Integer, primary_key=True, autoincrement=False),
    Column("months", Integer, primary_key=True, autoincrement=False),
    Column("publish", Integer, primary_key=True, autoincrement=False),
    Column("policy", String, nullable=False),
    Column("body", Text, nullable=False),
)
"""What each publish told of each base period (`data.ledger.Told` by unit, as JSON). Rows are only ever added."""

DISCLOSURE = Table(
    "disclosure",
    METADATA,
    Column("municipality", String, primary_key=True),
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("at", String, nullable=False),
    Column("by", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("indicator", String, nullable=False),
    Column("unit", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("months", Integer, nullable=False),
)
"""Who has taken out an unmasked figure, when and why. Rows are only ever added, and hold no figure."""

BASELINE = Table(
    "baseline",
    METADATA,
    Column("municipality", String, primary_key=True),
    Column("strategy", String, primary_key=True),
    Column("indicator", String, primary_key=True),
    Column("breakdown", String, primary_key=True),
    Column("scope", String, primary_key=True),
    Column("unit", String, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("numerator", BigInteger, nullable=False),
    Column("denominator", BigInteger, nullable=False),
)
"""Where a unit stood when a plan began: written once, from what was shown."""
