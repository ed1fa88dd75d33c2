"""Where an article quotes an organisation in words that its statement doesn't have, and the difference is critical."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comms_tracker.quotes.fidelity import check_against
from comms_tracker.quotes.records import Check, Edit, Touches, Verdict
from comms_tracker.records import Claim, Finding, FindingKind, Statement

SHORTEST = 5
"""Words: a shorter quotation that differs may be of something else."""
ALIKE = 0.7
"""The least share of the quotation's words that stand in the statement."""
_SHOWN = 240
"""Characters of a quotation that an explanation shows."""
_TOUCHES = {
    Touches.FIGURE: "a figure",
    Touches.UNIT: "a unit",
    Touches.NEGATION: "a negation",
    Touches.HEDGE: "a hedge",
    Touches.NAME: "a name",
    Touches.DATE: "a date",
}


def altered_quotations(statements: Sequence[Statement], claims: Sequence[Claim]) -> Iterator[Finding]:
    """A finding for each quotation of an article that has other words than the statement which the article repeats.

    Only where the edit touches a figure, a unit, a negation, a hedge, a name or a date, and where the quotation is of
    a statement that is here: one that the article's own statement repeats, or one of the same organisation and day.
    ``statements`` are those of one incident, with ``repeats`` where one repeats another.
    """
    for one in statements:
        if one.derived_from is None:
            continue
        said = [other for other in statements if _may_be_quoted(one, other)]
        for start, end in one.derived_from.quoted:
            words = one.text[start:end]
            found = check_against(words, said)
            if found.verdict is Verdict.ALTERED and found.critical and _is_sure(words, found):
                source = next(other for other in said if other.id == found.statement)
                yield _finding(one, (start, end), source, found, claims)


def _may_be_quoted(one: Statement, other: Statement) -> bool:
    """Whether an article's statement can be checked against another one: an own text that it repeats, or of its day."""
    if other.derived_from is not None or other.id == one.id:
        return False
    same_day = one.issued is not None and other.issued is not None and one.issued[:10] == other.issued[:10]
    return one.repeats == other.id or (same_day and one.organisation == other.organisation)


def _is_sure(words: str, found: Check) -> bool:
    return len(words.split()) >= SHORTEST and found.likeness >= ALIKE


def _finding(
    one: Statement, span: tuple[int, int], source: Statement, found: Check, claims: Sequence[Claim]
) -> Finding:
    assert found.start is not None
    assert found.end is not None
    edits = [edit for edit in found.edits if edit.critical]
    outlet = one.outlet or (one.derived_from.document if one.derived_from is not None else one.id)
    quoted, said = _shown(one.text[slice(*span)]), _shown(source.text[found.start : found.end])
    explanation = (
        f"{outlet} quotes {one.organisation or 'the organisation'} as “{quoted}”; {source.id} has “{said}”. "
        f"{'; '.join(map(_edit, edits))}. It may quote words that are not among these statements."
    )
    concerned = [
        *_claims_at(claims, source.id, found.start, found.end),
        *_claims_at(claims, one.id, *span),
    ]
    return Finding(FindingKind.ALTERED_QUOTATION, (source.id, one.id), tuple(concerned), explanation)


def _edit(edit: Edit) -> str:
    """One edit in words, with what it touches."""
    touches = " and ".join(_TOUCHES[each] for each in edit.touches)
    if not edit.said:
        return f"“{edit.quoted}” is put in, which touches {touches}"
    if not edit.quoted or edit.quoted.strip(" .…[]") == "":
        return f"“{edit.said}” is left out, which touches {touches}"
    return f"“{edit.said}” is quoted as “{edit.quoted}”, which touches {touches}"


def _claims_at(claims: Sequence[Claim], statement: str, start: int, end: int) -> list[str]:
    return [claim.id for claim in claims if claim.statement == statement and claim.start < end and claim.end > start]


def _shown(words: str) -> str:
    plain = " ".join(words.split()).strip("“”\"'‘’ ,")
    return plain if len(plain) <= _SHOWN else f"{plain[: _SHOWN - 1]}…"
