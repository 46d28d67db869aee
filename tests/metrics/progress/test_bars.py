import pytest

from benchmarks import progress as benchmark

MEASURES = benchmark.measures(benchmark.made())


@pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.name)
def test_the_verdicts_are_as_right_as_promised(measure):
    assert measure.held, measure
    assert measure.value >= measure.naive / 2 if measure.least else measure.value <= measure.naive


def test_the_measures_are_those_of_the_reference():
    """Computed by someone else from the same units: STATISTICS §11, benchmark_reference.csv."""
    found = {measure.name: measure for measure in MEASURES}
    level = found["level wrong, of all units (naive: latest month)"]
    assert (round(level.value, 1), round(level.naive, 1)) == (4.3, 28.0)
    assert round(found["level wrong, of all units (naive: 12 months)"].naive, 1) == 21.0
    assert round(found["wrong if coloured (naive: latest month)"].value, 1) == 7.6
    assert round(found["share coloured"].value, 1) == 56.7
    assert round(found["false «better/worse», total (naive: XmR of months)"].naive, 1) == 24.8
    assert round(found["colour changes a month (naive: 12 months)"].value, 1) == 3.7
    brier = found["Brier 24 months (naive: as it is now)"]
    assert (round(brier.value, 3), round(brier.naive, 3)) == (0.191, 0.327)


@pytest.mark.slow
def test_a_large_municipality_takes_seconds():
    assert benchmark.seconds() <= 10
