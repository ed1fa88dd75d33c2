"""What of a mail its sender wrote: quoted replies, forwarded messages and the signature are told apart and cut."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# "On Tue, 9 Mar 2021 at 08:15, Ann Ross <ann@post.example> wrote:", which mail programs wrap over two or three lines.
_ATTRIBUTION = re.compile(r"^On\b[^\n]{3,120}(?:\n[^\n]{0,120}){0,2}?\bwrote:\s*$", re.MULTILINE)
_BELOW_IS_ANOTHERS = re.compile(
    r"^(?:[ \t]*-{2,}[ \t]*(?:original message|forwarded message|forwarded by\b[^\n]*)[ \t]*-*[ \t]*$"
    r"|begin forwarded message:[ \t]*$"
    r"|_{10,}[ \t]*\n+(?=from:)"
    r"|\*?from:\*?[ \t][^\n]+\n+\*?(?:sent|date):\*?[ \t])",
    re.MULTILINE | re.IGNORECASE,
)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_MANY_BLANKS = re.compile(r"\n{3,}")
_QUOTED_CLASSES = frozenset({"gmail_quote", "yahoo_quoted", "moz-cite-prefix", "protonmail_quote"})


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A mail's own text, and what was left out of it, in plain sentences."""

    text: str
    left_out: tuple[str, ...]


def own_words(text: str) -> OwnWords:
    """The text without the lines quoted in it, what follows a forwarding mark, and the signature after "-- "."""
    left_out: list[str] = []
    marked = _BELOW_IS_ANOTHERS.search(text)
    quoted = 0
    if marked is not None:
        quoted = len([line for line in text[marked.start() :].split("\n") if line.strip()])
        text = text[: marked.start()]
    lines = text.split("\n")
    kept = [line for line in lines if not line.startswith(">")]
    quoted += len(lines) - len(kept)
    if quoted:
        text = _ATTRIBUTION.sub("", "\n".join(kept))
        left_out.append(f"a quoted or forwarded message in it is not read (lines: {quoted}).")
    signature = _SIGNATURE.search(text)
    if signature is not None:
        text = text[: signature.start()]
        left_out.append('the signature below its line "--" is not read.')
    return OwnWords(_MANY_BLANKS.sub("\n\n", text).strip("\n"), tuple(left_out))


def unflowed(text: str, delete_space: bool) -> str:
    """The paragraphs of format=flowed text (RFC 3676) each in one line again; quoted lines stay as they are."""
    done: list[str] = []
    open_line = False
    for raw in text.split("\n"):
        quoted = raw.startswith(">")
        line = raw[1:] if raw.startswith(" ") else raw
        if open_line and not quoted and line != "-- ":
            done[-1] += line
        else:
            done.append(line)
        open_line = line.endswith(" ") and line != "-- " and not quoted
        if open_line and delete_space:
            done[-1] = done[-1][:-1]
    return "\n".join(line if line == "-- " else line.rstrip(" ") for line in done)


def drop_quoted_parts(root: HtmlElement) -> bool:
    """Takes out of a mail's HTML what mail programs mark as quoted or forwarded; returns whether there was any."""
    quoted = [
        element
        for element in root.iterdescendants()
        if (element.tag == "blockquote" and (element.get("type") or "").lower() == "cite")
        or _QUOTED_CLASSES & set((element.get("class") or "").lower().split())
    ]
    for element in quoted:
        if element.getparent() is not None:
            element.drop_tree()
    return bool(quoted)
