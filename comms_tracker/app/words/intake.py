"""The words of what is pasted, dropped or fetched, on every page that takes texts in."""

from __future__ import annotations

FILES_HELP = "Text, Markdown, JSONL, CSV, HTML, MHTML, WARC, PDF, DOCX, EML, RSS or Atom, up to {most} MB each."
NOT_READ = "{name} is not a kind of file that is read. Save it as text, Markdown, HTML, PDF or DOCX, and drop that."
TOO_LARGE = "{name} has {size:.1f} MB, and a file may have {most} MB here. Save the statement's own pages alone."
NO_ADDRESS = "{address} is not the address of a page. Give one that begins with https or http."
TOO_LONG = "{name} has {length:,} characters, and a text may have {most:,} here. Paste one statement at a time."
FAILED = (
    "Something went wrong in the program while it read the text. Nothing of it was kept. Try it without its tables or "
    "other unusual parts; the other pages still work."
)
PASTED = "Text {number}"
READ_AS_TOLD = "How the texts were read"
