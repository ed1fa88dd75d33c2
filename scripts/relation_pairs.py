"""The pairs of texts that the model of relations learns from: VitaminC's, the gold incidents', and restatements.

vitaminc(path)       real revisions of encyclopedia sentences, as they stand in a file
gold(folder)         the sentences of two claims that the gold links, or says are about different measures
restated(folder)     the gold's sentences beside themselves with another number or a bound, labelled by arithmetic
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CONTRADICTION, CONSISTENT, NEUTRAL = "contradiction", "consistent", "neutral"
EXCLUDING = ("revised_up", "revised_down", "contradicted", "retracted", "progressed")
AGREEING = ("unchanged", "quantified", "obscured", "softened", "strengthened")
STRENGTH = {CONTRADICTION: 2, CONSISTENT: 1, NEUTRAL: 0}
"""What two sentences are to each other where their claims differ in it: one that excludes another decides."""
NUMBER = re.compile(
    r"(?<![\w.,-])(?!(?:19|20)\d\d\b)(?P<number>\d{1,3}(?:,\d{3})+|\d{2,})(?![\w%.,:-]*\d| per cent|%)(?= [a-z])"
)
BOUND_BEFORE = re.compile(r"(?:than|about|some|around|nearly|almost|least|over|under|up to|to|and|roughly|£) ?$", re.I)
SENTENCE_START, SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+"), re.compile(r"[.!?](?=\s|$)|\n")
FACTORS = (0.2, 0.6, 0.9, 0.97, 1.03, 1.15, 1.7, 4.0)
SEED = 5


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two texts, what the later one is to the earlier one, and the name of the group that is held out together."""

    earlier: str
    later: str
    label: str
    group: str


def vitaminc(path: Path) -> list[LabelledPair]:
    """The pairs of a file of {"earlier", "later", "label", "page"} rows."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [LabelledPair(row["earlier"], row["later"], row["label"], row["page"]) for row in rows]


def gold(folder: Path) -> list[LabelledPair]:
    """Each pair of sentences with linked claims, or with claims of different measures, once."""
    found: dict[tuple[str, str], LabelledPair] = {}
    for incident in incidents(folder):
        texts = {one["id"]: one["text"] for one in incident["statements"]}
        claims = {one["id"]: sentence(texts[one["statement"]], one["span"]) for one in incident["gold"]["claims"]}
        for first, second, label in links(folder, incident):
            pair = LabelledPair(claims[first], claims[second], label, incident["slug"])
            known = found.get((pair.earlier, pair.later))
            if pair.earlier != pair.later and (known is None or STRENGTH[known.label] < STRENGTH[label]):
                found[pair.earlier, pair.later] = pair
    return list(found.values())


def links(folder: Path, incident: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """The claims of an incident that the gold links, with the label of their change, and those of other measures."""
    for change in incident["gold"]["changes"]:
        if change.get("from") and change.get("to") and change.get("same_metric"):
            if change["type"] in EXCLUDING:
                yield change["from"], change["to"], CONTRADICTION
            elif change["type"] in AGREEING:
                yield change["from"], change["to"], CONSISTENT
    lines = [line for path in sorted(folder.glob("pairs*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    for pair in map(json.loads, lines):
        if pair["incident"] == incident["slug"] and pair["same_metric"] is False:
            yield pair["a"]["claim"], pair["b"]["claim"], NEUTRAL


def restated(folder: Path) -> list[LabelledPair]:
    """Sentences with one plain number beside themselves with another one, or with a bound on one side."""
    chance = random.Random(SEED)
    found: list[LabelledPair] = []
    for incident in incidents(folder):
        sentences = {
            sentence(one["text"], match.span()) for one in incident["statements"] for match in plain(one["text"])
        }
        for text in sorted(sentences):
            numbers = list(plain(text))
            if len(numbers) == 1:
                found.extend(retold(text, numbers[0], incident["slug"], chance))
    return found


def retold(text: str, match: re.Match[str], group: str, chance: random.Random) -> Iterator[LabelledPair]:
    """The sentence against itself with another number, with a bound before, and with a bound after."""
    number = int(match["number"].replace(",", ""))
    other = max(2, round(number * chance.choice(FACTORS)))
    if other == number:
        return

    def told(words: str) -> str:
        return text[: match.start()] + words + text[match.end() :]

    exact = told(f"{number:,}")
    yield LabelledPair(exact, told(f"{other:,}"), CONTRADICTION, group)
    for words, holds in (("more than", number > other), ("fewer than", number < other)):
        bound = told(f"{words} {other:,}")
        label = CONSISTENT if holds else CONTRADICTION
        yield LabelledPair(*((bound, exact) if chance.random() < 0.5 else (exact, bound)), label, group)


def plain(text: str) -> Iterator[re.Match[str]]:
    """The numbers of two digits or more before a word, with nothing before them that bounds or joins them."""
    return (match for match in NUMBER.finditer(text) if not BOUND_BEFORE.search(text[: match.start()]))


def incidents(folder: Path) -> list[dict[str, Any]]:
    """The gold incidents of a folder, by name."""
    return [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))]


def sentence(text: str, span: tuple[int, int]) -> str:
    """The sentence or line of the text that the span stands in."""
    start = max((match.end() for match in SENTENCE_START.finditer(text, 0, span[0])), default=0)
    end = SENTENCE_END.search(text, max(start, span[1] - 1))
    return text[start : end.end() if end else len(text)].strip()
