"""Options that several commands share, each written once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

FORMATS = ("table", "json", "jsonl", "csv", "md")
PORT = 8501
"""The port of the app where none is named."""


def output_options(function: F) -> F:
    """``--format`` and ``--output``, for every command that prints records."""
    return output_options_of(FORMATS)(function)


def output_options_of(formats: Sequence[str]) -> Callable[[F], F]:
    """``--format`` and ``--output`` where the command has formats of its own."""
    form = click.option(
        "--format", "form", type=click.Choice(formats), default="table", show_default=True, help="How to print it."
    )
    output = click.option("--output", metavar="FILE", help="Write to FILE instead of the terminal.")
    return lambda function: form(output(function))


def network_option(function: F) -> F:
    """``--allow-private``, for the commands that fetch pages."""
    return click.option(
        "--allow-private", is_flag=True, help="Fetch from addresses of this computer and of private networks too."
    )(function)


def incident_option(help_text: str) -> Callable[[F], F]:
    """``--incident``, with the command's own meaning."""
    return click.option("--incident", metavar="NAME", help=help_text)


def db_option(function: F) -> F:
    """``--db``, for every command that reads or writes a store; None stands for the default store."""
    return click.option(
        "--db",
        type=click.Path(dir_okay=True, path_type=Path),
        metavar="FILE",
        help="The store. Default: COMMS_TRACKER_DB, else a file in your data folder.",
    )(function)


def serving_options(function: F) -> F:
    """``--port`` and ``--open``, for the commands that serve the app."""
    port = click.option(
        "--port", type=click.IntRange(1, 65535), default=PORT, show_default=True, help="Port of 127.0.0.1."
    )
    opening = click.option("--open", "open_browser", is_flag=True, help="Open a browser at the app.")
    return port(opening(function))


def store_path(db: Path | None) -> Path:
    """The store that ``--db`` names, else the default one."""
    from comms_tracker.store import default_path

    return db or default_path()


def existing_store(db: Path | None, refusal: str) -> Path:
    """As :func:`store_path`, for what makes no store.

    Raises StoreError where there is none, which says so after ``refusal``: "Cannot prune {path}".
    """
    from comms_tracker.errors import StoreError

    path = store_path(db)
    if not path.exists():
        raise StoreError(f"{refusal.format(path=path)}: there is no such file. Give the path of a store with --db.")
    return path
