"""Commands that make a home and show it: init, sample, demo, serve, template, check and the worker."""

import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from config.loader import load
from dashboard.cli_home import home_of, open_home, wants_json
from dashboard.cli_import import report_import
from dashboard.console import Exit, HomeOption, JsonOption, answer, has_errors, stop, warn
from dashboard.shapes import problem_shape
from data.homes import make_home, make_sample, settings_for
from data.templates import write_template
from metrics.problems import Problem


def init(
    name: Annotated[str, typer.Option("--name", help="Navnet på kommunen.")],
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Lag et hjem for en kommune: innstillinger, mapper og tomme lagre."""
    place = home_of(home)
    if place.exists:
        stop(wants_json(json), Exit.REFUSED, [Problem(code="home_exists", found=str(place.path))])
    make_home(place, settings_for(name))
    opened = open_home(str(place.path), wants_json(json))
    opened.register()
    opened.journal()
    shape = {"ok": True, "home": str(place.path), "municipality": opened.catalogue.settings.municipality, "name": name}
    answer(wants_json(json), shape, [f"Laget {place.path}. Neste: maalbilde import organisasjon.csv"])


def sample(
    seed: Annotated[int, typer.Option("--seed", help="Startverdi for de oppdiktede tallene.")] = 1,
    units: Annotated[int, typer.Option("--units", min=30, max=400, help="Omtrent hvor mange enheter.")] = 120,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Lag den oppdiktede eksempelkommunen: filer i malene, import og tavle."""
    place = home_of(home)
    if place.exists and not load(place.path).value.settings.invented:
        stop(wants_json(json), Exit.REFUSED, [Problem(code="home_is_real", found=str(place.path))])
    intake, problems = make_sample(place, seed, units)
    report_import(wants_json(json), intake, [*problems, *intake.problems], dry_run=False)


def demo(
    port: Annotated[int, typer.Option("--port", help="Porten på denne maskinen.")] = 8501,
    home: HomeOption = None,
) -> None:
    """Lag eksempelkommunen hvis den ikke finnes, og vis den."""
    place = home_of(home)
    if not place.exists:
        sys.stdout.write("Lager eksempelkommunen. Alle tall er oppdiktet.\n")
        make_sample(place, seed=1, units=120)
    _serve(str(place.path), port)


def serve(
    port: Annotated[int, typer.Option("--port", help="Porten på denne maskinen.")] = 8501,
    home: HomeOption = None,
) -> None:
    """Vis Målbilde i nettleseren og ta imot filer i innboksen."""
    _serve(home, port)


def _serve(home: str | None, port: int) -> NoReturn:
    from dashboard.launch import serve_siblings  # noqa: PLC0415  (starts processes; other commands never need it)

    opened = open_home(home, as_json=False)
    opened.journal()
    settings = opened.catalogue.settings
    raise typer.Exit(serve_siblings(opened.home, opened.board_url, opened.home.journal_url(settings), port))


def template(
    format_id: Annotated[str, typer.Argument(metavar="FORMAT", help="For eksempel sick_leave.")],
    to: Annotated[Path, typer.Option("--to", help="Mappa som malen skrives til.")] = Path(),
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Skriv en mal å fylle ut: CSV, og Excel med forklaring."""
    place = home_of(home)
    formats = load(place.path if place.exists else None).value.formats
    if format_id not in formats:
        stop(
            wants_json(json),
            Exit.WRONG_USE,
            [Problem(code="no_such_format", found=format_id, expected=", ".join(formats))],
        )
    to.mkdir(parents=True, exist_ok=True)
    written = [str(path) for path in write_template(formats[format_id], to)]
    answer(wants_json(json), {"ok": True, "files": written}, written)


def check(home: HomeOption = None, json: JsonOption = False) -> None:
    """Se etter feil i innstillinger, strategier, indikatorer og formater."""
    as_json = wants_json(json)
    place = home_of(home)
    loaded = load(place.path if place.exists else None)
    if has_errors(loaded.problems):
        stop(as_json, Exit.REFUSED, loaded.problems)
    counts = {
        "indicators": len(loaded.value.indicators),
        "strategies": len(loaded.value.strategies),
        "formats": len(loaded.value.formats),
    }
    shape = {"ok": True, **counts, "problems": [problem_shape(one) for one in loaded.problems]}
    if not as_json:
        warn(loaded.problems)
    answer(as_json, shape, [f"Ingen feil. {counts['indicators']} indikatorer, {counts['formats']} formater."])


def worker(home: HomeOption = None) -> None:
    """Ta imot filer i innboksen. Startes av serve."""
    from data.worker import work  # noqa: PLC0415  (only this process needs it)

    work(home_of(home))
