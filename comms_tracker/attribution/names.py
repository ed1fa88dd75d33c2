"""The words that name a speaker, found from the verb that reports: before it, after it, or after "according to"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from comms_tracker.attribution.words import listed

_TOKEN = re.compile(
    r"[^\W_](?:[\w&]|[.’'\-](?=\w))*(?:(?<=s)[’'](?=\s)|(?:(?<=\b[A-Z])|(?<=\b[DM]r)|(?<=\bM[rx]s)|(?<=\bMs))\.)?|[^\w\s]"
)
PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who", "which", "you"})
_CONNECTORS = frozenset({"of", "for", "at", "from", "in"})
_NO_HEAD_OF = re.compile(r"(?:press|news) (?:conference|briefing)|hearing|meeting|briefing|time", re.I)
_AFTER_NAME = frozenset({"and", "&"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark with its place."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()

    @property
    def word(self) -> bool:
        return self.text[:1].isalnum()


@dataclass(frozen=True, slots=True)
class Name:
    """Words that name a speaker, and whether they are a pronoun."""

    text: str
    start: int
    end: int

    @property
    def pronoun(self) -> bool:
        return self.text.lower() in PRONOUNS


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The words and marks between two offsets."""
    return [Token(found.group(), found.start(), found.end()) for found in _TOKEN.finditer(text, start, end)]


def name_before(text: str, start: int, end: int) -> Name | None:
    """The speaker whose verb begins at ``end``, named after ``start``: "Ada Moss, who runs the ships, later" said."""
    found = _without_between(tokens(text, start, end))
    if not found:
        return None
    if found[-1].lower in PRONOUNS:
        # "Ada Moss, who said": the pronoun's own noun stands before it.
        if found[-1].lower in {"who", "which"}:
            return name_before(text, start, found[-1].start) if len(found) > 1 else None
        return _name(text, found[-1:])
    if found[-1].text in {",", ")"} or found[-1].text in "–—-":
        return _before_aside(text, found)
    return _core(text, _phrase_back(found))


def name_after(text: str, start: int, end: int) -> Name | None:
    """The speaker named right at ``start``: said "a spokesman for the trust", said "Ada Moss, its director"."""
    found = tokens(text, start, end)
    if not found:
        return None
    if found[0].lower in PRONOUNS:
        return _name(text, found[:1])
    phrase = _phrase_forward(found)
    if not phrase:
        return None
    rest = found[len(phrase) :]
    if rest and rest[0].text == "," and not _personal(phrase):
        aside = _phrase_forward(rest[1:])
        after = rest[1 + len(aside) :]
        if _is_pure_name(aside) and (not after or not after[0].word):
            return _core(text, aside)
    return _core(text, phrase)


def _without_between(found: list[Token]) -> list[Token]:
    """The tokens without the adverbs and helpers right before the verb; empty where the verb has no subject there."""
    kept = list(found)
    between = listed("between")
    taken: list[str] = []
    while kept and kept[-1].word and (kept[-1].lower in between or _is_adverb(kept[-1])):
        taken.insert(0, kept.pop().lower)
    passive = {"was", "were", "is", "are"} & set(taken) and "quoted" not in taken
    bare = ("to" in taken and "went" not in taken) or (taken and taken[-1] == "on" and "went" not in taken)
    return [] if passive or bare else kept


def _is_adverb(token: Token) -> bool:
    return token.lower.endswith("ly") and not token.capital and len(token.text) > 4


def _before_aside(text: str, found: list[Token]) -> Name | None:
    """The subject where an aside stands between it and the verb: "Ada Moss, the director," said."""
    chunks: list[list[Token]] = [[]]
    for token in found:
        if token.text in {",", "(", ")", "–", "—"} or token.text in ";:":
            chunks.append([])
        else:
            chunks[-1].append(token)
    chunks = [chunk for chunk in chunks if chunk]
    while len(chunks) > 1 and _is_intro(chunks[0]):
        chunks.pop(0)
    if not chunks:
        return None
    # The aside is what follows the subject; a clause before it ends in the subject's own chunk.
    place = next((number for number, chunk in enumerate(chunks) if _starts_name(chunk)), 0)
    subject = chunks[place]
    phrase = _phrase_forward(subject) if subject[0].lower not in listed("stops") else _phrase_back(subject)
    if not phrase:
        return None
    aside = chunks[place + 1] if place + 1 < len(chunks) else []
    if not _personal(phrase) and _is_pure_name(aside):
        return _core(text, aside)
    return _core(text, phrase)


