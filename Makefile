# Each target is one small script of scripts/, which can be run by itself.
.DEFAULT_GOAL := help
.PHONY: help run test accuracy corpora docs docs-cli bad-input licences fuzz updates screenshots lock clean

help:  ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run:  ## Set up, show what changed in the bundled cases, serve the app on 127.0.0.1 (PORT=8501)
	@sh scripts/run.sh

test:  ## Set up, then lint, types, import rules, tests and coverage
	@sh scripts/test.sh

accuracy:  ## Measure on the project's own gold and write docs/accuracy.md
	@.venv/bin/python scripts/accuracy.py

corpora:  ## Set the bundled cases against their expected.json and note what is better or worse
	@.venv/bin/python scripts/review_corpora.py --write

docs:  ## Bring the generated pages up to date and build the website in dist/site, offline
	@sh scripts/setup.sh test
	@$(MAKE) -s docs-cli bad-input licences
	@NO_MKDOCS_2_WARNING=1 .venv/bin/python -m mkdocs build --strict --quiet && echo "wrote dist/site/index.html"

docs-cli:  ## Collect what every command says of itself into docs/cli.md
	@.venv/bin/python scripts/docs_cli.py

bad-input:  ## Write the table of bad input, which the tests prove, into docs/bad-input.md
	@PYTHONPATH=tests .venv/bin/python scripts/bad_input.py

licences:  ## Write the licence of every pinned package into docs/licences.md
	@.venv/bin/python scripts/licences.py

fuzz:  ## Look for inputs that break the program, and keep what is found (MINUTES=10)
	@sh scripts/setup.sh test
	@PYTHONPATH=tests .venv/bin/python scripts/fuzz.py --minutes $(or $(MINUTES),10)

updates:  ## Ask for newer releases of what is pinned (needs the network)
	@.venv/bin/python scripts/updates.py

screenshots:  ## Take the pictures of docs/images again (needs chromium)
	@sh scripts/screenshots.sh

lock:  ## Pin what is installed in .venv into the two lock files
	@.venv/bin/python scripts/lock.py

clean:  ## Remove the demonstration's store and what tests leave behind (.venv stays)
	rm -rf .data .coverage test-results.xml .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
