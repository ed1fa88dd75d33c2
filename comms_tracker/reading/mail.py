"""Mails (.eml): the sender's own words, without what is quoted or forwarded below them, and what the headers say."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from typing import cast

from comms_tracker.errors import InputError
from comms_tracker.reading.blocks import text_of
from comms_tracker.reading.decoding import refuse_too_large
from comms_tracker.reading.fields import Draft
from comms_tracker.reading.found_dates import moment
from comms_tracker.reading.html import fragment
from comms_tracker.reading.markup import markup_text
from comms_tracker.reading.quoted_mail import drop_quoted_parts, own_words, unflowed
from comms_tracker.reading.received import Taken

_ORGANISATION = ("Organization", "Organisation", "X-Organization", "X-Organisation")
_MARKS_OF_MAIL = ("From", "Date", "Subject", "Received", "Message-ID")


def draft_of_mail(data: bytes, name: str, stem: str | None) -> tuple[Draft, list[str]]:
    """The statement in a mail, and plain sentences about how it was read and what of it was left out.

    The date is that of the mail's header; the organisation that of a header which names one, else the sender's name.
    Raises InputError where the bytes are no mail, or the mail has no words of its own.
    """
    mail = parsed_message(data, name)
    if not any(header(mail, mark) for mark in _MARKS_OF_MAIL):
        raise InputError(f"{name} is no mail: it has no From, Date or Subject. Save it from the mail program as .eml.")
    text, notes = _body(mail, name)
    if not text.strip():
        raise InputError(f"{name} has no text that can be read. Save the statement as plain text (.txt).")
    own = own_words(text)
    if not own.text.strip():
        raise InputError(
            f"{name} has no words of its own, only a quoted or forwarded message. "
            "Save that message itself, or the statement as plain text (.txt)."
        )
    refuse_too_large(len(own.text.encode("utf-8", "surrogatepass")), name)
    notes += [f"{name}: {left}" for left in own.left_out]
    attached = [part.get_filename() or part.get_content_type() for part in mail.iter_attachments()]
    if attached:
        notes.append(f"{name}: what is attached is not read: {', '.join(attached)}.")
    return Draft(name, own.text, {}, stem, found=_facts(mail)), notes


def parsed_message(data: bytes, name: str) -> EmailMessage:
    """The message in ``data``; raises InputError where it is nested too deeply or cannot be parsed at all."""
    try:
        return message_from_bytes(data, policy=policy.default)
    except (MessageError, RecursionError, ValueError, IndexError) as error:
        raise InputError(
            f"{name} cannot be read as a mail ({type(error).__name__}). Save the statement as plain text (.txt)."
        ) from None


def header(message: EmailMessage, name: str) -> str | None:
    """A header's words in one line, None where it is missing, blank or cannot be read."""
    try:
        value = message.get(name)
    except (ValueError, IndexError, AttributeError):
        return None
    return " ".join(str(value).split()) or None if value is not None else None


def part_text(part: EmailMessage, name: str) -> tuple[str, tuple[str, ...]]:
    """The characters of a part, and a sentence where they are not in the encoding that it says."""
    payload = part.get_payload(decode=True)
    read = markup_text(payload if isinstance(payload, bytes) else b"", part.get_content_charset(), name)
    return read.text.replace("\r\n", "\n"), read.notes


def _facts(mail: EmailMessage) -> dict[str, Taken]:
    found: dict[str, Taken] = {}
    sent, subject = header(mail, "Date"), header(mail, "Subject")
    if sent is not None and (issued := moment(sent)) is not None:
        found["issued"] = Taken(issued, 'the header "Date"')
    organisation = _organisation(mail)
    if organisation is not None:
        found["organisation"] = organisation
    if subject is not None:
        found["title"] = Taken(subject, 'the header "Subject"')
    return found


def _organisation(mail: EmailMessage) -> Taken | None:
    for name in _ORGANISATION:
        value = header(mail, name)
        if value is not None:
            return Taken(value, f'the header "{name}"')
    try:
        senders = mail["From"].addresses if mail["From"] is not None else ()
    except (ValueError, IndexError, AttributeError):
        return None
    named = next((" ".join(sender.display_name.split()) for sender in senders if sender.display_name), None)
    return Taken(named, 'the sender\'s name in the header "From"') if named else None


def _body(mail: EmailMessage, name: str) -> tuple[str, list[str]]:
    """The mail's words, from its plain text where it has one."""
    for kind in ("plain", "html"):
        part = cast(EmailMessage | None, mail.get_body((kind,)))
        if part is None:
            continue
        text, notes = part_text(part, name)
        if kind == "html":
            tree = fragment(text)
            if drop_quoted_parts(tree):
                notes = (*notes, f"{name}: a quoted or forwarded message in it is not read.")
            text = text_of(tree)
        elif part.get_param("format") == "flowed":
            text = unflowed(text, part.get_param("delsp") == "yes")
        if text.strip() or kind == "html":
            return text, list(notes)
    return "", []
