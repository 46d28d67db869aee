from pathlib import Path

import pytest

from config.home import find_home
from config.settings import Settings, Stores


def test_what_is_asked_for_wins_over_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAALBILDE_HOME", str(tmp_path / "other"))
    assert find_home(tmp_path).path == tmp_path
    assert find_home().path == tmp_path / "other"


def test_else_it_lies_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MAALBILDE_HOME", raising=False)
    monkeypatch.chdir(tmp_path)
    assert find_home().path == tmp_path / "maalbilde-home"


def test_an_empty_folder_is_not_a_home(tmp_path: Path) -> None:
    assert not find_home(tmp_path).exists
    (tmp_path / "settings.yaml").write_text("name: Her\n", encoding="utf-8")
    assert find_home(tmp_path).exists


def test_the_stores_are_three_files_unless_the_settings_say_otherwise(tmp_path: Path) -> None:
    home = find_home(tmp_path)
    settings = Settings(stores=Stores(board_url="postgresql+psycopg://b/board"))
    assert home.register_url(settings) == f"sqlite:///{tmp_path}/register.db"
    assert home.board_url(settings) == "postgresql+psycopg://b/board"
    assert home.journal_url(settings) == f"sqlite:///{tmp_path}/journal.db"
