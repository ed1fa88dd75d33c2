"""``comms-tracker decide``: a person confirms, rejects, links, corrects, dismisses, adds, and takes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from comms_tracker.cli.deciding import Chosen, Make, decide
from comms_tracker.cli.options import db_option, incident_option, output_options, store_path
from comms_tracker.cli.output import write

if TYPE_CHECKING:
    from comms_tracker.decisions.making import Given

F = TypeVar("F", bound=Callable[..., Any])
Options = Callable[[Callable[..., Any]], Callable[..., Any]]

INCIDENT = "The incident, where an id is in several."


@click.group("decide")
def command() -> None:
    """Confirm, reject or correct what the program found: what you decide wins over it, and can be undone.

    A decision holds for the words that it is about, also when a later version reads them otherwise.

    \b
    comms-tracker decide ids --incident barts-2017
    comms-tracker decide confirm change-9fb6cdfe02dc --note "asked the press office"
    comms-tracker decide correct c-91ae7df69bfd --value 1,360
    comms-tracker decide undo decision-0123456789ab
    """


def verb(
    name: str, short_help: str, *options: Options, **ids: str
) -> Callable[[Callable[..., Make]], Callable[..., Make]]:
    """Makes a sub-verb of a function that says which decision is to be made of what it takes.

    It takes ``ids``, each an argument with this metavar, and what its own ``options`` say. Who decides, why and where,
    and how what was stored is printed, is the same for all verbs.
    """

    def made(function: Callable[..., Make]) -> Callable[..., Make]:
        @wraps(function)
        def run(**given: Any) -> None:
            chosen = Chosen(**{each.name: given.pop(each.name) for each in fields(Chosen)})
            decide([given[each] for each in ids], function(**given), chosen)

        taken: list[Options] = [click.argument(each, metavar=metavar) for each, metavar in ids.items()]
        taking: Callable[..., Any] = run
        for add in reversed([*taken, *options, deciding_options]):
            taking = add(taking)
        command.command(name, short_help=short_help)(taking)
        return function

    return made


def deciding_options(function: F) -> F:
    """What every verb takes: who, why, where, and how to print what was stored."""
    by = click.option("--by", metavar="NAME", help="Who decides. Default: your user name.")
    note = click.option("--note", metavar="TEXT", help="Why, for those who read it later.")
    return by(note(incident_option(INCIDENT)(db_option(output_options(function)))))


def figure_options(function: F) -> F:
    """How a person gives a figure."""
    words = click.option("--figure", metavar="WORDS", help="The words of the statement that give the figure.")
    value = click.option("--value", metavar="TEXT", help="How it is to be read: 1,360; about 400; 2.5 per cent; £3m.")
    none = click.option("--no-figure", is_flag=True, help="The words give no figure.")
    return words(value(none(function)))


def missed_options(function: F) -> F:
    """The words of a claim that was missed, and what a person says of it."""
    words = click.argument("words", metavar="WORDS")
    at = click.option(
        "--at", type=click.IntRange(0), metavar="OFFSET", help="Where the words stand, if they stand there twice."
    )
    event = click.option("--event", metavar="VERB", help="What happened, such as cancel. Default: read from the words.")
    counted = click.option(
        "--counted", metavar="NOUN", help="What is counted, such as operation. Default: read from the words."
    )
    return words(figure_options(at(event(counted(function)))))


def _figure(words: str | None, value: str | None, none: bool) -> Given:
    """The figure as the options give it; raises UsageError where one is given that is said not to be there."""
    from comms_tracker.decisions.making import Given

    if none and (words is not None or value is not None):
        raise click.UsageError("--no-figure goes with neither --figure nor --value. Give one of them.")
    return Given(words, value, none)


@verb("confirm", "A change is as it is shown.", change="CHANGE")
def confirm(change: str) -> Make:
    """CHANGE is as it is shown: both claims are about the same thing, and the kind is right.

    \b
    comms-tracker decide confirm change-9fb6cdfe02dc --note "asked the press office"
    """
    from comms_tracker.decisions import making

    return lambda one, _, maker: making.confirm(one, maker, change)


@verb("reject", "A change is none: its claims are not linked again.", change="CHANGE")
def reject(change: str) -> Make:
    """CHANGE is none: its claims are about different things, and are not linked again.

    \b
    comms-tracker decide reject change-9fb6cdfe02dc --note "one counts people, the other accounts"
    """
    from comms_tracker.decisions import making

    return lambda one, _, maker: making.reject(one, maker, change)


@verb("link", "Two claims are about the same thing.", first="CLAIM", second="CLAIM")
def link(first: str, second: str) -> Make:
    """Both claims are about the same thing, in whichever order you name them.

    \b
    comms-tracker decide link c-91ae7df69bfd c-0a1b2c3d4e5f
    """
    from comms_tracker.decisions import making

    return lambda one, _, maker: making.link(one, maker, first, second)


@verb("correct", "A figure is to be read otherwise.", figure_options, claim="CLAIM")
def correct(claim: str, figure: str | None, value: str | None, no_figure: bool) -> Make:
    """The figure of CLAIM is to be read otherwise, in everything that is said of it.

    \b
    comms-tracker decide correct c-91ae7df69bfd --value "about 1,360"
    comms-tracker decide correct c-91ae7df69bfd --figure "some 136"
    comms-tracker decide correct c-91ae7df69bfd --no-figure
    """
    from comms_tracker.decisions import making

    given = _figure(figure, value, no_figure)
    return lambda one, _, maker: making.correct(one, maker, claim, given)


@verb("dismiss", "A claim is none.", claim="CLAIM")
def dismiss(claim: str) -> Make:
    """CLAIM is none: the words assert nothing about the matter.

    \b
    comms-tracker decide dismiss c-91ae7df69bfd --note "a deadline"
    """
    from comms_tracker.decisions import making

    return lambda one, _, maker: making.dismiss(one, maker, claim)


@verb("add-claim", "Some words are a claim that was missed.", missed_options, statement="STATEMENT")
def add_claim(*, figure: str | None, value: str | None, no_figure: bool, **missed: Any) -> Make:
    """WORDS of STATEMENT are a claim that was missed.

    \b
    comms-tracker decide add-claim 2017-05-05-second-statement "Other areas will take more time" --no-figure
    """
    from comms_tracker.decisions import making

    told = making.Missed(figure=_figure(figure, value, no_figure), **missed)
    return lambda one, _, maker: making.add_claim(one, maker, told)


@verb("seen", "Somebody has looked at a finding.", finding="FINDING")
def seen(finding: str) -> Make:
    """Somebody has looked at FINDING.

    \b
    comms-tracker decide seen finding-0123456789ab --by "Joan Petty"
    """
    from comms_tracker.decisions import making

    return lambda one, _, maker: making.seen(one, maker, finding)


@verb("undo", "A decision does not hold any more.", decision="DECISION")
def undo(decision: str) -> Make:
    """DECISION does not hold any more. It stays in the store, and so does who took it back.

    \b
    comms-tracker decide undo decision-0123456789ab
    """
    from comms_tracker.decisions import making

    return lambda one, before, maker: making.undo(one, before, maker, decision)


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
