"""Packages whose names are imported at their first use: the same names, and nothing loaded that nobody asked for."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import comms_tracker.decisions
import comms_tracker.reading
from comms_tracker.lazily import exports


@pytest.mark.parametrize(("package", "one"), [(comms_tracker.decisions, "Decision"), (comms_tracker.reading, "Taken")])
def test_every_name_that_a_package_offers_is_there_and_stays(package: object, one: str) -> None:
    assert one in package.__all__  # type: ignore[attr-defined]
    for name in package.__all__:  # type: ignore[attr-defined]
        value = getattr(package, name)
        assert value.__name__ == name
        assert vars(package)[name] is value


def test_a_name_that_is_not_offered_is_refused_as_python_does() -> None:
    with pytest.raises(AttributeError, match=r"^module 'comms_tracker.reading' has no attribute 'read_minds'$"):
        exports("comms_tracker.reading", {"read_statements": "statements"})("read_minds")


def test_whoever_knows_decisions_and_sources_reads_no_text() -> None:
    script = (
        "import json, sys\n"
        "from comms_tracker.decisions import Decision\n"
        "from comms_tracker.reading.received import Provenance\n"
        "print(json.dumps(sorted({name for name in sys.modules if name.startswith('comms_tracker.')})))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    rooms = {name.split(".")[1] for name in json.loads(done.stdout)}
    assert rooms <= {"decisions", "errors", "lazily", "reading", "records", "remembering"}
