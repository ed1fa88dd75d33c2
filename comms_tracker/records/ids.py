"""Ids that are made of what they stand for."""

from __future__ import annotations

import hashlib


def short_id(prefix: str, *parts: object) -> str:
    """A content-addressed id: the prefix and 12 hex digits of the SHA-256 of the parts, the same on every machine."""
    digest = hashlib.sha256("\x1f".join(str(part) for part in parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{prefix}-{digest[:12]}"
