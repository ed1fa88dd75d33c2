"""The finding that the same source came with other words: what each wording has that the other lacks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from comms_tracker.decisions import Decision, Verb, in_force
from comms_tracker.records import Finding, FindingKind, Statement
from comms_tracker.store.planning import Plan, Version
from comms_tracker.store.statement_rows import statement_of

if TYPE_CHECKING:
    from sqlite_utils import Database

SHOWN = 3
"""How many edits of one wording are quoted; the others are counted."""
MOST_WORDS = 5000
"""Words of a text up to which two wordings are compared word by word; longer ones line by line."""
CALLED = {"issued": "date", "wording": "kind of wording", "repeats": "original", "derived_from": "place in an article"}
LONGEST = 160
"""Characters of an edit that are quoted."""


def edit_findings(db: Database, incident: str, plan: Plan, decided: Sequence[Decision]) -> tuple[Finding, ...]:
    """One finding for each wording of a statement that another one replaced, the plan's own among them."""
    versions: defaultdict[str, list[Version]] = defaultdict(list)
    current = {version.statement.id for version in plan.current}
    for row in db.query("SELECT * FROM statement_versions WHERE incident = ? ORDER BY id, version", [incident]):
        if row["id"] in current:
            versions[row["id"]].append(Version(row["version"], statement_of(row)))
    for version in (*plan.replaced, *plan.current):
        versions[version.statement.id].append(version)
    seen = _seen(decided)
    return tuple(
        _finding(earlier, later, seen)
        for version in plan.current
        for earlier, later in pairwise(versions[version.statement.id])
    )


def _finding(earlier: Version, later: Version, seen: frozenset[str]) -> Finding:
    said = what_differs(earlier, later)
    found = Finding(FindingKind.CHANGED_SOURCE, (later.statement.id,), (), said)
    return replace(found, seen=found.id in seen)


def _seen(decided: Sequence[Decision]) -> frozenset[str]:
    """The findings that somebody has marked: by their id, for another edit of the same statement is another finding."""
    return frozenset(one.about for one in in_force(tuple(decided)) if one.verb is Verb.SEEN)


def what_differs(earlier: Version, later: Version) -> str:
    """Two wordings of one source in a sentence: what the later has otherwise, in its words and in its facts."""
    one, two = earlier.statement, later.statement
    found = [*_edits(one.text, two.text), *_facts(one, two)]
    shown = found[:SHOWN]
    more = len(found) - len(shown)
    also = f"; and {more} more" if more else ""
    return (
        f"The source of {two.id} was read again and is not as it was: version {later.number} {'; '.join(shown)}{also}. "
        f"Version {earlier.number} is kept beside it."
    )


def _edits(before: str, after: str) -> Iterator[str]:
    old, new = _pieces(before, after)
    for what, start, end, from_, to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = _quoted(old[start:end]), _quoted(new[from_:to])
        if what == "replace":
            yield f"says {come} in the place of {gone}"
        elif what == "insert":
            yield f"adds {come}"
        elif what == "delete":
            yield f"leaves out {gone}"
    if before != after and old == new:
        yield "has other spaces or line ends"


def _pieces(before: str, after: str) -> tuple[list[str], list[str]]:
    """The words of both texts, or their lines where there are too many words to be compared one by one."""
    old, new = before.split(), after.split()
    if max(len(old), len(new)) <= MOST_WORDS:
        return old, new
    return before.splitlines(), after.splitlines()


def _facts(one: Statement, two: Statement) -> Iterator[str]:
    for name in (each.name for each in fields(Statement) if each.name not in ("text", "english")):
        before, after = getattr(one, name), getattr(two, name)
        if before != after:
            yield f"gives {_plain(after)} as its {CALLED.get(name, name)} in the place of {_plain(before)}"


def _plain(value: object) -> str:
    return "nothing" if value is None else str(value)


def _quoted(words: Iterable[str]) -> str:
    text = " ".join(words)
    return f"“{text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + '…'}”"
