"""The claims of some statements in each form: shared by ``extract`` and ``claims``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comms_tracker.cli.output import Forms
from comms_tracker.records import Claim, Statement

if TYPE_CHECKING:
    from rich.console import RenderableType


def forms(incident: str | None, statements: Sequence[Statement], claims: Sequence[Claim]) -> Forms:
    """The claims as a table, as JSON with their statements, as rows and as Markdown."""
    from comms_tracker.contract import claim_json, statement_json
    from comms_tracker.report import rows
    from comms_tracker.report.comparison_markdown import claims_markdown

    def page() -> RenderableType:
        from comms_tracker.report.claims_table import claims_page

        return claims_page(statements, claims)

    return Forms(
        table=page,
        json=lambda: {
            "incident": incident,
            "statements": [statement_json(statement) for statement in statements],
            "claims": [claim_json(claim) for claim in claims],
        },
        jsonl=lambda: rows.as_jsonl(claim_json(claim) for claim in claims),
        csv=lambda told: rows.as_csv(rows.claim_rows(incident, statements, claims), rows.CLAIM_COLUMNS, told),
        md=lambda: claims_markdown(statements, claims),
    )
