# Two commands for users (serve, test), one for those who change the code (check).
PYTHON ?= python3
BIN := .venv/bin

.PHONY: serve test check evaluate
serve: .venv/installed ## index seeds/ and open the search page at http://127.0.0.1:8000
	$(BIN)/pressmark index seeds || [ $$? -eq 1 ]
	$(BIN)/pressmark serve

test: .venv/installed-dev ## every test that needs no outside server
	$(BIN)/pytest $(PYTEST_OPTIONS)

check: .venv/installed-dev ## format, lint, types, floors, tests with coverage
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) test PYTEST_OPTIONS="--cov --cov-report=term $(PYTEST_OPTIONS)"

evaluate: .venv/installed-dev ## the big evaluators, where PRESSMARK_EVALUATION_DATA says they are
	$(BIN)/python -m benchmarks.evaluate

.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv && $(BIN)/pip install --quiet --editable . && touch $@

.venv/installed-dev: .venv/installed
	$(BIN)/pip install --quiet --editable '.[dev]' && touch $@
