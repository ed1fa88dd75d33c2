"""Which value stands where several are at hand, and the sentence that says what was taken and from where.

Front matter (or a row's own key) goes first, then what a feed's entry states for itself, then what the user gives for
all texts, then what a reader found elsewhere in the document.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from comms_tracker.reading.fields import Draft
from comms_tracker.reading.received import Taken

_LABELS = {"issued": "date", "organisation": "organisation", "title": "title", "outlet": "outlet", "source": "source"}
_NAME_IT = "name it with --organisation."
_OPTIONS = {"issued": "--issued", "organisation": "--organisation"}


def with_values(draft: Draft, given: Mapping[str, str | None]) -> Draft:
    """The draft with its fields filled in, and ``found`` only of what is used of it."""
    used = {
        key: taken
        for key, taken in draft.found.items()
        if draft.field(key) is None and (taken.stated or given.get(key) is None)
    }
    missing = {
        key: value for key, value in given.items() if value is not None and draft.field(key) is None and key not in used
    }
    own = {key: value for key, value in draft.fields.items() if value.strip()}
    return replace(draft, fields={**{key: taken.value for key, taken in used.items()}, **missing, **own}, found=used)


def taken_notes(name: str, before: Sequence[Draft], after: Sequence[Draft]) -> list[str]:
    """What was taken from one document and from where, for a person who must be able to check it.

    ``before`` and ``after`` are its drafts without and with the values that the user gave. A document in which nothing
    was looked for (a text, a JSONL file) gives none.
    """
    if len(after) == 1:
        return _notes_of_one(name, before[0], after[0])
    places: dict[tuple[tuple[str, str], ...], int] = {}
    for draft in after:
        where = tuple((key, draft.found[key].where) for key in _LABELS if key in draft.found)
        places[where] = places.get(where, 0) + 1
    notes = [
        f"{name}: took of {count} statements {listed([f'the {_LABELS[key]} from {where}' for key, where in kept])}."
        for kept, count in places.items()
        if kept
    ]
    silent = sum(draft.field("organisation") is None for draft in after)
    if notes and silent:
        notes.append(f"{name}: {silent} of its statements do not say which organisation speaks: {_NAME_IT}")
    return notes


def _notes_of_one(name: str, before: Draft, after: Draft) -> list[str]:
    if not before.found:
        return []
    taken = [_taken(key, after.found[key]) for key in _LABELS if key in after.found]
    notes = [f"{name}: took {listed(taken)}."] if taken else []
    for key, option in _OPTIONS.items():
        found = before.found.get(key)
        if found is None or key in after.found or before.field(key) is not None:
            continue
        if after.field(key) != found.value:
            notes.append(f"{name}: {option} stands, and not {found.value}, which is what {found.where} gives.")
    if after.field("organisation") is None:
        notes.append(f"{name} does not say which organisation speaks: {_NAME_IT}")
    return notes


def _taken(key: str, taken: Taken) -> str:
    value = taken.value if key in {"issued", "source"} else f'"{taken.value}"'
    return f"the {_LABELS[key]} {value} from {taken.where}"


def listed(parts: Sequence[str]) -> str:
    """One or more parts in a sentence: "a", "a and b", "a, b and c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
