"""``comms-tracker quotes``: is every quotation of an article really in the statements?"""

from __future__ import annotations

import click

from comms_tracker.cli.options import output_options_of
from comms_tracker.cli.output import Forms, note, write


@click.command("quotes")
@click.argument("path", metavar="ARTICLE|-")
@click.argument("further", nargs=-1, metavar="[FILE|DIR]...")
@click.option(
    "--against",
    "statements",
    multiple=True,
    required=True,
    metavar="FILE|DIR",
    help="What was said; further files may follow it, and it may be repeated.",
)
@output_options_of(("table", "json", "md"))
def command(path: str, further: tuple[str, ...], *, statements: tuple[str, ...], form: str, output: str | None) -> int:
    """Compare each quotation of an article with the words of the statements, and list every edit.

    Exact and adjusted (case, punctuation, spelling, a marked omission or insertion) are as they should be. Altered has
    other words. An edit is critical where it touches a figure, a unit, a negation, a hedge, a name or a date. What is
    not found may have been said elsewhere. Exit status 1 where a quotation is altered or an edit is critical.

    \b
    comms-tracker quotes corpora/barts-2017/articles/2017-05-06-courier.md --against corpora/barts-2017
    """
    from comms_tracker.quotes import check_article
    from comms_tracker.reading import HowToRead, read_statements
    from comms_tracker.reading.notes import without_articles, without_the_order

    article = read_statements([path], HowToRead(in_order=True))
    statements += further
    said = read_statements(list(statements), HowToRead(in_order=True))
    note(without_articles(without_the_order((*article.notes, *said.notes))))
    checked = [one for document in article.statements for one in check_article(document.text, said.statements)]

    from comms_tracker.report.quotes import checks_json, checks_markdown, checks_page

    forms = Forms(
        table=lambda: checks_page(checked, said.statements),
        json=lambda: {"quotations": checks_json(checked)},
        md=lambda: checks_markdown(checked),
    )
    write(forms, form, output, inputs=(path, *statements))
    return 1 if any(one.to_look_at for one in checked) else 0
