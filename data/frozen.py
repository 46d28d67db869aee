"""The catalogue and the organisation as JSON on the board, so that a board explains itself."""

import json
from dataclasses import asdict
from datetime import date
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from config.catalogue import Catalogue
from metrics.indicators import Indicator
from metrics.strategy import Strategy
from metrics.units import Organisation, Unit


@cache
def _indicators() -> TypeAdapter[tuple[Indicator, ...]]:
    return TypeAdapter(tuple[Indicator, ...])


@cache
def _strategies() -> TypeAdapter[tuple[Strategy, ...]]:
    return TypeAdapter(tuple[Strategy, ...])


def freeze(catalogue: Catalogue, organisation: Organisation) -> dict[str, str]:
    """The documents of a board by name: settings, indicators, strategies, organisation."""
    settings = {"name": catalogue.settings.name, "invented": catalogue.settings.invented}
    published = tuple(one for one in catalogue.indicators.values() if one.on_board)
    return {
        "settings": json.dumps(settings, ensure_ascii=False),
        "indicators": _indicators().dump_json(published).decode(),
        "strategies": _strategies().dump_json(catalogue.strategies).decode(),
        "organisation": json.dumps([_unit(unit) for unit in organisation.units], ensure_ascii=False),
    }


def thaw_indicators(body: str) -> dict[str, Indicator]:
    """The published indicators by id, in the order of the catalogue."""
    return {one.id: one for one in _indicators().validate_json(body)}


def thaw_strategies(body: str) -> tuple[Strategy, ...]:
    """The strategies that are followed."""
    return _strategies().validate_json(body)


def thaw_organisation(body: str) -> Organisation:
    """Every version of every unit."""
    return Organisation(tuple(_read_unit(unit) for unit in json.loads(body)))


def _unit(unit: Unit) -> dict[str, Any]:
    values = asdict(unit)
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


def _read_unit(values: dict[str, Any]) -> Unit:
    days = {name: date.fromisoformat(values[name]) for name in ("valid_from", "valid_to") if values[name]}
    return Unit(**{**values, **days})
