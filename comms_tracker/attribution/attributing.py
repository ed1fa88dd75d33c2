"""The cue of each quotation, from its own sentence: before the words, right behind them, or further on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comms_tracker.attribution.cues import Cue, before_colon, cue_after, cues, giving_account, is_weak
from comms_tracker.attribution.layout import Layout, Stretch
from comms_tracker.attribution.marks import Marked
from comms_tracker.attribution.phrases import behind_introduction
from comms_tracker.attribution.records import QuotationKind

_ENDED = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")
_WHOLE = re.compile(r"[A-Z0-9£$€…\[(\"'“‘]")

_FURTHER = 12
"""Words between two quotations of one sentence and one speaker; behind more of them the sentence has moved on."""
_RELATIVE = re.compile(r"\bthat\b|[^,] (?:which|who)\b")
_SCARE = 5
"""Words: fewer between marks in a sentence that reports nothing are the outlet's way of speaking."""


@dataclass(frozen=True, slots=True)
class Attributed:
    """A quotation before its speaker is resolved: ``cue`` is None where nothing in its sentence reports it.

    ``joins`` says that it goes on with the quotation before, which one cue serves with it.
    """

    quote: Marked
    cue: Cue | None
    kind: QuotationKind
    joins: bool = False


def attributed(laid: Layout, quote: Marked) -> Attributed | None:
    """The quotation with the cue of its own sentence, joined to the one before where one cue serves both."""
    pre, post = laid.pre(quote), laid.post(quote)
    begun = _begun(laid, pre)
    before = _cue_before(laid, begun, quote)
    after = _cue_behind(laid, quote, post)
    kind = _kind(laid, quote, begun, before, after)
    if pre is not None and pre.before is not None and (after is None or before is not None):
        if _only_joins(laid, pre):
            return Attributed(quote, None, kind, joins=True)
        if (naming := _only_names(laid, pre)) is not None:
            # Inside its sentence a quotation goes on; behind a full stop the same speaker begins another one.
            ended = _ENDED.search(laid.text[pre.start : pre.end]) is not None
            return Attributed(quote, naming, kind, joins=not ended)
    if before is not None and (after is None or not after.after or _beside(laid, before, quote)):
        return Attributed(quote, before, kind)
    if (
        after is None
        and begun is not None
        and pre is not None
        and pre.before is not None
        and _same_sentence(laid, pre, begun)
    ):
        return Attributed(quote, None, kind, joins=True)
    if after is not None:
        return Attributed(quote, after, kind)
    later = _cue_later(laid, post)
    if later is not None:
        return Attributed(quote, later, kind)
    words = laid.text[quote.first : quote.last]
    if _is_scare(words, begun is not None or _goes_on(laid, post)):
        return None
    return Attributed(quote, None, kind)


def _same_sentence(laid: Layout, pre: Stretch, begun: tuple[int, int]) -> bool:
    """Whether the sentence begun before a quotation has the quotation before in it: "called it "bold" but "risky"."""
    if pre.before is None or laid.text[pre.start : begun[0]].strip(" ,;") or laid.text[begun[0]].isupper():
        return False
    return len(laid.text[begun[0] : begun[1]].split()) <= _FURTHER


def _begun(laid: Layout, pre: Stretch | None) -> tuple[int, int] | None:
    """The bounds of the sentence begun before a quotation, None where the quotation begins one."""
    if pre is None:
        return None
    parts = laid.sentences(pre)
    if not parts or _ENDED.search(laid.text[parts[-1][0] : parts[-1][1]]):
        return None
    return parts[-1]


def _cue_before(laid: Layout, begun: tuple[int, int] | None, quote: Marked) -> Cue | None:
    if begun is None:
        return None
    found = [cue for cue in cues(laid.text, *begun) if not is_weak(cue) or _beside(laid, cue, quote)]
    if len(found) > 1 and found[-1].lemma == "find":
        # "Told parents that a survey had found": whoever tells is quoted, and not the survey.
        return found[-2]
    return found[-1] if found else before_colon(laid.text, *begun) or giving_account(laid.text, *begun)


def _beside(laid: Layout, cue: Cue, quote: Marked) -> bool:
    """Whether nothing but a hearer or a time stands between the cue and the words."""
    between = laid.text[cue.stops : quote.start]
    return between.rstrip().endswith((":", ",")) or between.strip(" ,:") in {"", "that"}


