"""What the app's pages say where their store or their address can't be used: one sentence, and no page falls over."""

from __future__ import annotations

import html
import re
import socket
import sys
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from app_tester import open_page, page_html
from bad_input_cases import Case, cases, numbers_only
from bad_input_files import DATA

from comms_tracker.app import intake
from comms_tracker.app.words.intake import PASTED
from comms_tracker.errors import InputError
from comms_tracker.reading import Document

TAKEN = [case for case in cases() if case.dropped or case.pasted or case.address]
PAGES = [case for case in cases() if case.page is not None and case not in TAKEN]


@pytest.mark.parametrize("case", PAGES, ids=[case.what for case in PAGES])
def test_a_page_says_what_is_wrong(case: Case, folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case.lay_out(folder, store)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    asked = urlsplit(case.page or "")
    monkeypatch.setattr(sys, "argv", ["script.py", "--db", case.store_path or case.store or ""])
    drawn = page_html(open_page(asked.path, dict(parse_qsl(asked.query))))
    assert "<script>alert" not in drawn
    shown = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", drawn)).split())
    assert re.search(case.pattern(), shown), shown[:500]
    assert {path: path.read_bytes() for path in folder.rglob("*") if path in before} == before


@pytest.mark.parametrize("case", TAKEN, ids=[case.what for case in TAKEN])
def test_what_is_given_to_a_page_is_refused(
    case: Case, folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", numbers_only)
    case.lay_out(folder, store)
    with pytest.raises(InputError) as refused:
        taken(case, folder)
    assert re.fullmatch(case.pattern(), str(refused.value))


def taken(case: Case, folder: Path) -> Document:
    """What the page makes of the case's file, text or address."""
    if case.dropped is not None:
        return intake.dropped(case.dropped, (folder / case.dropped).read_bytes())
    if case.pasted is not None:
        return intake.pasted(DATA[case.pasted]().decode(), PASTED.format(number=1))
    return intake.fetched(case.address or "")
