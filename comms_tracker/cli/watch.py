"""``comms-tracker watch``: pages and feeds looked at again, each new wording kept, and what it changed said."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comms_tracker.cli.options import db_option, network_option, store_path
from comms_tracker.cli.output import say, write_out
from comms_tracker.errors import CommsTrackerError, InputError

if TYPE_CHECKING:
    from comms_tracker.watching import Event

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
SHORTEST = 60
"""Seconds between two rounds."""


@click.command("watch")
@click.argument("addresses", metavar="URL...", nargs=-1, required=True)
@click.option("--incident", metavar="NAME", required=True, help="The incident that the pages are about.")
@click.option("--organisation", metavar="NAME", help="Organisation of pages that name none.")
@click.option("--every", metavar="TIME", help="Go on, with a round every 30m, 2h or 1d; without it, one round.")
@click.option("--exec", "command_line", metavar="PROGRAM", help="Run this on each change, with JSON on its input.")
@click.option("--webhook", metavar="URL", help="Send each change to this address, as JSON.")
@network_option
@db_option
@click.option("--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
def command(
    addresses: tuple[str, ...],
    *,
    incident: str,
    organisation: str | None,
    every: str | None,
    command_line: str | None,
    webhook: str | None,
    allow_private: bool,
    db: Path | None,
    form: str,
) -> None:
    """Look at pages and feeds, keep each new wording as a version in the store, and say what it changed.

    A round asks for each address once, keeps to its site's robots.txt and asks only for what is newer than what was
    seen. What was seen is remembered beside the store.

    \b
    comms-tracker watch https://example.org/statement --incident leak --db comms.db
    comms-tracker watch https://example.org/news.rss --incident leak --every 30m --exec notify-us
    """
    import time

    from comms_tracker.fetching import refuse_address
    from comms_tracker.store import Store
    from comms_tracker.watching import Outcome, Watcher, WatchState
    from comms_tracker.watching.telling import program_of

    pause = _seconds(every) if every is not None else None
    program = program_of(command_line) if command_line is not None else None
    for address in (*filter(None, [webhook]), *addresses):
        refuse_address(address, allow_private=allow_private)
    path = store_path(db)
    state = WatchState.beside(path)
    failed = False
    while True:
        with Store.open(path, write=True) as store:
            watcher = Watcher(store, state, incident, organisation=organisation, allow_private=allow_private)
            for event in watcher.round(addresses):
                _show(event, form)
                failed = failed or event.outcome is Outcome.FAILED
                if event.news:
                    failed = not _all_told(event, program, webhook, allow_private=allow_private) or failed
        if pause is None:
            break
        time.sleep(pause)
    click.get_current_context().exit(2 if failed else 0)


def _all_told(event: Event, program: list[str] | None, webhook: str | None, *, allow_private: bool) -> bool:
    """Tells whoever is to be told; whether that went well, else what went wrong is said."""
    from comms_tracker.watching.telling import tell_program, tell_server

    ways: list[Callable[[], None]] = []
    if program is not None:
        ways.append(lambda: tell_program(program, event))
    if webhook is not None:
        ways.append(lambda: tell_server(webhook, event, allow_private=allow_private))
    well = True
    for tell in ways:
        try:
            tell()
        except CommsTrackerError as error:
            say(f"Error: {error}")
            well = False
    return well


def _seconds(every: str) -> int:
    match = re.fullmatch(r"(\d{1,6})([smhd])", every.strip())
    seconds = int(match[1]) * UNITS[match[2]] if match else 0
    if seconds < SHORTEST:
        raise InputError(f"--every {every!r} is no time of a minute or more. Write it as 30m, 2h or 1d.")
    return seconds


def _show(event: Event, form: str) -> None:
    import json

    from comms_tracker.watching import Outcome
    from comms_tracker.watching.records import event_json

    if form == "jsonl":
        write_out(json.dumps(event_json(event), ensure_ascii=False) + "\n")
    elif event.outcome is Outcome.FAILED:
        say(f"Error: {event.message}")
    elif event.outcome in {Outcome.WAITING, Outcome.BARRED}:
        say(f"Note: {event.message}")
    else:
        if event.message:
            say(f"Note: {event.message}")
        write_out(f"{event.at}  {_line(event)}\n{_changes(event)}")


def _line(event: Event) -> str:
    from comms_tracker.report.visible import visible
    from comms_tracker.watching import Outcome

    if event.statement is None:
        return visible(f"no new words at {event.address}")
    place = visible(event.statement.source or event.address)
    if event.outcome is Outcome.FIRST:
        return f"new: {place} is {event.statement.id}"
    return f"other words at {place}: a new version of {event.statement.id}"


def _changes(event: Event) -> str:
    from comms_tracker.cli.comparisons import pages
    from comms_tracker.report.terminal import rendered, terminal_width, wants_colours

    if event.comparison is None:
        return ""
    return "\n" + rendered(pages([event.comparison]), terminal_width(), wants_colours()) + "\n"
