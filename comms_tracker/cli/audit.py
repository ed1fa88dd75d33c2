"""``comms-tracker audit``: a draft against all that was said, before it goes out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comms_tracker.cli.options import db_option, incident_option, output_options_of, store_path
from comms_tracker.cli.output import Forms, note, write
from comms_tracker.errors import InputError

if TYPE_CHECKING:
    from comms_tracker.auditing import Audit
    from comms_tracker.auditing.records import Kind
    from comms_tracker.decisions import Decision
    from comms_tracker.records import Statement

FORMATS = ("table", "json", "md")


@click.command("audit")
@click.argument("draft", metavar="DRAFT|-")
@click.option(
    "--against",
    multiple=True,
    metavar="FILE|DIR",
    help="What was said before, in files and folders instead of a store; may be given again.",
)
@incident_option("The incident that the draft is about. Default: the one that its front matter names.")
@db_option
@click.option("--issued", metavar="DATE", help="Date of the draft where it gives none. Default: today.")
@click.option("--organisation", metavar="NAME", help="Whose draft it is, where it does not say so itself.")
@click.option(
    "--fail-on",
    metavar="KIND,...",
    help="Kinds that make it end with 1, besides contradicted, retracted, revised_up and revised_down.",
)
@output_options_of(FORMATS)
def command(
    draft: str,
    *,
    against: tuple[str, ...],
    incident: str | None,
    db: Path | None,
    issued: str | None,
    organisation: str | None,
    fail_on: str | None,
    form: str,
    output: str | None,
) -> int:
    """Say what a draft would contradict, revise, take back, blur, narrow, soften or leave out.

    The draft is compared with all that was said: as the last statement, issued today unless it is dated. It is read in
    memory and stored nowhere. Ends with 1 where the draft contradicts, revises or takes back what was said, surely
    enough (0.6); what is left out is listed and fails nothing unless --fail-on dropped says so.

    \b
    comms-tracker audit draft.txt --incident barts-2017 --db comms.db
    comms-tracker audit draft.txt --against corpora/barts-2017
    comms-tracker audit - --against first.md --against second.md --fail-on dropped,softened
    """
    if against and db is not None:
        raise click.UsageError("--against reads files and --db a store. Give one of them.")
    if draft == "-" and "-" in against:
        raise InputError(
            "- is given as the draft and with --against, and standard input can be read only once. "
            "Save one of the texts as a file."
        )
    on = _kinds(fail_on)
    from comms_tracker.auditing import audit

    statement, first_line = _draft(draft, issued=issued, organisation=organisation)
    incident = incident or statement.incident
    statements, decisions = _given(against, incident) if against else _stored(store_path(db), incident, statement)
    found = audit(statement, statements, decisions=decisions, first_line=first_line)
    write(_forms(found, on), form, output, inputs=(draft, *against))
    return 1 if found.failing(on) else 0


def _draft(path: str, *, issued: str | None, organisation: str | None) -> tuple[Statement, int]:
    """The draft, and the line of its file on which its text begins."""
    from comms_tracker.reading import HowToRead, read_documents
    from comms_tracker.reading.decoding import decoded
    from comms_tracker.reading.files import documents
    from comms_tracker.reading.notes import without_the_order

    if Path(path).is_dir():
        raise InputError(f"{path} is a folder. Name the file that holds the draft.")
    (document,), _ = documents([path])
    read = read_documents([document], HowToRead(issued=issued, organisation=organisation, in_order=True))
    note(without_the_order(read.notes))
    if len(read.statements) > 1:
        raise InputError(
            f"{path} holds {len(read.statements)} statements, and a draft is one. Save it as a file of its own."
        )
    (statement,) = read.statements
    whole = decoded(document.data, document.name).text
    above = whole[: -len(statement.text)] if whole.endswith(statement.text) else ""
    return statement, 1 + len(above.splitlines())


def _given(paths: Sequence[str], incident: str | None) -> tuple[tuple[Statement, ...], tuple[Decision, ...]]:
    """The statements in files and folders that are about one matter; nobody has decided about them."""
    from comms_tracker.reading import HowToRead, read_statements
    from comms_tracker.reading.incidents import one_matter, only_incident

    read = read_statements(paths, HowToRead(in_order=True))
    note(read.notes)
    statements, joined = one_matter(read.statements)
    note(joined)
    names = list(dict.fromkeys(one.incident or "(no incident)" for one in statements))
    if len(names) == 1:
        return statements, ()
    if incident is None:
        raise InputError(
            f"The statements given with --against are about {len(names)} incidents: {', '.join(names)}. "
            "Say which one the draft is about with --incident."
        )
    return only_incident(statements, incident), ()


def _stored(path: Path, incident: str | None, draft: Statement) -> tuple[tuple[Statement, ...], tuple[Decision, ...]]:
    """The incident's statements, and the decisions about them, as the store at ``path`` has them; it is looked at."""
    from comms_tracker.cli.storing import near_incidents
    from comms_tracker.store import Store

    with Store.open(path, write=False) as store:
        if incident is not None:
            return store.statements(incident), store.decisions(incident)
        incidents = store.incidents()
        near = near_incidents(draft, incidents) or [one.incident for one in incidents[:5]]
        offer = f"{path} holds {', '.join(near)}." if near else f"{path} is empty: add statements first."
        raise InputError(f"The draft names no incident. Name one with --incident. {offer}")


def _kinds(fail_on: str | None) -> frozenset[Kind]:
    """The kinds that make the audit fail: the usual ones and those that ``--fail-on`` names."""
    from comms_tracker.auditing import FAILING
    from comms_tracker.records import ChangeKind, FindingKind

    known: dict[str, Kind] = {kind.value: kind for kind in (*ChangeKind, *FindingKind) if kind != ChangeKind.UNCHANGED}
    names = [name.strip() for name in (fail_on or "").split(",") if name.strip()]
    unknown = [name for name in names if name not in known]
    if unknown:
        raise click.UsageError(f"--fail-on: {', '.join(unknown)} is no kind. The kinds are {', '.join(known)}.")
    return FAILING | {known[name] for name in names}


def _forms(found: Audit, on: frozenset[Kind]) -> Forms:
    from comms_tracker.report.audit_json import audit_json
    from comms_tracker.report.audit_markdown import audit_markdown
    from comms_tracker.report.audit_page import audit_page

    return Forms(
        table=lambda: audit_page(found, on),
        json=lambda: audit_json(found, on),
        md=lambda: audit_markdown(found, on),
    )
