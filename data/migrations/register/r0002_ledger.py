"""The mask ledger, and the log of unmasked figures."""

import sqlalchemy as sa
from alembic import op

revision = "r0002"
down_revision = "r0001"


def upgrade() -> None:
    """Create both. Homes from before the ledger start theirs at the next publish."""
    op.create_table(
        "ledger",
        sa.Column("municipality", sa.String, primary_key=True),
        sa.Column("indicator", sa.String, primary_key=True),
        sa.Column("breakdown", sa.String, primary_key=True),
        sa.Column("start", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("months", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("publish", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("policy", sa.String, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "disclosure",
        sa.Column("municipality", sa.String, primary_key=True),
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("by", sa.String, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("indicator", sa.String, nullable=False),
        sa.Column("unit", sa.String, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("months", sa.Integer, nullable=False),
    )


def downgrade() -> None:
    """Drop them again."""
    op.drop_table("disclosure")
    op.drop_table("ledger")
