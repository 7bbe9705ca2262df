# Everything a person does here is one command; each installs what it lacks and does only what is left to do.
# On Debian 12 as root nothing else is needed; where the system's packages are there already, any user will do.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help test check screens demo demo-number bench wheel setup setup-tests assets

BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest
# One more than the cores it needs: the journeys wait for clocks and for other processes. The order of the files
# stays as tests/conftest.py has it, the long ones first.
# The rules were asked a moment before, by the check.
SUITE := $(PYTEST) --numprocesses=3 --dist=loadfile --no-loadscope-reorder --ignore=tests/rules
# Every process would read and compile all modules anew.
unexport PYTHONDONTWRITEBYTECODE

TRANSLATIONS := $(patsubst %.po,%.mo,$(wildcard offramp/*/locale/*/LC_MESSAGES/*.po))
STATIC := $(shell find offramp/*/static -type f 2>/dev/null)

# What the tools need to read the settings; nothing is served with it, and no database is opened.
check assets: export DJANGO_SETTINGS_MODULE := offramp.config.settings
check assets: export OFFRAMP_ORIGIN := http://localhost:8000
check assets: export OFFRAMP_SECRET_KEY := read by the tools alone, and no secret
check assets: export OFFRAMP_CAMPAIGN := $(CURDIR)/campaigns/immigration-enforcement
check assets: export OFFRAMP_STATIC := $(CURDIR)/staticfiles
check assets: export DATABASE_URL := sqlite:///build/nothing.sqlite3

help:
	@echo "make demo        a small living campaign on http://localhost:8000"
	@echo "make test        everything CI runs"
	@echo "make check       lint, types, floors, translations, the rules of this repository"
	@echo "make screens     pictures of every page that a journey comes to, in build/screens"
	@echo "make bench       the measures, as a table"
	@echo "make wheel       the package, to be installed elsewhere: dist/offramp-….whl"

test: setup-tests check
	@failed=0; \
	echo "The suite on SQLite"; \
	DATABASE_URL=sqlite:///build/tests.sqlite3 $(SUITE) || failed=1; \
	echo "What asks a database, on PostgreSQL"; \
	$(BIN)/python -m tests.postgresql --each=3 $(SUITE) || failed=1; \
	exit $$failed

check: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/django-admin check --fail-level WARNING
	$(BIN)/django-admin makemigrations --check --dry-run
	$(PYTEST) tests/rules

screens: setup-tests
	SCREENS=1 DATABASE_URL=sqlite:///build/tests.sqlite3 $(PYTEST) tests/browser

demo: setup
	@tools/system bubblewrap || echo "Without it files are refused; everything else works."
	@$(BIN)/offramp demo

demo-number: setup
	@$(BIN)/offramp demo-number "$(NAME)"

bench: setup-tests
	@$(BIN)/python -m benchmarks
	@$(BIN)/python -m benchmarks.papers
	@$(BIN)/python -m benchmarks.mailing --addresses 2000

wheel: .venv/installed
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir=dist .

setup: .venv/installed assets

setup-tests: setup
	@tools/system postgresql chromium libatomic1 fonts-dejavu-core caddy nginx-light postfix systemd iproute2 shellcheck \
		bubblewrap libimage-exiftool-perl libarchive-zip-perl mat2

.venv/installed: pyproject.toml
	@tools/system python3-venv gettext
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Offramp needs Python 3.11 or later.")'
	@test -x $(BIN)/python || python3 -m venv .venv
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

# What git does not keep: the compiled translations, and static files under their hashed names.
assets: $(TRANSLATIONS) staticfiles/staticfiles.json

%.mo: %.po
	@msgfmt --check --output-file=$@ $<

staticfiles/staticfiles.json: $(STATIC)
	@$(BIN)/django-admin collectstatic --no-input --verbosity 0
	@touch $@
