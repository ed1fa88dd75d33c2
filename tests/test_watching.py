"""What a watcher keeps of a page that is edited, and how it behaves towards the server, a real one on this computer."""

from __future__ import annotations

import hashlib
import json
import sys
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from click.testing import CliRunner
from store_samples import cheap_compare
from web_server import Site

from comms_tracker.cli.group import commands
from comms_tracker.errors import InputError
from comms_tracker.fetching import Limits
from comms_tracker.records import Comparison, Statement
from comms_tracker.store import Store
from comms_tracker.watching import Clock, Event, Outcome, Watcher, WatchState
from comms_tracker.watching.telling import program_of, tell_program, tell_server

ID = "2021-03-09-burst"
FEED = Path(__file__).parent / "fixtures" / "readers" / "feed.xml"


def page(words: str) -> bytes:
    return f"<meta name=date content=2021-03-09><article><p>{words}</p></article>".encode()


@dataclass(slots=True)
class Desk:
    """A watcher with its store, a clock that a test turns, and the pauses that it took."""

    folder: Path
    now: datetime = datetime(2021, 3, 9, 12, 0, tzinfo=UTC)
    pauses: list[float] = field(default_factory=list)

    @property
    def db(self) -> Path:
        return self.folder / "comms.db"

    def round(self, *addresses: str) -> list[Event]:
        with Store.open(self.db, write=True, compare=cheap_compare) as store:
            watcher = Watcher(
                store,
                WatchState.beside(self.db),
                "leak",
                organisation="Water Board",
                allow_private=True,
                limits=Limits(seconds=2.0, idle=0.5),
                compare=cheap_compare,
                clock=Clock(lambda: self.now, lambda: 0.0, self.pauses.append),
            )
            return list(watcher.round(addresses))

    def outcome(self, address: str) -> Outcome:
        (event,) = self.round(address)
        return event.outcome

    def versions(self, statement: str = ID) -> list[Statement]:
        with Store.open(self.db, write=False) as store:
            return list(store.versions("leak", statement))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_page_is_kept_once_and_again_only_where_its_words_changed(site: Site, desk: Desk) -> None:
    url = site.put("/burst", page("A few homes had no water."))
    first = desk.round(url)
    assert [(event.outcome, event.news, event.statement and event.statement.id) for event in first] == [
        (Outcome.FIRST, False, ID)
    ]
    assert desk.outcome(url) is Outcome.SAME
    site.put("/burst", page("A few homes had no water.").replace(b"<article>", b"<script>seen = 7</script><article>"))
    assert desk.outcome(url) is Outcome.SAME
    site.put("/burst", page("136 homes had no water."))
    (changed,) = desk.round(url)
    assert changed.outcome is Outcome.CHANGED
    assert changed.news
    assert [version.text for version in desk.versions()] == ["A few homes had no water.", "136 homes had no water."]
    assert changed.earlier == desk.versions()[0]
    assert isinstance(changed.comparison, Comparison)
    assert [one.id for one in changed.comparison.statements] == [f"{ID}@earlier", ID]


def test_the_bytes_of_each_version_are_kept_as_they_came(site: Site, desk: Desk) -> None:
    bodies = [page("A few homes had no water."), page("136 homes had no water.")]
    for body in bodies:
        url = site.put("/burst", body)
        desk.round(url)
    with Store.open(desk.db, write=False) as store:
        kept = store.sources("leak", ID)
    assert [(one.data, one.url) for one in kept] == [(body, url) for body in bodies]


def test_only_what_is_newer_is_asked_for(site: Site, desk: Desk) -> None:
    url = site.put("/burst", page("136 homes."), etag='"v1"', last_modified="Tue, 09 Mar 2021 07:45:00 GMT")
    desk.round(url)
    site.put("/burst", status=304)
    assert desk.outcome(url) is Outcome.SAME
    asked = [headers for path, headers in site.asked if path == "/burst"]
    assert "if-none-match" not in asked[0]
    assert (asked[1]["if-none-match"], asked[1]["if-modified-since"]) == ('"v1"', "Tue, 09 Mar 2021 07:45:00 GMT")


def test_a_page_whose_date_moves_stays_the_same_statement(site: Site, desk: Desk) -> None:
    url = site.put("/burst", page("A few homes."))
    desk.round(url)
    site.put("/burst", page("136 homes.").replace(b"2021-03-09", b"2021-03-12"))
    (changed,) = desk.round(url)
    assert changed.statement is not None
    assert (changed.statement.id, changed.statement.issued) == (ID, "2021-03-12")
    assert len(desk.versions()) == 2


