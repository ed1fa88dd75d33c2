"""Changes in which something is denied or not known: turned denials, softened ones, and what became known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from comms_tracker.changes.caution import Doubt, doubt_of
from comms_tracker.changes.commitment import FLATLY, commitment, denies_only_so_far
from comms_tracker.changes.pair import SURE_ENOUGH, Pair
from comms_tracker.changes.running import is_restorative, runs_on
from comms_tracker.changes.scope import content_words, is_group, only_in_one, takes_in
from comms_tracker.changes.sentences import sentence_at
from comms_tracker.claims.events import events
from comms_tracker.quantities.units import time_units
from comms_tracker.records import Certainty, ChangeKind, Claim, Direction, Figure, Polarity, Relation

K = ChangeKind
MOST_LIMITING_WORDS = 2
"""More words than these are another sentence, not a limit."""
STANDS_NOW = re.compile(
    r"\b(?:is|are|remains?|stands?|stays?|lies?)\b(?! (?:\w+ )?(?:\w+ed|known|thought|said) (?:by|to have)\b)", re.I
)
"""What is said of the present, and may be otherwise a day later."""
UNTIL_THEN = re.compile(r"\b(?:has|have|hasn|haven)\b(?! to\b)|['’]ve\b", re.I)
"""What is said of the time up to a statement ("no arrests have been made"), and may have come since."""
OF_AN_ACCOUNT = re.compile(r"\b(?:true|untrue|false|right|wrong|correct|incorrect|the case)\b", re.I)
ALL_WELL = re.compile(r"\b(?:normally|as (?:normal|usual)|unaffected|untouched|safe|secure|intact)\b(?! again)", re.I)


@dataclass(frozen=True, slots=True)
class Turned:
    """Kind, other kinds, relation and clarity of a change in which something is denied or unknown."""

    kind: ChangeKind
    also: tuple[ChangeKind, ...] = ()
    relation: Relation = Relation.CONSISTENT
    clarity: float = 0.9


class Turn(StrEnum):
    """How polarity went; ``none`` where both affirm, so that the amounts decide."""

    NONE = "none"
    AFFIRMED = "affirmed"
    DENIED = "denied"
    BOTH_DENIED = "both_denied"
    BECAME_KNOWN = "became_known"
    BECAME_UNKNOWN = "became_unknown"
    BOTH_UNKNOWN = "both_unknown"
    EXCLUDED = "excluded"
    OVER = "over"


def turn_of(earlier: Claim, later: Claim) -> Turn:
    """How polarity went between two claims; a denied number other than 0 on both sides is left to the amounts."""
    then, now = earlier.polarity, later.polarity
    if Polarity.UNKNOWN in (then, now):
        if then is now:
            return Turn.BOTH_UNKNOWN
        return Turn.BECAME_KNOWN if then is Polarity.UNKNOWN else Turn.BECAME_UNKNOWN
    if then is now is Polarity.DENIED:
        return Turn.NONE if _counts(earlier.figure) and _counts(later.figure) else Turn.BOTH_DENIED
    if then is now:
        if _ends(earlier, later):
            return Turn.OVER
        return Turn.EXCLUDED if _excludes(earlier, later) else Turn.NONE
    return Turn.AFFIRMED if now is Polarity.AFFIRMED else Turn.DENIED


def judge_turn(pair: Pair, turn: Turn) -> Turned:
    """What a turn of polarity amounts to; not to be asked of ``Turn.NONE``."""
    match turn:
        case Turn.AFFIRMED | Turn.DENIED:
            return _turned(pair, turn)
        case Turn.EXCLUDED:
            return _excluded(pair)
        case Turn.OVER:
            return Turned(K.PROGRESSED, (), Relation.SUPERSEDED, 0.85)
        case Turn.BOTH_DENIED:
            return _still_denied(pair)
        case Turn.BECAME_KNOWN if _counts(pair.later.figure):
            return Turned(K.QUANTIFIED, clarity=0.92)
        case Turn.BECAME_KNOWN:
            return Turned(K.STRENGTHENED, clarity=0.75)
        case Turn.BECAME_UNKNOWN if _counts(pair.earlier.figure):
            return Turned(K.OBSCURED, clarity=0.85)
        case Turn.BECAME_UNKNOWN:
            return Turned(K.SOFTENED, clarity=0.85)
    return Turned(K.UNCHANGED)


def _counts(figure: Figure | None) -> bool:
    return figure is not None and not (figure.low == 0 and figure.high == 0)


def _excludes(earlier: Claim, later: Claim) -> bool:
    """Whether all was said to be well without a number, and harm to the same thing is now counted or asserted."""
    if earlier.figure is not None or later.certainty in {Certainty.CONDITIONAL, Certainty.FORECAST}:
        return False
    if later.figure is not None and later.figure.unit in time_units():
        # "Open again", then "was closed for six weeks": the time may be the one before.
        return False
    known = events()
    well = known.group_of.get(earlier.measure.event or "") == "continue" or ALL_WELL.search(earlier.text) is not None
    return well and "harm" in known.classes.get(later.measure.event or "", ())


def _ends(earlier: Claim, later: Claim) -> bool:
    """Whether a state of harm, without a number, is said to be over: what was shut is open again."""
    known = events()
    figureless = earlier.figure is None and later.figure is None
    ended = known.plays(earlier.measure.event, "harm") and known.leaves(earlier.measure.event, later.measure.event)
    return figureless and ended and later.certainty not in {Certainty.CONDITIONAL, Certainty.FORECAST}


def _excluded(pair: Pair) -> Turned:
    """All was said to be well, and harm is: contradicted where the link is sure, or the later words say so."""
    if pair.link_confidence < SURE_ENOUGH and not pair.corrected:
        return Turned(K.QUANTIFIED if _counts(pair.later.figure) else K.UNCHANGED, (), Relation.NOT_COMPARABLE, 0.6)
    return Turned(K.CONTRADICTED, (), Relation.SUPERSEDED, 0.75)


def _turned(pair: Pair, turn: Turn) -> Turned:
    """Denied and then affirmed, or the reverse: contradicted, unless there is a reason to hold back."""
    affirming = turn is Turn.AFFIRMED
    denial, affirmed = (pair.earlier, pair.later) if affirming else (pair.later, pair.earlier)
    doubt = doubt_of(pair, denial, affirmed)
    if doubt is not None:
        return _held_back(pair, affirming, doubt)
    if not affirming and _is_over(pair):
        return Turned(K.PROGRESSED, (), Relation.SUPERSEDED, 0.85)
    if affirming and affirmed.certainty in {Certainty.CONDITIONAL, Certainty.FORECAST}:
        return Turned(K.SOFTENED, (), Relation.CONSISTENT, 0.7)
    if affirming and denies_only_so_far(denial, sentence_at(pair.texts[0], denial.start, denial.end)):
        if is_restorative(affirmed):
            return Turned(K.PROGRESSED, (K.CONTRADICTED,), Relation.SUPERSEDED, 0.85)
        return Turned(K.CONTRADICTED, (), Relation.SUPERSEDED, 0.88)
    if affirmed.certainty is not Certainty.ASSERTED:
        return Turned(K.CONTRADICTED, (K.SOFTENED,), Relation.SUPERSEDED, 0.75)
    if affirming and _of_the_present(pair) and not pair.corrected and affirmed.measure.event in events().well_states:
        # "The bridge is not safe", and a week later it is.
        return Turned(K.PROGRESSED, (), Relation.SUPERSEDED, 0.85)
    if affirming and (_of_the_present(pair) or _only_of_its_day(denial)):
        return Turned(K.CONTRADICTED, (), Relation.SUPERSEDED, 0.88)
    return Turned(K.CONTRADICTED, (), Relation.CONTRADICTORY, 0.9)


def _is_over(pair: Pair) -> bool:
    """Whether what stood so at the earlier time no longer does: "400 homes are without power", "no homes are"."""
    if pair.same_time or pair.corrected:
        return False
    return _of_the_present(pair) or runs_on(pair.earlier, pair.later, Direction.DOWN)


def _only_of_its_day(denial: Claim) -> bool:
    """Whether a denial held for what was known or had happened by its day, so that it need not have been untrue.

    So do "we have seen no evidence", "no arrests have been made"; that it is not true that something happened does not.
    """
    if OF_AN_ACCOUNT.search(denial.text):
        return False
    return commitment(denial) < FLATLY or UNTIL_THEN.search(denial.text) is not None


def _of_the_present(pair: Pair) -> bool:
    """Whether both are said of the present, each of its own: two such states follow one another."""
    return not pair.same_time and all(STANDS_NOW.search(claim.text) for claim in (pair.earlier, pair.later))


def _held_back(pair: Pair, affirming: bool, doubt: Doubt) -> Turned:
    """A turn that is not called a contradiction: the number if there is one, else what differs."""
    wider = doubt in {Doubt.OTHER_GROUP, Doubt.OTHER_TIME}
    if affirming and _counts(pair.later.figure):
        return Turned(K.QUANTIFIED, (K.WIDENED_SCOPE,) if wider else (), Relation.NOT_COMPARABLE, 0.6)
    if wider:
        return Turned(K.WIDENED_SCOPE if affirming else K.NARROWED_SCOPE, (), Relation.NOT_COMPARABLE, 0.6)
    return Turned(K.SOFTENED, (), Relation.NOT_COMPARABLE, 0.6)


def _still_denied(pair: Pair) -> Turned:
    if pair.later.restated:
        # It is told what was said, not said anew.
        return Turned(K.UNCHANGED)
    then, now = commitment(pair.earlier), commitment(pair.later)
    moved = None if then == now else K.STRENGTHENED if now > then else K.SOFTENED
    firmness = (moved,) if moved else ()
    limits = denial_limits(pair)
    if limits is not None:
        return Turned(limits, firmness, clarity=0.8)
    return Turned(moved, clarity=0.88) if moved else Turned(K.UNCHANGED)


def denial_limits(pair: Pair) -> ChangeKind | None:
    """Narrower or wider, where a denial got a limit or lost one; ``None`` where the words give neither.

    A limit is a group ("who held a firm offer"), a thing no longer named beside another, or a few words more in an
    otherwise equal sentence ("nobody", "nobody on the mainland"), also a narrower word for a wider one.
    """
    scope = pair.scope
    named = any(is_group(phrase) for phrase in (*scope.lost, *scope.gained))
    if (named or scope.members_lost or scope.members_gained) and (scope.narrowed or scope.widened):
        return K.NARROWED_SCOPE if scope.narrowed else K.WIDENED_SCOPE
    gone, new = only_in_one(pair.earlier, pair.later)
    gone, new = gone - _around(pair.later, pair.texts[1]), new - _around(pair.earlier, pair.texts[0])
    if takes_in(gone, new) or (new and not gone and len(new) <= MOST_LIMITING_WORDS):
        return K.NARROWED_SCOPE
    if takes_in(new, gone) or (gone and not new and len(gone) <= MOST_LIMITING_WORDS):
        return K.WIDENED_SCOPE
    return None


def _around(claim: Claim, text: str) -> frozenset[str]:
    """The content words of a claim's sentence, which limit it no more where the claim leaves them out."""
    return content_words(sentence_at(text, claim.start, claim.end))
