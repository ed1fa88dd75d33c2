"""The page of an incident and of one change: one file that says what the app says, and lets nothing in."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from sample_comparison import FIRST, POSSIBLE, QUANTIFIED, SECOND, barts_comparison, one_statement_comparison

from comms_tracker.records import Change, ChangeKind, Comparison, ReviewStatus
from comms_tracker.report.incident_page import change_page, incident_page

DAY = "2031-11-26"
HOSTILE = "<script>steal()</script><img src=https://evil.example/x onerror=go()> “no” & 'so' \x07 \u202e"


class Read(HTMLParser):
    """The elements, attributes and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str | None]] = set()
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= set(attrs)

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


@pytest.fixture(scope="module")
def page() -> str:
    return incident_page(barts_comparison(), DAY)


def test_the_page_opens_on_the_headline_change_with_both_wordings_dates_and_sources(page: str) -> None:
    text = Read(page).text
    opening = text[text.index("What changed") : text.index("The figure over time")]
    for told in (
        "Barts Health NHS Trust: 2 statements, 28 April 2017 to 5 May 2017",
        "Cancelled operations: from “a very small number” to 136",
        "Now a number",
        QUANTIFIED.explanation,
        "cancel a very small number of elective operations, those that relied on images",
        "28 April 2017",
        "Source: Recast from public reports of April 2017",
        "136 operations were cancelled",
        "5 May 2017",
        "Source: Recast from public reports of May 2017",
        "Very likely the same measure (93 in 100)",
        "The later statement does not mention the change",
        "Both speak of cancelled operations",
    ):
        assert told in opening


def test_a_change_is_proposed_by_the_program_until_a_person_accepts_it(page: str) -> None:
    assert "Proposed by the program" in Read(page).text
    assert "Accepted by a person" not in Read(page).text
    sample = barts_comparison()
    accepted = replace(QUANTIFIED, status=ReviewStatus.ACCEPTED)
    changed = replace(sample, changes=(accepted, *sample.changes[1:]))
    assert "Review Accepted by a person" in _spaced(incident_page(changed, DAY))


def test_what_a_person_rejected_is_left_out_of_the_page_and_counted() -> None:
    sample = barts_comparison()
    rejected = tuple(
        replace(one, status=ReviewStatus.REJECTED) if one.kind is ChangeKind.DROPPED else one for one in sample.changes
    )
    text = Read(incident_page(replace(sample, changes=rejected), DAY)).text
    assert "1 change that a person rejected: left out here." in text
    assert "No longer mentioned" not in text
    dropped = next(one for one in sample.changes if one.kind is ChangeKind.DROPPED)
    assert "Rejected by a person" in Read(change_page(replace(sample, changes=rejected), dropped.id, DAY)).text


def test_every_other_change_finding_and_note_stands_under_its_own_title(page: str) -> None:
    text = Read(page).text
    places = [
        text.index(title)
        for title in (
            "New in a later statement 2",
            "Cancelled chemotherapy appointments: “several hundred”",
            "No longer mentioned 1",
            "Possibly about the same thing 1",
            "Also worth a look 1",
            "The count and the percentage imply different totals.",
            "1 claim is unchanged, or worded differently.",
            "The statements",
            "About these statements",
            "Read by comms-tracker",
        )
    ]
    assert places == sorted(places)


def test_each_statement_stands_with_the_hash_of_its_text_and_the_page_with_its_day(page: str) -> None:
    text = Read(page).text
    assert FIRST.sha256 in text
    assert SECOND.sha256 in text
    assert "on 26 November 2031" in text


def test_the_picture_is_in_the_page_and_said_in_words(page: str) -> None:
    assert page.count("<svg") == 1
    assert 'role="img" aria-label="28 April 2017: a very small number, usually read as 3 to 8' in page
    assert ">“a very small number”</text>" in page
    assert ">136</text>" in page


def test_a_page_of_one_change_has_that_change_and_says_how_many_others_there_are() -> None:
    text = Read(change_page(barts_comparison(), POSSIBLE.id, DAY)).text
    assert POSSIBLE.explanation in text
    assert QUANTIFIED.explanation not in text
    assert "One change of barts-2017, which has 4 other changes." in text
    with pytest.raises(KeyError):
        change_page(barts_comparison(), "ch-none", DAY)


