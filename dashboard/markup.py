"""HTML of our own: one escaping function, one way to build an element, one way to draw."""

import html
from typing import Final

import streamlit as st

_ESCAPED: Final = {"\n": "&#10;", "\r": "&#13;", ":": "&#58;"}
"""A blank line would end the HTML and let the rest be read as Markdown; `:name:` would become an icon (STACK §10)."""
_VOID: Final = frozenset({"br", "hr", "img", "circle", "line", "path", "polyline", "rect", "col"})


class Html(str):
    """Text that is HTML already and is not escaped again. Made by `tag`, `text` and `join` only."""

    __slots__ = ()


def text(value: object) -> Html:
    """Any value as text that shows exactly as it is, inside an element or a quoted attribute."""
    if isinstance(value, Html):
        return value
    escaped = html.escape(str(value))
    for character, entity in _ESCAPED.items():
        escaped = escaped.replace(character, entity)
    return Html(escaped)


def join(*parts: object) -> Html:
    """Parts one after another, without a line break between them; what is not HTML is escaped, None is left out."""
    return Html("".join(text(part) for part in parts if part is not None))


def tag(name: str, *content: object, **attributes: object) -> Html:
    """An element. `class_` stands for class, `aria_label` for aria-label; None and False leave an attribute out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{"" if value is True else text(value)}"'
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    if name in _VOID:
        return Html(f"<{name}{written}/>")
    return Html(f"<{name}{written}>{join(*content)}</{name}>")


def div(class_: str, *content: object, **attributes: object) -> Html:
    """A division with a class."""
    return tag("div", *content, class_=class_, **attributes)


def span(class_: str, *content: object) -> Html:
    """A run of text with a class."""
    return tag("span", *content, class_=class_)


def paragraph(*content: object, **attributes: object) -> Html:
    """A paragraph."""
    return tag("p", *content, **attributes)


def details(summary: object, *content: object) -> Html:
    """Something that is shown when asked for."""
    return tag("details", tag("summary", summary), *content)


def draw(*parts: object) -> None:
    """Put HTML on the page."""
    st.markdown(div("mb", *parts), unsafe_allow_html=True)
