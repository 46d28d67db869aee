"""The mask ledger."""

import sqlalchemy as sa
from alembic import op

revision = "r0002"
down_revision = "r0001"


def upgrade() -> None:
    """Create the ledger. Homes from before it start theirs at the next publish."""
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


def downgrade() -> None:
    """Drop it again."""
    op.drop_table("ledger")
