"""A hand-made comparison of the bundled case, for tests of what is shown: no language model has a part in it.

``barts_comparison()`` has every kind of thing that a page or table must show: a headline with two further kinds, an
added and a dropped claim, a change below the level of confidence, an unchanged
pair, a finding and a note. Spans are looked up in the texts, so every offset is exact.
"""

from __future__ import annotations

from comms_tracker.records import (
    Basis,
    Change,
    ChangeKind,
    Claim,
    Comparison,
    Direction,
    Figure,
    FigureKind,
    Finding,
    FindingKind,
    Measure,
    ProducedBy,
    Reading,
    ReadingAs,
    Relation,
    Series,
    Statement,
    short_id,
)

SURVEY = "survey, 46 readers"
INCIDENT = "barts-2017"
ORGANISATION = "Barts Health NHS Trust"

FIRST = Statement(
    id="2017-04-28-first-statement",
    text=(
        "It has been necessary to cancel a very small number of elective operations, those that relied on images. "
        "Some patients at our outpatient clinics have had delays, and we are sorry for them.\n\n"
        "We are working urgently to keep our services resilient."
    ),
    organisation=ORGANISATION,
    issued="2017-04-28",
    title="First statement on the computer failure",
    channel="press statement",
    source="Recast from public reports of April 2017",
    incident=INCIDENT,
    wording="recast",
)
SECOND = Statement(
    id="2017-05-05-second-statement",
    text=(
        "Pathology and image viewing have been restored across the trust.\n\n"
        "As a result of the failure, 136 operations were cancelled, which is about 2.5 per cent of our usual weekly "
        "in-patient activity. Several hundred chemotherapy appointments were also cancelled.\n\n"
        "We are working hard to keep our services resilient."
    ),
    organisation=ORGANISATION,
    issued="2017-05-05",
    title="Second statement on the computer failure",
    channel="press statement",
    source="Recast from public reports of May 2017",
    incident=INCIDENT,
    wording="recast",
)

VERY_SMALL_NUMBER = (
    Reading(ReadingAs.COUNT, 3, 8, SURVEY),
    Reading(ReadingAs.SHARE, 1, 5, SURVEY),
)


def figure(
    statement: Statement, words: str, kind: FigureKind, low: float | None, high: float | None, **rest: object
) -> Figure:
    """A figure at the one place where ``words`` stand in the statement."""
    start = statement.text.index(words)
    return Figure(words, start, start + len(words), kind, low, high, **rest)  # type: ignore[arg-type]


def claim(statement: Statement, words: str, read: Figure | None, measure: Measure, **rest: object) -> Claim:
    """A claim at the one place where ``words`` stand in the statement, with the id that the product would give it."""
    start = statement.text.index(words)
    end = start + len(words)
    span = (read.start, read.end) if read else (None, None)
    return Claim(short_id("c", statement.id, start, end, *span), statement.id, start, end, words, read, measure, **rest)  # type: ignore[arg-type]


OPERATIONS_EARLIER = claim(
    FIRST,
    "cancel a very small number of elective operations, those that relied on images",
    figure(FIRST, "a very small number", FigureKind.VAGUE, None, None, readings=VERY_SMALL_NUMBER, rule="vague"),
    Measure(
        "cancel", "operation", ("elective", "those that relied on images"), Basis.TOTAL, None, "cancelled operations"
    ),
)
DELAYS = claim(
    FIRST,
    "Some patients at our outpatient clinics have had delays",
    figure(FIRST, "Some", FigureKind.VAGUE, None, None, rule="vague"),
    Measure("delay", "patient", ("at our outpatient clinics",), None, None, "delayed patients"),
)
RESILIENT_EARLIER = claim(
    FIRST,
    "We are working urgently to keep our services resilient",
    None,
    Measure("keep", "service", phrase="resilient services"),
)
RESTORED = claim(
    SECOND,
    "Pathology and image viewing have been restored across the trust",
    None,
    Measure("restore", "system", phrase="restored systems"),
)
OPERATIONS_LATER = claim(
    SECOND,
    "136 operations were cancelled",
    figure(SECOND, "136", FigureKind.EXACT, 136, 136, rule="number"),
    Measure("cancel", "operation", (), Basis.TOTAL, None, "cancelled operations"),
)
SHARE = claim(
    SECOND,
    "about 2.5 per cent of our usual weekly in-patient activity",
    figure(
        SECOND, "about 2.5 per cent", FigureKind.PROPORTION, 2.5, 2.5, unit="percent", tolerance=0.25, rule="percent"
    ),
    Measure("cancel", "operation", (), Basis.SHARE, "week", "share of weekly in-patient activity"),
)
CHEMOTHERAPY = claim(
    SECOND,
    "Several hundred chemotherapy appointments were also cancelled",
    figure(
        SECOND,
        "Several hundred",
        FigureKind.VAGUE,
        None,
        None,
        readings=(Reading(ReadingAs.COUNT, 300, 900, "dictionary sense of several, times 100"),),
        rule="vague",
    ),
    Measure("cancel", "appointment", ("chemotherapy",), Basis.TOTAL, None, "cancelled chemotherapy appointments"),
)
RESILIENT_LATER = claim(
    SECOND,
    "We are working hard to keep our services resilient",
    None,
    Measure("keep", "service", phrase="resilient services"),
)