def test_two_pages_of_one_name_are_two_statements(site: Site, desk: Desk) -> None:
    one, two = site.put("/a/burst", page("A few homes.")), site.put("/b/burst", page("136 homes."))
    desk.round(one, two)
    other = f"{ID}-{hashlib.sha256(two.encode()).hexdigest()[:8]}"
    assert [version.text for version in desk.versions()] == ["A few homes."]
    assert [version.text for version in desk.versions(other)] == ["136 homes."]


def test_a_page_without_a_date_has_the_moment_of_the_look_and_says_so(site: Site, desk: Desk) -> None:
    url = site.put("/burst", b"<p>136 homes had no water.</p>")
    (event,) = desk.round(url)
    assert event.statement is not None
    assert event.statement.issued == "2021-03-09T12:00:00+00:00"
    assert event.message == f"{url} gives no date: the moment of this look stands for it."


def test_the_entries_of_a_feed_are_news_from_the_second_look_on(site: Site, desk: Desk) -> None:
    whole = FEED.read_bytes()
    begins, ends = whole.index(b"<item>"), whole.index(b"<item>", whole.index(b"<item>") + 1)
    url = site.put("/feed", whole[:begins] + whole[ends:], content_type="application/rss+xml")
    assert [(event.outcome, event.news) for event in desk.round(url)] == [(Outcome.FIRST, False)]
    site.put("/feed", whole.replace(b"136 homes", b"140 homes"), content_type="application/rss+xml")
    assert [(event.outcome, event.news, event.statement and event.statement.source) for event in desk.round(url)] == [
        (Outcome.FIRST, True, "https://water.example/news/1"),
        (Outcome.CHANGED, True, "https://water.example/news/2"),
    ]


def test_what_robots_txt_bars_is_not_asked_for(site: Site, desk: Desk) -> None:
    site.put("/robots.txt", b"User-agent: *\nDisallow: /*draft\n", content_type="text/plain")
    url = site.put("/news/draft", page("136 homes."))
    (event,) = desk.round(url)
    assert (event.outcome, event.message) == (
        Outcome.BARRED,
        f"{site.url}/robots.txt asks programs not to fetch {url}. Read it in a browser.",
    )
    assert [path for path, _ in site.asked] == ["/robots.txt"]


def test_a_redirect_to_what_robots_txt_bars_is_not_followed(site: Site, desk: Desk) -> None:
    site.put("/robots.txt", b"User-agent: comms-tracker\nDisallow: /private\n", content_type="text/plain")
    site.put("/private", page("136 homes."))
    url = site.put("/burst", status=302, location="/private")
    assert desk.outcome(url) is Outcome.BARRED
    assert [path for path, _ in site.asked] == ["/robots.txt", "/burst"]


@pytest.mark.parametrize(("status", "outcome"), [(404, Outcome.FIRST), (403, Outcome.FIRST), (500, Outcome.BARRED)])
def test_a_robots_txt_that_is_missing_bars_nothing_and_a_broken_one_everything(
    site: Site, desk: Desk, status: int, outcome: Outcome
) -> None:
    site.put("/robots.txt", status=status)
    assert desk.outcome(site.put("/burst", page("136 homes."))) is outcome


@pytest.mark.parametrize(("delay", "pause"), [(b"", 2.0), (b"Crawl-delay: 7\n", 7.0), (b"Crawl-delay: 900\n", 60.0)])
def test_a_pause_is_kept_between_two_requests_to_a_host(site: Site, desk: Desk, delay: bytes, pause: float) -> None:
    site.put("/robots.txt", b"User-agent: *\n" + delay, content_type="text/plain")
    urls = [site.put(path, page(f"136 homes on {path}.")) for path in ("/a", "/b")]
    desk.round(*urls)
    assert desk.pauses == [pause, pause]


