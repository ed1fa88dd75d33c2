#!/bin/sh
# What `make run` does: sets up, adds the bundled cases to a store, prints what changed in the first, serves the app.
# PORT=... is where to look for a free port first.
set -eu
cd "$(dirname "$0")/.."

sh scripts/setup.sh run
mkdir -p .data
port=$(.venv/bin/python scripts/free_port.py "${PORT:-8501}")
exec .venv/bin/comms-tracker demo --db .data/demo.db --port "$port"
