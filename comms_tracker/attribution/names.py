"""The words that name a speaker, found from the verb that reports: before it, after it, or after "according to"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from comms_tracker.attribution.persons import is_organisational, is_person, is_pure_name
from comms_tracker.attribution.phrases import (
    CONNECTORS,
    JOINERS,
    Token,
    behind_introduction,
    lead_end,
    opening,
    phrase_back,
    phrase_forward,
    tokens,
)
from comms_tracker.attribution.words import listed
from comms_tracker.calendar_names import is_weekday

_SPANS = frozenset({"week", "month", "night"})
_OF_PLACE = frozenset({"with", "on", "in", "near", "about", "behind", "inside", "outside", "to", "by"})
PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who", "which", "you"})


@dataclass(frozen=True, slots=True)
class Name:
    """Words that name a speaker, with their place."""

    text: str
    start: int
    end: int

    @property
    def pronoun(self) -> bool:
        """Whether the words are a pronoun."""
        return self.text.lower() in PRONOUNS


def name_before(text: str, start: int, end: int, progressive: bool = False) -> Name | None:
    """The speaker whose verb begins at ``end``, named after ``start``: "Ada Moss, who runs the ships, later" said.

    ``progressive`` says that the verb is one ("was saying").
    """
    found = _without_between(tokens(text, lead_end(text, start, end), end), progressive)
    while found and found[-1].lower in {"who", "which"} and not _of_place_before(found):
        # "Ada Moss, who said": the pronoun's own noun stands before it.
        found = _without_between(found[: -2 if len(found) > 2 and found[-2].text == "," else -1], progressive=False)
    if not found:
        return None
    if found[-1].lower in PRONOUNS and _of_place_before(found):
        return _core(text, phrase_forward(found[_last_clause(found) :]))
    if found[-1].lower in PRONOUNS:
        return _name(text, found[-1:])
    if found[-1].text in {",", ")"} or found[-1].text in "–—-":
        return _before_aside(text, found)
    return _core(text, _before_place(found) or phrase_back(found))


def _of_place_before(found: Sequence[Token]) -> bool:
    """Whether a preposition stands before the last word: "of whom", "with it"."""
    return len(found) > 1 and found[-2].lower in _OF_PLACE | CONNECTORS


def _last_clause(found: Sequence[Token]) -> int:
    """Where the last clause begins: behind the last comma or "but"."""
    return max((place + 1 for place, token in enumerate(found) if token.text in {",", "but", "and"}), default=0)


def _before_place(found: list[Token]) -> list[Token]:
    """The phrase of "a person familiar with the matter" said: what stands before a place or a matter."""
    phrase = phrase_back(found)
    at = len(found) - len(phrase) - 1
    if not phrase or at < 1 or found[at].lower not in _OF_PLACE or not _starts_name(found):
        return []
    whole = phrase_forward(found)
    between = found[len(whole) : at]
    if len(whole) < 2 or len(whole) > at or any(token.capital or not token.word for token in between):
        return []
    described = not between or re.search(r"(?:ed|ing)$", between[0].text) is not None
    return whole if len(between) <= 2 or (described and len(between) <= 8) else []


def name_after(text: str, start: int, end: int) -> Name | None:
    """The speaker named right at ``start``: said "a spokesman for the trust", said "Ada Moss, its director"."""
    found = opening(text, start, end)
    if not found:
        return None
    if found[0].lower in PRONOUNS:
        return _name(text, found[:1])
    phrase = phrase_forward(found)
    if not phrase:
        return None
    rest = found[len(phrase) :]
    if rest and rest[0].text == "," and not _personal(phrase):
        aside = phrase_forward(rest[1:])
        after = rest[1 + len(aside) :]
        if _names(aside, phrase) and (not after or not after[0].word):
            return _core(text, aside)
    return _core(text, phrase)


def subject(text: str, start: int, end: int) -> Name | None:
    """The subject with which a sentence begins, behind what says when: "On Friday its director, Ada Moss," gave."""
    return name_after(text, behind_introduction(text, start, end), end)


def _without_between(found: list[Token], progressive: bool) -> list[Token]:
    """The tokens without the adverbs and helpers right before the verb; empty where the verb has no subject there."""
    kept = list(found)
    between = listed("between")
    taken: list[str] = []
    kept = _without_day(kept)
    while kept and kept[-1].word and (kept[-1].lower in between or _is_adverb(kept[-1])):
        taken.insert(0, kept.pop().lower)
    passive = {"was", "were", "is", "are"} & set(taken) and "quoted" not in taken and not progressive
    bare = "to" in taken and not {"went", "used"} & set(taken)
    return [] if passive or bare or (taken[-1:] == ["on"] and "went" not in taken) else kept


def _without_day(found: list[Token]) -> list[Token]:
    """The tokens without the day before the verb: "The ministry on Wednesday" said."""
    dated = len(found) > 2 and found[-2].lower in {"on", "last", "late", "early", "this"}
    return found[:-2] if dated and (is_weekday(found[-1].text) or found[-1].lower in _SPANS) else found


def _is_adverb(token: Token) -> bool:
    noun = token.lower in {"family", "assembly", "supply", "monopoly"}
    return token.lower.endswith("ly") and not token.capital and len(token.text) > 4 and not noun


def _before_aside(text: str, found: list[Token]) -> Name | None:
    """The subject where an aside stands between it and the verb: "Ada Moss, the director," said."""
    chunks: list[list[Token]] = [[]]
    for token in found:
        if token.text in {",", "(", ")", "–", "—"} or token.text in ";:":
            chunks.append([])
        else:
            chunks[-1].append(token)
    chunks = [chunk for chunk in chunks if chunk]
    if len(chunks) == 1:
        # "A spokesman, asked": the verb begins an aside and has no subject of its own.
        return None
    while len(chunks) > 1 and _is_intro(chunks[0]):
        chunks.pop(0)
    if not chunks:
        return None
    # The aside is what follows the subject; a clause before it ends in the subject's own chunk.
    place = next((number for number, chunk in enumerate(chunks) if _starts_name(chunk)), 0)
    subject = chunks[place]
    opens = subject[0].lower in listed("determiners") or subject[0].lower not in listed("stops")
    phrase = phrase_forward(subject) if opens else phrase_back(subject)
    if not phrase:
        return None
    aside = chunks[place + 1] if place + 1 < len(chunks) else []
    if not _personal(phrase) and _names(aside, phrase):
        return _core(text, aside)
    return _core(text, phrase)


def _names(aside: Sequence[Token], phrase: Sequence[Token]) -> bool:
    """Whether an aside is the name of what the phrase describes: "the port's operator, Port Lorne Holdings"."""
    described = not any(token.capital and place for place, token in enumerate(phrase))
    capitals = bool(aside) and all(token.capital and token.word for token in aside)
    at = next((place for place, token in enumerate(aside) if token.lower in CONNECTORS), 0)
    if at and is_pure_name(aside[:at]):
        return True
    kin = bool(phrase) and phrase[0].lower in {"her", "his", "their", "my"}
    return is_pure_name(aside) or (described and capitals and (kin or len(aside) > 1))


def _is_intro(chunk: Sequence[Token]) -> bool:
    first = chunk[0].lower
    if is_pure_name(chunk) and not any(token.lower in listed("not_names") for token in chunk):
        # "Ming Xu" is no participle.
        return False
    return (
        (first in listed("stops") and first not in listed("determiners"))
        or first in CONNECTORS
        or first.endswith("ly")
        or first.endswith("ing")
    )


def _starts_name(chunk: Sequence[Token]) -> bool:
    return chunk[0].capital or chunk[0].lower in listed("determiners")


def _personal(phrase: Sequence[Token]) -> bool:
    return is_person(" ".join(token.text for token in phrase))


def _core(text: str, phrase: Sequence[Token]) -> Name | None:
    """The phrase, or of it what names: the person after an office, the organisation of a statement."""
    while phrase and phrase[0].lower in listed("stops") - listed("determiners"):
        phrase = phrase[1:]
    if not any(token.text[0].isalpha() and token.lower not in listed("determiners") for token in phrase):
        return None
    if (issuer := _issuer(text, phrase)) is not None:
        return issuer
    joint = any(token.lower in JOINERS for token in phrase) and is_person(" ".join(_upto_and(phrase)))
    return _name(text, phrase if joint else _person_of(phrase) or _person_first(phrase) or phrase)


def _person_first(phrase: Sequence[Token]) -> list[Token]:
    """The person's name that the phrase begins with: "Paul Okafor of the union"; empty where there is none."""
    place = next((at for at, token in enumerate(phrase) if token.lower in CONNECTORS), 0)
    name = list(phrase[:place])
    while len(name) > 2 and name[0].lower in listed("roles"):
        name.pop(0)
    return name if is_pure_name(name) else []


