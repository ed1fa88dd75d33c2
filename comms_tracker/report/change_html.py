"""One change as HTML for a page that stands alone: both wordings, how sure, why, and who has looked.

Text that we did not write passes through ``escape.text`` and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from comms_tracker.report import escape, words
from comms_tracker.report.change_view import Byline, ChangeView, Side
from comms_tracker.report.excerpts import Excerpt, Piece, Tone

ROLE = {Tone.EARLIER: "Earlier", Tone.LATER: "Later"}
MARK = {Tone.EARLIER: "earlier wording", Tone.LATER: "later wording"}
RECAST = "Told again in our own words from public reports; only the quoted phrases are the organisation's own."
SOURCE, READING_SOURCE = "Source", "Where this reading comes from"
SURE, TOGETHER, ACKNOWLEDGED, REVIEW = "Confidence", "Taken together", "Said about the change", "Review"
WHY, FOR, AGAINST = "Why the program thinks so", "For", "Against"


def labels(change: ChangeView) -> str:
    """The kind of a change, the kinds that also hold, and who has looked at it, as small labels."""
    also = "".join(f"<li>also {_small(kind)}</li>" for kind in change.also)
    return (
        f"<ul class=labels><li class=kind>{escape.text(change.kind_words)}</li>{also}"
        f"<li class=status>{escape.text(change.status)}</li></ul>"
    )


def both_sides(change: ChangeView, brief: bool = False) -> str:
    """Both wordings, side by side where there is room; where there is only one, a plain sentence for the other."""
    show = slip if brief else side
    earlier = show(change.earlier) if change.earlier else _absent(Tone.EARLIER, words.ONLY_LATER)
    later = show(change.later) if change.later else _absent(Tone.LATER, words.ONLY_EARLIER)
    return f"<div class=pair>{earlier}{later}</div>\n"


def side(one: Side) -> str:
    """One wording with its byline above, and beneath it how its figure is read and where the words come from."""
    role = f"<p class=role>{ROLE[one.tone]}</p>" if one.tone in ROLE else ""
    return (
        f"<article class='side {one.tone.value}'><header>{role}{_byline(one.byline)}</header>"
        f"<blockquote>{excerpt(one.excerpt)}</blockquote>{_reading(one)}{source_line(one.byline)}</article>"
    )


def slip(one: Side) -> str:
    """One wording in little room: when, by whom and from where in a line, then the sentence with its claim marked."""
    line = one.byline
    about = ", ".join(part for part in (line.organisation, line.channel) if part)
    told = f" {SOURCE}: {source(line.source)}." if line.source else ""
    return (
        f"<article class='slip {one.tone.value}'><p class=quiet><span class=date>{date(line)}</span> "
        f"{escape.text(about)}.{told}</p><blockquote>{excerpt(one.excerpt)}</blockquote></article>"
    )


def _absent(tone: Tone, sentence: str) -> str:
    return f"<div class='side absent'><p class=role>{ROLE[tone]}</p><p>{sentence}</p></div>"


def _byline(line: Byline) -> str:
    about = ", ".join(part for part in (line.organisation, line.channel) if part)
    title = f"<p class=quiet>{escape.text(line.title)}</p>" if line.title else ""
    return f"<p class=date>{date(line)}</p><p class=quiet>{escape.text(about)}</p>{title}"


def date(line: Byline) -> str:
    """The day, or day and time, as it is written and as a machine reads it."""
    moment = f' datetime="{escape.text(line.issued)}"' if line.issued else ""
    return f"<time{moment}>{escape.text(line.date)}</time>"


def _reading(one: Side) -> str:
    told = [one.read_as] if one.read_as else []
    told += [f"{READING_SOURCE}: {each}" for each in one.sources]
    lines = "".join(f"<p>{escape.text(line)}</p>" for line in told)
    return f"<div class=reading>{lines}</div>" if lines else ""


def source_line(line: Byline) -> str:
    """Where the words come from, linked where that is a web address, and that they are recast where they are."""
    shown = source(line.source)
    recast = f" <em>{escape.text(RECAST)}</em>" if line.recast else ""
    return f"<p class=source>{SOURCE}: {shown}{recast}</p>" if line.source or recast else ""


def source(told: str | None) -> str:
    """A source as it was given, a link where it is a web address."""
    address = escape.web_address(told)
    shown = escape.text(told or "")
    return f'<a href="{escape.text(address)}" rel="noopener noreferrer">{shown}</a>' if address else shown


def excerpt(part: Excerpt) -> str:
    """The passage with its claim marked, and dots where the statement goes on."""
    before = "<span class=cut>… </span>" if part.cut_before else ""
    after = "<span class=cut>&nbsp;…</span>" if part.cut_after else ""
    return before + "".join(_marked(part.pieces)) + after


def _marked(pieces: Iterable[Piece]) -> Iterator[str]:
    for piece in pieces:
        shown = escape.text(piece.text)
        if piece.tone and piece.first:
            yield f"<mark class={piece.tone.value}>"
        yield f"<strong>{shown}</strong>" if piece.figure else shown
        if piece.tone and piece.last:
            yield "</mark>" + (
                f"<span class='tag {piece.tone.value}'>{MARK[piece.tone]}</span>" if piece.tone in MARK else ""
            )


def reasons(change: ChangeView) -> str:
    """How sure the program is, what speaks for it and against it, and what the later statement says about it."""
    facts = [(SURE, change.confidence), (TOGETHER, change.together)]
    facts += [(ACKNOWLEDGED, change.acknowledged), (REVIEW, change.status)]
    told = "".join(f"<div><dt>{term}</dt><dd>{escape.text(value)}</dd></div>" for term, value in facts if value)
    weighed = _evidence(FOR, change.evidence_for) + _evidence(AGAINST, change.evidence_against)
    why = f"<div><h2>{WHY}</h2><dl>{weighed}</dl></div>" if weighed else ""
    return f"<section class=reasons><dl>{told}</dl>{why}</section>\n"


def _evidence(title: str, evidence: tuple[str, ...]) -> str:
    if not evidence:
        return ""
    return f"<div><dt>{title}</dt><dd>{''.join(f'<p>{escape.text(reason)}</p>' for reason in evidence)}</dd></div>"


def entry(change: ChangeView) -> str:
    """A change in a list: its heading, its labels, the explanation, both wordings and how sure the program is."""
    return (
        f"<section class=entry><h3>{escape.text(change.heading)}</h3>{labels(change)}"
        f"<p>{escape.text(change.explanation)}</p>{both_sides(change, brief=True)}"
        f"<p class=quiet>{escape.text(_sentences(change.confidence, change.acknowledged))}</p></section>\n"
    )


def one_sided_entry(change: ChangeView) -> str:
    """A claim that appears or disappears: its heading and its one wording, which its explanation only repeats."""
    one = change.later or change.earlier
    return (
        f"<section class=entry><h3>{escape.text(change.heading)}</h3>{slip(one) if one else ''}"
        f"<p class=quiet>{escape.text(_sentences(change.confidence, change.status))}</p></section>\n"
    )


def _small(kind: str) -> str:
    return escape.text(kind[:1].lower() + kind[1:])


def _sentences(*parts: str | None) -> str:
    return " ".join(f"{part}." for part in parts if part)
