"""Where words are reported: each reporting verb with its speaker, "according to", and a speaker before a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from comms_tracker.attribution.names import Name, name_after, name_before, subject
from comms_tracker.attribution.persons import is_person
from comms_tracker.attribution.phrases import tokens
from comms_tracker.attribution.words import cue_pattern, listed, verb_forms

_NEVER_ALONE = frozenset({"we", "i", "you"})
_CLAUSE_START = re.compile(
    r"[;:]|[–—]| - |(?<=[,\s])(?:but|while|although|though|whereas|because|and that|when)\b", re.I
)
_ACCORDING = re.compile(r"\b(?:according to|in the words of|in the view of)\s+", re.I)
_BEFORE_COLON = re.compile(
    r"(?:^|(?<=[\s,]))(?:and |also |here is |a word |message |statement )?from\s+(?P<name>[^:]+):\s*$", re.I
)
_ACCOUNT = re.compile(
    r"\b(?:account|statement|message|letter|email|reply|response|notice|apology|post|answer|correction|clarification|"
    r"update)\b(?=:$)"
)
# Behind "the union claims": a clause, and no noun that "claims" would describe.
_CLAIMED = re.compile(r"\s+(?:that|it|there|the|its|their|no|all|about|more|fewer|\d[\d,.]*|\w+ in \w+)\s+\w")
_MODAL = re.compile(r"\b(?:would|will|could|did|can|may|might|used to)\b[\w ]{0,12}\Z")
# "An earlier version of this article said": the outlet speaks of itself.
_OWN_TEXT = re.compile(r"\b(?:version|article|headline)\b", re.I)
_GAVE = re.compile(r"\b(?:issued|changed|published|gave|offered|released|posted|sent|put out|made|had)\b")
_HELPED = re.compile(r"\b(?:quoted as|was|were|is|are|been|kept|keeps|began|started)\s+\Z")
_AND_SO = re.compile(r"\b(?:and|but) (?:also |later |then )?\Z")
_DASHED = re.compile(r"\s*[–—-]{1,2}\s*(?=[A-Z])")
_PAST = re.compile(r"[a-z]{3,}(?:ed|[^\Ws]s)\b(?=\s+(?:[A-Z]|(?:the|a|an|his|her|its|their|one)\s))")
DECLINED = "decline"
"""The lemma of every cue by which somebody doesn't answer."""
NO_ANSWER = re.compile(
    r"\b(?:(?:declined|refused) to (?:say|tell|confirm|disclose|reveal|discuss)|"
    r"would not (?:say|confirm|disclose|reveal)|could not (?:say|confirm)|did not (?:say|disclose))\b"
)
_NEGATED = re.compile(r"\b(?:not|n[’']t|never|declined to|refused to|yet to|asked to)\s+$", re.I)


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word at ``start`` to ``end`` with its speaker; ``after`` says that the speaker follows the word.

    ``lemma`` is the verb's, or the words themselves. ``begins`` is where the naming clause begins.
    """

    text: str
    lemma: str
    start: int
    end: int
    name: Name | None
    after: bool = False
    begins: int = 0

    @property
    def stops(self) -> int:
        """Where the words that name and report end."""
        return max(self.end, self.name.end if self.name is not None else self.end)


def cues(text: str, start: int, end: int, first_person: bool = False) -> list[Cue]:
    """The cues between two offsets, in which no quotation stands, in order of place.

    With ``first_person`` also those of "I" and "we", which inside a quotation are its speaker.
    """
    found = [*_verbs(text, start, end, first_person), *_according(text, start, end), *_no_answers(text, start, end)]
    return sorted(found, key=lambda cue: cue.start)


def _verbs(text: str, start: int, end: int, first_person: bool) -> Iterator[Cue]:
    last: Cue | None = None
    for verb in cue_pattern().finditer(text, start, end):
        lemma, form = verb_forms()[verb.group().lower()], verb.group().lower()
        begins = _clause_start(text, last.stops if last else start, verb.start())
        if form.endswith("ing"):
            quoted = _HELPED.search(text, begins, verb.start())
            name = _subject(text, begins, verb, lemma) if quoted else None
            name = name or (last.name if last is not None else _first_subject(text, start, verb.start()))
            if name is None and text[start : verb.start()].rstrip().endswith(","):
                # "The minister went further, telling parliament": a participle goes with the sentence's subject.
                name = subject(text, start, verb.start())
        elif verb.group()[:1].isupper() and lemma not in {"say", "tell"}:
            continue
        else:
            name = _subject(text, begins, verb, lemma)
            if name is None and last is not None and last.name is not None and _goes_on(text, last, verb.start()):
                name = last.name
            elif name is None and last is None and _AND_SO.search(text, start, verb.start()):
                name = subject(text, start, verb.start())
        if name is None or (name.text.lower() in _NEVER_ALONE and not first_person):
            continue
        last = Cue(verb.group(), lemma, verb.start(), verb.end(), name, begins=min(begins, name.start))
        yield last


def _subject(text: str, begins: int, verb: re.Match[str], lemma: str) -> Name | None:
    form = verb.group().lower()
    if _NEGATED.search(text, max(begins, verb.start() - 14), verb.start()):
        return None
    name = name_before(text, begins, verb.start(), progressive=form.endswith("ing"))
    if name is None or _OWN_TEXT.search(name.text):
        return None
    before = {name.text.split()[-1].lower(), tokens(text, begins, verb.start())[-1].lower}
    helped = _MODAL.search(text, begins, verb.start()) is not None
    sure = helped or name.pronoun or is_person(name.text) or before & (listed("plural") | listed("documents"))
    body = form.endswith("s") and bool(before & (listed("organisation_heads") | listed("organisations")))
    claims = body and _CLAIMED.match(text, verb.end()) is not None
    if form in listed("also_nouns") and not sure and not claims:
        return None
    if lemma == "read" and not before & listed("documents"):
        return None
    if lemma == "put" and not re.match(r"\s+it\b|[^.,;]{3,40} at\b", text[verb.end() : verb.end() + 48]):
        return None
    return name


def _clause_start(text: str, start: int, end: int) -> int:
    return max((found.end() for found in _CLAUSE_START.finditer(text, start, end)), default=start)


def _goes_on(text: str, last: Cue, place: int) -> bool:
    """Whether a verb without a subject goes on with the last one's: "said it was sorry and added"."""
    between = text[last.stops : place]
    return re.search(r"(?:\band|\bbut|,)\s+(?:also |later |then )?$", between) is not None


