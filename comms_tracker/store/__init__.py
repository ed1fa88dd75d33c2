"""The store: SQLite through sqlite-utils; no other part of the product knows SQL.

    with Store.open(default_path(), write=True) as store:
        store.add("barts-2017", statements)
        print(store.comparison("barts-2017").changes)

Nothing heavy is imported until a store is opened.
"""

from __future__ import annotations

from comms_tracker.store.facade import Store
from comms_tracker.store.merging import Merged
from comms_tracker.store.opening import default_path
from comms_tracker.store.pruning import Pruned
from comms_tracker.store.receiving import Source
from comms_tracker.store.records import (
    Addition,
    AddResult,
    Difference,
    Forgetting,
    Forgotten,
    IncidentSummary,
    Outcome,
    Problem,
    Published,
    Reread,
    Subject,
)
from comms_tracker.store.relations import Column, Relation, Rows, Value
from comms_tracker.store.search_records import COUNTED, Filters, Found, FoundBy, Hit, Search, Within

__all__ = [
    "COUNTED",
    "AddResult",
    "Addition",
    "Column",
    "Difference",
    "Filters",
    "Forgetting",
    "Forgotten",
    "Found",
    "FoundBy",
    "Hit",
    "IncidentSummary",
    "Merged",
    "Outcome",
    "Problem",
    "Pruned",
    "Published",
    "Relation",
    "Reread",
    "Rows",
    "Search",
    "Source",
    "Store",
    "Subject",
    "Value",
    "Within",
    "default_path",
]
