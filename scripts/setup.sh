#!/bin/sh
# Makes .venv and installs the pinned releases into it. Says nothing and takes no time where that is done already.
#   sh scripts/setup.sh run     what comms-tracker needs
#   sh scripts/setup.sh test    what its tests need besides
# PYTHON=... names the Python to make .venv with.
set -eu
cd "$(dirname "$0")/.."

purpose=${1:-run}
case $purpose in
    run) lock=requirements.lock ;;
    test) lock=requirements-dev.lock ;;
    *) echo "setup.sh: say 'run' or 'test', not '$purpose'." >&2; exit 2 ;;
esac
torch_cpu_index=https://download.pytorch.org/whl/cpu
venv_python=.venv/bin/python

say() { echo "[setup] $*"; }
pip() { "$venv_python" -m pip --disable-pip-version-check "$@"; }
pinned() { sed -n "s/^$1==//p" requirements.lock; }
new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

# Prints the Python to use, or fails with one line that says what is missing.
find_python() {
    if [ -n "${PYTHON:-}" ]; then
        new_enough "$PYTHON" && echo "$PYTHON" && return
    else
        for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
            new_enough "$candidate" && echo "$candidate" && return
        done
    fi
    here=$("${PYTHON:-python3}" --version 2>/dev/null) || here="not there"
    echo "comms-tracker needs Python 3.11 or newer, and ${PYTHON:-python3} is $here." \
        "Install a newer one, or name it: make $purpose PYTHON=/path/to/python3" >&2
    return 1
}

make_venv() {
    python=$(find_python)
    say "making .venv with $("$python" --version)"
    "$python" -m venv --clear .venv || {
        rm -rf .venv
        echo "Python could not make a virtual environment. On Debian or Ubuntu: sudo apt-get install python3-venv" >&2
        return 1
    }
}

has_cpu_torch() {
    "$venv_python" -c '
import sys
from importlib.metadata import PackageNotFoundError, version
try:
    sys.exit(version("torch") != sys.argv[1] + "+cpu")
except PackageNotFoundError:
    sys.exit(1)
' "$(pinned torch)"
}

# What would pip bring for torch here? Asked without downloading; a build for CUDA asks for nvidia packages.
index_has_cpu_torch() {
    pip install --dry-run --no-deps --ignore-installed -qq --report - --retries 1 --timeout 20 \
        "torch==$(pinned torch)" 2>/dev/null | "$venv_python" -c '
import json, sys
wanted = json.load(sys.stdin)["install"][0]["metadata"].get("requires_dist", ())
sys.exit(any(name.startswith(("nvidia-", "cuda-")) and "extra ==" not in name for name in wanted))
' 2>/dev/null
}

# On Linux, PyPI has torch for CUDA, gigabytes that are of no use here. Elsewhere it is the CPU build already.
install_torch() {
    if [ "$(uname -s)" != Linux ] || has_cpu_torch; then
        return
    fi
    if index_has_cpu_torch; then
        say "installing torch $(pinned torch) (CPU) from the package index that is configured here"
        pip install -qq --no-deps "torch==$(pinned torch)"
    else
        say "installing torch $(pinned torch) (CPU) from PyTorch's own index, about 200 MB"
        pip install -qq --no-deps --index-url "$torch_cpu_index" "torch==$(pinned torch)+cpu" || {
            echo "The CPU build of torch $(pinned torch) could not be had from $torch_cpu_index." \
                "Check the network, then run make $purpose again." >&2
            return 1
        }
    fi
}

# The stamp holds what was installed; it no longer matches once a lock, pyproject.toml or this script has changed.
stamp=.venv/installed-for-$purpose
wanted=$(cat "$0" pyproject.toml requirements.lock "$lock" | cksum)
if [ -x "$venv_python" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then
    exit 0
fi

if ! new_enough "$venv_python" || ! pip --version >/dev/null 2>&1; then
    make_venv
fi
pip install -qq "pip==$(pinned pip)"
install_torch
say "installing the pinned releases of $lock (a minute or two the first time)"
pip install -qq -r "$lock"
pip install -qq --no-deps --no-build-isolation --editable .
echo "$wanted" >"$stamp"
say "done: .venv/bin/comms-tracker is ready"
