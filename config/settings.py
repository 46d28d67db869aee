"""The home's settings.yaml."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Stores(BaseModel):
    """Where the three stores are. Empty: SQLite files in the home."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    register_url: str | None = None
    """Databaseadressen til registeret, for eksempel postgresql+psycopg://…"""
    board_url: str | None = None
    """Databaseadressen til tavla."""
    journal_url: str | None = None
    """Databaseadressen til journalen."""


class Settings(BaseModel):
    """What the municipality is called and which strategies it follows."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    municipality: str = Field(default="kommune", pattern=r"^[a-z0-9_-]{1,40}$")
    """Nøkkelen til kommunen, med små bokstaver. Endres aldri."""
    name: str = "Kommunen"
    """Navnet på kommunen."""
    language: Literal["nb"] = "nb"
    """Språket på skjermen."""
    strategies: tuple[str, ...] | None = None
    """Strategiene som følges, den viktigste først. Tom: alle i hjemmets egen mappe config/strategies."""
    own_staff: Literal["block", "defer"] = "block"
    """Ansatte direkte i en overordnet enhet når de er færre enn grensa: block skjuler en enhet til, defer teller dem
    først i den nærmeste enheten over der de er mange nok."""
    invented: bool = False
    """Sann når alle tall er oppdiktet. Da står det på hver side."""
    stores: Stores = Stores()
    """Hvor dataene lagres."""
