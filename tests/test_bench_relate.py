"""What ``comms-tracker bench relate`` measures, and how it says it."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli_runner import ran

from comms_tracker.bench import relate as bench_relate
from comms_tracker.bench.machine import Machine, this_machine
from comms_tracker.bench.relate import (
    RelateBench,
    Round,
    Stopwatch,
    measure,
    paired,
    pairs_of,
    relate_json,
    relate_lines,
    relate_rows,
    renumbered,
)

STATEMENTS = ("We cancelled 136 operations on 20 April 2017. Some 1,250 people waited.", "No data was lost.")
MACHINE = Machine("A Processor", 2, 16.0, "Linux x86_64", "3.11.7", "3.8.11", "a-model 3.8.0", "0.1.0")
FOUND = RelateBench(
    MACHINE,
    (Round(100, 180, 1.0, 1.25, 0.95), Round(100, 190, 0.9, 1.0, 0.9), Round(100, 185, 1.0, 2.0, 1.0)),
)


def test_pairs_are_sentences_told_again_and_the_same_for_the_same_seed() -> None:
    pairs = pairs_of(STATEMENTS, 40, 3)
    assert len(pairs) == 40
    assert any(re.sub(r"\d", "0", one) == re.sub(r"\d", "0", other) and one != other for one, other in pairs)
    assert pairs == pairs_of(STATEMENTS, 40, 3)
    assert pairs != pairs_of(STATEMENTS, 40, 4)
    assert {text.split()[0] for pair in pairs for text in pair} == {"We", "Some"}


def test_statements_without_a_number_are_related_too() -> None:
    assert pairs_of(["No data was lost."], 2, 3) == [("No data was lost.", "No data was lost.")] * 2


def test_small_numbers_are_told_anew_and_parts_of_others_are_not() -> None:
    told = renumbered("At 9:30 some 2.5 per cent of 12 vans and 7 cars left.", random.Random(1))
    assert re.fullmatch(r"At 9:30 some 2\.5 per cent of \d+ vans and \d+ cars left\.", told)
    assert told != "At 9:30 some 2.5 per cent of 12 vans and 7 cars left."


def test_both_readers_read_each_distinct_text_once() -> None:
    parsed: list[str] = []

    def parse(given: object) -> list[str]:
        assert isinstance(given, list)
        parsed.extend(given)
        return given

    done = paired(parse, [("We lost 3 files.", "We lost 4 files."), ("We lost 3 files.", "No data was lost.")], 0)
    assert parsed == ["We lost 3 files.", "We lost 4 files.", "No data was lost."]
    assert (done.pairs, done.texts) == (2, 3)
    assert 0 < done.parsed < done.related


def test_who_goes_first_alternates_between_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    monkeypatch.setattr(bench_relate, "relate", lambda *_: order.append("related") or [])

    def parse(texts: object) -> list[str]:
        assert texts == ["a", "b"]
        order.append("bare")
        return []

    for number in (0, 1):
        paired(parse, [("a", "b")], number)
    assert order == ["bare", "related", "related", "bare"]


def test_the_stopwatch_runs_only_while_an_item_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    watch, now = Stopwatch(), 0
    monkeypatch.setattr("comms_tracker.bench.relate.time.process_time", lambda: now)

    def made() -> Iterator[int]:
        nonlocal now
        for number in range(3):
            now += 7
            yield number
        now += 2

    used = []
    for item in watch.over(made()):
        used.append(item)
        now += 1_000
    assert (used, watch.seconds) == ([0, 1, 2], 3 * 7 + 2)
    assert list(watch.over([])) == []


def test_a_measurement_has_its_rounds_and_says_how_far_it_is() -> None:
    told: list[str] = []
    found = measure(STATEMENTS, pairs=12, rounds=2, tell=told.append)
    assert [each.pairs for each in found.rounds] == [12, 12]
    assert told == ["Relating 12 pairs, round 1 of 2.", "Relating 12 pairs, round 2 of 2."]
    assert found.machine == this_machine()


def test_numbers_are_the_medians_of_the_rounds() -> None:
    assert (FOUND.bare, FOUND.related, FOUND.ratio) == pytest.approx((100, 80, 0.8))
    assert FOUND.beyond == pytest.approx(100 / 0.3)


@pytest.mark.parametrize(
    ("slow", "met"),
    [(Round(100, 180, 1.0, 1.1, 1.0), True), (Round(100, 180, 1.0, 1.4, 1.3), False), (FOUND.rounds[0], False)],
    ids=["both goals", "a low ratio", "few pairs beyond the parse"],
)
def test_both_goals_have_to_be_met(slow: Round, met: bool) -> None:
    assert RelateBench(MACHINE, (slow,)).met is met


def test_people_read_a_row_and_whether_the_goals_are_met() -> None:
    assert relate_rows(FOUND) == [("100", "185", "100", "80", "0.80", "0.50 to 0.90", "333")]
    assert relate_lines(FOUND) == [
        "Ratio 0.80: meets the goal of at least 0.75.",
        "333 pairs a second beyond the parse: misses the goal of at least 500.",
        "Pairs a second, medians of 3 paired rounds; each distinct text is parsed once; seconds are of processor time "
        "on one core.",
        "A Processor, 2 cores, 16 GiB of memory; Linux x86_64; Python 3.11.7, spaCy 3.8.11, a-model 3.8.0, "
        "comms-tracker 0.1.0",
    ]


def test_programs_read_every_round() -> None:
    data = relate_json(FOUND)
    assert data["ratio"] == {"found": 0.8, "goal": 0.75}
    assert data["pairs_per_second_beyond_the_parse"] == {"found": 333.3, "goal": 500}
    assert data["met"] is False
    assert data["rounds"][0] == {"pairs": 100, "texts": 180, "bare_s": 1.0, "related_s": 1.25, "parsed_s": 0.95}
    assert json.loads(json.dumps(data)) == data


def test_the_command_measures_the_statements_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(STATEMENTS[0], encoding="utf-8")
    arguments = ("bench", "relate", "--texts", tmp_path, "--rounds", "1", "--pairs", "10")
    data = json.loads(ran(*arguments, "--format", "json"))
    assert data["rounds"][0]["pairs"] == 10
    page = ran(*arguments)
    assert page.startswith("pairs  ")
    assert "Pairs a second, medians of 1 paired round; each distinct text is parsed once;" in page
