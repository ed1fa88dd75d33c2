"""Text to segments: paragraphs, bullets, table rows and answers, each parsed apart so that none disturbs another.

What is too long to be parsed at once is several segments of one paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import zip_longest

from comms_tracker.claims.cutting import LONGEST, LONGEST_SENTENCE, pieces

BULLET = re.compile(r"[ \t]*(?:[-–—*•◦▪·‣]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t]+(?=\S)")
TABLE_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*$")
TABLE_RULE = re.compile(r"[ \t]*\|[\s:|-]+\|[ \t]*$")
TIME_LABEL = re.compile(
    r"[ \t]*(?:[01]?\d|2[0-3])[:.][0-5]\d(?:[ \t]*(?:[ap]m|UTC|GMT|BST|[A-Z]{2,4}T))?[ \t]*[:.–—-]?[ \t]+(?=[A-Z])"
)
# "2.1 Ninety-eight per cent ...": a numbered paragraph.
PARAGRAPH_NUMBER = re.compile(r"[ \t]*\d{1,2}(?:\.\d{1,2}){1,3}\.?[ \t]+(?=[A-Z])")
# "Q14 Chair: ...", "Sir Leo Marchetti: ...": a transcript's line, with the speaker's label before the colon.
SPEAKER_LABEL = re.compile(
    r"[ \t]*(?P<number>Q\d{1,4}[.:]?[ \t]+)?(?P<name>(?:[A-Z][\w'’.-]*[ \t]+){0,4}[A-Z][\w'’.-]*)[ \t]*:[ \t]+(?=\S)"
)
NOT_SPEAKERS = frozenset(
    {
        "update",
        "note",
        "notes",
        "contact",
        "media",
        "press",
        "enquiries",
        "statement",
        "summary",
        "background",
        "editors",
    }
)
BACKGROUND_HEADING = re.compile(
    r"\s*(?:#+\s*)?(?:notes? (?:to|for) editors?|about(?!\s+(?:[\d£$€]|(?:a|one|two|three|half)\b))"
    r"(?: us| [A-Z][\w&' -]{1,60})?|background)\b\s*:?",
    re.I,
)
A_SHORT_LINE = 60
A_LINE = 200
"""Characters, blanks among them, that a heading or a signature may have."""
# One code point for one code point, so that every offset in the parsed text is an offset in the statement.
FOLD = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "«": '"',
        "»": '"',
        "\u00a0": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\u2007": " ",
        "\t": " ",
        "\r": " ",
        "\n": " ",
        "\u200e": " ",
        "\u200f": " ",
        "\u200b": " ",
        "\u2011": "-",
        "–": "-",
        "—": "-",
    }
)
# With what joins and colours them; in a parse they would be words.
EMOJI = re.compile("[\u2600-\u27bf\ufe0f\u200d\U0001f000-\U0001faff]")


class SegmentKind(StrEnum):
    """What a piece of a statement is in its layout."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    TABLE_ROW = "table_row"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a statement that is parsed on its own: ``text`` is its folded words, ``start`` their offset.

    ``lead_in`` is the line before a list ("The following have been cancelled:"); ``columns`` are a table's header
    cells; ``question`` marks another person's question in a transcript; ``background`` a part headed as notes or
    about us; ``paragraph`` numbers the block that the segment stands in.
    """

    text: str
    start: int
    kind: SegmentKind
    paragraph: int
    lead_in: str | None = None
    columns: tuple[str, ...] = ()
    speaker: str | None = None
    question: bool = False
    background: bool = False

    @property
    def end(self) -> int:
        """The offset after its last character."""
        return self.start + len(self.text)


def fold(text: str) -> str:
    """The text with curly quotes, odd spaces and dashes made plain and emoji left blank, code point for code point."""
    return EMOJI.sub(" ", text.translate(FOLD))


def segments(text: str, longest: int = LONGEST, longest_sentence: int = LONGEST_SENTENCE) -> tuple[Segment, ...]:
    """The segments of a statement's text in order; their ``start`` counts in that text.

    Only a table row, which is not parsed, has more than ``longest`` characters, and a stretch without the end of a
    sentence in a longer segment has no more than ``longest_sentence``.
    """
    return tuple(part for whole in uncut(text) for part in cut(whole, longest, longest_sentence))


def cut(segment: Segment, longest: int, longest_sentence: int) -> Iterator[Segment]:
    """The segment, in pieces where it is too long."""
    if segment.kind is SegmentKind.TABLE_ROW or len(segment.text) <= min(longest, longest_sentence):
        yield segment
        return
    for start, end in pieces(segment.text, longest, longest_sentence):
        yield replace(segment, text=segment.text[start:end], start=segment.start + start)


def uncut(text: str) -> Iterator[Segment]:
    """The segments, however long they are."""
    background, lead_in = False, None
    for number, (start, end) in enumerate(blocks(text)):
        background = background or heads_background(text, start, end)
        parts = list(block_parts(text, start, end))
        for part, following in zip_longest(parts, parts[1:]):
            if part.kind is SegmentKind.PARAGRAPH:
                if following is None or following.kind is SegmentKind.BULLET:
                    kept = None if following is None else lead_in
                    lead_in = lead(text[part.start : part.end]) or kept
                yield prose(text, part.start, part.end, number=number, background=background)
                continue
            words, above = fold(text[part.start : part.end]), lead_in if part.kind is SegmentKind.BULLET else None
            yield Segment(
                words, part.start, part.kind, number, lead_in=above, columns=part.columns, background=background
            )


def heads_background(text: str, start: int, end: int) -> bool:
    """Whether a block opens the notes or the part about the organisation: with a heading, or as one short line."""
    heading = BACKGROUND_HEADING.match(text, start, end)
    if heading is None:
        return False
    if heading.end() >= end or heading.group().rstrip().endswith(":"):
        return True
    return end - start < A_SHORT_LINE and len(list(line_spans(text, start, end))) == 1


@dataclass(frozen=True, slots=True)
class Part:
    """What one thing in a block's layout covers: a row, a bullet's words, or prose over any number of lines."""

    kind: SegmentKind
    start: int
    end: int
    columns: tuple[str, ...] = ()


def block_parts(text: str, start: int, end: int) -> Iterator[Part]:
    """The parts of a block in order; a table's head and its rule are none, and give the rows below their columns."""
    lines = list(line_spans(text, start, end))
    columns: tuple[str, ...] = ()
    run: tuple[int, int] | None = None
    for index, (first, last) in enumerate(lines):
        line = text[first:last]
        row, bullet = TABLE_ROW.match(line), BULLET.match(line)
        if row and TABLE_RULE.match(line):
            continue
        if row and not columns and index + 1 < len(lines) and is_rule(text, *lines[index + 1]):
            columns = tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
            continue
        if bullet and run is not None and bullet.group().strip()[:1].isdigit():
            # A number that the line break cut off its sentence.
            bullet = None
        if run is not None and (row or bullet or stands_alone(text, *run)):
            yield Part(SegmentKind.PARAGRAPH, *run)
            run = None
        if row:
            yield Part(SegmentKind.TABLE_ROW, first, last, columns)
        elif bullet:
            yield Part(SegmentKind.BULLET, first + bullet.end(), last)
        else:
            run = (first if run is None else run[0], last)
    if run is not None:
        yield Part(SegmentKind.PARAGRAPH, *run)


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """The spans of text between blank lines, without the blanks around them."""
    position = 0
    for gap in re.finditer(r"\r?\n[ \t]*(?:\r?\n[ \t]*)+|\Z", text):
        raw = text[position : gap.start()]
        if raw.strip():
            start = position + len(raw) - len(raw.lstrip())
            yield start, position + len(raw.rstrip())
        position = gap.end()


