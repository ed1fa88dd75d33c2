"""Compares what the program says of the bundled incidents with what a careful reader found in them.

    .venv/bin/python scripts/review_corpora.py            says what is right, missed and reported in error
    .venv/bin/python scripts/review_corpora.py --write    notes it in each expected.json, writes the table of README.md

The truth in expected.json (kinds, words) is a person's and is never changed here. ``known_miss``,
``headline_known_miss`` and ``reported_in_error`` are what the program gets wrong today; a test holds that they are so.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from comms_tracker.changes.headline import SURE, headline
from comms_tracker.records import Change, ChangeKind, Claim, Comparison

ROOT = Path(__file__).resolve().parent.parent
CORPORA = ROOT / "corpora"
TABLE_BEGINS, TABLE_ENDS = "<!-- table of index.json -->", "<!-- end of the table -->"
NEVER_IN_ERROR = frozenset({ChangeKind.UNCHANGED, ChangeKind.ADDED})
"""Kinds of which expected.json doesn't list all: what is merely repeated, and what is merely new."""


@dataclass(frozen=True, slots=True)
class Place:
    """Words in a statement: code points from ``start`` to ``end`` of its text."""

    statement: str
    start: int
    end: int

    def holds(self, claim: Claim | None) -> bool:
        """Whether the claim stands in the same statement on some of the same words."""
        return (
            claim is not None
            and claim.statement == self.statement
            and claim.start < self.end
            and self.start < claim.end
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """One entry of expected.json: the kinds that are right, and the words on either side; None on one that has none.

    ``acknowledged`` says that words of the later statement mention the change.
    """

    kinds: frozenset[ChangeKind]
    earlier: Place | None
    later: Place | None
    may_lead: bool
    optional: bool
    acknowledged: bool

    def is_about(self, earlier: Claim | None, later: Claim | None) -> bool:
        """Whether a change between these claims is about the same words."""
        return all(
            place is None if claim is None else place is not None and place.holds(claim)
            for place, claim in ((self.earlier, earlier), (self.later, later))
        )


@dataclass(frozen=True, slots=True)
class Reported:
    """A change of the product behind its claims."""

    change: Change
    earlier: Claim | None
    later: Claim | None

    def as_json(self) -> dict[str, object]:
        """As ``reported_in_error`` keeps it."""
        sides = {"earlier": self.earlier, "later": self.later}
        words = {side: claim and {"statement": claim.statement, "words": claim.text} for side, claim in sides.items()}
        return {"kind": self.change.kind.value, **words}


@dataclass(frozen=True, slots=True)
class Review:
    """How one incident's comparison stands to what was expected.

    ``misses`` has a sentence for each expected change, None where it was found; ``headline_miss`` likewise.
    """

    incident: str
    misses: tuple[str | None, ...]
    headline_miss: str | None
    in_error: tuple[Reported, ...]


def folders(corpora: Path = CORPORA) -> list[Path]:
    """The folders of the bundled incidents by name."""
    return sorted(entry for entry in corpora.iterdir() if entry.is_dir())


def expected(folder: Path) -> dict[str, Any]:
    """The incident's expected.json."""
    read: dict[str, Any] = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    return read


def compared(folder: Path) -> Comparison:
    """What the whole program says of the folder."""
    import comms_tracker
    from comms_tracker.reading import read_statements

    return comms_tracker.compare(read_statements([str(folder)]).statements)


def wanted(entries: Sequence[dict[str, Any]], texts: dict[str, str]) -> list[Wanted]:
    """The entries with their words found in the statements' texts; raises ValueError where they stand in none."""
    return [
        Wanted(
            kinds=frozenset(ChangeKind(kind) for kind in (entry["kind"], *entry.get("also_right", ()))),
            earlier=place(entry.get("earlier"), texts),
            later=place(entry.get("later"), texts),
            may_lead=bool(entry.get("may_lead")),
            optional=bool(entry.get("optional")),
            acknowledged=bool(entry.get("acknowledged")),
        )
        for entry in entries
    ]


def place(side: dict[str, str] | None, texts: dict[str, str]) -> Place | None:
    """Where the words of one side stand; None for no side."""
    if side is None:
        return None
    start = texts[side["statement"]].index(side["words"])
    return Place(side["statement"], start, start + len(side["words"]))


def reported(comparison: Comparison) -> list[Reported]:
    """The comparison's changes, each behind its claims, in a reader's order."""
    claims: dict[str | None, Claim] = {claim.id: claim for claim in comparison.claims}
    return [Reported(one, claims.get(one.earlier), claims.get(one.later)) for one in comparison.changes]


def review(truth: dict[str, Any], comparison: Comparison) -> Review:
    """The comparison set against one expected.json."""
    texts = {statement.id: statement.text for statement in comparison.statements}
    wants = wanted(truth["changes"], texts)
    said = reported(comparison)
    sure = [one for one in said if one.change.confidence >= SURE and one.change.kind not in NEVER_IN_ERROR]
    unasked = [one for one in sure if not any(want.is_about(one.earlier, one.later) for want in wants)]
    return Review(
        incident=truth["incident"],
        misses=tuple(_miss(want, said) for want in wants),
        headline_miss=_headline_miss(wants, said, comparison),
        in_error=tuple(unasked),
    )


def _miss(want: Wanted, said: Sequence[Reported]) -> str | None:
    """None where the change is reported with a right kind, else what is reported of these words."""
    about = [one.change for one in said if want.is_about(one.earlier, one.later)]
    right = [change for change in about if change.kind in want.kinds]
    if want.acknowledged and right and all(change.stated_basis is None for change in right):
        return "reported as not acknowledged"
    if want.optional or right:
        return None
    kinds = list(dict.fromkeys(change.kind.value for change in about))
    return f"reported as {' and '.join(kinds)}" if kinds else "not reported"


def _headline_miss(wants: Sequence[Wanted], said: Sequence[Reported], comparison: Comparison) -> str | None:
    """None where the first change is one that may lead, or where there is rightly none."""
    first = headline(comparison.changes)
    leaders = [want for want in wants if want.may_lead]
    if first is None:
        return "nothing leads" if leaders else None
    leading = next(one for one in said if one.change is first)
    right = any(want.is_about(leading.earlier, leading.later) and first.kind in want.kinds for want in leaders)
    claim = leading.later or leading.earlier
    return None if right or claim is None else f"leads with {first.kind.value}: {claim.text}"


def noted(truth: dict[str, Any], found: Review) -> dict[str, Any]:
    """The same expected.json with what the program gets wrong today noted in it."""
    changes = []
    for entry, miss in zip(truth["changes"], found.misses, strict=True):
        kept = {key: value for key, value in entry.items() if key != "known_miss"}
        changes.append({**kept, "known_miss": miss} if miss else kept)
    return {
        **truth,
        "headline_known_miss": found.headline_miss,
        "changes": changes,
        "reported_in_error": [one.as_json() for one in found.in_error],
    }


def differences(truth: dict[str, Any], found: Review, comparison: Comparison) -> list[str]:
    """What expected.json no longer says rightly of the program, in sentences; claims may have grown or shrunk."""
    texts = {statement.id: statement.text for statement in comparison.statements}
    out = [
        f"{entry['kind']} {(entry['later'] or entry['earlier'])['words']!r}: "
        f"known_miss is {entry.get('known_miss')}, and now {miss}"
        for entry, miss in zip(truth["changes"], found.misses, strict=True)
        if entry.get("known_miss") != miss
    ]
    if (truth.get("headline_known_miss") is None) != (found.headline_miss is None):
        out.append(f"headline_known_miss is {truth.get('headline_known_miss')}, and now {found.headline_miss}")
    known = wanted(truth.get("reported_in_error", ()), texts)
    for one in found.in_error:
        if not any(want.is_about(one.earlier, one.later) and one.change.kind in want.kinds for want in known):
            out.append(f"newly reported in error: {one.as_json()}")
    for want, entry in zip(known, truth.get("reported_in_error", ()), strict=True):
        if not any(want.is_about(one.earlier, one.later) and one.change.kind in want.kinds for one in found.in_error):
            out.append(f"no longer reported in error: {entry}")
    return out


def table(corpora: Path = CORPORA) -> str:
    """The rows of index.json as README.md shows them."""
    index: list[dict[str, Any]] = json.loads((corpora / "index.json").read_text(encoding="utf-8"))
    head = "| incident | organisation | sector | statements | what happened to the account |\n|---|---|---|---|---|\n"
    return head + "".join(
        f"| [{one['incident']}]({one['incident']}) | {one['organisation']} | {one['sector']} | "
        f"{one['statements']}: {one['first']} to {one['last']} | {one['line']} |\n"
        for one in index
    )


def with_table(readme: str, rows: str) -> str:
    """The README with its table replaced."""
    before, _, rest = readme.partition(TABLE_BEGINS)
    _, _, after = rest.partition(TABLE_ENDS)
    return f"{before}{TABLE_BEGINS}\n{rows}{TABLE_ENDS}{after}"


def main(arguments: Sequence[str]) -> int:
    """Prints the review of every incident; 1 where an expected.json doesn't say what is so, and --write isn't given."""
    right = wrong = in_error = stale = 0
    for folder in folders():
        truth, comparison = expected(folder), compared(folder)
        found = review(truth, comparison)
        misses = [miss for miss in (*found.misses, found.headline_miss) if miss]
        right += len(found.misses) - sum(miss is not None for miss in found.misses)
        wrong += sum(miss is not None for miss in found.misses)
        in_error += len(found.in_error)
        differing = differences(truth, found, comparison)
        stale += len(differing)
        print(f"{folder.name}: {len(misses)} missed, {len(found.in_error)} reported in error")
        print("".join(f"    {line}\n" for line in differing), end="")
        if "--write" in arguments:
            text = json.dumps(noted(truth, found), indent=2, ensure_ascii=False) + "\n"
            (folder / "expected.json").write_text(text, encoding="utf-8", newline="\n")
    print(f"{right} changes right, {wrong} missed or of another kind, {in_error} reported in error")
    if "--write" in arguments:
        readme = CORPORA / "README.md"
        shown = with_table(readme.read_text(encoding="utf-8"), table())
        readme.write_text(shown, encoding="utf-8", newline="\n")
        return 0
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
