import json
from pathlib import Path

import pytest

from config.schema import schemas, write_schemas

ROOT = Path(__file__).parents[2]
FOLDERS = {"config/indicators": "indicator", "config/strategies": "strategy", "config/formats": "format"}


@pytest.mark.parametrize("name", sorted(schemas()))
def test_the_schema_in_the_docs_is_current(name: str) -> None:
    assert (ROOT / "docs" / "skjema" / name).read_text(encoding="utf-8") == schemas()[name]


def test_a_folder_can_be_given_its_own_schemas(tmp_path: Path) -> None:
    write_schemas(tmp_path / "skjema")
    assert {path.name for path in (tmp_path / "skjema").iterdir()} == set(schemas())


@pytest.mark.parametrize(("name", "definition"), [("strategy", "Target"), ("indicator", "Privacy")])
def test_the_schema_helps_in_norwegian_and_knows_no_other_fields(name: str, definition: str) -> None:
    words = json.loads(schemas()[f"{name}.json"])["$defs"][definition]
    assert words["additionalProperties"] is False
    assert all(field.get("description") for field in words["properties"].values())


def test_every_shipped_file_names_its_schema() -> None:
    shipped = [(path, name) for folder, name in FOLDERS.items() for path in (ROOT / folder).glob("*.yaml")]
    for path, name in [*shipped, (ROOT / "data" / "sample" / "strategy.yaml", "strategy")]:
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        start, _, relative = first.partition("=")
        assert start == "# yaml-language-server: $schema"
        assert (path.parent / relative).resolve() == ROOT / "docs" / "skjema" / f"{name}.json"
