.PHONY: demo test quick lint accuracy bench clean
.DELETE_ON_ERROR:

python ?= python3
bin := .venv/bin
installed := .venv/.installed
ready := .venv/.ready
bench-ready := .venv/.bench-ready

demo: $(installed)
	@rm -rf build/demo
	@$(bin)/wgtip demo build/demo
	@echo 'Here wgtip is $(bin)/wgtip; after this it is wgtip: . $(bin)/activate'

test: $(ready)
	$(bin)/pytest -n auto

# The tests that find most, in a minute on two processors.
quick: $(ready)
	HYPOTHESIS_PROFILE=quick $(bin)/pytest -q -n auto -m 'not slow'

lint: $(ready)
	$(bin)/ruff check .
	$(bin)/ruff format --check .
	$(bin)/mypy
	$(bin)/lint-imports

accuracy: $(ready)
	$(bin)/pytest -q -rP tests/test_accuracy.py tests/test_agreement.py tests/test_metamorphic.py
	$(bin)/python benchmarks/mastheads.py
	$(bin)/python benchmarks/recommendations.py ../shared
	$(bin)/python benchmarks/findings.py ../shared/board
	$(bin)/python benchmarks/fixes.py ../shared/board/layout
	$(bin)/python benchmarks/agreement.py

bench: $(bench-ready)
	$(bin)/python benchmarks/run.py

clean:
	rm -rf .venv build dist

# A stamp marks an environment that is complete: one cut short is made again. What a demo needs is there in half the time.
$(installed): pyproject.toml
	$(python) -m venv --clear .venv
	$(bin)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(ready): $(installed)
	$(bin)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

$(bench-ready): $(ready)
	$(bin)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,bench]'
	@touch $@
