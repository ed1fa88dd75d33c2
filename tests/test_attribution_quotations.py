"""Who is quoted and in which words: marks of every kind, speakers before and after, pronouns, paragraphs, layouts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import comms_tracker
from comms_tracker.attribution import Quotation, phrases

DIRECT, MIXED, INDIRECT = "direct", "mixed", "indirect"
Row = tuple[str, str | None, str | None, str]

ONE = [
    ("“We are late,” said Ada Moss, chief executive of Orrin Ferries.", (DIRECT, "Ada Moss", "said", "We are late,")),
    ('"We are late," Ada Moss said.', (DIRECT, "Ada Moss", "said", "We are late,")),
    ("Ada Moss, who runs the ferries, said: “We are late.”", (DIRECT, "Ada Moss", "said", "We are late.")),
    ("The line’s director, Ada Moss, told the Echo: “We are late.”", (DIRECT, "Ada Moss", "told", "We are late.")),
    ("‘We are late,’ a spokesman for Orrin said.", (DIRECT, "a spokesman for Orrin", "said", "We are late,")),
    ("'The sailors' beds are dry,' said Ada Moss.", (DIRECT, "Ada Moss", "said", "The sailors' beds are dry,")),
    ("“He told me ‘go home’,” said Ada Moss.", (DIRECT, "Ada Moss", "said", "He told me ‘go home’,")),
    ("'They told us \"go home\",' said Ada Moss.", (DIRECT, "Ada Moss", "said", 'They told us "go home",')),
    ("Orrin said it had sunk “no ship at all” this year.", (MIXED, "Orrin", "said", "no ship at all")),
    ("The “very few” delays are over, the line said.", (MIXED, "the line", "said", "very few")),
    ("The regulator called the rescue “far too slow”.", (MIXED, "The regulator", "called", "far too slow")),
    ("According to the union, “nobody was asked”.", (MIXED, "the union", "According to", "nobody was asked")),
    ("As one sailor put it: “It was dark.”", (DIRECT, "one sailor", "put", "It was dark.")),
    ("“It is a wreck,” thundered the Evening Echo.", (DIRECT, "the Evening Echo", "thundered", "It is a wreck,")),
    ("The line's statement reads: “We are late.”", (DIRECT, "The line", "reads", "We are late.")),
    ("In a letter to staff, Orrin said: “We are late.”", (DIRECT, "Orrin", "said", "We are late.")),
    ("And from Chair Ada Moss:\n\n“We thank the crews.”", (DIRECT, "Ada Moss", "from", "We thank the crews.")),
    ("“We thank the crews.”\n\n– Ada Moss, chair", (DIRECT, "Ada Moss", "", "We thank the crews.")),
    ("Ada Moss: “We are late.”", (DIRECT, "Ada Moss", "", "We are late.")),
    ("“One is lost.\n\n“Two are lost.\n\n“That is all,” said Ada Moss.",
     (DIRECT, "Ada Moss", "said", "One is lost. | Two are lost. | That is all,")),
    ("“We are late,” said Ada Moss, “and sorry.”", (DIRECT, "Ada Moss", "said", "We are late, | and sorry.")),
    ("The line, which had said “no ship” was lost, is shut.", (MIXED, "The line", "said", "no ship")),
    ("Ada Moss called it “bold” but “not without risk”.", (MIXED, "Ada Moss", "called", "bold | not without risk")),
    ("Two weeks ago the pier's owner, Orrin Holdings, told crews “nobody would go”.",
     (MIXED, "Orrin Holdings", "told", "nobody would go")),
    ("A line spokesman, asked on Monday, would say only that it was “a matter of weeks”.",
     (MIXED, "A line spokesman", "say", "a matter of weeks")),
    ("The Dean, the Very Rev Ian Reid, said: “It is late.”", (DIRECT, "Very Rev Ian Reid", "said", "It is late.")),
    ("The ministry on Monday put the toll at 9, up from “around 4”.", (MIXED, "The ministry", "put", "around 4")),
    ("The mayor went on, telling reporters it was “over”.", (MIXED, "The mayor", "telling", "over")),
    ("Later Orrin issued a correction: “One was lost.”", (DIRECT, "Orrin", "correction", "One was lost.")),
    ("Orrin was mute, but a sailor close to it said: “We left.”", (DIRECT, "a sailor close", "said", "We left.")),
    ("Orrin told us that a diver had found “a hole”.", (MIXED, "Orrin", "told", "a hole")),
    ("Her lawyer, Raj Malik of Irwin Lane, added: “We wait.”", (DIRECT, "Raj Malik", "added", "We wait.")),
    ("State Sen. Bo Ortiz, of Leeds, blasted it as “late,” adding: “We slept in cars.”",
     (DIRECT, "Sen. Bo Ortiz", "blasted", "late, | We slept in cars.")),
    ("A spokesman, Ian Reid, declined to say when but said she “takes the blame”.",
     (MIXED, "Ian Reid", "said", "takes the blame")),
    ("In a note to police, his family said: “He was kind.”", (DIRECT, "his family", "said", "He was kind.")),
    ("The father of a girl injured in a fall near the pier said: “It was dark.”",
     (DIRECT, "The father of a girl", "said", "It was dark.")),
    ("“It is a crack,” argued Joan Petty of the Bell Trust.", (DIRECT, "Joan Petty", "argued", "It is a crack,")),
    ("Orrin told crews on Friday that the pier was safe.", (INDIRECT, "Orrin", "told", "the pier was safe")),
    ("Orrin said cod and ling had been spared.", (INDIRECT, "Orrin", "said", "cod and ling had been spared")),
    ("The line put the loss at £9 million; it is large.", (INDIRECT, "The line", "put", "the loss at £9 million")),
    ("The union asked members not to sail.", (INDIRECT, "The union", "asked", "members not to sail")),
    ("The firm behind the pier said that it was old.", (INDIRECT, "The firm", "said", "it was old")),
    ("Orrin said that its divers had found a hole.", (INDIRECT, "Orrin", "said", "its divers had found a hole")),
    ("Orrin said 40 sailings were lost.", (INDIRECT, "Orrin", "said", "40 sailings were lost")),
    ("Forty sailings were lost, the line says.", (INDIRECT, "the line", "says", "Forty sailings were lost")),
    ("About 40 were lost, according to the line.", (INDIRECT, "the line", "according to", "About 40 were lost")),
    ("The pier, the line said, is safe.", (INDIRECT, "the line", "said", "The pier, the line said, is safe")),
]  # fmt: skip
NONE = [
    "The so-called “smart” meters failed.",
    "The line's 19\" screens and the sailors' beds are old; it's the crew's 'turn'.",
    "The claims are false. The company reports results on Friday.",
    "Crews were told that the pier was safe.",
    "Correction: An earlier version of this article said that six cranes were down.",
]


def rows(text: str) -> list[Row]:
    return [(one.kind.value, one.speaker, one.cue, words_of(text, one)) for one in comms_tracker.quotations(text)]


def words_of(text: str, one: Quotation) -> str:
    return " | ".join(text[start:end] for start, end in one.fragments) or text[one.start : one.end]


@pytest.mark.parametrize(("text", "row"), ONE)
def test_a_quotation_has_its_kind_its_speaker_its_cue_and_its_words(text: str, row: Row) -> None:
    assert rows(text) == [row]


@pytest.mark.parametrize("text", NONE)
def test_apostrophes_scare_quotes_and_nouns_are_no_quotations(text: str) -> None:
    assert rows(text) == []


def test_two_speakers_in_one_sentence_keep_their_own_words() -> None:
    text = "The union called it “a disgrace”, while the line insisted that it had “done all it could”."
    assert rows(text) == [
        (MIXED, "The union", "called", "a disgrace"),
        (MIXED, "the line", "insisted", "done all it could"),
    ]


def test_a_pronoun_is_the_nearest_name_that_it_can_mean() -> None:
    text = (
        "“I rang nine times,” said Joan Petty, 71. “No one came.” Her neighbour, Dev Patel, agreed. "
        "“It's wrong,” he said. Orrin Ferries apologised. “We let people down,” it said."
    )
    assert [(row[1], row[3]) for row in rows(text)] == [
        ("Joan Petty", "I rang nine times,"),
        ("Joan Petty", "No one came."),
        ("Dev Patel", "It's wrong,"),
        ("Orrin Ferries", "We let people down,"),
    ]


def test_a_person_who_is_named_in_the_paragraph_comes_before_an_earlier_speaker() -> None:
    text = "“It is safe,” said Ian Reid, a diver.\n\nAmong the hurt was Joan Petty, 54, of Leeds. “I fell,” she said."
    assert [row[1] for row in rows(text)] == ["Ian Reid", "Joan Petty"]


def test_a_short_name_has_the_fuller_one_of_the_text_beside_it() -> None:
    text = "Ada Moss runs Orrin Ferries. “We are late,” Ms Moss said. The ferries “never stop”, Moss told the Echo."
    found = comms_tracker.quotations(text)
    assert [(one.speaker, one.speaker_name) for one in found] == [("Ms Moss", "Ada Moss"), ("Moss", "Ada Moss")]


def test_what_goes_on_in_the_next_paragraph_keeps_its_speaker() -> None:
    text = "Ada Moss said: “We are late.”\n\n“Nobody knew.”\n\nPaul Okafor of the union was angry.\n\n“We knew.”"
    assert [row[1] for row in rows(text)] == ["Ada Moss", "Ada Moss", "Paul Okafor"]


def test_a_quotation_without_marks_stands_below_its_introduction_and_goes_on_in_the_first_person() -> None:
    text = (
        "The Orrin Line runs nine ships.\n\nOn Monday it issued a fuller account:\n\n"
        "Divers found a hole in the hull.\n\nWe are sorry that our first report was wrong.\n\n"
        "The ship was built in 1994."
    )
    (one,) = comms_tracker.quotations(text)
    assert (one.kind.value, one.speaker) == (DIRECT, "Orrin Line")
    assert words_of(text, one) == "Divers found a hole in the hull. | We are sorry that our first report was wrong."


def test_a_quotation_inside_another_has_the_inner_speaker() -> None:
    text = "“I rang and a man said, ‘The pier is shut’. I told him, ‘It is my pier’,” said Joan Petty."
    found = comms_tracker.quotations(text)
    assert [(one.speaker, words_of(text, one)) for one in found if one.nested] == [
        ("a man", "The pier is shut"),
        ("Joan Petty", "It is my pier"),
    ]


def test_marks_in_a_headline_are_no_quotation() -> None:
    text = "Line admits ‘several’ piers shut\n\nOrrin said “at least three” piers were shut."
    assert rows(text) == [(MIXED, "Orrin", "said", "at least three")]


def test_a_spokesman_and_a_statement_speak_for_the_organisation_that_is_named_beside_them() -> None:
    text = "Orrin Ferries is late. “It was fog,” a spokesman said. “We are sorry,” a statement read."
    found = comms_tracker.quotations(text)
    assert [(one.speaker, one.speaker_name) for one in found] == [
        ("a spokesman", "Orrin Ferries"),
        ("a statement", "Orrin Ferries"),
    ]


def test_a_quotation_behind_a_sentence_that_names_nobody_is_nobodys() -> None:
    text = "“It is late,” said Ada Moss.\n\nThe verdict on the pier? “It is far too late.”"
    assert [row[1] for row in rows(text)] == ["Ada Moss", None]


def test_it_is_an_organisation_and_not_a_person_of_one_name() -> None:
    text = "“I queued,” says Marie, a nurse.\n\nBy noon, the bank, which is old, was sorry. “We know of it,” it wrote."
    assert [row[1] for row in rows(text)] == ["Marie", "the bank"]


def test_a_quotation_without_its_closing_mark_ends_with_its_paragraph() -> None:
    text = "Ada Moss said: “We are late.\n\nThe pier is shut."
    (one,) = comms_tracker.quotations(text)
    assert text[one.start : one.end] == "“We are late."


def test_lines_broken_to_fit_a_page_do_not_break_a_quotation() -> None:
    text = (
        "Orrin Ferries has lost three of its eight ships in the storm of last\nweek. “We have never seen anything "
        "like it and hope that we\nnever will again,” said Ada Moss, who runs the line from its\noffice in Kirk Bay."
    )
    assert rows(text)[-1][:2] == (DIRECT, "Ada Moss")
    assert rows(text)[-1][3].endswith("we\nnever will again,")


PIECES = (
    *("“", "”", "‘", "’", '"', "'", "«", "»", ", ", ". ", ": ", "; ", " ", "\n", "\n\n", " – ", "We are late"),
    *("it is shut", "Ada Moss", "the line", "Orrin Ferries", "she", "it", " said ", " said that ", " called it "),
    *("according to ", "ab"),
)
QUOTED = st.builds("{}“{},” {} said. {}".format, *[st.sampled_from(PIECES)] * 4)


@given(st.lists(st.sampled_from(PIECES) | QUOTED, min_size=1, max_size=20).map("".join))
def test_every_place_is_in_the_text_and_in_order(text: str) -> None:
    found = comms_tracker.quotations(text)
    assert [one.start for one in found] == sorted(one.start for one in found)
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert all(one.start <= start <= end <= one.end for start, end in one.fragments)
        if one.speaker is not None:
            assert text[one.speaker_start : one.speaker_end] == one.speaker


@given(st.text(alphabet="“”‘’'\"«» .,:;\nAb said the–-", max_size=80))
def test_marks_among_letters_are_read_without_an_error(text: str) -> None:
    assert all(text[one.start : one.end] for one in comms_tracker.quotations(text))


def test_who_speaks_in_a_long_paragraph_is_read_in_words_that_grow_as_the_paragraph_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each sentence's subject stands in its first words: the sentences behind it are not read again for it."""

    def words_read(times: int) -> int:
        read = 0

        def counted(*place: Any) -> phrases.Token:
            nonlocal read
            read += 1
            return token(*place)

        token = phrases.Token
        with monkeypatch.context() as patched:
            patched.setattr(phrases, "Token", counted)
            assert (
                len(
                    comms_tracker.quotations(
                        "Lessa Water said that nine pumps had failed. It was raining hard. " * times
                    )
                )
                == times
            )
        return read

    assert words_read(40) < 2.5 * words_read(20)


def test_a_pronoun_said_a_thousand_times_names_whoever_stands_before_it() -> None:
    (found,) = comms_tracker.quotations(f"Ada Moss{', who' * 1_500} said that the ferry was late.")
    assert found.speaker == "Ada Moss"
