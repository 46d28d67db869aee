"""The rules of the house that a tool does not hold by itself."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("metrics", "data", "config", "dashboard")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
LONGEST = 235
LINT = str(Path(sys.executable).parent / "lint-imports")


def test_layers_are_kept():
    found = subprocess.run([LINT, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout


def test_nothing_in_dashboard_bears_the_name_of_a_standard_module():
    """Streamlit puts the script's folder first on the path."""
    names = {path.stem for path in (ROOT / "dashboard").iterdir()}
    assert not names & set(sys.stdlib_module_names) - {"locale"}
    assert not (ROOT / "dashboard" / "locale" / "__init__.py").exists()
    assert not names & {"data", "config", "metrics", "pages"}


def test_the_linter_can_see_the_pages():
    assert (ROOT / "dashboard" / "views" / "__init__.py").exists()
    assert not list((ROOT / "tests").rglob("__init__.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_has_one_idea(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert path.name == "__init__.py" or ast.get_docstring(tree), "a module says what its idea is"
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST
    assert path.stem not in {"utils", "helpers", "manager", "service", "base", "common", "misc"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_public_words_are_explained(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    public = [
        node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    assert not [node.name for node in public if not ast.get_docstring(node)]


def test_locks_hold_names_and_hashes_but_no_address():
    for lock in ROOT.glob("requirements*.lock"):
        text = lock.read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert not re.search(r"https?://|--index-url|--find-links|file:", text)


def test_every_dependency_has_its_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    reasons = (ROOT / "docs" / "decisions" / "0002-avhengigheter.md").read_text(encoding="utf-8").lower()
    groups = project["dependency-groups"]
    names = [*project["project"]["dependencies"], *groups["test"], *groups["bootstrap"]]
    assert not [name for name in names if re.split(r"[<\[]", name)[0] not in reasons]


def test_no_file_carries_a_path_of_a_machine_or_a_tool_of_the_workplace():
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    forbidden = re.compile("/wor" + "k/|farm-stu" + "dio|\\.libra" + "ry")
    text = [ROOT / name for name in tracked.split("\0") if name.endswith((".py", ".md", ".yaml", ".toml", "Makefile"))]
    assert not [str(path) for path in text if path.exists() and forbidden.search(path.read_text(encoding="utf-8"))]


def test_links_in_the_documents_lead_somewhere():
    broken = [
        f"{page.name}: {link}"
        for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
        for link in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if not link.startswith(("http", "mailto")) and not (page.parent / link).exists()
    ]
    assert not broken


def test_the_readme_is_short_and_names_the_two_commands():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 100
    assert "make demo" in text
    assert "make test" in text