@pytest.mark.parametrize(
    ("status", "retry_after", "until"),
    [
        (429, "120", "2021-03-09T12:02:00+00:00"),
        (503, "Tue, 09 Mar 2021 13:00:00 GMT", "2021-03-09T13:00:00+00:00"),
        (500, "", "2021-03-09T12:15:00+00:00"),
        (429, "9999999", "2021-03-10T12:00:00+00:00"),
    ],
)
def test_a_server_that_says_not_now_is_left_alone(
    site: Site, desk: Desk, status: int, retry_after: str, until: str
) -> None:
    url = site.put("/burst", status=status, retry_after=retry_after)
    (event,) = desk.round(url)
    assert event.outcome is Outcome.WAITING
    assert event.message.startswith(f"{url} answered {status} ")
    assert event.message.endswith(f" It is left alone until {until}.")
    site.put("/burst", page("136 homes."))
    before = len(site.asked)
    (event,) = desk.round(url)
    assert (event.outcome, event.message) == (Outcome.WAITING, f"{url} is left alone until {until}.")
    assert len(site.asked) == before
    desk.now = datetime.fromisoformat(until) + timedelta(seconds=1)
    assert desk.outcome(url) is Outcome.FIRST


def test_one_address_that_fails_keeps_no_other_from_being_looked_at(site: Site, desk: Desk) -> None:
    good = site.put("/burst", page("136 homes."))
    events = desk.round(f"{site.url}/gone", "ftp://water.example/", good)
    assert [event.outcome for event in events] == [Outcome.FAILED, Outcome.FAILED, Outcome.FIRST]
    assert events[0].message == f"{site.url}/gone answered 404 Not Found. Check the address in a browser."


def test_a_page_that_stalls_fails_and_one_that_lies_about_its_encoding_is_read(site: Site, desk: Desk) -> None:
    def stall(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "100")
        request.end_headers()
        request.wfile.flush()
        time.sleep(1.0)

    site.pages["/stalls"] = stall
    lies = site.put("/burst", page("136 homes – all dry."), content_type="text/html; charset=iso-8859-1")
    moved = site.put("/old", status=301, location="/burst2")
    site.put("/burst2", page("12 farms."))
    failed, read, redirected = desk.round(f"{site.url}/stalls", lies, moved)
    assert (failed.outcome, failed.message) == (
        Outcome.FAILED,
        f"{site.url}/stalls took longer than 2 seconds, or stopped sending for 0. "
        "Try again later, or save the page as a file.",
    )
    assert read.statement is not None
    assert read.statement.text == "136 homes – all dry."
    assert redirected.statement is not None
    assert (redirected.statement.source, redirected.address) == (f"{site.url}/burst2", moved)


def test_a_page_that_fails_once_is_read_the_next_time(site: Site, desk: Desk) -> None:
    url = site.put("/burst", b"<p> </p>", etag='"v1"')
    assert desk.outcome(url) is Outcome.FAILED
    site.put("/burst", page("136 homes."), etag='"v1"')
    assert desk.outcome(url) is Outcome.FIRST
    assert "if-none-match" not in site.asked[-1][1]


def test_a_broken_memory_says_what_to_do(desk: Desk) -> None:
    broken = desk.folder / "comms.db.watch.json"
    broken.write_text("[1]")
    with pytest.raises(InputError) as refused:
        WatchState.beside(desk.db)
    assert str(refused.value) == (
        f"{broken} cannot be read (AttributeError). Move it away: every address is then seen for the first time, "
        "and no version is lost."
    )


def run(*arguments: str, folder: Path, private: bool = True) -> tuple[int, str, str]:
    options = ["--incident", "leak", "--db", str(folder / "comms.db"), *(["--allow-private"] if private else [])]
    done = CliRunner().invoke(commands, ["watch", *arguments, *options])
    return done.exit_code, done.stdout, done.stderr


