"""The ids of statements, the same on every machine, and what happens where two statements have one id."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import Protocol, TypeVar

from comms_tracker.errors import InputError


class Identified(Protocol):
    """What order and identity need to know of a draft; ``text`` may be its digest."""

    @property
    def name(self) -> str:
        """As ``Draft.name``."""

    @property
    def text(self) -> str:
        """Alike where the words are."""

    @property
    def stem(self) -> str | None:
        """As ``Draft.stem``."""

    @property
    def date_hint(self) -> str:
        """As ``Draft.date_hint``."""

    def field(self, key: str) -> str | None:
        """As ``Draft.field``, of id, issued and incident."""


D = TypeVar("D", bound=Identified)
_NOT_IN_A_SLUG = re.compile(r"[\W_]+")


def statement_id(draft: Identified) -> str:
    """The statement's own id, else its date with its file's name, else its date with its text's digest."""
    given = draft.field("id")
    if given:
        return given
    day = (draft.field("issued") or "")[:10]
    name = slug(draft.stem or "") or _digest(draft.text)
    return name if not day or name.startswith(day) else f"{day}-{name}"


def slug(name: str) -> str:
    """A file's name in lower case with hyphens for everything that is not a letter or digit."""
    return _NOT_IN_A_SLUG.sub("-", name.lower()).strip("-")


def without_repeats(drafts: Iterable[D]) -> tuple[list[D], list[str]]:
    """The drafts with each id of an incident once, and a plain sentence for each that was given again.

    Raises InputError where two drafts of one incident have the same id and other texts.
    """
    kept: dict[tuple[str | None, str], D] = {}
    notes: list[str] = []
    for draft in drafts:
        key = (draft.field("incident"), statement_id(draft))
        first = kept.setdefault(key, draft)
        if first is draft:
            continue
        if first.text != draft.text:
            raise InputError(
                f"{first.name} and {draft.name} have the same id, {key[1]}, and different texts. "
                "Give one of them an id of its own (the key `id`)."
            )
        notes.append(f"{draft.name} is {first.name} again (id {key[1]}, the same text): it is read once.")
    return list(kept.values()), notes


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]
