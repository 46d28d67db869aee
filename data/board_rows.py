"""What a publish writes: rows for the board's tables, made from the register's values and the catalogue alone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from config.catalogue import Catalogue
from data.masks import policy_of, version_of, weights_of
from data.own_amounts import TreeColumns, columns_by_tree
from data.register import Kept
from metrics.figures import Cell
from metrics.indicators import Indicator
from metrics.observations import Key
from metrics.periods import Period
from metrics.protect import Protected, protect
from metrics.units import Organisation

Row = tuple[Any, ...]


@dataclass(slots=True)
class BoardRows:
    """Rows without the municipality, in the column order of `data.board_tables`."""

    masks: list[Row] = field(default_factory=list)
    cells: list[Row] = field(default_factory=list)
    rest_groups: list[Row] = field(default_factory=list)


Forced = dict[Period, set[str]]
"""For each base period the units that are hidden."""


def make_rows(catalogue: Catalogue, organisation: Organisation, current: Mapping[Key, Kept]) -> BoardRows:
    """Mask every published indicator and lay out its rows. Raises UnsafeMaskError; then nothing may be shown."""
    values: dict[tuple[str, str], list[Kept]] = defaultdict(list)
    for key, kept in current.items():
        values[key.indicator, key.breakdown].append(kept)
    rows = BoardRows()
    hidden: dict[str, Forced] = defaultdict(lambda: defaultdict(set))
    for indicator in _outer_first(catalogue.indicators.values()):
        found = values.get((indicator.id, indicator.breakdown), [])
        forced: Forced = hidden[indicator.privacy.within] if indicator.privacy.within else {}
        for period, units in _add_series(rows, indicator, organisation, found, forced).items():
            hidden[indicator.privacy.family][period] |= units
    return rows


def _outer_first(indicators: Iterable[Indicator]) -> list[Indicator]:
    """Published indicators in a fixed order, those that are part of another family after it."""
    published = [one for one in indicators if one.on_board]
    within = {one.privacy.family: one.privacy.within for one in published}

    def depth(indicator: Indicator) -> int:
        steps, family = 0, indicator.privacy.within
        while family is not None and steps < len(within):
            steps, family = steps + 1, within.get(family)
        return steps

    return sorted(published, key=lambda one: (depth(one), one.id))


def _add_series(
    rows: BoardRows, indicator: Indicator, organisation: Organisation, values: list[Kept], forced: Forced
) -> Forced:
    hidden: Forced = {}
    groups = columns_by_tree(indicator, organisation, values)
    weights = weights_of(groups)
    for group in groups:
        barred = np.array([[unit in forced.get(p, ()) for p in group.periods] for unit in group.tree.ids], dtype=bool)
        made = protect(group.own, group.tree.parent, indicator.privacy.threshold, weights[group.periods[0]], barred)
        for column, period in enumerate(group.periods):
            hidden[period] = {group.tree.ids[i] for i in np.flatnonzero(made.hidden[:, column])}
            _add_period(rows, indicator, group, made, column)
    return hidden


def _add_period(rows: BoardRows, indicator: Indicator, group: TreeColumns, made: Protected, column: int) -> None:
    period, ids = group.periods[column], group.tree.ids
    place = (indicator.id, indicator.breakdown, period.start, int(period.months))
    policy = policy_of(indicator)
    shown = made.cells[:, column] == Cell.SHOWN
    version = version_of(policy, period, [ids[i] for i in np.flatnonzero(shown)])
    rows.masks.append((*place, policy, version))
    behind = group.batches(column)
    for i, unit in enumerate(ids):
        amounts: Row = (None, None, None, None)
        if shown[i]:
            sums = (made.numerator[i, column], made.denominator[i, column], made.people[i, column])
            amounts = (*(int(amount) for amount in sums), " ".join(map(str, behind[i])))
        rows.cells.append((*place, unit, int(made.cells[i, column]), *amounts))
    for rest in made.rest[column]:
        members = "\n".join(ids[i] for i in rest.block.members)
        top = (ids[rest.block.top], members, rest.block.own_staff)
        rows.rest_groups.append((*place, *top, rest.numerator, rest.denominator, rest.people))
