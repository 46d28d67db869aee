"""JSON Schemas of the YAML files, for help and checks in an editor (docs/skjema)."""

import json
import sys
from pathlib import Path

from config.loader import ADAPTERS

NAMES = {"indicators": "indicator", "strategies": "strategy", "formats": "format", "settings": "settings"}
"""What the schema of each kind is called."""
_TITLES = {
    "indicators": "Indikator i Målbilde",
    "strategies": "Strategi i Målbilde",
    "formats": "Filformat i Målbilde",
    "settings": "Innstillinger i Målbilde",
}


def schemas() -> dict[str, str]:
    """The text of each schema by file name."""
    return {f"{name}.json": _text(kind) for kind, name in NAMES.items()}


def write_schemas(folder: Path) -> None:
    """Write the four schemas into a folder, which is made when it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _text(kind: str) -> str:
    schema = ADAPTERS[kind].json_schema()
    schema |= {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": _TITLES[kind]}
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1]))
