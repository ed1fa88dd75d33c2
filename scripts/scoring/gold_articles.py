"""The gold of articles as records: who is quoted where, the statements in an article, and the outlet's own words."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from comms_tracker.attribution import QuotationKind

ARTICLES = Path(__file__).resolve().parent.parent.parent / "tests" / "gold" / "articles"


@dataclass(frozen=True, slots=True)
class GoldQuotation:
    """A quotation as the gold has it; ``names`` are the speaker's words and the name that they stand for."""

    kind: QuotationKind
    spans: tuple[tuple[int, int], ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """What an organisation said on one occasion: its days, and the places of its quotations' words."""

    organisation: str
    first: str
    last: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with its quotations, the statements in it and the outlet's own sentences."""

    slug: str
    text: str
    published: str
    quotations: tuple[GoldQuotation, ...]
    narration: tuple[tuple[int, int], ...]
    statements: tuple[GoldStatement, ...] = ()


def read_articles(folder: Path) -> tuple[GoldArticle, ...]:
    """The articles of a folder of gold by name."""
    return tuple(_article(json.loads(path.read_text("utf-8"))) for path in sorted(folder.glob("*.json")))


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSONL file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _article(data: dict[str, Any]) -> GoldArticle:
    said = tuple(_quotation(row) for row in data["quotations"])
    return GoldArticle(
        data["slug"],
        data["text"],
        data["published"],
        said,
        tuple((start, end) for start, end in data["narration"]),
        tuple(
            GoldStatement(
                row["organisation"],
                row["from"],
                row["to"],
                tuple(span for number in row["quotations"] for span in said[number].spans),
            )
            for row in data["statements"]
        ),
    )


def _quotation(row: dict[str, Any]) -> GoldQuotation:
    kind = QuotationKind(row["kind"])
    spans = [(start, end) for start, end in row.get("fragments") or ()] or [(row["start"], row["end"])]
    names = tuple(name for name in (row.get("speaker"), row.get("speaker_resolved")) if name)
    return GoldQuotation(kind, tuple(spans), names)
