# make build   the publication in this repository, into output/
# make test    every test
# Both do their own set-up in .venv; nothing else on the machine is touched.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# The browser tests drive the Chromium that the machine has. Without one they are left out, and `make test` says so.
CHROMIUM := $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
BROWSERLESS := $(if $(CHROMIUM),,not browser)
WITHOUT := $(if $(BROWSERLESS),-m "$(BROWSERLESS)")
# Tests write thousands of small sites: in memory, where there is room for them.
MEMORY := $(shell [ -w /dev/shm ] && ! grep -q " /dev/shm .*noexec" /proc/mounts && \
    [ $$(df --output=avail /dev/shm | tail -n 1) -gt 2000000 ] && echo /dev/shm)
PYTEST := $(if $(TMPDIR),,$(if $(MEMORY),TMPDIR=$(MEMORY) ))$(BIN)/python -m pytest -n auto --dist worksteal
# Every process of the tests loads what the first has compiled.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: build serve test quick laws lint format clean help
.DEFAULT_GOAL := build

build: $(VENV)/.installed
	$(BIN)/sitegen build

serve: $(VENV)/.installed
	$(BIN)/sitegen serve

test: $(VENV)/.installed-dev
	@$(if $(CHROMIUM),:,echo "make test: no Chromium on this machine, so the browser tests are left out" >&2)
	$(PYTEST) $(WITHOUT)

# Done in about a minute: without a browser, without the tests that build a site again and again or read texts as long as
# a book, and with a few random edits for the laws.
quick: $(VENV)/.installed-dev
	SITEGEN_SEEDS=1 SITEGEN_EDITS=12 $(PYTEST) -m "not slow and not browser"

# The laws again, with many more random edits than `make test` tries: so many in a row for each seed, every seed in a
# process of its own. An edit costs about half a second of one core.
SEEDS ?= 3
EDITS ?= 1000
LAWS ?= tests/laws
laws: $(VENV)/.installed-dev
	SITEGEN_SEEDS=$(SEEDS) SITEGEN_EDITS=$(EDITS) $(PYTEST) $(LAWS)

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: $(VENV)/.installed-dev
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean:
	rm -rf $(VENV) .sitegen .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist
	find output -mindepth 1 ! -name .gitignore -delete

help:
	@sed -n 's/^# make/make/p' Makefile

# pip 25.1 is the first that knows dependency groups.
$(BIN)/python:
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --upgrade "pip>=25.1"

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(PIP) install --editable ".[all]"
	$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(BIN)/python
	$(PIP) install --editable ".[all]" --group dev
	$(BIN)/python -m compileall -q src
	@touch $(VENV)/.installed $@
