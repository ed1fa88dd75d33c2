"""Vague words: what readers usually take them to mean, as a count and as a share, and a user's own file."""

from __future__ import annotations

from pathlib import Path

import pytest
from quantities_samples import only

from comms_tracker.errors import LexiconError
from comms_tracker.quantities import load_vague, read_figures
from comms_tracker.records import Figure, FigureKind, ReadingAs

Reading = tuple[str, float | None, float | None]


def readings(figure: Figure) -> list[Reading]:
    return [(reading.as_.value, reading.low, reading.high) for reading in figure.readings]


def test_a_very_small_number_is_a_handful_as_a_count_and_a_few_per_cent_as_a_share() -> None:
    figure = only("a very small number of elective operations")
    assert (figure.text, figure.kind, figure.low, figure.high) == ("a very small number", FigureKind.VAGUE, None, None)
    assert readings(figure) == [("count", 1.0, 8.0), ("share", 0.2, 8.2)]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("a few trams", "a few", [("count", 3, 5), ("share", 0.4, 10.3)]),
        ("a couple of trams", "a couple of", [("count", 2, 3)]),
        ("A handful of trams", "A handful", [("count", 2, 7), ("share", 0.4, 10.3)]),
        ("several trams", "several", [("count", 4, 10)]),
        ("Some trams were late", "Some", [("count", 3, 6), ("share", 3.3, 39)]),
        ("some of our trams", "some", [("count", 3, 6), ("share", 3.3, 39)]),
        ("many trams", "many", [("count", 7, 54), ("share", 30, 80)]),
        ("most trams", "most", [("share", 60, 90)]),
        ("Most of the trams", "Most", [("share", 60, 90)]),
        ("the majority of trams", "the majority", [("share", 50, 91.2)]),
        ("The vast majority were fine", "The vast majority", [("share", 75, 99)]),
        ("virtually all trams", "virtually all", [("share", 90, 99.9)]),
        ("hundreds of trams", "hundreds", [("count", 200, 500)]),
        ("tens of thousands of rows", "tens of thousands", [("count", 20_000, 90_000)]),
        ("several hundred trams", "several hundred", [("count", 400, 1000)]),
        ("a few thousand rows", "a few thousand", [("count", 3000, 5000)]),
        ("a couple of dozen trams", "a couple of dozen", [("count", 24, 36)]),
        ("dozens of trams", "dozens", [("count", 18, 49)]),
        ("the toll is in the low hundreds", "in the low hundreds", [("count", 100, 400)]),
        ("a substantial proportion of trams", "a substantial proportion", [("share", 20.2, 59.6)]),
        ("a relatively small proportion of trams", "a relatively small proportion", [("share", 1.4, 21)]),
        ("a “significant number” of trams", "significant number", [("count", 20, None), ("share", 20.2, 59.6)]),
        ("an extremely small number of trams", "an extremely small number", [("count", 1, 8), ("share", 0.2, 8.2)]),
        ("a single-digit number of trams", "a single-digit number", [("count", 1, 9)]),
        ("A number have been lost", "A number", [("count", 2, 54)]),
        ("at least several hundred trams", "at least several hundred", [("count", 400, None)]),
        ("up to several hundred trams", "up to several hundred", [("count", None, 1000)]),
    ],
)
def test_a_vague_word_has_its_usual_readings(text: str, words: str, expected: list[Reading]) -> None:
    figure = only(text)
    assert (figure.text, figure.kind, figure.low, figure.high) == (words, FigureKind.VAGUE, None, None)
    assert readings(figure) == expected


def test_a_vague_time_has_its_unit_and_no_share() -> None:
    figure = only("they waited a few minutes")
    assert (figure.text, figure.unit, readings(figure)) == ("a few minutes", "minute", [("count", 3, 5)])
    assert only("it cost tens of millions of pounds").unit == "GBP"


def test_every_reading_says_where_its_numbers_come_from() -> None:
    figure = only("several trams")
    assert figure.readings[0].source == "zonination/perceptions, 10th to 90th percentile (46 readers)"
    entries = [*load_vague().entries.values(), *load_vague().sizes.values()]
    sources = [reading.source for entry in entries for reading in entry.readings()]
    assert len(sources) > len(entries) > 50
    assert [source for source in sources if len(source.split()) < 2] == []


