"""The «innsynspakke»: everything on the board with its definitions and rules, for whoever asks for insight."""

import json
from pathlib import Path

from dashboard.shapes import figure_shape, indicator_shape, rest_group_shape, unit_shape
from metrics.board import Board

_README = """# Innsynspakke fra Målbilde

{name}, tavle nummer {number}, publisert {at}.{invented}

- figures.json: alle tall på tavla, hvert i sitt første vindu, og samlede tall for skjermede enheter
- definitions.json: hva hvert tall er, formelen og kilden
- units.json: enhetene, med når de gjaldt
- policy.txt: regelen som skjuler, for hvert tall

Pakken er laget av tavla alene. Tall som er skjermet der, er ikke i den. At et tall er skjermet her, er ikke et avslag på
innsyn. Krav om innsyn vurderes konkret.
"""


def write_insight(board: Board, folder: Path) -> tuple[Path, ...]:
    """Write the package into a folder, which is made. Returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    figures = [figure_shape(one, board) for name, part in board.names for one in board.every(name, None, None, part)]
    groups = [
        rest_group_shape(one, board) for name, part in board.names for one in board.every_rest_group(name, None, part)
    ]
    policies = sorted(
        {f"{series.indicator.id} {series.breakdown}: {series.policy}" for series in board.breakdowns.values()}
    )
    invented = "\n\nAlle tall er oppdiktet." if board.invented else ""
    texts = {
        "README.md": _README.format(name=board.name, number=board.stamp.number, at=board.stamp.at, invented=invented),
        "figures.json": _json({"figures": figures, "rest_groups": groups}),
        "definitions.json": _json([indicator_shape(one) for one in board.indicators.values()]),
        "units.json": _json([unit_shape(unit) for unit in board.organisation.units]),
        "policy.txt": "\n".join(policies) + "\n",
    }
    written = []
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
        written.append(folder / name)
    return tuple(written)


def _json(shape: object) -> str:
    return json.dumps(shape, ensure_ascii=False, indent=1) + "\n"
