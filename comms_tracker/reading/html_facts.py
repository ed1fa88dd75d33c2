"""What a page's markup says about itself: date, title, outlet and address, each with the place that says it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from comms_tracker.reading.found_dates import moment
from comms_tracker.reading.received import Taken

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.issued",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
)
_CHANGES = ("article:modified_time", "og:updated_time", "last-modified", "dcterms.modified")
_TITLES = ("og:title", "dc.title", "dcterms.title", "headline")
_OUTLETS = ("og:site_name", "application-name")
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(https?://\S+?) -->")


def facts_of_page(root: HtmlElement, markup: str) -> tuple[dict[str, Taken], list[str]]:
    """Field name to what the page says and where, and a sentence for each thing that it says in two ways.

    The outlet is who published the page. No page says reliably whose statement it holds, so there is no organisation.
    """
    metas = _metas(root)
    linked = list(_linked_data(root))
    dates = [*_of_linked(linked, "datePublished"), *_of_metas(metas, _DATES), *_of_times(root)]
    readable = [(iso, taken) for taken in dates if (iso := moment(taken.value)) is not None]
    titles = [*_of_metas(metas, _TITLES), *_of_linked(linked, "headline"), *_of_headings(root)]
    outlets = [*_of_metas(metas, _OUTLETS), *_of_linked(linked, "publisher")]
    sources = [*_addresses(root), *_of_metas(metas, ("og:url",)), *_saved_from(markup)]
    sources = [taken for taken in sources if taken.value.startswith(("http://", "https://"))]
    found = {key: taken[0] for key, taken in (("title", titles), ("outlet", outlets), ("source", sources)) if taken}
    if not readable:
        return found, []
    issued, first = readable[0]
    found["issued"] = Taken(issued, first.where)
    other = next(((iso, taken) for iso, taken in readable if iso[:10] != issued[:10]), None)
    notes = [f"{other[1].where} says {other[0][:10]}, and {first.where} says {issued[:10]}"] if other else []
    changes = [*_of_linked(linked, "dateModified"), *_of_metas(metas, _CHANGES)]
    changed = next(((iso[:10], each.where) for each in changes if (iso := moment(each.value)) is not None), None)
    if changed is not None and changed[0] > issued[:10]:
        notes.append(f"{changed[1]} says that it was changed on {changed[0]}, after the day of issue")
    return found, notes


def _metas(root: HtmlElement) -> dict[str, str]:
    """The page's <meta> values by name in lower case, the first of each."""
    values: dict[str, str] = {}
    for meta in root.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = " ".join((meta.get("content") or "").split())
        if key and content:
            values.setdefault(key.lower(), content)
    return values


def _of_metas(metas: Mapping[str, str], names: tuple[str, ...]) -> Iterator[Taken]:
    return (Taken(metas[name], f"<meta {name}>") for name in names if name in metas)


def _of_linked(linked: list[Mapping[str, object]], key: str) -> Iterator[Taken]:
    for node in linked:
        value = node.get(key)
        if isinstance(value, Mapping):
            value = value.get("name")
        if isinstance(value, str) and value.strip():
            yield Taken(" ".join(value.split()), f"{key} in the page's JSON-LD")


def _linked_data(root: HtmlElement) -> Iterator[Mapping[str, object]]:
    """The JSON-LD objects that say when something was published; what doesn't parse is passed over."""
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            waiting: list[object] = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        while waiting:
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting += node
            elif isinstance(node, dict):
                waiting += [node["@graph"]] if "@graph" in node else []
                if "datePublished" in node:
                    yield node


def _of_times(root: HtmlElement) -> list[Taken]:
    """The <time> that is marked as the day of publication, else the only day that the page's <time> elements give."""
    times = [(each, (each.get("datetime") or each.text_content()).strip()) for each in root.iter("time")]
    for each, value in times:
        if (each.get("itemprop") or "").lower() == "datepublished" or each.get("pubdate") is not None:
            return [Taken(value, "<time> marked as the day of publication")]
    days = {iso[:10] for _, value in times if (iso := moment(value)) is not None}
    if len(days) != 1:
        return []
    return [Taken(value, "the page's only <time>") for _, value in times if moment(value) is not None][:1]


def _of_headings(root: HtmlElement) -> list[Taken]:
    headings, titles = _words_of(root, "h1"), _words_of(root, "title")
    only = [Taken(headings[0], "<h1>")] if len(headings) == 1 else []
    return only + [Taken(words, "<title>") for words in titles[:1]]


def _words_of(root: HtmlElement, tag: str) -> list[str]:
    return [words for each in root.iter(tag) if (words := " ".join(each.text_content().split()))]


def _addresses(root: HtmlElement) -> Iterator[Taken]:
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            yield Taken((link.get("href") or "").strip(), "<link rel=canonical>")


def _saved_from(markup: str) -> Iterator[Taken]:
    match = _SAVED_FROM.search(markup[:2000])
    if match is not None:
        yield Taken(match[1], "the browser's note in the saved page")
