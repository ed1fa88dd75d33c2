"""An article to its statements: the passages of one organisation on one occasion, with the words that date it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from comms_tracker.articles.affiliation import cast
from comms_tracker.articles.date_words import date_words, said_before
from comms_tracker.articles.dating import dated_in, resolve
from comms_tracker.articles.principal import plain
from comms_tracker.articles.records import Article, ArticleStatement, Dated, Piece
from comms_tracker.attribution import Passage, passages
from comms_tracker.attribution.cues import NO_ANSWER
from comms_tracker.attribution.marks import marked
from comms_tracker.attribution.paragraphs import paragraphs
from comms_tracker.attribution.persons import is_organisation
from comms_tracker.claims.moments import Span
from comms_tracker.records import Origin, Statement, Voice

_OUTER = "“”\"„«»‘’' \n"
# Words for a day that count from another one in the text.
_COUNTS_FROM = re.compile(
    r"\b(?:hours?|days?|nights?|weeks?|fortnight|months?|years?) (?:earlier|before|later|after)\b|"
    r"\b(?:previous|following|next|same)\b|\bthat (?:day|morning|afternoon|evening|night)\b|"
    r"\b(?:at the time|back then)\b",
    re.I,
)
_DENIES = re.compile(r"(?:deny|denies|denied|denying|disput\w+|reject\w*|refut\w+|dismiss\w*)\Z", re.I)
LONGEST = 50_000
"""Characters that an article may have before nobody is asked whether it is one: ten times a long one."""
_SPOKEN = frozenset({Voice.QUOTED, Voice.REPORTED})
_OWN_STATEMENT = re.compile(r"\bstatement (?:from|by) (?:the )?(?P<name>[A-Z][\w&’'.-]*(?: [A-Z][\w&’'.-]*)*)", re.I)


@dataclass(frozen=True, slots=True)
class _Said:
    """A passage that an organisation speaks in, and when the article says that it did.

    ``before`` are the words that only say that it was earlier than the rest ("initially").
    """

    number: int
    organisation: str
    speaker: str | None
    paragraph: int
    words: tuple[str, ...]
    before: str | None = None


def read_article(document: Statement) -> Article:
    """The article that a statement's text is: its passages, and the statements of organisations in it.

    ``document.issued`` is when the article was published, ``document.outlet`` who published it. Where the document
    names an organisation, that is the one that an unnamed "the trust" means.
    """
    found = tuple(passages(document.text))
    said = _spoken(document, found)
    groups: list[list[_Said]] = []
    for one in said:
        if groups and _same_occasion(groups[-1], one):
            groups[-1].append(one)
        elif (earlier := _like(groups, one)) is not None:
            earlier.append(one)
        else:
            groups.append([one])
    made = [
        _statement(document, found, group, dated)
        for group, dated in zip(groups, _all_dated(document, found, groups), strict=True)
    ]
    order = sorted(
        range(len(made)), key=lambda place: (made[place].dated.last or "", groups[place][0].before is None, place)
    )
    numbered = [_numbered(made[place], number, document) for number, place in enumerate(order, 1)]
    return Article(document.id, document.text, document.issued, document.outlet, found, tuple(numbered))


def looks_like_article(text: str) -> bool:
    """Whether a text is more likely an outlet's about an organisation than a statement of one.

    It is where most of it is narration and at least two passages quote or report somebody. A text of more than
    ``LONGEST`` characters is none, and is not read for it.
    """
    if len(text) > LONGEST:
        return False
    found = passages(text)
    spoken = [one for one in found if one.voice in _SPOKEN and one.speaker is not None]
    narrated = [one for one in found if one.voice is Voice.NARRATION]
    return len(spoken) >= 2 and len(narrated) >= 1 and not any(one.voice is Voice.OWN for one in found)


def _spoken(document: Statement, found: Sequence[Passage]) -> list[_Said]:
    bounds = paragraphs(document.text)
    speakers = [one.speaker for one in found if one.speaker is not None]
    people = cast(document.text, document.organisation or _own_name(document.text), speakers)
    done: list[_Said] = []
    for number, one in enumerate(found):
        if one.role != "body":
            continue
        paragraph = max(0, sum(start <= one.start for start, _ in bounds) - 1)
        if one.voice is Voice.OWN and people.principal is not None:
            done.append(_Said(number, people.principal, None, 0, ()))
        if one.voice not in _SPOKEN or one.speaker is None or _is_not_said(document.text, one):
            continue
        here = done[-1].organisation if done and done[-1].paragraph == paragraph else None
        organisation = people.organisation_of(one.speaker, one.speaker_name, here)
        if organisation is None:
            continue
        known = [people.principal] if people.principal else []
        organisation = _as_known(organisation, [*known, *(each.organisation for each in done)])
        own_text = any(each.speaker is None for each in done)
        words = () if own_text else date_words(document.text, bounds[paragraph], one, found)
        before = None if own_text or words else said_before(document.text, bounds[paragraph], one, found)
        speaker = None if own_text and organisation == people.principal else one.speaker_name or one.speaker
        done.append(_Said(number, organisation, speaker, 0 if speaker is None else paragraph, words, before))
    return done


def _is_not_said(text: str, one: Passage) -> bool:
    """Whether an outlet reports what somebody does not say: what they deny, or decline to answer.

    The reported words alone would read as if they had said them. Whoever dismisses something as "nonsense" has said so.
    """
    cue = one.cue or ""
    if one.voice is not Voice.REPORTED or text.startswith("as ", one.start):
        return False
    return NO_ANSWER.fullmatch(cue) is not None or _DENIES.match(cue) is not None


def _own_name(text: str) -> str | None:
    """The organisation that a press release says at its top to be by."""
    top = _OWN_STATEMENT.search(text[:300])
    return plain(top["name"]) if top is not None and is_organisation(top["name"]) else None


def _as_known(name: str, before: Sequence[str]) -> str:
    """The longest name of the same organisation so far: "Barts" is "Barts Health NHS Trust"."""
    words = name.lower().split()
    for other in before:
        parts = other.lower().split()
        if parts[: len(words)] == words or parts[-len(words) :] == words:
            return other
    return name


def _same_occasion(group: Sequence[_Said], one: _Said) -> bool:
    last = group[-1]
    if last.organisation != one.organisation or (last.before is None) != (one.before is None):
        return False
    dated = {each.words for each in group if each.words}
    if one.words and dated and one.words not in dated:
        return False
    if one.words and not dated and last.paragraph != one.paragraph:
        return False
    return last.paragraph == one.paragraph or last.speaker == one.speaker


def _like(groups: Sequence[list[_Said]], one: _Said) -> list[_Said] | None:
    """The earlier occasion of the same organisation with the same date words, or a press release's own text."""
    for group in groups:
        if group[0].organisation != one.organisation:
            continue
        own = one.speaker is None and group[0].speaker is None
        if (
            own
            or (one.before is not None and one.before == group[0].before)
            or (one.words and any(each.words == one.words for each in group))
        ):
            return group
    return None


