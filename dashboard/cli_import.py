"""Commands that take files in and put them on the board: import, imports and publish."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from json import loads
from pathlib import Path
from typing import Annotated

import typer

from config.format_file import load_format
from dashboard.cli_home import open_home, wants_json
from dashboard.console import Exit, HomeOption, JsonOption, answer, has_errors, stop, warn, who
from dashboard.notation import format_number
from dashboard.shapes import problem_shape
from data.homes import Opened, read_paths
from data.intake import FileResult, Intake
from data.mask_report import MaskReport
from metrics.problems import Problem


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
    as_json = wants_json(json)
    opened = open_home(home, as_json)
    if format_path is not None:
        opened, format_id = _with_format(opened, format_path, as_json)
    elif format_id is not None and format_id not in opened.catalogue.formats:
        known = ", ".join(sorted(opened.catalogue.formats))
        stop(as_json, Exit.WRONG_USE, [Problem(code="no_such_format", found=format_id, expected=known)])
    intake = read_paths(files, opened, who(), format_id, dry_run=dry_run)
    published = not (intake.refused or dry_run or no_publish)
    if published:
        opened.publish()
    masks = opened.mask_reports() if published else ()
    report_import(as_json, intake, intake.problems, dry_run=dry_run, masks=masks)


def _with_format(opened: Opened, path: Path, as_json: bool) -> tuple[Opened, str]:
    """The home with one more format, read from a file of its own."""
    found = load_format(path)
    if found.value is None or has_errors(found.problems):
        stop(as_json, Exit.REFUSED, found.problems)
    formats = {**opened.catalogue.formats, found.value.id: found.value}
    return Opened(opened.home, replace(opened.catalogue, formats=formats)), found.value.id


def report_import(
    as_json: bool,
    intake: Intake,
    problems: Iterable[Problem],
    *,
    dry_run: bool,
    masks: Sequence[MaskReport] = (),
) -> None:
    """Say what files did, or why they were refused."""
    found = list(problems)
    if has_errors(found):
        stop(as_json, Exit.REFUSED, found, dry_run=dry_run, files=[])
    files = [asdict(one) for one in intake.files]
    shape = {"ok": True, "dry_run": dry_run, "files": files, "problems": [problem_shape(one) for one in found]}
    if not as_json:
        warn(found)
    shape["masks"] = [asdict(one) for one in masks]
    lines = [*(_file_line(one, dry_run) for one in intake.files), *(_mask_line(one) for one in masks)]
    answer(as_json, shape, lines)


def _mask_line(report: MaskReport) -> str:
    """How many units are hidden in a series, and the merger that gives most back."""
    hidden = (
        f"{report.hidden} av {report.units} enheter er skjermet, {report.to_protect_others} av dem for å verne andre."
    )
    best = next((one for one in report.mergers if one.gives_back > 0), None)
    merging = f" Rapporteres {best.unit} sammen med {best.sibling}, vises {best.gives_back} flere." if best else ""
    return f"{report.indicator} {report.period}: {hidden}{merging}"


def _file_line(result: FileResult, dry_run: bool) -> str:
    would = "ville gitt " if dry_run else ""
    counts = f"{format_number(result.new)} nye, {format_number(result.revised)} endrede, "
    return f"{result.file}: {would}{counts}{format_number(result.unchanged)} uendrede"


def imports(home: HomeOption = None, json: JsonOption = False) -> None:
    """List leveransene, og filene som ligger i innboksen."""
    as_json = wants_json(json)
    opened = open_home(home, as_json)
    register = opened.register()
    with register.reading() as connection:
        batches = register.batches(connection)
    jobs = [{**asdict(job), "problems": loads(job.problems or "[]")} for job in opened.journal().jobs()]
    shape = {"batches": [asdict(batch) for batch in batches], "jobs": jobs}
    answer(as_json, shape, (f"{one.id}  {one.at}  {one.by}  {one.file} ({one.rows} rader)" for one in batches))


def publish(home: HomeOption = None, json: JsonOption = False) -> None:
    """Legg det som er levert, på tavla."""
    opened = open_home(home, wants_json(json))
    stamp = opened.publish()
    answer(wants_json(json), {"ok": True, **asdict(stamp)}, [f"Tavle nummer {stamp.number}"])
