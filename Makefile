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
# How many random programs `make differential` and `make mutants` make, and from which seed.
COUNT := 10000
SEED := 1
# With Swift's own libraries inside, a program starts sooner and runs where no toolchain is.
RELEASE := --configuration release --static-swift-stdlib
# Where `make install` puts things.
PREFIX := /usr/local
# Where `make bench-peers` keeps the libraries it compares with, and the Python that makes the folder: 3.9 to 3.11.
PEERS := $(HOME)/.cache/nbrun-peers
PEERS_PYTHON := python3.11
PEERS_PACKAGES := tensorflow-cpu==2.15.1 'numpy<2' torch==2.13.0+cpu
# How long `make fuzz` feeds each part, and which parts.
MINUTES := 5
PARTS := notes jupyter outputs formulas syntax cells printing cache weights
# What `make sanitize` looks for.
SANITIZER := address
# A room may import only what Package.swift allows it.
TEST_OPTIONS := --disable-xctest --explicit-target-dependency-import-check error

.PHONY: demo test test-browser bench bench-peers differential mutants fuzz sanitize install dist format lint clean help prepare FORCE

demo: $(INDEX) ## Build nbrun, render notebooks/ to site/public/, say where the pages are
	@echo "The pages are ready: open $(abspath $(INDEX))"

test: prepare ## Build everything and run all tests
	swift test $(TEST_OPTIONS)

test-browser: prepare ## Look at the pages with headless Chromium
	@.ci/prepare packages-browser
	NBRUN_BROWSER=1 swift test $(TEST_OPTIONS) --filter BrowserTests

bench: prepare $(NBRUN) ## Measure, and print one table for each question; NOTES="..." names other notes
	swift build $(RELEASE) --product RunPython
	swift run $(RELEASE) Benchmarks $(NOTES)

bench-peers: prepare $(NBRUN) $(PEERS)/complete ## The same next to TensorFlow, PyTorch and NumPy, installed first
	swift build $(RELEASE) --product RunPython
	swift run $(RELEASE) Benchmarks --peers $(PEERS)/bin/python $(NOTES)

differential: prepare ## Compare random programs with what CPython says; COUNT=, SEED=, or PROGRAMS= a folder
	swift build $(RELEASE) --product RunPython
	swift run Differential $(if $(PROGRAMS),--folder $(PROGRAMS)) --count $(COUNT) --seed $(SEED)

mutants: prepare ## Damage programs at random and run them: none may end the process; COUNT=, SEED=
	swift build $(RELEASE) --product RunPython
	swift run Differential --mutants Tests/PythonRuntimeTests/Scripts --count $(COUNT) --seed $(SEED)

fuzz: prepare ## Feed libFuzzer's inputs to every part that takes bytes from strangers; MINUTES= for each, PARTS=
	NBRUN_FUZZ=1 swift build --configuration release --scratch-path .build/fuzz --product Fuzz -Xswiftc -sanitize=fuzzer
	.ci/fuzz .build/fuzz/release/Fuzz $(MINUTES) $(PARTS)

sanitize: prepare ## Run all tests under a sanitizer: SANITIZER=address, or thread
	swift test $(TEST_OPTIONS) --sanitize $(SANITIZER) --scratch-path .build/$(SANITIZER)

install: $(NBRUN) ## Install below PREFIX (/usr/local): the program, its manual page, its completions
	.ci/install $(DESTDIR)$(PREFIX)

dist: $(NBRUN) ## Pack the same for other machines, into .build/dist/
	.ci/dist

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

$(PEERS)/complete:
	$(PEERS_PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/pip install --quiet --extra-index-url https://download.pytorch.org/whl/cpu $(PEERS_PACKAGES)
	@touch $@

# SwiftPM decides what is out of date; the pages follow only if it wrote a new binary.
$(NBRUN): prepare FORCE
	swift build $(RELEASE) --product nbrun

$(INDEX): $(NBRUN) $(PAGE_SOURCES)
	$(NBRUN) build notebooks -o site/public
	@touch $@
