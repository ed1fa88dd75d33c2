"""What is given for all statements of a reading: what stands where one does not state its own, and how to take it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from comms_tracker.reading.dates import checked_issued


class Way(StrEnum):
    """How a text is taken: as one statement, as an article with those that it quotes, or as it looks."""

    STATEMENT = "statement"
    ARTICLE = "article"
    AUTO = "auto"


@dataclass(frozen=True, slots=True)
class HowToRead:
    """What is given for all statements of one reading.

    ``issued``, ``organisation`` and ``incident`` stand where a statement does not state its own, and go before what a
    reader finds elsewhere in a document. With ``in_order`` a date may be missing: the order of input then is the order
    of time. ``columns`` says which column of a table (.csv) holds what, where it is not named like the key;
    ``allow_private`` fetches from private addresses too.
    """

    issued: str | None = None
    organisation: str | None = None
    incident: str | None = None
    in_order: bool = False
    columns: Mapping[str, str] = field(default_factory=dict)
    allow_private: bool = False

    def values(self) -> dict[str, str | None]:
        """What is given, by field; raises InputError where the date cannot be read."""
        given = {"organisation": self.organisation, "incident": self.incident}
        return given if self.issued is None else {**given, "issued": checked_issued(self.issued, "--issued")}


AS_IT_STANDS = HowToRead()
"""Nothing is given: each statement states its own."""