CLAIMS = (
    OPERATIONS_EARLIER,
    DELAYS,
    RESILIENT_EARLIER,
    RESTORED,
    OPERATIONS_LATER,
    SHARE,
    CHEMOTHERAPY,
    RESILIENT_LATER,
)


def change(
    kind: ChangeKind, earlier: Claim | None, later: Claim | None, confidence: float, explanation: str, **rest: object
) -> Change:
    """A change between two claims, with the fields that most changes leave empty left empty."""
    fields: dict[str, object] = {"also": (), "relation": None, "stated_basis": None, "direction": None, "ratio": None}
    fields.update(rest)
    before, after = earlier and earlier.id, later and later.id
    return Change(
        id=short_id("ch", before, after, kind.value),
        kind=kind,
        earlier=before,
        later=after,
        confidence=confidence,
        explanation=explanation,
        **fields,  # type: ignore[arg-type]
    )


QUANTIFIED = change(
    ChangeKind.QUANTIFIED,
    OPERATIONS_EARLIER,
    OPERATIONS_LATER,
    0.93,
    'Cancelled operations went from "a very small number" to 136. As a count, "a very small number" is usually read as '
    f"3 to 8 ({SURVEY}), and 136 is far more; as a share of a week's activity, 2.5 per cent fits it. The limit to "
    "elective operations that relied on images is gone.",
    also=(ChangeKind.WIDENED_SCOPE, ChangeKind.REVISED_UP),
    relation=Relation.SUPERSEDED,
    direction=Direction.UP,
    ratio=(17.0, 45.33),
    evidence_for=("both speak of cancelled operations", "the same organisation, one week apart"),
    evidence_against=("the earlier one counts only elective operations that relied on images",),
)
ADDED = change(
    ChangeKind.ADDED,
    None,
    CHEMOTHERAPY,
    0.9,
    'The later statement says that "several hundred" chemotherapy appointments were cancelled; the earlier one is '
    "silent about chemotherapy.",
    evidence_for=("no earlier claim counts chemotherapy appointments",),
)
RESTORED_NEWS = change(
    ChangeKind.ADDED,
    None,
    RESTORED,
    0.8,
    "The later statement says that pathology and image viewing have been restored.",
)
DROPPED = change(
    ChangeKind.DROPPED,
    DELAYS,
    None,
    0.85,
    "The earlier statement says that some patients at outpatient clinics had delays; the later one is silent.",
)
POSSIBLE = change(
    ChangeKind.SOFTENED,
    DELAYS,
    SHARE,
    0.4,
    "The earlier statement speaks of delays, the later one of a share of weekly activity.",
    relation=Relation.NOT_COMPARABLE,
    evidence_against=("different things are counted",),
)
UNCHANGED = change(
    ChangeKind.UNCHANGED,
    RESILIENT_EARLIER,
    RESILIENT_LATER,
    0.9,
    "Both statements say that work goes on to keep services resilient; only the wording differs.",
    relation=Relation.CONSISTENT,
)

FINDING = Finding(
    FindingKind.BASE_MISMATCH,
    (SECOND.id,),
    (OPERATIONS_LATER.id, SHARE.id),
    "136 is about 2.5 per cent of about 5,400: the statement does not give that total.",
)


def barts_comparison() -> Comparison:
    """The bundled case compared by hand: six changes in reading order, one finding, one note."""
    return Comparison(
        incident=INCIDENT,
        produced_by=ProducedBy("0.1.0", "a" * 64, "b" * 64),
        statements=(FIRST, SECOND),
        claims=CLAIMS,
        series=(
            Series(
                short_id("s", OPERATIONS_EARLIER.id),
                OPERATIONS_EARLIER.measure,
                (OPERATIONS_EARLIER.id, OPERATIONS_LATER.id),
            ),
            Series(
                short_id("s", RESILIENT_EARLIER.id),
                RESILIENT_EARLIER.measure,
                (RESILIENT_EARLIER.id, RESILIENT_LATER.id),
            ),
            *(Series(short_id("s", one.id), one.measure, (one.id,)) for one in (DELAYS, RESTORED, SHARE, CHEMOTHERAPY)),
        ),
        changes=(QUANTIFIED, ADDED, RESTORED_NEWS, DROPPED, POSSIBLE, UNCHANGED),
        findings=(FINDING,),
        notes=("The wording of 2017-04-28-first-statement is recast from public reports.",),
    )


def one_statement_comparison() -> Comparison:
    """The first statement alone: claims, no change."""
    whole = barts_comparison()
    return Comparison(
        incident=INCIDENT,
        produced_by=whole.produced_by,
        statements=(FIRST,),
        claims=tuple(one for one in CLAIMS if one.statement == FIRST.id),
        series=(),
        changes=(),
        findings=(),
    )
