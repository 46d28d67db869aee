"""The journal's tables: what people do in Målbilde. In this version the job queue."""

from sqlalchemy import Column, Integer, MetaData, String, Table, Text

METADATA = MetaData()

JOB = Table(
    "job",
    METADATA,
    Column("municipality", String, primary_key=True),
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("kind", String, nullable=False),
    Column("file", String, nullable=False),
    Column("fingerprint", String, nullable=False),
    Column("state", String, nullable=False),
    Column("queued_at", String, nullable=False),
    Column("ended_at", String),
    Column("problems", Text),
)
"""`state` is queued, running, done or refused; `fingerprint` tells a changed file from one already tried."""
