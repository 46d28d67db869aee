"""The fields that each kind of delivery knows, and the texts that fixed values are written with by default."""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["organisation", "sick_leave", "positions", "full_time", "movements", "turnover", "ten_factor", "figures"]
_THRESHOLD = re.compile(r"at_least_(?P<percent>[1-9]\d?\d?)(?P<municipality>_municipality)?\Z")


@dataclass(frozen=True, slots=True)
class Fields:
    """What a kind needs, and what it may have. `one_of`: at least one of these."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()


FIELDS: dict[Kind, Fields] = {
    "organisation": Fields(
        ("unit", "name"), ("parent", "valid_from", "valid_to", "service_area", "unit_type", "shift")
    ),
    "sick_leave": Fields(
        ("unit", "period", "lost_days", "agreed_days"),
        ("people", "self_certified", "doctor_certified", "short_term", "long_term"),
    ),
    "positions": Fields(("person", "unit", "percent", "employment", "date"), ("shift",)),
    "full_time": Fields(
        ("unit", "period", "people"),
        ("breakdown", "people_municipality"),
        ("at_least_100", "at_least_80", "percent_sum", "at_least_100_municipality", "at_least_80_municipality"),
    ),
    "movements": Fields(("row_kind", "unit", "period"), ("headcount", "reason")),
    "turnover": Fields(
        ("unit", "period", "headcount"),
        ("people",),
        ("external", "internal", "retirement", "expired_temporary"),
    ),
    "ten_factor": Fields(("unit", "period", "factor", "mean", "answers"), ("invited", "spread")),
    "figures": Fields(("indicator", "unit", "period", "numerator", "denominator"), ("people", "breakdown")),
}
"""`full_time` also takes `at_least_<N>` and `at_least_<N>_municipality` for any threshold N in per cent."""

DEFAULT_VALUES: dict[str, dict[str, tuple[str | int, ...]]] = {
    "shift": {"yes": ("ja", "j", "yes", "true", "1", "x"), "no": ("nei", "n", "no", "false", "0")},
    "breakdown": {"all": ("alle", "all"), "shift": ("turnus", "shift"), "total": ("total", "totalt")},
    "row_kind": {"coverage": ("dekning",), "leaver": ("avgang",)},
    "reason": {
        "external": ("ekstern",),
        "internal": ("intern",),
        "retirement": ("pensjon",),
        "expired_temporary": ("midlertidig utløpt",),
    },
    "employment": {
        "counted": ("fast", "midlertidig"),
        "left_out": ("vikar", "lærling", "timelønnet", "tilkalling", "pensjonist", "avlaster", "støttekontakt"),
    },
}


def threshold_field(field: str) -> tuple[int, bool] | None:
    """`at_least_75_municipality` as (75, True); None for a field that is no threshold."""
    found = _THRESHOLD.match(field)
    return None if found is None else (int(found["percent"]), found["municipality"] is not None)
