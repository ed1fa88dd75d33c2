"""What an evaluation found, in each form: for the terminal, as JSON, and as Markdown for a paper's appendix."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from comms_tracker.cli.output import Forms
from comms_tracker.report.words import counted

if TYPE_CHECKING:
    from rich.console import RenderableType

    from comms_tracker.sampling.answers import Judged
    from comms_tracker.sampling.gold import GoldResult, Measured
    from comms_tracker.sampling.statistics import Share

NOTHING = "–"
INTERVALS = "In brackets: 95 per cent intervals (Wilson 1927; where weights differ, with Kish's effective number)."
WHAT_RECALL_IS = (
    "Recall is over the claims that the program read: one that it did not see at all is in no sheet of changes. A "
    "sheet of sentences, and a folder of gold, show those too."
)
WHAT_SAME_IS = (
    "Two claims are the same where they share at least half of the words of the shorter one. Claims of one sentence "
    "are not independent, so the intervals are a little narrow."
)
AGREED = "Two coders agree on {share} of {rows}. Cohen's kappa {kappa}, Krippendorff's alpha {alpha}."
UNDEFINED = "is not defined, as both used one kind only"
SHEET_COLUMNS = ("kind", "program", "coder", "precision", "recall")
SENTENCE_COLUMNS = ("", "program", "coder", "precision", "recall")
GOLD_COLUMNS = ("in the gold", "reported", "precision", "recall")


@dataclass(frozen=True, slots=True)
class Page:
    """Sentences above, tables with their headings, sentences beneath."""

    above: tuple[str, ...]
    tables: tuple[tuple[Sequence[str], Sequence[Sequence[str]]], ...]
    beneath: tuple[str, ...]


def sheet_forms(judged: Judged) -> Forms:
    """A coded sheet's evaluation."""
    return _forms(lambda: asdict(judged), lambda: _sheet(judged))


def gold_forms(result: GoldResult) -> Forms:
    """A folder of gold's evaluation."""
    return _forms(lambda: asdict(result), lambda: _gold(result))


def _forms(json: Callable[[], object], page: Callable[[], Page]) -> Forms:
    return Forms(table=lambda: _terminal(page()), json=json, md=lambda: _markdown(page()))


def _sheet(judged: Judged) -> Page:
    unsure = f", {judged.unsure} unsure" if judged.unsure else ""
    rows = [
        (one.kind, str(one.program), str(one.coder), _share(one.precision), _share(one.recall)) for one in judged.kinds
    ]
    agreed: tuple[str, ...] = ()
    if judged.agreement is not None:
        told = judged.agreement
        sentence = AGREED.format(
            share=_share(told.agreed),
            rows=counted(told.agreed.n, "row"),
            kappa=_number(told.kappa),
            alpha=_number(told.alpha),
        )
        agreed = (sentence,)
    coded = f"{counted(judged.rows, 'row')}, {judged.coded} coded{unsure}."
    right = f"Kind right, as the corpus has them: {_share(judged.right)}."
    of_changes = judged.right is not None
    return Page(
        above=(coded, right) if of_changes else (coded,),
        tables=(((SHEET_COLUMNS if of_changes else SENTENCE_COLUMNS), rows),),
        beneath=(*agreed, WHAT_RECALL_IS if of_changes else WHAT_SAME_IS, INTERVALS),
    )


def _gold(result: GoldResult) -> Page:
    return Page(
        above=(f"{counted(result.incidents, 'incident')}, {counted(result.statements, 'statement')}.",),
        tables=(
            (("stage", *GOLD_COLUMNS), _measured(result.stages)),
            (("kind of change", *GOLD_COLUMNS), _measured(result.kinds)),
        ),
        beneath=(INTERVALS,),
    )


def _measured(found: Sequence[Measured]) -> list[tuple[str, ...]]:
    return [(one.name, str(one.gold), str(one.program), _share(one.precision), _share(one.recall)) for one in found]


def _terminal(page: Page) -> RenderableType:
    from rich.console import Group
    from rich.text import Text

    from comms_tracker.report.layout import plain_table

    parts: list[RenderableType] = [Text(line) for line in page.above]
    for columns, rows in page.tables:
        parts += [Text(""), plain_table(columns, rows, range(1, len(columns)))]
    return Group(*parts, Text(""), *(Text(line) for line in page.beneath))


def _markdown(page: Page) -> str:
    from comms_tracker.report.markdown import escaped, table_markdown

    tables = [table_markdown(columns, rows) for columns, rows in page.tables]
    return "\n".join(
        [*(f"{escaped(line)}\n" for line in page.above), *tables, *(f"{escaped(line)}\n" for line in page.beneath)]
    )


def _share(found: Share | None) -> str:
    return NOTHING if found is None else f"{found.value:.2f} ({found.low:.2f}–{found.high:.2f})"


def _number(value: float | None) -> str:
    return UNDEFINED if value is None else f"{value:.3f}"
