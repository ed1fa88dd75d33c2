"""Text cut into paragraphs and tokens, each with its exact place; everything else here reads tokens.

Digits with their separators are one token ("1,700", "2.5", "40 000"), letters are one token, anything else is one
character. A token does not cross a blank line, so that each paragraph is read apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from comms_tracker.quantities.context import words_near


class Shape(Enum):
    """What a token is made of."""

    WORD = "word"
    NUMBER = "number"
    SIGN = "sign"
    END = "end"


class Token(NamedTuple):
    """One token: ``low`` is its text in lower case, ``gap`` says that white space or a line break stands before it.

    ``line`` says that it is the first of its line, ``written`` is the text as it stands.
    """

    low: str
    written: str
    start: int
    end: int
    shape: Shape
    gap: bool
    line: bool


THIN_SPACES = "\u00a0\u2009\u202f\u2007\u2008"
CONTINENTAL = r"\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d|[.,]\d)"
"""1.234,56: a point between thousands and a comma before the decimals."""
_GROUPED = (
    rf"{CONTINENTAL}|"
    r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?"  # 1,234,567.8
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)(?:\.\d+)?"  # 12,34,567
    rf"|\d{{1,3}}(?:[{THIN_SPACES}]\d{{3}})+(?!\d)(?:\.\d+|,\d{{1,2}}(?!\d|[.,]\d))?"
    r"|(?<!\d[ ])(?<!\d)[1-9]\d{0,2}(?:[ ]\d{3})+,\d{1,2}(?![\d-]|[ ,.]\d)"  # 40 000,50
    r"|(?<!\d[ ])(?<!\d)[1-9]\d{0,2}(?:[ ]\d{3})+(?![\d-]|[ ,.]\d)"  # 40 000, but not a telephone number
)
# 2,5, but not in a list: 2,5 and 7
_COMMA = r"(?<![\d.,])(?<!\d[ ])(?<!\d,[ ])\d{1,3},\d{1,2}(?!\d|[.,]\d|\s?(?:,|&|and\b|or\b)\s?\d+(?!\d|,\d))"
_POWER = (
    r"\d+(?:\.\d+)?[ ]?[x×][ ]?\d+(?:\^[-−+]?\d{1,3}|−\d{1,2})(?!\w)"  # 1.3x10^6
    r"|\d+(?:\.\d+)?(?:[eE][+-]?|\^[-+]{0,2})\d{1,2}(?!\w)"  # 1.3e6, 2^10
)
_TOKEN = re.compile(
    rf"""
    (?P<number>(?=\.?\d)(?:{_POWER}|{_GROUPED}|{_COMMA}|\d+\.\d+(?!\.?\d)|\d+|(?<![\w.])\.\d+(?!\.?\d)))
    |(?P<vulgar>[¼½¾⅐-⅞])
    |(?P<word>[^\W\d_¼½¾⅐-⅞]+(?:['’](?!s\b)[^\W\d_]+)*)
    |(?P<sign>\S)
    """,
    re.VERBOSE,
)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n|\r[^\S\r\n]*\r|\u2029")
_SHAPES = {"vulgar": Shape.SIGN, "number": Shape.NUMBER, "word": Shape.WORD, "sign": Shape.SIGN}
PADDING = 12
"""How many END tokens follow the last one, so that readers may look ahead without counting."""


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Each paragraph with the offset at which it starts; blank lines part them."""
    start = 0
    for blank in _BLANK_LINE.finditer(text):
        if blank.start() > start:
            yield start, text[start : blank.start()]
        start = blank.end()
    if start < len(text):
        yield start, text[start:]


def tokenise(paragraph: str) -> list[Token]:
    """The paragraph's tokens in order, followed by ``PADDING`` empty END tokens."""
    tokens: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(paragraph):
        start = match.start()
        written = match.group()
        between = paragraph[end:start]
        line = end == 0 or "\n" in between or "\r" in between
        tokens.append(
            Token(written.lower(), written, start, match.end(), _SHAPES[match.lastgroup or "sign"], start > end, line)
        )
        end = match.end()
    size = len(paragraph)
    tokens.extend([Token("", "", size, size, Shape.END, True, True)] * PADDING)
    return tokens


def is_plural(low: str) -> bool:
    """Whether a lower-case word looks like a plural noun; a guess by its ending, for context only."""
    if low in words_near("plurals"):
        return True
    return len(low) > 3 and low[-1] == "s" and low[-2] not in "su'’" and low not in words_near("singular_s")


def is_capitalised(token: Token) -> bool:
    """Whether a word starts with a capital letter."""
    return token.shape is Shape.WORD and token.written[0].isupper()


def starts_sentence(tokens: list[Token], index: int) -> bool:
    """Whether the token stands first in its sentence, line, table cell or quotation."""
    if index == 0 or tokens[index].line:
        return True
    return tokens[index - 1].low in words_near("sentence_ends")
