from datetime import UTC, date, datetime

import pytest

from config.clock import BadClockError, today


def test_the_variable_sets_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAALBILDE_TODAY", "2026-10-31")
    assert today() == date(2026, 10, 31)


def test_without_it_the_day_is_the_real_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MAALBILDE_TODAY", raising=False)
    before = datetime.now(UTC).astimezone().date()
    assert before <= today() <= datetime.now(UTC).astimezone().date()


@pytest.mark.parametrize("given", ["2026-13-01", "20261031", "i dag", "2026-W44-6", "2026-10-31T00:00"])
def test_a_bad_day_is_named(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("MAALBILDE_TODAY", given)
    with pytest.raises(BadClockError, match="MAALBILDE_TODAY") as caught:
        today()
    assert caught.value.found == given
