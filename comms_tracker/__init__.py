"""comms-tracker: reads an organisation's successive statements and says what changed, how, and how sure it is.

    import comms_tracker
    comparison = comms_tracker.compare(statements)
    figures = comms_tracker.figures(["About 400 of them", "136 operations"])
    departures = comms_tracker.audit("We cancelled 140 operations.", statements).departures

Nothing heavy is imported until a function is called.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from comms_tracker.attribution import Quotation
    from comms_tracker.auditing import Audit
    from comms_tracker.decisions import Decision
    from comms_tracker.quantities import VagueLexicon
    from comms_tracker.records import Claim, Comparison, Figure, Statement
    from comms_tracker.relation import Related

__version__ = "0.1.0"


def compare(statements: Sequence[Statement], decisions: Sequence[Decision] = ()) -> Comparison:
    """What changed over successive statements about one matter; see :class:`comms_tracker.records.Comparison`.

    ``decisions`` are what people decided about it, from ``Store.decisions`` or made by
    ``comms_tracker.decisions.making``: they win over the program.
    """
    from comms_tracker.comparison import compare as compare_statements

    return compare_statements(statements, decisions=decisions)


def audit(draft: Statement | str, statements: Sequence[Statement]) -> Audit:
    """What a draft would contradict, revise, retract or leave out; see :class:`comms_tracker.auditing.Audit`.

    The draft is taken as the last statement and is stored nowhere.
    """
    from comms_tracker.auditing import audit as audit_draft

    return audit_draft(draft, statements)


def relate(pairs: Iterable[tuple[str, str]]) -> list[Related]:
    """How the later text of each (earlier, later) pair stands to the earlier one, in step with the input.

    Each answer has its relation, the reason in words, a probability, and the words of both texts that it rests on; see
    :class:`comms_tracker.relation.Related`. Every distinct text is parsed once.
    """
    from comms_tracker.relation import relate as relate_pairs

    return relate_pairs(pairs)


def figures(texts: Iterable[str], lexicon: VagueLexicon | None = None) -> list[list[Figure]]:
    """Every quantity of each text, in step with the input; offsets count code points in the text.

    ``lexicon`` is what ``comms_tracker.quantities.load_vague`` returned for a file of your own vague words.
    """
    from comms_tracker.quantities import read_figures

    return [list(read_figures(text, lexicon)) for text in texts]


def extract(texts: Iterable[str], lexicon: VagueLexicon | None = None) -> list[list[Claim]]:
    """The claims of each text, in step with the input; offsets count code points in the text.

    ``lexicon`` is as in :func:`figures`.
    """
    from comms_tracker.claims import iter_claims
    from comms_tracker.records import Statement

    statements = (Statement(id=f"text-{number}", text=text) for number, text in enumerate(texts, start=1))
    return [list(claims) for claims in iter_claims(statements, lexicon)]


def quotations(text: str) -> list[Quotation]:
    """The quotations in a text with their speakers, in order of place; offsets count code points in the text.

    See :class:`comms_tracker.attribution.Quotation`. Words between marks that nobody is said to have spoken are left
    out.
    """
    from comms_tracker.attribution import quotations as quotations_of

    return quotations_of(text)
