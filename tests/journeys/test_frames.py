"""What the websocket carries of a page: the same for two registers that differ only in hidden values."""

import re
from collections import Counter

import pytest

TEXT = re.compile(rb"[\x20-\x7e\xc2-\xf4\x80-\xbf]{4,}")
PAGES = ["/", "/enhet?unit=20305", "/strategi"]


def texts(chromium, address):
    """Every text in the frames that a page receives, with how often it came."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    frames = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: frames.append(frame)))  # noqa: PLW0108
    page.goto(address)
    page.wait_for_selector(".mb h1", timeout=30_000)
    page.wait_for_timeout(1500)
    context.close()
    found = Counter()
    for frame in frames:
        found.update(TEXT.findall(frame if isinstance(frame, bytes) else frame.encode()))
    return found


@pytest.mark.browser
@pytest.mark.parametrize("page", PAGES)
def test_hidden_values_change_no_byte_of_a_frame(chromium, serve, twins, page):
    """What differs between two visits to one server (session and script ids) is set aside first."""
    one, other = (serve(home) for home in twins)
    first, again, differs = texts(chromium, one + page), texts(chromium, one + page), texts(chromium, other + page)
    steady = {text for text in first if first[text] == again[text]}
    assert sum(len(text) for text in steady) > 20_000, "the page itself is among what is compared"
    port = one.rsplit(":", 1)[1].encode(), other.rsplit(":", 1)[1].encode()
    changed = [text for text in steady if first[text] != differs[text] and port[0] not in text]
    published = [text for text in changed if b"publisert" not in text]
    assert not published
