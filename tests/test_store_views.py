"""The views for people say in plain words what is stated, denied, unknown, withdrawn and not mentioned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from decisions_samples import ANN, CLAIMS, FIRST, INCIDENT, SECOND, SOME_450, compared
from sqlite_utils import Database
from store_samples import MADE
from stores_by_hand import opened

from comms_tracker.decisions import making
from comms_tracker.records import (
    Change,
    ChangeKind,
    Claim,
    Comparison,
    Figure,
    FigureKind,
    Measure,
    Polarity,
    ReviewStatus,
    Series,
    StatedBasis,
    Statement,
)
from comms_tracker.store import Store

TEXTS = (
    "12 pumps failed. Nobody was hurt. The cost is not known.",
    "15 pumps failed. We said wrongly that all is well.",
)
ONE = Statement("one", TEXTS[0], "Vale Water", "2033-07-01", "Pumps", incident="pumps")
TWO = Statement("two", TEXTS[1], "Vale Water", "2033-07-02", "Pumps again", incident="pumps")


def claim(name: str, statement: Statement, words: str, figure: str | None = None, **rest: Polarity) -> Claim:
    """A claim of these words, its figure an exact number."""
    start = statement.text.index(words)
    place = statement.text.index(figure) if figure else 0
    found = (
        Figure(figure, place, place + len(figure), FigureKind.EXACT, float(figure), float(figure)) if figure else None
    )
    return Claim(
        name, statement.id, start, start + len(words), words, found, Measure(counted="pump", phrase=name), **rest
    )


def change(name: str, kind: ChangeKind, earlier: str | None, later: str | None, **rest: object) -> Change:
    """A change of which nothing more is known."""
    plain = Change(name, kind, (), earlier, later, None, None, None, None, 0.9, f"{name} happened.")
    return replace(plain, **rest)  # type: ignore[arg-type]


MADE_BY_HAND = Comparison(
    incident="pumps",
    produced_by=MADE,
    statements=(ONE, TWO),
    claims=(
        claim("failed", ONE, "12 pumps failed", "12"),
        claim("hurt", ONE, "Nobody was hurt", polarity=Polarity.DENIED),
        claim("cost", ONE, "The cost is not known", polarity=Polarity.UNKNOWN),
        claim("more", TWO, "15 pumps failed", "15"),
        claim("wrongly", TWO, "We said wrongly that all is well"),
    ),
    series=(Series("s-pumps", Measure(counted="pump", phrase="failed pumps"), ("failed", "more")),),
    changes=(
        change("up", ChangeKind.REVISED_UP, "failed", "more"),
        change("back", ChangeKind.RETRACTED, "hurt", "wrongly", stated_basis=StatedBasis.RETRACTION),
        change("gone", ChangeKind.DROPPED, "cost", None, confidence=0.5),
        change("new", ChangeKind.ADDED, None, "wrongly", status=ReviewStatus.REJECTED),
    ),
    findings=(),
)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    path = tmp_path / "store.db"
    with Store.open(path, write=True, compare=lambda *_: MADE_BY_HAND) as store:
        store.add("pumps", MADE_BY_HAND.statements)
    with Database(path) as opened_db:
        yield opened_db


def shown(db: Database, view: str, *columns: str, where: str = "1") -> list[tuple[object, ...]]:
    """Columns of a view in its order."""
    order = "series_position, position" if view == "timeline" else "position"
    return db.execute(f"SELECT {', '.join(columns)} FROM {view} WHERE {where} ORDER BY {order}").fetchall()


def test_what_is_not_mentioned_withdrawn_unknown_or_denied_is_told_apart_and_never_empty(db: Database) -> None:
    columns = ("change_id", "earlier_state", "earlier_figure", "later_state", "later_figure", "sureness")
    assert shown(db, "changes_readable", *columns) == [
        ("up", "stated", "12", "stated", "15", "the same measure"),
        ("back", "denied", "no figure", "withdrawn", "withdrawn", "the same measure"),
        ("gone", "unknown", "unknown", "not mentioned", "not mentioned", "possibly the same measure"),
        ("new", "not mentioned", "not mentioned", "stated", "no figure", "the same measure"),
    ]


def test_a_claim_that_was_taken_back_later_is_withdrawn(db: Database) -> None:
    assert shown(db, "claims_readable", "claim_id", "state", "figure", "label", "series_id") == [
        ("failed", "stated", "12", "12 pump", "s-pumps"),
        ("hurt", "withdrawn", "no figure", "Nobody was hurt", None),
        ("cost", "unknown", "unknown", "The cost is not known", None),
        ("more", "stated", "15", "15 pump", "s-pumps"),
        ("wrongly", "stated", "no figure", "We said wrongly that all is well", None),
    ]


def test_unacknowledged_is_what_moved_between_two_claims_without_a_word_about_it(db: Database) -> None:
    assert shown(db, "unacknowledged", "change_id", "label") == [("up", "revised up: 12 → 15")]


def test_the_timeline_has_each_measure_in_order_with_how_a_figure_came_and_what_came_next(db: Database) -> None:
    assert shown(db, "timeline", "measure", "date", "figure", "how_it_came", "what_came_next", "claim_id") == [
        ("failed pumps", "2033-07-01", "12", "first mention", "revised_up", "failed"),
        ("failed pumps", "2033-07-02", "15", "revised_up", "the latest", "more"),
    ]


def test_a_decision_in_force_says_who_reviewed_a_change_and_an_undone_one_does_not(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    about = compared().changes[0].id
    with opened(path) as store:
        store.add(INCIDENT, [FIRST, SECOND])
        store.decide(INCIDENT, lambda one, _: making.confirm(one, ANN, about))
    with Database(path) as db:
        assert db.execute(
            "SELECT review, reviewed_by FROM changes_readable WHERE change_id = ?", [about]
        ).fetchall() == [("accepted", "Ann Lee")]
    with opened(path) as store:
        store.decide(INCIDENT, lambda one, before: making.undo(one, before, ANN, before[0].id))
    with Database(path) as db:
        assert db.execute(
            "SELECT review, reviewed_by FROM changes_readable WHERE change_id = ?", [about]
        ).fetchall() == [("proposed", None)]


def test_history_tells_which_columns_changed_and_when(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    edited = replace(FIRST, text=FIRST.text + " We regret it.", title="A burst main")
    with opened(path) as store:
        store.add(INCIDENT, [FIRST, SECOND])
        store.add(INCIDENT, [edited])
    with Database(path) as db:
        (row,) = db.query("SELECT * FROM history")
        run = next(db.query("SELECT * FROM runs WHERE id = 2"))
    assert row == {
        "incident": INCIDENT,
        "subject": "statement",
        "id": "first",
        "label": "statement first, version 1",
        "version": 1,
        "outcome": "read otherwise",
        "changed_columns": '["text","title"]',
        "former_words": FIRST.text,
        "replaced_at": run["finished"],
    }


def test_history_tells_what_a_later_reading_has_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with opened(path) as store:
        store.add(INCIDENT, [FIRST, SECOND])
    other = tuple(replace(one, hedge="perhaps") if one == SOME_450 else one for one in CLAIMS)
    with Store.open(path, write=True, compare=lambda *_: compared(claims=other)) as store:
        store.reprocess(INCIDENT)
    with Database(path) as db:
        found = db.execute(
            "SELECT subject, id, label, version, outcome, changed_columns, former_words FROM history "
            "WHERE subject = 'claim'"
        ).fetchall()
    label = f"claim: {SOME_450.text}"
    assert found == [("claim", SOME_450.id, label, 1, "read otherwise", '["hedge"]', SOME_450.text)]


def test_the_label_of_long_words_is_cut(tmp_path: Path) -> None:
    long = "Homes on both banks of the river and in every street behind the market have no water"
    path = tmp_path / "store.db"
    before = tuple(replace(one, text=long) if one == SOME_450 else one for one in CLAIMS)
    with Store.open(path, write=True, compare=lambda *_: compared(claims=before)) as store:
        store.add(INCIDENT, [FIRST, SECOND])
    with opened(path) as store:
        store.reprocess(INCIDENT)
    with Database(path) as db:
        found = db.execute("SELECT label FROM history WHERE id = ?", [SOME_450.id]).fetchall()
    assert found == [("claim: Homes on both banks of the river and in every street behind…",)]
