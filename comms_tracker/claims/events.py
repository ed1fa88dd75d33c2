"""The event lexicon: which lemma names which event, and what part such an event plays in a statement."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import combinations

from comms_tracker import lexicon


@dataclass(frozen=True, slots=True)
class Events:
    """Lemmas to event groups. ``part`` gives a group's class: harm, remedy, cost or state; ``classes`` those of all the
    groups that list a lemma, of which ``group_of`` gives the first. ``openings`` are the first words of lemmas of more
    than one.

    ``milder`` are the groups of which a case need not be one of the group: who was treated need not have stayed.
    ``kind_of`` gives a thing's kind, where a verb is another event of things of a kind, and ``of_kinds`` are those
    verbs. ``opposite`` are a group's groups by which one thing leaves the one state for the other; ``apart`` are pairs
    of groups that no one count can be of.
    ``found_harm`` gives what happened to a thing in which such harm is found, by verbs of ``finding`` and one of the
    prepositions ``found_at``.
    ``medical_help`` are the events of which being hurt or ill need not be one; ``grave`` the words of a graver case.
    """

    group_of: dict[str, str]
    classes: dict[str, frozenset[str]]
    openings: frozenset[str]
    part: dict[str, str]
    near: dict[str, frozenset[str]]
    noun_group: dict[str, str]
    deeds: dict[str, str]
    carriers: frozenset[str]
    harm_states: frozenset[str]
    well_states: frozenset[str]
    medical_verbs: frozenset[str]
    medical_nouns: frozenset[str]
    medical_event: str
    staying_verbs: frozenset[str]
    stay_event: str
    milder: dict[str, frozenset[str]]
    medical_help: frozenset[str]
    grave: frozenset[str]
    kind_of: dict[str, str]
    of_kinds: frozenset[str]
    opposite: dict[str, frozenset[str]]
    apart: frozenset[frozenset[str]]
    finding: frozenset[str]
    found_at: frozenset[str]
    found_harm: dict[str, str]

    def group(self, event: str | None) -> str | None:
        """The group of an event lemma or event noun; its first word's group where the whole is not listed."""
        if event is None:
            return None
        return self.group_of.get(event) or self.noun_group.get(event) or self.group_of.get(event.split(" ")[0])

    def leaves(self, state: str | None, event: str | None) -> bool:
        """Whether what was in a state leaves it by an event: what is shut, by opening again."""
        before = self.group(state)
        return before is not None and self.group(event) in self.opposite[before]

    def plays(self, event: str | None, *parts: str) -> bool:
        """Whether the event belongs to one of the classes."""
        group = self.group(event)
        return group is not None and self.part[group] in parts


@cache
def events() -> Events:
    """The lexicon of events, read once."""
    data = lexicon.table("events")
    groups = data["groups"]
    kind_of = {noun: kind for kind, nouns in data["kinds"].items() for noun in nouns}
    classes: dict[str, set[str]] = {}
    for group in groups.values():
        for lemma in group["lemmas"]:
            classes.setdefault(lemma, set()).add(group["class"])
    lemmas = [lemma.split(" ") for group in groups.values() for lemma in group["lemmas"]]
    return Events(
        group_of={lemma: name for name, group in reversed(groups.items()) for lemma in group["lemmas"]},
        classes={lemma: frozenset(found) for lemma, found in classes.items()},
        openings=frozenset(words[0] for words in lemmas if len(words) > 1),
        part={name: group["class"] for name, group in groups.items()},
        near={name: frozenset(group["near"]) for name, group in groups.items()},
        noun_group=dict(data["nouns"]),
        deeds=dict(data["deeds"]),
        carriers=frozenset(data["carriers"]["nouns"]),
        harm_states=frozenset(data["states"]["harm"]),
        well_states=frozenset(data["states"]["well"]),
        medical_verbs=frozenset(data["medical"]["verbs"]),
        medical_nouns=frozenset(data["medical"]["nouns"]),
        medical_event=data["medical"]["event"],
        staying_verbs=frozenset(data["medical"]["staying"]),
        stay_event=data["medical"]["stay"],
        medical_help=frozenset(data["medical"]["help"]),
        grave=frozenset(data["states"]["grave"]),
        kind_of=kind_of,
        of_kinds=frozenset(words[0] for words in lemmas if words[-1] in data["kinds"]),
        opposite={name: frozenset(group.get("opposite", ())) for name, group in groups.items()},
        finding=frozenset(data["found"]["verbs"]),
        found_at=frozenset(data["found"]["places"]),
        found_harm={noun: event for event, nouns in data["found"]["harms"].items() for noun in nouns},
        apart=frozenset(frozenset(pair) for one in data["apart"]["sets"] for pair in combinations(one, 2)),
        milder={name: frozenset(group.get("milder", ())) for name, group in groups.items()},
    )
