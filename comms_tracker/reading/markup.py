"""The bytes of a page to characters, where what the page says about its encoding may be wrong."""

from __future__ import annotations

import codecs
import re

from comms_tracker.reading.decoding import Decoded

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I)
_XML = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})[\"']", re.I)
_LOOKED_AT = 4096
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# As browsers do (WHATWG Encoding, section 4.2): these names stand for Windows-1252.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252"}
LAST_RESORT = "cp1252"


def markup_text(data: bytes, charset: str | None, name: str) -> Decoded:
    """The characters of a page, and a plain sentence where they are not in the encoding that it says it is in.

    ``charset`` is what the server or the mail said, which goes before what the page says. Bytes that are UTF-8 are
    read as UTF-8 whatever is said; bytes that are not what is said are read as Windows-1252, as browsers do.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return Decoded(data[len(bom) :].decode(encoding, "replace"))
    said = charset or _declared(data)
    known = _codec(said)
    attempts = ["utf-8"]
    if known is not None and known != "utf-8":
        attempts.insert(0 if known.startswith("utf-16") else 1, known)
    for encoding in attempts:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        as_said = said is None or encoding == known or data.isascii()
        return Decoded(text, () if as_said else _note(name, said, encoding.upper()))
    return Decoded(data.decode(LAST_RESORT, "replace"), _note(name, said, "Windows-1252"))


def _note(name: str, said: str | None, read_as: str) -> tuple[str, ...]:
    wrong = f"says that it is in {said} and is not" if said else "does not say which encoding it is in"
    return (f"{name} {wrong}: it is read as {read_as}.",)


def _declared(data: bytes) -> str | None:
    head = data[:_LOOKED_AT]
    match = _META.search(head) or _XML.match(head.lstrip())
    return match[1].decode("ascii") if match else None


def _codec(said: str | None) -> str | None:
    """Python's name of the encoding, None where it is not said or not known."""
    if said is None:
        return None
    try:
        found = codecs.lookup(said).name
    except LookupError:
        return None
    return _MEANT.get(found, found)
