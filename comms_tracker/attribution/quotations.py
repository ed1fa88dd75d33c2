"""A text to its quotations with their speakers: marks first, then the cue of each, then whom the cue names."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from comms_tracker.attribution.cues import Cue, before_colon, cue_after, cues, is_weak, signature
from comms_tracker.attribution.indirect import reported
from comms_tracker.attribution.layout import Layout, Stretch, layout
from comms_tracker.attribution.marks import Marked
from comms_tracker.attribution.names import Name, is_bare_document, is_person, name_after
from comms_tracker.attribution.records import Quotation, QuotationKind
from comms_tracker.attribution.resolving import Mentions, mentions

_ENDED = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")
_WHOLE = re.compile(r"[A-Z0-9£$€…\[(\"'“‘]")

_SCARE = 5
"""Words: fewer between marks in a sentence that reports nothing are the outlet's way of speaking."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A quotation before its speaker is resolved: ``cue`` is None where nothing in its sentence reports it."""

    quote: Marked
    cue: Cue | None
    kind: QuotationKind
    joins: bool = False
    inherited: bool = False


def quotations(text: str) -> list[Quotation]:
    """The quotations in a text, direct, mixed and indirect, in order of place.

    Words between marks that nobody is said to have spoken (a title, a scare quote) are left out.
    """
    return read(layout(text))


def read(laid: Layout) -> list[Quotation]:
    """The quotations of a text that is laid out."""
    starts = [start for stretch in laid.stretches for start, _ in laid.sentences(stretch)]
    known = mentions(laid.text, [(one.start, one.end) for one in laid.stretches], starts)
    found = [_attributed(laid, quote) for quote in laid.marked]
    spoken = _joined([one for one in found if one is not None])
    events: list[tuple[int, list[_Found] | Quotation]] = [(group[0].quote.start, group) for group in spoken]
    events += [(one.start, one) for one in reported(laid, [each for group in spoken for each in group])]
    done: list[Quotation] = []
    for _, event in sorted(events, key=lambda each: each[0]):
        made = _resolved(event, known) if isinstance(event, Quotation) else _spoken(laid, event, known, done)
        if made is not None:
            done.append(made)
    return done


def _attributed(laid: Layout, quote: Marked) -> _Found | None:
    """The quotation with the cue of its own sentence, joined to the one before where one cue serves both."""
    pre, post = laid.pre(quote), laid.post(quote)
    begun = _begun(laid, pre)
    before = _cue_before(laid, begun, quote)
    after = _cue_behind(laid, quote, post)
    kind = _kind(laid, quote, begun, before, after)
    if pre is not None and pre.before is not None and _only_names(laid, pre) and (after is None or before is not None):
        return _Found(quote, None, kind, joins=True)
    if before is not None and (after is None or not after.after or _beside(laid, before, quote)):
        return _Found(quote, before, kind)
    if after is not None:
        return _Found(quote, after, kind)
    later = _cue_later(laid, post)
    if later is not None:
        return _Found(quote, later, kind)
    words = laid.text[quote.first : quote.last]
    if _is_scare(words, begun is not None or _goes_on(laid, post)):
        return None
    return _Found(quote, None, kind, inherited=True)


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
    return found[-1] if found else before_colon(laid.text, *begun)


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


def _only_names(laid: Layout, pre: Stretch) -> bool:
    """Whether what parts two quotations only names the speaker of both: "We are sorry," she said. "We will..."."""
    assert pre.before is not None
    parts = laid.sentences(pre)
    if len(parts) != 1:
        words = laid.text[pre.start : pre.end].strip(" ,;")
        return not parts and words in {"", "and", "but", "or", "…", "..."}
    words = laid.text[pre.start : pre.end].strip()
    if words.strip(" ,;").lower() in {"and", "but", "or", "and that", "but also", "yet"}:
        return True
    if words.endswith(":"):
        return False
    behind = cue_after(laid.text, pre.start, parts[0][1])
    if behind is None:
        found = [cue for cue in cues(laid.text, pre.start, parts[0][1]) if not cue.text.lower().endswith("ing")]
        behind = found[0] if found and found[0].begins <= pre.start + 3 else None
    if behind is None or behind.lemma == "signed":
        return False
    last = laid.text[pre.before.last - 1]
    if last == "." and not words[:1].islower() and words[:1] != ",":
        return False
    return len(cues(laid.text, behind.stops, parts[0][1])) == 0


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


