"""The words of claims within an explanation: quotations, figures with what they count, limits, usual readings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comms_tracker.changes.english import number_words, plural
from comms_tracker.changes.scope import GROUP
from comms_tracker.changes.sentences import places_around
from comms_tracker.records import Certainty, Claim, Figure, Reading, ReadingAs

LONGEST_QUOTATION = 140
"""Characters."""
LONGEST_LIMIT = 9
"""Words."""
LONGEST_HEDGE = 60
OF_THE_SPEAKER = frozenset({Certainty.HEDGED, Certainty.ESTIMATED})
"""How a claim is said whose hedge may stand outside it."""
DANGLING = re.compile(r"(?:\s+(?:and|or|of|in|on|at|by|for|from|with|to|the|a|an))+$", re.I)
TAKES_OF = re.compile(
    r"(?:\b(?:number|handful|majority|minority|dozens|scores|tens|hundreds|thousands|millions|billions|bulk|proportion|"
    r"portion|amount|couple|lot|lots|half|third|quarter|quarters|thirds|fifth|fifths|tenth|fraction|plenty|part|percent|"
    r"in (?:two|three|four|five|six|seven|eight|nine|ten|\d+))|per cent|%)$",
    re.I,
)
PLAIN_NUMBER = re.compile(r"[£$€]?[\d.,]+(?:m|bn|k|%| ?(?:million|billion|trillion|thousand|per cent|percent))?", re.I)
SHOWN_AS = {
    "toll": "death",
    "dead": "death",
    "fatality": "death",
    "missing": "missing person",
    "holder": "account holder",
}
"""Lemmas that cannot be counted as they stand, and the noun that is shown for them."""

MEASURE_NOUN = re.compile(r"(?:cost|bill|price|charge|loss|profit|revenue|fine)")


def quoted(words: str, longest: int = LONGEST_QUOTATION) -> str:
    """Words of a statement in quotation marks, shortened at a word where they have more than ``longest`` characters."""
    flat = " ".join(words.split()).strip(" ,;:")
    flat = _closed(flat.removesuffix(".")).replace("“", "‘").replace("”", "’")
    if len(flat) > longest:
        flat = flat[:longest].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    return f"“{flat}”"


def with_hedge(claim: Claim, text: str) -> str:
    """The claim's words in quotation marks, with those of its sentence that hedge it from outside the claim.

    ``text`` is the statement's: "we believe that" must not be lost from "customer passwords were not taken".
    """
    outside = [word for word in (claim.hedge or "").split("; ") if word and word not in claim.text.casefold()]
    if not outside or claim.certainty not in OF_THE_SPEAKER:
        return quoted(claim.text)
    around = places_around(text, claim.start, claim.end)[1]
    before = text[around.start : claim.start]
    at = before.casefold().rfind(outside[0])
    if at >= 0:
        return quoted(text[around.start + (0 if len(before) <= LONGEST_HEDGE else at) : claim.end])
    behind = text[claim.end : around.stop].casefold().find(outside[0])
    return quoted(text[claim.start : claim.end + behind + len(outside[0])] if behind >= 0 else claim.text)


def _closed(words: str) -> str:
    """Words cut out of a speech, with the mark at their beginning or end that the cut left behind."""
    before, closes, _ = words.partition("”")
    words = f"“{words}" if closes and "“" not in before else words
    return f"{words}”" if words.rfind("“") > words.rfind("”") else words


def figure_words(figure: Figure) -> str:
    """The figure's words: a plain number as it is, everything else in quotation marks."""
    words = " ".join(figure.text.split()).removesuffix(" of")
    if PLAIN_NUMBER.fullmatch(words):
        return words
    first = words.split(" ")[0]
    if first[:1].isupper() and first[1:].islower():
        words = words[0].lower() + words[1:]
    elif len(first) == 1 and first == "A":
        words = "a" + words[1:]
    return quoted(words)


def figure_of(claim: Claim, *, noun: bool = True) -> str:
    """The figure with what it counts: «“a very small number” of operations», «136 operations»."""
    figure = claim.figure
    if figure is None:
        return quoted(claim.text)
    words = figure_words(figure)
    counted = noun_of(claim)
    if not noun or not counted or _names(figure, counted) or figure.unit not in {None, "percent"}:
        return words
    if MEASURE_NOUN.fullmatch(claim.measure.counted or "") or (figure.unit == "percent" and _is_said_of(claim, figure)):
        return words
    if figure.text.casefold().startswith("in the "):
        return f"{words} for {counted}"
    bare = figure.text.rstrip().removesuffix(" of")
    takes_of = TAKES_OF.search(bare) and not re.search(r"\bone$", bare, re.I)
    return f"{words}{' of ' if takes_of else ' '}{counted}"


def _is_said_of(claim: Claim, figure: Figure) -> bool:
    """Whether a share is said of a thing and is no part of such things: "the reservoir is 62 per cent full"."""
    noun = claim.measure.counted or ""
    before, after = claim.text[: figure.start - claim.start], claim.text[figure.end - claim.start :]
    named = re.search(rf"\b{re.escape(noun)}\w*", before, re.I)
    part = re.search(rf"\b(?:of|among|from|for)\b[^,;]*\b{re.escape(noun)}", before, re.I)
    return named is not None and part is None and re.match(r"\s+of\b", after) is None


