# Everything is set up on the way: Python >= 3.11 with pip, and make, are all that is needed.

PYTHON ?= python3
BIN := .venv/bin
CATALOGUES := $(wildcard src/factcheck/reports/locale/*/LC_MESSAGES/*.po)
WORDS := $(shell find src -name '*.yaml')

.PHONY: run test lint messages benchmarks fuzz clean
SECONDS ?= 60

run: .venv/installed  ## judge the shipped claims; they contradict each other, which is what there is to see
	@$(BIN)/factcheck run --fail-on never claims
	@echo "(The shipped claims contradict each other on purpose. Without --fail-on never, the exit code is 1.)"

test: .venv/developed  ## run the tests
	$(BIN)/pytest -n auto

lint: .venv/developed  ## lint, format and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

messages: .venv/developed  ## bring the message catalogues up to date with the code
	$(BIN)/python tools/extract_messages.py

benchmarks: .venv/developed  ## speed, each as a ratio to a named reference of the same run
	$(BIN)/python -m benchmarks.startup
	$(BIN)/python -m benchmarks.reading
	$(BIN)/python -m benchmarks.gate
	$(BIN)/python -m benchmarks.network
	$(BIN)/python -m benchmarks.base 3
	$(BIN)/python -m benchmarks.power

fuzz: .venv/fuzzed  ## hostile input, looked for by coverage: SECONDS for each target
	$(BIN)/python tests/fuzz/run.py --seconds $(SECONDS) $(TARGETS)

.venv/installed: pyproject.toml $(CATALOGUES) $(WORDS)
	$(PYTHON) -c 'import sys; sys.exit("factcheck needs Python 3.11 or newer" if sys.version_info < (3, 11) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@$(BIN)/python -m compileall -q src/factcheck
	@touch $@

.venv/developed: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

.venv/fuzzed: .venv/developed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[fuzz]'
	@touch $@

clean:
	rm -rf .venv
