"""The register's first tables."""

import sqlalchemy as sa
from alembic import op

revision = "r0001"
down_revision = None


def upgrade() -> None:
    """Create batches, versions of units and observations."""
    op.create_table(
        "batch",
        sa.Column("municipality", sa.String, primary_key=True),
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("file", sa.String, nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("format", sa.String, nullable=False),
        sa.Column("rows", sa.Integer, nullable=False),
        sa.Column("new", sa.Integer, nullable=False),
        sa.Column("revised", sa.Integer, nullable=False),
        sa.Column("unchanged", sa.Integer, nullable=False),
        sa.Column("people_formula", sa.String),
    )
    op.create_table(
        "unit_version",
        sa.Column("municipality", sa.String, primary_key=True),
        sa.Column("unit", sa.String, primary_key=True),
        sa.Column("valid_from", sa.String, primary_key=True),
        sa.Column("batch", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("valid_to", sa.String),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("parent", sa.String),
        sa.Column("service_area", sa.String),
        sa.Column("unit_type", sa.String),
        sa.Column("shift", sa.Boolean),
    )
    op.create_table(
        "observation",
        sa.Column("municipality", sa.String, primary_key=True),
        sa.Column("indicator", sa.String, primary_key=True),
        sa.Column("breakdown", sa.String, primary_key=True),
        sa.Column("start", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("months", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("unit", sa.String, primary_key=True),
        sa.Column("batch", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("numerator", sa.BigInteger, nullable=False),
        sa.Column("denominator", sa.BigInteger, nullable=False),
        sa.Column("people", sa.Integer),
        sa.Column("measured", sa.String, nullable=False),
        sa.Column("includes_children", sa.Boolean, nullable=False),
        sa.Column("row", sa.Integer, nullable=False),
    )
    op.create_index("observation_batch", "observation", ["municipality", "batch"])


def downgrade() -> None:
    """Drop them again."""
    for table in ("observation", "unit_version", "batch"):
        op.drop_table(table)
