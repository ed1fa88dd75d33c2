"""Runs the real app over a store, and chromium to look at it; for the browser tests and the screenshots."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE_S = 20
SETTLING_MS = 250
CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LOCAL_SCHEMES = ("data", "blob", "about")


@contextmanager
def running_app(store: Path, log: Path) -> Iterator[str]:
    """The address of the app over ``store``, started in another folder than its own; ``log`` gets what it prints."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), "--server.port", str(port)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
    with log.open("w", encoding="utf-8") as out:
        server = subprocess.Popen(
            [*command, "--", "--db", str(store)], cwd=log.parent, stdout=out, stderr=subprocess.STDOUT, env=environment
        )
        try:
            address = f"http://127.0.0.1:{port}"
            _await(address, server)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=20)


def free_port() -> int:
    """A port of 127.0.0.1 that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await(address: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE_S
    while server.poll() is None and time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"the app did not answer at {address} within {PATIENCE_S} s")


@contextmanager
def chromium_at(executable: str) -> Iterator[Browser]:
    """Debian's chromium, driven by playwright."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=executable, args=list(CHROMIUM_ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


def context_of(browser: Browser, scheme: str) -> BrowserContext:
    """The one context for each colour scheme: the files of Streamlit's page are fetched and compiled once for all."""
    name = "dark" if scheme == "dark" else "light"
    for context in browser.contexts:
        if context.pages and context.pages[0].evaluate("window.name") == name:
            return context
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    context.new_page().evaluate(f"window.name = {json.dumps(name)}")
    return context


@dataclass(slots=True)
class Visit:
    """A page with what it did that it should not: requests that left 127.0.0.1, errors in the console, dialogs."""

    page: Page
    left: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def open(self, address: str) -> Visit:
        """Goes to the address and waits until the page is drawn."""
        self.page.goto(address)
        self.settle()
        return self

    def settle(self) -> None:
        """Waits until Streamlit has run the page and its heading stands."""
        self.page.wait_for_selector("h1.ct-title", timeout=PATIENCE_S * 1000)
        self.until("!document.querySelector('[data-test-script-state=\"running\"]')")
        self.page.wait_for_timeout(SETTLING_MS)

    def until(self, expression: str) -> None:
        """Waits until a JavaScript expression is true; playwright's own way is refused by the pages' policy."""
        end = time.monotonic() + PATIENCE_S
        while not self.page.evaluate(expression):
            if time.monotonic() > end:
                raise TimeoutError(f"not true within {PATIENCE_S} s: {expression}")
            self.page.wait_for_timeout(50)

    def until_heading(self, start: str) -> None:
        """Waits until the page's heading begins so."""
        self.until(f"document.querySelector('h1.ct-title')?.innerText.startsWith({json.dumps(start)})")
        self.settle()

    @property
    def text(self) -> str:
        """The page's text, as a person can read and search it."""
        return self.page.locator("[data-testid=stMain]").inner_text()


@contextmanager
def visiting(browser: Browser, width: int = 1280, scheme: str = "light") -> Iterator[Visit]:
    """A new tab, which is a session of its own to Streamlit, of this width and in the light or dark theme."""
    visit = Visit(context_of(browser, scheme).new_page())
    visit.page.set_viewport_size({"width": width, "height": 900})

    def requested(request: Request) -> None:
        target = urlsplit(request.url)
        if target.hostname != "127.0.0.1" and target.scheme not in LOCAL_SCHEMES:
            visit.left.append(request.url)

    def spoke(message: ConsoleMessage) -> None:
        if message.type == "error":
            visit.errors.append(message.text)

    visit.page.on("request", requested)
    visit.page.on("console", spoke)
    visit.page.on("pageerror", lambda error: visit.errors.append(str(error)))
    visit.page.on("dialog", lambda dialog: (visit.dialogs.append(dialog.message), dialog.dismiss()))
    try:
        yield visit
    finally:
        visit.page.close()