def _joined(found: list[_Found]) -> list[list[_Found]]:
    """The quotations in groups that one cue serves."""
    groups: list[list[_Found]] = []
    for one in found:
        if one.joins and groups:
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _spoken(laid: Layout, group: list[_Found], known: Mentions, done: list[Quotation]) -> Quotation | None:
    """The quotation of a group, its speaker resolved from its cue or from what stands around it."""
    first = group[0]
    cue = first.cue
    if cue is None:
        cue = _around(laid, first.quote, group[-1].quote, done)
    kinds = {one.kind for one in group}
    made = Quotation(
        start=first.quote.start,
        end=group[-1].quote.end,
        kind=QuotationKind.DIRECT if QuotationKind.DIRECT in kinds else QuotationKind.MIXED,
        fragments=tuple(fragment for one in group for fragment in one.quote.fragments),
        cue=cue.text if cue is not None else None,
    )
    if cue is None or cue.name is None:
        return made if made.kind is QuotationKind.DIRECT else None
    return _resolved(_named(made, cue.name), known)


def _around(laid: Layout, quote: Marked, last: Marked, done: list[Quotation]) -> Cue | None:
    """Who speaks where the sentence does not say: named below, introduced above, or going on."""
    below = laid.paragraph_of(last.last) + 1
    if below < len(laid.paragraphs) and laid.post(last) is None:
        signed = signature(laid.text, *laid.paragraphs[below])
        if signed is not None:
            return signed
    pre = laid.pre(quote)
    above = [pre] if pre is not None else []
    number = laid.paragraph_of(quote.start)
    above += [one for one in reversed(laid.stretches) if one.paragraph == number - 1]
    for stretch in above:
        parts = laid.sentences(stretch)
        if not parts:
            continue
        if (introduced := before_colon(laid.text, *parts[-1])) is not None:
            return introduced
        for part in reversed(parts[-2:]):
            named = [cue for cue in cues(laid.text, *part) if not is_weak(cue)]
            if named:
                return named[-1]
        subject = name_after(laid.text, *parts[-1])
        if subject is not None and (subject.pronoun or is_person(subject.text)):
            return Cue("", "introduced", subject.start, subject.end, subject)
        if stretch is not pre and stretch.before is None and stretch.after is None:
            break
    speaker = next((one for one in reversed(done) if one.speaker is not None), None)
    if speaker is not None and speaker.speaker is not None and laid.paragraph_of(speaker.end - 1) >= number - 1:
        assert speaker.speaker_start is not None
        assert speaker.speaker_end is not None
        return Cue(
            "", "going on", quote.start, quote.start, Name(speaker.speaker, speaker.speaker_start, speaker.speaker_end)
        )
    return None


def _named(made: Quotation, name: Name) -> Quotation:
    return replace(made, speaker=name.text, speaker_start=name.start, speaker_end=name.end)


def _resolved(made: Quotation, known: Mentions) -> Quotation:
    """The quotation with the name that its pronoun means, and the fuller name where there is one."""
    if made.speaker is None or made.speaker_start is None or made.speaker_end is None:
        return made
    name = Name(made.speaker, made.speaker_start, made.speaker_end)
    if name.pronoun or is_bare_document(name.text):
        meant = known.meant(name)
        if meant is None and not name.pronoun:
            return made
        if meant is None:
            return replace(made, speaker=None, speaker_start=None, speaker_end=None)
        made, name = _named(made, meant), meant
    known.speaks(max(made.start, name.start), name)
    fuller = known.fuller(name)
    return replace(made, speaker_name=fuller)
