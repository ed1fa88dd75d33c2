"""YAML front matter at the top of a text: read exactly as written, the text below it untouched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from comms_tracker.errors import InputError
from comms_tracker.reading.decoding import refuse_blank
from comms_tracker.reading.fields import KEYS, Draft, checked

if TYPE_CHECKING:
    from yaml import Node, YAMLError

_OPENING = re.compile(r"---[ \t]*\r?\n")
_CLOSING = re.compile(r"^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_NO_VALUE = frozenset({"", "~", "null"})
_IF_IT_IS_TEXT = "If the text itself begins with ---, put an empty line above it."


def draft_of_text(text: str, name: str, stem: str | None) -> tuple[Draft, tuple[str, ...]]:
    """The statement in one text, and notes on what of its front matter is not used.

    The statement's text is exactly what follows the closing line of the front matter, or the whole where there is
    none. Raises InputError where the front matter cannot be read or has no text under it.
    """
    fields, body, notes = divided(text, name)
    return Draft(name, body, fields, stem), notes


def divided(text: str, name: str) -> tuple[dict[str, str], str, tuple[str, ...]]:
    """The front matter's checked fields, what stands under it, and notes on what of it is not used.

    Raises InputError as :func:`draft_of_text` does.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return {}, text, ()
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        raise InputError(
            f"{name}, line 1: the front matter is not closed. Put a line of --- under its last key. {_IF_IT_IS_TEXT}"
        )
    fields, lines = _fields(text[opening.end() : closing.start()], name)
    where = {key: f"{name}, line {line}" for key, line in lines.items()}
    unused = [key for key in fields if key not in KEYS]
    notes = (f"{name}: front matter that is not used: {', '.join(unused)}.",) if unused else ()
    body = text[closing.end() :]
    refuse_blank(body, f"{name}, under its front matter,")
    known = {key: value for key, value in fields.items() if key in KEYS}
    return checked(known, where), body, notes


def _fields(block: str, name: str) -> tuple[dict[str, str], dict[str, int]]:
    """The keys of the block with their values as they are written, and the line of each in the file."""
    import yaml

    try:
        root = yaml.compose(block, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        line, problem = _problem(error, block)
        raise InputError(
            f"{name}, line {line}: the front matter does not parse: {problem}. "
            "Write one `key: value` a line, and quote a value that holds a colon and a space."
        ) from None
    except RecursionError:
        raise InputError(
            f"{name}, line 2: the front matter is nested too deeply. Write one `key: value` a line."
        ) from None
    if root is None:
        return {}, {}
    if not isinstance(root, yaml.MappingNode):
        raise InputError(f"{name}, line 2: the front matter is not `key: value` lines. {_IF_IT_IS_TEXT}")
    fields: dict[str, str] = {}
    lines: dict[str, int] = {}
    for key_node, value_node in root.value:
        line = _line(key_node)
        key = _scalar(key_node, name, "a key")
        if key in fields:
            raise InputError(f"{name}, line {line}: the front matter has {key!r} twice. Keep one of them.")
        fields[key] = _scalar(value_node, name, key) if key in KEYS else ""
        lines[key] = line
    return fields, lines


def _scalar(node: Node, name: str, key: str) -> str:
    from yaml import ScalarNode

    if not isinstance(node, ScalarNode):
        raise InputError(f"{name}, line {_line(node)}: {key} is a list or a mapping. Write one value on the line.")
    plain = node.style is None
    return "" if plain and node.value in _NO_VALUE else str(node.value)


def _line(node: Node) -> int:
    """The line in the file: YAML counts from 0, and the opening line stands above the block."""
    return int(node.start_mark.line) + 2


def _problem(error: YAMLError, block: str) -> tuple[int, str]:
    """The line in the file and what is wrong with it, in YAML's words."""
    from yaml import MarkedYAMLError
    from yaml.reader import ReaderError

    if isinstance(error, MarkedYAMLError) and error.problem_mark is not None:
        return error.problem_mark.line + 2, error.problem or "unexpected text"
    if isinstance(error, ReaderError):
        return block.count(
            "\n", 0, error.position
        ) + 2, f"the character U+{ord(block[error.position]):04X} is not allowed"
    return 2, "unexpected text"
