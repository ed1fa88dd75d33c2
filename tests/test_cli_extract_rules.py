"""Every rule that reads a figure can be put into words, with the lexicon entries that it rests on."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from comms_tracker.lexicon import FOLDER, table
from comms_tracker.quantities import read_figures
from comms_tracker.report.reading_rules import EFFECTS, NO_ENTRY, RULES, SOURCES, Entry, Why, why, why_lines

QUIRK, DICTIONARIES, UNITS = SOURCES["approximators.toml"], SOURCES["numbers.toml"], SOURCES["units.toml"]


def only(text: str) -> Why:
    (figure,) = read_figures(text)
    return why(figure)


def test_digits_alone_rest_on_no_entry() -> None:
    found = only("136 trams")
    assert found == Why("number", "a number in digits", ())
    assert why_lines(found) == ["Rule “number”: a number in digits.", NO_ENTRY]


def test_money_under_a_ceiling_rests_on_three_entries() -> None:
    assert only("it cost up to £3m") == Why(
        "money + at_most",
        "a number with a currency, and a word beside it that makes the number a ceiling",
        (
            Entry("up to", "approximators.toml", "makes the number a ceiling", QUIRK),
            Entry("m", "numbers.toml", "1,000,000", DICTIONARIES),
            Entry("£", "units.toml", "the unit “GBP”", UNITS),
        ),
    )


@pytest.mark.parametrize(
    ("text", "words", "says"),
    [
        ("some 40 or so trams", ["some", "or so"], ["makes it approximate", "makes it approximate"]),
        ("two thirds of trams", ["two", "thirds"], ["2", "one part in 3"]),
        ("2.5 per cent of trams", ["per cent"], ["the unit “percent”"]),
        ("a 36-hour outage", ["hour"], ["the unit “hour”"]),
        ("very few trams", ["few"], None),
        ("no trams ran", [], []),
    ],
)
def test_the_entries_are_the_words_of_the_figure(text: str, words: list[str], says: list[str] | None) -> None:
    found = only(text)
    assert [entry.words for entry in found.entries] == words
    assert says is None or [entry.says for entry in found.entries] == says


def test_every_effect_of_the_lexicon_but_a_mere_lead_has_words() -> None:
    approximators = table("approximators")
    assert set(approximators["before"]) | set(approximators["after"]) == {*EFFECTS, "lead"}


def test_the_source_of_a_whole_file_is_named_in_its_first_lines() -> None:
    for file, source in SOURCES.items():
        head = re.sub(r"\s*#\s*", " ", FOLDER.joinpath(file).read_text(encoding="utf-8")[:600])
        for name in ("Quirk", "Channell", "dictionaries", "ISO 4217", "BIPM SI Brochure", "NIST Handbook 44"):
            assert (name in source) <= (name in head)


def test_no_rule_that_reads_our_own_gold_is_without_words(root: Path) -> None:
    texts = [
        statement["text"]
        for path in sorted((root / "tests" / "gold" / "statements").glob("*.json"))
        for statement in json.loads(path.read_text(encoding="utf-8"))["statements"]
    ]
    figures = [figure for text in texts for figure in read_figures(text)]
    assert len(figures) > 100
    for figure in figures:
        if figure.rule.startswith(("vague: ", "universal: ")):
            continue
        for part in figure.rule.split(", "):
            base, *effects = part.split(" + ")
            assert base.removeprefix("range of ") in RULES
            assert set(effects) <= set(EFFECTS)
