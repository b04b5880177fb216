# `make run` opens the window, `make test` runs every check. Each sets up what it needs the first time.
# `make` alone lists the rest.

PYTHON ?= python3
BIN = .venv/bin
SETTINGS = pyproject.toml constraints.txt .ci/setup

.PHONY: help run test test-slow screenshots bench clean

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 20

run: $(BIN)/ready-to-run ## open the window; ARGS="--help" shows what else it can do
	@$(BIN)/python -m micra_assistant $(ARGS)

test: export LC_ALL = C.UTF-8 # Qt complains of any other kind of C, and a complaint fails a test
test: $(BIN)/ready-to-test ## run every check
	@echo; echo '== Code style (ruff)'
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@echo; echo '== Types (mypy)'
	@$(BIN)/mypy
	@echo; echo '== What may import what (import-linter)'
	@$(BIN)/lint-imports --no-logo
	@echo; echo '== The guides (micra-assistant check)'
	@$(BIN)/micra-assistant check
	@echo; echo '== The tests (pytest)'
	@$(BIN)/pytest -n auto
	@echo; echo 'All checks passed.'

test-slow: $(BIN)/ready-to-test ## kill it, cut its power, feed it thousands of changed guides and job files, measure its parsers
	@$(BIN)/pytest -m slow

screenshots: $(BIN)/ready-to-test ## draw the window's pictures anew
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.screenshots

bench: $(BIN)/ready-to-test ## measure speed and memory against the budgets
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.bench

clean: ## remove everything that was set up or built here
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find micra_assistant tests -name __pycache__ -prune -exec rm -rf {} +

# The files ready-to-... only say when the set-up was done.
$(BIN)/ready-to-run: $(SETTINGS)
	@PYTHON='$(PYTHON)' sh .ci/setup
	@touch $@

$(BIN)/ready-to-test: $(SETTINGS)
	@PYTHON='$(PYTHON)' sh .ci/setup test
	@touch $(BIN)/ready-to-run $@
