"""Streamlit's start page made ours."""

from pathlib import Path

import pytest
import streamlit

from dashboard.shell import ShellError, read_shell, rewrite

ORIGINAL = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")


def test_the_page_is_norwegian_and_ours():
    page = read_shell().decode()
    assert '<html lang="nb">' in page
    assert "<title>Målbilde</title>" in page
    assert "JavaScript" in page
    assert "You need" not in page


def test_nothing_runs_inline_and_nothing_comes_from_elsewhere():
    page = read_shell().decode()
    assert "<script>" not in page
    assert "http" not in page.split("<!DOCTYPE", 1)[1]
    assert "SourceSans" not in page
    assert '"./static/' not in page, "an address two levels deep must find the files too"


def test_our_script_stands_before_streamlits():
    page = read_shell().decode()
    assert 0 < page.index("/assets/start.js") < page.index("/static/js/index")


@pytest.mark.parametrize(
    "part",
    ['<html lang="en">', "<title>Streamlit</title>", "window.prerenderReady = false", "<noscript>", "service-desc"],
)
def test_a_new_streamlit_page_stops_the_server(part):
    with pytest.raises(ShellError):
        rewrite(ORIGINAL.replace(part, "something else"))


def test_a_part_that_is_found_twice_stops_the_server_too():
    with pytest.raises(ShellError, match="title: found 2 times"):
        rewrite(ORIGINAL + "<title>Streamlit</title>")
