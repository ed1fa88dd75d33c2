#!/bin/sh
# What `make test` does: sets up, brings a chromium where it may, then lint, types, import rules and tests.
# Everything runs even where an early step fails; the last line says what came of it.
# BROWSER=required fails where a browser test was skipped.
set -eu
cd "$(dirname "$0")/.."

sh scripts/setup.sh test
sh scripts/chromium.sh || true

PATH=$PWD/.venv/bin:$PATH
export PATH
results=test-results.xml
rm -f "$results" .coverage
failed=

step() {
    name=$1
    shift
    echo "== $name"
    "$@" || failed="$failed${failed:+, }$name"
}

step "ruff check" ruff check .
step "ruff format" ruff format --check .
step "mypy" mypy --strict
step "lint-imports" lint-imports
step "pytest" python -m pytest --cov --cov-report= --junitxml="$results"

echo "== coverage: $(coverage report --format=total 2>/dev/null || echo '?') per cent of lines and branches"
exec python scripts/verdict.py "$results" "$failed" "${BROWSER:-optional}"