def line_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of the lines between two offsets, each without its line end."""
    position = start
    while position < end:
        stop = text.find("\n", position, end)
        stop = end if stop < 0 else stop
        line_end = stop - 1 if stop > position and text[stop - 1] == "\r" else stop
        if text[position:line_end].strip():
            yield position, line_end
        position = stop + 1


def is_rule(text: str, start: int, end: int) -> bool:
    """Whether a line is the rule below a table's head."""
    return TABLE_RULE.match(text[start:end]) is not None


def lead(run: str) -> str | None:
    """The words that introduce a list, where the run ends as an introduction does."""
    words = run[-LONGEST_SENTENCE:].strip()
    if not words.endswith(":"):
        return None
    return fold(re.split(r"(?<=[.!?])\s+", words)[-1].rstrip(":").strip())


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether what stands before a line break is a heading, a question or a signature and not half a sentence."""
    words = text[max(start, end - A_LINE) : end].rstrip()
    if words.endswith(("?", ":", ".", "!")):
        return True
    return end - start <= A_LINE and len(words) < 45 and words[:1].isupper() and len(words.split()) <= 6


def prose(text: str, start: int, end: int, *, number: int, background: bool) -> Segment:
    """The prose between two offsets as a segment, its time or speaker label left out."""
    label = PARAGRAPH_NUMBER.match(text, start, end) or TIME_LABEL.match(text, start, end)
    if label:
        start = label.end()
    speaker = SPEAKER_LABEL.match(text, start, end)
    name, question = None, False
    if speaker and not set(speaker["name"].lower().split()) & NOT_SPEAKERS:
        name, question = speaker["name"], speaker["number"] is not None
        if question or len(name.split()) >= 2:
            start = speaker.end()
        else:
            name = None
    words = text[start:end]
    kind = SegmentKind.HEADING if is_heading(words) else SegmentKind.PARAGRAPH
    return Segment(fold(words), start, kind, number, speaker=name, question=question, background=background)


def is_heading(words: str) -> bool:
    """Whether words are few, on one line, and without a sentence's end."""
    ended = words.rstrip().endswith((".", "!", "?", '"', "”", ":", "'", "’", ")"))
    return not ended and len(words.split()) <= 12 and "\n" not in words
