# Needs Python >= 3.11, pip and make; each target sets up all that it uses, in .venv.

PYTHON ?= python3
BIN = .venv/bin
# pip's own warnings (a newer pip, an odd mirror) are not the reader's; its errors still show.
INSTALL = $(BIN)/python -m pip --disable-pip-version-check -qq install

.PHONY: help install demo test lint gate bench bench-scale bench-watch bench-load readme pictures constraints clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:[^#]*## /: /'

install: .venv/installed ## install sayso into .venv, with the pinned versions of constraints.txt

demo: .venv/installed ## tell the bundled story, and then, on a terminal, show its book to a browser
	@echo "(sayso is $(BIN)/sayso; . $(BIN)/activate puts it on the path)"
	@$(BIN)/sayso demo

test: .venv/installed-dev ## run the tests; what is skipped is listed with its reason
	@$(BIN)/python -m pytest

lint: .venv/installed-dev ## check style, types and the one-way imports of the rooms
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

gate: .venv/installed-dev ## score reading and records on the data in ../shared, and hold the floors
	@$(BIN)/python -m tests.gate.gate

bench: .venv/installed-dev ## print one table of speed and memory
	@$(BIN)/python -m tests.gate.bench

bench-scale: .venv/installed-dev ## print how speed holds in a growing book; an hour, on PostgreSQL too with SAYSO_POSTGRES
	@$(BIN)/python -m tests.gate.scale

bench-watch: .venv/installed-dev ## print how fast 1,000 feeds are polled on loopback, and in what memory
	@$(BIN)/python -m tests.gate.watching

bench-load: .venv/installed-dev ## print how quick pages are for 300 listeners and 50 requests a second beside a writer
	@$(BIN)/python -m tests.gate.load

readme: .venv/installed-dev ## put into README.md what the program prints now
	@$(BIN)/python -m tools.write_readme

pictures: .venv/installed-dev ## take the pictures of docs/pictures anew; needs chromium and two fonts, see tools/write_pictures.py
	@$(BIN)/python -m tools.write_pictures

# What others wrote is checked against its hashes first; sayso itself, which has none, comes last and alone.
.venv/installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "sayso needs Python 3.11 or later: make PYTHON=python3.11 ...")'
	@$(PYTHON) -m venv .venv
	@echo "installing sayso into .venv (half a minute, once)"
	@$(INSTALL) --require-hashes --no-deps -r constraints.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/installed-dev: .venv/installed constraints-dev.txt
	@echo "installing what tests and checks need (half a minute, once)"
	@$(INSTALL) --require-hashes --no-deps -r constraints-dev.txt
	@touch $@

PIN = .venv-uv/bin/uv pip compile --quiet --universal --no-header --no-annotate --generate-hashes --upgrade

constraints: ## pin anew all that is installed, with hashes and without host names
	@$(PYTHON) -m venv .venv-uv
	@.venv-uv/bin/python -m pip -qq install uv
	@printf 'hatchling>=1.27\neditables\n' > .venv-uv/build.in
	@$(PIN) pyproject.toml .venv-uv/build.in -o constraints.txt
	@$(PIN) pyproject.toml --all-extras --group dev -c constraints.txt -o constraints-dev.txt
	@rm -r .venv-uv
	@! grep -n '://' constraints.txt constraints-dev.txt

clean: ## remove what was installed and built
	@rm -rf .venv build dist
