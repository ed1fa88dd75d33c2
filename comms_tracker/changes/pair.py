"""Two linked claims, with everything about them that a change is judged and explained by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from comms_tracker.alignment.nouns import kinship, near
from comms_tracker.changes.amounts import PERCENT, Amount, Form, amount_of
from comms_tracker.changes.basis import Stated, stated_basis
from comms_tracker.changes.commitment import commitment_moved
from comms_tracker.changes.english import plural
from comms_tracker.changes.running import stands
from comms_tracker.changes.scope import ScopeShift, scope_shift
from comms_tracker.changes.sentences import sentence_at
from comms_tracker.records import Basis, Claim, StatedBasis

POINTS_BACK = re.compile(r"\b(?:them|they|it|these|those(?! who| that| with| whose)|concerned|the same|such)\b", re.I)
PART_OF_A_YEAR = re.compile(
    r"\b(?:(?:first|second|third|fourth|final) (?:quarter|half|term)|(?:spring|summer|autumn|winter) term"
    r"|q[1-4]|h[12])\b",
    re.I,
)
SAY_NO_THING = frozenset(
    {"base", "count", "figure", "number", "one", "none", "rate", "share", "sum", "tally", "those", "toll", "total"}
)
"""Nouns that do not say what is counted."""
WORDS_TO_THE_NOUN = 5
SURE_ENOUGH = 0.5
"""Below this confidence that both claims are about the same measure, nothing is said to contradict anything."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two linked claims with the texts of their statements and what can be read off them."""

    earlier: Claim
    later: Claim
    texts: tuple[str, str]
    then: Amount
    now: Amount
    scope: ScopeShift
    stated: Stated | None
    firmer: int
    link_confidence: float = 1.0
    same_time: bool = False
    is_sum: bool = False

    @property
    def scope_differs(self) -> bool:
        """Whether any limit on what is counted came or went."""
        return self.scope.widened or self.scope.narrowed or bool(self.scope.lost or self.scope.gained)

    @property
    def points_back(self) -> bool:
        """Whether one of the claims names what it counts only by pointing back ("all of them"), limits and all."""
        return any(POINTS_BACK.search(claim.text) for claim in (self.earlier, self.later))

    @property
    def both_numbers(self) -> bool:
        """Whether both amounts are single numbers."""
        return self.then.form is Form.NUMBER and self.now.form is Form.NUMBER

    @property
    def corrected(self) -> bool:
        """Whether the later statement corrects the earlier figure in words."""
        return self.stated is not None and self.stated.basis is StatedBasis.CORRECTION

    @property
    def method_changed(self) -> bool:
        """Whether the later statement says that it counts in another way."""
        return self.stated is not None and self.stated.basis is StatedBasis.METHOD_CHANGE


def pair_of(
    earlier: Claim,
    later: Claim,
    texts: tuple[str, str],
    *,
    link_confidence: float = 1.0,
    same_time: bool = False,
    beside: Sequence[Claim] = (),
    is_sum: bool = False,
) -> Pair:
    """The pair with its amounts, scope, stated basis and commitment read.

    ``texts`` are the texts of the two statements, ``beside`` all claims of the later one; ``same_time`` says that
    both speak of the same day, ``is_sum`` that the later number is what the earlier words' numbers come to.
    """
    return Pair(
        earlier,
        later,
        texts,
        amount_of(earlier),
        amount_of(later),
        scope_shift(earlier, later, (_sentence(texts[0], earlier), _sentence(texts[1], later))),
        stated_basis(texts[1], later, beside, earlier),
        commitment_moved(earlier, later),
        link_confidence,
        same_time,
        is_sum,
    )


def _sentence(text: str, claim: Claim) -> str:
    return sentence_at(text, claim.start, claim.end)


def count_other_things(earlier: Claim, later: Claim) -> bool:
    """Whether the two count different things, such as accounts and customers, so that no number is more or less.

    A share of one thing may be no share of another. Measurements have a unit that says what they measure. What a
    claim only points back to ("55 of them") may be either, so that both must name their things beside the figure.
    """
    nouns = (earlier.measure.counted, later.measure.counted)
    if None in nouns or SAY_NO_THING & set(nouns):
        return False
    if any(claim.figure is None or claim.figure.unit not in {None, PERCENT} for claim in (earlier, later)):
        return False
    swapped = frozenset(noun for noun in nouns if noun) in near()
    share = earlier.figure is not None and earlier.figure.unit == PERCENT
    apart = swapped or (kinship(*nouns) == 0.0 and (share or not _same_number(earlier, later)))
    return apart and names_things(earlier) and names_things(later)


def _same_number(earlier: Claim, later: Claim) -> bool:
    then, now = earlier.figure, later.figure
    return then is not None and now is not None and (then.low, then.high, then.unit) == (now.low, now.high, now.unit)


def names_things(claim: Claim) -> bool:
    """Whether what a claim counts stands in its words, within a few words behind the figure."""
    noun, figure = claim.measure.counted, claim.figure
    if noun is None or figure is None:
        return False
    behind = " ".join(claim.text[figure.end - claim.start :].split()[:WORDS_TO_THE_NOUN]).casefold()
    many = plural(noun).casefold()
    named = many if figure.low != 1 or figure.unit is not None else f"{noun.casefold()}|{many}"
    return re.search(rf"\b(?:{named})\b", behind) is not None


def bases_differ(earlier: Claim, later: Claim) -> bool:
    """Whether the two count on another basis or over another period, so that numbers say nothing about each other."""
    then, now = (_firm_basis(claim) for claim in (earlier, later))
    if {then, now} == {Basis.PERIOD, None}:
        return False
    apart = {Basis.INCREMENT, Basis.PERIOD, Basis.CAPACITY}
    if then is not now and (then in apart or now in apart):
        return True
    periods = earlier.measure.period, later.measure.period
    both_periods = then is Basis.PERIOD and now is Basis.PERIOD
    parts_of_a_year = [{word.casefold() for word in PART_OF_A_YEAR.findall(claim.text)} for claim in (earlier, later)]
    if all(parts_of_a_year) and parts_of_a_year[0] != parts_of_a_year[1]:
        return True
    told = earlier.figure is None or later.figure is None or earlier.restated or later.restated
    if told or _same_number(earlier, later):
        return both_periods and None not in periods and periods[0] != periods[1]
    closed = all(period is not None and "/" in period and ".." not in period for period in periods)
    return periods[0] != periods[1] and (
        (both_periods and None not in periods) or (closed and not stands(earlier, later))
    )


def _firm_basis(claim: Claim) -> Basis | None:
    """The basis; a period that is not named is no ground for keeping two claims apart."""
    measure = claim.measure
    return None if measure.basis is Basis.PERIOD and not measure.period else measure.basis
