"""Everything that has been decided, as one immutable value."""

from dataclasses import dataclass, field

from config.formats import Format
from config.settings import Settings
from metrics.indicators import Indicator
from metrics.strategy import Strategy


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Settings, indicators and formats by id, and strategies in the order they are followed."""

    settings: Settings
    indicators: dict[str, Indicator] = field(default_factory=dict)
    strategies: tuple[Strategy, ...] = ()
    """The strategies that the municipality follows (`Settings.strategies`)."""
    formats: dict[str, Format] = field(default_factory=dict)
