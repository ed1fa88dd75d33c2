"""What is reported beside words between marks, what is not answered, and whom a sentence that is turned round names."""

from __future__ import annotations

import pytest

import comms_tracker
from comms_tracker.attribution import passages


def told(text: str) -> list[tuple[str, str | None, str | None, str]]:
    """The kind, the speaker, the cue and the words of each quotation."""
    return [(one.kind.value, one.speaker, one.cue, text[one.start : one.end]) for one in comms_tracker.quotations(text)]


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        (
            "Orrin Ferries called the delay “a blip” and said that it would run by noon.",
            ("Orrin Ferries", "said", "it would run by noon"),
        ),
        (
            "Orrin Ferries said that the cranes were “sound” and that six more had been bought.",
            ("Orrin Ferries", "said", "six more had been bought"),
        ),
        (
            "Orrin Ferries said that six cranes had failed, and that the line was “sorry”.",
            ("Orrin Ferries", "said", "six cranes had failed"),
        ),
        (
            "The dockers said nine in ten stayed away; the port called that “fiction”.",
            ("The dockers", "said", "nine in ten stayed away"),
        ),
        (
            "Orrin Ferries called it “a blip” but would not say when it would run.",
            ("Orrin Ferries", "would not say", "when it would run"),
        ),
    ],
)
def test_a_report_beside_words_between_marks_is_one_of_its_own(text: str, reported: tuple[str, str, str]) -> None:
    assert [each[1:] for each in told(text) if each[0] == "indirect"] == [reported]


@pytest.mark.parametrize("verb", ["declined to say", "refused to say", "would not disclose"])
def test_who_does_not_answer_is_shown_with_what_was_asked(verb: str) -> None:
    text = f"The ministry {verb} whether the line would be fined."
    assert told(text) == [("indirect", "The ministry", verb, "whether the line would be fined")]


def test_a_name_that_ends_like_a_participle_is_the_subject() -> None:
    text = "Ming Reid, who runs a bakery in Fernvale, said the till was down."
    assert told(text) == [("indirect", "Ming Reid", "said", "the till was down")]


def test_what_introduces_a_block_of_words_is_no_report() -> None:
    text = "In a letter that reached patients on Thursday, the group wrote:\n\nWe know that 40 names were copied."
    assert told(text) == [("direct", "the group", "wrote", "We know that 40 names were copied.")]


def test_a_pronoun_means_whom_a_sentence_that_is_turned_round_names() -> None:
    text = (
        "Rosa Achebe said: “We are sorry.”\n\nAmong those who waited was Brian Colley, 71, from Staithe.\n\n"
        "“I came a month late,” he said."
    )
    assert [each[1] for each in told(text)] == ["Rosa Achebe", "Brian Colley"]


@pytest.mark.parametrize(("verb", "reports"), [("claims", True), ("puts", False)])
def test_a_union_claims_something_where_a_clause_follows(verb: str, reports: bool) -> None:
    assert bool(told(f"The dockers’ union {verb} nine in ten stayed away.")) is reports


def test_stated_reports_wherever_it_stands() -> None:
    text = "A day earlier Orrin Ferries had stated that six cranes were down."
    assert told(text) == [("indirect", "Orrin Ferries", "stated", "six cranes were down")]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        (
            "Orrin Ferries said on Thursday it had acted “with care” in the gale.",
            "it had acted “with care” in the gale",
        ),
        ("Orrin Ferries told customers there was “no prospect” of a strike.", "there was “no prospect” of a strike"),
        ("Orrin Ferries said that afternoon that ships were “held”.", "ships were “held”"),
        ("Orrin Ferries spoke of “a few cases” in April.", "“a few cases”"),
    ],
)
def test_when_and_to_whom_it_was_said_is_no_part_of_the_clause(text: str, clause: str) -> None:
    assert [text[one.start : one.end] for one in passages(text) if one.voice.value == "reported"] == [clause]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“People power works,” said the 68-year-old retired postman.", "the 68-year-old retired postman"),
        ("“Around the clock?” laughs Mrs Begum, a grandmother.", "Mrs Begum"),
        ("“It is not enough,” tweeted State Rep. Carla Boone, who lives there.", "Rep. Carla Boone"),
        ("Ada Moss said: “We try.” Her daughter is less amused. “She cannot sleep.”", "Her daughter"),
    ],
)
def test_who_is_named_in_a_less_usual_way_is_the_speaker(text: str, speaker: str) -> None:
    assert told(text)[-1][1] == speaker


def test_a_memo_speaks_for_whoever_wrote_it_and_not_for_a_spokesman_elsewhere() -> None:
    text = (
        "A spokesman for Kirk Airport said staff had been sent.\n\n"
        "In a memo, Sir Paul Reid told staff: “It is hard.”\n\nThe memo went on: “We will mend it.”"
    )
    last = comms_tracker.quotations(text)[-1]
    assert (last.speaker, last.speaker_name) == ("The memo", "Sir Paul Reid")


def test_a_headline_of_two_sentences_in_title_case_is_no_report() -> None:
    text = "Residents Say Fumes Made Them Sick. The Company Disagrees.\n\n“It smells,” said Ada Moss, a nurse."
    assert [each[1] for each in told(text)] == ["Ada Moss"]


def test_whose_a_person_is_is_no_part_of_the_fuller_name() -> None:
    text = "“We will strike,” the dockers union's Sharon Hale said.\n\n“They know,” Hale said."
    assert [one.speaker_name for one in comms_tracker.quotations(text)] == [None, "Sharon Hale"]
