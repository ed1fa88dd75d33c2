"""The page of what was read stands alone, and shows hostile text as its characters."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from cli_runner import ran
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from comms_tracker.records import Claim, Figure, FigureKind, Measure, Polarity, Statement
from comms_tracker.report.extract_html import extract_page
from comms_tracker.report.visible import visible_lines

TEXT = "About 400 trams stopped. No driver was hurt. We run 540 trams."
HOSTILE = (
    '<script>alert(1)</script> About 400 trams stopped, "<img src=x onerror=alert(1)>".\r\n\r\n'
    "No driver was hurt.\x1b[31m\x07 Of \u202e631\u202c we know nothing. </style></title>&lt;&#39; {{7*7}} $x$ שלום\n"
    + "A"
    * 300
)
VOID = {"meta", "wbr", "br"}


def claims_of(text: str) -> list[Claim]:
    """A figure, and a denial after it, where the text has them."""
    found = []
    for words, figure, polarity in (
        ("About 400 trams stopped", "About 400", Polarity.AFFIRMED),
        ("No driver was hurt", "No", Polarity.DENIED),
        ("We run 540 trams", "540", Polarity.AFFIRMED),
    ):
        start = text.find(words)
        if start >= 0:
            place = text.index(figure, start)
            read = Figure(figure, place, place + len(figure), FigureKind.EXACT, 400, 400)
            background = figure == "540"
            end = start + len(words)
            found.append(
                Claim(figure, "s", start, end, words, read, Measure(counted="tram"), polarity, background=background)
            )
    return found


def page_of(text: str, **fields: str) -> str:
    return extract_page([(Statement("s", text, **fields), claims_of(text))])  # type: ignore[arg-type]


class Outline(HTMLParser):
    """The elements of a page: their names and attributes, whether they nest, and the words of the statement's text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(dict(attrs).get("class") or tag)

    def handle_endtag(self, tag: str) -> None:
        del tag
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if "text" in self.open and "number" not in self.open:
            self.words.append(data)


def test_the_marks_of_the_text_are_exactly_these() -> None:
    body = re.search(r"<div class=text.*?</div>", page_of(TEXT), re.DOTALL)
    assert body is not None
    assert body[0] == (
        '<div class=text lang="en">'
        "<mark class=plain><strong>About 400</strong></mark><mark class=plain> trams stopped</mark>"
        '<a class=number id="mark-1" href="#claim-1" aria-label="claim 1">1</a>. '
        "<mark class=denied><strong>No</strong></mark><mark class=denied> driver was hurt</mark>"
        '<a class=number id="mark-2" href="#claim-2" aria-label="claim 2, denied">2 <span class=label>denied</span></a>'
        ". <mark class=background>We run </mark><mark class=background><strong>540</strong></mark>"
        "<mark class=background> trams</mark>"
        '<a class=number id="mark-3" href="#claim-3" aria-label="claim 3, background">3 '
        "<span class=label>background</span></a>.</div>"
    )


def test_every_number_in_the_text_leads_to_a_row_and_back() -> None:
    elements = Outline(page_of(TEXT)).elements
    ids = [attributes["id"] for _, attributes in elements if "id" in attributes]
    aims = [attributes["href"] for tag, attributes in elements if tag == "a"]
    assert sorted(aims, key=str) == sorted([f"#{one}" for one in ids])
    assert len(ids) == len(set(ids)) == 6


def test_claims_of_two_texts_are_numbered_through_and_stay_with_their_own_even_under_one_id() -> None:
    page = extract_page([(Statement("s", TEXT), claims_of(TEXT)[:1]), (Statement("s", TEXT), claims_of(TEXT)[1:2])])
    assert re.findall(r'<tbody id="claim-(\d)">', page) == ["1", "2"]
    assert re.findall(r'class=number id="mark-(\d)"', page) == ["1", "2"]
    assert page.count("1 claim, in the order of the text") == 2


def test_a_text_without_claims_says_so() -> None:
    assert "No claim about figures or impact was found." in page_of("Hello.")


def test_hostile_words_make_no_element_and_no_address() -> None:
    plain, hostile = Outline(page_of(TEXT)), Outline(page_of(HOSTILE, title=HOSTILE, source="javascript:alert(1)"))
    names = {tag for tag, _ in hostile.elements}
    assert names <= {tag for tag, _ in plain.elements}
    assert hostile.open == []
    assert all(str(one["href"]).startswith("#") for tag, one in hostile.elements if tag == "a")
    assert not any(name.startswith("on") for _, attributes in hostile.elements for name in attributes)
    assert "".join(hostile.words) == visible_lines(HOSTILE)
    assert "\\x1b[31m\\x07 Of \\u202e631\\u202c" in page_of(HOSTILE)


def test_a_web_address_is_the_only_source_that_is_linked() -> None:
    linked = '<a href="https://example.org/?a=1&amp;b=2" rel="noopener noreferrer">https://example.org/?a=1&amp;b=2</a>'
    assert f"Source: {linked}; wording recast" in page_of(TEXT, source="https://example.org/?a=1&b=2", wording="recast")
    assert "<p class=quiet>Source: a &lt;leaflet&gt;</p>" in page_of(TEXT, source="a <leaflet>")


def test_the_page_has_nothing_that_a_browser_would_fetch_or_run() -> None:
    page = page_of(HOSTILE)
    outline = Outline(page)
    assert {tag for tag, _ in outline.elements} & {"script", "link", "img", "iframe", "object", "form", "base"} == set()
    assert not any("src" in attributes or "style" in attributes for _, attributes in outline.elements)
    style = page[page.index("<style>") : page.index("</style>")]
    assert not re.search(r"url\(|@import|@font-face|expression", style)
    assert "default-src &#x27;none&#x27;; style-src &#x27;unsafe-inline&#x27;" in page


@given(st.text(max_size=80))
def test_any_text_whatever_stands_on_the_page_as_its_characters(text: str) -> None:
    page = extract_page([(Statement("s", text), [])])
    body = re.search(r'<div class=text lang="en">(.*?)</div>', page, re.DOTALL)
    assert body is not None
    assert "<" not in body[1]
    assert html.unescape(body[1]) == visible_lines(text).lstrip("\n").rstrip()
    page.encode("utf-8")


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_fits_the_window_and_asks_for_nothing(
    tmp_path: Path, browser: Browser, width: int, scheme: str
) -> None:
    path = tmp_path / "page.html"
    path.write_text(page_of(HOSTILE, title=HOSTILE), encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: wrong.append(message.text))
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == width
    mark = page.locator("mark.denied").first
    assert mark.evaluate("e => getComputedStyle(e).textDecorationLine") == "underline"
    assert mark.evaluate("e => getComputedStyle(e).backgroundColor") == (
        "rgb(251, 229, 211)" if scheme == "light" else "rgb(71, 41, 15)"
    )
    page.locator("#mark-2").click()
    assert page.evaluate("document.querySelector(':target').id") == "claim-2"
    page.close()
    assert (asked, wrong) == ([path.as_uri()], [])


def test_the_command_writes_the_page_for_a_file_that_it_reads(tmp_path: Path) -> None:
    source, page = tmp_path / "s.txt", tmp_path / "s.html"
    source.write_text("About 400 <b>operations</b> were cancelled. No patient data was accessed.", encoding="utf-8")
    assert ran("extract", source, "--format", "html", "--output", page) == ""
    written = page.read_text(encoding="utf-8")
    assert written.startswith("<!doctype html>\n")
    assert written.endswith("</html>\n")
    assert "&lt;b&gt;operations&lt;/b&gt;" in written
    assert "<span class=label>denied</span>" in written
