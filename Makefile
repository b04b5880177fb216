# `make run` opens the window, `make test` runs every check. Each sets up what it needs the first time.
# `make` alone lists the rest.

PYTHON ?= python3
BIN = .venv/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
SETTINGS = pyproject.toml constraints.txt .ci/setup .ci/needed.py

.PHONY: help run test style types layers guides test-fast test-long test-slow test-print test-oldest test-newest coverage words screenshots gallery bench profile clean

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 20

run: $(BIN)/ready-to-run ## open the window; ARGS="--help" shows what else it can do
	@$(BIN)/python -m micra_assistant $(ARGS)

# Qt complains of any other kind of C, and a complaint fails a test
test test-fast test-long test-slow test-print test-oldest test-newest coverage: export LC_ALL = C.UTF-8

# Types take as long as layers and guides together, and keep one core busy only: so they are checked side by side,
# and what each has said is printed as one piece.
test: $(BIN)/ready-to-test style ## run every check
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target types layers guides
	@echo; echo '== The tests (pytest)'
	@$(BIN)/pytest -n auto
	@echo; echo 'All checks passed.'

style: $(BIN)/ready-to-test
	@echo; echo '== Code style (ruff)'
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

types: $(BIN)/ready-to-test
	@echo; echo '== Types (mypy)'
	@$(BIN)/mypy

layers: $(BIN)/ready-to-test
	@echo; echo '== What may import what (import-linter)'
	@$(BIN)/lint-imports --no-logo

guides: $(BIN)/ready-to-test
	@echo; echo '== The guides (micra-assistant check)'
	@$(BIN)/micra-assistant check

test-fast: $(BIN)/ready-to-test ## run what takes half a minute: style, and the tests that are quick
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/pytest -n auto -m 'not slow and not long and not thorough' --hypothesis-profile quick

test-long: $(BIN)/ready-to-test ## walk to the end what `make test` only begins to walk, try more drawn examples
	@$(BIN)/pytest -n auto -m 'long or (hypothesis and not slow)' --hypothesis-profile long

test-slow: $(BIN)/ready-to-test ## kill it, cut its power, feed it thousands of changed guides and job files, measure its parsers
	@$(BIN)/pytest -m slow

test-print: $(BIN)/ready-to-test ## print every sheet on a printer that is made for it; this needs root and Debian's CUPS
	@$(BIN)/pytest -m printer tests/printing

test-oldest: .venv-oldest/ready ## run the tests with the lowest versions that pyproject.toml allows of what the program needs
	@$(subst .venv,.venv-oldest,$(BIN))/pytest -n auto

test-newest: ## run them with the newest versions that there are; this asks the network each time
	@PYTHON='$(PYTHON)' sh .ci/setup newest
	@$(subst .venv,.venv-newest,$(BIN))/pytest -n auto

coverage: $(BIN)/ready-to-test ## run the tests and show which lines and branches none of them runs, the least tested file last
	@$(BIN)/pytest -q -n auto --cov --cov-report=term --cov-report=html

words: $(BIN)/ready-to-test ## gather all words for translators, judge and compile the catalogues that there are
	@$(BIN)/python -m tests.gather_words

screenshots: $(BIN)/ready-to-test ## draw the window's pictures anew
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.screenshots

gallery: $(BIN)/ready-to-test ## draw every screen in four sizes; ARGS="--sizes 800x600 --themes dark --scales 2" others, ARGS="--help" tells
	@$(BIN)/python -m tests.gallery $(ARGS)

bench: $(BIN)/ready-to-test ## measure speed and memory against their bounds; ARGS="start acts" only these, ARGS="--help" tells which there are
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.bench $(ARGS)

profile: $(BIN)/ready-to-test ## show where the time goes from the start to the painted window
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.bench.profile

clean: ## remove everything that was set up or built here
	rm -rf .venv .venv-oldest .venv-newest build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find micra_assistant tests -name __pycache__ -prune -exec rm -rf {} +

# The files ready-to-... only say when the set-up was done.
$(BIN)/ready-to-run: $(SETTINGS)
	@PYTHON='$(PYTHON)' sh .ci/setup
	@touch $@

$(BIN)/ready-to-test: $(SETTINGS)
	@PYTHON='$(PYTHON)' sh .ci/setup test
	@touch $(BIN)/ready-to-run $@

.venv-oldest/ready: $(SETTINGS)
	@PYTHON='$(PYTHON)' sh .ci/setup oldest
	@touch $@
