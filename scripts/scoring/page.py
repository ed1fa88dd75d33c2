"""The sections of docs/accuracy.md, each in marks by which a run that does not measure it keeps it as it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from scoring import beside, tables
from scoring.calibration import brier, links, reliability
from scoring.gold import GoldIncident
from scoring.marks import Compared, Marks, marks_of_reading, read_claims
from scoring.verdicts import READING, Stage

CHANGING = tuple(stage for stage in Stage if stage not in READING)
SHOWN = 12
"""Misses listed for each stage."""


def section(name: str, text: str) -> str:
    """The section in its marks."""
    return f"<!-- {name} -->\n{text.strip()}\n<!-- end of {name} -->"


def kept(page: str, name: str) -> str | None:
    """The section of an earlier page with its marks; None where it has none."""
    found = re.search(rf"<!-- {name} -->.*?<!-- end of {name} -->", page, re.DOTALL)
    return found.group() if found else None


def reading(marks: Marks, gold: Sequence[GoldIncident], first: Mapping[str, float], commit: str) -> str:
    """What is read from single statements."""
    return f"""## Reading: tests/gold/statements

{_size(gold)}

{tables.stages(marks, READING, {f"first run ({commit})": first})}
"""


def comparing(
    marks: Marks, left_out: Marks, gold: Sequence[GoldIncident], first: Mapping[str, float], commit: str
) -> str:
    """What is said to have changed between statements."""
    headlines = {stage.value: left_out.headline(stage) for stage in CHANGING}
    accused, other = marks.score(Stage.ACCUSATIONS), left_out.score(Stage.ACCUSATIONS)
    return f"""## Comparing: tests/gold/incidents

{_size(gold)}

{tables.stages(marks, tuple(Stage), {"each incident left out": headlines, f"first run ({commit})": first})}

*Reported changes* and *accusations* count only whether what was reported is so, *turned* only how many of the gold's
contradicted and retracted changes were named so; the columns to the right show the one side that counts.
Wrong accusations (contradicted or contradictory where the gold has neither that nor a retraction or revision):
{accused.wrong} of {accused.reported}, and {other.wrong} of {other.reported} with each incident left out.

*Each incident left out*: the weights that say whether two claims are about one measure are learnt from the other
incidents only (`scripts/train_same_measure.py`). The rules around them are not: whoever wrote them could see all.
At the first run the weights had been learnt from these incidents, so its figures from *same measure* on were not blind.

### By kind of change

{tables.kinds(marks, left_out)}

{tables.appearing(marks)}

The gold does not mark findings, nor the words on which a change is said to rest, so neither is measured here.
"""


def calibration(compared: Mapping[str, Sequence[Compared]]) -> str:
    """How far confidence can be believed, on each of the named sets."""
    parts = ["## Calibration of a link's confidence", CALIBRATION]
    for name, one in compared.items():
        found, beyond = links(one)
        score = brier(found)
        shown = tables.NOTHING if score is None else f"{score:.4f}"
        parts.append(
            f"### {name}\n\nBrier score {shown} over {len(found)} links; "
            f"{beyond} more have an end that is no claim of the gold, which cannot judge them.\n\n"
            f"{tables.bands(reliability(found))}"
        )
    return "\n\n".join(parts)


CALIBRATION = """\
A link is right where the gold has both claims in one series and, where it names a change between them, one of the kinds
that it accepts. The Brier score is the mean squared distance between confidence and what was so (0 is best; always
saying 0.5 gives 0.25)."""


def ablation(steps: Mapping[str, Marks]) -> str:
    """What each part of the alignment adds."""
    stages = (Stage.SAME_MEASURE, Stage.KIND, Stage.REPORTED, Stage.ADDED, Stage.DROPPED)
    rows = []
    for name, marks in steps.items():
        same = marks.score(Stage.SAME_MEASURE)
        shown = (same.precision, same.recall, *(marks.headline(stage) for stage in stages))
        rows.append([name, *map(tables.number, shown)])
    head = ["what decides", "same measure: precision", "recall", "F1", *(stage.value for stage in stages[1:])]
    return f"""## What each part adds

On tests/gold/incidents, each incident compared with what was fitted to the others: by hand, only the level at which two
claims count as one measure. One pair more or less is 0.002 to 0.004 of *same measure* and 0.08 of *dropped*, so small
differences here decide nothing.

{tables.table(head, rows)}
"""


def side_by_side(gold: Mapping[str, Sequence[GoldIncident]]) -> str:
    """Our readers of quantities and quantulum3, on each of the named sets."""
    reading = {
        "comms-tracker, claims": read_claims,
        "comms-tracker, every figure": beside.as_claims(beside.our_figures),
        f"quantulum3 {beside.quantulum_version()}": beside.as_claims(beside.quantulum_figures),
    }
    parts = ["## Beside quantulum3", BESIDE]
    for name, incidents in gold.items():
        marked = {reader: marks_of_reading(incidents, read) for reader, read in reading.items()}
        by_kind = {reader: beside.found_by_kind(incidents, read) for reader, read in reading.items()}
        parts.append(
            f"### {name}\n\n{tables.readers(marked)}\n\nBy kind of figure: found / found with the right value.\n\n"
            f"{tables.readers_by_kind(by_kind)}"
        )
    return "\n\n".join(parts)


BESIDE = """\
The same scorer on what each reads: a figure of the gold is found where the spans overlap. quantulum3 reads numbers with
units. It does not set out to read vague words ("a handful"), "no" and "none", nor to tell what a statement asserts from
dates, telephone numbers and deadlines: its recall on *vague* and *none* and its precision say so, not that it fails at
its task. It gives a number where the gold has an interval ("more than 800") and two for most ranges. It ran without its
classifier of units; its "dozen" was multiplied out, and a value with an uncertainty taken as the interval around it.
*Every figure* is what `comms_tracker.figures` returns, of which claims are a part: its precision is low for the same
reason as quantulum3's. A value that the gold leaves open (vague words) counts as right."""


def apart(marks: Marks, gold: Sequence[GoldIncident]) -> str:
    """Incidents that are not part of the project."""
    return f"""## On {len(gold)} further incidents kept apart

{_size(gold)}
They are not part of the project and no weight was learnt from them, but they have been measured with during development
and their misses were looked at: they are not unseen.

{tables.stages(marks, tuple(Stage), {})}

Wrong accusations: {marks.score(Stage.ACCUSATIONS).wrong} of {marks.score(Stage.ACCUSATIONS).reported}.
"""


def mistakes(marked: Mapping[str, Marks]) -> str:
    """What is wrong today, in plain words."""
    parts = ["## What is wrong today", f"At most {SHOWN} of each stage; *a* → *b* are the earlier and the later claim."]
    for name, marks in marked.items():
        parts.append(f"### {name}\n\n{tables.misses(marks, tuple(Stage), SHOWN)}")
    return "\n\n".join(parts)


def _size(gold: Sequence[GoldIncident]) -> str:
    statements = sum(len(one.statements) for one in gold)
    claims = [claim for one in gold for claim in one.claims.values()]
    figures = sum(claim.figure is not None for claim in claims)
    return f"{len(gold)} incidents, {statements} statements, {len(claims)} claims, of which {figures} have a figure."
