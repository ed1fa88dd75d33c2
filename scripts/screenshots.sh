#!/bin/sh
# What `make screenshots` does: takes the pictures of docs/images from the bundled case, in chromium.
set -eu
cd "$(dirname "$0")/.."

sh scripts/setup.sh test
sh scripts/chromium.sh || {
    echo "There is no chromium here. On Debian or Ubuntu: sudo apt-get install chromium" >&2
    exit 1
}
PYTHONPATH=tests:tests/network_guard exec .venv/bin/python scripts/screenshots.py docs/images
