"""JSONL: one statement a line, with the keys of front matter and ``text``."""

from __future__ import annotations

import json
from dataclasses import replace

from comms_tracker.errors import InputError
from comms_tracker.reading.decoding import refuse_blank, refuse_too_large
from comms_tracker.reading.fields import KEYS, Draft, checked
from comms_tracker.reading.received import Received

_ALL_KEYS = (*KEYS, "text")


def looks_like_jsonl(text: str) -> bool:
    """Whether the first line is, or sets out to be, a JSON object; a text that begins with ``{"`` does."""
    first = text.lstrip("\r\n").partition("\n")[0].strip()
    return first.startswith(('{"', "{ ", "{}"))


def drafts_of_rows(text: str, name: str, first_line: int = 1) -> list[Draft]:
    """The statements of a JSONL text in order, each named by its line and received as it; blank lines are passed over.

    Raises InputError for a line that is not a JSON object, a key that is not known, a value that is not text, and a
    row without text, each with the line's number.
    """
    return [
        replace(_draft(line, f"{name}, line {number}"), received=Received(name, line.encode(errors="surrogatepass")))
        for number, line in enumerate(text.split("\n"), start=first_line)
        if line.strip()
    ]


def _draft(line: str, where: str) -> Draft:
    row = _object(line, where)
    unknown = [key for key in row if key not in _ALL_KEYS]
    if unknown:
        raise InputError(f"{where}: unknown key {', '.join(map(repr, unknown))}. The keys are {', '.join(_ALL_KEYS)}.")
    fields = {key: _text(value, key, where) for key, value in row.items()}
    text = fields.pop("text", "")
    if not text:
        raise InputError(f"{where}: no text. Put the statement's words under the key 'text'.")
    refuse_blank(text, f"{where}: the text")
    _refuse_half_characters(text, where)
    refuse_too_large(len(text.encode("utf-8")), where)
    return Draft(where, text, checked(fields, {"issued": where}))


def _object(line: str, where: str) -> dict[str, object]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(
            f"{where}: not JSON: {error.msg} at column {error.colno}. Write one JSON object a line."
        ) from None
    except (RecursionError, ValueError):
        raise InputError(f"{where}: not JSON that can be read. Write one JSON object a line.") from None
    if not isinstance(row, dict):
        raise InputError(f"{where}: a JSON {_JSON_NAMES[type(row)]}, not an object. Write one JSON object a line.")
    return row


_JSON_NAMES: dict[type, str] = {
    list: "list",
    str: "string",
    int: "number",
    float: "number",
    bool: "true or false",
    type(None): "null",
}


def _text(value: object, key: str, where: str) -> str:
    """The value as text: null is none given, true and false as in front matter, a whole number only as an id."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if key == "article" and isinstance(value, bool):
        return str(value).lower()
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise InputError(f"{where}: {key} is a JSON {_JSON_NAMES.get(type(value), 'object')}, not text. Put it in quotes.")


def _refuse_half_characters(text: str, where: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            f"{where}: the text has half a character (\\u{ord(text[error.start]):04x}) at offset {error.start}. "
            "Write the whole character, or leave it out."
        ) from None
