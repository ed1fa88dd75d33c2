"""A change in one line of plain words: "Cancelled operations: from “a very small number” to 136"."""

from __future__ import annotations

from comms_tracker.records import Basis, Claim, Figure, FigureKind, Measure

LONGEST_QUOTATION = 90
"""Characters of a claim without a figure that a heading quotes; the whole stands beneath it."""

CARRIERS = frozenset(
    {"be", "have", "do", "make", "get", "see", "experience", "suffer", "include", "say", "report", "know"}
)
"""Verbs that say nothing about what is counted, so that a heading leaves them out."""

SUBJECT_VERBS = frozenset({"die", "fall", "rise", "leave", "remain", "wait", "lose", "drown", "go", "fail", "recover"})
"""Verbs of which the thing counted is the subject: "people died", never "died people"."""

IRREGULAR = {
    "break": "broken", "cut": "cut", "die": "died", "draw": "drawn", "fall": "fell", "find": "found", "go": "went",
    "hit": "hit", "hold": "held", "hurt": "hurt", "keep": "kept", "leave": "left", "lose": "lost", "pay": "paid",
    "put": "put", "rise": "rose", "see": "seen", "sell": "sold", "send": "sent", "shut": "shut", "spill": "spilt",
    "steal": "stolen", "strike": "struck", "take": "taken", "withdraw": "withdrawn", "write": "written", "let": "let",
    "rebuild": "rebuilt", "tell": "told", "give": "given", "lay": "laid", "ship": "shipped", "bring": "brought",
}  # fmt: skip

PLURALS = {
    "person": "people", "child": "children", "man": "men", "woman": "women", "staff": "staff", "data": "data",
    "series": "series", "aircraft": "aircraft", "information": "information", "activity": "activity",
    "personnel": "personnel", "money": "money", "capacity": "capacity", "traffic": "traffic", "oil": "oil",
    "fish": "fish", "livestock": "livestock", "police": "police", "cattle": "cattle", "software": "software",
}  # fmt: skip

_DOUBLED_ENDINGS = ("cancel", "travel", "label", "refer", "defer", "stop", "drop", "ban", "cap", "scrap", "trap")


def heading(earlier: Claim | None, later: Claim | None) -> str:
    """What two claims (or the one that there is) say about the same measure, in one line with their own figures.

    Where one gives no figure, or they name what they count differently, their own words stand in quotation marks.
    Raises ValueError for two None.
    """
    one = later or earlier
    if one is None:
        raise ValueError("a change has at least one claim")
    if earlier is None or later is None:
        return f"{subject(one.measure)}: {figure_quoted(one.figure)}" if one.figure else quoted(one.text)
    if earlier.figure and later.figure and not _differ(earlier.measure.counted, later.measure.counted):
        return (
            f"{shared_subject(earlier, later)}: from {figure_quoted(earlier.figure)} to {figure_quoted(later.figure)}"
        )
    if earlier.text.casefold() == later.text.casefold():
        return quoted(later.text)
    return f"From {side_words(earlier)} to {side_words(later)}"


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def side_words(claim: Claim) -> str:
    """A claim's own words in quotation marks, cut to what a heading holds."""
    return quoted(claim.text)


def shared_subject(earlier: Claim, later: Claim) -> str:
    """What both claims count, named by the later one with only the restrictions that both have."""
    kept = tuple(part for part in later.measure.scope if part in earlier.measure.scope)
    measure = later.measure
    return subject(
        Measure(measure.event or earlier.measure.event, measure.counted or earlier.measure.counted, kept, measure.basis)
    )


def subject(measure: Measure) -> str:
    """What a measure is about: "Cancelled operations", "People died", "Stolen records, as a share"."""
    if measure.counted is None:
        base = participle(measure.event) if measure.event else "Figure"
    else:
        things = " ".join([*(part for part in measure.scope if " " not in part), plural(measure.counted)])
        base = with_event(things, measure.event)
    share = ", as a share" if measure.basis is Basis.SHARE else ""
    return f"{base[:1].upper()}{base[1:]}{share}"


def with_event(things: str, event: str | None) -> str:
    """The things counted with what happened to them, in the order that English wants."""
    if event is None or event in CARRIERS:
        return things
    happened = participle(event)
    return f"{things} {happened}" if event in SUBJECT_VERBS or " " in event else f"{happened} {things}"


def participle(lemma: str) -> str:
    """The past participle of a verb's lemma (the past tense of a verb in SUBJECT_VERBS), British spelling."""
    verb, _, rest = lemma.partition(" ")
    tail = f" {rest}" if rest else ""
    if verb in IRREGULAR:
        return IRREGULAR[verb] + tail
    if verb.endswith("e"):
        return f"{verb}d{tail}"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ied{tail}"
    if verb.endswith(_DOUBLED_ENDINGS):
        return f"{verb}{verb[-1]}ed{tail}"
    return f"{verb}ed{tail}"


def plural(noun: str) -> str:
    """The plural of a noun's lemma; a noun phrase changes its last word."""
    first, _, last = noun.rpartition(" ")
    lead = f"{first} " if first else ""
    if last in PLURALS:
        return lead + PLURALS[last]
    if last.endswith(("s", "x", "z", "ch", "sh")):
        return f"{lead}{last}es"
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        return f"{lead}{last[:-1]}ies"
    return f"{lead}{last}s"


def figure_quoted(figure: Figure) -> str:
    """The figure's own words, in quotation marks where they are words rather than a number."""
    wordy = figure.kind in (FigureKind.VAGUE, FigureKind.UNIVERSAL) and not any(mark.isdigit() for mark in figure.text)
    return quoted(figure.text) if wordy else one_line(figure.text)


def quoted(words: str) -> str:
    """The words in curly quotation marks, cut at a word where they are long."""
    line = one_line(words)
    if len(line) > LONGEST_QUOTATION:
        line = line[:LONGEST_QUOTATION].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    return f"“{line}”"


def one_line(words: str) -> str:
    """The words with every run of white space as one space."""
    return " ".join(words.split())
