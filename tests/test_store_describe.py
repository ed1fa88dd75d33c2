"""A copy of a store says what it is: title, licence, and apart from it that of the quoted statements."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_runner import ran, run
from store_samples import INCIDENT, cheap_compare, statement

from comms_tracker.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "store.db"
    with Store.open(made, write=True, compare=cheap_compare) as store:
        store.add(INCIDENT, [statement("monday", "12 trains", "2031-05-05")])
    return made


def test_a_store_of_which_nobody_said_anything_says_so_and_tells_the_licences_apart(path: Path) -> None:
    told = dict(line.split(": ", 1) for line in ran("describe", "--db", path).splitlines())
    assert list(told) == ["cite", "description", "licence", "licence_of_quotations", "source", "title", "version"]
    assert told["licence"].startswith("Not stated by whoever made this file.")
    assert "belong to those who issued or published them" in told["licence_of_quotations"]


def test_what_is_said_is_kept_and_the_store_verifies(path: Path) -> None:
    shown = ran("describe", "--db", path, "title=Trains of 2031", "licence=CC BY 4.0")
    assert "title: Trains of 2031\n" in shown
    assert "licence: CC BY 4.0\n" in ran("describe", "--db", path)
    with Store.open(path, write=False) as store:
        assert store.metadata()["title"] == "Trains of 2031"
        assert store.verify() == ()


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("colour=red", 'A store says nothing under "colour". Name one of cite, description, licence, '),
        ("title= ", "Say something for title: it has no words."),
        ("title", '"title" is not of the form NAME=TEXT'),
    ],
)
def test_what_cannot_be_said_is_refused_and_nothing_is_changed(path: Path, word: str, said: str) -> None:
    before = ran("describe", "--db", path)
    refused = run("describe", "--db", path, "cite=Us", word)
    assert refused.exit_code == 2
    assert refused.stderr.startswith(f"Error: {said}")
    assert ran("describe", "--db", path) == before
