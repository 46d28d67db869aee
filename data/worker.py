"""The worker: the only long-lived process that opens the register. It takes in what is put in the inbox."""

import json
import time
from pathlib import Path

import structlog

from config.catalogue import Catalogue
from config.home import Home
from config.loader import load
from data.intake import read_files, take_in
from data.journal import Job, Journal
from data.publish import is_behind, publish
from data.register import Register
from metrics.problems import Problem, Severity

LOG = structlog.get_logger()
PAUSE_SECONDS = 1.0
BY = "innboksen"


def work(home: Home, *, once: bool = False) -> None:
    """Complete a publish that was cut short, then take in files from the inbox until the process is ended.

    With `once` the queue is emptied and the function returns.
    """
    catalogue = load(home.path).value
    register = Register(home.register_url(catalogue.settings), catalogue.settings.municipality)
    journal = Journal(home.journal_url(catalogue.settings), catalogue.settings.municipality)
    board_url = home.board_url(catalogue.settings)
    complete_publish(register, board_url, catalogue)
    while True:
        queue_inbox(home.inbox, journal)
        while (job := journal.start_next()) is not None:
            catalogue = load(home.path).value
            run_job(job, home, catalogue, register, journal)
        if once:
            return
        time.sleep(PAUSE_SECONDS)


def complete_publish(register: Register, board_url: str, catalogue: Catalogue) -> None:
    """Publish what an earlier, killed publish left behind. A board that cannot be written is said and left as it is."""
    try:
        if is_behind(register, board_url):
            LOG.info("publish_completed", number=publish(register, board_url, catalogue).number)
    except Exception as error:  # noqa: BLE001  (the pages that can be read must stay up; the type is logged, never values)
        LOG.error("publish_not_completed", error=type(error).__name__)  # noqa: TRY400  (a traceback may hold values)


def queue_inbox(inbox: Path, journal: Journal) -> None:
    """Queue every whole file in the inbox: one that has stood unchanged since the round before, or a second."""
    for path in sorted(inbox.iterdir()) if inbox.is_dir() else ():
        if path.name.startswith(".") or not path.is_file():
            continue
        seen = path.stat()
        if time.time() - seen.st_mtime >= PAUSE_SECONDS:
            journal.queue(path.name, f"{seen.st_size}:{seen.st_mtime_ns}")


def run_job(job: Job, home: Home, catalogue: Catalogue, register: Register, journal: Journal) -> None:
    """Take in one file and publish. A file that was taken in is deleted; any other stays where it is."""
    try:
        problems = take_in_file(home.inbox / job.file, home, catalogue, register)
        state = "refused" if _refused(problems) else "done"
    except Exception as error:  # noqa: BLE001  (one bad job must not stop the queue; the type is logged, never values)
        LOG.error("job_failed", job=job.id, error=type(error).__name__)  # noqa: TRY400  (a traceback may hold values)
        problems, state = [Problem(code="own_error", file=job.file)], "failed"
    journal.end(job, state, json.dumps([_placed(problem) for problem in problems], ensure_ascii=False))
    LOG.info("job_ended", job=job.id, state=state, problems=len(problems))


def _placed(problem: Problem) -> dict[str, object]:
    """A problem's code and place. What stood in the cell stays in the file: the dashboard can read the journal."""
    return {name: getattr(problem, name) for name in ("code", "severity", "file", "sheet", "row", "column")}


def take_in_file(path: Path, home: Home, catalogue: Catalogue, register: Register) -> list[Problem]:
    """Read, keep and publish one file of the inbox, and delete it when it was taken in."""
    deliveries, problems = read_files([path], catalogue)
    if _refused(problems):
        return problems
    intake = take_in(register, catalogue, deliveries, BY)
    if not intake.refused:
        publish(register, home.board_url(catalogue.settings), catalogue)
        path.unlink(missing_ok=True)
    return [*problems, *intake.problems]


def _refused(problems: list[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)
