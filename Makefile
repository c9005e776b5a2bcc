# All that the project does, in one place. `make run` and `make test` need nothing done before.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test prove browser lint screenshots bench lock sample words clean

run: $(VENV)/run.ok  ## start the app on the sample union
	$(BIN)/streamlit run app.py

test: $(VENV)/dev.ok  ## the suite, on every core
	$(BIN)/python -m pytest -n auto --dist worksteal

prove: $(VENV)/dev.ok  ## the long proofs: simulations, kills, fuzz
	$(BIN)/python -m pytest -m prove

browser: $(VENV)/dev.ok  ## the main paths in a real browser (needs chromium)
	$(BIN)/python -m pytest -m browser tests/browser

lint: $(VENV)/dev.ok  ## style and the rooms' import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

screenshots: $(VENV)/dev.ok  ## the pictures in docs/, by the app itself (needs chromium)
	$(BIN)/python -m tests.browser.screenshots

bench: $(VENV)/dev.ok  ## ratios against peers, side by side in one run
	$(BIN)/python -m benchmarks

sample: $(VENV)/run.ok  ## write the sample union's files again
	$(BIN)/python -m sample_data --files

words: $(VENV)/dev.ok  ## collect the texts of the code into the catalogues
	$(BIN)/python -m words.collect

lock: $(VENV)/dev.ok  ## pin every requirement again, for every platform
	$(BIN)/uv pip compile --universal --python-version 3.11 --only-binary :all: --no-header \
	  --no-emit-index-url requirements.in -o requirements.txt
	$(BIN)/uv pip compile --universal --python-version 3.11 --only-binary :all: --no-header \
	  --no-emit-index-url requirements-dev.in -o requirements-dev.txt

$(VENV)/python.ok:
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/run.ok: $(VENV)/python.ok requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: -r requirements.txt
	touch $@

$(VENV)/dev.ok: $(VENV)/run.ok requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: -r requirements-dev.txt
	touch $@

clean:  ## take the installed packages away
	rm -rf $(VENV)
