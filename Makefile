.PHONY: demo test lint accuracy bench clean
.DELETE_ON_ERROR:

python ?= python3
bin := .venv/bin
ready := .venv/.ready
bench-ready := .venv/.bench-ready
sample := samples/meeting-2021-L.1.txt

demo: $(ready)
	@echo 'Reading $(sample) and printing its outline:'
	@$(bin)/wgtip parse --format tree $(sample)
	@echo 'That was: $(bin)/wgtip parse --format tree $(sample)'
	@echo 'The same tree as JSON: $(bin)/wgtip parse --format json $(sample)'
	@mkdir -p build/demo
	@$(bin)/wgtip compile samples/*.txt -o build/demo/recommendations.sqlite -o build/demo/recommendations.html \
	    -o build/demo/recommendations.md
	@$(bin)/wgtip stats build/demo/recommendations.sqlite
	@echo 'All recommendations of the samples, to search and filter: open build/demo/recommendations.html'
	@echo 'The same as a compilation: build/demo/recommendations.md'
	@echo 'The same as a database, to be asked:'
	@echo '  $(bin)/wgtip search build/demo/recommendations.sqlite labour inspectors'
	@echo '  $(bin)/wgtip show build/demo/recommendations.sqlite CTOC-COP-WG.4-2021-10-R1'

test: $(ready)
	$(bin)/pytest -n auto

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

# A stamp marks an environment that is complete: one cut short is made again.
$(ready): pyproject.toml
	$(python) -m venv --clear .venv
	$(bin)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

$(bench-ready): $(ready)
	$(bin)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,bench]'
	@touch $@
