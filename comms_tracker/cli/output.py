"""What a command writes: results to standard output or a file, notes to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from comms_tracker.errors import InputError
from comms_tracker.report.visible import visible

if TYPE_CHECKING:
    from rich.console import RenderableType

    from comms_tracker.report.cells import Told
    from comms_tracker.report.rows import Row


class ClosedPipeError(Exception):
    """Whoever read the output has stopped reading; there is nothing left to do."""


def say(message: str) -> None:
    """One line on standard error; what would act on a terminal is shown as an escape."""
    try:
        click.echo(visible(message), err=True)
    except BrokenPipeError:
        _look_away(sys.stderr)


def note(notes: Iterable[str]) -> None:
    """Each note as a line of its own on standard error."""
    for each in notes:
        say(f"Note: {each}")


@dataclass(frozen=True, slots=True)
class Forms:
    """A result in each of the forms that ``--format`` names; only the one that is asked for is made.

    The optional ones are for the commands that offer them.
    """

    table: Callable[[], RenderableType]
    json: Callable[[], object]
    md: Callable[[], str]
    jsonl: Callable[[], str] | None = None
    csv: Callable[[Told], str] | None = None
    html: Callable[[], str] | None = None


def forms_of_rows(
    columns: Sequence[str],
    flat: Sequence[Row],
    table: Callable[[], RenderableType],
    json: Callable[[], object] | None = None,
) -> Forms:
    """Rows in every form, with ``table`` as the page for people; ``json`` where JSON has more than the rows."""
    from comms_tracker.report import rows
    from comms_tracker.report.markdown import rows_markdown

    return Forms(
        table=table,
        json=json or (lambda: flat),
        jsonl=lambda: rows.as_jsonl(flat),
        csv=lambda told: rows.as_csv(flat, columns, told),
        md=lambda: rows_markdown(columns, flat),
    )


def write(forms: Forms, form: str, output: str | None, inputs: Sequence[str] = ()) -> None:
    """Writes the result in ``form`` to the file ``output``, or to standard output where there is none.

    Raises InputError where the file cannot be written or is one of ``inputs``.
    """
    to_file = output is not None and output != "-"
    text = _table(forms, to_file) if form == "table" else _data(forms, form)
    if not to_file:
        write_out(text)
        return
    assert output is not None
    if any(_same_file(output, each) for each in inputs):
        raise InputError(f"--output {output} is one of the texts to be read, and would be lost. Name another file.")
    write_file(output, text)


def write_file(output: str | Path, text: str) -> None:
    """Writes the text to the file that ``--output`` names; raises InputError where it cannot be written."""
    try:
        Path(output).write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise InputError(f"--output {output} cannot be written: {error.strerror}. Name another file.") from None


def write_out(text: str) -> None:
    """Writes to standard output and flushes; raises ClosedPipeError where nobody reads it any more."""
    try:
        click.echo(text, nl=False)
        sys.stdout.flush()
    except BrokenPipeError:
        _look_away(sys.stdout)
        raise ClosedPipeError from None


def _data(forms: Forms, form: str) -> str:
    import json

    if form == "json":
        return json.dumps(forms.json(), ensure_ascii=False, indent=2) + "\n"
    if form == "csv":
        return _sheet(forms)
    maker = {"jsonl": forms.jsonl, "md": forms.md, "html": forms.html}[form]
    assert maker is not None, form
    return maker()


def _sheet(forms: Forms) -> str:
    """The result as CSV; what was put in front of cells, so that no spreadsheet takes them for a formula, is said."""
    from comms_tracker.report.cells import Told

    assert forms.csv is not None
    told = Told()
    sheet = forms.csv(told)
    note(told.sentences)
    return sheet


def _table(forms: Forms, to_file: bool) -> str:
    from comms_tracker.report.terminal import FILE_WIDTH, rendered, terminal_width, wants_colours

    if to_file:
        return rendered(forms.table(), FILE_WIDTH, colours=False)
    return rendered(forms.table(), terminal_width(), wants_colours())


def _same_file(output: str, given: str) -> bool:
    try:
        return os.path.samefile(output, given)
    except OSError:
        return False


def _look_away(stream: TextIO) -> None:
    """Points the stream's descriptor at nothing, so that the interpreter's own last flush does not complain."""
    try:
        descriptor = stream.fileno()
        os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)
    except (OSError, ValueError):
        return
