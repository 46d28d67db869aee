import csv
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from benchmarks import progress as benchmark
from metrics.indicators import Better
from metrics.progress import flows, noise, plans, rates
from metrics.progress.aims import Aims
from metrics.progress.codes import Direction, Level, Outlook, Why, number
from metrics.progress.groups import Groups
from metrics.progress.history import History
from metrics.progress.years import years
from metrics.strategy import Operator
from tests.metrics.progress import made

FILES = Path(__file__).parents[2] / "realdata" / "spc"
LOOKS = (12, 24, 36, 48, 60)
PRINTED = 0.5000001e-4
"""Half of the last printed decimal."""


def rows(name):
    with (FILES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def data():
    return benchmark.made()


@pytest.fixture(scope="module")
def judged(data):
    def judge(days, rule, ahead=np.nan):
        return rates.judge(data.history(days), data.groups, data.aims(ahead=ahead), Better.LOWER, rule)

    total = {ahead: judge(data.days, benchmark.TOTAL, ahead) for ahead in (12, 24)}
    return total, judge(data.short_days, benchmark.SHORT)


def close(found, expected, printed=PRINTED):
    """Each number within its last printed decimal, and none where none is printed."""
    there = np.array([cell != "" for cell in expected])
    wanted = np.array([float(cell) if cell else np.nan for cell in expected])
    assert (np.isfinite(found) == there).all()
    assert not there.any() or np.nanmax(np.abs(found - wanted)) <= printed


@pytest.mark.parametrize("month", LOOKS)
def test_the_reference_implementation_says_the_same_of_300_units(data, judged, month):
    total, short = judged
    expected = [row for row in rows("benchmark_expected.csv") if int(row["month"]) == month]
    assert tuple(row["unit_id"] for row in expected) == data.units
    names = {
        "figure": "rate12_pct",
        "previous": "rate12_prev_pct",
        "se": "se_change_pct",
        "z": "z_change",
        "theta": "est_level_pct",
        "s": "est_sd_pct",
        "P": "p_at_target",
        "p_reach": "p_reach_12",
    }
    for ours, theirs in names.items():
        close(getattr(total[12], ours)[:, month - 1], [row[theirs] for row in expected])
    close(total[24].p_reach[:, month - 1], [row["p_reach_24"] for row in expected])
    close(short.z[:, month - 1], [row["z_change_short"] for row in expected])
    assert benchmark._colour(total[12])[:, month - 1].tolist() == [int(row["level"]) for row in expected]
    assert benchmark._turn(total[12])[:, month - 1].tolist() == [int(row["change"] or 0) for row in expected]
    assert benchmark._turn(short)[:, month - 1].tolist() == [int(row["change_short"] or 0) for row in expected]


def test_the_side_is_decided_on_full_precision(data, judged):
    """u047 at month 48 rounds to its target and lies on the other side of it."""
    unit = data.units.index("u047")
    figure, limit = judged[0][12].figure[unit, 47], data.target[unit]
    row = next(r for r in rows("benchmark_expected.csv") if r["unit_id"] == "u047" and r["month"] == "48")
    assert round(figure, 1) == pytest.approx(limit)
    assert figure != limit
    assert benchmark._colour(judged[0][12])[unit, 47] == int(row["level"])


def test_phi_is_the_reference_phi(data):
    for row in rows("benchmark_phi.csv"):
        days, phi0 = (data.days, 50.0) if row["kind"] == "total" else (data.short_days, 10.0)
        found = noise.overdispersion(years(data.history(days)), data.groups, phi0)
        month = int(row["month"]) - 1
        assert found.level[month] == pytest.approx(float(row["phi_level"]), abs=5e-7)
        assert found.change[month] == pytest.approx(float(row["phi_change"]), abs=5e-7)


def test_months_are_added_before_they_are_divided():
    """Rolling twelve months of the published A&E series."""
    series = {}
    for row in rows("rolling12.csv"):
        series.setdefault(row["series_id"], []).append(row)
    for cells in series.values():
        y, n = (np.array([[float(cell[name]) for cell in cells]]) for name in ("numerator", "denominator"))
        found = rates.judge(History.natural(y, n), made.alone(), Aims.of([None], len(cells)), Better.LOWER)
        wanted = [cell["rolling12_pct"] for cell in cells]
        assert found.figure[0, 11:] == pytest.approx([float(cell) for cell in wanted[11:]], abs=5.1e-7)


def test_short_spells_have_little_memory_and_all_spells_have_much(data):
    assert flows.rules_speak(data.history(data.short_days), data.groups)
    assert not flows.rules_speak(data.history(data.days), data.groups)
    assert not flows.rules_speak(data.history(data.short_days, 23), data.groups)


def last(history, groups=None, limit=8, operator=Operator.AT_MOST, upper=None, better=Better.LOWER, **more):
    groups = groups or made.alone(len(history.months))
    found = rates.judge(history, groups, made.aims(history, limit, operator, upper), better, **more)
    return found, found.words(0, history.months.shape[1] - 1), found.reasons(0, history.months.shape[1] - 1)


@pytest.mark.parametrize(
    ("share", "operator", "on"),
    [
        (Fraction("5.96"), Operator.BELOW, True),
        (Fraction(6), Operator.BELOW, False),
        (Fraction(6), Operator.AT_MOST, True),
        (Fraction("6.000001"), Operator.AT_MOST, False),
        (Fraction("5.999999"), Operator.BELOW, True),
        (Fraction(6), Operator.AT_LEAST, True),
        (Fraction(6), Operator.ABOVE, False),
    ],
)
def test_six_is_not_lower_than_six(share, operator, on):
    denominator = np.full((1, 12), 10**11)
    there = np.ones((1, 12), np.int64)
    numerator = there * int(share * 10**9)
    none = np.zeros((1, 12), bool)
    history = History(numerator=numerator, denominator=denominator, months=there, hidden=none, breaks=none)
    _, (level, _, _), _ = last(history, limit=6, operator=operator)
    assert (level in {Level.ON_SECURE, Level.ON_UNSURE}) is on


@pytest.mark.parametrize(
    ("months", "level", "why"),
    [(9, Level.TOO_LITTLE, Why.FEW_MONTHS), (10, Level.OFF_CLEAR, Why.NOTHING)],
)
def test_ten_months_are_needed(months, level, why):
    found, words, reasons = last(made.steady(0.5, months))
    assert (words[0], reasons[0]) == (level, why)
    assert words[1] is Direction.TOO_LITTLE
    assert found.n_valid[0, -1] == months


def test_the_direction_needs_two_windows():
    early, late = (last(made.steady(0.05, months))[1][1] for months in (21, 22))
    assert (early, late) == (Direction.TOO_LITTLE, Direction.NONE)


def test_a_small_unit_has_too_little():
    _, words, reasons = last(made.steady(0.05, agreed=4.9 * 21))
    assert (words[0], reasons[0]) == (Level.TOO_LITTLE, Why.FEW_PEOPLE)
    assert last(made.steady(0.05, agreed=5.0 * 21))[1][0] is not Level.TOO_LITTLE


def test_impossible_months_are_no_months():
    y, n = np.full((1, 12), 30.0), np.full((1, 12), 420.0)
    y[0, :2], n[0, 2], y[0, 3] = 500.0, 0.0, -1.0
    found, words, _ = last(History.natural(y, n))
    assert found.n_valid[0, -1] == 8
    assert words[0] is Level.TOO_LITTLE


def test_no_absence_at_all_is_a_figure():
    found, (level, _, _), _ = last(made.steady(0.0), limit=0)
    assert found.figure[0, -1] == 0
    assert level in {Level.ON_SECURE, Level.ON_UNSURE}
    assert np.isfinite(found.P[0, -1])


def test_a_target_of_a_hundred_is_allowed():
    assert last(made.steady(0.5), limit=100)[1][0] is Level.ON_SECURE


def test_without_a_target_there_is_still_a_direction():
    history = made.steady(0.05)
    found = rates.judge(history, made.alone(), Aims.of([None], 36), Better.LOWER)
    assert found.words(0, 35) == (Level.NO_TARGET, Direction.NONE, Outlook.NONE)


def moved(before, after, months=12, **more):
    y = np.concatenate([np.full(36 - months, before), np.full(months, after)])[None, :] * 42000.0
    return last(History.natural(y, np.full((1, 36), 42000.0)), **more)[1][1]


@pytest.mark.parametrize(
    ("better", "up", "down"),
    [
        (Better.LOWER, Direction.WORSE, Direction.BETTER),
        (Better.HIGHER, Direction.BETTER, Direction.WORSE),
        (Better.NEITHER, Direction.CHANGED, Direction.CHANGED),
    ],
)
def test_which_way_is_better(better, up, down):
    assert (moved(0.05, 0.15, better=better), moved(0.15, 0.05, better=better)) == (up, down)
    assert moved(0.1, 0.1, better=better) is Direction.NONE


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        (0.30, 0.20, Direction.BETTER),
        (0.30, 0.10, Direction.BETTER),
        (0.08, 0.30, Direction.WORSE),
        (0.01, 0.08, Direction.BETTER),
        (0.02, 0.18, Direction.WORSE),
        (0.07, 0.11, Direction.CHANGED),
    ],
)
def test_a_band_is_come_nearer_to_or_left(before, after, word):
    more = {"better": Better.BAND, "limit": 6, "operator": Operator.BETWEEN, "upper": 12, "rule": rates.Rule(phi0=1.0)}
    assert moved(before, after, **more) is word


