"""A quotation against a statement: candidates by fuzzy matching, then word by word, then the verdict."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from comms_tracker.quotes.aligning import Pair, align, align_long, alike
from comms_tracker.quotes.critical import Side, touched
from comms_tracker.quotes.records import Check, Edit, EditKind, Touches, Verdict
from comms_tracker.quotes.words import TokenKind, Word, is_negative, shown_in, words
from comms_tracker.records import Statement

FRAGMENT = 3
"""Words: fewer can stand in any text, and prove nothing."""
LIKE = 0.55
"""The least share of a quotation's words that must stand in the statement in their order; below it is not found."""
CANDIDATES = 12
"""Statements that are compared word by word where there are more."""
LONGEST = 800
"""Words of a statement that are compared one by one; in a longer one only what is around the best candidate."""
CELLS = 200_000
"""Words of the quotation times words of the statement: more are not compared in every way."""
_CLOSING = re.compile(r"[\s,.;:!?]+$")
_ORDER = (Verdict.EXACT, Verdict.ADJUSTED, Verdict.FRAGMENT, Verdict.ALTERED, Verdict.NOT_FOUND)


def check_against(quotation: str, statements: Iterable[Statement]) -> Check:
    """The best check of a quotation over several statements; of equal ones that of the latest statement."""
    checks = [check(quotation, one.text, one.id) for one in _candidates(quotation, list(statements))]
    return min(
        reversed(checks), key=lambda one: (_ORDER.index(one.verdict), -one.likeness), default=Check(Verdict.NOT_FOUND)
    )


def _candidates(quotation: str, statements: Sequence[Statement]) -> list[Statement]:
    """The statements worth comparing word by word: all of a few, else the likest, in the order given."""
    from rapidfuzz import fuzz

    if len(statements) <= CANDIDATES:
        return list(statements)
    lower = quotation.lower()
    likeness = [fuzz.partial_ratio(lower, one.text.lower()) for one in statements]
    least = sorted(likeness, reverse=True)[CANDIDATES - 1]
    return [one for one, score in zip(statements, likeness, strict=True) if score >= least]


def check(quotation: str, statement: str, statement_id: str | None = None) -> Check:
    """Whether the quotation's words (without outer marks) stand in the statement, and every edit where they differ."""
    parts = words(quotation, marked=True)
    quoted = [word for word in parts if word.kind is TokenKind.WORD]
    said = words(statement)
    if not quoted or not said:
        return Check(Verdict.NOT_FOUND)
    first, last = _window(quotation, statement, said, max(LONGEST, 2 * len(quoted)))
    near = said[first:last]
    pairs = align(quoted, near) if len(quoted) * len(near) <= CELLS else align_long(quoted, near)
    pairs = _beside(_tidy(pairs), statement, near)
    same = sum(pair.quoted[1] - pair.quoted[0] for pair in pairs if pair.same)
    likeness = same / len(quoted)
    sides = Side.of(quotation, quoted), Side.of(statement, near)
    edits = _edits(pairs, parts, sides)
    if not _is_like(pairs, quoted, near, likeness):
        return Check(Verdict.NOT_FOUND, likeness=likeness)
    places = [place for pair in pairs for place in range(*pair.said)]
    start, end = near[min(places)].start, near[max(places)].end
    verdict = _verdict(edits, quotation, statement[start:end], len(quoted), marked=len(parts) > len(quoted))
    return Check(verdict, tuple(edits), statement_id, start, end, likeness)


