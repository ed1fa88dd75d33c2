"""A quotation inside a quotation: whom the speaker quotes, in which words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comms_tracker.attribution.cues import cues
from comms_tracker.attribution.marks import marked
from comms_tracker.attribution.paragraphs import sentences
from comms_tracker.attribution.records import Quotation, QuotationKind

FEWEST = 3
"""Words: fewer between inner marks are a name or a way of speaking."""
_HEARERS = frozenset({"", "me", "us", "him", "her", "them"})


def nested(text: str, outer: Quotation) -> Iterator[Quotation]:
    """The quotations inside one, where its words say who spoke: "A man said, 'Computer says no'".

    "I" is the outer quotation's own speaker.
    """
    for start, end in outer.fragments:
        for inner in marked(text, [(start, end)]):
            if len(text[inner.first : inner.last].split()) < FEWEST:
                continue
            begins = max(first for first, _ in sentences(text, start, end) if first <= inner.start)
            found = cues(text, begins, inner.start, first_person=True)
            if not found or text[found[-1].stops : inner.start].strip(" ,:") not in _HEARERS:
                continue
            cue = found[-1]
            made = Quotation(inner.start, inner.end, QuotationKind.DIRECT, inner.fragments, cue=cue.text, nested=True)
            if cue.name is None:
                continue
            yield _named(made, outer, cue.name.text, cue.name.start, cue.name.end)


def _named(made: Quotation, outer: Quotation, speaker: str, start: int, end: int) -> Quotation:
    if speaker.lower() == "i":
        return replace(
            made,
            speaker=outer.speaker,
            speaker_start=outer.speaker_start,
            speaker_end=outer.speaker_end,
            speaker_name=outer.speaker_name,
        )
    return replace(made, speaker=speaker, speaker_start=start, speaker_end=end)