@pytest.mark.parametrize(
    ("share", "level"), [(0.09, "on_secure"), (0.12, "on_unsure"), (0.121, "off_unsure"), (0.5, "off_clear")]
)
def test_a_band_has_two_sides(share, level):
    history = made.steady(share, agreed=200 * 21.0)
    assert last(history, limit=6, operator=Operator.BETWEEN, upper=12, better=Better.BAND)[1][0] == level


def masked(history, months, unit=0):
    hidden = history.hidden.copy()
    hidden[unit, months] = True
    return replace(history.keep(~hidden), hidden=hidden)


def test_what_the_mask_removes_is_hidden_never_judged():
    two = made.steady(0.05, units=2)
    few = masked(two, slice(33, 36))
    found, words, _ = last(few)
    assert words == (Level.HIDDEN, Direction.TOO_LITTLE, Outlook.NONE)
    assert np.isnan(found.figure[0, -1])
    assert last(masked(two, slice(34, 36)))[1][0] is not Level.HIDDEN


def test_hidden_values_move_nothing():
    """The same verdicts whatever stands in a hidden cell."""
    history, groups = made.rates(5)
    history = masked(history, slice(0, 30), unit=2)
    other = replace(history, numerator=np.where(history.hidden, 10**9, history.numerator))
    found = [rates.judge(h, groups, made.aims(h), Better.LOWER) for h in (history, other)]
    for name in ("level", "direction", "figure", "P", "phi", "theta"):
        np.testing.assert_array_equal(getattr(found[0], name), getattr(found[1], name))


