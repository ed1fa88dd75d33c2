"""The statements in an article: whose they are, when they were issued, and which words are theirs."""

from __future__ import annotations

from comms_tracker.articles import Article, looks_like_article, read_article
from comms_tracker.articles.statements import LONGEST
from comms_tracker.records import Statement

TEXT = """\
Ferry line doubles crane count

The trouble at Kirk Bay has now spiralled.

In its latest statement, issued yesterday, Orrin Ferries said: “Six cranes are down. We are sorry.”

The line’s initial statement, last week, was shorter. “Three cranes may need repair,” it said.

Joan Petty, 71, who lives by the pier, was not told. “Nobody rang,” she said."""


def read(text: str, issued: str | None = "2023-03-17", organisation: str | None = None) -> Article:
    return read_article(Statement(id="echo", text=text, issued=issued, outlet="The Echo", organisation=organisation))


def test_two_statements_come_out_in_order_of_time_with_the_words_that_date_them() -> None:
    article = read(TEXT)
    assert [
        (one.statement.id, one.organisation, one.dated.words, one.dated.first, one.dated.last, one.statement.issued)
        for one in article.statements
    ] == [
        ("echo-1", "Orrin Ferries", "last week", "2023-03-06", "2023-03-12", "2023-03-12"),
        ("echo-2", "Orrin Ferries", "yesterday", "2023-03-16", "2023-03-16", "2023-03-16"),
    ]


def test_a_statement_has_only_its_own_words_each_at_its_place_in_the_article() -> None:
    article = read(TEXT)
    assert [one.statement.text for one in article.statements] == [
        "Three cranes may need repair,",
        "Six cranes are down. We are sorry.",
    ]
    for one in article.statements:
        words = [(piece.at, TEXT[piece.start : piece.end]) for piece in one.pieces]
        assert words
        assert [said for at, said in words if one.statement.text[at : at + len(said)] != said] == []
        assert one.statement.derived_from is not None
        assert one.statement.derived_from.document == "echo"
        assert one.statement.outlet == "The Echo"


def test_a_bystander_and_the_outlet_make_no_statement() -> None:
    article = read(TEXT)
    told = {number for one in article.statements for number in one.passages}
    spoken = [article.text[one.start : one.end] for number, one in enumerate(article.passages) if number not in told]
    assert "“Nobody rang,”" in spoken
    assert "The trouble at Kirk Bay has now spiralled." in spoken


def test_two_dates_for_one_statement_leave_the_days_that_both_allow() -> None:
    text = (
        "Orrin Ferries said last week, nearly four days after the fire, which began on Monday March 6, "
        "that all was well."
    )
    (one,) = read(text).statements
    assert (one.dated.first, one.dated.last) == ("2023-03-09", "2023-03-10")
    assert one.dated.words == "last week, nearly four days after the fire, which began on Monday March 6"


def test_without_a_date_of_its_own_the_article_keeps_its_words_and_no_day() -> None:
    article = read(TEXT, issued=None)
    assert [(one.dated.words, one.dated.first, one.statement.issued) for one in article.statements] == [
        ("yesterday", None, None),
        ("last week", None, None),
    ]


def test_what_is_added_in_the_same_paragraph_is_the_same_statement() -> None:
    text = "Orrin Ferries said on Monday that six cranes were down. It added that no ship was lost.\n\nIt was dark."
    (one,) = read(text).statements
    assert one.statement.text == "six cranes were down\n\nno ship was lost"
    assert one.dated.first == "2023-03-13"


def test_its_director_speaks_for_the_organisation_and_a_union_for_itself() -> None:
    text = (
        "Orrin Ferries has shut its pier.\n\n“It is old,” said Ada Moss, its director.\n\n"
        "“Nobody asked us,” said Paul Okafor, general secretary of the Sailors' Union."
    )
    assert [(one.organisation, one.statement.text) for one in read(text).statements] == [
        ("Orrin Ferries", "It is old,"),
        ("Sailors' Union", "Nobody asked us,"),
    ]


