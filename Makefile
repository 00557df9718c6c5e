# Every target sets up what it needs first; `make serve` and `make test` are the two to know.

# The first of these that runs; the setup itself then finds or fetches the Python of .python-version.
PYTHON := $(shell for python in python3 python py /usr/bin/python3; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 8))' >/dev/null 2>&1 && echo $$python && break; done)
BIN := .venv/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
HANDBOOK := $(BIN)/handbook

.DEFAULT_GOAL := help
.PHONY: help serve test build print check bench reading mutate holidays charts lock setup browser pango clean clean-all

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

serve: setup ## Read the handbook on http://127.0.0.1:8000, rebuilt at every change
	@$(HANDBOOK) serve

test: setup browser pango ## Run every test, those in a real browser included
	@$(BIN)/python -m pytest -n 4 --dist worksteal

build: setup ## Build the handbook into site/, refusing any warning
	@$(HANDBOOK) build

print: setup pango ## Build the handbook with PDFs of its chapters, tools and areas
	@$(HANDBOOK) print

check: setup ## Check style, types, words, facts and decision logic
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(HANDBOOK) check

bench: setup browser pango ## Measure proof, build, packs, and the time until Python is ready
	@$(HANDBOOK) bench

reading: setup ## Measure how hard each page is to read
	@$(HANDBOOK) reading

mutate: setup ## Break the flows one piece at a time and see that a check notices
	@$(HANDBOOK) mutate

holidays: setup ## Write the bank holidays of England and Wales anew
	@$(HANDBOOK) holidays

charts: setup ## Work out the positions of the flowcharts anew
	@$(HANDBOOK) charts

lock: ## Choose the newest allowed versions and write the lock files
	@$(PYTHON) tools/bootstrap.py lock

setup:
ifeq ($(PYTHON),)
	$(error Python 3.8 or newer is needed to start. Install Python 3, then run make again)
endif
	@$(PYTHON) tools/bootstrap.py setup

browser: setup
	@$(PYTHON) tools/bootstrap.py browser

pango: setup
	@$(PYTHON) tools/bootstrap.py pango

clean: ## Remove what builds and tests have made
	@rm -rf site build .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache

clean-all: clean ## Remove the setup as well
	@rm -rf .venv .tools node_modules
