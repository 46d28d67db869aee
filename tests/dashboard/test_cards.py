"""What the pages are put together from."""

from html.parser import HTMLParser

import pytest

from dashboard import cards
from dashboard.cards import Column
from metrics.figures import Hidden, Missing, Reason
from metrics.periods import Period

LAST = Period.month(2026, 10)


@pytest.fixture
def figure(small_board):
    return small_board.figure("H1", "sick_leave", LAST)


class _Cells(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        if tag in {"th", "td"}:
            self.found.append((tag, dict(attrs).get("scope")))


def test_a_figure_is_never_empty_and_never_zero(figure):
    hidden = Hidden(about=figure.about, reason=Reason.BELOW_THRESHOLD)
    missing = Missing(about=figure.about, reason=Reason.NOT_DELIVERED, since=Period.month(2026, 3))
    assert "8,4" in cards.number(figure)
    assert ">Skjermet<" in cards.number(hidden)
    assert "Ingen tall siden mars 2026" in cards.number(missing)
    assert "Ingen tall" in cards.number(None)
    assert not any(character.isdigit() for character in cards.number(hidden))


def test_only_what_has_no_number_has_a_reason(figure):
    assert cards.reason(figure) is None
    assert cards.reason(None) == "Tallene er ikke levert."


def test_a_table_has_headings_both_ways_and_scrolls_by_keyboard():
    made = cards.table("Enheter", [Column("Navn"), Column("Tall", numeric=True)], [("a", 1), ("b & c", 2)], wide=True)
    cells = _Cells()
    cells.feed(made)
    assert cells.found == [("th", "col"), ("th", "col"), ("th", "row"), ("td", None), ("th", "row"), ("td", None)]
    assert 'role="region"' in made
    assert 'tabindex="0"' in made
    assert "<caption" in made
    assert "b &amp; c" in made
    assert made.count('<span class="key">Tall</span>') == 2, "on a phone every cell carries its heading"


def test_a_row_must_fit_its_columns():
    with pytest.raises(ValueError, match="zip"):
        cards.table("x", [Column("a"), Column("b")], [("only one",)])
