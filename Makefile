# Every command a developer needs; `make help` lists them.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

NBRUN := .build/release/nbrun
INDEX := site/public/index.html
# The folders count too: a note that was removed or renamed changes them.
PAGE_SOURCES := $(shell find notebooks templates -not -path '*/.nbrun*') site/site.yml site/index.md
# What `make bench` measures: notes, and folders of notes.
NOTES := notebooks
# How many random programs `make differential` makes, and from which seed.
COUNT := 10000
SEED := 1
# A room may import only what Package.swift allows it.
TEST_OPTIONS := --disable-xctest --explicit-target-dependency-import-check error

.PHONY: demo test test-browser bench differential format lint clean help prepare FORCE

demo: $(INDEX) ## Build nbrun, render notebooks/ to site/public/, say where the pages are
	@echo "The pages are ready: open $(abspath $(INDEX))"

test: prepare ## Build everything and run all tests
	swift test $(TEST_OPTIONS)

test-browser: prepare ## Look at the pages with headless Chromium, where it is installed
	NBRUN_BROWSER=1 swift test $(TEST_OPTIONS) --filter BrowserTests

bench: prepare $(NBRUN) ## Measure, and print one table for each question; NOTES="..." names other notes
	swift build --configuration release --product RunPython
	swift run --configuration release Benchmarks $(NOTES)

differential: prepare ## Compare random programs with what CPython says; COUNT=, SEED=, or PROGRAMS= a folder
	swift build --configuration release --product RunPython
	swift run Differential $(if $(PROGRAMS),--folder $(PROGRAMS)) --count $(COUNT) --seed $(SEED)

format: ## Rewrite all Swift files in the project's style
	swift format --in-place --parallel --recursive Package.swift Sources Tests

lint: ## Report what `make format` would change, and the style's other rules
	swift format lint --strict --parallel --recursive Package.swift Sources Tests

clean: ## Remove what was built and rendered
	rm -rf .build site/public

help: ## Show this list
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

# Installs missing system packages; asks nobody and does nothing when all are there.
prepare:
	@.ci/prepare

# SwiftPM decides what is out of date; the pages follow only if it wrote a new binary.
$(NBRUN): prepare FORCE
	swift build --configuration release --product nbrun

$(INDEX): $(NBRUN) $(PAGE_SOURCES)
	$(NBRUN) build notebooks -o site/public
	@touch $@
