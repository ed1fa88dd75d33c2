"""What chromium lets the pages do: nothing that they were not written to do."""

from __future__ import annotations

import urllib.request

import pytest
from browser.app_server import visiting
from playwright.sync_api import Browser, Error

from comms_tracker.app.serving import page, policy

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("place", ["", "statements", "method", "_stcore/health"])
def test_every_answer_carries_the_policy(sample_app: str, place: str) -> None:
    with urllib.request.urlopen(f"{sample_app}/{place}") as answer:
        sent = answer.headers
    assert sent["Content-Security-Policy"] == policy(page())
    assert sent["X-Content-Type-Options"] == "nosniff"
    assert sent["Referrer-Policy"] == "no-referrer"


def test_a_page_opened_directly_logs_nothing(browser: Browser, sample_app: str) -> None:
    with visiting(browser) as visit:
        for place in ("incident", "change", "method"):
            visit.open(f"{sample_app}/{place}")
        assert (visit.left, visit.errors, visit.dialogs) == ([], [], [])


def test_a_script_that_got_into_the_page_does_not_run(browser: Browser, sample_app: str) -> None:
    with visiting(browser) as visit:
        visit.open(sample_app)
        visit.page.evaluate(
            """() => {
              const script = document.createElement('script');
              script.textContent = 'window.hacked = 1';
              document.body.append(script);
              document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.hacked = 1">');
            }"""
        )
        visit.page.wait_for_timeout(200)
        assert visit.page.evaluate("window.hacked") is None
        assert len([error for error in visit.errors if "Content Security Policy" in error]) == 2


def test_no_text_is_run_as_code(browser: Browser, sample_app: str) -> None:
    with visiting(browser) as visit:
        visit.open(sample_app)
        outcome = visit.page.evaluate(
            """() => new Promise(answer => setTimeout(() => {
              try { answer(new Function("return 'it ran'")()) } catch (error) { answer(error.name) }
            }))"""
        )
        assert outcome == "EvalError"


def test_the_page_reaches_no_other_origin(browser: Browser, sample_app: str) -> None:
    with visiting(browser) as visit:
        visit.open(sample_app)
        with pytest.raises(Error, match="Failed to fetch"):
            visit.page.evaluate("() => fetch('http://127.0.0.1:9/')")
        assert any("Content Security Policy" in error for error in visit.errors)
