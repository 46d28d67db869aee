"""The console command `maalbilde`. Its words and shapes are a public interface: docs/utvikling/grensesnitt.md."""

import sys

import typer

from config.clock import BadClockError
from dashboard import cli_ask, cli_import, cli_make, cli_privacy
from dashboard.cli_home import shared
from dashboard.console import Exit, report, warn
from metrics.problems import Problem

app = typer.Typer(
    help="Målbilde: strategien, tallene og hver enhet.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.callback()(shared)
for command in (
    cli_make.init,
    cli_make.sample,
    cli_make.demo,
    cli_make.serve,
    cli_import.imports,
    cli_import.publish,
    cli_make.template,
    cli_ask.units,
    cli_ask.indicators,
    cli_make.check,
    cli_ask.figures,
    cli_privacy.export,
    cli_privacy.audit,
    cli_privacy.unmasked,
):
    app.command()(command)
app.command(name="import")(cli_import.import_files)
app.command(hidden=True)(cli_make.worker)


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