def _upto_and(phrase: Sequence[Token]) -> list[str]:
    words = [token.text for token in phrase]
    return words[: next(place for place, token in enumerate(phrase) if token.lower in JOINERS)]


def _person_of(phrase: Sequence[Token]) -> list[Token]:
    """The tokens of a person's name at the end of the phrase, without an office; empty where there is none."""
    place = len(phrase)
    while place and (phrase[place - 1].capital or phrase[place - 1].lower in listed("particles")):
        place -= 1
    name = list(phrase[place:])
    while name and (name[0].lower in listed("particles") or name[0].lower in listed("determiners")):
        name.pop(0)
    if (
        place
        and phrase[place - 1].lower in CONNECTORS | listed("determiners")
        and any(token.lower in CONNECTORS for token in phrase[:place])
    ):
        return []
    if any(token.text.endswith(("'s", "’s")) for token in name[:-1]):
        last = max(number for number, token in enumerate(name) if token.text.endswith(("'s", "’s")))
        name = name[last + 1 :]
    while len(name) > 1 and (name[0].lower in listed("kin") or "-of-" in name[0].lower):
        name.pop(0)
    while len(name) > 2 and name[0].lower in listed("roles"):
        name.pop(0)
    if len(name) == 2 and name[0].lower in listed("roles") and name[1].lower in listed("roles"):
        return []
    if len(name) < 2 or is_organisational(name):
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
