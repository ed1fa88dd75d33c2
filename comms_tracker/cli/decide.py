"""``comms-tracker decide``: a person confirms, rejects, links, corrects, dismisses, adds, and takes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from comms_tracker.cli.deciding import Chosen, decide
from comms_tracker.cli.options import db_option, incident_option, output_options, store_path
from comms_tracker.cli.output import write

F = TypeVar("F", bound=Callable[..., Any])

INCIDENT = "The incident, where an id is in several."


def deciding_options(function: F) -> F:
    """What every sub-verb that decides takes: who, why, where, and how to print what was stored."""
    by = click.option("--by", metavar="NAME", help="Who decides. Default: your user name.")
    note = click.option("--note", metavar="TEXT", help="Why, for those who read it later.")
    return by(note(incident_option(INCIDENT)(db_option(output_options(function)))))


def figure_options(function: F) -> F:
    """How a person gives a figure."""
    words = click.option("--figure", metavar="WORDS", help="The words of the statement that give the figure.")
    value = click.option("--value", metavar="TEXT", help="How it is to be read: 1,360; about 400; 2.5 per cent; £3m.")
    none = click.option("--no-figure", is_flag=True, help="The words give no figure.")
    return words(value(none(function)))


def _none(no_figure: bool, *given: str | None) -> bool:
    """``no_figure``; raises UsageError where a figure is given all the same."""
    if no_figure and any(one is not None for one in given):
        raise click.UsageError("--no-figure goes with neither --figure nor --value. Give one of them.")
    return no_figure


@click.group("decide", short_help="Confirm, reject or correct what the program found.")
def command() -> None:
    """Confirm, reject or correct what the program found: what you decide wins over it, and can be undone.

    A decision holds for the words that it is about, also when a later version reads them otherwise.

    \b
    comms-tracker decide ids --incident barts-2017
    comms-tracker decide confirm change-9fb6cdfe02dc --note "asked the press office"
    comms-tracker decide correct c-91ae7df69bfd --value 1,360
    comms-tracker decide undo decision-0123456789ab
    """


@command.command("confirm", short_help="A change is as it is shown.")
@click.argument("change", metavar="CHANGE")
@deciding_options
def confirm(*, change: str, **options: Any) -> None:
    """CHANGE is as it is shown: both claims are about the same thing, and the kind is right.

    \b
    comms-tracker decide confirm change-9fb6cdfe02dc --note "asked the press office"
    """
    from comms_tracker.decisions import making

    decide([change], lambda one, _, maker: making.confirm(one, maker, change), Chosen(**options))


@command.command("reject", short_help="A change is none: its claims are not linked again.")
@click.argument("change", metavar="CHANGE")
@deciding_options
def reject(*, change: str, **options: Any) -> None:
    """CHANGE is none: its claims are about different things, and are not linked again.

    \b
    comms-tracker decide reject change-9fb6cdfe02dc --note "one counts people, the other accounts"
    """
    from comms_tracker.decisions import making

    decide([change], lambda one, _, maker: making.reject(one, maker, change), Chosen(**options))


@command.command("link", short_help="Two claims are about the same thing.")
@click.argument("first", metavar="CLAIM")
@click.argument("second", metavar="CLAIM")
@deciding_options
def link(*, first: str, second: str, **options: Any) -> None:
    """Both claims are about the same thing, in whichever order you name them.

    \b
    comms-tracker decide link c-91ae7df69bfd c-0a1b2c3d4e5f
    """
    from comms_tracker.decisions import making

    decide([first, second], lambda one, _, maker: making.link(one, maker, first, second), Chosen(**options))


@command.command("correct", short_help="A figure is to be read otherwise.")
@click.argument("claim", metavar="CLAIM")
@figure_options
@deciding_options
def correct(*, claim: str, figure: str | None, value: str | None, no_figure: bool, **options: Any) -> None:
    """The figure of CLAIM is to be read otherwise, in everything that is said of it.

    \b
    comms-tracker decide correct c-91ae7df69bfd --value "about 1,360"
    comms-tracker decide correct c-91ae7df69bfd --figure "some 136"
    comms-tracker decide correct c-91ae7df69bfd --no-figure
    """
    from comms_tracker.decisions import making

    given = making.Given(figure, value, _none(no_figure, figure, value))
    decide([claim], lambda one, _, maker: making.correct(one, maker, claim, given), Chosen(**options))


@command.command("dismiss", short_help="A claim is none.")
@click.argument("claim", metavar="CLAIM")
@deciding_options
def dismiss(*, claim: str, **options: Any) -> None:
    """CLAIM is none: the words assert nothing about the matter.

    \b
    comms-tracker decide dismiss c-91ae7df69bfd --note "a deadline"
    """
    from comms_tracker.decisions import making

    decide([claim], lambda one, _, maker: making.dismiss(one, maker, claim), Chosen(**options))


@command.command("add-claim", short_help="Some words are a claim that was missed.")
@click.argument("statement", metavar="STATEMENT")
@click.argument("words", metavar="WORDS")
@figure_options
@click.option(
    "--at", type=click.IntRange(0), metavar="OFFSET", help="Where the words stand, if they stand there twice."
)
@click.option("--event", metavar="VERB", help="What happened, such as cancel. Default: read from the words.")
@click.option("--counted", metavar="NOUN", help="What is counted, such as operation. Default: read from the words.")
@deciding_options
def add_claim(
    *,
    statement: str,
    words: str,
    figure: str | None,
    value: str | None,
    no_figure: bool,
    at: int | None,
    event: str | None,
    counted: str | None,
    **options: Any,
) -> None:
    """WORDS of STATEMENT are a claim that was missed.

    \b
    comms-tracker decide add-claim 2017-05-05-second-statement "Other areas will take more time" --no-figure
    """
    from comms_tracker.decisions import making

    given = making.Given(figure, value, _none(no_figure, figure, value))
    decide(
        [statement],
        lambda one, _, maker: making.add_claim(
            one, maker, statement, words, given, at=at, event=event, counted=counted
        ),
        Chosen(**options),
    )


@command.command("seen", short_help="Somebody has looked at a finding.")
@click.argument("finding", metavar="FINDING")
@deciding_options
def seen(*, finding: str, **options: Any) -> None:
    """Somebody has looked at FINDING.

    \b
    comms-tracker decide seen finding-0123456789ab --by "Joan Petty"
    """
    from comms_tracker.decisions import making

    decide([finding], lambda one, _, maker: making.seen(one, maker, finding), Chosen(**options))


@command.command("undo", short_help="A decision does not hold any more.")
@click.argument("decision", metavar="DECISION")
@deciding_options
def undo(*, decision: str, **options: Any) -> None:
    """DECISION does not hold any more. It stays in the store, and so does who took it back.

    \b
    comms-tracker decide undo decision-0123456789ab
    """
    from comms_tracker.decisions import making

    decide([decision], lambda one, before, maker: making.undo(one, before, maker, decision), Chosen(**options))


@command.command("list", short_help="List what was decided.")
@incident_option("Only this incident; without it, all of them.")
@db_option
@output_options
def listed(*, incident: str | None, db: Path | None, form: str, output: str | None) -> None:
    """List what was decided, by whom, when, and whether it is in force.

    \b
    comms-tracker decide list --incident barts-2017
    """
    from comms_tracker.cli.decisions_forms import decision_forms
    from comms_tracker.decisions.contract import states
    from comms_tracker.store import Store

    with Store.open(store_path(db), write=False) as store:
        names = store.incident_names() if incident is None else (incident,)
        found = [
            (decision, of_one[decision.id])
            for name in names
            for decisions in [store.decisions(name)]
            for of_one in [states(decisions, store.statements(name))]
            for decision in decisions
        ]
    write(decision_forms(found), form, output)


@command.command("ids", short_help="List what can be decided on, with the ids.")
@click.option("--incident", metavar="NAME", required=True, help="The incident; comms-tracker incidents lists them.")
@db_option
@output_options
def ids(*, incident: str, db: Path | None, form: str, output: str | None) -> None:
    """List the changes, claims and findings of an incident with their ids.

    \b
    comms-tracker decide ids --incident barts-2017 --format csv
    """
    from comms_tracker.cli.decisions_forms import id_forms
    from comms_tracker.store import Store

    with Store.open(store_path(db), write=False) as store:
        found = store.comparison(incident)
    write(id_forms(found), form, output)
