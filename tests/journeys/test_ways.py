"""Ways through the pages: choosing, following links, coming back, and being somewhere that is not there."""

import re

import pytest

pytestmark = pytest.mark.browser


def _is_at(page, pattern):
    page.wait_for_function("pattern => new RegExp(pattern).test(location.href)", arg=pattern)


def _heading(page, words):
    page.locator(".mb h1", has_text=words).wait_for()


def test_a_leader_finds_the_unit_by_code_and_the_address_can_be_shared(served, visit):
    page = visit(served + "/enhet")
    page.get_by_role("combobox", name="Finn enhet").click()
    page.keyboard.type("20101")
    page.get_by_role("option", name=re.compile("20101")).click()
    _heading(page, "Hjemmetjenesten Alkeneset")
    _is_at(page, "unit=20101$")
    again = visit(page.url)
    _heading(again, "Hjemmetjenesten Alkeneset")


def test_the_chosen_month_follows_through_menu_links_and_reload(served, visit):
    page = visit(served + "/?period=2025-03")
    page.get_by_text("Tall til og med mars 2025").wait_for()
    page.get_by_role("link", name="Helse og omsorg").click()
    _heading(page, "Helse og omsorg")
    page.get_by_text("tall til og med mars 2025").wait_for()
    page.get_by_role("link", name="Strategi").click()
    _heading(page, "Sammen på jobb")
    page.get_by_role("link", name="Enhet", exact=True).click()
    _heading(page, "Helse og omsorg")
    page.reload()
    page.get_by_text("tall til og med mars 2025").wait_for()


def test_the_breadcrumb_leads_up(served, visit):
    page = visit(served + "/enhet?unit=20101")
    page.locator(".mb .crumb a", has_text="Hjemmetjenester").click()
    _heading(page, re.compile("^Hjemmetjenester$"))
    page.locator(".mb .crumb a", has_text="Hele kommunen").click()
    _heading(page, "Fjordvik")


def test_an_unknown_unit_has_a_way_back(served, visit):
    page = visit(served + "/enhet?unit=finnes-ikke")
    page.get_by_text("Det finnes ingen enhet med koden «finnes-ikke»").wait_for()
    page.get_by_role("link", name="Vis hele kommunen").click()
    _heading(page, "Fjordvik")


@pytest.mark.parametrize("path", ["/finnes-ikke", "/xx/yy"])
def test_an_unknown_address_reaches_the_front_page(served, visit, path):
    page = visit(served + path)
    page.get_by_text("Siden finnes ikke. Du ser forsiden i stedet.").wait_for()
    _heading(page, "Er vi på vei mot målene?")
