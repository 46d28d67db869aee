"""The console command `maalbilde`. Its words and shapes are a public interface: docs/utvikling/grensesnitt.md."""

import sys
from collections.abc import Iterable
from dataclasses import asdict, replace
from json import loads
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from config.clock import BadClockError
from config.format_file import load_format
from config.home import Home, find_home
from config.loader import load
from dashboard.console import Exit, HomeOption, JsonOption, answer, has_errors, report, stop, warn, who
from dashboard.notation import format_number
from dashboard.shapes import figure_shape, indicator_shape, problem_shape, rest_group_shape, unit_shape
from data.board import EmptyBoardError, current
from data.homes import Opened, make_home, make_sample, read_paths, settings_for
from data.intake import FileResult, Intake
from data.templates import write_template
from metrics.board import Board
from metrics.figures import Figure, RestGroup
from metrics.periods import Period
from metrics.problems import Problem
from metrics.windows import Window

app = typer.Typer(
    help="Målbilde: strategien, tallene og hver enhet.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
_SHARED: dict[str, object] = {}


@app.callback()
def shared(home: HomeOption = None, json: JsonOption = False) -> None:
    """Options that may also stand before the command."""
    _SHARED.update(home=home, json=json)


def _home(given: str | None) -> Home:
    chosen = given or _SHARED.get("home")
    return find_home(Path(str(chosen)) if chosen else None)


def _json(given: bool) -> bool:
    return given or bool(_SHARED.get("json"))


def _open(given: str | None, as_json: bool) -> Opened:
    """The home with its configuration. Ends the command when there is none, or when it has errors."""
    home = _home(given)
    if not home.exists:
        stop(as_json, Exit.REFUSED, [Problem(code="no_home", found=str(home.path))])
    loaded = load(home.path)
    if has_errors(loaded.problems):
        stop(as_json, Exit.REFUSED, loaded.problems)
    return Opened(home, loaded.value)


def _board(opened: Opened, as_json: bool) -> Board:
    try:
        return current(opened.board_url, opened.catalogue.settings.municipality)
    except EmptyBoardError:
        stop(as_json, Exit.REFUSED, [Problem(code="nothing_published")])


@app.command()
def init(
    name: Annotated[str, typer.Option("--name", help="Navnet på kommunen.")],
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Lag et hjem for en kommune: innstillinger, mapper og tomme lagre."""
    place = _home(home)
    if place.exists:
        stop(_json(json), Exit.REFUSED, [Problem(code="home_exists", found=str(place.path))])
    make_home(place, settings_for(name))
    opened = _open(str(place.path), _json(json))
    opened.register()
    opened.journal()
    shape = {"ok": True, "home": str(place.path), "municipality": opened.catalogue.settings.municipality, "name": name}
    answer(_json(json), shape, [f"Laget {place.path}. Neste: maalbilde import organisasjon.csv"])


@app.command()
def sample(
    seed: Annotated[int, typer.Option("--seed", help="Startverdi for de oppdiktede tallene.")] = 1,
    units: Annotated[int, typer.Option("--units", min=30, max=400, help="Omtrent hvor mange enheter.")] = 120,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Lag den oppdiktede eksempelkommunen: filer i malene, import og tavle."""
    place = _home(home)
    if place.exists and not load(place.path).value.settings.invented:
        stop(_json(json), Exit.REFUSED, [Problem(code="home_is_real", found=str(place.path))])
    intake, problems = make_sample(place, seed, units)
    _report_import(_json(json), intake, [*problems, *intake.problems], dry_run=False)


@app.command()
def demo(
    port: Annotated[int, typer.Option("--port", help="Porten på denne maskinen.")] = 8501,
    home: HomeOption = None,
) -> None:
    """Lag eksempelkommunen hvis den ikke finnes, og vis den."""
    place = _home(home)
    if not place.exists:
        sys.stdout.write("Lager eksempelkommunen. Alle tall er oppdiktet.\n")
        make_sample(place, seed=1, units=120)
    _serve(str(place.path), port)


@app.command()
def serve(
    port: Annotated[int, typer.Option("--port", help="Porten på denne maskinen.")] = 8501,
    home: HomeOption = None,
) -> None:
    """Vis Målbilde i nettleseren og ta imot filer i innboksen."""
    _serve(home, port)


def _serve(home: str | None, port: int) -> NoReturn:
    from dashboard.launch import serve_siblings  # noqa: PLC0415  (starts processes; other commands never need it)

    opened = _open(home, as_json=False)
    opened.journal()
    settings = opened.catalogue.settings
    raise typer.Exit(serve_siblings(opened.home, opened.board_url, opened.home.journal_url(settings), port))


@app.command(name="import")
def import_files(
    files: Annotated[list[Path], typer.Argument(help="Filene. Flere filer er alt eller ingenting.")],
    format_id: Annotated[str | None, typer.Option("--format", help="Formatet filene har.")] = None,
    format_path: Annotated[Path | None, typer.Option("--format-file", help="En egen formatfil.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Vis hva som ville skjedd, uten å endre noe.")] = False,
    no_publish: Annotated[bool, typer.Option("--no-publish", help="Ta vare på tallene uten å vise dem ennå.")] = False,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Les inn filer, og legg tallene på tavla."""
    as_json = _json(json)
    opened = _open(home, as_json)
    if format_path is not None:
        opened, format_id = _with_format(opened, format_path, as_json)
    elif format_id is not None and format_id not in opened.catalogue.formats:
        known = ", ".join(sorted(opened.catalogue.formats))
        stop(as_json, Exit.WRONG_USE, [Problem(code="no_such_format", found=format_id, expected=known)])
    intake = read_paths(files, opened, who(), format_id, dry_run=dry_run)
    if not (intake.refused or dry_run or no_publish):
        opened.publish()
    _report_import(as_json, intake, intake.problems, dry_run=dry_run)


def _with_format(opened: Opened, path: Path, as_json: bool) -> tuple[Opened, str]:
    """The home with one more format, read from a file of its own."""
    found = load_format(path)
    if found.value is None or has_errors(found.problems):
        stop(as_json, Exit.REFUSED, found.problems)
    formats = {**opened.catalogue.formats, found.value.id: found.value}
    return Opened(opened.home, replace(opened.catalogue, formats=formats)), found.value.id


def _report_import(as_json: bool, intake: Intake, problems: Iterable[Problem], *, dry_run: bool) -> None:
    found = list(problems)
    if has_errors(found):
        stop(as_json, Exit.REFUSED, found, dry_run=dry_run, files=[])
    files = [asdict(one) for one in intake.files]
    shape = {"ok": True, "dry_run": dry_run, "files": files, "problems": [problem_shape(one) for one in found]}
    if not as_json:
        warn(found)
    answer(as_json, shape, (_file_line(one, dry_run) for one in intake.files))


def _file_line(result: FileResult, dry_run: bool) -> str:
    would = "ville gitt " if dry_run else ""
    counts = f"{format_number(result.new)} nye, {format_number(result.revised)} endrede, "
    return f"{result.file}: {would}{counts}{format_number(result.unchanged)} uendrede"


@app.command()
def imports(home: HomeOption = None, json: JsonOption = False) -> None:
    """List leveransene, og filene som ligger i innboksen."""
    as_json = _json(json)
    opened = _open(home, as_json)
    register = opened.register()
    with register.reading() as connection:
        batches = register.batches(connection)
    jobs = [{**asdict(job), "problems": loads(job.problems or "[]")} for job in opened.journal().jobs()]
    shape = {"batches": [asdict(batch) for batch in batches], "jobs": jobs}
    answer(as_json, shape, (f"{one.id}  {one.at}  {one.by}  {one.file} ({one.rows} rader)" for one in batches))


@app.command()
def publish(home: HomeOption = None, json: JsonOption = False) -> None:
    """Legg det som er levert, på tavla."""
    opened = _open(home, _json(json))
    stamp = opened.publish()
    answer(_json(json), {"ok": True, **asdict(stamp)}, [f"Tavle nummer {stamp.number}"])


@app.command()
def template(
    format_id: Annotated[str, typer.Argument(metavar="FORMAT", help="For eksempel sick_leave.")],
    to: Annotated[Path, typer.Option("--to", help="Mappa som malen skrives til.")] = Path(),
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Skriv en mal å fylle ut: CSV, og Excel med forklaring."""
    place = _home(home)
    formats = load(place.path if place.exists else None).value.formats
    if format_id not in formats:
        stop(
            _json(json), Exit.WRONG_USE, [Problem(code="no_such_format", found=format_id, expected=", ".join(formats))]
        )
    to.mkdir(parents=True, exist_ok=True)
    written = [str(path) for path in write_template(formats[format_id], to)]
    answer(_json(json), {"ok": True, "files": written}, written)


@app.command()
def units(
    at: Annotated[str | None, typer.Option("--at", metavar="PERIOD", help="Slik det var i perioden.")] = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """List enhetene: alle utgaver, eller treet i én periode."""
    as_json = _json(json)
    opened = _open(home, as_json)
    register = opened.register()
    with register.reading() as connection:
        organisation = register.organisation(connection)
    found = organisation.units if at is None else organisation.at(_period(at, as_json)).units
    shape = {"units": [unit_shape(unit) for unit in found]}
    answer(as_json, shape, (f"{unit.id}  {unit.name}" for unit in found))


@app.command()
def indicators(home: HomeOption = None, json: JsonOption = False) -> None:
    """List indikatorene."""
    opened = _open(home, _json(json))
    found = opened.catalogue.indicators.values()
    shape = {"indicators": [indicator_shape(one) for one in found]}
    answer(_json(json), shape, (f"{one.id}  {one.name['nb']}" for one in found))


@app.command()
def check(home: HomeOption = None, json: JsonOption = False) -> None:
    """Se etter feil i innstillinger, strategier, indikatorer og formater."""
    as_json = _json(json)
    place = _home(home)
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


@app.command()
def figures(
    unit: Annotated[str | None, typer.Option("--unit", metavar="ID")] = None,
    indicator: Annotated[str | None, typer.Option("--indicator", metavar="ID")] = None,
    period: Annotated[str | None, typer.Option("--period", metavar="PERIOD")] = None,
    window: Annotated[Window | None, typer.Option("--window")] = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Vis tallene på tavla."""
    as_json = _json(json)
    opened = _open(home, as_json)
    if indicator is not None and indicator not in opened.catalogue.indicators:
        known = ", ".join(opened.catalogue.indicators)
        stop(as_json, Exit.WRONG_USE, [Problem(code="unknown_indicator", found=indicator, expected=known)])
    board = _board(opened, as_json)
    if unit is not None and unit not in board.organisation.versions:
        stop(as_json, Exit.WRONG_USE, [Problem(code="unknown_unit", found=unit)])
    end = None if period is None else _period(period, as_json).end
    wanted = [indicator] if indicator else list(board.series)
    found = [one for name in wanted for one in board.every(name, window, unit) if end in (None, one.about.period.end)]
    groups = [one for name in wanted for one in board.every_rest_group(name, window) if _wanted(one, unit, end)]
    shape = {
        "stamp": asdict(board.stamp),
        "figures": [figure_shape(one, board) for one in found],
        "rest_groups": [rest_group_shape(one, board) for one in groups],
    }
    answer(as_json, shape, (_figure_line(one, board) for one in found))


def _wanted(group: RestGroup, unit: str | None, end: int | None) -> bool:
    here = unit is None or unit == group.top or unit in group.members
    return here and end in (None, group.figure.about.period.end)


def _figure_line(figure: Figure, board: Board) -> str:
    shape = figure_shape(figure, board)
    return "  ".join(str(shape[name]) for name in ("unit", "indicator", "period", "display"))


def _period(code: str, as_json: bool) -> Period:
    try:
        return Period.parse(code)
    except ValueError:
        stop(as_json, Exit.WRONG_USE, [Problem(code="unreadable_period", found=code, expected="2026-10")])


@app.command(hidden=True)
def worker(home: HomeOption = None) -> None:
    """Ta imot filer i innboksen. Startes av serve."""
    from data.worker import work  # noqa: PLC0415  (only this process needs it)

    work(_home(home))


def main() -> None:
    """Run the command line and end with its exit code."""
    try:
        app()
    except BadClockError as error:
        warn([Problem(code="bad_clock", found=error.found)])
        sys.exit(Exit.WRONG_USE)
    except Exception as error:  # noqa: BLE001  (our own fault: say so, and never print values or keys)
        report(error)
        sys.exit(Exit.OWN_ERROR)


if __name__ == "__main__":
    main()
