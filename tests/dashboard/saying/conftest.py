"""Facts about invented figures."""

from decimal import Decimal
from fractions import Fraction

import pytest

from config.loader import load
from dashboard.saying.facts import Facts
from dashboard.saying.sentence import sentence
from metrics.periods import Period
from metrics.progress.codes import Direction, Level, Outlook, Why
from metrics.strategy import Operator, Target

OCTOBER = Period.month(2026, 10)
CODES = {"level": Level, "direction": Direction, "outlook": Outlook, "why": Why, "why_direction": Why}
EXACT = ("value", "previous", "sure_change", "milestone", "numerator", "denominator", "area_change", "best_quarter")


@pytest.fixture(scope="session")
def facts_of():
    """Facts from plain words: «6.0» becomes an exact fraction, «< 6» a target, «on_secure» a code."""
    indicators = load(None).value.indicators

    def build(indicator, target=None, aim=None, **given):
        for name in EXACT:
            given |= {name: Fraction(given[name])} if given.get(name) is not None else {}
        given |= {name: code(given[name]) for name, code in CODES.items() if name in given}
        if target is not None:
            operator, *limits = target.split()
            lower, upper = (*map(Decimal, limits), None, None)[:2]
            words = {"indicator": indicator, "operator": Operator(operator), "limit": lower, "upper": upper}
            given["target"] = Target(**(words | (aim or {})))
        return Facts(**({"indicator": indicators[indicator], "period": OCTOBER, "level": Level.NO_TARGET} | given))

    return build


@pytest.fixture
def twenty_four():
    """The sums of a unit of 24 man-years over twelve months: 24 x 252 agreed days."""
    return {"numerator": 490, "denominator": 6048, "months": 12, "people": 30}


@pytest.fixture
def said(facts_of, twenty_four):
    """What is said about sick leave, with ordinary spaces."""

    def say(language="nb", **given):
        return sentence(facts_of("sick_leave", **(twenty_four | given)), language).text.replace("\u00a0", " ")

    return say
