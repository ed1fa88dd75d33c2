"""Claims and statements are found by their words, narrowed, ranked and marked at their exact places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database
from store_samples import MADE, rows

from comms_tracker.errors import InputError
from comms_tracker.records import Claim, Comparison, Figure, FigureKind, Measure, Statement, short_id
from comms_tracker.store import COUNTED, Filters, FoundBy, Hit, Search, Store, Within

TEXTS = {
    "monday": "A burst main has left 1,200 homes without water. Our crews cancelled two planned works.",
    "tuesday": "Some 450 homes remain without water. The café in the park is closing; repairs cost £3m.",
    "friday": "Water is back. We repaired the main, and 2.5 per cent of homes had cloudy water.",
}
DATES = {"monday": "2033-06-06", "tuesday": "2033-06-07T08:00+01:00", "friday": "2033-06-10"}
CLAIMS = {
    "left 1,200 homes without water": ("1,200", FigureKind.EXACT, 1200.0, 1200.0, None),
    "Some 450 homes remain without water": ("Some 450", FigureKind.APPROXIMATE, 450.0, 450.0, None),
    "repairs cost £3m": ("£3m", FigureKind.EXACT, 3e6, 3e6, "GBP"),
    "2.5 per cent of homes had cloudy water": ("2.5 per cent", FigureKind.PROPORTION, 2.5, 2.5, "percent"),
    "Water is back": None,
}


def made(statements: list[Statement], *_: object) -> Comparison:
    """Each statement's claims, as they stand above."""
    claims = []
    for one in statements:
        for words, figure in CLAIMS.items():
            start = one.text.find(words)
            if start < 0:
                continue
            found = None
            if figure is not None:
                at = one.text.index(figure[0])
                found = Figure(figure[0], at, at + len(figure[0]), *figure[1:4], unit=figure[4])
            identity = short_id("c", one.id, words)
            claims.append(Claim(identity, one.id, start, start + len(words), words, found, Measure(phrase=words)))
    return Comparison(statements[0].incident, MADE, tuple(statements), tuple(claims), (), (), ())


def statement(name: str, incident: str = "burst-main", organisation: str = "Vale Water") -> Statement:
    return Statement(name, TEXTS[name], organisation, DATES[name], f"On {name}", incident=incident)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("search") / "store.db"
    with Store.open(path, write=True, compare=made) as writing:  # type: ignore[arg-type]
        writing.add("burst-main", [statement("monday"), statement("tuesday")])
        writing.add("cloudy-water", [statement("friday", "cloudy-water", "Hill Water")])
        writing.put_in_sector("Hill Water", "utilities")
    with Store.open(path, write=False) as looking:
        yield looking


def found(store: Store, words: str, **rest: Any) -> list[str]:
    """The texts of claims that are found, in order."""
    return [hit.text for hit in store.search(Search(words, Within.CLAIMS, **rest)).hits]


def test_a_claim_is_found_by_any_form_of_its_words_and_its_words_are_marked_in_the_statement(store: Store) -> None:
    (hit,) = store.search(Search("home remaining", Within.CLAIMS)).hits
    assert hit == Hit(
        incident="burst-main",
        statement="tuesday",
        claim=short_id("c", "tuesday", "Some 450 homes remain without water"),
        organisation="Vale Water",
        issued="2033-06-07T08:00+01:00",
        title="On tuesday",
        before="",
        text="Some 450 homes remain without water",
        after=". The café in the park is closing; repairs cost £3m.",
        start=0,
        end=35,
        marks=((9, 14), (15, 21)),
        figure=Figure("Some 450", 0, 8, FigureKind.APPROXIMATE, 450.0, 450.0),
        found_by=FoundBy.WORDS,
        likeness=None,
    )
    assert [TEXTS["tuesday"][start:end] for start, end in hit.marks] == ["homes", "remain"]


def test_a_statement_is_found_by_words_that_no_claim_has_accents_apart(store: Store) -> None:
    (hit,) = store.search(Search("cafe")).hits
    assert (hit.statement, hit.claim) == ("tuesday", None)
    assert [TEXTS["tuesday"][start:end] for start, end in hit.marks] == ["café"]
    assert TEXTS["tuesday"][hit.start : hit.end] == hit.text


def test_a_statement_is_not_listed_beside_its_own_claim(store: Store) -> None:
    assert [(hit.statement, hit.claim is None) for hit in store.search(Search("cloudy")).hits] == [("friday", False)]


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        (
            "homes",
            {
                "left 1,200 homes without water",
                "Some 450 homes remain without water",
                "2.5 per cent of homes had cloudy water",
            },
        ),
        ('"homes without"', {"left 1,200 homes without water"}),
        ("homes -cloudy", {"left 1,200 homes without water", "Some 450 homes remain without water"}),
        ("clou*", {"2.5 per cent of homes had cloudy water"}),
        ("homes OR cafe", set()),
        ("NEAR(homes", set()),
    ],
)
def test_the_words_are_taken_as_people_type_them(store: Store, words: str, texts: set[str]) -> None:
    assert set(found(store, words)) == texts


