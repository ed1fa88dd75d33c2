"""What is fetched and what is refused, against a real server on this computer; each refusal with its exact message."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from http.server import BaseHTTPRequestHandler

import pytest
from web_server import Site

from comms_tracker.errors import InputError
from comms_tracker.fetching import Fetched, Limits, Network, fetch, resolve_name, user_agent
from comms_tracker.fetching.addresses import not_public

PUBLIC = "93.184.215.14"
PAGE = b"<p>136 homes had no water.</p>"
TOO_SLOW = "took longer than 2 seconds, or stopped sending for 1. Try again later, or save the page as a file."
QUICK = Limits(seconds=2.0, idle=1.0, size=100_000)


def refusal(url: str, **options: object) -> str:
    with pytest.raises(InputError) as refused:
        fetch(url, **{"allow_private": True, "limits": QUICK, **options})  # type: ignore[arg-type]
    return str(refused.value)


def test_a_page_comes_with_what_the_server_says_of_it(site: Site) -> None:
    url = site.put("/news/1", PAGE, content_type="text/html; charset=ISO-8859-1", etag='"v1"')
    fetched = fetch(url, allow_private=True)
    assert (fetched.asked, fetched.url, fetched.status, fetched.data) == (url, url, 200, PAGE)
    assert (fetched.media_type, fetched.charset, fetched.headers["etag"]) == ("text/html", "iso-8859-1", '"v1"')
    ((path, headers),) = site.asked
    assert path == "/news/1"
    assert headers["user-agent"] == user_agent()
    assert headers["host"] == f"127.0.0.1:{site.port}"
    assert not headers.keys() & {"cookie", "referer", "authorization", "from"}


def test_a_path_with_letters_of_other_alphabets_is_asked_for_as_browsers_do(site: Site) -> None:
    site.put("/caf%C3%A9?q=%C3%A9&r=1", PAGE)
    assert fetch(f"{site.url}/café?q=é&r=1#part", allow_private=True).data == PAGE
    moved = site.put("/", status=301, location="/café?q=é&r=1".encode().decode("latin-1"))
    assert fetch(moved, allow_private=True).data == PAGE


@pytest.mark.parametrize(
    "url", ["ftp://example.org/a", "file:///etc/passwd", "gopher://example.org", "data:text/plain,a"]
)
def test_only_http_and_https_are_fetched(url: str) -> None:
    assert refusal(url) == (f"{url} is not fetched: only http and https addresses are. Save the statement as a file.")


@pytest.mark.parametrize("url", ["http://", "http:///a", "https://a b/", "http://a.example:99999/", "http://[::1/"])
def test_what_is_no_address_is_refused(url: str) -> None:
    assert refusal(url) == f"{url!r} is no address of a page. Write it as https://example.org/page."


def test_a_password_is_refused_and_not_repeated() -> None:
    message = refusal("http://jo:secret@water.example/")
    assert message == (
        "The address at water.example holds a name or a password, which would be kept with the statement. Leave it out."
    )


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("127.0.0.1", "an address of this computer"),
        ("127.9.9.9", "an address of this computer"),
        ("0.0.0.0", "an address of this computer"),
        ("::1", "an address of this computer"),
        ("::ffff:127.0.0.1", "an address of this computer"),
        ("64:ff9b::7f00:1", "an address of this computer"),
        ("2002:7f00:1::", "an address of this computer"),
        ("10.1.2.3", "a private address"),
        ("172.16.0.1", "a private address"),
        ("192.168.1.1", "a private address"),
        ("fd00::1", "a private address"),
        ("::ffff:10.0.0.1", "a private address"),
        ("169.254.169.254", "a link-local address"),
        ("fe80::1%eth0", "a link-local address"),
        ("100.64.0.1", "an address that is not public"),
        ("224.0.0.1", "an address of many computers"),
        (PUBLIC, None),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", None),
    ],
)
def test_what_kind_of_address_it_is(address: str, what: str | None) -> None:
    assert not_public(address) == what


def by_number(host: str, port: int) -> list[str]:  # noqa: ARG001
    """As a name server reads an IPv4 address that is written as one number, in octal or in part."""
    return [socket.inet_ntoa(socket.inet_aton(host))]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "0177.0.0.1"])
def test_this_computer_is_refused_however_it_is_written(site: Site, host: str) -> None:
    url = f"http://{host}:{site.port}/"
    plain = host in {"127.0.0.1", "localhost", "[::1]"}
    message = refusal(url, allow_private=False, network=Network(resolve_name if plain else by_number))
    assert message.startswith(f"{url} leads to ")
    assert message.endswith("an address of this computer, and is not fetched. Where you trust it, add --allow-private.")
    assert site.asked == []


def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    message = refusal("http://water.example/", allow_private=False, network=Network(lambda *_: [PUBLIC, "10.0.0.5"]))
    assert message == (
        "http://water.example/ leads to 10.0.0.5, a private address, and is not fetched. "
        "Where you trust it, add --allow-private."
    )


class Names:
    """A name server and a network of a test's own: each look-up takes the next answer, each connection is noted."""

    def __init__(self, site: Site, *answers: str) -> None:
        self.site = site
        self.answers = list(answers)
        self.looked_up: list[str] = []
        self.connected: list[str] = []

    def resolve(self, host: str, port: int) -> list[str]:  # noqa: ARG002
        self.looked_up.append(host)
        return [self.answers.pop(0)]

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:  # noqa: ARG002
        self.connected.append(address)
        return socket.create_connection(("127.0.0.1", self.site.port), timeout=seconds)

    def fetch(self, url: str) -> Fetched:
        return fetch(url, limits=QUICK, network=Network(self.resolve, self.connect))