def noun_of(claim: Claim) -> str:
    """What is counted, in the plural unless the figure is one; empty where the claim names nothing."""
    counted = claim.measure.counted
    if not counted or counted in {"base", "none", "one", "those", "number", "figure"}:
        return ""
    counted = SHOWN_AS.get(counted, counted)
    figure = claim.figure
    one = figure is not None and figure.low == figure.high == 1 and figure.unit is None
    many = plural(counted)
    text = claim.text.casefold()
    named = figure is not None and figure.unit is None and figure.high != 0
    if named and not one and many.casefold() not in text and re.search(rf"\b{re.escape(counted.casefold())}\b", text):
        return ""  # the lemma stands there as part of another name ("cardiology patients"), not as what is counted
    return counted if one else many


def _names(figure: Figure, counted: str) -> bool:
    """Whether the figure's own words already name what is counted ("six hours", "£265,000")."""
    words = figure.text.casefold()
    return counted.casefold() in words or counted.casefold().rstrip("s") in words.split()


def scope_phrase(claim: Claim, restrictions: Sequence[str]) -> str:
    """What a claim counts with some restrictions: «elective operations, those that relied on images».

    Restrictions of more than ``LONGEST_LIMIT`` words are cut with an ellipsis.
    """
    shown = [_cut(phrase) for phrase in restrictions]
    after = [phrase for phrase in shown if _follows(claim, phrase)]
    before = [phrase for phrase in shown if phrase not in after]
    noun = f"the {claim.measure.counted}" if MEASURE_NOUN.fullmatch(claim.measure.counted or "") else noun_of(claim)
    if noun and any(noun.casefold() in words.casefold().split() for words in after):
        noun = ""
        after = [words.removeprefix("of ") for words in after]
    phrase = " ".join([*before, noun]).strip()
    for words in after:
        phrase += f", {words}" if words.casefold().startswith(("those", "which", "whose")) else f" {words}"
    return phrase.strip(" ,").removeprefix("of ")


def _cut(phrase: str) -> str:
    words = DANGLING.sub("", phrase).split()
    return " ".join(words[:LONGEST_LIMIT]) + (" …" if len(words) > LONGEST_LIMIT else "")


def _follows(claim: Claim, phrase: str) -> bool:
    """Whether the restriction stands after the noun, as the claim itself has it."""
    if GROUP.match(phrase):
        return True
    text, noun = claim.text.casefold(), noun_of(claim).casefold()
    at, place = text.find(phrase.casefold().removesuffix(" …")), text.find(noun)
    return at > place if noun and at >= 0 and place >= 0 else " " in phrase


def usually_read(figure: Figure, reading: Reading) -> str:
    """«usually read as 1 to 8 (survey)», with the unit where the figure has one."""
    return f"usually read as {reading_span(figure, reading)} ({source_words(reading)})"


def reading_span(figure: Figure, reading: Reading) -> str:
    """«1 to 8», «3 to 5 minutes», «0.2 to 8 per cent»."""
    span = span_words(reading.low, reading.high)
    if reading.as_ is ReadingAs.SHARE:
        return f"{span} per cent"
    unit = figure.unit
    return f"{span} {plural(unit)}" if unit and unit.isalpha() and unit != "percent" and unit.islower() else span


def source_words(reading: Reading) -> str:
    """A reading's source in a few words; the source of a user's own lexicon is given as it stands."""
    tag = f"{reading.as_.value}:"
    parts = [part for part in reading.source.split(";") if tag in part]
    source = parts[0] if parts else reading.source
    if "default of this project" in source:
        return "default of this project"
    readers = re.search(r"\b\d+ readers\b", reading.source)
    sentences = re.search(r"\b\d+ sentences\b", source) or re.search(r"\b\d+ sentences\b", reading.source)
    by_rule = ", by rule for “very”" if "by rule" in reading.source else ""
    if "zonination" in source:
        return f"survey of {readers.group() if readers else 'readers'}{by_rule}"
    if "QuRe" in source:
        return f"{sentences.group() if sentences else 'sentences'} of the QuRe data{by_rule}"
    if "HVD" in source:
        return f"{readers.group() if readers else 'readers'} of the HVD data{by_rule}"
    return source.strip()


def span_words(low: float | None, high: float | None) -> str:
    """An interval in words: «1 to 8», «3 or more», «at most 5»."""
    if low is not None and high is not None:
        return number_words(low) if low == high else f"{number_words(low)} to {number_words(high)}"
    if low is not None:
        return f"{number_words(low)} or more"
    return f"at most {number_words(high)}" if high is not None else "no number"


def sentence(words: str) -> str:
    """Words as one sentence: capital first, in a quotation that begins it too, full stop last."""
    text = words.strip()
    first = text.startswith("“") + 1
    return (text[:first].upper() + text[first:]).rstrip(".") + "." if text else ""
