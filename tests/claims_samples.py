"""How the tests of claims/ read a text: one statement in, its claims out, looked up by the words of their figure."""

from __future__ import annotations

from comms_tracker.claims import extract_claims
from comms_tracker.records import Claim, Statement


def claims_of(text: str, organisation: str | None = None) -> tuple[Claim, ...]:
    """The claims of a statement with this text."""
    return extract_claims([Statement(id="s", text=text, organisation=organisation, issued="2024-05-02")])[0]


def figures_claimed(text: str, organisation: str | None = None) -> list[str]:
    """The words of the figures that make a claim, in order of place."""
    figures = [claim.figure for claim in claims_of(text, organisation) if claim.figure is not None]
    return [figure.text for figure in sorted(figures, key=lambda figure: figure.start)]


def claim_with(text: str, words: str, organisation: str | None = None) -> Claim:
    """The claim whose figure has these words."""
    counted = [claim for claim in claims_of(text, organisation) if claim.figure is not None]
    found = [claim for claim in counted if claim.figure is not None and claim.figure.text == words]
    assert len(found) == 1, f"{words!r} makes {len(found)} claims in {text!r}"
    return found[0]


def figureless(text: str, organisation: str | None = None) -> list[str]:
    """The words of the claims without a figure, in order of place."""
    return [claim.text for claim in claims_of(text, organisation) if claim.figure is None]