def test_a_page_without_a_change_says_so_and_shows_the_claims_of_one_statement() -> None:
    alone = Read(incident_page(one_statement_comparison(), DAY)).text
    assert "One statement so far" in alone
    assert "We are working urgently to keep our services resilient" in alone
    sample = barts_comparison()
    same = [change for change in sample.changes if change.kind is ChangeKind.UNCHANGED]
    assert "No change between these statements" in Read(incident_page(replace(sample, changes=tuple(same)), DAY)).text


def test_the_page_holds_nothing_that_a_browser_would_fetch_or_run(page: str) -> None:
    read = Read(page)
    assert read.tags & {"script", "img", "link", "iframe", "object", "form", "image", "use", "foreignobject"} == set()
    assert [name for name, _ in read.attributes if name.startswith("on") or name in ("src", "xlink:href")] == []
    assert ("content", "default-src 'none'; style-src 'unsafe-inline'") in read.attributes
    assert re.search(r"@import|url\(", page) is None


def test_hostile_words_are_shown_as_they_are_and_add_no_element_to_the_page(page: str) -> None:
    hostile = incident_page(_with_hostile_words(barts_comparison()), DAY)
    read = Read(hostile)
    assert read.tags - Read(page).tags <= {"a"}
    assert (
        "<script>steal()</script><img src=https://evil.example/x onerror=go()> “no” & 'so' \ufffd \ufffd" in read.text
    )
    assert {value for name, value in read.attributes if name == "href"} == {"https://example.org/?a=1&b=<2>"}


def _with_hostile_words(sample: Comparison) -> Comparison:
    """The sample with hostile text in every place where text of others is shown, offsets and all."""
    statements = tuple(
        replace(one, text=one.text + HOSTILE, title=HOSTILE, organisation=HOSTILE, channel=HOSTILE, source=source)
        for one, source in zip(sample.statements, ("https://example.org/?a=1&b=<2>", HOSTILE), strict=True)
    )
    changes: tuple[Change, ...] = tuple(
        replace(one, explanation=HOSTILE, evidence_for=(HOSTILE,), evidence_against=(HOSTILE,))
        for one in sample.changes
    )
    findings = tuple(replace(one, explanation=HOSTILE) for one in sample.findings)
    first, *claims = sample.claims
    assert first.figure is not None
    claims = [replace(first, text=HOSTILE, figure=replace(first.figure, text=HOSTILE)), *claims]
    return replace(
        sample,
        statements=statements,
        claims=tuple(claims),
        changes=changes,
        findings=findings,
        notes=(HOSTILE,),
        incident=HOSTILE,
    )


@pytest.mark.browser
def test_the_page_opens_offline_in_a_browser_and_needs_no_more_width_than_a_telephone_has(
    browser: Browser, tmp_path: Path, page: str
) -> None:
    file = tmp_path / "report.html"
    file.write_text(page, encoding="utf-8")
    opened = browser.new_page(viewport={"width": 390, "height": 800}, offline=True)
    told: list[str] = []
    opened.on("console", lambda message: told.append(message.text))
    opened.on("request", lambda request: told.append(request.url) if request.url != file.as_uri() else None)
    opened.goto(file.as_uri())
    assert opened.title() == "Cancelled operations: from “a very small number” to 136"
    assert opened.evaluate("document.documentElement.scrollWidth") == 390
    box = opened.locator("svg").bounding_box()
    assert box is not None
    assert box["height"] > 150
    opened.close()
    assert told == []


@pytest.mark.browser
def test_the_page_is_dark_where_the_reader_wants_it_and_light_on_paper(
    browser: Browser, tmp_path: Path, page: str
) -> None:
    file = tmp_path / "report.html"
    file.write_text(page, encoding="utf-8")
    opened = browser.new_page(color_scheme="dark")
    opened.goto(file.as_uri())
    colours = "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('text')).fill]"
    assert opened.evaluate(colours) == ["rgb(20, 23, 27)", "rgb(174, 179, 186)"]
    opened.emulate_media(media="print")
    assert opened.evaluate(colours) == ["rgb(255, 255, 255)", "rgb(86, 93, 102)"]
    opened.close()


def _spaced(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())
