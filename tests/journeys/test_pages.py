"""Each page in a real browser: real content first, then accessibility, language, width and where requests go."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = {
    "/": (".mb .goal .ind svg.spark", "Er vi på vei mot målene?"),
    "/enhet": (".mb svg.chart .line >> visible=true", "Fjordvik kommune"),
    "/enhet?unit=20100": (".mb table a", "Hjemmetjenester"),
    "/enhet?unit=20305": (".mb .big .hid", "Storbrynet bofellesskap"),
    "/strategi": (".mb .thread .num", "Sammen på jobb"),
}
SCREENS = [(1440, "light"), (360, "dark"), (1440, "dark"), (360, "light")]
ALLOWED = {
    "Oversikt", "Enhet", "Strategi", "Periode", "Meny", "Sider", "Målbilde", "Velg", "Åpne", "Til forsiden",
    "Hopp til hovedinnhold", "Skjul menyen", "Vis menyen", "Finn enhet etter navn eller kode", "Lukk",
}  # fmt: skip
"""All that Streamlit's own frame may say."""

SAID_OUTSIDE_OUR_PAGES = """() => {
  const said = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    if (element.closest('.mb, script, style, noscript, [data-testid=stIconMaterial], [role=listbox]')) continue;
    if (node.nodeType === Node.TEXT_NODE) { if (node.data.trim()) said.add(node.data.trim()); continue; }
    for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'aria-description'])
      if (element.getAttribute(name)) said.add(element.getAttribute(name));
  }
  return [...said];
}"""


def _violations(page):
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
    return [(one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found]


@pytest.mark.parametrize(("width", "scheme"), SCREENS[:2])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_opens_whole(served, visit, path, width, scheme):
    content, title = PAGES[path]
    page = visit(served + path, width, scheme, wait=content)
    assert title in page.inner_text("h1")
    assert "oppdiktede tall" in page.inner_text(".mb .invented")
    assert page.get_attribute("html", "lang") == "nb"
    assert page.evaluate("document.fonts.load('16px Inter').then(found => found.length)")
    main = "[data-testid=stMain]"
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.eval_on_selector(main, "main => main.scrollWidth - main.clientWidth") == 0
    assert _violations(page) == []


@pytest.mark.night
@pytest.mark.parametrize(("width", "scheme"), SCREENS[2:])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_opens_whole_on_the_other_screens(served, visit, path, width, scheme):
    page = visit(served + path, width, scheme, wait=PAGES[path][0])
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert _violations(page) == []


@pytest.mark.parametrize("path", ["/", "/enhet", "/strategi"])
def test_no_english_is_left_from_streamlit(served, visit, path):
    page = visit(served + path, wait=PAGES[path][0])
    assert {one for one in page.evaluate(SAID_OUTSIDE_OUR_PAGES) if not one.endswith(" treff.")} <= ALLOWED
    assert page.title().endswith("Målbilde")


def test_no_english_is_left_in_an_open_list(served, visit):
    page = visit(served + "/enhet", wait=PAGES["/enhet"][0])
    page.get_by_role("combobox", name="Finn enhet").click()
    page.keyboard.type("zzzz")
    page.get_by_text("Ingen treff").wait_for()
    said = {one for one in page.evaluate(SAID_OUTSIDE_OUR_PAGES) if not one.endswith(" treff.")}
    assert said - ALLOWED <= {"Ingen treff"}


def test_management_opens_distance_and_funnel_on_request(served, visit):
    page = visit(served + "/", 360, wait=PAGES["/"][0])
    assert not page.locator(".mb svg.funnel >> visible=true").count()
    for summary in page.locator(".mb summary").all():
        if summary.is_visible():
            summary.click()
    page.locator(".mb svg.funnel >> visible=true").wait_for(timeout=60_000)
    assert page.get_by_text("årsverk mer enn målet").first.is_visible()
    named = page.locator(".mb svg.funnel.wide text.named").all_text_contents()
    listed = page.get_by_role("region", name="Enheter utenfor det vanlige").locator("a").all_text_contents()
    assert sorted(named) == sorted(listed)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert _violations(page) == []


def test_the_chart_marks_the_newest_month_and_the_ordinary_variation(served, visit):
    page = visit(served + "/enhet?unit=20101", wait=".mb svg.chart.wide .usual")
    assert page.locator(".mb svg.chart.wide text", has_text="Foreløpig").is_visible()
    assert page.locator(".mb svg.chart.wide .plan").is_visible()
    page.get_by_text("Hvorfor sier Målbilde dette?").first.click()
    assert page.get_by_text("En endring må være minst").first.is_visible()


def test_details_open_and_stay_accessible(served, visit):
    page = visit(served + "/enhet?unit=20100", 360, wait=PAGES["/enhet?unit=20100"][0])
    for summary in page.locator(".mb summary").all():
        summary.click()
    page.get_by_text("Filene bak sykefravær").first.wait_for(state="attached")
    assert page.get_by_text("Kontrollsum").count()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert _violations(page) == []


def test_on_paper_there_is_no_menu(served, visit):
    page = visit(served + "/enhet?unit=20100", wait=PAGES["/enhet?unit=20100"][0])
    page.emulate_media(media="print", color_scheme="dark")
    assert not page.locator("[data-testid=stSidebar]").is_visible()
    assert not page.locator(".st-key-unit_picker").is_visible()
    assert page.locator(".mb h1").is_visible()
    assert page.eval_on_selector(".mb", "one => getComputedStyle(one).color") == "rgb(23, 33, 43)", "dark ink on paper"
