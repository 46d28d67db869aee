"""The journal's first table: the job queue."""

import sqlalchemy as sa
from alembic import op

revision = "j0001"
down_revision = None


def upgrade() -> None:
    """Create the job queue."""
    op.create_table(
        "job",
        sa.Column("municipality", sa.String, primary_key=True),
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("file", sa.String, nullable=False),
        sa.Column("fingerprint", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("queued_at", sa.String, nullable=False),
        sa.Column("ended_at", sa.String),
        sa.Column("problems", sa.Text),
    )


def downgrade() -> None:
    """Drop it again."""
    op.drop_table("job")