def test_some_before_a_number_is_an_approximator() -> None:
    figure = only("some 450,000 letters")
    assert (figure.text, figure.kind, figure.readings) == ("some 450,000", FigureKind.APPROXIMATE, ())


def test_some_before_a_share_is_an_approximator() -> None:
    figure = only("some two-thirds of letters")
    assert (figure.text, figure.kind, figure.low, figure.readings) == (
        *("some two-thirds", FigureKind.PROPORTION, 66.67, ()),
    )


def test_very_goes_further_and_relatively_less_far() -> None:
    def share(text: str) -> tuple[float | None, float | None]:
        reading = next(reading for reading in only(text).readings if reading.as_ is ReadingAs.SHARE)
        return reading.low, reading.high

    small = share("a small proportion of trams")
    assert share("a very small proportion of trams") < small < share("a relatively small proportion of trams")
    large = share("a large proportion of trams")
    assert share("a relatively large proportion of trams") < large < share("a very large proportion of trams")


def own_file(folder: Path, text: str) -> Path:
    path = folder / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_users_own_file_overrides_an_entry_and_adds_one(tmp_path: Path) -> None:
    path = own_file(
        tmp_path,
        """
        [[entry]]
        words = ["several", "a smattering of"]
        count = [5, 9]
        source = "our style book"
        """,
    )
    lexicon = load_vague(path)
    figures = read_figures("several trams, a smattering of buses and a few vans", lexicon)
    assert [(figure.text, readings(figure)[0]) for figure in figures] == [
        ("several", ("count", 5, 9)),
        ("a smattering of", ("count", 5, 9)),
        ("a few", ("count", 3, 5)),
    ]
    assert figures[0].readings[0].source == "our style book"
    assert readings(only("several trams")) == [("count", 4, 10)]


ENTRY = '[[entry]]\nwords = ["a smattering"]\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            ENTRY + 'count = [2, 9]\nsource = "us"\nmedian = 4',
            "entry 1 ('a smattering') has the unknown key 'median'. "
            "Write one of: count, readers, sentences, share, source, towards, words.",
        ),
        (
            ENTRY + 'count = [9, 2]\nsource = "us"',
            "entry 1 ('a smattering') has count from 9 to 2. Write the low end first: [2, 9].",
        ),
        (
            ENTRY + "count = [2, 9]",
            "entry 1 ('a smattering') has no source. Write source = \"who found these numbers, and how\".",
        ),
        (
            ENTRY + 'source = "us"',
            "entry 1 ('a smattering') has neither 'count' nor 'share'. Write count = [low, high], or share.",
        ),
        (
            ENTRY + 'share = [40, 140]\nsource = "us"',
            "entry 1 ('a smattering') has a share above 100. Write shares in per cent, as in share = [1, 10].",
        ),
        (
            ENTRY + 'count = ["few"]\nsource = "us"',
            "entry 1 ('a smattering') has count = ['few']. Write count = [low, high], or [low] for no upper end.",
        ),
        (
            ENTRY + 'count = [-2, 9]\nsource = "us"',
            "entry 1 ('a smattering') has count below 0. Write a low end of 0 or more.",
        ),
        (
            ENTRY + 'count = [2, 9]\nsource = "us"\ntowards = "up"',
            "entry 1 ('a smattering') has towards = 'up'. Write \"small\" or \"large\", or leave it out.",
        ),
        ('[[entry]]\nsource = "us"', 'entry 1 has no words. Write words = ["a few"].'),
        ("[words]\n", "unknown section 'words'. Write one of: entry, heads, modifier, size."),
        (
            '[[modifier]]\nwords = ["super"]\nsource = "us"',
            "modifier 1 ('super') has no 'ends'. Write ends = [low factor, high factor].",
        ),
    ],
)
def test_an_entry_that_does_not_fit_is_named_with_what_to_write(tmp_path: Path, text: str, message: str) -> None:
    path = own_file(tmp_path, text)
    with pytest.raises(LexiconError) as caught:
        load_vague(path)
    assert str(caught.value) == f"{path}: {message}"


def test_a_file_that_is_missing_or_no_toml_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError) as caught:
        load_vague(tmp_path / "none.toml")
    assert str(caught.value) == (
        f"{tmp_path / 'none.toml'}: cannot be read (No such file or directory). Give a TOML file of vague words."
    )
    path = own_file(tmp_path, "[[entry")
    with pytest.raises(LexiconError, match="is not a TOML file"):
        load_vague(path)
