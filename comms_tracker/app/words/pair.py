"""The words of two statements side by side; the script in the browser gets them as they stand here."""

from __future__ import annotations

SAME_SERIES = "About the same thing, with other statements in between."
LABELS = {
    "earlier": "Earlier",
    "later": "Later",
    "earlierMark": "earlier wording",
    "laterMark": "later wording",
    "sideBySide": "Side by side",
    "inline": "In one column",
    "layout": "Layout",
    "differences": "Word differences",
    "removed": "only in the earlier text",
    "added": "only in the later text",
    "source": "Source",
    "begin": "Choose an underlined claim to see what the other statement says about it.",
    "partner": "Linked claim",
    "nothingLater": "Not found in the later of the two statements.",
    "nothingEarlier": "Not found in the earlier of the two statements.",
    "unlinked": "Linked to nothing in the other statement.",
    "inlineNote": (
        "Both texts in one. Struck through: only in the earlier text. Underlined twice: only in the later text."
    ),
    "unlike": "These two texts have few words in common, so what differs is not marked word by word.",
}
