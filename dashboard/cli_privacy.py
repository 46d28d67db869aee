"""Commands about privacy: export for insight, and unmasked figures with a reason in the log."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from dashboard.cli_ask import period_of
from dashboard.cli_home import board_of, open_home, wants_json
from dashboard.console import Exit, HomeOption, JsonOption, answer, stop, who
from dashboard.insight import write_insight
from data.audit.printout import printout_of
from data.unmasked import LEAST_REASON, disclose
from metrics.audit.board import audit_board
from metrics.problems import Problem
from metrics.windows import Window


def export(
    insight: Annotated[Path, typer.Option("--innsyn", metavar="MAPPE", help="Mappa som innsynspakka skrives til.")],
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Skriv en innsynspakke: alt som er på tavla, med definisjoner og regler."""
    as_json = wants_json(json)
    written = [str(path) for path in write_insight(board_of(open_home(home, as_json), as_json), insight)]
    answer(as_json, {"ok": True, "files": written}, written)


def audit(home: HomeOption = None, json: JsonOption = False) -> None:
    """Angrip tavla slik den står, av det som vises alene. Avslutter med 1 når noe kan regnes ut."""
    as_json = wants_json(json)
    board = board_of(open_home(home, as_json), as_json)
    report = audit_board(printout_of(board, tuple(Window)))
    lines = (f"{report.attacked} tall angrepet, {len(report.derivable)} kan regnes ut.",)
    answer(as_json, report.as_shape(), lines)
    raise typer.Exit(Exit.DONE if report.safe else Exit.REFUSED)


def unmasked(
    unit: Annotated[str, typer.Option("--unit", metavar="ID")],
    indicator: Annotated[str, typer.Option("--indicator", metavar="ID")],
    period: Annotated[str, typer.Option("--period", metavar="PERIOD")],
    reason: Annotated[str, typer.Option("--reason", help="Hvorfor tallet tas ut. Står i loggen med navnet ditt.")],
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Ta ut et uskjermet tall. Hvem, når, hva og hvorfor loggføres."""
    as_json = wants_json(json)
    opened = open_home(home, as_json)
    known = opened.catalogue.indicators.get(indicator)
    if known is None:
        names = ", ".join(opened.catalogue.indicators)
        stop(as_json, Exit.WRONG_USE, [Problem(code="unknown_indicator", found=indicator, expected=names)])
    if len(reason.strip()) < LEAST_REASON:
        stop(as_json, Exit.WRONG_USE, [Problem(code="reason_too_short", expected=str(LEAST_REASON))])
    wanted = period_of(period, as_json)
    found = disclose(opened.register(), opened.catalogue, known, unit, wanted, who(), reason.strip())
    lines = (f"{one.breakdown}: {one.numerator:g} / {one.denominator:g} ({one.people})" for one in found)
    answer(as_json, {"ok": True, "logged": True, "unmasked": [asdict(one) for one in found]}, lines)
