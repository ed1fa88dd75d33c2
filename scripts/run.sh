#!/bin/sh
# What `make run` does: sets up, adds the bundled case to a store, prints what changed, serves the app.
# PORT=... is where to look for a free port first.
set -eu
cd "$(dirname "$0")/.."

sh scripts/setup.sh run
tracker=.venv/bin/comms-tracker
store=.data/demo.db
mkdir -p .data

"$tracker" add corpora/barts-2017 --db "$store"
"$tracker" changes --db "$store"

port=$(.venv/bin/python scripts/free_port.py "${PORT:-8501}")
exec "$tracker" app --db "$store" --port "$port"
