"""Work on texts that nobody may keep: what is pasted leaves neither a line in the log nor a word in a cache."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from typing import TypeVar

from comms_tracker.app.words import intake as words
from comms_tracker.errors import CommsTrackerError, InputError
from comms_tracker.remembering import forget

R = TypeVar("R")

log = logging.getLogger(__name__)


def unkept(work: Callable[[], R]) -> R:
    """What ``work`` gives; what the program remembers of texts is forgotten behind it.

    Raises the errors that are written for people as they are. Of any other one, whose message may quote the text, only
    the place in the program is logged, and an InputError that says what to do is raised for it.
    """
    try:
        return work()
    except CommsTrackerError:
        raise
    except Exception as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        log.error("A text could not be read: %s in %s, line %s.", type(error).__name__, frame.filename, frame.lineno)
        raise InputError(words.FAILED) from None
    finally:
        forget()
