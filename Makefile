# Two commands: `make demo` shows Målbilde with an invented municipality, `make test` proves it.
PYTHON ?= python3
BIN := .venv/bin
RUN := .venv/.run
TEST := .venv/.test
PORT ?= 8501

.PHONY: demo env test quick night check lint format lock schemas bench machine

demo: env
	$(BIN)/maalbilde demo --home demo-home --port $(PORT)

env: $(RUN)

test: $(TEST) machine
	$(BIN)/python -m pytest -n 2 --dist loadgroup -m "not night"

quick: $(TEST)
	$(BIN)/python -m pytest -n 2 -m "not night and not slow and not browser and not postgres"

night: $(TEST) machine
	$(BIN)/python -m pytest -n 2 --dist loadgroup -m night

check: $(TEST) lint
	$(BIN)/maalbilde check
	$(MAKE) test

lint: $(TEST)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(TEST)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

schemas: $(TEST)
	$(BIN)/python -m config.schema docs/skjema

bench: $(TEST)
	$(BIN)/python -m benchmarks.masks
	$(BIN)/python -m benchmarks.progress

# Chromium and PostgreSQL, which pip cannot bring: through apt as root, otherwise one sentence on what to install.
machine: $(TEST)
	$(BIN)/python tests/machine.py

# The virtual environment. uv installs in seconds; plain pip does the same where uv has no build.
$(RUN): requirements.lock requirements-bootstrap.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Målbilde trenger Python 3.11 eller nyere."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { rm -rf .venv; echo "Python mangler venv. På Debian: apt-get install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bootstrap.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock || $(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(TEST): $(RUN) requirements-test.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements-test.lock || $(BIN)/python -m pip install --quiet --require-hashes -r requirements-test.lock
	@touch $@

# Names, versions and hashes only: no registry's address.
LOCKED := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate
lock: env
	$(BIN)/$(LOCKED) pyproject.toml -o requirements.lock
	$(BIN)/$(LOCKED) pyproject.toml --group test -o requirements-test.lock
	$(BIN)/$(LOCKED) --group bootstrap -o requirements-bootstrap.lock
