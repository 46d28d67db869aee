"""Small values that several tests make."""

from datetime import date

from metrics.indicators import Better, Indicator, Kind, Origin, Privacy
from metrics.windows import Window

INDICATOR = Indicator(
    id="x",
    version=1,
    valid_from=date(2020, 1, 1),
    name={"nb": "x"},
    explained={"nb": "x"},
    kind=Kind.RATE,
    better=Better.LOWER,
    numerator="a",
    denominator="b",
    window=Window.MONTH,
    privacy=Privacy(counts="employees", family="x"),
    origin=Origin(delivery="figures"),
    formula={"nb": ""},
    why={"nb": ""},
    weaknesses={"nb": ""},
    reference="",
)
