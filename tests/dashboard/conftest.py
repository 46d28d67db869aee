"""A small invented municipality on a board of its own: two service areas, tiny units, a hidden and a silent one."""

from datetime import date
from decimal import Decimal

import pytest

from config.catalogue import Catalogue
from config.loader import load
from config.settings import Settings
from data.board import current
from data.publish import publish
from data.register import Batch, Kept, Register
from metrics.amounts import to_scaled
from metrics.observations import Key, Observation
from metrics.periods import Period
from metrics.strategy import Goal, Link, Milestone, Operator, Scope, Strategy, SubGoal, Target
from metrics.units import Unit

LAST = Period.month(2026, 10)
STAFF = {"H1": 46, "H2": 21, "H3": 3, "H4": 4, "O1": 18, "O2": 30, "O3": 12}
LEVEL = {"H1": 8, "H2": 10, "H3": 5, "H4": 6, "O1": 5, "O2": 7, "O3": 4}


def _units():
    top = Unit(id="1000", name="Eksempelkommune", unit_type="kommune")
    areas = [("H", "Helse & velferd"), ("O", "Oppvekst")]
    names = ("Hjemmetjenesten sør", "Øya sykehjem", "Dagsenteret", "Åsen omsorg")
    school = ("Fjellet barnehage", "Bukta skole", "Kulturskolen <b>")
    return [
        top,
        *(Unit(id=key, name=name, parent="1000", service_area=key) for key, name in areas),
        *(
            Unit(id=f"H{i}", name=name, parent="H", service_area="H", unit_type="omsorg", shift=True)
            for i, name in enumerate(names, 1)
        ),
        *(
            Unit(id=f"O{i}", name=name, parent="O", service_area="O", unit_type="skole", shift=False)
            for i, name in enumerate(school, 1)
        ),
    ]


def _put(indicator, unit, period, numerator, denominator, people, breakdown="total"):
    key = Key(indicator, breakdown, unit, period)
    return Observation(key, to_scaled(numerator), to_scaled(denominator), people)


def _observations(factors):
    months = [Period(LAST.start - i, 1) for i in range(40, -1, -1)]
    for unit, staff in STAFF.items():
        for i, month in enumerate(months):
            if unit == "O3" and i > 32:
                continue
            agreed, swing = staff * 20, (i * 7 + len(unit) * 3 + staff) % 5
            lost = Decimal(agreed) * (LEVEL[unit] * 10 + swing * 8 - i // 3) / 1000
            yield _put("sick_leave", unit, month, lost, agreed, staff)
            yield _put("turnover", unit, month, 1 if (i + staff) % 9 == 0 else 0, staff, staff)
        if unit.startswith("H"):
            for month in months[::4]:
                yield _put("full_time_share", unit, month, staff * 2 // 5, staff, staff, "shift")
    for factor in factors:
        for unit, answers in (("1000", 100), ("H", 60), ("H1", 38), ("H2", 4)):
            mean = Decimal("4.1") - Decimal(len(unit)) / 10
            yield _put(factor, unit, Period.year_of(2026), mean * answers, answers, answers)


def _strategy():
    end = date(2034, 12, 31)
    sick = Target(
        indicator="sick_leave",
        operator=Operator.BELOW,
        limit=Decimal(6),
        due=end,
        due_is_strategy_end=True,
        place="Mål 1",
        milestones=(
            Milestone(due=date(2026, 12, 31), limit=Decimal("7.5")),
            Milestone(due=date(2030, 12, 31), limit=Decimal("6.5")),
        ),
    )
    for_health = Target(indicator="sick_leave", operator=Operator.AT_MOST, limit=Decimal("7.5"), scope=Scope(unit="H"))
    full_time = Target(indicator="full_time_share", operator=Operator.AT_LEAST, limit=Decimal(50), due=end)
    age = Target(indicator="retirement_age", operator=Operator.INCREASE, place="Mål 1")
    return Strategy(
        id="eksempel",
        title="Folk først 2022–2034",
        owner="Eksempelkommune",
        source="Oppdiktet",
        invented=True,
        valid_from=date(2022, 1, 1),
        valid_to=end,
        vision="Sammen",
        values=("modig", "rask"),
        goals=(
            Goal(
                id="1",
                title="Øke arbeidsdeltakelsen",
                place="Kapittel 3",
                sub_goals=(
                    SubGoal(id="1.1", title="Lavere sykefravær", targets=(sick, for_health)),
                    SubGoal(id="1.2", title="Flere på heltid", targets=(full_time, age)),
                    SubGoal(id="1.3", title="Noe ingen måler"),
                ),
                municipality_shall=("lage hele stillinger",),
                leaders_shall=("snakke om fravær",),
            ),
            Goal(
                id="2",
                title="Gode arbeidsfellesskap",
                links=(
                    Link(indicator="ten_factor_role_clarity", evidence="partial", why="Rolleklarhet er én del."),
                    Link(indicator="turnover", evidence="weak", why="Folk slutter av mange grunner."),
                ),
            ),
            Goal(id="3", title="Et mål uten tall"),
        ),
    )


@pytest.fixture(scope="session")
def small_url(tmp_path_factory):
    """The address of a published board."""
    place = tmp_path_factory.mktemp("small")
    found = load(None).value
    settings = Settings(municipality="eksempel", name="Eksempelkommune", invented=True)
    catalogue = Catalogue(settings, found.indicators, (_strategy(),), found.formats)
    factors = [one.id for one in found.indicators.values() if one.origin.delivery == "ten_factor" and one.on_board]
    register = Register(f"sqlite:///{place}/register.db", "eksempel")
    batch = Batch(
        id=1, at="2026-11-12T08:00:00+00:00", by="hanne", file="alt.csv", sha256="ab" * 32, format="figures",
        rows=500, new=500, revised=0, unchanged=0,
    )  # fmt: skip
    with register.writing() as connection:
        register.add_batch(connection, batch)
        register.add_units(connection, 1, _units())
        kept = (Kept(seen, seen.key.indicator.startswith("ten_factor"), 1) for seen in _observations(factors))
        register.add_observations(connection, kept)
    url = f"sqlite:///{place}/board.db"
    publish(register, url, catalogue)
    return url


@pytest.fixture(scope="session")
def small_board(small_url):
    """The board itself."""
    return current(small_url)
