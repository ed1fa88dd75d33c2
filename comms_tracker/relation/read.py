"""All quantities of one text with what stands around them, and the text's words that say what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from comms_tracker import lexicon
from comms_tracker.changes.amounts import IN_MINUTES, PERCENT, TIME
from comms_tracker.changes.basis import cues
from comms_tracker.changes.intervals import Interval, stated
from comms_tracker.claims.outline import Outline, Word
from comms_tracker.claims.restatement import restated
from comms_tracker.records import Claim, Figure, StatedBasis
from comms_tracker.relation.dates import read_dates
from comms_tracker.relation.orders import Taken, bounded, free, read_ranks, read_results, read_scores
from comms_tracker.relation.quantity import Quantity, Sort

INCREMENT = re.compile(r"^(?:another|a further|further|an additional|an extra)\b|\bmore$", re.I)
CORRECTING = frozenset({StatedBasis.CORRECTION, StatedBasis.RETRACTION})
CURRENCY = re.compile(r"[A-Z]{3}")
BARE = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\w]|,\d{3}|\.\d)")
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
NOUNS = frozenset({"NOUN", "PROPN"})
BEFORE_NOUN = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "PUNCT"})
SAYS_NOTHING = frozenset(
    {"be", "have", "do", "more", "less", "most", "least", "many", "few", "other", "such", "total", "approximately"}
)
COUNTED = frozenset({"NOUN", "ADJ", "PROPN"})
HOPS = 5
"""How far from a number in the parse a word still stands around it."""
WINDOW = 6
"""How many words before and after a number stand beside it."""
UP, ALONG = 3, 4
"""How many heads up, and words along, the noun that a number counts may stand."""


@dataclass(frozen=True, slots=True)
class Read:
    """One text as it is set against another; ``corrects`` says that its words put something said before right."""

    text: str
    quantities: tuple[Quantity, ...]
    lemmas: frozenset[str]
    names: frozenset[str]
    verbs: frozenset[str]
    content: frozenset[str]
    length: int
    corrects: bool
    claims: tuple[Claim, ...]


def read(outline: Outline) -> Read:
    """The quantities and words of a parsed text."""
    words = outline.words
    return Read(
        text=outline.text,
        quantities=tuple(_with_context(words, _quantities(outline))),
        lemmas=frozenset(_leads().get(word.lemma, word.lemma) for word in words)
        | {word.text.lower() for word in words},
        names=frozenset(word.lemma for word in words if word.part == "PROPN"),
        verbs=frozenset(word.lemma for word in words if word.part == "VERB"),
        content=frozenset(filter(None, map(_content, words))),
        length=len(words),
        corrects=any(cue.basis in CORRECTING and cue.pattern.search(outline.text) for cue in cues()),
        claims=outline.claims,
    )


def _quantities(outline: Outline) -> list[Quantity]:
    """Every number, date and rank of the text in order of place; none overlaps another."""
    text, figures = outline.text, outline.figures
    found = read_dates(text)
    taken: Taken = [(date.start, date.end) for date in found]
    for reader in (read_scores, read_ranks, read_results):
        found.extend(reader(text, figures, taken))
    for figure in figures:
        counted = _counted(outline, figure) if free(taken, figure.start, figure.end) else None
        if counted is not None:
            taken.append((figure.start, figure.end))
            found.append(counted)
    for match in BARE.finditer(text):
        if free(taken, *match.span()):
            interval, led_from = bounded(text, match.start(), float(match.group().replace(",", "")))
            bare = Quantity(Sort.COUNT, "", interval, *match.span(), led_from is not None, led_from=led_from)
            found.append(bare)
    return sorted(found, key=lambda quantity: quantity.start)


def _counted(outline: Outline, figure: Figure) -> Quantity | None:
    """The figure as a quantity, or None where its words give no number."""
    interval = stated(figure)
    if interval is None:
        return None
    unit = figure.unit or ""
    if unit in ("", "time"):
        sort, unit = Sort.COUNT, ""
    elif unit == PERCENT:
        sort = Sort.SHARE
    else:
        sort = Sort.MONEY if CURRENCY.fullmatch(unit) else Sort.MEASURE
    interval, unit = in_minutes(interval, unit)
    bound = interval.low is None or interval.high is None
    more = INCREMENT.search(figure.text) is not None
    back = restated(outline.text, figure, 0, len(outline.text), outline.figures)
    return Quantity(sort, unit, interval, figure.start, figure.end, bound, increment=more, restated=back, figure=figure)


def in_minutes(interval: Interval, unit: str) -> tuple[Interval, str]:
    """A stretch of time in minutes, so that two hours and 120 minutes are the same; every other unit as it is."""
    factor = IN_MINUTES.get(unit)
    if factor is None:
        return interval, unit
    low = None if interval.low is None else interval.low * factor
    high = None if interval.high is None else interval.high * factor
    return Interval(low, high, interval.low_open, interval.high_open), TIME


def _with_context(words: Sequence[Word], found: Sequence[Quantity]) -> Iterator[Quantity]:
    beside: list[list[int]] = [[] for _ in words]
    for place, word in enumerate(words):
        if word.head != place:
            beside[word.head].append(place)
            beside[place].append(word.head)
    for quantity in found:
        inside = [place for place, word in enumerate(words) if word.start < quantity.end and quantity.start < word.end]
        if not inside:
            yield quantity
            continue
        if quantity.sort is Sort.COUNT and _in_a_name(words, quantity, inside):
            continue
        root = next((place for place in inside if words[place].head not in inside), inside[0])
        noun = None if quantity.is_time else _noun(words, root, inside)
        yield replace(
            quantity,
            noun=_leads().get(words[noun].lemma, words[noun].lemma) if noun is not None else None,
            noun_end=words[noun].end if noun is not None and inside[-1] < noun <= inside[-1] + ALONG else None,
            verb=_verb(words, root),
            near=_near(words, beside, root, frozenset(inside)),
            beside=_beside(words, inside),
        )


def _in_a_name(words: Sequence[Word], quantity: Quantity, inside: Sequence[int]) -> bool:
    """Whether a plain number is part of a name, as in "Chapter 3": the name stands before it, nothing is counted."""
    first, last = inside[0], inside[-1]
    if quantity.bound or first == 0 or first != last or not words[first].text.isdigit():
        return False
    before, after = words[first - 1], words[last + 1] if last + 1 < len(words) else None
    named = before.part in NOUNS and before.text[0].isupper() and before.end + 1 >= words[first].start
    return named and (after is None or after.part not in COUNTED)


def _noun(words: Sequence[Word], root: int, inside: Sequence[int]) -> int | None:
    """The place of what is counted: the noun that the number hangs on where it follows, else the next noun along."""
    place = root
    for _ in range(UP):
        if place not in inside and words[place].part in NOUNS:
            if place > inside[0]:
                return place
            break
        place = words[place].head
    after = inside[-1] + 1
    for along, word in enumerate(words[after : after + ALONG], start=after):
        if word.part == "NOUN":
            return along
        if word.part not in BEFORE_NOUN:
            break
    return place if place not in inside and words[place].part in NOUNS else None


def _verb(words: Sequence[Word], root: int) -> str | None:
    """The lemma of the verb that the number stands under."""
    place = root
    for _ in range(HOPS):
        if words[place].part == "VERB":
            return _leads().get(words[place].lemma, words[place].lemma)
        place = words[place].head
    return None


def _near(
    words: Sequence[Word], beside: Sequence[Sequence[int]], root: int, inside: frozenset[int]
) -> dict[str, float]:
    """The content lemmas around a number, nearer ones with more weight; the number's own words are no distance."""
    seen, queue = {root: 0}, [root]
    near: dict[str, float] = {}
    for place in queue:
        distance = seen[place]
        if place not in inside:
            lemma = _content(words[place])
            if lemma is not None:
                near.setdefault(lemma, 1 / (1 + distance))
        if distance < HOPS:
            for other in beside[place]:
                if other not in seen:
                    seen[other] = distance + (other not in inside)
                    queue.append(other)
    return near


def _beside(words: Sequence[Word], inside: Sequence[int]) -> dict[str, float]:
    """The content lemmas before and after a number, nearer ones with more weight."""
    first, last = inside[0], inside[-1]
    beside: dict[str, float] = {}
    for gap in range(1, WINDOW + 1):
        for place in (first - gap, last + gap):
            lemma = _content(words[place]) if 0 <= place < len(words) else None
            if lemma is not None:
                beside.setdefault(lemma, 1 / gap)
    return beside


def _content(word: Word) -> str | None:
    if word.part not in CONTENT or word.lemma in SAYS_NOTHING or not word.lemma[0].isalpha():
        return None
    return _leads().get(word.lemma, word.lemma)


@cache
def _leads() -> dict[str, str]:
    """The word that stands for each one of lexicon/told_alike.toml."""
    return {word: group[0] for group in lexicon.table("told_alike")["same"] for word in group}