def test_the_address_that_was_checked_is_the_one_that_is_connected_to(site: Site) -> None:
    site.put("/", PAGE)
    names = Names(site, PUBLIC, "127.0.0.1")
    assert names.fetch("http://rebinding.example/").data == PAGE
    assert (names.looked_up, names.connected) == (["rebinding.example"], [PUBLIC])
    assert site.asked[0][1]["host"] == "rebinding.example"


def test_a_name_that_becomes_this_computer_at_the_redirect_is_refused(site: Site) -> None:
    site.put("/", status=302, location="/again")
    names = Names(site, PUBLIC, "127.0.0.1")
    with pytest.raises(InputError) as refused:
        names.fetch("http://rebinding.example/")
    assert str(refused.value) == (
        "http://rebinding.example/again leads to 127.0.0.1, an address of this computer, and is not fetched. "
        "Where you trust it, add --allow-private."
    )
    assert names.connected == [PUBLIC]


@pytest.mark.parametrize(
    ("target", "address", "message"),
    [
        (
            "http://169.254.169.254/latest/meta-data",
            "169.254.169.254",
            "http://169.254.169.254/latest/meta-data leads to 169.254.169.254, a link-local address, "
            "and is not fetched. Where you trust it, add --allow-private.",
        ),
        (
            "file:///etc/passwd",
            "",
            "file:///etc/passwd is not fetched: only http and https addresses are. Save the statement as a file.",
        ),
    ],
)
def test_every_redirect_is_checked_like_the_first_address(site: Site, target: str, address: str, message: str) -> None:
    site.put("/", status=301, location=target)
    names = Names(site, PUBLIC, address)
    with pytest.raises(InputError) as refused:
        names.fetch("http://water.example/")
    assert str(refused.value) == message
    assert names.connected == [PUBLIC]


def test_five_redirects_are_followed_and_a_sixth_is_not(site: Site) -> None:
    for number in range(6):
        site.put(f"/{number}", status=302, location=f"/{number + 1}")
    end = site.put("/6", PAGE)
    assert fetch(f"{site.url}/1", allow_private=True).url == end
    assert refusal(f"{site.url}/0") == (
        f"{site.url}/0 redirects more than 5 times, and is not fetched. Give the address that it ends at."
    )


@pytest.mark.parametrize(
    ("status", "headers", "said"),
    [
        (404, {}, "answered 404 Not Found. Check the address in a browser."),
        (
            403,
            {},
            "answered 403 Forbidden: it does not let this program in. Save the page in a browser, and read the file.",
        ),
        (429, {"retry_after": "120"}, "answered 429 Too Many Requests. Try again later, after 120 seconds."),
        (500, {}, "answered 500 Internal Server Error. Try again later."),
        (302, {}, "answered 302 Found. Check the address in a browser."),
    ],
)
def test_any_other_answer_says_what_to_do(site: Site, status: int, headers: dict[str, str], said: str) -> None:
    url = site.put("/", PAGE, status=status, **headers)
    assert refusal(url) == f"{url} {said}"


