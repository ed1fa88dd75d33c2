"""What a coder sees of a drawn change: one claim, both statements in full, and, unless it is hidden, the answer."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from comms_tracker.records import Change, ChangeKind, Claim, Comparison, Statement
from comms_tracker.sampling.drawing import Drawn

Cell = str | float | int | None


@dataclass(frozen=True, slots=True)
class CodingRow:
    """One row of a sheet: what is shown to every coder, and the program's answer, each cell by its column.

    The answer has what the sample was spread over too, which may give it away: a blind sheet hides all of it.
    """

    shown: dict[str, Cell]
    answer: dict[str, Cell]


def coding_row(comparison: Comparison, drawn: Drawn, number: int) -> CodingRow:
    """The row of a drawn change.

    Of two linked claims, one is shown, which of them being as good as random: so a row of a change with two sides
    looks like one of a claim that appears, or disappears.
    """
    change = comparison.change(drawn.unit.name)
    claims = [None if one is None else comparison.claim(one) for one in (change.earlier, change.later)]
    shows_later = claims[0] is None or (claims[1] is not None and _coin(drawn.unit.id))
    claim, other = (claims[1], claims[0]) if shows_later else claims
    assert claim is not None
    own = comparison.statement(claim.statement)
    beside = comparison.statement(other.statement) if other else _neighbour(comparison, own, before=shows_later)
    earlier, later = (beside, own) if shows_later else (own, beside)
    return CodingRow(
        {
            "row": number,
            "unit": drawn.unit.id,
            "incident": drawn.unit.incident,
            "organisation": own.organisation,
            "claim_from": "later" if shows_later else "earlier",
            "claim": claim.text,
            **_side("earlier", earlier),
            **_side("later", later),
        },
        {
            **_answer(change, other),
            "stratum": drawn.unit.stratum,
            "stratum_size": drawn.size,
            "stratum_drawn": drawn.drawn,
        },
    )


def _side(side: str, statement: Statement | None) -> dict[str, Cell]:
    parts = (None, None, None) if statement is None else (statement.issued, statement.source, statement.text)
    return dict(zip((f"{side}_date", f"{side}_source", f"{side}_text"), parts, strict=True))


def _answer(change: Change, other: Claim | None) -> dict[str, Cell]:
    return {
        "program_kind": change.kind.value,
        "program_also": "; ".join(kind.value for kind in change.also),
        "program_other_claim": None if other is None else other.text,
        "program_confidence": change.confidence,
        "program_explanation": change.explanation,
    }


def _neighbour(comparison: Comparison, statement: Statement, before: bool) -> Statement | None:
    """The organisation's statement next to this one in time, where a coder looks for what the program did not find."""
    own = [each for each in comparison.statements if each.organisation == statement.organisation]
    place = own.index(statement) + (-1 if before else 1)
    return own[place] if 0 <= place < len(own) else None


def _coin(name: str) -> bool:
    return hashlib.sha256(f"side\x1f{name}".encode("utf-8", "surrogatepass")).digest()[0] < 128


KINDS = tuple(kind.value for kind in ChangeKind)
NOT_A_CLAIM, UNSURE = "not a claim", "unsure"
"""What a coder may say besides a kind: the words assert nothing about the matter; it can't be told."""