def test_the_command_prints_what_was_edited_and_tells_another_program(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("comms_tracker.watching.manners.PAUSE", 0.0)
    told = tmp_path / "told; touch no.json"
    script = f"import sys, pathlib; pathlib.Path({str(told)!r}).write_bytes(sys.stdin.buffer.read())"
    program = f'"{sys.executable}" -c "{script}"'
    url = site.put("/burst", page("A few homes had no water on Monday."))
    status, output, _ = run(url, "--organisation", "Water Board", "--exec", program, folder=tmp_path)
    assert (status, told.exists()) == (0, False)
    assert output.endswith(f"new: {url} is {ID}\n")
    site.put("/burst", page("136 homes had no water on Monday."))
    hook = site.put("/hook", status=204)
    status, output, errors = run(
        url, "--organisation", "Water Board", "--exec", program, "--webhook", hook, folder=tmp_path
    )
    assert (status, errors) == (0, "")
    assert site.sent == [("/hook", told.read_bytes())]
    assert f"other words at {url}: a new version of {ID}" in output
    assert "136" in output
    heard = json.loads(told.read_bytes())
    assert (heard["address"], heard["outcome"], heard["statement"]) == (url, "changed", ID)
    assert [change["kind"] for change in heard["comparison"]["changes"]] == ["quantified"]
    assert heard["sha256"] == hashlib.sha256(b"136 homes had no water on Monday.").hexdigest()
    status, output, _ = run(url, "--format", "jsonl", folder=tmp_path)
    assert json.loads(output)["outcome"] == "same"


def test_the_command_ends_with_2_where_an_address_fails(site: Site, tmp_path: Path) -> None:
    url = f"{site.url}/gone"
    assert run(url, folder=tmp_path) == (
        2,
        "",
        f"Error: {url} answered 404 Not Found. Check the address in a browser.\n",
    )


def test_the_command_goes_on_every_so_often_until_it_is_stopped(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("comms_tracker.watching.manners.PAUSE", 0.0)
    pauses: list[float] = []

    def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(time, "sleep", sleep)
    url = site.put("/burst", status=429, retry_after="86400")
    status, output, errors = run(url, "--every", "30m", folder=tmp_path)
    assert (status, output, pauses) == (130, "", [1800, 1800, 1800])
    first, *later = errors.strip().splitlines()
    assert first.startswith(f"Note: {url} answered 429 Too Many Requests. Try again later, after 86400 seconds.")
    assert [line.partition(" until ")[0] for line in later] == [f"Note: {url} is left alone"] * 2
    assert [path for path, _ in site.asked] == ["/robots.txt", "/burst"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--every", "10s"), "--every '10s' is no time of a minute or more. Write it as 30m, 2h or 1d."),
        (("--every", "soon"), "--every 'soon' is no time of a minute or more. Write it as 30m, 2h or 1d."),
        (("--exec", '"a'), "--exec '\"a' cannot be read: No closing quotation. Close every quotation mark in it."),
        (
            ("--exec", " "),
            "--exec names no program. Write the program and its arguments, as in --exec 'notify --mail'.",
        ),
    ],
)
def test_what_the_command_cannot_use_is_refused(tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    assert run("https://water.example/", *arguments, folder=tmp_path) == (2, "", f"Error: {message}\n")


@pytest.mark.parametrize(
    "given", [("http://127.0.0.1:9/",), ("s.md",), ("https://a.example/", "--webhook", "ftp://b/")]
)
def test_where_an_address_is_refused_no_store_is_made(tmp_path: Path, given: tuple[str, ...]) -> None:
    status, _, said = run(*given, folder=tmp_path / "new", private=False)
    assert (status, "is not fetched" in said, list(tmp_path.iterdir())) == (2, True, [])


@pytest.mark.parametrize(
    ("program", "message"),
    [
        (["no-such-program"], "--exec no-such-program cannot be run: No such file or directory. Check its name."),
        (
            [sys.executable, "-c", "raise SystemExit(3)"],
            f"--exec {sys.executable} ended with status 3. Run it by hand to see why.",
        ),
    ],
)
def test_a_program_that_cannot_be_told_says_so(program: list[str], message: str) -> None:
    with pytest.raises(InputError) as refused:
        tell_program(program, Event("https://water.example/", Outcome.CHANGED, "2021-03-09T12:00:00+00:00", "leak"))
    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (302, "answered 302 Found. Check the address in a browser."),
        (500, "answered 500 Internal Server Error. Try again later."),
    ],
)
def test_a_server_that_will_not_be_told_says_so_and_no_redirect_is_followed(
    site: Site, status: int, message: str
) -> None:
    hook = site.put("/hook", status=status, location="/elsewhere")
    with pytest.raises(InputError) as refused:
        tell_server(hook, Event(hook, Outcome.CHANGED, "2021-03-09T12:00:00+00:00", "leak"), allow_private=True)
    assert str(refused.value) == f"--webhook: {hook} {message}"
    assert [path for path, _ in site.sent] == ["/hook"]


def test_a_webhook_on_this_computer_needs_the_switch(site: Site) -> None:
    hook = site.put("/hook")
    with pytest.raises(InputError, match=r"^--webhook: .* an address of this computer, and is not fetched\."):
        tell_server(hook, Event(hook, Outcome.CHANGED, "2021-03-09T12:00:00+00:00", "leak"), allow_private=False)
    assert site.sent == []


def test_no_shell_reads_the_program() -> None:
    assert program_of("notify '$HOME; rm x' | cat") == ["notify", "$HOME; rm x", "|", "cat"]