def _cue_behind(laid: Layout, quote: Marked, post: Stretch | None) -> Cue | None:
    """The cue that follows at once: ", said the trust", ", the trust said", ", according to the trust"."""
    if post is None:
        return None
    parts = laid.sentences(post)
    if not parts:
        return None
    start, end = post.start, parts[0][1]
    words = laid.text[quote.first : quote.last]
    gap = laid.text[start : parts[0][0]]
    named = cue_after(laid.text, start, end)
    if named is not None:
        return named
    rest = laid.text[start:end]
    full = words.endswith(".") or (
        not words.endswith((",", "?", "!", "…", "—", "–", "-")) and not rest.lstrip().startswith(",")
    )
    if full or (rest.rstrip().endswith(":") and post.after is None):
        return None
    if post.after is not None and len(parts) == 1 and rest.rstrip().endswith(":"):
        return None
    found = [cue for cue in cues(laid.text, start, end) if cue.begins <= start + len(gap) + 40]
    return found[0] if found else None


def _cue_later(laid: Layout, post: Stretch | None) -> Cue | None:
    """The cue further on in the sentence that goes on behind the quotation, past other quotations in it."""
    while post is not None:
        parts = laid.sentences(post)
        if not parts or not _goes_on(laid, post):
            return None
        found = [cue for cue in cues(laid.text, *parts[0]) if not is_weak(cue)]
        if found:
            return found[0]
        if len(parts) > 1 or _ENDED.search(laid.text[parts[0][0] : parts[0][1]]) or post.after is None:
            return None
        post = laid.post(post.after)
    return None


def _goes_on(laid: Layout, post: Stretch | None) -> bool:
    """Whether the sentence goes on behind a quotation."""
    if post is None or post.before is None:
        return False
    last = laid.text[post.before.last - 1]
    behind = laid.text[post.start : post.end].lstrip()
    if behind[:1].islower() or behind[:1] in {",", ";", "–", "—", "-"}:
        return True
    return last not in ".!?" and behind[:1] not in {".", "!", "?"}


def _only_joins(laid: Layout, pre: Stretch) -> bool:
    """Whether nothing but a conjunction stands between two quotations."""
    words = laid.text[pre.start : pre.end].strip(" ,;").lower()
    return words in {"", "…", "...", "and", "but", "or", "and that", "but also", "yet"}


def _only_names(laid: Layout, pre: Stretch) -> Cue | None:
    """The cue of what only names the speaker of two quotations: "We are sorry," she said. "We will..."."""
    assert pre.before is not None
    parts = laid.sentences(pre)
    words = laid.text[pre.start : pre.end].strip()
    if len(parts) != 1 or words.endswith(":"):
        return None
    start, end = pre.start, parts[0][1]
    behind = cue_after(laid.text, start, end)
    if behind is None:
        found = [cue for cue in cues(laid.text, start, end) if not cue.text.lower().endswith("ing")]
        gap = len(words) - len(words.lstrip(" ,;"))
        near = behind_introduction(laid.text, parts[0][0] + gap, end)
        clause = laid.text[near : found[0].start] if found else ""
        own = found and found[0].begins <= near + 2 and _RELATIVE.search(clause) is None
        behind = found[0] if own else None
    if behind is None or behind.name is None or behind.lemma == "signed":
        return None
    opens = laid.text[pre.before.last - 1] == "." and not words[:1].islower() and words[:1] != ","
    return None if opens or cues(laid.text, behind.stops, end) else behind


def _kind(
    laid: Layout, quote: Marked, begun: tuple[int, int] | None, before: Cue | None, after: Cue | None
) -> QuotationKind:
    """Direct where the words are a sentence of their own, mixed where they are part of the outlet's."""
    words = laid.text[quote.first : quote.last]
    if begun is None:
        whole = bool(_WHOLE.match(words))
        ended = words.endswith((".", ",", "?", "!", "…")) or after is not None
        return QuotationKind.DIRECT if whole and ended else QuotationKind.MIXED
    lead = laid.text[begun[0] : quote.start].rstrip()
    if lead.endswith(":"):
        return QuotationKind.DIRECT
    if before is not None and _beside(laid, before, quote) and _WHOLE.match(words):
        return QuotationKind.DIRECT
    whole = bool(_WHOLE.match(words)) and words.endswith((".", ",", "?", "!", "…"))
    return QuotationKind.DIRECT if whole and lead.endswith(",") else QuotationKind.MIXED


def _is_scare(words: str, inside: bool) -> bool:
    """Whether words that nothing in their sentence reports are the outlet's way of speaking, or a title."""
    count = len(words.split())
    if inside:
        return count <= _SCARE or not words.endswith((".", ",", "?", "!"))
    return count <= 2 and not words.endswith((".", ",", "?", "!"))
