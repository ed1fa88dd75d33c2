"""A change in one line of plain words: "Cancelled operations: from “a very small number” to 136"."""

from __future__ import annotations

from comms_tracker.alignment.nouns import people
from comms_tracker.changes.english import plural
from comms_tracker.changes.phrasing import quoted
from comms_tracker.quantities.units import is_currency
from comms_tracker.records import Basis, Claim, Figure, FigureKind, Measure
from comms_tracker.report.words import capital

LONGEST_QUOTATION, LONGEST_OF_TWO = 90, 64
"""Characters of a claim that a heading quotes, alone and beside another; the whole stands beneath it."""

CARRIERS = frozenset(
    {"be", "have", "do", "make", "get", "see", "experience", "suffer", "include", "say", "report", "know"}
)
"""Verbs that say nothing about what is counted, so that a heading leaves them out."""

DONE_TO = frozenset({
    "access", "admit", "affect", "arrest", "attack", "breach", "cancel", "close", "compensate", "compromise",
    "confirm", "contact", "copy", "curtail", "cut", "damage", "defer", "delay", "delete", "destroy", "detain",
    "disclose", "disconnect", "dismiss", "displace", "disrupt", "divert", "encrypt", "evacuate", "expose", "flood",
    "ground", "hack", "harm", "hospitalise", "hurt", "infect", "injure", "inspect", "intercept", "isolate", "kill",
    "leak", "miss", "missing", "notify", "open", "pay", "postpone", "publish", "raise", "rebuild", "recall",
    "recover", "redirect", "refund", "reimburse", "reopen", "repair", "repay", "replace", "reschedule", "rescue",
    "reset", "restore", "restrict", "scrap", "seize", "shut", "spill", "steal", "stop", "strand", "suspend",
    "target", "test", "withdraw",
})  # fmt: skip
"""Verbs whose participle reads well before what is counted: "cancelled operations"; others are quoted instead."""

DEATHS = frozenset({"die", "drown"})
BEHIND = DEATHS | {"cut off", "fall ill", "go astray"}
"""What stands behind the thing counted: "people died", never "died people"; "homes cut off"."""

COST = "cost"
"""The verb of a sum of money, which a heading names: "cost of recall"; what twelve lives are is quoted."""

IRREGULAR = {
    "cut": "cut", "cut off": "cut off", "fall ill": "fallen ill", "go astray": "gone astray", "hurt": "hurt",
    "miss": "missed", "missing": "missing", "pay": "paid", "rebuild": "rebuilt", "repay": "repaid", "reset": "reset",
    "shut": "shut", "spill": "spilt", "steal": "stolen", "withdraw": "withdrawn",
}  # fmt: skip

DOUBLED = ("admit", "cancel", "defer", "stop", "scrap")
"""Verbs that double their last letter, in British spelling."""


def heading(earlier: Claim | None, later: Claim | None) -> str:
    """What two claims (or the one that there is) say about the same measure, in one line with their own figures.

    Where one gives no figure, or they name what they count differently, their own words stand in quotation marks.
    Raises ValueError for two None.
    """
    one = later or earlier
    if one is None:
        raise ValueError("a change has at least one claim")
    if earlier is None or later is None:
        return f"{subject(one.measure)}: {figure_quoted(one.figure)}" if one.figure and nameable(one) else _said(one)
    if earlier.figure and later.figure and nameable(later) and not _differ(earlier, later):
        before, after = figure_quoted(earlier.figure), figure_quoted(later.figure)
        if before != after:
            return f"{shared_subject(earlier, later)}: from {before} to {after}"
        if later.figure.kind is not FigureKind.UNIVERSAL:
            return f"{shared_subject(earlier, later)}: {after}, as before"
    if earlier.text.casefold() == later.text.casefold():
        return _said(later)
    return f"From {quoted(earlier.text, LONGEST_OF_TWO)} to {quoted(later.text, LONGEST_OF_TWO)}"


def nameable(claim: Claim) -> bool:
    """Whether what the claim counts has a name that reads as English: its verb is one that we know how to put."""
    event, counted = claim.measure.event, claim.measure.counted
    if event in DEATHS and counted is not None and counted not in people():
        return False
    if event == COST:
        return (
            claim.measure.basis is not Basis.INCREMENT and claim.figure is not None and is_currency(claim.figure.unit)
        )
    return event is None or event in CARRIERS | DONE_TO | BEHIND


def _said(claim: Claim) -> str:
    """The claim's words as a heading of their own, which begins with a capital as a sentence does."""
    return quoted(capital(one_line(claim.text)), LONGEST_QUOTATION)


def _differ(one: Claim, other: Claim) -> bool:
    named, also_named = one.measure.counted, other.measure.counted
    return named is not None and also_named is not None and named != also_named


def shared_subject(earlier: Claim, later: Claim) -> str:
    """What both claims count, named by the later one with only the restrictions that both have."""
    kept = tuple(part for part in later.measure.scope if part in earlier.measure.scope)
    measure = later.measure
    return subject(
        Measure(measure.event or earlier.measure.event, measure.counted or earlier.measure.counted, kept, measure.basis)
    )


def subject(measure: Measure) -> str:
    """What a measure is about: "Cancelled operations", "People died", "Stolen records, as a share"."""
    if measure.event == COST:
        base = f"cost of {measure.counted}" if measure.counted else COST
    elif measure.counted is None:
        base = participle(measure.event) if measure.event else "Figure"
    else:
        things = " ".join([*(part for part in measure.scope if " " not in part), plural(measure.counted)])
        base = with_event(things, measure.event)
    share = ", as a share" if measure.basis is Basis.SHARE else ""
    return f"{capital(base)}{share}"


def with_event(things: str, event: str | None) -> str:
    """The things counted with what happened to them, in the order that English wants."""
    if event is None or event in CARRIERS:
        return things
    happened = participle(event)
    return f"{things} {happened}" if event in BEHIND else f"{happened} {things}"


def participle(lemma: str) -> str:
    """The past participle of a verb's lemma (the past tense of a verb in BEHIND), British spelling."""
    if lemma in IRREGULAR:
        return IRREGULAR[lemma]
    if lemma.endswith("e"):
        return f"{lemma}d"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return f"{lemma[:-1]}ied"
    if lemma.endswith(DOUBLED):
        return f"{lemma}{lemma[-1]}ed"
    return f"{lemma}ed"


def figure_quoted(figure: Figure) -> str:
    """The figure's own words as they stand within a sentence, in quotation marks where they are no number."""
    said = one_line(figure.text)
    if said.casefold() == "no":
        return "none"
    said = within_a_line(said)
    wordy = figure.kind in (FigureKind.VAGUE, FigureKind.UNIVERSAL) and not any(mark.isdigit() for mark in said)
    return f"“{said}”" if wordy else said


def within_a_line(words: str) -> str:
    """A figure's words where no sentence begins with them: "about 90,000" for "About 90,000"; a code stays as it is."""
    words = words.removesuffix(" of")
    begins = words[:1].isupper() and (words[1:2].islower() or words.startswith("A "))
    return words[:1].lower() + words[1:] if begins else words


def one_line(words: str) -> str:
    """The words with every run of white space as one space."""
    return " ".join(words.split())
