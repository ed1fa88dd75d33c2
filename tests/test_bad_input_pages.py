"""What the app's pages say where their store or their address can't be used: one sentence, and no page falls over."""

from __future__ import annotations

import html
import re
import sys
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from app_tester import open_page, page_html
from bad_input_cases import Case, cases

PAGES = [case for case in cases() if case.page is not None]


@pytest.mark.parametrize("case", PAGES, ids=[case.what for case in PAGES])
def test_a_page_says_what_is_wrong(case: Case, folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case.lay_out(folder, store)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    asked = urlsplit(case.page or "")
    monkeypatch.setattr(sys, "argv", ["script.py", "--db", case.store_path or case.store or ""])
    drawn = page_html(open_page(asked.path, dict(parse_qsl(asked.query))))
    assert "<script>alert" not in drawn
    shown = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", drawn)).split())
    wanted = ".+".join(re.escape(part) for part in case.message.split("…"))
    assert re.search(wanted, shown), shown[:500]
    assert {path: path.read_bytes() for path in folder.rglob("*") if path in before} == before
