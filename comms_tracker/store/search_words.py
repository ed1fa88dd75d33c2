"""Words as a person types them, made safe for SQLite's full text: no character of theirs is an operator to it."""

from __future__ import annotations

import re

from comms_tracker.errors import InputError

_PIECE = re.compile(r'(-?)(?:"([^"]*)"|([^\s"]+))(\*?)')


def match_of(words: str) -> str:
    """What to hand to MATCH: every word, "a phrase" as it stands, begin* and -without as people expect them.

    Raises InputError where there is no word to look for.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for sign, phrase, word, star in _PIECE.findall(words.replace("\x00", " ")):
        text, prefix = (phrase, star) if phrase else (word.rstrip("*"), "*" if word.endswith("*") else "")
        if not any(character.isalnum() for character in text):
            continue
        quoted = '"' + text.replace('"', '""') + '"' + ("*" if prefix else "")
        (unwanted if sign else wanted).append(quoted)
    if not wanted:
        raise InputError('There is no word to look for. Type some, such as: comms-tracker search "patients harmed".')
    found = " AND ".join(wanted)
    return f"({found}) NOT ({' OR '.join(unwanted)})" if unwanted else found
