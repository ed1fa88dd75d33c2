"""What is remembered of an address between two looks, in a file beside the store."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

from comms_tracker.errors import InputError


@dataclass(slots=True)
class Seen:
    """An address as it was last seen: what the server called that version, its bytes' sha256, and its statements.

    ``ids`` gives the id in the store of each page or entry by its own address; ``not_before`` is the moment in UTC,
    ISO, before which the server asked not to be asked again.
    """

    etag: str = ""
    last_modified: str = ""
    sha256: str = ""
    not_before: str = ""
    ids: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class WatchState:
    """What is known of each watched address, kept in ``path``."""

    path: Path
    seen: dict[str, Seen] = field(default_factory=dict)

    @classmethod
    def beside(cls, store: Path) -> WatchState:
        """The state kept beside the store at that path, empty where there is none yet; raises InputError if broken."""
        path = store.with_name(store.name + ".watch.json")
        try:
            held = json.loads(path.read_text(encoding="utf-8"))
            return cls(path, {address: Seen(**values) for address, values in held.items()})
        except FileNotFoundError:
            return cls(path)
        except (OSError, ValueError, TypeError, AttributeError) as error:
            raise InputError(
                f"{path} cannot be read ({type(error).__name__}). Move it away: every address is then seen for the "
                "first time, and no version is lost."
            ) from None

    def of(self, address: str) -> Seen:
        """What is known of the address; empty where it is watched for the first time."""
        return self.seen.setdefault(address, Seen())

    def save(self) -> None:
        """Writes the state whole or not at all; raises InputError where it cannot be written."""
        text = json.dumps({address: asdict(seen) for address, seen in self.seen.items()}, indent=1, sort_keys=True)
        new = self.path.with_name(self.path.name + ".new")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            new.write_text(text + "\n", encoding="utf-8")
            os.replace(new, self.path)
        except OSError as error:
            raise InputError(f"{self.path} cannot be written: {error.strerror}. Check who may write there.") from None
