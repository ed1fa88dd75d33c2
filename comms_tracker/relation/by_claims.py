"""How the claims of one text stand to the claims of another, as the judge of changes sees them, without dates."""

from __future__ import annotations

from collections.abc import Sequence

from comms_tracker.changes.amounts import PERCENT, Form, amount_of
from comms_tracker.changes.findings.incident import event_group
from comms_tracker.changes.fits import Fit, fit
from comms_tracker.changes.intervals import can_both_hold, same_after_rounding
from comms_tracker.changes.judge import Verdict, judge
from comms_tracker.changes.pair import pair_of
from comms_tracker.changes.phrasing import figure_of, quoted
from comms_tracker.changes.scope import likeness
from comms_tracker.records import ChangeKind, Claim, FigureKind, Polarity, Relation
from comms_tracker.relation.records import Related, claim_ground

NOTHING_SHARED = "no claim of the one text is about the same thing as a claim of the other"
EVEN = 0.5
"""The probability where nothing says how probable it is."""

SAME_ENOUGH = 0.25
"""How alike two claims must be, from 0 to 1, to be set against each other."""

CLASH_ENOUGH = 0.4
"""How alike they must be told before the one is said to exclude the other."""

NO_NUMBER = frozenset({Form.VAGUE, Form.ALL, Form.ALL_BUT, Form.ABSENT})
CLASHES = frozenset({Relation.CONTRADICTORY, Relation.SUPERSEDED})


def speaks_without_number(related: Related) -> bool:
    """Whether a denial, an unknown or a vague word is among the two claims: what numbers alone do not judge."""
    claims = [ground.claim for ground in (related.earlier, related.later) if ground is not None and ground.claim]
    return any(claim.polarity is not Polarity.AFFIRMED or amount_of(claim).form in NO_NUMBER for claim in claims)


def relate_claims(earlier: Sequence[Claim], later: Sequence[Claim], texts: tuple[str, str] | None = None) -> Related:
    """How the later claims stand to the earlier ones: contradictory before consistent before not comparable.

    The two texts are taken to speak of one time, so that two numbers that cannot both hold are contradictory unless
    the count runs on (superseded). Each earlier claim is set against the later one that is most like it. ``texts`` are
    the two texts, where what stands beside the claims is to be read too: that something is withdrawn.
    """
    verdicts = []
    for claim in earlier:
        likeness_of = [alike(claim, other) for other in later]
        likest = max(likeness_of, default=0.0)
        if likest >= SAME_ENOUGH:
            partner = later[likeness_of.index(likest)]
            verdict = judge(pair_of(claim, partner, texts or (claim.text, partner.text), same_time=True))
            relation = _relation(claim, partner, verdict)
            if claim.text.split() == partner.text.split():
                relation = Relation.CONSISTENT
            elif relation in CLASHES and likest < CLASH_ENOUGH:
                relation = Relation.NOT_COMPARABLE
            verdicts.append((claim, partner, relation, likest, verdict.clarity))
    for wanted in (Relation.CONTRADICTORY, Relation.SUPERSEDED, Relation.CONSISTENT, Relation.NOT_COMPARABLE):
        for claim, partner, relation, likest, clarity in verdicts:
            if relation is wanted:
                return Related(
                    wanted,
                    _reason(claim, partner, wanted),
                    round(EVEN + (1 - EVEN) * likest * clarity, 3),
                    claim_ground(claim),
                    claim_ground(partner),
                )
    return Related(Relation.NOT_COMPARABLE, NOTHING_SHARED, EVEN)


def alike(a: Claim, b: Claim) -> float:
    """How likely two claims are about the same thing, 0 to 1: words in common, noun, event, and fitting figures."""
    then, now = amount_of(a), amount_of(b)
    if then.interval is not None and now.interval is not None and then.dimension != now.dimension:
        return 0.0
    if (then.dimension == PERCENT) != (now.dimension == PERCENT) and Form.VAGUE not in (then.form, now.form):
        return 0.0
    score = 0.5 * likeness(a, b)
    score += 0.25 * (a.measure.counted is not None and a.measure.counted == b.measure.counted)
    group = event_group(a.measure.event)
    score += 0.25 * (group is not None and group == event_group(b.measure.event))
    if fit(then, now).fit is Fit.SAME and then.form is Form.NUMBER:
        score += 0.05
    return min(score, 1.0)


def _relation(claim: Claim, partner: Claim, verdict: Verdict) -> Relation:
    """Without dates a number that was overtaken is one that cannot hold, unless the count runs on.

    Texts without dates are read to the letter: "more than 46" and "46" exclude each other, which between two
    statements of an organisation are one figure told loosely.
    """
    if verdict.relation is Relation.NOT_COMPARABLE or verdict.kind is ChangeKind.PROGRESSED:
        return verdict.relation
    then, now = amount_of(claim), amount_of(partner)
    if then.interval is not None and now.interval is not None and then.dimension == now.dimension:
        a, b = claim.figure, partner.figure
        rounded = a is not None and b is not None and same_after_rounding(a, b)
        if not can_both_hold(then.interval, now.interval) and not rounded:
            return Relation.CONTRADICTORY
    return Relation.CONTRADICTORY if verdict.relation is Relation.SUPERSEDED else verdict.relation


def _reason(claim: Claim, partner: Claim, relation: Relation) -> str:
    if relation is Relation.NOT_COMPARABLE:
        return f"{quoted(claim.text)} and {quoted(partner.text)} count different things, times or units"
    figures = [one.figure for one in (claim, partner) if one.figure is not None]
    if len(figures) == 2 and all(figure.kind is not FigureKind.UNIVERSAL for figure in figures):
        if relation in CLASHES:
            return f"{figure_of(claim)} and {figure_of(partner)} cannot both hold"
        return f"{figure_of(claim)} and {figure_of(partner)} can both hold"
    if relation in CLASHES:
        return f"{quoted(claim.text)} and {quoted(partner.text)} cannot both be true"
    return f"{quoted(claim.text)} and {quoted(partner.text)} can both be true"
