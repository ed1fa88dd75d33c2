"""Text of unknown origin made safe to show in a terminal: what would act on it is shown as an escape."""

from __future__ import annotations

import re

_ACTS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SPACE = re.compile(r"[\t\r\n\u2028\u2029 ]+")
_LINE_END = re.compile(r"\r\n?|[\u2028\u2029]")


def visible(text: str) -> str:
    """The text on one line; control characters, marks of direction and half characters as ``\\x1b`` or ``\\u202e``."""
    return _ACTS.sub(_escape, _SPACE.sub(" ", text)).strip()


def visible_part(text: str) -> str:
    """As :func:`visible`, of a part of a line: a space at either end is kept."""
    shown = visible(text)
    if not shown:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{shown}{' ' if text[-1].isspace() else ''}"


def visible_lines(text: str) -> str:
    """As :func:`visible`, with the text's own lines and spaces kept: every line end is a plain one."""
    return _ACTS.sub(_escape, _LINE_END.sub("\n", text))


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