def _is_intro(chunk: Sequence[Token]) -> bool:
    first = chunk[0].lower
    return first in listed("stops") or first in _CONNECTORS or first.endswith("ly") or first.endswith("ing")


def _starts_name(chunk: Sequence[Token]) -> bool:
    return chunk[0].capital or chunk[0].lower in listed("determiners")


def _phrase_back(found: Sequence[Token]) -> list[Token]:
    """The noun phrase that ends with the last token."""
    kept: list[Token] = []
    place = len(found) - 1
    while place >= 0:
        token = found[place]
        before = found[place - 1] if place else None
        if token.lower in _AFTER_NAME:
            if not kept or before is None or not _joins(found[:place], kept):
                break
        elif token.lower in _CONNECTORS:
            if not kept or before is None or not before.word or before.lower in listed("stops"):
                break
        elif not token.word or _stops(token, found, place):
            break
        kept.insert(0, token)
        if token.lower in listed("determiners") and (before is None or before.lower not in _CONNECTORS or place == 1):
            break
        place -= 1
    while kept and (kept[0].lower in _CONNECTORS or kept[0].lower in _AFTER_NAME):
        kept.pop(0)
    return _without_place(kept)


def _stops(token: Token, found: Sequence[Token], place: int) -> bool:
    if token.lower not in listed("stops"):
        return False
    # "May" and "March" can be names, and "Will Ashe" is one: inside a run of capitals they are no stops.
    beside = [found[at] for at in (place - 1, place + 1) if 0 <= at < len(found)]
    can_be = token.lower in {"may", "will", "march", "april", "june", "august"}
    return not (can_be and token.capital and place > 0 and any(each.capital for each in beside))