@pytest.mark.parametrize(
    ("gone", "level", "why", "from_month"),
    [
        (3, "on_secure", Why.NOTHING, 32),
        (4, "too_little", Why.NOT_UPDATED, 31),
        (12, "missing", Why.NOTHING, 23),
    ],
)
def test_a_verdict_stands_for_three_months(gone, level, why, from_month):
    history = made.steady(0.01, units=2, agreed=200 * 21.0)
    keep = np.ones((2, 36), bool)
    keep[0, 36 - gone :] = False
    found, words, reasons = last(history.keep(keep))
    assert (words[0], reasons[0], found.judged[0, -1]) == (level, why, from_month)


def test_the_newest_month_is_judged_one_month_earlier():
    history, groups = made.rates(3, gaps=0)
    aims = made.aims(history)
    whole = rates.judge(history, groups, aims, Better.LOWER)
    found = rates.judge(history, groups, aims, Better.LOWER, provisional=1)
    assert (found.judged[:, -1] == 38).all()
    np.testing.assert_array_equal(found.level[:, -1], whole.level[:, -2])
    np.testing.assert_array_equal(found.level[:, :-1], whole.level[:, :-1])


def test_no_window_crosses_a_break():
    history = made.steady(0.05, 48)
    history = replace(history, numerator=np.where(np.arange(48) < 24, history.numerator * 4, history.numerator))
    breaks = history.breaks.copy()
    breaks[0, 24] = True
    found = rates.judge(replace(history, breaks=breaks), made.alone(), made.aims(history), Better.LOWER)
    words = [found.words(0, t) for t in range(48)]
    assert words[23][0] is Level.OFF_CLEAR
    assert [word[0] for word in words[24:33]] == [Level.TOO_LITTLE] * 9
    assert found.reasons(0, 30) == (Why.NEW_BREAK, Why.NEW_BREAK)
    assert found.figure[0, 33] == pytest.approx(5)
    assert [word[1] for word in words[33:45]] == [Direction.TOO_LITTLE] * 12
    assert words[45][1] is Direction.NONE
    assert found.theta[0, -1] == pytest.approx(5)


