"""How a saved page becomes a statement: its main text, what its markup says, and the sentences that say so."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comms_tracker.errors import InputError
from comms_tracker.reading import Document, FileKind, HowToRead, Provenance, ReadResult, Received, Taken, read_documents
from comms_tracker.reading.blocks import text_of
from comms_tracker.reading.html import fragment
from comms_tracker.records import Statement

ARTICLE = Path(__file__).parent / "fixtures" / "readers" / "article.html"
ARTICLE_TEXT = """\
Ferry company cancels sailings after engine fault

Northlight Ferries has cancelled “a handful of” sailings between Kirkhaven and the islands after a fault was found in \
the engine of its largest vessel on Monday.

A spokesperson for the company said: “We are sorry that 340\u00a0passengers could not travel.
We expect normal service by Friday.”

What is cancelled

- Four sailings on Tuesday
- Two sailings on Wednesday

| Route | Sailings |
| --- | --- |
| Kirkhaven to Skerra | 4 |
| Kirkhaven to Holm | 2 |

The company carries about 2,000 passengers a week in winter, and its four vessels are between 11 and 27 years old."""
BODY = "<p>The main burst, and 136 homes were without water for nine hours on Friday.</p>"


def page(markup: str | bytes, charset: str | None = None, **options: str) -> ReadResult:
    data = markup if isinstance(markup, bytes) else markup.encode()
    return read_documents([Document("p.html", FileKind.HTML, data, "p", charset)], HowToRead(**options))  # type: ignore[arg-type]


def test_an_article_is_its_main_text_with_what_its_markup_says_and_from_where() -> None:
    data = ARTICLE.read_bytes()
    read = read_documents([Document("a.html", FileKind.HTML, data, "a")], HowToRead(organisation="Northlight Ferries"))
    issued, source = "2021-03-09T07:45:00+00:00", "https://harbourpost.example/2021/03/ferry"
    title = "Ferry company cancels sailings after engine fault"
    assert read == ReadResult(
        (
            Statement(
                id="2021-03-09-a",
                text=ARTICLE_TEXT,
                organisation="Northlight Ferries",
                issued=issued,
                title=title,
                outlet="Harbour Post",
                source=source,
            ),
        ),
        (
            f"a.html: took the date {issued} from <meta article:published_time>, "
            f'the title "{title}" from <meta og:title>, the outlet "Harbour Post" from <meta og:site_name> '
            f"and the source {source} from <link rel=canonical>.",
        ),
        (
            Provenance(
                "2021-03-09-a",
                None,
                Received("a.html", data),
                {
                    "title": Taken(title, "<meta og:title>"),
                    "outlet": Taken("Harbour Post", "<meta og:site_name>"),
                    "source": Taken(source, "<link rel=canonical>"),
                    "issued": Taken(issued, "<meta article:published_time>"),
                },
            ),
        ),
    )
    assert read.provenance[0].received.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("head", "issued", "where"),
    [
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": '
            '"2021-03-09T07:45:00Z"}]}</script>',
            "2021-03-09T07:45:00+00:00",
            "datePublished in the page's JSON-LD",
        ),
        ('<meta name="DC.date.issued" content="2021-03-09">', "2021-03-09", "<meta dc.date.issued>"),
        ('<meta name="date" content="Tue, 09 Mar 2021 07:45:00 GMT">', "2021-03-09T07:45:00+00:00", "<meta date>"),
        ('<meta name="pubdate" content="2021-03-09T07:45:00">', "2021-03-09", "<meta pubdate>"),
        ("<p><time datetime='2021-03-09'>Tuesday</time></p>", "2021-03-09", "the page's only <time>"),
        (
            "<p><time>1 March 2020</time> <time pubdate datetime='2021-03-09'>Tuesday</time></p>",
            "2021-03-09",
            "<time> marked as the day of publication",
        ),
        (
            "<h1>Burst</h1><p>Issued: Tuesday 9th March 2021</p>",
            "2021-03-09",
            'its line "Issued: Tuesday 9th March 2021"',
        ),
    ],
)
def test_the_date_and_the_place_that_gives_it(head: str, issued: str, where: str) -> None:
    read = page(head + BODY)
    assert read.statements[0].issued == issued
    assert read.provenance[0].taken["issued"] == Taken(issued, where)
    assert f"p.html: took the date {issued} from {where}" in read.notes[-2]


@pytest.mark.parametrize(
    "head",
    [
        "",
        "<p><time>2021-03-01</time> and <time>2021-03-09</time></p>",
        '<meta name="date" content="03/04/2021">',
        '<meta name="last-modified" content="2021-03-09">',
        "<footer>Copyright 2021</footer>",
    ],
)
def test_no_date_is_guessed(head: str) -> None:
    with pytest.raises(InputError) as refused:
        page(head + BODY)
    assert str(refused.value).startswith("p.html has no date. Give one with --issued 2017-04-28")


def test_two_dates_that_disagree_are_both_said() -> None:
    read = page(
        '<meta property="article:published_time" content="2021-03-09"><meta name="date" content="2021-03-11">' + BODY
    )
    assert read.statements[0].issued == "2021-03-09"
    assert read.notes[0] == "p.html: <meta date> says 2021-03-11, and <meta article:published_time> says 2021-03-09."


def test_a_page_that_was_changed_after_its_day_says_so() -> None:
    dated = '<meta name="date" content="2021-03-09">' + BODY
    changed = '<meta property="article:modified_time" content="2021-03-11T08:00:00Z">'
    assert page(changed + dated).notes[0] == (
        "p.html: <meta article:modified_time> says that it was changed on 2021-03-11, after the day of issue."
    )
    same = changed.replace("-11T", "-09T")
    assert "was changed" not in " ".join(page(same + dated).notes)


def test_front_matter_goes_before_the_user_and_the_user_before_the_markup() -> None:
    markup = '<meta name="date" content="2021-03-09"><title>Burst</title>' + BODY
    given = page(markup, issued="2021-03-10", organisation="Water Board")
    assert given.statements[0].issued == "2021-03-10"
    assert given.notes == (
        'p.html: took the title "Burst" from <title>.',
        "p.html: --issued stands, and not 2021-03-09, which is what <meta date> gives.",
    )
    assert set(given.provenance[0].taken) == {"title"}
    stated = page(f"---\nissued: 2021-03-08\ntitle: Mine\n---\n{markup}", issued="2021-03-10", organisation="W")
    assert (stated.statements[0].issued, stated.statements[0].title) == ("2021-03-08", "Mine")
    assert stated.notes == ()


def test_a_page_with_no_main_part_is_read_whole_and_said_so() -> None:
    read = page("<footer>136 homes had no water.</footer>", issued="2021-03-09", organisation="Water Board")
    assert read.statements[0].text == "136 homes had no water."
    assert read.notes == ("p.html: no main text stands out in the page, so that all of its text is read.",)


@pytest.mark.parametrize(
    "markup", ["<html></html>", "<script>alert(136)</script>", "<!-- 136 homes -->", "<div>" * 9000]
)
def test_a_page_without_text_is_refused(markup: str) -> None:
    with pytest.raises(InputError) as refused:
        page(markup, issued="2021-03-09")
    assert str(refused.value) == "p.html has no text that can be read. Save the statement as plain text (.txt)."


@pytest.mark.parametrize(
    ("data", "charset", "said"),
    [
        ("<p>136 homes – caf\u00e9</p>".encode(), None, ()),
        (b"<p>136 homes \x96 caf\xe9</p>", "windows-1252", ()),
        (b"<meta charset=iso-8859-1><p>136 homes \x96 caf\xe9</p>", None, ()),
        ("\ufeff<p>136 homes – caf\u00e9</p>".encode("utf-16-le"), "utf-8", ()),
        (
            b"<meta charset=utf-8><p>136 homes \x96 caf\xe9</p>",
            None,
            ("p.html says that it is in utf-8 and is not: it is read as Windows-1252.",),
        ),
        (
            b"<p>136 homes \x96 caf\xe9</p>",
            None,
            ("p.html does not say which encoding it is in: it is read as Windows-1252.",),
        ),
        (
            "<p>136 homes – caf\u00e9</p>".encode(),
            "iso-8859-1",
            ("p.html says that it is in iso-8859-1 and is not: it is read as UTF-8.",),
        ),
    ],
)
def test_a_page_that_lies_about_its_encoding_is_read_rightly(
    data: bytes, charset: str | None, said: tuple[str, ...]
) -> None:
    read = page(data, charset, issued="2021-03-09", organisation="Water Board")
    assert read.statements[0].text == "136 homes – caf\u00e9"
    assert read.notes == said


def test_a_pages_own_entities_are_never_read_and_nothing_of_it_is_fetched_or_run(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("12 farms")
    entity = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    loads = '<img src="http://192.0.2.1/a.png"><link rel=stylesheet href="http://192.0.2.1/a.css">'
    runs = (
        '<iframe src="http://192.0.2.1/"></iframe><script src="http://192.0.2.1/a.js">document.write("1,000")</script>'
    )
    read = page(
        f"{entity}<html><head>{loads}</head><body><article>{BODY}<p>And &x; too.</p>{runs}</article></body></html>",
        issued="2021-03-09",
    )
    assert read.statements[0].text == f"{BODY[3:-4]}\n\nAnd &x; too."


def test_linked_data_that_does_not_parse_is_passed_over() -> None:
    broken = "<script type='application/ld+json'>{\"datePublished\": </script>"
    deep = f"<script type='application/ld+json'>{'[' * 100_000}</script>"
    assert page(broken + deep + BODY, issued="2021-03-09").statements[0].text == BODY[3:-4]


def test_a_layout_table_gives_paragraphs_and_a_table_of_figures_stays_one() -> None:
    long = "The supply was restored to most of the homes in the night. " * 6
    assert text_of(fragment(f"<table><tr><td>Menu</td><td><p>{long}</p><p>Thank you.</p></td></tr></table>")) == (
        f"Menu\n\n{long.strip()}\n\nThank you."
    )
    one = "<table><tr><td></td></tr><tr><td><p>136 homes.</p><p>Thank you.</p><ul><li>Quay</li></ul></td></tr></table>"
    assert text_of(fragment(one)) == "136 homes.\n\nThank you.\n\n- Quay"
    assert text_of(fragment("<table><tr><td>Homes</td><td>1|2</td></tr><tr><td>Farms</td></tr></table>")) == (
        "| Homes | 1/2 |\n| Farms |  |"
    )


TERMS = "<dl><dt>Homes without water:</dt><dd>several <b>hundred</b></dd><dt>Farms</dt><dd>12</dd></dl>"
ITEMS = "- Homes without water: several hundred\n- Farms: 12"


def test_a_mail_programs_bullets_are_items_and_its_empty_paragraphs_are_none() -> None:
    bullet = "<p class=MsoListParagraph><span>&#183;<span>&nbsp;&nbsp; </span></span>{}</p>"
    markup = f"<p>At noon:</p><p>&nbsp;</p>{bullet.format('136 homes')}{bullet.format('12 farms')}"
    assert text_of(fragment(markup)) == "At noon:\n\n- 136 homes\n- 12 farms"


def test_a_list_of_terms_keeps_each_value_beside_its_term() -> None:
    assert text_of(fragment(f"<p>At noon:</p>{TERMS} Thank you.")) == f"At noon:\n\n{ITEMS}\n\nThank you."
    assert ITEMS in page(f"<article>{BODY}{TERMS}</article>", issued="2021-03-09").statements[0].text
    several = "<dl><dt>Homes</dt><dd>136</dd><dd>12 farms</dd></dl>"
    assert text_of(fragment(several)) == "Homes\n\n136\n\n12 farms"


def two_rows(first: str, second: str, tag: str = "td") -> str:
    """A table of two rows, given as words parted by bars; ``tag`` is that of the first row's cells."""
    head = "".join(f"<{tag}>{cell}</{tag}>" for cell in first.split("|"))
    body = "".join(f"<td>{cell}</td>" for cell in second.split("|"))
    return f"<table><tr>{head}</tr><tr>{body}</tr></table>"


@pytest.mark.parametrize(
    ("table", "text"),
    [
        (two_rows("Area|2021", "Quay|136", "th"), "| Area | 2021 |\n| --- | --- |\n| Quay | 136 |"),
        (two_rows("Area|Homes", "Quay|136"), "| Area | Homes |\n| --- | --- |\n| Quay | 136 |"),
        (two_rows("Quay|136", "Hill|264"), "| Quay | 136 |\n| Hill | 264 |"),
        (two_rows("Homes|many", "Farms|few"), "| Homes | many |\n| Farms | few |"),
    ],
)
def test_a_row_of_figures_is_never_taken_for_the_head_of_a_table(table: str, text: str) -> None:
    assert text_of(fragment(table)) == text


@given(st.lists(st.text(alphabet="abc XYZ<>&'\"é–", min_size=1).filter(str.strip), min_size=1, max_size=5))
def test_every_paragraph_of_a_fragment_is_kept_in_its_words(paragraphs: list[str]) -> None:
    from lxml.html import builder

    tree = builder.DIV(*(builder.P(each) for each in paragraphs))
    assert text_of(tree).split("\n\n") == [_folded(each) for each in paragraphs]


def _folded(words: str) -> str:
    return " ".join(part for part in words.split(" ") if part)