def test_a_page_that_is_too_large_is_given_up_while_it_comes(site: Site) -> None:
    def endless(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        while True:
            request.wfile.write(bytes(50_000))

    site.pages["/"] = endless
    url = f"{site.url}/"
    assert refusal(url, limits=Limits(size=1_000_000)) == (
        f"{url} has more than 1 MB, and is not read further. Save the statement's own page as a file."
    )


@pytest.mark.parametrize("packing", ["gzip", "deflate"])
def test_a_packed_page_is_unpacked(site: Site, packing: str) -> None:
    packed = gzip.compress(PAGE) if packing == "gzip" else zlib.compress(PAGE)
    assert fetch(site.put("/", packed, content_encoding=packing), allow_private=True).data == PAGE


def test_a_packed_answer_without_a_body_is_empty_and_half_of_one_is_refused(site: Site) -> None:
    url = site.put("/", status=304, content_encoding="gzip")
    assert fetch(url, allow_private=True, statuses=frozenset({304})).data == b""
    half = site.put("/half", gzip.compress(PAGE)[:-9], content_encoding="gzip")
    two = site.put("/two", gzip.compress(PAGE) * 2, content_encoding="gzip")
    for address in (half, two):
        assert refusal(address) == (
            f"{address} stopped in the middle of its answer. Try again later, or save the page as a file."
        )


def test_a_page_in_pieces_is_put_together(site: Site) -> None:
    def pieces(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Transfer-Encoding", "chunked")
        request.end_headers()
        for letter in PAGE:
            request.wfile.write(b"1\r\n%c\r\n" % letter)
        request.wfile.write(b"0\r\n\r\n")

    site.pages["/"] = pieces
    assert fetch(f"{site.url}/", allow_private=True).data == PAGE


def test_a_page_that_unpacks_without_end_is_given_up_while_it_unpacks(site: Site) -> None:
    url = site.put("/", gzip.compress(bytes(50_000_000)), content_encoding="gzip")
    assert refusal(url, limits=Limits(size=1_000_000)) == (
        f"{url} has more than 1 MB, and is not read further. Save the statement's own page as a file."
    )


def test_a_packing_that_was_not_asked_for_is_refused(site: Site) -> None:
    url = site.put("/", b"...", content_encoding="br")
    assert refusal(url) == f"{url} sends its page packed as br, which is not read. Save it as a file."


def slow(pause: float, chunk: bytes, times: int) -> object:
    def page(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", str(len(chunk) * times))
        request.end_headers()
        for _ in range(times):
            request.wfile.write(chunk)
            request.wfile.flush()
            time.sleep(pause)

    return page


@pytest.mark.parametrize(("pause", "times"), [(3.0, 2), (0.2, 60)])
def test_a_page_that_stalls_or_dribbles_is_given_up(site: Site, pause: float, times: int) -> None:
    site.pages["/"] = slow(pause, b"a", times)  # type: ignore[assignment]
    url = f"{site.url}/"
    began = time.monotonic()
    assert refusal(url) == f"{url} {TOO_SLOW}"
    assert time.monotonic() - began < 3.0


def test_a_server_that_dribbles_its_headers_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def dribble() -> None:
            accepted, _ = server.accept()
            with accepted:
                try:
                    accepted.sendall(b"HTTP/1.1 200 OK\r\n")
                    while True:
                        accepted.sendall(b"X-A: 1\r\n")
                        time.sleep(0.1)
                except OSError:
                    return

        thread = threading.Thread(target=dribble)
        thread.start()
        url = f"http://127.0.0.1:{server.getsockname()[1]}/"
        began = time.monotonic()
        assert refusal(url) == f"{url} {TOO_SLOW}"
        assert time.monotonic() - began < 3.0
        thread.join()


def test_an_answer_that_breaks_off_says_so(site: Site) -> None:
    def short(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", "100")
        request.end_headers()
        request.wfile.write(b"136")
        request.close_connection = True

    site.pages["/"] = short
    url = f"{site.url}/"
    assert refusal(url) == (f"{url} stopped in the middle of its answer. Try again later, or save the page as a file.")


def test_what_is_no_web_server_says_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def greet() -> None:
            accepted, _ = server.accept()
            with accepted:
                accepted.sendall(b"220 mail.example ESMTP\r\n")
                accepted.recv(1000)

        thread = threading.Thread(target=greet)
        thread.start()
        url = f"http://127.0.0.1:{server.getsockname()[1]}/"
        assert refusal(url) == f"{url} did not answer as a web server does. Check the address."
        thread.join()


def test_a_host_that_does_not_answer_says_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    url = f"http://127.0.0.1:{port}/"
    assert refusal(url) == (
        f"{url} cannot be reached: Connection refused. Check the address, and that this computer is online."
    )


def test_a_name_that_is_not_known_says_so() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror(host, port)

    assert refusal("http://nowhere.example/", network=Network(unknown)) == (
        "nowhere.example could not be looked up. Check the address, and that this computer is online."
    )


def test_a_server_that_does_not_speak_tls_is_no_https(site: Site) -> None:
    url = f"https://127.0.0.1:{site.port}/"
    assert refusal(url).startswith(f"{url} cannot be reached: ")
