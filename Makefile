# Two commands are all a newcomer needs: `make run` and `make test`.

PORT ?= 8000
DATA_DIR ?= var
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PORT
export DATA_DIR

.PHONY: run test test-python test-js test-deployment lint fmt fuzz bench bench-widgets widgets messages lock sbom

run: $(VENV)/site.stamp
	@mkdir -p -m 700 "$(DATA_DIR)"
	@$(BIN)/python manage.py demo --port "$(PORT)" --data "$(DATA_DIR)"

test: lint test-js test-python

lint: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python manage.py check
	$(BIN)/python manage.py makemigrations --check --dry-run

test-js: node_modules/.stamp
	npm run --silent check
	npm run --silent test
	npm run --silent build -- --check

test-python: $(VENV)/test.stamp node_modules/.stamp
	$(BIN)/python scripts/require_chromium.py
	$(BIN)/python -m pytest -n auto $(PYTEST_ARGS)

# A whole machine on loopback, as docs/deploy.md makes one. It needs nginx, Redis, PostgreSQL, openssl,
# age, GnuPG and systemd-analyze.
test-deployment: $(VENV)/test.stamp tests/deployment/observatory/node_modules/.stamp
	$(BIN)/python -m pytest -n0 tests/deployment $(PYTEST_ARGS)

fmt: $(VENV)/test.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Made-up requests for FUZZ_SECONDS (300), from FUZZ_SEED (a new one each time): what fails says from which seed. The report is
# written to FUZZ_REPORT in the form of JUnit.
FUZZ_REPORT ?= var/fuzz.xml
fuzz: $(VENV)/test.stamp
	$(BIN)/python -m pytest -n0 --junitxml="$(FUZZ_REPORT)" $(PYTEST_ARGS) tests/bad_input/fuzz/fuzz_*.py

# On a machine that does nothing else: about ten minutes. It needs wrk and nginx; BENCH_ARGS="--write" puts the tables
# into docs/performance.md.
bench: $(VENV)/test.stamp
	$(BIN)/python -m benchmarks.api $(BENCH_ARGS)

# On a machine that does nothing else: about a quarter of an hour. It needs Chromium, and Node.js for the maps that the widgets
# are measured beside, which nothing else needs; BENCH_ARGS="--write" puts the tables into docs/performance.md.
bench-widgets: $(VENV)/test.stamp benchmarks/widgets/node_modules/.stamp
	$(BIN)/python scripts/require_chromium.py
	$(BIN)/python -m benchmarks.widgets $(BENCH_ARGS)

# The built widgets are committed: running and installing needs no Node.
widgets: node_modules/.stamp
	npm run --silent build

# Needs GNU gettext for the extraction; the compiled catalogues are committed.
messages: $(VENV)/test.stamp
	$(BIN)/python scripts/update_messages.py

# Needs uv. `requirements/*.txt` are written here and nowhere else.
lock:
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
		--custom-compile-command "make lock" --extra site pyproject.toml -o requirements/site.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
		--custom-compile-command "make lock" --extra site --extra production pyproject.toml -o requirements/production.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
		--custom-compile-command "make lock" --extra site --extra production --extra test pyproject.toml -o requirements/test.txt

# What this is made of, as CycloneDX: the same locks give the same file. Needs no network.
sbom: $(VENV)/test.stamp
	$(BIN)/python -m scripts.supply.sbom build/sbom.cdx.json

$(VENV)/bin/python:
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11')"
	$(PYTHON) -m venv $(VENV)

$(VENV)/site.stamp: requirements/site.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/site.txt
	@touch $@

# Most of what is installed for tests is never imported: what is imported is compiled then.
$(VENV)/test.stamp: requirements/test.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check --require-hashes -r requirements/test.txt
	@touch $@ $(VENV)/site.stamp

node_modules/.stamp: package.json package-lock.json
	@command -v npm >/dev/null || { echo "Node.js 20 or newer with npm is needed to test and build the widgets."; exit 1; }
	npm ci --no-fund --no-audit --silent
	@touch $@

benchmarks/widgets/node_modules/.stamp: benchmarks/widgets/package.json benchmarks/widgets/package-lock.json
	@command -v npm >/dev/null || { echo "Node.js 20.6 or newer with npm is needed to measure the widgets beside other maps."; exit 1; }
	cd benchmarks/widgets && npm ci --no-fund --no-audit --silent
	@touch $@

# Only what it takes to look at one site: no database, nothing compiled, no lists fetched.
tests/deployment/observatory/node_modules/.stamp: tests/deployment/observatory/package.json tests/deployment/observatory/package-lock.json
	@command -v npm >/dev/null || { echo "Node.js 20.6 or newer with npm is needed to grade the headers of the pages."; exit 1; }
	cd tests/deployment/observatory && npm ci --ignore-scripts --omit=optional --no-fund --no-audit --silent
	@touch $@
