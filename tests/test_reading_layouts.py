"""The main text of a page over the ways in which sites lay out a statement: all of it, once, and nothing around it."""

from __future__ import annotations

import pytest

from comms_tracker.reading import Document, FileKind, HowToRead, read_documents

PARAGRAPHS = (
    "Kirkhaven Water has put off a very small number of planned repairs after a main burst on Quay Street.",
    "About 400 homes had no water for nine hours on Monday, and 12 farms on the hill had none until Tuesday.",
    "“We are sorry for what this has meant for our customers,” said Jane Doe, chief executive. “We will pay £30.”",
    "ENDS",
    "Notes to editors",
    "1. Kirkhaven Water serves 84,000 homes.",
    "For more, call the press office on 0113 496 0000.",
)
MENU = '<nav><ul><li><a href="/">Home</a></li><li><a href="/news">Latest news</a></li></ul></nav>'
FOOT = '<footer><p>© 2021 Kirkhaven Water. <a href="/privacy">Privacy policy</a></p></footer>'
ASIDE = '<aside class="widget"><h2>Recent posts</h2><ul><li><a href="/x">Bills rise by 5 per cent</a></li></ul></aside>'
COMMENTS = '<section id="comments"><h2>Comments</h2><p>Ann: it was 900 homes, I counted them all.</p></section>'
AROUND = ("Latest news", "Privacy policy", "Recent posts", "Bills rise", "900 homes", "Share on", "We use cookies")


def tagged(tag: str, around: str = "{}") -> str:
    return around.format("".join(f"<{tag}>{paragraph}</{tag}>" for paragraph in PARAGRAPHS))


LAYOUTS = {
    "article": tagged("p", "<main><article><h1>Burst main</h1>{}</article></main>"),
    "divisions": tagged("div", '<div id="content"><div class="news"><h1>Burst main</h1>{}</div></div>'),
    "breaks": f'<div class="entry-content"><h2>Burst main</h2>{"<br><br>".join(PARAGRAPHS)}</div>',
    "table": tagged("p", "<table width=100%><tr><td width=20%>&nbsp;</td><td><h1>Burst main</h1>{}</td></tr></table>"),
    "weblog": tagged(
        "p",
        '<div id="primary"><main><article class="post"><header><h1 class="entry-title">Burst main</h1></header>'
        '<div class="entry-content">{}<div class="sharedaddy"><a href="#">Share on a network</a></div></div>'
        f"</article></main></div>{ASIDE}",
    ),
    "comments": tagged("p", f"<main><article><h1>Burst main</h1>{{}}</article>{COMMENTS}</main>"),
    "cookies": tagged("p", '<div class="cookie-banner"><p>We use cookies.</p></div><main><h1>Burst main</h1>{}</main>'),
    "sections": "".join(f"<section><div><p>{paragraph}</p></div></section>" for paragraph in PARAGRAPHS),
    "spans": "".join(f'<p class="MsoNormal"><span><b></b>{paragraph}</span></p>' for paragraph in PARAGRAPHS),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_statement_is_read_whole_and_once_and_without_what_stands_around_it(layout: str) -> None:
    page = f"<html><head><title>Burst main</title></head><body>{MENU}{LAYOUTS[layout]}{FOOT}</body></html>"
    (statement,) = read_documents(
        [Document("p.html", FileKind.HTML, page.encode())], HowToRead(in_order=True)
    ).statements
    text = " ".join(statement.text.split())
    assert {paragraph: text.count(paragraph) for paragraph in PARAGRAPHS} == dict.fromkeys(PARAGRAPHS, 1)
    assert [words for words in AROUND if words in text] == []


def test_the_items_and_times_of_a_running_page_stay_in_their_order() -> None:
    page = (
        "<main><h1>Updates</h1><div><h3>10:30</h3><p>400 homes have no water.</p></div>"
        "<div><h3>14:00</h3><p>These are affected:</p><ul><li>136 homes</li><li>two schools</li></ul></div></main>"
    )
    (statement,) = read_documents(
        [Document("p.html", FileKind.HTML, page.encode())], HowToRead(in_order=True)
    ).statements
    assert statement.text == (
        "Updates\n\n10:30\n\n400 homes have no water.\n\n14:00\n\nThese are affected:\n\n- 136 homes\n- two schools"
    )
