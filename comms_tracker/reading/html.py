"""A page: its main text by trafilatura, what its markup says about itself, nothing of it executed or fetched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from comms_tracker.errors import InputError
from comms_tracker.reading.blocks import terms_as_items, text_of
from comms_tracker.reading.decoding import Decoded, refuse_blank, refuse_too_large
from comms_tracker.reading.fields import Draft
from comms_tracker.reading.found_dates import day_on_its_own_line
from comms_tracker.reading.front_matter import divided
from comms_tracker.reading.html_facts import facts_of_page
from comms_tracker.reading.received import Taken

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DTD = re.compile(r"\A\s*<!DOCTYPE[^>\[]{0,500}\[.*?\]\s*>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[a-z!/]", re.IGNORECASE)


def draft_of_page(page: Decoded, name: str, stem: str | None) -> tuple[Draft, list[str]]:
    """The statement in a page, and plain sentences about how it was read.

    The page may have front matter above its first tag. Raises InputError where there is no text in it.
    """
    refuse_blank(page.text, name)
    refuse_too_large(len(page.text.encode("utf-8", "surrogatepass")), name)
    _refuse_binary(page.text, name)
    stated, markup, unused = divided(page.text, name)
    notes = [*page.notes, *unused]
    root = _tree(markup, name)
    facts, doubts = facts_of_page(root, markup)
    terms_as_items(root)
    text, whole = _main_text(root)
    if not text:
        raise InputError(f"{name} has no text that can be read. Save the statement as plain text (.txt).")
    if whole:
        notes.append(f"{name}: no main text stands out in the page, so that all of its text is read.")
    if "issued" not in facts and (line := day_on_its_own_line(text)):
        facts["issued"] = Taken(line[0], f'its line "{line[1]}"')
    notes += [f"{name}: {doubt}." for doubt in doubts]
    return Draft(name, text, stated, stem, found=facts), notes


def _refuse_binary(text: str, name: str) -> None:
    """Raises InputError for a picture or another binary file; a stray NUL in a page's markup is none."""
    if "\0" in text and not _TAG.search(text):
        raise InputError(
            f"{name} is binary, not a page. Save the page itself as HTML, or its words as plain text (.txt)."
        )


def fragment(markup: str) -> HtmlElement:
    """The tree of a piece of HTML, as feeds and mails hold it, under one <div>."""
    from lxml.etree import LxmlError
    from lxml.html import fragment_fromstring

    try:
        root = fragment_fromstring(_parsable(markup), create_parent="div", parser=_parser())
        terms_as_items(root)
        return root
    except (LxmlError, ValueError):
        return fragment_fromstring("", create_parent="div")


def _main_text(root: HtmlElement) -> tuple[str, bool]:
    """The main text, and whether it is simply all text because no main part was found."""
    from copy import deepcopy

    from trafilatura import bare_extraction

    found = bare_extraction(deepcopy(root), include_comments=False, with_metadata=False)
    if found is not None and not isinstance(found, dict) and found.body is not None:
        text = text_of(found.body)
        if text:
            return text, False
    body = root.find("body")
    return text_of(root if body is None else body), True


def _tree(markup: str, name: str) -> HtmlElement:
    from lxml.etree import LxmlError
    from lxml.html import document_fromstring

    try:
        return document_fromstring(_parsable(markup), parser=_parser())
    except (LxmlError, ValueError):
        raise InputError(f"{name} has no text that can be read. Save the statement as plain text (.txt).") from None


def _parser() -> object:
    """A parser that fetches nothing; libxml2 takes no entities of a page's own in HTML."""
    from lxml.html import HTMLParser

    return HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)


def _parsable(markup: str) -> str:
    """Without null characters, without an XML declaration, which lxml refuses in decoded text, and without a DTD."""
    markup = markup.replace("\0", "").lstrip()
    if markup.startswith("<?xml"):
        markup = markup.partition("?>")[2]
    return _DTD.sub("", markup, count=1)
