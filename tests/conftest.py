"""Homes, the command line and a real PostgreSQL for every test that needs them."""

import fcntl
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from asking import COMMAND, Run, run_in
from sqlalchemy import create_engine, text
from twins import make_twins

CI = os.environ.get("CI", "").lower() == "true"


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAALBILDE_TODAY", "2026-11-20")
    monkeypatch.setenv("MAALBILDE_USER", "testen")
    monkeypatch.delenv("MAALBILDE_HOME", raising=False)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty home of «Prøve kommune»."""
    place = tmp_path / "home"
    assert run_in(place)("init", "--name", "Prøve kommune").code == 0
    return place


@pytest.fixture
def run(home: Path) -> Run:
    """Runs a command on the test's own home."""
    return run_in(home)


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented municipality, made once for all test processes. Not to be changed: copy it first."""
    root = tmp_path_factory.getbasetemp()
    shared = root.parent if os.environ.get("PYTEST_XDIST_WORKER") else root
    place = shared / "sample-home"
    with (shared / "sample.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (place / "board.db").exists():
            made = subprocess.run(
                [*COMMAND, "sample", "--home", str(place), "--json"], check=False, capture_output=True, text=True
            )
            assert made.returncode == 0, made.stdout + made.stderr
    return place


@pytest.fixture(scope="session")
def twins(sample_home: Path) -> tuple[Path, Path]:
    """Two copies of the invented municipality that differ only in hidden values, made once for all test processes."""
    folder = sample_home.parent / "twins"
    with (sample_home.parent / "twins.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "done").exists():
            folder.mkdir()
            _, _, moved = make_twins(sample_home, folder)
            assert moved > 200, "too little was moved for the tests to mean anything"
            (folder / "done").touch()
    return folder / "one", folder / "other"


@pytest.fixture
def sample_copy(sample_home: Path, tmp_path: Path) -> Path:
    """A copy of the invented municipality that a test may change."""
    return Path(shutil.copytree(sample_home, tmp_path / "sample"))


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a real PostgreSQL of our own, on a socket in a temporary folder."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not programs:
        if CI:
            pytest.fail("PostgreSQL mangler. Kjør make machine.")
        pytest.skip("PostgreSQL mangler. Kjør make machine som root.")
    folder = Path(tempfile.mkdtemp(prefix="maalbilde-pg-"))
    as_postgres = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if as_postgres:
        shutil.chown(folder, "postgres", "postgres")
    cluster = folder / "cluster"
    control = [*as_postgres, str(programs[-1] / "pg_ctl"), "-D", str(cluster), "-w", "-s"]

    def quietly(command: list[str]) -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder)

    initdb = [*as_postgres, str(programs[-1] / "initdb"), "-D", str(cluster), "-U", "maalbilde", "-A", "trust"]
    quietly([*initdb, "-E", "UTF8"])
    options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
    quietly([*control, "-o", options, "-l", str(folder / "log"), "start"])
    yield f"postgresql+psycopg://maalbilde@/postgres?host={folder}"
    quietly([*control, "-m", "immediate", "stop"])
    shutil.rmtree(folder)


@pytest.fixture
def database(postgres: str, tmp_path: Path) -> str:
    """The address of an empty database of the test's own."""
    name = f"t{abs(hash(str(tmp_path)))}"
    engine = create_engine(postgres, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}"'))
    engine.dispose()
    return postgres.replace("/postgres?", f"/{name}?")