@pytest.mark.parametrize(
    ("filters", "texts"),
    [
        (Filters(incident="cloudy-water"), ["2.5 per cent of homes had cloudy water"]),
        (Filters(organisation="Hill Water"), ["2.5 per cent of homes had cloudy water"]),
        (Filters(sector="utilities"), ["2.5 per cent of homes had cloudy water"]),
        (Filters(since="2033-06-07", until="2033-06-07"), ["Some 450 homes remain without water"]),
        (Filters(kind=FigureKind.EXACT), ["left 1,200 homes without water"]),
        (Filters(unit="percent"), ["2.5 per cent of homes had cloudy water"]),
        (Filters(unit=COUNTED, at_least=500), ["left 1,200 homes without water"]),
        (Filters(unit=COUNTED, at_most=500), ["Some 450 homes remain without water"]),
        (Filters(sector="health"), []),
    ],
)
def test_a_search_is_narrowed(store: Store, filters: Filters, texts: list[str]) -> None:
    assert found(store, "homes", filters=filters) == texts


def test_pages_follow_one_another_and_say_whether_there_is_more(store: Store) -> None:
    whole = store.search(Search("water", Within.CLAIMS, limit=10))
    pages = [store.search(Search("water", Within.CLAIMS, limit=2, offset=offset)) for offset in (0, 2)]
    assert [hit for page in pages for hit in page.hits] == list(whole.hits)
    assert [page.more for page in (*pages, whole)] == [True, False, False]


def test_where_the_fused_list_ends_before_everything_was_ranked_it_says_so(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert store.search(Search("water", limit=10)).notes == ()
    monkeypatch.setattr("comms_tracker.store.searching.DEPTH", 2)
    first, last = (store.search(Search("water", limit=1, offset=offset)) for offset in (0, 1))
    assert (first.more, first.notes) == (True, ())
    assert last.more is False
    assert last.notes[0].startswith("There is more: what was found in several ways is ranked together down to the ")


def test_the_sql_that_is_shown_finds_the_same(store: Store) -> None:
    filters = Filters(organisation="Vale Water", at_least=100)
    page = store.search(Search("homes -cloudy", Within.CLAIMS, filters=filters))
    (sql,) = page.sql
    with Database(store.path) as db:
        assert [row["words"] for row in db.query(sql)] == [hit.text for hit in page.hits]
        assert next(db.query(sql))["marked"] == "left 1,200 [homes] without water"


@pytest.mark.parametrize("words", ["", " ", '""', "!?", "-water", "*"])
def test_a_search_for_nothing_is_refused_with_what_to_do(store: Store, words: str) -> None:
    with pytest.raises(InputError, match="There is no word to look for"):
        store.search(Search(words))


TYPED = st.one_of(
    st.sampled_from(["homes", "water", "café", "£3m", "without water", "repair*", "cloudy", "HOMES", "450"]),
    st.sampled_from(["AND", "OR", "NOT", "NEAR(", "-", '"', "(", ")", "*", "^", "claims :", "+", "'"]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
)


@settings(max_examples=150)
@given(words=st.lists(TYPED, max_size=5).map(" ".join))
def test_whatever_is_typed_is_words_and_never_an_operator(store: Store, words: str) -> None:
    hits: tuple[Hit, ...] = ()
    refused = ""
    try:
        hits = store.search(Search(words)).hits
    except InputError as error:
        refused = str(error)
    assert refused == "" or refused.startswith("There is no word to look for")
    for hit in hits:
        assert TEXTS[hit.statement][hit.start : hit.end] == hit.text
        assert hit.marks
        assert all(hit.start <= start < end <= hit.end for start, end in hit.marks)


def test_what_is_edited_decided_or_forgotten_is_found_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with Store.open(path, write=True, compare=made) as store:  # type: ignore[arg-type]
        store.add("burst-main", [statement("monday")])
        store.add("burst-main", [replace(statement("monday"), text="Nothing has burst.")])
        assert [hit.text for hit in store.search(Search("burst")).hits] == ["Nothing has burst."]
        assert store.search(Search("homes")).hits == ()
        assert store.verify() == ()


def test_a_full_text_that_is_not_of_the_rows_is_found_and_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with Store.open(path, write=True, compare=made) as store:  # type: ignore[arg-type]
        store.add("burst-main", [statement("monday")])
        before = rows(path)
        with Database(path) as db:
            db.execute("DELETE FROM claims_fts_docsize")
            db.conn.commit()
        assert [problem.table for problem in store.verify()] == ["claims_fts"]
        store.index_words()
        assert store.verify() == ()
        assert rows(path) == before


def test_hostile_text_is_found_with_its_places(tmp_path: Path) -> None:
    text = "Zero \x00 byte </script> '; DROP TABLE claims; -- \x01\x02 homes " + "x" * 200_000
    path = tmp_path / "store.db"
    with Store.open(path, write=True, compare=made) as store:  # type: ignore[arg-type]
        store.add("hostile", [Statement("one", text, incident="hostile")])
        (hit,) = store.search(Search("homes")).hits
    assert [text[start:end] for start, end in hit.marks] == ["homes"]
    assert len(hit.text) < 1000