def _window(quotation: str, statement: str, said: Sequence[Word], width: int) -> tuple[int, int]:
    """The range of words to compare: all, or ``width`` of them around the likeliest place in a long statement."""
    if len(said) <= width:
        return 0, len(said)
    from rapidfuzz import fuzz

    found = fuzz.partial_ratio_alignment(quotation.lower(), statement.lower())
    middle = (found.dest_start + found.dest_end) // 2 if found is not None else 0
    place = next((number for number, word in enumerate(said) if word.end >= middle), 0)
    return max(0, place - width // 2), min(len(said), place + width // 2)


def _tidy(pairs: Sequence[Pair]) -> list[Pair]:
    """Neighbouring differences as one, so that an edit is what a reader sees as one."""
    done: list[Pair] = []
    for pair in pairs:
        if done and not pair.same and not done[-1].same:
            last = done.pop()
            done.append(Pair((last.quoted[0], pair.quoted[1]), (last.said[0], pair.said[1]), False))
        else:
            done.append(pair)
    return done


def _beside(pairs: list[Pair], statement: str, said: Sequence[Word]) -> list[Pair]:
    """Words that the quotation has more at its ends stand for those of the statement that would follow there."""
    for place, ahead in ((0, False), (len(pairs) - 1, True)):
        pair = pairs[place]
        if pair.same or pair.said[0] < pair.said[1]:
            continue
        count, at = pair.quoted[1] - pair.quoted[0], pair.said[0]
        first, last = (at, min(at + count, len(said))) if ahead else (max(at - count, 0), at)
        if not ahead and first and is_negative(said[first - 1].text):
            first -= 1
        low = said[max(at - 1, 0)].end if ahead else said[first].start
        high = said[last - 1].end if ahead else said[min(at, len(said) - 1)].start
        if first < last and not re.search(r"[.!?]\s", statement[low:high]):
            pairs[place] = Pair(pair.quoted, (first, last), False)
    return pairs


def _is_like(pairs: Sequence[Pair], quoted: Sequence[Word], said: Sequence[Word], likeness: float) -> bool:
    """Whether enough of the quotation stands there; a word in another number or tense counts as standing there."""
    if likeness == 1:
        return True
    near = likeness
    for pair in pairs:
        if not pair.same:
            these, those = quoted[slice(*pair.quoted)], said[slice(*pair.said)]
            near += sum(any(alike(one.form, other.form) for other in those) for one in these) / len(quoted)
    return near >= LIKE


def _edits(pairs: Sequence[Pair], parts: Sequence[Word], sides: tuple[Side, Side]) -> list[Edit]:
    quoted, said = sides
    found: list[Edit] = []
    for pair in pairs:
        before = _mark_at(parts, quoted.words, pair.quoted)
        if pair.same:
            found += _small(pair, quoted, said)
        elif before is not None and pair.quoted[0] == pair.quoted[1]:
            found.append(_marked(before, pair, sides))
        else:
            found.append(_edit(pair, sides))
    bracketed = {edit.start for edit in found}
    for mark in parts:
        if mark.kind is not TokenKind.WORD and mark.start not in bracketed:
            kind = EditKind.MARKED_OMISSION if mark.kind is TokenKind.ELLIPSIS else EditKind.MARKED_INSERTION
            found.append(Edit(kind, mark.text, "", mark.start))
    return sorted(found, key=lambda edit: edit.start)


def _mark_at(parts: Sequence[Word], quoted: Sequence[Word], span: tuple[int, int]) -> Word | None:
    """The ellipsis or bracket of the quotation where the statement's words are left out."""
    low = quoted[span[0] - 1].end if span[0] else 0
    high = quoted[span[1]].start if span[1] < len(quoted) else parts[-1].end
    return next((one for one in parts if one.kind is not TokenKind.WORD and low <= one.start and one.end <= high), None)


def _edit(pair: Pair, sides: tuple[Side, Side]) -> Edit:
    quoted, said = sides
    (first, last), (start, end) = pair.quoted, pair.said
    kind = EditKind.OMITTED if first == last else EditKind.INSERTED if start == end else EditKind.REPLACED
    touches = touched(quoted, said, *_spans(pair))
    ends = _text(quoted, pair.quoted), _text(said, pair.said)
    return Edit(kind, *ends, _start(quoted, first), touches, _start(said, start))


def _start(side: Side, place: int) -> int:
    """Where the word at this place begins; after the last one, where the text ends."""
    return side.words[place].start if place < len(side.words) else len(side.text)


def _spans(pair: Pair) -> tuple[tuple[int, int], tuple[int, int]]:
    return pair.quoted, pair.said


def _marked(mark: Word, pair: Pair, sides: tuple[Side, Side]) -> Edit:
    """An omission or insertion that the quotation itself shows: critical only where it drops a denial or a hedge."""
    kind = EditKind.MARKED_OMISSION if mark.kind is TokenKind.ELLIPSIS else EditKind.MARKED_INSERTION
    inside = _text(sides[1], pair.said)
    touches = touched(*sides, *_spans(pair)) if not re.search(r"[.!?]\s", inside) else ()
    kept = tuple(each for each in touches if each in {Touches.NEGATION, Touches.HEDGE})
    return Edit(kind, mark.text, inside, mark.start, kept, _start(sides[1], pair.said[0]))


def _text(side: Side, span: tuple[int, int]) -> str:
    if span[0] == span[1]:
        return ""
    return side.text[side.words[span[0]].start : side.words[span[1] - 1].end]


def _small(pair: Pair, quoted: Side, said: Side) -> list[Edit]:
    """What differs in words that are the same: capitals, hyphens, spelling."""
    one, other = _text(quoted, pair.quoted), _text(said, pair.said)
    if shown_in(one) == shown_in(other):
        return []
    kind = EditKind.SPELLING
    if one.lower() == other.lower():
        kind = EditKind.CASE
    elif re.sub(r"[\W_]", "", one.lower()) == re.sub(r"[\W_]", "", other.lower()):
        kind = EditKind.PUNCTUATION
    starts = _start(quoted, pair.quoted[0]), _start(said, pair.said[0])
    return [Edit(kind, one, other, starts[0], said_start=starts[1])]


def _verdict(edits: Sequence[Edit], quotation: str, said: str, count: int, *, marked: bool) -> Verdict:
    changed = {EditKind.REPLACED, EditKind.INSERTED, EditKind.OMITTED}
    if any(edit.kind in changed for edit in edits):
        return Verdict.ALTERED
    if count < FRAGMENT:
        return Verdict.FRAGMENT
    exact = _CLOSING.sub("", shown_in(quotation)) == _CLOSING.sub("", shown_in(said))
    return Verdict.EXACT if exact and not marked else Verdict.ADJUSTED
