"""What readers see of a decision: the status of a change, what was rejected apart from the rest, findings as seen."""

from __future__ import annotations

from dataclasses import replace

from decisions_samples import ANN, compared
from sample_comparison import FINDING, QUANTIFIED, barts_comparison

from comms_tracker.decisions import making
from comms_tracker.records import Comparison, ReviewStatus
from comms_tracker.report.comparison_markdown import comparison_markdown
from comms_tracker.report.comparison_page import comparison_page
from comms_tracker.report.groups import REJECTED, grouped
from comms_tracker.report.incident_view import incident_view
from comms_tracker.report.terminal import rendered


def rejected_by_a_person() -> Comparison:
    """The bundled case by hand, its headline change rejected."""
    case = barts_comparison()
    others = tuple(change for change in case.changes if change.id != QUANTIFIED.id)
    return replace(case, changes=(*others, replace(QUANTIFIED, status=ReviewStatus.REJECTED)))


def page(comparison: Comparison) -> str:
    return " ".join(rendered(comparison_page(comparison), 100, colours=False).split())


def test_a_rejected_change_stands_in_a_group_of_its_own_and_never_leads() -> None:
    case = rejected_by_a_person()
    found = grouped(case.changes)
    assert found.headline is not None
    assert found.headline.id != QUANTIFIED.id
    assert found.groups[-1][0] == REJECTED
    assert [change.id for change in found.groups[-1][1]] == [QUANTIFIED.id]
    assert "Rejected by a person" in page(case)
    assert "rejected by a person" in comparison_markdown(case)


def test_where_every_change_was_rejected_nothing_has_changed() -> None:
    only = replace(barts_comparison(), changes=(replace(QUANTIFIED, status=ReviewStatus.REJECTED),))
    assert grouped(only.changes).nothing_changed
    assert "No change: the statements agree on everything that could be compared." in page(only)


def test_the_app_folds_rejected_changes_away_from_all_others() -> None:
    case = rejected_by_a_person()
    view = incident_view(case)
    assert [change.id for change in view.rejected] == [QUANTIFIED.id]
    elsewhere = (*view.changed, *view.added, *view.dropped, *view.possible, *view.unchanged)
    assert QUANTIFIED.id not in [change.id for change in elsewhere]
    assert len(elsewhere) + 2 == len(case.changes)
    opened = incident_view(case, case.change(QUANTIFIED.id))
    assert opened.shown is not None
    assert (opened.shown.status, opened.rejected) == ("Rejected by a person", ())


def test_a_finding_that_was_seen_says_so() -> None:
    case = replace(barts_comparison(), findings=(replace(FINDING, seen=True),))
    title = "The count and the percentage imply different totals (seen by a person)"
    assert title in page(case)
    assert f"**{title}.**" in comparison_markdown(case)
    assert [one.title for one in incident_view(case).findings] == [title]
    assert "seen by a person" not in page(barts_comparison())


def test_the_explanation_of_a_made_link_says_by_whom_on_the_page() -> None:
    base = compared()
    linked = compared(making.link(base, ANN, base.claims[1].id, base.claims[3].id))
    assert "linked by Ann Lee on 3 June 2033" in comparison_markdown(linked)
