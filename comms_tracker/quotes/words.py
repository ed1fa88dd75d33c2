"""A text as words that can be compared: each with its place and one form for all its spellings."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from comms_tracker import lexicon
from comms_tracker.remembering import remembered

_ELLIPSIS = r"\[\s*(?:…|\.{3,}|\.\s\.\s\.)\s*\]|\(\s*(?:…|\.{3,})\s*\)|…|\.{3,}|\.\s\.\s\.(?:\s\.)?"
_BRACKET = r"\[[^\[\]]*\]"
_NUMBER = r"\d+(?:[,.]\d+)*"
# "[T]he": a bracket inside a word shows a changed letter.
_LETTERED = r"\[[^\W\d_]{1,3}\][^\W\d_]+|[^\W\d_]+\[[^\W\d_]{1,3}\]"
_WORD = rf"{_LETTERED}|{_NUMBER}(?:st|nd|rd|th|bn|tn|m|k|am|pm|s)?\b|[^\W\d_]+(?:[-'’‑.][^\W\d_]+)*|\w+|[%£$€&]"
_TOKEN = re.compile(rf"(?P<ellipsis>{_ELLIPSIS})|(?P<word>{_WORD})|(?P<bracket>{_BRACKET})")
_GROUPED = re.compile(r"(?<=\d),(?=\d{3}\b)")
_INSIDE = re.compile(r"[-'’‑.]")
_SCALED = re.compile(r"^(\d[\d.]*)(k|m|bn|tn)$")
_SCALES = {"k": "thousand", "m": "million", "bn": "billion", "tn": "trillion"}
_NOT = re.compile(r"n['’]t$")


class TokenKind(StrEnum):
    """What a piece of a quotation is: a word, or a mark by which the quoter owns up to an edit."""

    WORD = "word"
    ELLIPSIS = "ellipsis"
    BRACKET = "bracket"


@dataclass(frozen=True, slots=True)
class Word:
    """A word, an ellipsis or a bracketed insertion at its place; ``form`` is the same for every spelling of a word."""

    text: str
    start: int
    end: int
    form: str
    kind: TokenKind = TokenKind.WORD


def words(text: str, marked: bool = False) -> list[Word]:
    """The words of a text; with ``marked`` also the ellipses and brackets by which a quotation shows its changes."""
    found: list[Word] = []
    for match in _TOKEN.finditer(text):
        kind = TokenKind(match.lastgroup or "word")
        if kind is TokenKind.WORD:
            found.append(Word(match.group(), match.start(), match.end(), form(match.group())))
        elif marked:
            found.append(Word(match.group(), match.start(), match.end(), "", kind))
        elif kind is TokenKind.BRACKET:
            inner = match.start() + 1
            found += [
                Word(one.text, one.start + inner, one.end + inner, one.form) for one in words(match.group()[1:-1])
            ]
    return found


@remembered(65_536)
def form(word: str) -> str:
    """One form for every spelling of a word: lower case, no hyphen or accent, one spelling, digits for numbers."""
    letters = unicodedata.normalize("NFKD", word.lower().replace("’", "'"))
    plain = _GROUPED.sub("", "".join(each for each in letters if not unicodedata.combining(each) and each not in "[]"))
    if not plain[:1].isdigit():
        plain = _INSIDE.sub(lambda found: "'" if found.group() == "'" else "", plain)
    plain = _SCALED.sub(lambda found: found[1] + _SCALES[found[2]], _pairs().get(plain, plain))
    for rule, written in _rules():
        plain = rule.sub(written, plain)
    return _numbers().get(plain, plain)


def shown_in(text: str) -> str:
    """The text with one kind of quotation mark, dash and blank, for telling the exact from the adjusted."""
    plain = re.sub(r"[‘’‚`´]", "'", re.sub(r"[“”„«»]", '"', text))
    return " ".join(re.sub(r"[–—‑]", "-", plain).replace("…", "...").split())


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    table: dict[str, str] = lexicon.table("spelling")["rules"]
    return tuple((re.compile(rule), written) for rule, written in table.items())


@cache
def _pairs() -> dict[str, str]:
    table: dict[str, str] = lexicon.table("spelling")["pairs"]
    return {f"{word}{end}": f"{other}{end}" for word, other in table.items() for end in ("", "s", "ed", "ing")}


@cache
def _numbers() -> dict[str, str]:
    """Number words as digits: "three" and "3" are two spellings of one number, "twenty-five" and "25" too."""
    table = lexicon.table("numbers")
    below_ten = {word: value for word, value in table["units"].items() if 0 < value < 10}
    compound = {f"{ten}{one}": tens + value for ten, tens in table["tens"].items() for one, value in below_ten.items()}
    return {word: str(value) for word, value in (*table["units"].items(), *table["tens"].items(), *compound.items())}


def is_negative(word: str) -> bool:
    """Whether the word denies by itself: "not", "didn't"."""
    return word.lower() in NEGATIONS or _NOT.search(word) is not None


NEGATIONS = frozenset(
    {"no", "not", "never", "none", "nobody", "nothing", "nor", "neither", "nowhere", "without", "cannot", "unable"}
)
