# One door for people and for CI. Needs Python 3.11 or newer, make and git; everything else goes into .venv.
# PYTHON names another interpreter: make setup PYTHON=python3.13

PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$name" && break; done)
# Says what is wrong with PYTHON, if anything.
USABLE_PYTHON = $(or $(PYTHON),false) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	echo 'Python 3.11 or newer is needed and was not found. Install it, or name it: make setup PYTHON=...' >&2; exit 1; }; \
	$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	echo '$(PYTHON) has no venv or ensurepip. On Debian and Ubuntu: apt-get install python3-venv' >&2; exit 1; }

BIN = .venv/bin
READY = .venv/ready
READY_DEV = .venv/ready-dev
NODE_READY = tests/audit/node_modules/.package-lock.json
UV = 0.13.9
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.DEFAULT_GOAL = help
.PHONY: help site serve check hook test test-quick chromium lint bench bench-country fuzz breaks audit pictures centres format golden lock setup setup-dev clean

## make help      this list
help:
	@sed -n 's/^## //p' $(firstword $(MAKEFILE_LIST))

## make site      build the site from data/ into site/ and say where to open it
site: setup
	@$(BIN)/portal build

## make serve     look at the site while editing: it is built again after each change
serve: setup
	@$(BIN)/portal serve

## make check     check data/ only
check: setup
	@$(BIN)/portal check

## make hook      let git look for personal data before each push
hook: setup
	@git config core.hooksPath .ci/hooks
	@echo 'Từ nay, trước mỗi lần gửi (git push), máy tìm thông tin cá nhân và kiểm tra số liệu.'

## make test      lint, types and all tests, in a real browser too
test: $(READY_DEV) chromium lint
	$(BIN)/python -m pytest -n auto --dist loadscope --no-loadscope-reorder

## make test-quick  tests of less than a minute: no browser, no whole site
test-quick: $(READY_DEV)
	$(BIN)/python -m pytest -n auto --dist worksteal -m 'not browser and not slow'

## make lint      ruff, mypy, and zizmor on the workflows
lint: $(READY_DEV)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/zizmor --offline --quiet .github/workflows

## make bench     what a build costs beside the straightforward way, as ratios (COMMUNES="30 100 300" TO=a file)
bench: $(READY_DEV)
	@$(BENCH) $(if $(COMMUNES),--communes $(COMMUNES)) $(if $(WAYS),--ways $(WAYS))

## make bench-country  the same for all communes, but for the straightforward way, which would take hours
bench-country: $(READY_DEV)
	@$(BENCH) --communes 3321 --ways check unchanged cell hugo copy

BENCH = PYTHONPATH=tests $(BIN)/python -m benchmarks $(if $(JOBS),--jobs $(JOBS)) \
	$(if $(SITE_URL),--site-url $(SITE_URL)) $(if $(WORK),--work '$(WORK)') $(if $(TO),--to '$(TO)')

## make fuzz      10,000 spoilt copies of data folders: what is answered wrongly, and how to make it again
fuzz: $(READY_DEV)
	@$(BIN)/python tests/shared/fuzz.py

## make breaks    a build is killed, and its disk full, at 200 of its writes: does the site stand, is the next one right
breaks: $(READY_DEV)
	@BREAKS=200 $(BIN)/python -m pytest -q tests/whole/test_broken_off.py

## make audit     Lighthouse, axe and html-validate on a page of each type, and on a stock page beside them; needs npm
audit: $(NODE_READY) $(READY_DEV) chromium
	@PYTHONPATH=tests $(BIN)/python -m audit $(if $(QUICK),--quick) $(if $(RUNS),--runs $(RUNS)) $(if $(ALL),--all) \
		$(foreach page,$(PAGE),--page '$(page)')

$(NODE_READY): tests/audit/package-lock.json
	@command -v npm >/dev/null || { \
		echo 'make audit needs Node.js 20.19 or newer with npm, and there is no npm. On Debian: apt-get install npm' >&2; exit 1; }
	@echo 'Installing Lighthouse, axe and html-validate, once.'
	@cd tests/audit && npm ci --ignore-scripts --loglevel=error && touch node_modules/.package-lock.json

## make pictures  the pictures of the officers' guide, anew; needs LibreOffice (soffice), pdftoppm and Chromium
pictures: $(READY_DEV)
	$(BIN)/python tests/shared/guide_pictures.py

