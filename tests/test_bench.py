"""What ``comms-tracker bench`` measures, on texts of any size, and how it says it."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest
from cli_runner import ran, run
from hypothesis import given
from hypothesis import strategies as st

from comms_tracker.bench import extract
from comms_tracker.bench.extract import ExtractBench, Round, Speed, measure, paired
from comms_tracker.bench.extract_forms import extract_json, extract_lines, extract_rows
from comms_tracker.bench.machine import Machine, processor_name, this_machine
from comms_tracker.bench.texts import text_of, varied, words_in

STATEMENTS = ("We cancelled 136 operations on 20 April 2017.", "Some 1,250 people waited.\n\nNo data was lost.")
MACHINE = Machine("A Processor", 2, 16.0, "Linux x86_64", "3.11.7", "3.8.11", "a-model 3.8.0", "0.1.0")


def bench(small: tuple[Round, ...], large: tuple[Round, ...]) -> ExtractBench:
    return ExtractBench(MACHINE, (Speed(10_000, 10, small), Speed(1_000_000, 1, large)))


FOUND = bench(
    (Round(1_000, 0.1, 0.125, 0.01), Round(1_000, 0.09, 0.1, 0.01), Round(1_000, 0.1, 0.2, 0.01)),
    (Round(100_000, 10.0, 11.0, 1.2), Round(100_000, 10.0, 12.5, 1.2), Round(100_000, 10.0, 10.0, 1.2)),
)


@given(st.integers(1, 3_000), st.integers(0, 9))
def test_a_text_has_the_size_asked_for_or_a_word_less(size: int, seed: int) -> None:
    text = text_of(size, STATEMENTS, seed)
    assert size - len("operations,") - len("\n\n") <= len(text) <= size


def test_a_text_is_the_same_for_the_same_seed_and_another_for_another() -> None:
    assert text_of(500, STATEMENTS, 1) == text_of(500, STATEMENTS, 1)
    assert text_of(500, STATEMENTS, 1) != text_of(500, STATEMENTS, 2)


def test_a_text_is_the_statements_again_and_again_with_blank_lines_between() -> None:
    paragraphs = text_of(2_000, ("No data was lost.", "We are sorry."), 3).split("\n\n")
    assert set(paragraphs[:-1]) == {"No data was lost.", "We are sorry."}
    assert len(paragraphs) > 100


@given(st.integers(0, 10_000))
def test_only_plain_numbers_of_three_digits_or_more_are_varied(seed: int) -> None:
    told = varied("On 20 April 2017 some 136 of 1,250 people, 2.375 per cent, rang 0800-123.", random.Random(seed))
    assert re.fullmatch(
        r"On 20 April 2017 some [1-9][0-9]{2} of 1,250 people, 2\.375 per cent, rang 0800-123\.", told
    ), told


def test_statements_without_a_word_make_no_text() -> None:
    with pytest.raises(ValueError, match="no statement with a word in it"):
        text_of(100, ["", " \n"], 0)


def test_words_stand_between_blanks() -> None:
    assert words_in("We lost 3 files,\n\n- at 9.30pm") == 7


def test_both_readers_read_the_same_texts_and_take_time_for_it() -> None:
    texts = [text_of(400, STATEMENTS, seed) for seed in range(2)]
    parsed: list[str] = []

    def parse(given: object) -> list[str]:
        assert isinstance(given, list)
        parsed.extend(given)
        return given

    done = paired(parse, texts, 0)
    assert parsed == texts
    assert done.words == sum(map(words_in, texts))
    assert done.claims > done.figures > 0
    assert done.bare > 0


def test_who_goes_first_alternates_between_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    monkeypatch.setattr(extract, "iter_claims", lambda statements: order.append("claims") or iter(statements))

    def parse(texts: object) -> list[str]:
        assert texts == ["We lost 3 files."]
        order.append("bare")
        return ["parsed"]

    for number in (0, 1):
        paired(parse, ["We lost 3 files."], number)
    assert order == ["bare", "claims", "claims", "bare"]


def test_a_measurement_has_its_rounds_at_both_sizes_and_says_how_far_it_is() -> None:
    told: list[str] = []
    found = measure(STATEMENTS, small=1_000, large=2_000, rounds=2, tell=told.append)
    assert [(speed.size, speed.texts, len(speed.rounds)) for speed in found.speeds] == [(1_000, 10, 2), (2_000, 1, 2)]
    assert told == [
        "Reading 10 x 1,000 characters, round 1 of 2.",
        "Reading 10 x 1,000 characters, round 2 of 2.",
        "Reading 1 x 2,000 characters, round 1 of 2.",
        "Reading 1 x 2,000 characters, round 2 of 2.",
    ]
    assert all(0.01 < each.ratio < 100 for speed in found.speeds for each in speed.rounds)
    assert found.machine == this_machine()


def test_numbers_are_the_medians_of_the_rounds_and_the_ratio_is_the_lower_of_both_sizes() -> None:
    small, large = FOUND.speeds
    assert (small.bare, small.claims, small.figures) == pytest.approx((10_000, 8_000, 100_000))
    assert (small.ratio, *small.spread) == pytest.approx((0.8, 0.5, 0.9))
    assert large.ratio == pytest.approx(10 / 11)
    assert FOUND.ratio == pytest.approx(0.8)
    assert FOUND.growth == pytest.approx(8_000 / (100_000 / 11))
    assert FOUND.figures_growth == pytest.approx(1.2)
    assert FOUND.met


@pytest.mark.parametrize(
    ("slow", "large"),
    [
        (Round(1_000, 0.1, 0.14, 0.01), Round(100_000, 10.0, 11.0, 1.0)),
        (Round(1_000, 0.1, 0.1, 0.01), Round(100_000, 13.2, 13.2, 1.0)),
        (Round(1_000, 0.1, 0.1, 0.01), Round(100_000, 10.0, 10.0, 1.4)),
    ],
    ids=["a low ratio", "claims that grow", "figures that grow"],
)
def test_one_goal_that_is_missed_is_enough(slow: Round, large: Round) -> None:
    assert not bench((slow,), (large,)).met


def test_people_read_a_row_for_each_size_and_whether_the_goals_are_met() -> None:
    assert extract_rows(FOUND) == [
        ("10 x 10,000 characters", "10,000", "8,000", "0.80", "0.50 to 0.90", "100,000"),
        ("1,000,000 characters", "10,000", "9,091", "0.91", "0.80 to 1.00", "83,333"),
    ]
    assert extract_lines(FOUND) == [
        "Ratio 0.80: meets the goal of at least 0.75.",
        "Time per word at 1,000,000 characters over that at 10,000: 0.88 for claims, 1.20 for figures alone, "
        "1.00 for bare spaCy; meets the goal of at most 1.3.",
        "Medians of 3 paired rounds; seconds are of processor time on one core.",
        "A Processor, 2 cores, 16 GiB of memory; Linux x86_64; Python 3.11.7, spaCy 3.8.11, a-model 3.8.0, "
        "comms-tracker 0.1.0",
    ]


def test_programs_read_every_round() -> None:
    data = extract_json(FOUND)
    assert data["ratio"] == {"found": 0.8, "goal": 0.75}
    assert data["growth_per_word"] == {"claims": 0.88, "figures": 1.2, "bare": 1.0, "goal": 1.3}
    assert data["met"] is True
    assert data["sizes"][0]["words_per_second"] == {"bare": 10_000, "claims": 8_000, "figures": 100_000}
    assert data["sizes"][0]["rounds"][0] == {
        "words": 1_000,
        "bare_s": 0.1,
        "claims_s": 0.125,
        "figures_s": 0.01,
        "ratio": 0.8,
    }
    assert json.loads(json.dumps(data)) == data


def test_the_processor_has_the_name_that_the_system_gives_or_at_least_its_kind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing = tmp_path / "cpuinfo"
    listing.write_text("processor\t: 0\nmodel name\t: A Fast One\n", encoding="utf-8")
    assert processor_name(listing) == "A Fast One"
    listing.write_text("processor\t: 0\nmodel name\t:\n", encoding="utf-8")
    kinds = [("x86_64", "aarch64", "x86_64"), ("", "aarch64", "aarch64"), ("", "", "unknown processor")]
    for processor, kind, said in kinds:
        monkeypatch.setattr("platform.processor", lambda processor=processor: processor)
        monkeypatch.setattr("platform.machine", lambda kind=kind: kind)
        assert [processor_name(each) for each in (listing, tmp_path / "none")] == [said, said]


def test_the_command_measures_the_statements_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(STATEMENTS[0], encoding="utf-8")
    arguments = ("bench", "extract", "--texts", tmp_path, "--rounds", "1", "--small", "1000", "--large", "1500")
    data = json.loads(ran(*arguments, "--format", "json"))
    assert [size["characters"] for size in data["sizes"]] == [1000, 1500]
    page = ran(*arguments)
    assert page.startswith("words a second")
    assert "Medians of 1 paired round; seconds are of processor time on one core.\n" in page


def test_sizes_the_wrong_way_round_are_refused() -> None:
    result = run("bench", "extract", "--small", "2000", "--large", "2000")
    assert (result.exit_code, result.stderr) == (
        2,
        "Error: --small 2000 is not smaller than --large 2000. Give a larger --large.\n",
    )
