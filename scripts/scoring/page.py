"""The sections of docs/accuracy.md, each in marks by which a run that does not measure it keeps it as it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from comms_tracker.scoring.gold import GoldIncident
from comms_tracker.scoring.marks import Compared, Marks
from comms_tracker.scoring.verdicts import READING, Stage
from scoring import beside, tables
from scoring.calibration import Way, brier, links, reliability
from scoring.marked import Found, lines
from scoring.runs import marks_of_reading, read_claims
from scoring.sets import STAGES

WORST = (Stage.ACCUSATIONS, Stage.SILENT, Stage.FINDINGS, Stage.TURNED, Stage.REPORTED)
"""The stages whose mistakes cost most, the worst first."""
SHOWN_WORST, SHOWN = 40, 12
"""Misses listed for each stage."""


@dataclass(frozen=True, slots=True)
class First:
    """The figures of a set's first run, by stage, and the commit that was run."""

    figures: Mapping[str, float]
    commit: str


def section(name: str, text: str) -> str:
    """The section in its marks."""
    return f"<!-- {name} -->\n{text.strip()}\n<!-- end of {name} -->"


def kept(page: str, name: str) -> str | None:
    """The section of an earlier page with its marks; None where it has none."""
    found = re.search(rf"<!-- {name} -->.*?<!-- end of {name} -->", page, re.DOTALL)
    return found.group() if found else None


def reading(marks: Marks, gold: Sequence[GoldIncident], first: First) -> str:
    """What is read from single statements."""
    return f"""## Reading: tests/gold/statements

{_size(gold)}

{tables.stages(marks, READING, {f"first run ({first.commit})": first.figures})}
"""


def comparing(name: str, marks: Marks, left_out: Marks, gold: Sequence[GoldIncident], first: First) -> str:
    """What is said to have changed between statements, on one set."""
    of = STAGES[name]
    headlines = {stage.value: left_out.headline(stage) for stage in of if stage not in READING}
    accused, other = marks.score(Stage.ACCUSATIONS), left_out.score(Stage.ACCUSATIONS)
    return f"""## Comparing: tests/gold/{name}

{_size(gold)}
{FIRST_RUN[name]}

{tables.stages(marks, of, {"each incident left out": headlines, f"first run ({first.commit})": first.figures})}

Wrong accusations (contradicted or contradictory where the gold has neither that nor a retraction or revision):
{accused.wrong} of {accused.reported}, and {other.wrong} of {other.reported} with each incident left out.

{tables.kinds(marks, left_out)}

{tables.appearing(marks)}
"""


COMPARING = """\
*Reported changes* and *accusations* count only whether what was reported is so, *turned* only how many of the gold's
contradicted and retracted changes were named so, *no stated basis* and *near misses silent* only how often nothing was
made up; the columns to the right show the one side that counts.

*Each incident left out*: the weights that say whether two claims are about one measure, and the calibration of a link's
confidence, are learnt from the other incidents only, of `incidents` and `further` together; nothing is learnt from the
other sets, so that their column says the same as today's. The rules around them are not: whoever wrote them could see
all, `seventh` and `eighth` only after their first run, and `tenth` and `eleventh` not before it either."""
UNSEEN = "At the first run nothing had been learnt from them or written for them, and no weight has been since."
FIRST_RUN = {
    "incidents": "At the first run the weights had been learnt from them: its figures from *same measure* on "
    "were not blind.",
    "further": "At the first run nothing had been learnt from them or written for them.",
    "later": UNSEEN,
    "fourth": UNSEEN,
    "fifth": UNSEEN,
    "sixth": UNSEEN,
    "seventh": f"{UNSEEN}\nThey are as dense as the incidents kept apart.",
    "eighth": UNSEEN,
    "ninth": UNSEEN,
    "tenth": f"{UNSEEN}\nThey were run last but one.",
    "eleventh": f"{UNSEEN}\nThey were run last of all, so their first run says best what new statements give.",
}