## make centres   data/danh-muc/toa-do-xa.csv anew, from the package that also gave the official list
centres: $(READY_DEV)
	@set -e; folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; \
	$(BIN)/python -m pip download --quiet --no-deps --dest "$$folder" vietnamadminunits==1.0.4; \
	$(BIN)/python tests/shared/centres.py "$$folder"/*.whl >data/danh-muc/toa-do-xa.csv

## make format    let ruff format the code and mend what it can
format: $(READY_DEV)
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

## make golden    write the expected files of tests/cases/ anew: read the diff before you commit it
golden: $(READY_DEV)
	UPDATE_GOLDEN=1 $(BIN)/python -m pytest -n auto -m 'not browser'

## make lock      write both lock files anew from pyproject.toml (UPGRADE=1: with the newest versions)
lock:
	@$(USABLE_PYTHON)
	@set -e; tools=$$(mktemp -d); trap 'rm -rf "$$tools"' EXIT; \
	$(PYTHON) -m venv "$$tools"; \
	"$$tools/bin/python" -m pip install --quiet uv==$(UV); \
	locked() { \
		lock=$$1 told=$$2; shift 2; \
		$(PYTHON) -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")' | \
		"$$tools/bin/uv" pip compile --quiet --system-certs --universal --python-version 3.11 --fork-strategy fewest \
			--generate-hashes --no-header --annotation-style line --output-file "$$lock" "$$@" pyproject.toml -; \
		{ echo "# $$told: versions and hashes, for Python 3.11 and newer. Made from pyproject.toml: make lock"; \
			cat "$$lock"; } >"$$tools/lock"; \
		cat "$$tools/lock" >"$$lock"; \
	}; \
	locked requirements-dev.lock 'What builds, tests and lints' $(if $(UPGRADE),--upgrade) --all-extras; \
	locked requirements.lock 'What builds the site, nothing else' --upgrade --no-annotate --constraint requirements-dev.lock

## make setup     make .venv with the packages of requirements.lock; the others call it when needed
setup: $(READY)

# Two that set up at once take turns; whoever comes second finds it done. The lock goes with the shell that holds it.
IN_TURN = set -e; exec 9<Makefile; $(PYTHON) -c 'import fcntl; fcntl.flock(9, fcntl.LOCK_EX)'

$(READY): requirements.lock pyproject.toml
	@$(USABLE_PYTHON)
	@$(IN_TURN); if [ $@ -nt requirements.lock ] && [ $@ -nt pyproject.toml ]; then exit 0; fi; \
	echo 'Setting up .venv, once; this takes about a minute.'; \
	$(PYTHON) -m venv --clear .venv; \
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock; \
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .; \
	touch $@

## make setup-dev  and those of requirements-dev.lock, for tests and lint
setup-dev: $(READY_DEV)

$(READY_DEV): requirements-dev.lock $(READY)
	@$(IN_TURN); if [ $@ -nt requirements-dev.lock ] && [ $@ -nt $(READY) ]; then exit 0; fi; \
	echo 'Adding what tests and lint need, once.'; \
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-dev.lock; \
	touch $@

# A browser on the path, or Playwright's own; else one is installed: on Debian as root by apt, elsewhere by Playwright.
HAS_CHROMIUM = for name in chromium-headless-shell chromium chromium-browser google-chrome; do "$$name" --version && exit; done; \
	$(BIN)/python -c 'import os, sys; from playwright.sync_api import sync_playwright; \
	run = sync_playwright().start(); there = os.path.exists(run.chromium.executable_path); run.stop(); sys.exit(not there)'

chromium: $(READY_DEV)
	@($(HAS_CHROMIUM)) >/dev/null 2>&1 || { \
		echo 'Installing Chromium for the browser tests.'; \
		if [ "$$(id -u)" = 0 ] && grep -qs '^ID=debian' /etc/os-release; then \
			apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium-headless-shell fonts-noto-core; \
		else \
			$(BIN)/playwright install chromium; \
		fi; } || { \
		echo 'The tests need Chromium. Install the package chromium or google-chrome, or run' >&2; \
		echo '.venv/bin/playwright install --with-deps chromium, then make test again.' >&2; exit 1; }

## make clean     remove everything that make has made
clean:
	rm -rf .venv build site .site.* tests/audit/node_modules *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find generator tests -name __pycache__ -prune -exec rm -rf {} +
