"""The draft as the last statement: its date, its organisation, and what of the statements is the draft itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from comms_tracker.errors import InputError
from comms_tracker.reading.dates import time_key
from comms_tracker.records import Statement

ID = "draft"


@dataclass(frozen=True, slots=True)
class Placed:
    """The draft ready to be compared as the last statement, the statements before it, and what was assumed."""

    draft: Statement
    earlier: tuple[Statement, ...]
    notes: tuple[str, ...]


def placed(draft: Statement, statements: Sequence[Statement], today: date) -> Placed:
    """The draft after the statements, which keep their order.

    Raises InputError for an empty draft, one without an earlier statement, and one that could be either of two
    organisations'.
    """
    if not draft.text.strip():
        raise InputError("The draft is empty, so there is nothing to compare. Put its text into it.")
    if not statements:
        raise InputError("There is no earlier statement to compare the draft with. Give what was said before it.")
    organisation = _organisation(draft, statements)
    earlier, adopted = _adopted(tuple(statements), organisation)
    earlier, left_out = _without_the_draft(draft, earlier, organisation)
    issued, dated = _issued(draft, earlier, today)
    incident = draft.incident or next((one.incident for one in earlier if one.incident), None)
    taken = {one.id for one in earlier}
    # A draft stands by itself: as one of two outlets' copies it would hide what it changes.
    last = replace(
        draft,
        id=_free_id(draft.id, taken),
        organisation=organisation,
        issued=issued,
        incident=incident,
        outlet=None,
        repeats=None,
    )
    return Placed(last, earlier, (*adopted, *left_out, *dated))


def _without_the_draft(
    draft: Statement, statements: tuple[Statement, ...], organisation: str | None
) -> tuple[tuple[Statement, ...], list[str]]:
    """The statements save those of the draft's organisation that have the draft's own text; a note for each."""
    text = draft.text.strip()
    same = [one for one in statements if one.organisation == organisation and one.text.strip() == text]
    earlier = tuple(one for one in statements if one not in same)
    if same and not any(one.organisation == organisation for one in earlier):
        raise InputError(
            f"There is no earlier statement to compare the draft with: {same[0].id} is the draft itself, word for "
            "word. Give what was said before it."
        )
    return earlier, [f"{one.id} has the same text as the draft, word for word: it is left out." for one in same]


def _organisation(draft: Statement, earlier: Sequence[Statement]) -> str | None:
    """Whose draft it is, in the spelling of the statements."""
    named = list(dict.fromkeys(one.organisation for one in earlier if one.organisation))
    if draft.organisation is None:
        if len(named) > 1:
            raise InputError(
                f"The statements are by {len(named)} organisations, which are kept apart: {', '.join(named)}. "
                "The draft does not say whose it is. Say so with --organisation, or in its front matter."
            )
        return named[0] if named else None
    known = next((name for name in named if name.casefold() == draft.organisation.casefold()), None)
    if named and known is None:
        raise InputError(
            f"There is no earlier statement by {draft.organisation} to compare the draft with: those given are by "
            f"{', '.join(named)}. If the draft is theirs, say so with --organisation."
        )
    return known or draft.organisation


def _adopted(earlier: tuple[Statement, ...], organisation: str | None) -> tuple[tuple[Statement, ...], list[str]]:
    """Statements that name no organisation are taken as the draft's, unless another one speaks among them."""
    nameless = [one.id for one in earlier if one.organisation is None]
    others = {one.organisation for one in earlier if one.organisation} - {organisation}
    if organisation is None or others or not nameless:
        return earlier, []
    adopted = tuple(replace(one, organisation=organisation) for one in earlier)
    return adopted, [f"{', '.join(nameless)}: no organisation is given, so it is taken as {organisation}."]


def _issued(draft: Statement, earlier: Sequence[Statement], today: date) -> tuple[str, list[str]]:
    """When the draft is taken as issued, never before the last statement; a note where it says otherwise itself."""
    dates = sorted((one.issued for one in earlier if one.issued), key=time_key)
    last = dates[-1] if dates else None
    own = draft.issued
    wanted = own or today.isoformat()
    if last is None or time_key(wanted) >= time_key(last):
        return wanted, []
    if own is None or own[:10] == last[:10]:
        return last, []
    return last, [f"The draft is dated {own}, before the last statement ({last}): it is taken as issued after it."]


def _free_id(wanted: str, taken: set[str]) -> str:
    numbered = (f"{ID}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (wanted, ID, *numbered) if name and name not in taken)
