"""Streamlit's start page, rewritten: Norwegian, with our own look, and nothing that runs inline.

Streamlit hard-codes English and an inline script in its index.html. Every replacement must match exactly once, so
that a new version of Streamlit stops the server instead of quietly serving its own page.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import streamlit

ASSETS = "/assets"
"""Where our own style sheet, scripts and font are served from."""

CONTENT_SECURITY_POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri 'self'; "
    "form-action 'self'; object-src 'none'"
)
"""Nothing is fetched from, sent to or framed by another site (STACK §10)."""

_HEAD = (
    '<meta name="color-scheme" content="light dark" />'
    f'<link rel="icon" href="{ASSETS}/mark.svg" type="image/svg+xml" />'
    f'<link rel="preload" href="{ASSETS}/inter.woff2" as="font" type="font/woff2" crossorigin />'
    f'<link rel="stylesheet" href="{ASSETS}/maalbilde.css" />'
    f'<script src="{ASSETS}/start.js"></script>'
    f'<script src="{ASSETS}/nb.js" defer></script>'
)

_NOSCRIPT = "<noscript><p>Målbilde trenger JavaScript. Slå det på i nettleseren, og last siden på nytt.</p></noscript>"


@dataclass(frozen=True)
class _Replacement:
    """A part of Streamlit's page and what stands there instead."""

    name: str
    pattern: str
    text: str


_REPLACEMENTS = (
    _Replacement("language", r'<html lang="en">', '<html lang="nb">'),
    _Replacement("favicon", r'<link rel="shortcut icon"[^>]*/>', ""),
    _Replacement("preload", r'<link\s+rel="preload"\s+href="\./static/media/SourceSans[^>]*/>', ""),
    _Replacement("title", r"<title>Streamlit</title>", "<title>Målbilde</title>"),
    _Replacement("service-desc", r'<!--(?:(?!-->).)*-->\s*<link rel="service-desc"[^>]*/>', ""),
    _Replacement("inline script", r"<script>\s*window\.prerenderReady = false\s*</script>", _HEAD),
    _Replacement("noscript", r"<noscript>.*?</noscript>", _NOSCRIPT),
)


class ShellError(RuntimeError):
    """Streamlit's start page is not the one that this version of Målbilde knows."""


def rewrite(page: str) -> str:
    """Streamlit's index.html as Målbilde's. Raises ShellError when a part is not found exactly once."""
    for part in _REPLACEMENTS:
        page, count = re.subn(part.pattern, part.text.replace("\\", r"\\"), page, flags=re.DOTALL)
        if count != 1:
            raise ShellError(f"{part.name}: found {count} times in Streamlit {streamlit.__version__}")
    if "./static/" not in page:
        raise ShellError("static addresses")
    return page.replace('"./static/', '"/static/')


def read_shell() -> bytes:
    """The page that answers every address. Raises ShellError as `rewrite` does."""
    index = Path(streamlit.__file__).parent / "static" / "index.html"
    return rewrite(index.read_text("utf-8")).encode()
