"""RSS and Atom feeds: one statement an entry, by feedparser, which is given bytes only and so fetches nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO

from comms_tracker.errors import InputError
from comms_tracker.reading.blocks import text_of
from comms_tracker.reading.decoding import refuse_too_large
from comms_tracker.reading.extras import missing_extra
from comms_tracker.reading.fields import Draft
from comms_tracker.reading.found_dates import moment
from comms_tracker.reading.html import fragment
from comms_tracker.reading.identity import slug
from comms_tracker.reading.received import Taken

_ENTITY = re.compile(rb"<!ENTITY|" + "<!ENTITY".encode("utf-16-le") + b"|" + "<!ENTITY".encode("utf-16-be"), re.I)
LONGEST_STEM = 60
"""Characters of an entry's title that go into its statement's id."""


def drafts_of_feed(data: bytes, name: str) -> tuple[list[Draft], list[str]]:
    """The statements in a feed in its order, and plain sentences about how it was read.

    The outlet is the feed's own title. Raises InputError where the bytes are no feed, the feed declares entities or has
    no entry with text, or feedparser is not installed.
    """
    if _ENTITY.search(data):
        raise InputError(
            f"{name} declares XML entities, which no feed needs and which are never read. Take another copy."
        )
    try:
        import feedparser
    except ImportError:
        raise missing_extra(name, "feeds") from None
    parsed = feedparser.parse(BytesIO(data))
    if not parsed.get("version"):
        raise InputError(f"{name} is no RSS or Atom feed. Save the statement's own page, or its words as text (.txt).")
    outlet = _words(parsed.feed, "title")
    drafts: list[Draft] = []
    stems: set[str] = set()
    without: list[int] = []
    short = 0
    for number, entry in enumerate(parsed.entries, start=1):
        text = _text(entry)
        if not text.strip():
            without.append(number)
            continue
        short += not entry.get("content")
        where = f"{name}, entry {number}"
        refuse_too_large(len(text.encode("utf-8", "surrogatepass")), where)
        found = dict(_facts(entry, outlet))
        drafts.append(Draft(where, text, {}, _stem(entry, found, stems), found=found))
    if not drafts:
        raise InputError(f"{name} has no entry with text. Fetch the pages that it leads to instead.")
    return drafts, _notes(name, without, short, len(drafts))


def _notes(name: str, without: list[int], short: int, total: int) -> list[str]:
    notes = []
    if without:
        notes.append(f"{name}: skipped entries without text: {', '.join(map(str, without))}.")
    if short:
        notes.append(f"{name}: {short} of {total} entries have only a description; the page behind each may say more.")
    return notes


def _text(entry: Mapping[str, object]) -> str:
    """The entry's full text where the feed has it, else its description."""
    contents = entry.get("content")
    if isinstance(contents, list):
        held = [each for each in contents if isinstance(each, dict) and str(each.get("value", "")).strip()]
        if held:
            return _plain(str(held[0]["value"]), str(held[0].get("type", "")))
    detail = entry.get("summary_detail")
    kind = str(detail.get("type", "")) if isinstance(detail, dict) else ""
    return _plain(str(entry.get("summary", "")), kind)


def _plain(value: str, kind: str) -> str:
    return value.strip() if kind == "text/plain" else text_of(fragment(value))


def _facts(entry: Mapping[str, object], outlet: str) -> Iterator[tuple[str, Taken]]:
    for key in ("published", "updated"):
        issued = moment(str(entry.get(key, "")))
        if issued is not None:
            yield "issued", Taken(issued, f"the entry's own date ({key})", stated=True)
            break
    title, link = _words(entry, "title"), str(entry.get("link", ""))
    if title:
        yield "title", Taken(title, "the entry's title", stated=True)
    if outlet:
        yield "outlet", Taken(outlet, "the feed's title", stated=True)
    if link.startswith(("http://", "https://")):
        yield "source", Taken(link, "the entry's link", stated=True)


def _words(held: Mapping[str, object], key: str) -> str:
    return " ".join(text_of(fragment(str(held.get(key, "")))).split())


def _stem(entry: Mapping[str, object], found: Mapping[str, Taken], taken: set[str]) -> str | None:
    """The title, with the last part of the entry's own id where one above it has the same; ``taken`` learns of it."""
    title = found["title"].value[:LONGEST_STEM] if "title" in found else ""
    if not title:
        return None
    last_of_id = str(entry.get("id", "")).rstrip("/").rpartition("/")[2]
    stem = title if slug(title) not in taken else f"{title} {last_of_id[-LONGEST_STEM:] or len(taken) + 1}"
    taken.add(slug(stem))
    return stem
