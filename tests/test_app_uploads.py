"""What is dropped on a page: limited in size, and in memory alone."""

from __future__ import annotations

import asyncio
import tomllib
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.datastructures import Headers, UploadFile
from starlette.formparsers import MultiPartParser

from comms_tracker.app import intake, serving
from comms_tracker.errors import InputError

MEGABYTE = 1_000_000


def test_the_browser_and_the_pages_have_one_limit(root: Path) -> None:
    settings = tomllib.loads((root / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["server"]["maxUploadSize"] == intake.MOST_MB


def test_a_large_file_that_is_dropped_is_in_no_temporary_file() -> None:
    serving.middleware()
    with ThreadPoolExecutor(1) as apart:  # a browser of the tests may have a loop of its own in this thread
        upload = apart.submit(asyncio.run, received(b"q" * (intake.MOST_MB * MEGABYTE))).result()
    assert len(upload.file.read()) == intake.MOST_MB * MEGABYTE
    assert upload._in_memory


async def received(data: bytes) -> UploadFile:
    """The file as the server has it once a browser has sent it."""

    async def sent() -> AsyncIterator[bytes]:
        yield b'--b\r\nContent-Disposition: form-data; name="file"; filename="draft.txt"\r\n\r\n'
        yield data
        yield b"\r\n--b--\r\n"

    form = await MultiPartParser(Headers({"content-type": "multipart/form-data; boundary=b"}), sent()).parse()
    upload = form["file"]
    assert isinstance(upload, UploadFile)
    return upload


@pytest.mark.parametrize("name", ["a.exe", "a.zip", "a", "a.png", "page.html.exe"])
def test_a_file_of_another_kind_is_refused_whatever_the_browser_let_through(name: str) -> None:
    with pytest.raises(InputError, match="is not a kind of file that is read"):
        intake.dropped(name, b"words")