def _all_dated(document: Statement, found: Sequence[Passage], groups: Sequence[Sequence[_Said]]) -> Iterator[Dated]:
    """When each occasion was; what was only "initially", before the first other occasion of its organisation."""
    dates = [
        _dated(document, next((one.words for one in group if one.words), ()), found[group[0].number])
        for group in groups
    ]
    for group, dated in zip(groups, dates, strict=True):
        if group[0].before is None:
            yield dated
            continue
        others = [
            other.first
            for each, other in zip(groups, dates, strict=True)
            if each[0].organisation == group[0].organisation and each[0].before is None and other.first is not None
        ]
        first = min(others, default=dated.first)
        last = (date.fromisoformat(first) - timedelta(days=1)).isoformat() if first is not None else None
        yield Dated(group[0].before, None, last)


def _statement(document: Statement, found: Sequence[Passage], group: Sequence[_Said], dated: Dated) -> ArticleStatement:
    pieces: list[Piece] = []
    quoted: list[tuple[int, int]] = []
    text = ""
    for one in group:
        passage = found[one.number]
        start, end = _inside(document.text, passage)
        text += "\n\n" if pieces else ""
        pieces.append(Piece(start, end, len(text)))
        quoted += [
            (first + len(text) - start, last + len(text) - start)
            for first, last in _marked_in(document.text, passage, start, end)
        ]
        text += document.text[start:end]
    origin = Origin(document.id, pieces[0].start, pieces[-1].end, tuple(quoted))
    made = Statement(
        id=document.id,
        text=text,
        organisation=group[0].organisation,
        issued=dated.last,
        title=document.title,
        channel=document.channel,
        outlet=document.outlet,
        source=document.source,
        incident=document.incident,
        wording=document.wording,
        derived_from=origin,
        english=document.english,
    )
    numbers = tuple(one.number for one in group)
    return ArticleStatement(group[0].organisation, dated, numbers, tuple(pieces), made)


