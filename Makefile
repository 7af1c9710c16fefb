# Verbs: run, test, check, bench. Each makes its environment in .venv first; nothing here needs root or a server.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000

# Tests start many processes; without compiled modules each would compile the whole house anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test check bench fix clean pins texts

$(VENV)/made-for-running: requirements/base.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/base.txt
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/build.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/made-for-testing: requirements/dev.txt $(VENV)/made-for-running
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	touch $@

run: $(VENV)/made-for-testing ## Serve the site with its demonstration
	$(BIN)/marketplace demo --port $(PORT)

test: $(VENV)/made-for-testing ## Run all tests; those with a browser where Chromium is
	$(BIN)/python -m pytest -n 2 --dist loadgroup $(ARGS)

check: $(VENV)/made-for-testing ## Lint, types, fence, templates
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint templates --lint --quiet

bench: $(VENV)/made-for-testing ## Print the figures of docs/performance.md
	$(BIN)/python -m bench

fix: $(VENV)/made-for-testing ## Format, and mend what ruff can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

texts: $(VENV)/made-for-testing ## Collect the texts that people read, and compile their translations
	$(BIN)/pybabel extract --mapping pyproject.toml --keyword N_ --keyword say --keyword translate --keyword lazy \
	  --no-location --no-wrap --sort-output --output $(VENV)/messages.pot .
	$(BIN)/pybabel update --input-file $(VENV)/messages.pot --output-dir marketplace/translations --locale en \
	  --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --no-wrap
	$(BIN)/pybabel compile --directory marketplace/translations

pins: $(VENV)/made-for-testing ## Compile requirements/*.in to pinned, hashed requirements/*.txt
	for name in base build dev; do \
	  $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	    --no-emit-find-links --no-header -o requirements/$$name.txt requirements/$$name.in; done

clean:
	rm -rf $(VENV) var build dist
