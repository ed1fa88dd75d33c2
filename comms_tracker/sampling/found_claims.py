"""What a coded sheet of sentences says of the program: how many of its claims are some, and how many it found."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from comms_tracker.decisions.places import shared
from comms_tracker.errors import InputError
from comms_tracker.sampling.answers import Judged, KindScore, Row, agreed, altered, answers, weight_of
from comms_tracker.sampling.rows import UNSURE
from comms_tracker.sampling.sentences import BETWEEN
from comms_tracker.sampling.statistics import share

Span = tuple[int, int]

NONE = "none"
MOST = 0.5
"""The share of the shorter of two claims' words that both must have, to be the same claim."""


def coded_spans(row: Row, sheet: Path) -> list[Span] | None:
    """The places of the coder's claims in the row's sentence; None where nothing, or unsure, was written.

    Raises InputError where words are not in the sentence.
    """
    said = row.get("claims", "").strip()
    if said.lower() == UNSURE or not said:
        return None
    if said.lower() == NONE:
        return []
    found: list[Span] = []
    for phrase in said.split(BETWEEN * 2 if BETWEEN in row["sentence"] else BETWEEN):
        pattern = r"\s+".join(map(re.escape, phrase.split()))
        if not pattern:
            continue
        places = [(match.start(), match.end()) for match in re.finditer(pattern, row["sentence"], re.IGNORECASE)]
        if not places:
            raise InputError(
                f'{sheet}, row {row.get("row", "?")}: "{phrase.strip()}" does not stand in the sentence. Write the '
                "words as they stand there, with | between two claims, or none."
            )
        # The same words twice are two claims: the second one takes the next place.
        found.append(next((place for place in places if place not in found), places[0]))
    return found


def read_spans(answer: Row, sheet: Path) -> list[Span]:
    """The places of the program's claims in the sentence; raises InputError where the column was altered."""
    try:
        ends = [place.split("-") for place in answer["program_places"].split()]
        return [(int(first), int(last)) for first, last in ends]
    except (KeyError, ValueError):
        raise altered(answer, sheet) from None


def same_claims(one: Sequence[Span], other: Sequence[Span]) -> list[tuple[Span, Span]]:
    """The claims that both have, each in one pair: those that share most words first."""
    candidates = sorted(
        ((common, a, b) for a in one for b in other if (common := shared(a, b)) >= MOST * min(_long(a), _long(b))),
        key=lambda each: (-each[0], each[1], each[2]),
    )
    pairs: list[tuple[Span, Span]] = []
    for _, a, b in candidates:
        if all(a != taken and b != other_taken for taken, other_taken in pairs):
            pairs.append((a, b))
    return pairs


def _long(span: Span) -> int:
    return max(1, span[1] - span[0])


def judge_sentences(
    rows: Sequence[Row], sheet: Path, other: Sequence[Row] | None, second: Path | None, key: Path | None
) -> Judged:
    """A sheet of sentences evaluated; two coders agree where both find a claim in a sentence, or none.

    Raises InputError as :func:`comms_tracker.sampling.judging.judge` does.
    """
    told = answers(rows, "program_places", sheet, key)
    coded = _coded(rows, sheet)
    if not coded:
        raise InputError(f"Nothing is coded in {sheet}. Write claims, or none, into its column claims first.")
    of_program: list[tuple[bool, float]] = []
    of_coder: list[tuple[bool, float]] = []
    for row in rows:
        if (found := coded.get(row["unit"])) is None:
            continue
        answer = told[row["unit"]]
        read = read_spans(answer, sheet)
        both = same_claims(read, found)
        weight = weight_of(answer, sheet)
        of_program += [(place < len(both), weight) for place in range(len(read))]
        of_coder += [(place < len(both), weight) for place in range(len(found))]
    return Judged(
        rows=len(rows),
        coded=len(coded),
        unsure=sum(row.get("claims", "").strip().lower() == UNSURE for row in rows),
        right=None,
        kinds=(KindScore("claims", len(of_program), len(of_coder), share(of_program), share(of_coder)),),
        agreement=None
        if other is None or second is None
        else agreed(_both(coded, _coded(other, second)), sheet, second),
    )


def _coded(rows: Sequence[Row], sheet: Path) -> dict[str, list[Span]]:
    """The coder's claims in each sentence that was coded."""
    if "claims" not in rows[0]:
        raise InputError(f"{sheet} has no column claims. Use the sheet that sample wrote, with all of its columns.")
    found = {row["unit"]: coded_spans(row, sheet) for row in rows}
    return {unit: claims for unit, claims in found.items() if claims is not None}


def _both(first: Mapping[str, list[Span]], second: Mapping[str, list[Span]]) -> list[tuple[bool, bool]]:
    return [(bool(found), bool(second[unit])) for unit, found in first.items() if unit in second]
