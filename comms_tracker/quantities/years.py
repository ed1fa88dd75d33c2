"""Years written as four bare digits: "in 2011", "the 2008 crash", "at 2019 prices"."""

from __future__ import annotations

from comms_tracker.quantities.context import words_near
from comms_tracker.quantities.numerals import number_words
from comms_tracker.quantities.tokens import Shape, Token, is_plural
from comms_tracker.quantities.units import read_unit, unit_words

_COUNTED = ("than", "about", "around", "approximately", "nearly", "least", "roughly", "almost", "over")


def a_year(tokens: list[Token], at: int) -> bool:
    """Whether the digits at ``at`` are a year from 1600 to 2100 and count nothing."""
    written = tokens[at].written
    if len(written) != 4 or not written.isdigit() or not "1600" <= written <= "2100":
        return False
    after, before = tokens[at + 1], tokens[at - 1].low if at else ""
    if after.low in ("%", "per", "percent") or after.low in number_words().scales or before in unit_words().signs:
        return False
    if after.shape is Shape.WORD and (not after.gap or read_unit(tokens, at + 1)):
        return False
    if before in _COUNTED or (before == "-" and not tokens[at].gap):
        return False
    cue = before in words_near("year_cues")
    if written < "1900":
        return cue
    if not cue and after.shape is Shape.WORD and is_plural(after.low) and not after.line:
        return "1990" <= written < "2050" and written[-2:] not in ("00", "50")
    return True
