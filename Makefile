# Two commands do everything: `make read` and `make test`. The rest is for those who work on pullquote.

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
SAMPLE ?= report

.DEFAULT_GOAL := help

.PHONY: help
help:  # list what make can do
	@grep -E '^[a-z-]+:.*  # ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*  # (.*)/  make \1|\2/' | column -t -s '|'

.PHONY: read
read: $(VENV)/run.done  # make the virtual environment, install, and open a sample article
	@$(BIN)/pullquote --sample $(SAMPLE)

.PHONY: test
test: $(VENV)/dev.done  # make what it needs, and run all the tests
	@$(BIN)/python -m pytest -n 2

.PHONY: test-all
test-all:  # all the tests on every Python from 3.11 to 3.13 that is here, each in an environment of its own
	@for version in 3.11 3.12 3.13; do \
		python=$$(ls -d $$HOME/.pyenv/versions/$$version.*/bin/python 2>/dev/null | tail -1); \
		python=$$(command -v "$${python:-python$$version}") || { echo "no Python $$version here: skipped"; continue; }; \
		echo "== Python $$version: $$python"; \
		$(MAKE) --no-print-directory test PYTHON=$$python VENV=.venv-$$version || exit 1; \
	done

.PHONY: test-minimal
test-minimal: $(VENV)/dev.done  # install and run on a bare Debian without a network (needs root and debootstrap)
	@tests/packaging/minimal.sh $(BIN)/python

.PHONY: check
check: lint types imports test  # what CI runs: ruff, mypy, import-linter, tests

.PHONY: lint
lint: $(VENV)/dev.done  # ruff: rules and format
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

.PHONY: types
types: $(VENV)/dev.done  # mypy, strict
	@$(BIN)/mypy

.PHONY: imports
imports: $(VENV)/dev.done  # a layer imports only from the layers below it
	@$(BIN)/lint-imports --no-cache

.PHONY: bench
bench: $(VENV)/dev.done  # start, keys, size: ratios against a bare Textual app in the same run
	@$(BIN)/python -m benchmarks.reading

.PHONY: bench-quotes
bench-quotes: $(VENV)/dev.done  # who said what: how often right, how fast
	@$(BIN)/python -m benchmarks.quotes

.PHONY: bench-tty
bench-tty: $(VENV)/dev.done  # bytes on the wire and a slow line, beside less and a bare Textual app
	@$(BIN)/python benchmarks/tty/bench.py; first=$$?; $(BIN)/python benchmarks/tty/slow.py && exit $$first

.PHONY: bench-html
bench-html: $(VENV)/dev.done  # how well articles are found in pages (PAGES=a checkout of the public benchmark)
	@$(BIN)/python -m benchmarks.html $(PAGES)

.PHONY: bench-library
bench-library: $(VENV)/dev.done  # adding, finding, verifying at 1,000 and 10,000 articles (ARTICLES="…" for others)
	@$(BIN)/python -m benchmarks.library $(ARTICLES)

.PHONY: fuzz
fuzz: $(VENV)/dev.done  # feed every parser with what nobody would write (SECONDS=600 for all together; needs Linux)
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/fuzz.txt
	@$(BIN)/python -m tests.fuzz --seconds $(or $(SECONDS),600) $(TARGETS)

.PHONY: docs
docs: $(VENV)/dev.done  # build the guide as a site in build/site
	@NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --quiet --strict

.PHONY: man
man: $(VENV)/dev.done  # write the manual page docs/pullquote.1
	@$(BIN)/pullquote man > docs/pullquote.1

.PHONY: pictures
pictures: $(VENV)/dev.done  # draw the pictures of the README
	@$(BIN)/python docs/pictures/draw.py

.PHONY: lock
lock:  # pin every package by hash (needs uv)
	uv pip compile -q --universal --generate-hashes --no-header --no-emit-index-url \
		pyproject.toml requirements/build.in -o requirements/run.txt
	uv pip compile -q --universal --generate-hashes --no-header --no-emit-index-url \
		pyproject.toml requirements/build.in --group dev --extra office -o requirements/dev.txt
	uv pip compile -q --universal --generate-hashes --no-header --no-emit-index-url \
		--group fuzz -o requirements/fuzz.txt

.PHONY: clean
clean:  # forget the virtual environment and what was built
	rm -rf $(VENV) .venv-* build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "pullquote needs Python 3.11 or newer: name one with make PYTHON=python3.12 …" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.done: requirements/run.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.done: requirements/dev.txt $(VENV)/run.done
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@
