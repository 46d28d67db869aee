"""Every page on a small board, run by Streamlit's own test runner: words and choices, without a browser."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import dashboard
from dashboard.notation import format_value
from metrics.periods import Period

APP = Path(dashboard.__file__).parent / "app.py"
PAGES = {"Oversikt": None, "Enhet": "views/unit.py", "Strategi": "views/strategy.py"}


@pytest.fixture
def open_page(monkeypatch):
    def opened(url, page, **chosen):
        monkeypatch.setenv("MAALBILDE_BOARD_URL", url)
        app = AppTest.from_file(str(APP), default_timeout=20)
        for name, value in chosen.items():
            app.query_params[name] = value
        app.run()
        if PAGES[page]:
            app.switch_page(PAGES[page]).run()
        assert not app.exception
        return app

    return opened


def _html(app):
    return "".join(one.value for one in app.markdown)


@pytest.mark.parametrize("page", PAGES)
def test_an_empty_home_says_what_to_do_first(open_page, tmp_path, page):
    html = _html(open_page(f"sqlite:///{tmp_path}/empty.db", page))
    assert "Det er ikke publisert noen tall ennå." in html
    assert "maalbilde import" in html


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_that_the_figures_are_invented(open_page, small_url, page):
    app = open_page(small_url, page)
    assert _html(app).count("Eksempelkommune med oppdiktede tall") == 2, "on the page and beside it"
    assert "oppdiktede" in "".join(one.value for one in app.sidebar.markdown)


def test_the_overview_counts_targets_and_lists_goals_and_areas(open_page, small_url, small_board):
    judged, newest = (small_board.figure("1000", "sick_leave", Period.month(2026, month)) for month in (9, 10))
    assert format_value(judged) != format_value(newest)
    html = _html(open_page(small_url, "Oversikt"))
    assert "Ingen av to måltall er nådd&#58; sykefravær og heltid i turnus." in html
    assert "Ingen indikator måler dette målet ennå." in html
    assert "måler bare en del av målet" in html
    assert html.index("Helse &amp; velferd") < html.index(">Oppvekst<"), "the larger distance in days comes first"
    assert "delmålet nå er 7,6" in html
    assert f"Sykefraværet siste tolv måneder er {format_value(judged)}" in html, "not the provisional month"
    assert "Enhetene&#58; " in html
    assert "Fravær tilsvarende " in html


def test_a_unit_shows_its_figures_and_where_they_come_from(open_page, small_url):
    html = _html(open_page(small_url, "Enhet", unit="H1"))
    assert "Sykefraværet siste tolv måneder er 8,5" in html
    assert "Oktober 2026 er foreløpig" in html
    assert "Hvorfor sier Målbilde dette?" in html
    assert "En endring må være minst " in html
    assert "18 av 46" in html
    assert "Fem til må få hel stilling" in html
    assert "Hvor kommer tallet fra?" in html
    assert "alt.csv" in html
    assert "hanne" in html


def test_a_tiny_unit_is_hidden_with_the_reason_and_the_sum_it_is_part_of(open_page, small_url):
    html = _html(open_page(small_url, "Enhet", unit="H3"))
    assert "Tallet for sykefraværet er skjermet." in html
    assert "Skjermet&#58; færre enn 5 ansatte" in html
    assert "Sykefravær samlet for to skjermede enheter (7 ansatte)" in html
    assert '<svg class="chart' not in html


def test_units_below_are_listed_with_rest_groups(open_page, small_url):
    html = _html(open_page(small_url, "Enhet", unit="H"))
    order = ("Dagsenteret", "Hjemmetjenesten sør", "Øya sykehjem", "Åsen omsorg")
    places = [html.index(f">{name}</a>") for name in order]
    assert places == sorted(places), "by name, å after ø"
    assert "færre enn 5" in html
    assert html.count("samlet for to skjermede enheter") == 3


def test_a_unit_that_fell_silent_tells_since_when(open_page, small_url):
    html = _html(open_page(small_url, "Enhet", unit="O3"))
    assert "Ingen tall" in html
    assert "Kulturskolen &lt;b&gt;" in html, "a name is never HTML"


def test_an_unknown_unit_gets_a_sentence_and_a_way_back(open_page, small_url):
    html = _html(open_page(small_url, "Enhet", unit="<b>ZZ"))
    assert "Det finnes ingen enhet med koden «&lt;b&gt;ZZ» i oktober 2026." in html
    assert 'href="/enhet"' in html


def test_the_strategy_follows_the_thread(open_page, small_url):
    html = _html(open_page(small_url, "Strategi"))
    for words in (
        "Folk først 2022–2034",
        "Øke arbeidsdeltakelsen",
        "Lavere sykefravær",
        "lavere enn 6",
        "innen 31. desember 2034 (slutten på strategien)",
        "Kommunen skal",
        "Ledere skal",
        "skal opp",
        "Måles ikke i Målbilde ennå.",
        "Helse &amp; velferd&#58; ",
        "Kapittel 3",
    ):
        assert words in html


def test_the_chosen_month_comes_from_the_address_and_stays(open_page, small_url):
    app = open_page(small_url, "Oversikt", period="2025-03")
    assert "Tall til og med mars 2025" in _html(app)
    app.switch_page("views/unit.py").run()
    assert "tall til og med mars 2025" in _html(app)
    assert app.query_params["period"] == "2025-03"


def test_a_survey_of_the_year_is_there_before_december(open_page, small_url):
    assert "10-faktor, 2026" in _html(open_page(small_url, "Enhet", unit="H1", period="2026-02"))


def test_choosing_a_unit_writes_it_in_the_address(open_page, small_url):
    app = open_page(small_url, "Enhet")
    app.selectbox(key="unit").select("O2").run()
    assert "Bukta skole" in _html(app)
    assert app.query_params["unit"] == "O2"