def _joins(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether "and" joins two speakers, or two words of one name, and not two clauses."""
    words = list(before)
    while words and (words[-1].capital or words[-1].lower in listed("particles")):
        words.pop()
    inside = len(words) < len(before) and after[0].capital
    verbs = re.compile(r"(?:ed|ing)$")
    clean = all(token.word and token.lower not in listed("stops") and not verbs.search(token.lower) for token in words)
    return inside and (clean or bool(words and words[-1].lower in _CONNECTORS | listed("determiners")))


def _without_place(phrase: list[Token]) -> list[Token]:
    """The phrase from its last "in a statement" on: "In a statement Ada Moss" is Ada Moss."""
    for place in range(len(phrase) - 1, 0, -1):
        if not phrase[place - 1].capital and phrase[place - 1].lower in listed("documents") and phrase[place].capital:
            return phrase[place:]
    return phrase


def _phrase_forward(found: Sequence[Token]) -> list[Token]:
    """The noun phrase that begins with the first token."""
    kept: list[Token] = []
    named = False
    for place, token in enumerate(found):
        rest = found[place + 1 :]
        if token.lower in _CONNECTORS or (token.lower == "to" and kept and kept[-1].lower == "close"):
            if not kept or not rest or not _goes_on(token, rest):
                break
            named = False
        elif token.lower in _AFTER_NAME:
            if not kept or not rest or not kept[-1].capital or not _is_another(rest):
                break
            named = False
        elif _ends_phrase(token, kept, named):
            break
        kept.append(token)
        possessive = token.text.endswith(("'s", "’s", "s'", "s’"))
        named = not possessive and (named or (token.capital and place > 0))
    return kept


def _ends_phrase(token: Token, kept: Sequence[Token], named: bool) -> bool:
    """Whether a token is no part of the phrase: a mark, a verb's helper, or a small word after a name."""
    if not token.word or (token.lower in listed("stops") and not (token.capital and kept and kept[-1].capital)):
        return True
    if token.lower in {"sent", "seen"} or (len(kept) > 1 and re.fullmatch(r"[a-z]{2,}ed", token.text)):
        return True
    return named and not token.capital and token.lower not in listed("particles")


def _is_another(rest: Sequence[Token]) -> bool:
    """Whether "and" goes on with another speaker, and not with a clause."""
    return (rest[0].capital or rest[0].lower in listed("determiners")) and not _has_verb(rest)


def _goes_on(connector: Token, rest: Sequence[Token]) -> bool:
    """Whether a preposition belongs to the speaker's name: "for the trust", and not "at a news conference"."""
    if connector.lower in {"of", "for"}:
        return True
    words = " ".join(token.text for token in rest[:4])
    return (rest[0].capital or rest[0].lower == "the") and not _NO_HEAD_OF.search(words) and connector.lower != "in"


def _has_verb(rest: Sequence[Token]) -> bool:
    return any(token.lower in {"is", "was", "are", "were", "has", "had"} for token in rest[:6])


def _personal(phrase: Sequence[Token]) -> bool:
    return is_person(" ".join(token.text for token in phrase))


def _is_pure_name(phrase: Sequence[Token]) -> bool:
    words = [token for token in phrase if token.lower not in listed("particles")]
    return 2 <= len(words) <= 5 and all(token.word and token.capital for token in words) and not _organisational(words)


def _organisational(words: Sequence[Token]) -> bool:
    return any(token.lower in listed("organisations") for token in words) and words[0].lower not in listed("honorifics")


def _core(text: str, phrase: Sequence[Token]) -> Name | None:
    """The phrase, or of it what names: the person after an office, the organisation of a statement."""
    while phrase and phrase[0].lower in listed("stops"):
        phrase = phrase[1:]
    if not phrase or all(token.lower in listed("determiners") for token in phrase):
        return None
    if (issuer := _issuer(text, phrase)) is not None:
        return issuer
    joint = any(token.lower in _AFTER_NAME for token in phrase) and is_person(" ".join(_upto_and(phrase)))
    return _name(text, phrase if joint else _person_of(phrase) or _person_first(phrase) or phrase)


def _person_first(phrase: Sequence[Token]) -> list[Token]:
    """The person's name that the phrase begins with: "Paul Okafor of the union"; empty where there is none."""
    place = next((at for at, token in enumerate(phrase) if token.lower in _CONNECTORS), 0)
    return list(phrase[:place]) if _is_pure_name(phrase[:place]) else []


def _upto_and(phrase: Sequence[Token]) -> list[str]:
    words = [token.text for token in phrase]
    return words[: next(place for place, token in enumerate(phrase) if token.lower in _AFTER_NAME)]


def _person_of(phrase: Sequence[Token]) -> list[Token]:
    """The tokens of a person's name at the end of the phrase, without an office; empty where there is none."""
    place = len(phrase)
    while place and (phrase[place - 1].capital or phrase[place - 1].lower in listed("particles")):
        place -= 1
    name = list(phrase[place:])
    while name and (name[0].lower in listed("particles") or name[0].lower in listed("determiners")):
        name.pop(0)
    if place and phrase[place - 1].lower in _CONNECTORS:
        return []
    if any(token.text.endswith(("'s", "’s")) for token in name[:-1]):
        last = max(number for number, token in enumerate(name) if token.text.endswith(("'s", "’s")))
        name = name[last + 1 :]
    while len(name) > 2 and name[0].lower in listed("roles"):
        name.pop(0)
    if len(name) == 2 and name[0].lower in listed("roles") and name[1].lower in listed("roles"):
        return []
    if len(name) < 2 or _organisational(name):
        return []
    return name


def _issuer(text: str, phrase: Sequence[Token]) -> Name | None:
    """Whoever issued the text that speaks: "a statement from the trust", "the trust's statement"."""
    heads = [place for place, token in enumerate(phrase) if token.lower in listed("documents") and not token.capital]
    if not heads:
        return None
    head = heads[-1]
    after = phrase[head + 1 :]
    if after and after[0].lower in {"from", "of", "by"} and len(after) > 1:
        return _name(text, after[1:])
    for place in range(head - 1, -1, -1):
        if phrase[place].text.endswith(("'s", "’s", "s’", "s'")):
            owner = _name(text, phrase[: place + 1])
            return Name(re.sub(r"[’']s?$", "", owner.text), owner.start, owner.end - len(_possessive(owner.text)))
    return None


def _possessive(words: str) -> str:
    found = re.search(r"[’']s?$", words)
    return found.group() if found else ""


def _name(text: str, phrase: Sequence[Token]) -> Name:
    start, end = phrase[0].start, phrase[-1].end
    words = text[start:end]
    return Name(words, start, end)


def is_person(name: str) -> bool:
    """Whether a name is a person's, by its form: an honorific, or two capitals and no word of an organisation."""
    words = re.findall(r"[\w’'&.-]+", name)
    lower = [word.lower().rstrip(".") for word in words]
    if lower and lower[0] in listed("honorifics") and len(words) > 1:
        return True
    if any(word in listed("organisations") for word in lower):
        return False
    capitals = [word for word in words if word[:1].isupper() or word.lower() in listed("particles")]
    return (
        len(capitals) >= 2
        and len(capitals) == len(words)
        and not any(word.isupper() and len(word) > 2 for word in words)
    )


def is_bare_document(name: str) -> bool:
    """Whether the words name a text and nobody that issued it: "the statement", "its letter"."""
    words = name.lower().split()
    return 1 < len(words) <= 3 and words[0] in listed("determiners") and words[-1] in listed("documents")
