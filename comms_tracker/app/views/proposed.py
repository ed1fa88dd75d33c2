"""Statements that are proposed for the store: what was found in the texts, and what a person made of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from comms_tracker.app.texts import Texts
from comms_tracker.app.words import add as words
from comms_tracker.errors import InputError
from comms_tracker.reading.how_to_read import Way
from comms_tracker.reading.received import Provenance
from comms_tracker.records import Statement

FIELDS = tuple(words.FIELDS)


@dataclass(frozen=True, slots=True)
class Proposed:
    """A statement with where it came from; ``dated`` are the article's words for its date, empty for none."""

    statement: Statement
    provenance: Provenance | None
    dated: str = ""

    @property
    def fields(self) -> dict[str, str]:
        """The fields as a person edits them: nothing is an empty one."""
        return {name: getattr(self.statement, name) or "" for name in FIELDS}


def proposed(texts: Texts, way: Way) -> tuple[Proposed, ...]:
    """The statements in the texts; ``way`` says whether each is a statement, an article, or what the program thinks.

    Raises InputError where an article quotes no organisation.
    """
    from comms_tracker.articles.taking import is_article

    found: list[Proposed] = []
    for statement, provenance in zip(texts.statements, texts.provenance, strict=True):
        if is_article(statement, provenance, way):
            found += _taken_out(statement, provenance)
        else:
            found.append(Proposed(statement, provenance))
    return tuple(found)


def _taken_out(document: Statement, provenance: Provenance) -> list[Proposed]:
    from comms_tracker.articles.taking import taken_out

    found = taken_out(document, provenance)
    if not found:
        raise InputError(words.NO_STATEMENT.format(name=provenance.received.name))
    return [Proposed(one.statement, one.provenance, one.dated.words or "") for one in found]


def edited(one: Proposed, text: str, fields: Mapping[str, str], name: str) -> Proposed:
    """The statement as a person left it; ``name`` is what it is called on the page.

    What was taken from the document stays with it only where it is still so. Raises InputError where it has no text,
    id or incident, or a date that cannot be read.
    """
    from comms_tracker.reading.dates import checked_issued
    from comms_tracker.reading.english import looks_english

    given = {key: value.strip() or None for key, value in fields.items()}
    for missing, told in (
        (text.strip(), words.NO_TEXT),
        (given["incident"], words.NO_INCIDENT),
        (given["id"], words.NO_ID),
    ):
        if not missing:
            raise InputError(told.format(name=name))
    if given["issued"]:
        given["issued"] = checked_issued(given["issued"], name)
    text = one.statement.text if text == _shown(one.statement.text) else text
    statement = replace(
        one.statement,
        text=text,
        english=looks_english(text),
        id=given["id"] or "",
        incident=given["incident"],
        organisation=given["organisation"],
        issued=given["issued"],
        channel=given["channel"],
        outlet=given["outlet"],
        title=given["title"],
        source=given["source"],
        wording=given["wording"],
        repeats=given["repeats"],
    )
    origin = one.provenance
    if origin is not None:
        taken = {key: value for key, value in origin.taken.items() if given.get(key) == value.value}
        pages = origin.pages if text == one.statement.text else ()
        origin = replace(origin, statement=statement.id, incident=statement.incident, taken=taken, pages=pages)
    return Proposed(statement, origin, one.dated)


def _shown(text: str) -> str:
    """The text as a field of a page hands it back."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def check_ids(found: Iterable[Proposed]) -> None:
    """Raises InputError where two statements of one incident have one id."""
    seen: set[tuple[str | None, str]] = set()
    for one in found:
        key = (one.statement.incident, one.statement.id)
        if key in seen:
            raise InputError(words.SAME_ID.format(incident=key[0], id=key[1]))
        seen.add(key)
