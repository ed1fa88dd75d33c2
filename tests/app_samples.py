"""Stores for the tests of the app: the hand-made comparison, and one whose every word is hostile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sample_comparison import INCIDENT, barts_comparison, change, claim, figure

from comms_tracker.records import ChangeKind, Comparison, FigureKind, Finding, FindingKind, Measure, Series, Statement
from comms_tracker.store import Store

HOSTILE = (
    '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script> <b>bold</b> **stars** $x^2$ :tada: '
    "[link](javascript:alert(1)) &amp; </p></article> <style>*{display:none}</style>"
)
LONG_WORD = "w" * 10_000


def store_with(path: Path, *comparisons: Comparison) -> Path:
    """A store that holds these comparisons, whatever a reading of their statements would give."""
    for comparison in comparisons:

        def given(_: Sequence[Statement], *__: object, made: Comparison = comparison) -> Comparison:
            return made

        with Store.open(path, write=True, compare=given) as store:
            store.add(comparison.incident or "", comparison.statements)
    return path


def barts_store(path: Path) -> Path:
    """The bundled case as compared by hand."""
    return store_with(path, barts_comparison())


def later_incident(name: str = "storm-2020") -> Comparison:
    """A newer incident: one figure that rose, in two statements of another organisation."""
    told = [
        Statement("first", "8 homes are without power.", "Northern Grid", "2020-01-01", incident=name),
        Statement("second", "900 homes are without power.", "Northern Grid", "2020-01-02", incident=name),
    ]
    return _rise(name, told, "8", "900")


def long_incident(name: str = "flood-2016") -> Comparison:
    """An older incident in two statements that are longer than any window, its one claim early in the first."""
    filler = "\n\n".join(f"Paragraph {number} is about something else that stays as it is." for number in range(60))
    told = [
        Statement("long-first", f"8 homes are flooded.\n\n{filler}", "Vale Council", "2016-01-01", incident=name),
        Statement("long-second", f"{filler}\n\n900 homes are flooded.", "Vale Council", "2016-01-02", incident=name),
    ]
    return _rise(name, told, "8", "900")


def hostile_comparison() -> Comparison:
    """An incident whose every field tries to be something other than text."""
    told = [
        Statement(
            "one", f"8 homes {HOSTILE}\n\n{LONG_WORD}", HOSTILE, "2020-01-01", HOSTILE, HOSTILE, HOSTILE, HOSTILE
        ),
        Statement(
            "two", f"900 homes {HOSTILE}", HOSTILE, "2020-01-02", HOSTILE, HOSTILE, HOSTILE, "javascript:alert(1)"
        ),
    ]
    made = _rise(
        f"{HOSTILE}", [replace(one, incident=HOSTILE) for one in told], f"8 homes {HOSTILE}", f"900 homes {HOSTILE}"
    )
    (risen,) = made.changes
    risen = replace(risen, explanation=HOSTILE, evidence_for=(HOSTILE,), evidence_against=(HOSTILE,))
    finding = Finding(FindingKind.SUM_MISMATCH, ("one",), (), HOSTILE)
    return replace(made, changes=(risen,), findings=(finding,), notes=(HOSTILE,))


def _rise(name: str, told: list[Statement], earlier: str, later: str) -> Comparison:
    measure = Measure("be", "home", phrase="homes without power")
    first = claim(told[0], earlier, figure(told[0], "8", FigureKind.EXACT, 8, 8), measure)
    second = claim(told[1], later, figure(told[1], "900", FigureKind.EXACT, 900, 900), measure)
    risen = change(ChangeKind.PROGRESSED, first, second, 0.9, "Homes without power went from 8 to 900.")
    return Comparison(
        incident=name,
        produced_by=barts_comparison().produced_by,
        statements=tuple(told),
        claims=(first, second),
        series=(Series("s", measure, (first.id, second.id)),),
        changes=(risen,),
        findings=(),
    )


__all__ = [
    "HOSTILE",
    "INCIDENT",
    "LONG_WORD",
    "barts_store",
    "hostile_comparison",
    "later_incident",
    "long_incident",
    "store_with",
]
