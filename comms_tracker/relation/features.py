"""What two texts' numbers and words say about whether both can be true, as one row of named features."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from operator import attrgetter

from comms_tracker.changes.basis import cues
from comms_tracker.changes.intervals import Interval, can_both_hold
from comms_tracker.records import StatedBasis
from comms_tracker.relation.match import Fits, Match
from comms_tracker.relation.quantity import Sort
from comms_tracker.relation.read import Read
from comms_tracker.remembering import remembered

DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
NEGATIONS = frozenset({"not", "no", "n't", "never", "none", "without", "neither", "nor"})
CORRECTING = frozenset({StatedBasis.CORRECTION, StatedBasis.RETRACTION})
REMEMBERED = 1024
"""Later texts that are kept with whether they correct, since the pairs of one text come together."""
LONG_TEXT = 60
"""Words."""
STEM = 5
"""A word counts as said where its first letters stand somewhere: "released" says "release"."""


def features(earlier: Read, later: Read, matches: Sequence[Match]) -> dict[str, float]:
    """The features of one pair, always the same names in the same order."""
    return {**_of_words(earlier, later), **_of_clashes(matches), **_of_fits(matches), **_of_numbers(earlier, later)}


def _of_words(earlier: Read, later: Read) -> dict[str, float]:
    """How much of the earlier text's words the later one has."""
    said = later.text.lower()
    missing = [word for word in earlier.content if word not in later.lemmas and word[:STEM] not in said]
    names = [name for name in earlier.names if name not in later.lemmas]
    return {
        "words_covered": 1 - len(missing) / max(1, len(earlier.content)),
        "words_missing": min(6.0, len(missing)),
        "words": float(len(earlier.content)),
        "names_missing": float(len(names)),
        "names_covered": 1 - len(names) / max(1, len(earlier.names)),
        "verbs_missing": float(len(earlier.verbs - later.lemmas)),
        "later_length": min(1.0, later.length / LONG_TEXT),
        "corrects": float(_corrects(later.text)),
        "recalls": float(_recalls(earlier, later)),
        "negation_differs": float(bool(earlier.lemmas & NEGATIONS) != bool(later.lemmas & NEGATIONS)),
    }


@remembered(REMEMBERED)
def _corrects(text: str) -> bool:
    """Whether words of the text put something right that was said before."""
    return any(cue.pattern.search(text) for cue in cues() if cue.basis in CORRECTING)


def _recalls(earlier: Read, later: Read) -> bool:
    """Whether the later text restates a number that the earlier one gives."""
    told = [one.interval for one in later.quantities if one.restated]
    return any(can_both_hold(one.interval, then) for one in earlier.quantities for then in told)


def _of_clashes(matches: Sequence[Match]) -> dict[str, float]:
    """The number that most likely clashes, where nothing in the later text makes it true."""
    clashes = [match for match in matches if match.fits is Fits.CLASH and not match.disputed]
    worst = max(clashes, key=attrgetter("likeness"), default=None)
    found = {f"clash_of_{sort.value}": float(any(one.earlier.sort is sort for one in clashes)) for sort in Sort}
    partner = worst.partner if worst is not None else None
    if worst is None or partner is None:
        return found | dict.fromkeys(CLASH_PARTS, 0.0)
    middle = abs(worst.earlier.interval.middle or 0.0)
    parts = (
        1.0,
        partner.likeness,
        partner.surroundings,
        partner.beside,
        partner.noun,
        partner.verb,
        partner.sort,
        partner.nearness,
        float(worst.earlier.bound),
        float(partner.later.bound),
        float(any(one.earlier.as_of for one in clashes)),
        min(8.0, worst.choices),
        0.0 if worst.earlier.is_time else min(5.0, math.log10(1 + middle)),
        float(len(clashes)),
        float(sum(not one.earlier.is_time for one in clashes)),
        float(any(one.earlier.is_time for one in clashes) and any(not one.earlier.is_time for one in matches)),
    )
    return found | dict(zip(CLASH_PARTS, parts, strict=True))


CLASH_PARTS = (
    "clash",
    "clash_likeness",
    "clash_surroundings",
    "clash_beside",
    "clash_noun",
    "clash_verb",
    "clash_sort",
    "clash_nearness",
    "clash_bound",
    "clash_with_bound",
    "clash_as_of",
    "clash_choices",
    "clash_size",
    "clashes",
    "clashes_of_numbers",
    "dates_differ",
)
"""The names of what :func:`_of_clashes` says of the worst clash, in its order."""


def _of_fits(matches: Sequence[Match]) -> dict[str, float]:
    """The numbers that are made true, left open, disputed, or have no counterpart."""
    holding = [match for match in matches if match.fits is Fits.HOLDS]
    opened = [match for match in matches if match.fits is Fits.OPEN]
    absent = [match for match in matches if match.fits is Fits.ABSENT]
    disputed = [match for match in matches if match.disputed and match.fits is Fits.CLASH]
    worst = max(disputed, key=_lead, default=None)
    return {
        "holds": float(len(holding)),
        "holds_bound": float(any(match.earlier.bound for match in holding)),
        "holds_date": _any_time(holding),
        "holds_number": _any_number(holding),
        "holds_likeness": min((match.likeness for match in holding), default=0.0),
        "open_outside": float(any(_end_outside(match) for match in opened)),
        "open_inside": float(any(match.earlier.bound and not _end_outside(match) for match in opened)),
        "all_hold": float(len(holding) == len(matches) > 0),
        "disputed_bound": float(any(match.earlier.bound for match in disputed)),
        "open_date": _any_time(opened),
        "open_number": _any_number(opened),
        "absent_date": _any_time(absent),
        "absent_number": _any_number(absent),
        "disputed": float(len(disputed)),
        "disputed_lead": _lead(worst) if worst is not None else 0.0,
        "disputed_nearness": worst.partner.nearness if worst is not None and worst.partner is not None else 0.0,
    }


def _of_numbers(earlier: Read, later: Read) -> dict[str, float]:
    then, now = set(DIGITS.findall(earlier.text)), set(DIGITS.findall(later.text))
    return {
        "digits_missing": float(len(then - now)),
        "digits_shared": len(then & now) / max(1, len(then)),
        "numbers": float(len(earlier.quantities)),
        "later_numbers": min(10.0, len(later.quantities)),
        "any_bound": float(any(one.bound for one in earlier.quantities)),
        "any_date": float(any(one.is_time for one in earlier.quantities)),
    }


def _end_outside(match: Match) -> bool:
    """Whether the end of a later bound lies outside what the earlier text says: "over 99" and then "over 98"."""
    end = match.partner.later.interval.middle if match.partner is not None else None
    return end is not None and not can_both_hold(match.earlier.interval, Interval(end, end))


def _any_time(matches: Iterable[Match]) -> float:
    return float(any(match.earlier.is_time for match in matches))


def _any_number(matches: Iterable[Match]) -> float:
    return float(any(not match.earlier.is_time for match in matches))


def _lead(match: Match) -> float:
    """How much likelier the partner that clashes is than the one that makes the number true."""
    return match.likeness - (match.holder.likeness if match.holder is not None else 0.0)
