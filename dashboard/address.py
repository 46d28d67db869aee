"""What the reader has chosen, kept in the page's address so that a link opens the same view."""

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st

from dashboard.markup import Html, tag

STRATEGY, PERIOD, UNIT = "strategy", "period", "unit"
_PATHS = {"overview": "/", "unit": "/enhet", "strategy": "/strategi"}


def asked(name: str) -> str | None:
    """What the address asks for."""
    return st.query_params.get(name)


def choose(name: str, label: str, options: Mapping[str, str], default: str) -> str:
    """A list to choose from: `options` maps the value in the address to the text on the screen.

    The address goes before what was chosen earlier; a value that is not among the options is left alone.
    """
    wanted = asked(name)
    if wanted in options:
        st.session_state[name] = wanted
    elif st.session_state.get(name) not in options:
        st.session_state[name] = default
    st.selectbox(
        label,
        tuple(options),
        key=name,
        format_func=lambda value: options[value],
        on_change=_write,
        args=(name,),
        persist_state="session",
        placeholder="Velg",
    )
    chosen = str(st.session_state[name])
    if wanted is None and chosen != default:
        st.query_params[name] = chosen
    return chosen


def _write(name: str) -> None:
    st.query_params[name] = st.session_state[name]


def link(page: str, content: object, **chosen: str | None) -> Html:
    """A link to a page with the reader's strategy and period, and what else is chosen."""
    return tag("a", content, href=address(page, **chosen), target="_self")


def address(page: str, **chosen: str | None) -> str:
    """The address of `overview`, `unit` or `strategy` with its choices."""
    kept = {name: asked(name) for name in (STRATEGY, PERIOD)} | chosen
    query = urlencode({name: value for name, value in kept.items() if value})
    return _PATHS[page] + (f"?{query}" if query else "")
