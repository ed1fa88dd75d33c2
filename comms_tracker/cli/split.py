"""``comms-tracker split``: who says what in an article, and the statements that it quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from comms_tracker.cli.options import output_options_of
from comms_tracker.cli.output import Forms, note, write

if TYPE_CHECKING:
    from rich.console import RenderableType

    from comms_tracker.articles import Article


@click.command("split")
@click.argument("path", metavar="ARTICLE|-")
@click.option("--issued", metavar="DATE", help="Date of the article where it gives none, such as 2017-05-06.")
@click.option("--organisation", metavar="NAME", help='The organisation that an unnamed "the trust" is.')
@output_options_of(("table", "json", "md"))
def command(path: str, *, issued: str | None, organisation: str | None, form: str, output: str | None) -> None:
    """Show an article's passages with their speakers, and the statements of organisations that it quotes.

    The outlet's own sentences are narration and belong to no statement. Dates such as "last week" are counted from the
    article's own.

    \b
    comms-tracker split corpora/barts-2017/articles/2017-05-06-courier.md
    comms-tracker split article.html --issued 2017-05-06 --format json
    """
    read, notes = _articles(path, issued, organisation)
    note(notes)
    write(_forms(read), form, output, inputs=(path,))


def _articles(path: str, issued: str | None, organisation: str | None) -> tuple[list[Article], list[str]]:
    """What the argument gives, each text as an article, and plain sentences about how they were read."""
    from comms_tracker.articles import read_article
    from comms_tracker.reading import HowToRead, read_statements
    from comms_tracker.reading.notes import without_articles, without_the_order

    read = read_statements([path], HowToRead(issued, organisation, in_order=True))
    notes = without_articles(without_the_order(read.notes))
    notes += [
        f"{one.id} has no date of its own, so its dates are shown as it says them. Give one with --issued 2017-05-06."
        for one in read.statements
        if one.issued is None
    ]
    return [read_article(one) for one in read.statements], notes


def _forms(read: list[Article]) -> Forms:
    from comms_tracker.report.passages import article_json, article_markdown, article_page

    def page() -> RenderableType:
        from rich.console import Group

        return Group(*map(article_page, read))

    made = [article_json(one) for one in read]
    return Forms(
        table=page,
        json=lambda: made[0] if len(made) == 1 else made,
        md=lambda: "\n".join(article_markdown(one) for one in read),
    )