def _first_subject(text: str, start: int, end: int) -> Name | None:
    """The subject of "The trust issued a statement saying": the name that the clause begins with."""
    words = text[start:end]
    if not re.search(r"\b(?:statement|letter|email|message|post|notice|tweet|note)\b[^.]*$", words):
        return None
    return subject(text, start + len(words) - len(words.lstrip()), end)


def _according(text: str, start: int, end: int) -> Iterator[Cue]:
    for found in _ACCORDING.finditer(text, start, end):
        name = name_after(text, found.end(), end)
        if name is not None:
            words = found.group().strip()
            yield Cue(words, words.lower(), found.start(), found.start() + len(words), name, True, found.start())


def _no_answers(text: str, start: int, end: int) -> Iterator[Cue]:
    """ "Declined to say", "would not confirm", with whoever did."""
    for found in NO_ANSWER.finditer(text, start, end):
        begins = _clause_start(text, start, found.start())
        name = name_before(text, begins, found.start())
        if name is None and _AND_SO.search(text, start, found.start()) is not None:
            name = subject(text, start, found.start())
        if name is not None and name.text.lower() not in _NEVER_ALONE:
            yield Cue(found.group(), DECLINED, found.start(), found.end(), name, begins=min(begins, name.start))


def cue_after(text: str, start: int, end: int) -> Cue | None:
    """The cue that follows a quotation at once: ", said the trust", "- Ada Moss, director"."""
    gap = re.compile(r"[\s,]*").match(text, start, end)
    place = gap.end() if gap else start
    verb = cue_pattern().match(text, place, end) or _any_verb(text, place, end)
    if verb is not None and verb.group().islower() and not verb.group().endswith("ing"):
        behind = re.compile(r"\s+").match(text, verb.end(), end)
        name = name_after(text, behind.end(), end) if behind else None
        if name is not None and name.text.lower() not in _NEVER_ALONE:
            lemma = verb_forms().get(verb.group(), verb.group())
            return Cue(verb.group(), lemma, verb.start(), verb.end(), name, True, verb.start())
    return signature(text, start, end)


def _any_verb(text: str, place: int, end: int) -> re.Match[str] | None:
    """Any verb right behind a quotation that a comma or its own mark ends, with a name after it: "sighed Ada"."""
    said = text[:place].rstrip(" \"'”’»")
    return _PAST.match(text, place, end) if said.endswith((",", "?", "!")) else None


def signature(text: str, start: int, end: int) -> Cue | None:
    """The speaker named after a dash, below a quotation or behind it; None where no dash stands there."""
    dash = _DASHED.match(text, start, end)
    if dash is None:
        return None
    name = name_after(text, dash.end(), end)
    if name is None or not name.text[:1].isupper() or not _ends_line(text, name.end, end):
        return None
    return Cue("", "signed", dash.start(), dash.start(), name, True, dash.start())


def _ends_line(text: str, start: int, end: int) -> bool:
    """Whether only an office follows: no sentence goes on behind the name."""
    rest = text[start:end]
    return len(rest) < 120 and not any(
        token.lower in {"is", "was", "said", "has"} for token in tokens(text, start, end)
    )


def before_colon(text: str, start: int, end: int) -> Cue | None:
    """The speaker of "And from Chair Jane Doe:" or "Jane Doe, chair:", the words before ``end`` ending in a colon."""
    words = text[start:end]
    if not words.rstrip().endswith(":"):
        return None
    found = _BEFORE_COLON.search(words)
    if found is not None:
        name = name_after(text, start + found.start("name"), start + found.end("name"))
        if name is not None:
            place = start + words.lower().rindex("from", 0, found.start("name"))
            return Cue(text[place : place + 4], "from", place, place + 4, name, True, place)
    name = name_after(text, start + len(words) - len(words.lstrip()), start + len(words.rstrip()) - 1)
    if name is None or not is_person(name.text) or len(words) > 120:
        return None
    if text[name.end : name.end + 1] not in {",", ":", " ", "("}:
        return None
    return Cue("", "colon", name.end, name.end, name, True, name.start)


def giving_account(text: str, start: int, end: int) -> Cue | None:
    """The subject of "Last night it changed its account:", which a quotation without marks may follow."""
    found = _ACCOUNT.search(text, start, end)
    gave = _GAVE.search(text, start, end) if found is not None else None
    name = name_before(text, start, gave.start()) if gave is not None else None
    return Cue(found.group(), "account", found.start(), found.end(), name) if found and name is not None else None


def is_weak(cue: Cue) -> bool:
    """Whether the cue reports only right beside the words: "continued" is otherwise said of anything."""
    return cue.lemma in listed("only_beside") and cue.text.lower() != "stated"