def _marked_in(text: str, passage: Passage, start: int, end: int) -> list[tuple[int, int]]:
    """What of a passage's words at ``start`` to ``end`` stands between marks: all, or a part of what is reported."""
    if passage.voice is Voice.QUOTED:
        return [(start, end)]
    if passage.voice is not Voice.REPORTED:
        return []
    inside = [fragment for one in marked(text, [(passage.start, passage.end)]) for fragment in one.fragments]
    return [(max(first, start), min(last, end)) for first, last in inside if first < end and last > start]


def _inside(text: str, passage: Passage) -> tuple[int, int]:
    """A passage's words without the marks around the whole of them."""
    start, end = passage.start, passage.end
    words = text[start:end]
    if words[:1] not in _OUTER or words.strip(_OUTER) == "":
        return start, end
    if passage.voice is Voice.REPORTED and any(one.end < end for one in marked(text, [(start, end)])):
        return start, end
    inner = words.strip(_OUTER)
    first = start + words.index(inner)
    return first, first + len(inner)


def _dated(document: Statement, words: Sequence[str], passage: Passage) -> Dated:
    """When the occasion was: on the days that all its date words allow, else on the article's own day."""
    day = document.issued[:10] if document.issued else None
    if not words:
        return Dated(None, day, day)
    bounds = next((each for each in paragraphs(document.text) if each[0] <= passage.start < each[1]), (0, 0))
    said: list[str] = []
    kept: Span | None = None
    for each in words:
        span = resolve(each, document.issued, _around(document, each, bounds, passage.start))
        if span is None:
            continue
        both = span if kept is None else Span(max(kept.first, span.first), min(kept.last, span.last))
        if both.first <= both.last:
            kept, said = both, [*said, each]
    if kept is None:
        return Dated(words[0], None, None) if day is None else Dated(words[0], day, day)
    return Dated(", ".join(said), kept.first.isoformat(), kept.last.isoformat())


def _around(document: Statement, words: str, bounds: tuple[int, int], place: int) -> str:
    """The paragraph that date words stand in, behind the last date above it where they count from one."""
    here = document.text[slice(*bounds)]
    day = date.fromisoformat(document.issued[:10]) if document.issued else None
    before = here[: max(here.find(words), 0)]
    if _COUNTS_FROM.search(words) is None or next(dated_in(before, day), None) is not None:
        return here
    above = [each for each, _ in dated_in(document.text[: min(bounds[0], place)], day)]
    return f"{above[-1]}. {here}" if above else here


def _numbered(one: ArticleStatement, number: int, document: Statement) -> ArticleStatement:
    issued = one.dated.last
    if issued is not None and document.issued is not None:
        issued = min(issued, document.issued[:10])
    return replace(one, statement=replace(one.statement, id=f"{document.id}-{number}", issued=issued))