def together(
    marks: Marks, left_out: Marks, sets: Mapping[str, Sequence[GoldIncident]], marked: Sequence[GoldIncident]
) -> str:
    """Both sets of comparing together, by kind; ``marked`` are the incidents whose gold has findings and bases."""
    gold = [one for of in sets.values() for one in of]
    return f"""## By kind: {" and ".join(f"tests/gold/{name}" for name in sets)} together

### Kinds of change

{tables.kinds(marks, left_out)}

### Findings

Only tests/gold/further marks findings, near misses and stated bases. A finding is found where one of the same kind
rests on one of its claims; a near miss is silent where no finding or change of that kind is reported of its claims.

{tables.findings(marks.within(marked), left_out.within(marked))}

{tables.quiet_changes(marks.within(marked), left_out.within(marked))}

### Stated basis

Of changes that are linked: whether the later words say why, and that nothing is made up where they do not.

{tables.bases(marks.within(marked), left_out.within(marked), marked)}

### Each incident left out

{tables.by_incident(left_out, gold)}
"""


def calibration(found: Sequence[Way], compared: Mapping[str, Sequence[Compared]]) -> str:
    """How far confidence can be believed: ways of calibrating, then the reliability on each of the named sets."""
    parts = ["## Calibration of a link's confidence", CALIBRATION, tables.ways(found), WRITTEN]
    for name, one in compared.items():
        judged, beyond = links(one)
        score = brier(judged)
        shown = tables.NOTHING if score is None else f"{score:.4f}"
        parts.append(
            f"### {name}\n\nBrier score {shown} over {len(judged)} links; "
            f"{beyond} more have an end that is no claim of the gold, which cannot judge them.\n\n"
            f"{tables.bands(reliability(judged))}"
        )
    return "\n\n".join(parts)


CALIBRATION = """\
A link is right where the gold has both claims in one series and, where it names a change between them, one of the kinds
that it accepts. The Brier score is the mean squared distance between confidence and what was so (0 is best; always
saying 0.5 gives 0.25). Each curve is fitted to links of the other incidents, which were themselves made by weights that
had not seen their incident."""
WRITTEN = """\
The product has the Platt scaling of all links (`scripts/train_same_measure.py` writes it beside the weights)."""


def far_apart(incidents: int, found: Found) -> str:
    """How much is read and linked where the same is told in words far apart."""
    told = "\n".join(f"- {line}" for line in lines(found))
    return f"""## In words far apart

{incidents} incidents of three statements each (`tests/gold/marked`), composed blind, whose writers put almost all of it
anew from one statement to the next and gave each clause the name of its measure. Nothing is learnt from them and no
rule was written for them. Few real statements change their words so much; what does, is mostly not linked today.

{told}"""


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

On both sets, each incident compared with what was fitted to the others; with weights set by hand that is only the level
at which two claims count as one measure, and the calibration. Differences of a few thousandths decide nothing.

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
    return f"""## On {len(gold)} incidents kept apart

{_size(gold)}
They are not part of the project and no weight was learnt from them, but they have been measured with during development
and their misses were looked at: they are not unseen.

{tables.stages(marks, [stage for stage in Stage if marks.of(stage)], {})}

Wrong accusations: {marks.score(Stage.ACCUSATIONS).wrong} of {marks.score(Stage.ACCUSATIONS).reported}.
"""


def mistakes(marked: Mapping[str, Marks]) -> str:
    """What is wrong today, in plain words: first the worst of all sets, then the rest set by set."""
    together = Marks(tuple(verdict for marks in marked.values() for verdict in marks.verdicts))
    parts = ["## What is wrong today", MISTAKES, f"### The worst\n\n{tables.misses(together, WORST, SHOWN_WORST)}"]
    rest = [stage for stage in Stage if stage not in WORST]
    for name, marks in marked.items():
        parts.append(f"### {name}\n\n{tables.misses(marks, rest, SHOWN)}")
    return "\n\n".join(parts)


MISTAKES = f"""\
What costs most comes first: accusations and findings that are not so, near misses that were reported, denials that
turned and were not named so, and reported changes of which the gold has none. At most {SHOWN_WORST} of each of these,
and {SHOWN} of every other stage; *a* → *b* are the words of the earlier and of the later claim."""


def _size(gold: Sequence[GoldIncident]) -> str:
    statements = sum(len(one.statements) for one in gold)
    claims = [claim for one in gold for claim in one.claims.values()]
    figures = sum(claim.figure is not None for claim in claims)
    return f"{len(gold)} incidents, {statements} statements, {len(claims)} claims, of which {figures} have a figure."
