"""The claims of a text for the terminal: what each says, how its figure is read, and how it is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from comms_tracker.claims.intervals import period_words
from comms_tracker.records import Certainty, Claim, Figure, Polarity, Statement
from comms_tracker.report import layout, words
from comms_tracker.report.bylines import byline, source_words
from comms_tracker.report.numbers import figure_words
from comms_tracker.report.visible import visible, visible_part


def claims_page(statements: Sequence[Statement], claims: Sequence[Claim]) -> RenderableType:
    """Each statement's line with the table of its claims beneath."""
    parts: list[RenderableType] = []
    for statement in statements:
        own = [claim for claim in claims if claim.statement == statement.id]
        parts += [one_statement(statement), Text(""), claims_table([statement], own), Text("")]
    return Group(*parts[:-1])


def one_statement(statement: Statement) -> RenderableType:
    """A statement's date, organisation, title and source in one or two lines."""
    source = source_words(statement)
    lines = [Text(visible(byline(statement)), style="bold")]
    if source:
        lines.append(Text(f"Source: {visible(source)}", style="dim"))
    if not statement.english:
        lines.append(Text(words.NOT_ENGLISH))
    return Group(*lines)


def claims_table(
    statements: Iterable[Statement],
    claims: Sequence[Claim],
    first: int | None = None,
    beneath: Callable[[Figure], Sequence[str]] | None = None,
) -> RenderableType:
    """The claims in the order of the text; where there are none, that is said.

    With ``first`` they are numbered from it. ``beneath`` gives lines to stand under a claim about its figure.
    """
    if not claims:
        return Text(words.NO_CLAIMS)
    marked = {statement.id for statement in statements if not statement.english}
    table = Table(box=None, expand=True, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False)
    if first is not None:
        widest = max(len("No."), len(str(first + len(claims) - 1)))
        table.add_column("No.", justify="right", no_wrap=True, style="dim", min_width=widest)
    table.add_column("Claim", ratio=5)
    table.add_column("Read as", ratio=4)
    table.add_column("About", ratio=3)
    widest = max(len("Place"), *(len(place_words(claim)) for claim in claims))
    table.add_column("Place", justify="right", no_wrap=True, min_width=widest)
    parts: list[RenderableType] = [table]
    for number, claim in enumerate(claims, start=first or 1):
        if beneath is not None and number > (first or 1):
            table = _like(table)
            parts.append(table)
        lead = [] if first is None else [str(number)]
        read = Text(read_as(claim, claim.statement in marked))
        table.add_row(*lead, _quoted(claim), read, Text(about(claim)), _place(claim))
        if beneath is None:
            table.add_row()
        elif claim.figure is not None:
            parts.append(layout.beneath(beneath(claim.figure)))
        else:
            parts.append(Text(""))
    return Group(*parts)


def _like(table: Table) -> Table:
    """An empty table with the same columns and no head, to go on after lines that stand across all columns."""
    other = Table(box=None, expand=True, padding=(0, 2, 0, 0), pad_edge=False, show_header=False)
    for column in table.columns:
        other.add_column(
            justify=column.justify,
            no_wrap=column.no_wrap,
            ratio=column.ratio,
            style=column.style,
            min_width=column.min_width,
        )
    return other


def read_as(claim: Claim, not_english: bool = False) -> str:
    """The figure in words, then whatever is not a plain assertion of the organisation about the matter."""
    parts = [visible(figure_words(claim.figure))] if claim.figure else ["no figure"]
    if claim.polarity is not Polarity.AFFIRMED:
        parts.append(words.POLARITY[claim.polarity])
    if claim.certainty is not Certainty.ASSERTED:
        parts.append(words.CERTAINTY[claim.certainty] + (f" (“{visible(claim.hedge)}”)" if claim.hedge else ""))
    if claim.restated:
        parts.append("an earlier figure said again")
    if claim.background:
        parts.append("background about the organisation")
    if claim.speaker:
        parts.append(f"said by {visible(claim.speaker)}")
    if not_english:
        parts.append(words.MAY_BE_WRONG)
    return "; ".join(parts)


def about(claim: Claim) -> str:
    """What the claim counts, in parts: "operation, cancel; elective; total so far"."""
    measure = claim.measure
    parts = [", ".join(part for part in (measure.counted, measure.event) if part), *measure.scope]
    if measure.basis is not None:
        parts.append(words.BASIS[measure.basis])
    if measure.period is not None:
        parts.append(period_words(measure.period))
    return visible("; ".join(part for part in parts if part))


def around_figure(claim: Claim) -> tuple[str, str, str]:
    """The claim's words on one line: those before its figure, the figure, those behind; all are the first without one.

    What would act on a terminal is shown as an escape.
    """
    figure = claim.figure
    if figure is None or not claim.start <= figure.start <= figure.end <= claim.end:
        return visible(claim.text), "", ""
    before, after = claim.text[: figure.start - claim.start], claim.text[figure.end - claim.start :]
    return visible_part(before), visible(figure.text), visible_part(after)


def _quoted(claim: Claim) -> Text:
    """The claim between quotation marks, its figure in bold."""
    before, figure, after = around_figure(claim)
    return Text.assemble("“", before, (figure, "bold"), after, "”")


def place_words(claim: Claim) -> str:
    """The claim's offsets in its statement's text: "163-197"."""
    return f"{claim.start}-{claim.end}"


def _place(claim: Claim) -> Text:
    return Text(place_words(claim), style="dim")
