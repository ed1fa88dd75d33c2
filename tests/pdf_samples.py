"""Small PDFs made of words put at places on a page, so that a test can say exactly what a file holds."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

Placed = tuple[float, float, str]
"""Points from the left, points from the bottom, and the words that begin there."""


def pdf(pages: Sequence[Sequence[Placed]], *, info: str = "", size: float = 11) -> bytes:
    """A PDF (A4, Helvetica) with one page for each sequence of placed words; ``info`` is its dictionary's inside."""
    return pdf_of_streams([_stream(page, size) for page in pages], info=info)


def lines(words: Sequence[str], *, left: float = 72, top: float = 760, leading: float = 13) -> list[Placed]:
    """The words as lines below each other; an empty string leaves a line free."""
    return [(left, top - leading * place, line) for place, line in enumerate(words) if line]


def pdf_of_streams(streams: Sequence[bytes], *, info: str = "", filters: str = "/FlateDecode") -> bytes:
    """A PDF whose pages have these content streams, packed already."""
    count = len(streams)
    kids = " ".join(f"{4 + 2 * place} 0 R" for place in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for place, stream in enumerate(streams):
        page = (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {5 + 2 * place} 0 R >>"
        )
        objects.append(page.encode())
        head = f"<< /Length {len(stream)} /Filter {filters} >>\nstream\n".encode()
        objects.append(head + stream + b"\nendstream")
    objects.append(f"<< {info} >>".encode("latin-1"))
    held = b"%PDF-1.4\n"
    offsets: list[int] = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(held))
        held += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(objects) + 1, len(objects))
    start = len(held)
    return (
        held
        + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        + table
        + trailer
        + (b"startxref\n%d\n%%%%EOF\n" % start)
    )


def _stream(page: Sequence[Placed], size: float) -> bytes:
    parts = ["BT", f"/F1 {size} Tf"]
    for left, bottom, words in page:
        escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        parts.append(f"1 0 0 1 {left} {bottom} Tm ({escaped}) Tj")
    return zlib.compress("\n".join([*parts, "ET"]).encode("cp1252"))
