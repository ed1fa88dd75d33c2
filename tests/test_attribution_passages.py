"""Whose words each part of an article or a press release is in."""

from __future__ import annotations

from comms_tracker import extract
from comms_tracker.attribution import passages

ARTICLE = """\
Pier firm admits ‘several’ cranes down

By Sam Reed

The row over Kirk Bay's cranes has now spiralled.

Orrin Ferries said on Monday that “at least three” cranes were down. “We are sorry,” its director, Ada Moss, said. \
“They are old.” The regulator has been told.

The line said 40 sailings were lost.

Correction: An earlier version of this article said that two cranes were down."""

RELEASE = """\
Statement from Orrin Ferries

Three of our cranes are down. We are sorry.

Ada Moss, director, said:

“We will mend them.”

ENDS

Notes to editors

Orrin Ferries has 300 staff."""


def rows(text: str) -> list[tuple[str, str, str | None, str]]:
    return [(one.voice.value, one.role, one.speaker, text[one.start : one.end]) for one in passages(text)]


def test_an_article_is_the_outlets_but_for_what_it_quotes_and_reports() -> None:
    assert rows(ARTICLE) == [
        ("narration", "headline", None, "Pier firm admits ‘several’ cranes down"),
        ("narration", "byline", None, "By Sam Reed"),
        ("narration", "body", None, "The row over Kirk Bay's cranes has now spiralled."),
        ("reported", "body", "Orrin Ferries", "“at least three” cranes were down"),
        ("quoted", "body", "Ada Moss", "“We are sorry,”"),
        ("quoted", "body", "Ada Moss", "“They are old.”"),
        ("narration", "body", None, "The regulator has been told."),
        ("reported", "body", "The line", "40 sailings were lost"),
        (
            "narration",
            "correction",
            None,
            "Correction: An earlier version of this article said that two cranes were down.",
        ),
    ]


def test_a_press_release_is_the_organisations_own_and_its_notes_are_background() -> None:
    assert [row[:3] for row in rows(RELEASE)] == [
        ("own", "headline", None),
        ("own", "body", None),
        ("own", "body", None),
        ("quoted", "body", "Ada Moss"),
        ("own", "background", None),
        ("own", "background", None),
        ("own", "background", None),
    ]


def test_the_clause_that_a_report_is_about_ends_before_its_speaker() -> None:
    text = "Forty “or so” sailings were lost, the line said. It was Monday."
    assert [row[3] for row in rows(text)] == ["Forty “or so” sailings were lost", "It was Monday."]


def test_the_claims_of_a_statement_are_all_read_and_marked_with_their_voice() -> None:
    text = (
        "We cancelled 40 sailings. “Some 300 passengers were stranded,” said Ada Moss. "
        "The union said that 12 were hurt. It’s the crew’s view that 7 ‘late’ trains were cancelled."
    )
    found = {claim.figure.text: claim.voice.value for claim in extract([text])[0] if claim.figure is not None}
    assert found == {"40": "own", "Some 300": "quoted", "12": "reported", "7": "own"}


def test_a_paragraph_that_only_names_who_is_quoted_is_in_no_passage() -> None:
    text = (
        "Orrin Ferries statement on the cranes\n\nWe have cancelled 40 sailings. We are sorry.\n\n"
        "And from Chair Jane Doe:\n\n“No worker was hurt.”\n\n“Forty slept on the pier.”\n– Paul Reid, harbourmaster"
    )
    assert [text[one.start : one.end] for one in passages(text) if one.role == "body"] == [
        "We have cancelled 40 sailings.",
        "We are sorry.",
        "“No worker was hurt.”",
        "“Forty slept on the pier.”",
    ]
