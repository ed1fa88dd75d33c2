"""A text to its quotations with their speakers: marks first, then the cue of each, then whom the cue names."""

from __future__ import annotations

from dataclasses import replace

from comms_tracker.attribution.attributing import Attributed, attributed
from comms_tracker.attribution.blocks import Block
from comms_tracker.attribution.cues import Cue, before_colon, cues, is_weak, signature
from comms_tracker.attribution.indirect import reported
from comms_tracker.attribution.layout import Layout, Stretch, layout
from comms_tracker.attribution.marks import Marked
from comms_tracker.attribution.mentions import mentions
from comms_tracker.attribution.names import Name, subject
from comms_tracker.attribution.nested import nested
from comms_tracker.attribution.persons import is_person, is_somebody
from comms_tracker.attribution.records import Quotation, QuotationKind
from comms_tracker.attribution.resolving import Mentions
from comms_tracker.attribution.spokesmen import belongs_to_issuer, spoken_for


def quotations(text: str, named: bool = True) -> list[Quotation]:
    """The quotations in a text, direct, mixed and indirect, in order of place.

    Words between marks that nobody is said to have spoken (a title, a scare quote) are left out. Without ``named``
    their speakers are as the cues have them, pronouns and all, which is read in half the time.
    """
    return read(layout(text), named)


def read(laid: Layout, named: bool = True) -> list[Quotation]:
    """The quotations of a text that is laid out."""
    known = names_in(laid) if named else None
    found = [attributed(laid, quote) for quote in laid.marked]
    spoken = _joined(found)
    events: list[tuple[int, list[Attributed] | Quotation]] = [(group[0].quote.start, group) for group in spoken]
    events += [(block.paragraphs[0][0], _set_apart(block)) for block in laid.blocks]
    events += [(one.start, one) for one in reported(laid, [each for group in spoken for each in group])]
    done: list[Quotation] = []
    for _, event in sorted(events, key=lambda each: each[0]):
        made = _resolved(event, known) if isinstance(event, Quotation) else _spoken(laid, event, known, done)
        if made is not None:
            done.append(made)
    inner = [one for outer in done for one in nested(laid.text, outer)]
    return sorted([*done, *inner], key=lambda one: one.start)


def names_in(laid: Layout) -> Mentions:
    """The names in what no quotation covers."""
    starts = [start for stretch in laid.stretches for start, _ in laid.sentences(stretch)]
    return mentions(laid.text, [(one.start, one.end) for one in laid.stretches], starts)


def _set_apart(block: Block) -> Quotation:
    """A quotation without marks, its speaker not yet resolved."""
    places = block.paragraphs
    made = Quotation(places[0][0], places[-1][1], QuotationKind.DIRECT, places, cue=block.cue.text)
    return _named(made, block.cue.name) if block.cue.name is not None else made


def _joined(found: list[Attributed | None]) -> list[list[Attributed]]:
    """The quotations in groups that one cue serves; one that goes on with words that are no quotation stands alone."""
    groups: list[list[Attributed]] = []
    before: Attributed | None = None
    for one in found:
        if one is not None and one.joins and before is not None:
            groups[-1].append(one)
        elif one is not None:
            groups.append([one])
        before = one
    return groups


def _spoken(laid: Layout, group: list[Attributed], known: Mentions | None, done: list[Quotation]) -> Quotation | None:
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
    if done and pre is not None and pre.before is not None and not _names_anybody(laid, pre):
        return _going_on(done[-1], quote)
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
            reporting = [cue for cue in cues(laid.text, *part) if not is_weak(cue)]
            if reporting:
                return reporting[-1]
        named = subject(laid.text, *parts[-1])
        if named is not None and (named.pronoun or is_person(named.text) or is_somebody(named.text)):
            return Cue("", "introduced", named.start, named.end, named)
        if stretch is pre and pre.before is None:
            # A sentence of the outlet's opens the paragraph and names nobody: whose words follow is not said.
            return None
        if stretch is not pre and stretch.before is None and stretch.after is None:
            break
    speaker = next((one for one in reversed(done) if one.speaker is not None), None)
    near = speaker is not None and laid.paragraph_of(speaker.end - 1) >= number - 1
    return _going_on(speaker, quote) if speaker is not None and near else None


def _names_anybody(laid: Layout, stretch: Stretch) -> bool:
    """Whether a sentence between two quotations has a subject that may speak."""
    return any(subject(laid.text, *part) is not None for part in laid.sentences(stretch))


def _going_on(speaker: Quotation, quote: Marked) -> Cue | None:
    """The speaker of the quotation before, of whom this one is more."""
    if speaker.speaker is None or speaker.speaker_start is None or speaker.speaker_end is None:
        return None
    named = Name(speaker.speaker, speaker.speaker_start, speaker.speaker_end)
    return Cue("", "going on", quote.start, quote.start, named)


def _named(made: Quotation, name: Name) -> Quotation:
    return replace(made, speaker=name.text, speaker_start=name.start, speaker_end=name.end)


def _resolved(made: Quotation, known: Mentions | None) -> Quotation:
    """The quotation with the name that its pronoun means, and the fuller name where there is one."""
    if known is None or made.speaker is None or made.speaker_start is None or made.speaker_end is None:
        return made
    name = Name(made.speaker, made.speaker_start, made.speaker_end)
    if name.pronoun:
        meant = known.meant(name)
        if meant is None:
            return replace(made, speaker=None, speaker_start=None, speaker_end=None)
        made, name = _named(made, meant), meant
    owner = spoken_for(name)
    if owner is None and belongs_to_issuer(name.text):
        owner = known.author(name) or known.issuer(name.start)
    known.speaks(max(made.start, name.start), name)
    if owner is not None:
        return replace(made, speaker_name=known.fuller(owner) or owner.text)
    return replace(made, speaker_name=known.fuller(name))
