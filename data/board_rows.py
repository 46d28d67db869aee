"""What a publish writes: rows for the board's tables and the ledger, from register, ledger and catalogue alone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from config.catalogue import Catalogue
from data.ledger import Ledger, Place, Remembered, Told
from data.masks import Masked, MaskSeries, policy_of, version_of
from data.moments import by_series, moments
from data.register import Kept
from metrics.figures import Cell
from metrics.indicators import Indicator
from metrics.observations import Key
from metrics.periods import Period
from metrics.protect import rest_sums
from metrics.units import Organisation

Row = tuple[Any, ...]
Hidden = dict[tuple[str, Period], set[str]]
"""For each breakdown and base period the units that are hidden or wait for a correction."""


@dataclass(slots=True)
class BoardRows:
    """Rows without the municipality, in the column order of `data.board_tables`, and what is new for the ledger."""

    masks: list[Row] = field(default_factory=list)
    cells: list[Row] = field(default_factory=list)
    rest_groups: list[Row] = field(default_factory=list)
    told: list[tuple[Place, Remembered]] = field(default_factory=list)


def make_rows(
    catalogue: Catalogue,
    organisation: Organisation,
    current: Mapping[Key, Kept],
    ledger: Ledger,
) -> BoardRows:
    """Mask every published indicator and lay out its rows. Raises UnsafeMaskError; then nothing may be shown."""
    values = by_series(current)
    rows, solved = BoardRows(), dict[bytes, np.ndarray]()
    hidden: dict[str, Hidden] = defaultdict(lambda: defaultdict(set))
    published = _outer_first(catalogue.indicators.values())
    defer = catalogue.settings.own_staff == "defer"
    ready = {one.id: {m.period: m for m in moments(one, organisation, values, defer=defer)} for one in published}
    for indicator in published:
        forced: Hidden = hidden[indicator.privacy.within] if indicator.privacy.within else {}
        family = [ready[one.id] for one in published if one.privacy.family == indicator.privacy.family]
        for masked in MaskSeries(indicator, ledger, forced, solved, family).run(ready[indicator.id].values()):
            for part, name in enumerate(indicator.breakdowns):
                units = _add_period(rows, masked, part, name)
                hidden[indicator.privacy.family][name, masked.moment.period] |= units
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


def _add_period(rows: BoardRows, masked: Masked, part: int, name: str) -> set[str]:
    moment, indicator = masked.moment, masked.moment.indicator
    ids, n = moment.tree.ids, len(moment.tree.ids)
    place = (indicator.id, name, moment.period.start, int(moment.period.months))
    hidden, pending = (cells[part * n :][:n] for cells in (masked.revised.hidden, masked.revised.pending))
    told = {unit: _told(masked, part, i, bool(hidden[i]), bool(pending[i])) for i, unit in enumerate(ids)}
    policy = policy_of(indicator)
    shown = [unit for unit in ids if told[unit].state == Cell.SHOWN]
    rows.masks.append((*place, policy, version_of(policy, moment.period, shown)))
    for i, (unit, one) in enumerate(told.items()):
        amounts = (one.numerator, one.denominator, one.people, one.batches)
        rows.cells.append((*place, unit, one.state, *amounts, bool(pending[i])))
    if not pending.any():
        for rest in rest_sums(moment.totals[part], moment.own[part], hidden):
            members = "\n".join(ids[i] for i in rest.block.members)
            top = (ids[rest.block.top], members, rest.block.own_staff)
            rows.rest_groups.append((*place, *top, rest.numerator, rest.denominator, rest.people))
    before = masked.earlier[part].newest
    if any(before.get(unit) != one for unit, one in told.items()):
        rows.told.append(((indicator.id, name, moment.period), told))
    return {unit for i, unit in enumerate(ids) if hidden[i] or pending[i]}


def _told(masked: Masked, part: int, i: int, hidden: bool, pending: bool) -> Told:
    moment = masked.moment
    totals, unit = moment.totals[part], moment.tree.ids[i]
    before = masked.earlier[part].newest.get(unit)
    above = int(moment.tree.parent[i])
    parent = moment.tree.ids[above] if above >= 0 else None
    own = int(totals.pieces[i])
    if before is not None:
        parent, own = before.parent, own if masked.revised.told else before.own
    if pending and before is not None:
        return replace(before, own=own, waits=True)
    if hidden:
        return Told(int(totals.cells[i]), own, parent)
    sums = (int(totals.numerator[i]), int(totals.denominator[i]), int(totals.known[i]))
    return Told(int(Cell.SHOWN), own, parent, False, *sums, moment.batches[part][i])
