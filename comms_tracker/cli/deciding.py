"""From the ids that a person names to a stored decision: which incident, who decides, and what else there is."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from comms_tracker.cli.options import store_path
from comms_tracker.cli.output import note as tell
from comms_tracker.cli.output import write
from comms_tracker.clock import now
from comms_tracker.errors import DecisionError

if TYPE_CHECKING:
    from comms_tracker.decisions import Decision, Words
    from comms_tracker.decisions.making import Maker
    from comms_tracker.records import Comparison
    from comms_tracker.store import Store

LIST_THEM = "List them with comms-tracker decide ids --incident {incident}."

READ_AGAIN = 200
"""Replaced wordings that are read again, at most, to say what an id meant."""

Make = Callable[["Comparison", "Sequence[Decision]", "Maker"], "Decision"]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The options that every sub-verb takes."""

    by: str | None
    note: str | None
    incident: str | None
    db: Path | None
    form: str
    output: str | None


def decide(ids: Sequence[str], make: Make, chosen: Chosen) -> None:
    """Stores the decision that ``make`` makes, and prints it. Raises DecisionError or StoreError."""
    from comms_tracker.cli.decisions_forms import made_forms
    from comms_tracker.decisions.contract import IN_FORCE, UNDOING
    from comms_tracker.decisions.making import Maker
    from comms_tracker.store import Store

    path = store_path(chosen.db)
    maker = Maker(chosen.by or user_name(), now(), chosen.note)
    with Store.open(path, write=False) as looking:
        incident = incident_for(looking, ids, chosen.incident)
        before = looking.comparison(incident)
    with Store.open(path, write=True) as store:
        decision = store.decide(incident, lambda one, earlier: make(one, earlier, maker))
        after = store.comparison(incident)
    tell(each for each in after.notes if each not in before.notes)
    state = UNDOING if decision.undoes else IN_FORCE
    write(made_forms(decision, state, before, after), chosen.form, chosen.output)


def incident_for(store: Store, ids: Sequence[str], named: str | None) -> str:
    """The incident that has all these ids, or the one that was named.

    Raises DecisionError where an id is unknown, in several incidents, or in another than the first, and StoreError
    where there is no incident of the name.
    """
    from comms_tracker.decisions.places import refuse

    if named is not None:
        store.statements(named)
        for each in ids:
            if not store.incidents_of(each):
                refuse_unknown(store, each)
        return named
    found: list[str] = []
    for each in ids:
        incidents = store.incidents_of(each)
        if not incidents:
            refuse_unknown(store, each)
        if len(incidents) > 1 and not (found and found[0] in incidents):
            refuse(f"{each} is in {len(incidents)} incidents: {', '.join(incidents)}. Name one with --incident.")
        found.append(found[0] if found and found[0] in incidents else incidents[0])
    if len(set(found)) > 1:
        refuse(
            f"{ids[0]} is of the incident {found[0]} and {ids[1]} of {found[1]}: "
            "only claims of one incident can be linked. Name two of one."
        )
    return found[0]


def refuse_unknown(store: Store, wanted: str) -> NoReturn:
    """Raises DecisionError for an id that the store does not have: what it was, or which ids are near it."""
    from comms_tracker.decisions.making import offer
    from comms_tracker.decisions.places import refuse

    former = store.former_words(wanted) or _of_replaced_wordings(store, wanted)
    if former:
        incident = former[0][0]
        comparison = store.comparison(incident)
        told = [_gone(words, comparison) for each, words in former if each == incident]
        what = "claim" if wanted.startswith("c-") else "change"
        was = " ".join(dict.fromkeys(told))
        refuse(f"The {what} {wanted} is gone from {incident}. {was} {LIST_THEM.format(incident=incident)}")
    offered = offer(wanted, store.ids_near(wanted))
    refuse(f"Nothing in the store has the id {wanted}.{offered} {LIST_THEM.format(incident='NAME')}")


def _gone(words: Words, comparison: Comparison) -> str:
    """What the words of a claim were, and what stands near them now, where they do not stand there still."""
    from comms_tracker.decisions.anchoring import near, place_of

    statement = next((one for one in comparison.statements if one.id == words.statement), None)
    said = f"It was “{words.text}” in {words.statement}."
    if statement is None:
        return said
    if place_of(words, statement) is not None:
        return f"{said} The words still stand there."
    return f"{said} Near it now: “{near(words, statement, comparison.claims)}”."


def _of_replaced_wordings(store: Store, wanted: str) -> tuple[tuple[str, Words], ...]:
    """The incident and words of a claim or change of a wording that a later version replaced."""
    from comms_tracker.claims import extract_claims
    from comms_tracker.decisions import Words
    from comms_tracker.decisions.gone import claims_of_id

    if not wanted.startswith(("c-", "change-")):
        return ()
    replaced = store.replaced(READ_AGAIN)
    for incident in dict.fromkeys(one.incident for one in replaced if one.incident):
        texts = [one for one in replaced if one.incident == incident]
        earlier = [claim for claims in extract_claims(texts) for claim in claims]
        found = claims_of_id(wanted, earlier, store.comparison(incident).claims)
        if found:
            return tuple((incident, Words.of(claim)) for claim in found)
    return ()


def user_name() -> str:
    """The name of whoever is logged in; raises DecisionError where the system knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        raise DecisionError(
            "Your user name is not known here. Say who decides with --by. Nothing was stored."
        ) from None
