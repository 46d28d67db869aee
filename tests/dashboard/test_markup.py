"""The one escaping function."""

import html
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from dashboard.markup import Html, details, join, tag, text

ANY = st.text() | st.sampled_from(
    [
        "<script>alert(1)</script>",
        "a\n\n# b",
        ":material/home:",
        ":red[x]",
        "$x$ **b** _i_ `c`",
        "&amp;",
        '"',
        "\r\n- x",
    ]
)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.said = ""

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.said += data


def _read(markup: str) -> _Reader:
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return reader


@given(ANY)
def test_any_text_stays_text(value):
    escaped = text(value)
    assert html.unescape(escaped) == html.unescape(html.escape(value).replace("\r", "&#13;").replace("\n", "&#10;"))
    assert not set("<>\"'\n\r:") & set(escaped)


@given(ANY, ANY)
def test_an_element_holds_one_element_whatever_is_in_it(content, attribute):
    read = _read(tag("td", content, title=attribute))
    assert read.tags == ["td"]
    assert len(read.attributes) == 1
    assert "\n" not in tag("td", content, title=attribute)


def test_text_comes_out_as_it_went_in():
    nasty = "Øst & Vest <b>: «:red[x]»\n\n# 1"
    assert _read(tag("p", nasty)).said == nasty


def test_html_is_not_escaped_twice():
    assert tag("p", tag("b", "a & b")) == "<p><b>a &amp; b</b></p>"
    assert text(Html("<i>")) == "<i>"


def test_attributes_are_named_as_in_html_and_left_out_when_none():
    assert tag("td", "x", class_="n", aria_label="å", open=None, hidden=False) == '<td class="n" aria-label="å">x</td>'
    assert tag("rect", x=1, stroke_width=2) == '<rect x="1" stroke-width="2"/>'


def test_none_is_left_out_and_zero_is_not():
    assert join("a", None, 0) == "a0"
    assert details("Mer", "b") == "<details><summary>Mer</summary>b</details>"
