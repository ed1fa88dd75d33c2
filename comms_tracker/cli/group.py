"""The commands by name, each imported when it is used, and the one place where errors become messages."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import Any, NoReturn

import click

from comms_tracker import __version__
from comms_tracker.cli.output import ClosedPipeError, say
from comms_tracker.errors import CommsTrackerError

SHOW_TRACEBACKS = "COMMS_TRACKER_TRACEBACK"
"""Environment variable: where it is set, an error inside the program is raised and not put into a sentence."""

INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Listed:
    """A command as ``--help`` lists it: its module and one line, so that nothing need be imported for the list."""

    module: str
    line: str


COMMANDS = MappingProxyType(
    {
        "demo": Listed("demo", "Show what changed in the bundled statements, then start the app."),
        "compare": Listed("compare", "Say what changed over successive statements."),
        "extract": Listed("extract", "List the claims and figures of one text."),
        "split": Listed("split", "Say who says what in an article, and which statements it quotes."),
        "quotes": Listed("quotes", "Check an article's quotations against the statements."),
        "audit": Listed("audit", "Say what a draft would contradict, revise or leave out."),
        "add": Listed("add", "Put statements into a store and compare them."),
        "watch": Listed("watch", "Look at pages and feeds again, and say what was edited."),
        "incidents": Listed("incidents", "List the incidents of a store."),
        "changes": Listed("changes", "Say what changed in the incidents of a store."),
        "claims": Listed("claims", "List the claims of an incident in a store."),
        "search": Listed("search", "Find claims and statements by words or by meaning."),
        "decide": Listed("decide", "Confirm, reject or correct what the program found."),
        "reprocess": Listed("reprocess", "Read the texts of a store again, and say what is read otherwise."),
        "forget": Listed("forget", "Delete a statement from a store for good."),
        "prune": Listed("prune", "Let go of what earlier runs read."),
        "merge": Listed("merge", "Take what one store holds into another."),
        "backup": Listed("backup", "Copy a store, and verify the copy."),
        "export": Listed("export", "Write what a store holds for others to keep."),
        "sample": Listed("sample", "Draw changes or sentences into a sheet for coding by hand."),
        "evaluate": Listed("evaluate", "Say how well the program reads a corpus, by what people coded."),
        "verify": Listed("verify", "Check that everything in a store is as it was written."),
        "describe": Listed("describe", "Say what a store is, its licence, and how to cite it."),
        "schema": Listed("schema", "Say what each table and column of a store holds."),
        "query": Listed("query", "Ask a data set of Parquet files a question in SQL."),
        "load": Listed("load", "Put a data set of Parquet files into a store."),
        "bench": Listed("bench", "Measure how fast the program is on this computer."),
        "doctor": Listed("doctor", "Say what is installed, and what would fail."),
        "app": Listed("app", "Serve the browser app on this computer only."),
    }
)


class LazyGroup(click.Group):
    """A group whose commands are imported when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names of the commands, in the order in which a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, its module imported; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"comms_tracker.cli.{COMMANDS[cmd_name].module}")
        command = module.command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, and where there is no such command, the names of those that there are."""
        name = args[0] if args else ""
        if name in COMMANDS or name.startswith("-"):
            return super().resolve_command(ctx, args)
        raise click.UsageError(f"There is no command {name!r}. The commands are {', '.join(COMMANDS)}.", ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list of commands from their lines, no module imported."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, listed.line) for name, listed in COMMANDS.items()])

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: ARG002
        **extra: Any,
    ) -> NoReturn:
        """Runs a command and leaves: 0 it ran, 1 something to look at, 2 an error on standard error, 130 stopped."""
        try:
            status = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        except CommsTrackerError as error:
            say(f"Error: {error}")
            sys.exit(2)
        except click.ClickException as error:
            error.show()
            sys.exit(2)
        except (click.Abort, KeyboardInterrupt):
            sys.exit(INTERRUPTED)
        except ClosedPipeError:
            sys.exit(0)
        except Exception as error:
            if os.environ.get(SHOW_TRACEBACKS):
                raise
            say(
                f"Error: something went wrong inside comms-tracker ({type(error).__name__}: {error}). "
                f"Set {SHOW_TRACEBACKS}=1 and run the command again to see where, and please report it."
            )
            sys.exit(2)
        sys.exit(status if isinstance(status, int) else 0)


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="comms-tracker")
def commands() -> None:
    """Reads an organisation's successive statements and says what changed, how, and how sure it is.

    Everything is read on this computer: no text leaves it.

    \b
    comms-tracker demo
    comms-tracker compare first.md second.md
    comms-tracker compare --help
    """
