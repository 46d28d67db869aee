"""Published files in homes of their own, with the formats and indicators that read them."""

import shutil
from pathlib import Path
from typing import Any

from tests.support.asking import Run, run_in

REAL = Path(__file__).parents[1] / "realdata"


def published_home(folder: Path, *files: str) -> Run:
    """A new home with some of the YAML files of tests/realdata: asks the command there."""
    place = folder / "home"
    ask = run_in(place)
    assert ask("init", "--name", "Prøve").code == 0
    for file in files:
        text = (REAL / file).read_text(encoding="utf-8")
        kept = place / "config" / ("indicators" if "origin:" in text else "formats")
        kept.mkdir(parents=True, exist_ok=True)
        shutil.copy(REAL / file, kept / f"{text.splitlines()[0].removeprefix('id: ')}.yaml")
    return ask


def shown(figures: list[dict[str, Any]]) -> dict[tuple[str, str], dict[str, Any]]:
    """The shown figures by unit and period."""
    return {(f["unit"], f["period"]): f for f in figures if f["state"] == "shown"}
