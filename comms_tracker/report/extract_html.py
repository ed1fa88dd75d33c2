"""What was read in a text, as one page of HTML: the text with its claims marked, then the table.

Text that we did not write passes through ``escape.text``, control characters as visible escapes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from comms_tracker import __version__
from comms_tracker.records import Claim, Figure, Statement
from comms_tracker.report import escape, words
from comms_tracker.report.bylines import byline, source_words
from comms_tracker.report.claims_table import about, around_figure, place_words, read_as
from comms_tracker.report.marked_text import visible_pieces
from comms_tracker.report.marks import LABEL, Look, MarkedPiece, Numbered, marked, numbered
from comms_tracker.report.reading_rules import NO_ENTRY, NOT_CLAIMED, NOT_CLAIMED_MEANING, Explained, Why
from comms_tracker.report.standalone import standalone_page
from comms_tracker.report.table_html import table
from comms_tracker.report.visible import visible, visible_part

TITLE = "What was read"
KEY = (
    (Look.PLAIN, "a claim"),
    (Look.DENIED, "something said not to be so"),
    (Look.UNKNOWN, "something said to be not known"),
    (Look.BACKGROUND, "about the organisation, not the matter"),
)
CAUTION = "The program can miss a claim or misread one: the text above is what counts."


def extract_page(read: Sequence[tuple[Statement, Sequence[Claim]]], explained: Explained | None = None) -> str:
    """The whole page, ending in a line end: each statement with its own claims, numbered through all statements."""
    shown: list[str] = []
    first = 1
    for statement, claims in read:
        shown.append("".join(_statement(statement, numbered(claims, first), explained)))
        first += len(claims)
    title = f"{TITLE}: {byline(read[0][0])}" if len(read) == 1 else TITLE
    foot = f"<p>{CAUTION}</p><p>comms-tracker {escape.text(__version__)}</p>"
    return standalone_page(_text(title), "extract.css", "".join(shown), foot)


def _text(line: str) -> str:
    """A line of text as HTML, what a page could not show as an escape."""
    return escape.text(visible(line))


def _statement(statement: Statement, claims: Sequence[Numbered], explained: Explained | None) -> Iterator[str]:
    heading = statement.title or statement.id
    yield f"<article>\n<header><p class=kicker>{TITLE}</p><h1>{_text(heading)}</h1>"
    yield f"<p class=quiet>{_text(byline(statement, title=False))}</p>"
    source = source_words(statement)
    if source:
        yield f"<p class=quiet>Source: {_source(statement, source)}</p>"
    if not statement.english:
        yield f"<p class=notice>{words.NOT_ENGLISH}</p>"
    yield "</header>\n"
    if claims:
        yield _key(claims)
    yield f'<div class=text lang="{"en" if statement.english else ""}">'
    yield from _marked(marked(statement.text, claims))
    yield "</div>\n"
    yield from _table(statement, claims, explained)
    if explained is not None:
        yield from _unclaimed(explained.unclaimed(statement, [one.claim for one in claims]), explained.why)
    yield "</article>\n"


def _source(statement: Statement, told: str) -> str:
    address = escape.web_address(statement.source)
    if address is None or statement.source is None:
        return _text(told)
    link = f'<a href="{escape.text(address)}" rel="noopener noreferrer">{_text(address)}</a>'
    return link + escape.text(visible_part(told.removeprefix(statement.source)))


def _key(claims: Sequence[Numbered]) -> str:
    """What the marks mean, only those that the text has."""
    looks = {one.look for one in claims}
    samples = [f"<mark class={look.value}>{meaning}</mark>" for look, meaning in KEY if look in looks]
    return f"<p class=key>Marked: {words.listed(samples)}. A number leads to the table.</p>\n"


def _marked(pieces: Sequence[MarkedPiece]) -> Iterator[str]:
    for piece, line in zip(pieces, visible_pieces(pieces), strict=True):
        shown = escape.text(line)
        if piece.figure:
            shown = f"<strong>{shown}</strong>"
        yield shown if piece.look is None else f"<mark class={piece.look.value}>{shown}</mark>"
        yield from map(_number, piece.ends)


def _number(one: Numbered) -> str:
    label = LABEL[one.look]
    tag = f" <span class=label>{label}</span>" if label else ""
    return (
        f'<a class=number id="mark-{one.number}" href="#claim-{one.number}" '
        f'aria-label="claim {one.number}{label and ", " + label}">{one.number}{tag}</a>'
    )


def _table(statement: Statement, claims: Sequence[Numbered], explained: Explained | None) -> Iterator[str]:
    if not claims:
        yield f"<p>{words.NO_CLAIMS}</p>\n"
        return
    rows = []
    for one in claims:
        rows.append(f'<tbody id="claim-{one.number}"><tr>{_cells(statement, one)}</tr>')
        if explained is not None and one.claim.figure is not None:
            rows.append(f"<tr class=why><td></td><td colspan=4>{_why(explained.why(one.claim.figure))}</td></tr>")
        rows.append("</tbody>\n")
    caption = f"{words.counted(len(claims), 'claim')}, in the order of the text"
    yield table(("No.", "Claim", "Read as", "About", "Place"), "".join(rows), caption)


def _cells(statement: Statement, one: Numbered) -> str:
    claim = one.claim
    counted = about(claim)
    return (
        f'<th scope=row><a href="#mark-{one.number}" aria-label="claim {one.number} in the text">{one.number}</a></th>'
        f"<td class=claim>“{_quoted(claim)}”</td>"
        f"<td><span class=name>Read as</span>{escape.text(read_as(claim, not statement.english))}</td>"
        + (f"<td><span class=name>About</span>{escape.text(counted)}</td>" if counted else "<td class=empty></td>")
        + f"<td class=place><span class=name>Place</span>{place_words(claim)}</td>"
    )


def _quoted(claim: Claim) -> str:
    """The claim on one line, its figure in bold."""
    before, figure, after = (escape.text(part) for part in around_figure(claim))
    return f"{before}<strong>{figure}</strong>{after}" if figure else before


def _why(found: Why) -> str:
    entries = "".join(
        f"<li>“{_text(entry.words)}” in {_text(entry.file)}: {_text(entry.says)}. "
        f"<span class=quiet>Source: {_text(entry.source)}.</span></li>"
        for entry in found.entries
    )
    listed = f"<ul>{entries}</ul>" if entries else f"<p class=quiet>{NO_ENTRY}</p>"
    return f"<p>Rule “{_text(found.rule)}”: {_text(found.words)}.</p>{listed}"


def _unclaimed(figures: Sequence[Figure], why: Callable[[Figure], Why]) -> Iterator[str]:
    if not figures:
        return
    yield f"<section class=unclaimed><h2>{NOT_CLAIMED}</h2><p class=quiet>{NOT_CLAIMED_MEANING}</p>\n<ul>"
    for figure in figures:
        place = f"{figure.start}-{figure.end}"
        yield f"<li><p>“<strong>{_text(figure.text)}</strong>” at {place}</p>{_why(why(figure))}</li>"
    yield "</ul></section>\n"
