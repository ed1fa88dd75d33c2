"""For many pairs of texts at once: whether the later one can stand beside the earlier one, and what says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter

from comms_tracker.claims.outline import Parse, iter_outlines
from comms_tracker.records import Relation
from comms_tracker.relation.by_claims import EVEN, relate_claims, speaks_without_number
from comms_tracker.relation.features import features
from comms_tracker.relation.match import Fits, Match, match_all
from comms_tracker.relation.passing import bound_moved, passed_over, runs_on
from comms_tracker.relation.read import Read, read
from comms_tracker.relation.reasons import IDENTICAL, NO_NUMBERS, ground, reason
from comms_tracker.relation.records import Related
from comms_tracker.relation.weights import Probabilities, probabilities, threshold

Pair = tuple[str, str]

NEGATION = re.compile(
    r"\b(?:no|not|none|never|nobody|nothing|neither|cannot|without|unaware|den(?:y|ies|ied)|unknown|wrong|"
    r"withdr[ae]w\w*|retract\w*|(?:take|took) (?:\w+ )?back)\b|n['’]t\b",
    re.I,
)
DIGIT = re.compile(r"\d")


def relate(pairs: Iterable[Pair], parse: Parse | None = None) -> list[Related]:
    """How the later text of each (earlier, later) pair stands to the earlier one, in step with the input.

    Every distinct text is parsed once, by ``parse`` where it is given, and a pair's answer does not depend on the
    other pairs. Raises ModelError and InputError as extraction does.
    """
    given = list(pairs)
    texts = dict.fromkeys(text for pair in given for text in pair)
    reads = dict(zip(texts, map(read, iter_outlines(texts, claims_wanted(given), parse)), strict=True))
    return [relate_reads(reads[earlier], reads[later]) for earlier, later in given]


def claims_wanted(pairs: Sequence[Pair]) -> frozenset[str]:
    """The texts of pairs in which a denial or the lack of a number may decide, so that claims are worth extracting."""
    telling = {
        text: NEGATION.search(text) is not None or DIGIT.search(text) is None
        for text in dict.fromkeys(text for pair in pairs for text in pair)
    }
    return frozenset(text for pair in pairs if telling[pair[0]] or telling[pair[1]] for text in pair)


def relate_reads(earlier: Read, later: Read) -> Related:
    """The relation of two texts that are read: by their claims where one denies or gives no number, else by numbers."""
    if earlier.text.split() == later.text.split():
        return Related(Relation.CONSISTENT, IDENTICAL, 1.0)
    matches = match_all(earlier.quantities, later.quantities)
    by_claims = None
    if claims_wanted([(earlier.text, later.text)]):
        by_claims = relate_claims(earlier.claims, later.claims, (earlier.text, later.text))
        compared = any(match.partner is not None for match in matches)
        if by_claims.relation is not Relation.NOT_COMPARABLE and (not compared or speaks_without_number(by_claims)):
            return by_claims
    if not matches:
        return by_claims or Related(Relation.NOT_COMPARABLE, NO_NUMBERS, EVEN)
    return by_numbers(earlier, later, matches)


def by_numbers(earlier: Read, later: Read, matches: Sequence[Match]) -> Related:
    """The relation that the model gives, with the numbers that it rests on."""
    given = probabilities(features(earlier, later, matches))
    relation, match = decided(given, matches)
    probability = probability_of(given, relation)
    passed = next((one for one in matches if passed_over(one, earlier, later)), None)
    if passed is not None and relation is not Relation.CONSISTENT:
        relation, match, probability = Relation.SUPERSEDED, passed, max(EVEN, given.contradictory)
    elif relation is Relation.CONTRADICTORY and runs_on(match, earlier, later):
        relation = Relation.SUPERSEDED
    return Related(
        relation,
        reason(relation, match, earlier, later, dated=match is passed),
        round(probability, 3),
        ground(earlier, match.earlier),
        ground(later, match.partner.later) if match.partner is not None else None,
    )


def decided(given: Probabilities, matches: Sequence[Match]) -> tuple[Relation, Match]:
    """The relation and the number that it rests on; two texts without a clash are never called contradictory.

    A bound that moved is superseded where the model says that the texts exclude each other.
    """
    if given.contradictory >= threshold():
        clashes = [match for match in matches if match.fits is Fits.CLASH]
        if clashes:
            return Relation.CONTRADICTORY, max(clashes, key=lambda match: (not match.disputed, match.likeness))
        moved = [match for match in matches if bound_moved(match)]
        if moved:
            return Relation.SUPERSEDED, max(moved, key=attrgetter("likeness"))
    fitting = [match for match in matches if match.fits in (Fits.HOLDS, Fits.OPEN) or match.disputed]
    if fitting and given.consistent >= given.not_comparable:
        best = max(fitting, key=lambda match: (match.fits is Fits.HOLDS, match.disputed, match.likeness))
        return Relation.CONSISTENT, replace(best, partner=best.holder) if best.disputed else best
    return Relation.NOT_COMPARABLE, max(matches, key=lambda match: (match.fits is Fits.CLASH, match.likeness))


def probability_of(given: Probabilities, relation: Relation) -> float:
    """The probability that the model gives the relation."""
    if relation is Relation.CONSISTENT:
        return given.consistent
    return given.not_comparable if relation is Relation.NOT_COMPARABLE else given.contradictory