def test_a_press_release_is_one_statement_without_its_notes() -> None:
    text = (
        "Statement from Orrin Ferries\n\nSix of our cranes are down. We are sorry.\n\n"
        "Ada Moss, director, said:\n\n“We will mend them.”\n\nENDS\n\nAbout us\n\nWe have 300 staff."
    )
    (one,) = read(text).statements
    assert one.organisation == "Orrin Ferries"
    assert one.statement.text == "Six of our cranes are down.\n\nWe are sorry.\n\nWe will mend them."


def test_an_article_looks_like_one_and_a_statement_does_not() -> None:
    assert looks_like_article(TEXT)
    assert not looks_like_article("Six of our cranes are down. We are sorry, said Ada Moss, and we will mend them.")
    assert not looks_like_article("Pathology has been restored. 136 operations were cancelled.")


def test_nobody_is_asked_whether_a_text_of_many_pages_is_an_article() -> None:
    """An article is a few pages; to look for its speakers in a text of any length would take as long as to read it."""
    times = LONGEST // len(TEXT)
    assert looks_like_article("\n\n".join([TEXT] * (times - 1)))
    assert not looks_like_article("\n\n".join([TEXT] * (times + 1)))


def test_the_company_is_the_one_in_the_headline_and_no_council_that_speaks_too() -> None:
    text = (
        "Northline admits 4,000 stranded\n\nNORTHLINE has doubled its count of stranded passengers.\n\n"
        "The operator said on Thursday that 4,000 were stuck. Northline runs trains in the north.\n\n"
        "The Rail Passengers' Council said the count was late."
    )
    assert [(one.organisation, one.statement.text) for one in read(text).statements] == [
        ("Northline", "4,000 were stuck"),
        ("Rail Passengers' Council", "the count was late"),
    ]


def test_a_maker_is_no_public_body_and_speaks_for_nobody_where_its_name_is_not_clear() -> None:
    text = (
        "Vans recalled after fires\n\nThe Vehicle Safety Office said that three vans had burned.\n\n"
        "The maker said that nobody was hurt."
    )
    assert [one.organisation for one in read(text).statements] == ["Vehicle Safety Office"]


def test_what_was_said_initially_comes_before_the_organisations_other_words() -> None:
    text = (
        "Orrin Ferries doubles its count\n\nOrrin Ferries said on Tuesday that 60 cranes had failed. It had initially "
        "insisted that “only a handful” were down.\n\nThe line had said that nobody was hurt."
    )
    assert [
        (one.dated.words, one.dated.first, one.dated.last, one.statement.text) for one in read(text).statements
    ] == [
        ("had initially insisted", None, "2023-03-13", "“only a handful” were down"),
        ("had said", None, "2023-03-13", "nobody was hurt"),
        ("Tuesday", "2023-03-14", "2023-03-14", "60 cranes had failed"),
    ]


def test_without_any_date_what_was_said_initially_still_comes_first() -> None:
    text = "Orrin Ferries says more\n\nOrrin Ferries said it was late. It initially said that “nothing” was wrong."
    assert [(one.dated.words, one.dated.last) for one in read(text, None).statements] == [
        ("initially", None),
        (None, None),
    ]


def test_a_month_or_a_day_of_last_year_and_a_year_date_a_statement() -> None:
    text = (
        "Orrin Ferries says more\n\nOrrin Ferries said in March last year that six cranes had failed.\n\n"
        "On 2 May last year it said “we are late”.\n\nIn 2019 the line said it had 14 cranes."
    )
    assert [(one.dated.words, one.dated.first, one.dated.last) for one in read(text).statements] == [
        ("In 2019", "2019-01-01", "2019-12-31"),
        ("in March last year", "2022-03-01", "2022-03-31"),
        ("2 May last year", "2022-05-02", "2022-05-02"),
    ]


def test_days_that_count_from_another_one_count_from_the_last_date_above_them() -> None:
    text = (
        "Orrin Ferries says more\n\nThe crane fell on 1 March.\n\nOrrin Ferries said at the time that it was “a blip”."
        "\n\nA week later it said that six cranes had failed."
    )
    assert [(one.dated.words, one.dated.first, one.dated.last) for one in read(text).statements] == [
        ("at the time", "2023-03-01", "2023-03-01"),
        ("A week later", "2023-03-08", "2023-03-08"),
    ]