def test_four_quarters_are_twelve_months():
    history = made.steady(0.05, 36)
    ends = (np.arange(36) % 3 == 2)[None, :]
    quarters = replace(
        history,
        numerator=np.where(ends, history.numerator * 3, 0),
        denominator=np.where(ends, history.denominator * 3, 0),
        months=np.where(ends, 3, 0),
    )
    by_month, by_quarter = last(history)[0], last(quarters)[0]
    for name in ("figure", "level", "direction", "P", "z", "n_valid", "s"):
        np.testing.assert_array_equal(getattr(by_month, name)[:, 11::3], getattr(by_quarter, name)[:, 11::3])
    np.testing.assert_array_equal(by_quarter.level[:, 13], by_quarter.level[:, 11])


def test_a_group_of_two_is_drawn_to_the_municipality_and_one_unit_to_nothing():
    history, _ = made.rates(11, units=6, months=12, gaps=0)
    aims = made.aims(history)
    pairs = Groups.lowest(np.array([0, 0, 1, 1, 1, 1]))
    found = rates.judge(history, pairs, aims, Better.LOWER)
    together = rates.judge(history, pairs.municipality, aims, Better.LOWER)
    np.testing.assert_allclose(found.theta[:2, -1], together.theta[:2, -1])
    assert not np.isclose(found.theta[2:, -1], together.theta[2:, -1]).any()
    single, _, _ = last(made.steady(0.07))
    assert single.theta[0, -1] == pytest.approx(7)
    assert single.phi[0, -1] == pytest.approx(50, rel=0.1)


def test_an_area_stands_on_its_own_figures_and_is_no_member():
    history, _ = made.rates(12, units=6, gaps=0)
    with_area = History.natural(
        np.vstack([history.numerator, history.numerator.sum(axis=0)]) / 1e6,
        np.vstack([history.denominator, history.denominator.sum(axis=0)]) / 1e6,
    )
    below = np.array([True] * 6 + [False])
    groups = Groups(group=np.zeros(7, np.int64), member=below, shrunk=below)
    found = rates.judge(with_area, groups, made.aims(with_area), Better.LOWER)
    lone = rates.judge(history, Groups.lowest(np.zeros(6, np.int64)), made.aims(history), Better.LOWER)
    np.testing.assert_allclose(found.theta[:6], lone.theta, rtol=1e-12)
    weights = np.array([0.25, 0.5, 1.0]) if found.words(6, 35)[1] is Direction.NONE else np.array([0, 0, 1.0])
    y, n = (
        (sums[6, :36].reshape(3, 12).sum(axis=1) * weights).sum()
        for sums in (with_area.numerator, with_area.denominator)
    )
    assert found.theta[6, 35] == pytest.approx(100 * y / n)


def test_on_the_way_is_on_schedule_and_has_no_outlook():
    history = made.steady(0.081, 36, agreed=200 * 21.0)
    plan = plans.Plan(points=((47, 6.0),), start=11, baseline=10.0)
    aims = plans.aims([made.target(6)], [plan], 36)
    found = rates.judge(history, made.alone(), aims, Better.LOWER)
    words = [found.words(0, t) for t in range(36)]
    assert aims.milestone[0, 29] == pytest.approx(8.0)
    assert (words[23][0], words[23][2]) == (Level.ON_TRACK, Outlook.NONE)
    assert (words[35][0], words[35][2]) == (Level.OFF_CLEAR, Outlook.UNLIKELY)
    assert found.p_plan[0, 35] > found.P[0, 35]


@pytest.mark.parametrize(
    ("ahead", "months", "share", "word"),
    [
        (5, 36, 0.01, Outlook.NONE),
        (6, 36, 0.01, Outlook.LIKELY),
        (36, 36, 0.01, Outlook.LIKELY),
        (37, 36, 0.01, Outlook.NONE),
        (12, 23, 0.01, Outlook.NONE),
        (12, 36, 0.2, Outlook.UNLIKELY),
        (12, 36, 0.08, Outlook.OPEN),
    ],
)
def test_the_outlook_looks_six_to_thirty_six_months_ahead(ahead, months, share, word):
    history = made.steady(share, months, agreed=200 * 21.0)
    full = np.full((1, months), 8.0)
    aims = replace(made.aims(history), next_limit=full, months_left=np.full((1, months), float(ahead)))
    assert rates.judge(history, made.alone(), aims, Better.LOWER).words(0, months - 1)[2] is word


def test_codes_are_those_of_the_specification():
    assert [number(level) for level in Level] == list(range(9))
    assert made.target(Decimal(6)).limit == 6
