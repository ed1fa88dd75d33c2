"""How a mail becomes a statement: the sender's own words, and what the headers say."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comms_tracker.errors import InputError
from comms_tracker.reading import Document, FileKind, HowToRead, ReadResult, Taken, read_documents
from comms_tracker.reading.quoted_mail import own_words, unflowed

WORDS = "The main burst on Friday, and 136 homes had no water."


def mail(body: str = WORDS, subtype: str = "plain", **headers: str) -> EmailMessage:
    made = EmailMessage()
    given = {
        "From": "Water Board press office <press@water.example>",
        "Date": "Fri, 12 Mar 2021 09:30:00 +0100",
        "Subject": "Burst main: update",
        **{key.replace("_", "-"): value for key, value in headers.items()},
    }
    for key, value in given.items():
        made[key] = value
    made.set_content(body, subtype=subtype)
    return made


def read(data: bytes | EmailMessage, **options: str) -> ReadResult:
    held = data if isinstance(data, bytes) else data.as_bytes()
    return read_documents([Document("m.eml", FileKind.MAIL, held, "m")], HowToRead(**options))  # type: ignore[arg-type]


def test_the_headers_give_the_date_the_organisation_and_the_title() -> None:
    found = read(mail())
    statement = found.statements[0]
    assert (statement.id, statement.text) == ("2021-03-12-m", WORDS)
    assert found.provenance[0].taken == {
        "issued": Taken("2021-03-12T09:30:00+01:00", 'the header "Date"'),
        "organisation": Taken("Water Board press office", 'the sender\'s name in the header "From"'),
        "title": Taken("Burst main: update", 'the header "Subject"'),
    }
    assert found.notes == (
        'm.eml: took the date 2021-03-12T09:30:00+01:00 from the header "Date", the organisation '
        '"Water Board press office" from the sender\'s name in the header "From" and the title "Burst main: update" '
        'from the header "Subject".',
    )


def test_a_header_that_names_the_organisation_goes_before_the_senders_name() -> None:
    found = read(mail(From="Jo Brand <jo@water.example>", Organization="Water Board"))
    assert found.provenance[0].taken["organisation"] == Taken("Water Board", 'the header "Organization"')


def test_what_the_user_gives_is_said_to_stand_only_where_it_differs() -> None:
    assert "--organisation" not in " ".join(read(mail(), organisation="Water Board press office").notes)
    assert read(mail(), organisation="Water Board").notes[-1] == (
        "m.eml: --organisation stands, and not Water Board press office, which is what the sender's name in the header "
        '"From" gives.'
    )


def test_an_address_alone_names_no_organisation() -> None:
    found = read(mail(From="press@water.example"))
    assert found.statements[0].organisation is None
    assert found.notes[-1] == "m.eml does not say which organisation speaks: name it with --organisation."


REPLY = f"{WORDS}\n\nOn Thu, 11 Mar 2021 at 18:02, Ann Ross\n<ann@post.example> wrote:\n> Was it 400 homes?\n>> 400.\n"
OUTLOOK = f"{WORDS}\n\nFrom: Ann Ross <ann@post.example>\nSent: 11 March 2021 18:02\nTo: Press\n\nWas it 400 homes?\n"
ORIGINAL = f"{WORDS}\n\n-----Original Message-----\nFrom: Ann Ross\n\nWas it 400 homes?\n"
FORWARDED = f"{WORDS}\n\n---------- Forwarded message ---------\nFrom: Ann Ross\n\nWas it 400 homes?\n"
RULED = f"{WORDS}\n\n________________________________\nFrom: Ann Ross\n\nWas it 400 homes?\n"
APPLE = f"{WORDS}\n\nBegin forwarded message:\n\nFrom: Ann Ross\n\nWas it 400 homes?\n"


@pytest.mark.parametrize(
    ("body", "lines"), [(REPLY, 2), (OUTLOOK, 4), (ORIGINAL, 3), (FORWARDED, 3), (RULED, 3), (APPLE, 3)]
)
def test_what_is_quoted_or_forwarded_below_is_cut_and_said_so(body: str, lines: int) -> None:
    found = read(mail(body))
    assert found.statements[0].text == WORDS
    assert found.notes[0] == f"m.eml: a quoted or forwarded message in it is not read (lines: {lines})."


def test_answers_between_quoted_lines_are_kept() -> None:
    found = read(mail("On Thursday Ann Ross wrote:\n> How many homes?\n136 homes.\n> For how long?\nNine hours.\n"))
    assert found.statements[0].text == "136 homes.\nNine hours."


def test_the_signature_is_cut_and_said_so() -> None:
    found = read(mail(f"{WORDS}\n-- \nJo Brand\n0113 496 0000\n"))
    assert found.statements[0].text == WORDS
    assert found.notes[0] == 'm.eml: the signature below its line "--" is not read.'


@pytest.mark.parametrize(
    "words", ["From: the board to its customers", "On Friday the board wrote: sorry", "- 136 homes"]
)
def test_words_that_only_look_like_a_reply_are_kept(words: str) -> None:
    assert own_words(f"{words}\n{WORDS}").text == f"{words}\n{WORDS}"


def test_html_without_plain_text_is_read_without_what_it_quotes() -> None:
    body = (
        f"<p>{WORDS}</p><ul><li>Quay Street</li></ul><div class='gmail_quote'><p>On Thursday Ann wrote:</p>"
        "<blockquote type='cite'>Was it 400 homes?</blockquote></div>"
    )
    found = read(mail(body, subtype="html"))
    assert found.statements[0].text == f"{WORDS}\n\n- Quay Street"
    assert found.notes[0] == "m.eml: a quoted or forwarded message in it is not read."


@pytest.mark.parametrize(("marked", "kept"), [(' type="CITE"', ""), ("", "\n\nWas it 400 homes?")])
def test_of_quotations_in_html_only_those_that_a_mail_program_made_are_left_out(marked: str, kept: str) -> None:
    body = f"<p>{WORDS}</p><blockquote{marked}><p>Was it 400 homes?</p></blockquote>"
    assert read(mail(body, subtype="html")).statements[0].text == WORDS + kept


def test_plain_text_goes_before_html_and_attachments_are_named() -> None:
    made = mail()
    made.add_alternative("<p>Another text.</p>", subtype="html")
    made.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="map.pdf")
    found = read(made)
    assert found.statements[0].text == WORDS
    assert found.notes[0] == "m.eml: what is attached is not read: map.pdf."


def test_encoded_words_and_bodies_are_decoded() -> None:
    found = read(mail("136 homes – the café too\n", Subject="Café burst"))
    assert (found.statements[0].title, found.statements[0].text) == ("Café burst", "136 homes – the café too")


def test_a_body_that_is_not_in_its_encoding_says_so() -> None:
    data = b"From: W <w@w.example>\nDate: Fri, 12 Mar 2021 09:30:00 +0000\n"
    data += b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n136 homes \x96 all of them\n"
    found = read(data)
    assert found.statements[0].text == "136 homes – all of them"
    assert found.notes[0] == "m.eml says that it is in utf-8 and is not: it is read as Windows-1252."


def test_flowed_lines_are_paragraphs_again() -> None:
    made = mail("The main \nburst on Friday.\n\n136 homes \nhad no water.\n")
    made.set_param("format", "flowed")
    assert read(made).statements[0].text == "The main burst on Friday.\n\n136 homes had no water."


@given(st.lists(st.text("abc .", min_size=1).filter(lambda line: line == line.rstrip()), min_size=1))
def test_lines_that_do_not_flow_stay_as_they_are(lines: list[str]) -> None:
    assert unflowed("\n".join(lines), delete_space=False) == "\n".join(line.removeprefix(" ") for line in lines)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b"136 homes had no water.\n",
            "m.eml is no mail: it has no From, Date or Subject. Save it from the mail program as .eml.",
        ),
        (
            mail("-----Original Message-----\nFrom: A\n\n136 homes\n").as_bytes(),
            "m.eml has no words of its own, only a quoted or forwarded message. "
            "Save that message itself, or the statement as plain text (.txt).",
        ),
        (
            b"From: a@b.example\nSubject: s\n\n",
            "m.eml has no text that can be read. Save the statement as plain text (.txt).",
        ),
    ],
)
def test_what_is_no_statement_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as refused:
        read(data, issued="2021-03-12")
    assert str(refused.value) == message


def test_a_mail_of_boxes_in_boxes_is_refused_and_not_a_crash() -> None:
    head = b"From: a@b.example\nSubject: s\n"
    boxes = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000))
    with pytest.raises(InputError) as refused:
        read(head + boxes + b"\n136 homes\n", issued="2021-03-12")
    assert str(refused.value) == (
        "m.eml cannot be read as a mail (RecursionError). Save the statement as plain text (.txt)."
    )


def test_a_mail_without_a_date_asks_for_one() -> None:
    with pytest.raises(InputError, match=r"^m\.eml has no date\. Give one with --issued 2017-04-28"):
        read(mail(Date="some day"))
