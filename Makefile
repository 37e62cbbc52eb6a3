# The only list of commands. `make demo` and `make test` are all that a newcomer needs.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
PYTHON ?= python3
V := .venv/bin
PORT ?= 8000
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
# The tests start many processes: what one of them has compiled, the next need not compile again.
unexport PYTHONDONTWRITEBYTECODE
export PIP_DISABLE_PIP_VERSION_CHECK = 1
export PIP_ROOT_USER_ACTION = ignore
export PATH := $(CURDIR)/.venv/bin:$(PATH)

.PHONY: demo run worker test proof check audit bench shots lock assets messages docs format system clean

## The two commands for a newcomer

demo: .venv/.ready assets messages  ## set up everything, fill Korsby, serve on http://localhost:8000
	$(V)/python manage.py migrate -v0
	$(V)/python manage.py createcachetable
	$(V)/python manage.py collectstatic --noinput -v0
	$(V)/stegvis demo
	@if [ -z "$${CI:-}" ]; then $(MAKE) --no-print-directory run; fi

test: .venv/.tests assets messages system  ## the whole suite, on SQLite and on PostgreSQL, with a real browser
	$(V)/pytest -q -n 2 --dist loadgroup
	$(V)/python -m tools.throwaway_postgresql $(V)/pytest -q -n 2 --dist loadgroup --reuse-db

## For those who go on

run:  ## serve what is there with a worker beside it, on this machine only
	@echo "Stegvis is on http://localhost:$(PORT)  -  http://localhost:$(PORT)/demo/ to be somebody from Korsby. Ctrl-C ends it."
	export DJANGO_SETTINGS_MODULE=stegvis.config.settings.dev; $(V)/stegvis worker & trap "kill $$! 2>/dev/null || true" EXIT; $(V)/granian --interface wsgi stegvis.config.wsgi:application --host 127.0.0.1 --port $(PORT) \
	  --workers 1 --blocking-threads 1 --no-ws --log-level warning

worker:  ## run queued tasks and the clock
	$(V)/stegvis worker

check: .venv/.tests assets messages  ## everything that needs no database: style, types, floors, words, documents
	$(V)/ruff check .
	$(V)/ruff format --check .
	$(V)/mypy
	$(V)/lint-imports --no-cache
	$(V)/djade --check --target-version 5.2 $$(git ls-files 'src/**/*.html')
	$(V)/python manage.py makemigrations --check --dry-run
	$(V)/python manage.py check
	$(V)/python -m tools.messages check
	$(V)/python -m tools.docs requirements --check
	$(V)/python -m tools.docs map --check
	$(V)/python -m tools.docs data_protection --check

audit: .venv/.tests node_modules/.ready  ## known weaknesses in what is locked; fails too when none could be looked up
	$(V)/python -m tools.audit

proof: .venv/.tests assets messages system  ## the promises at their full targets
	$(V)/pytest -q -m proof
	$(V)/python -m tools.throwaway_postgresql $(V)/pytest -q -m proof --reuse-db

bench: .venv/.tests assets messages system  ## ratios against the floor, printed as tables
	$(V)/python -m bench

shots: .venv/.tests assets messages system  ## every page as a picture, in shots/
	$(V)/python -m tools.shots

format: .venv/.tests  ## put code and templates in shape
	$(V)/ruff check --fix -q .
	$(V)/ruff format -q .
	$(V)/djade --target-version 5.2 $$(git ls-files 'src/**/*.html')

docs: .venv/.tests  ## write the generated documents anew
	$(V)/python -m tools.docs requirements
	$(V)/python -m tools.docs map
	$(V)/python -m tools.docs data_protection

lock: .venv/.tests  ## lock requirements/*.in with hashes and without addresses
	for part in base test node; do uv pip compile -q --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-header --no-annotate --no-config \
	  requirements/$$part.in -o requirements/$$part.txt; done

clean:  ## take away everything that was made
	rm -rf .venv node_modules build var shots

## What the commands above need

.venv/.ready: requirements/base.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(None if (3, 11) <= sys.version_info < (3, 14) else "Stegvis needs Python 3.11, 3.12 or 3.13.")'
	$(PYTHON) -c 'import ensurepip' 2>/dev/null || { $(SUDO) apt-get update -qq; \
	  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends python3-venv >/dev/null; }
	$(PYTHON) -m venv .venv
	$(V)/pip install -q --require-hashes --no-deps -r requirements/base.txt
	echo "$(CURDIR)/src" > "$$($(V)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/stegvis.pth"
	printf '#!/bin/sh\nexec "%s/.venv/bin/python" -m stegvis.config.cli "$$@"\n' "$(CURDIR)" > $(V)/stegvis
	chmod +x $(V)/stegvis
	touch $@

.venv/.tests: requirements/test.txt .venv/.ready
	$(V)/pip install -q --require-hashes --no-deps -r requirements/test.txt
	touch $@

node_modules/.ready: package.json package-lock.json .npmrc .venv/.ready
	if ! node -e 'process.exit(process.versions.node.split(".")[0] >= 20 ? 0 : 1)' 2>/dev/null; then \
	  $(V)/pip install -q --require-hashes --no-deps -r requirements/node.txt; fi
	npm ci --no-audit --no-fund --ignore-scripts --loglevel=error
	touch $@

build/.ready: node_modules/.ready designsystemet.config.json $(wildcard tools/*.mjs) $(wildcard assets/*)
	npm run --silent build
	touch $@

assets: build/.ready

messages: .venv/.ready
	$(V)/python -m tools.messages compile

system:
	@need=(); \
	command -v chromium chromium-browser google-chrome >/dev/null || need+=(chromium); \
	/sbin/ldconfig -p | grep -q 'libatomic\.so\.1' || need+=(libatomic1); \
	ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || need+=(postgresql); \
	[ -x /usr/sbin/pgbouncer ] || command -v pgbouncer >/dev/null || need+=(pgbouncer); \
	if [ $${#need[@]} -gt 0 ]; then \
	  $(SUDO) apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends "$${need[@]}" >/dev/null; fi
