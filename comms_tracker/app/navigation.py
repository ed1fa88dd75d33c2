"""The pages of the app in the order of the menu. A new page is one line here and one module in ``pages``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from comms_tracker.app import words
from comms_tracker.app.frame import Site
from comms_tracker.app.pages import (
    add,
    article,
    change,
    compare,
    draft,
    home,
    incident,
    method,
    review,
    search,
    statements,
)
from comms_tracker.report import titles


@dataclass(frozen=True, slots=True)
class Entry:
    """One page: the last part of its address, its name, and what draws it.

    One that is not ``listed`` is reached by links alone. The first entry is the page that the app opens on.
    """

    place: str
    title: str
    show: Callable[[Site], None]
    listed: bool = True


ENTRIES = (
    Entry("what-changed", titles.WHAT_CHANGED, home.show),
    Entry("incident", words.ONE_INCIDENT, incident.show, listed=False),
    Entry("change", words.ONE_CHANGE, change.show, listed=False),
    Entry("statements", words.STATEMENTS, statements.show, listed=False),
    Entry("draft", words.CHECK_DRAFT, draft.show),
    Entry("compare", words.COMPARE, compare.show),
    Entry("search", words.SEARCH, search.show),
    Entry("article", words.ARTICLE, article.show),
    Entry("add", words.ADD, add.show),
    Entry("review", words.REVIEW, review.show),
    Entry("method", words.METHOD, method.show),
)
