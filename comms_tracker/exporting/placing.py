"""Where an export goes: a file or folder that appears whole or not at all, and never over another one unasked."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from comms_tracker.errors import InputError


@contextmanager
def new_file(path: Path, force: bool) -> Iterator[Path]:
    """A place to write to that becomes ``path`` when all went well; what was there before stays until then.

    Raises InputError where something is there and ``force`` is not given, or where it cannot be written.
    """
    if path.is_dir():
        raise InputError(f"{path} is a folder. Name a file in it.")
    if path.exists() and not force:
        raise InputError(f"{path} is there already. Name another file, or add --force to write over it.")
    with _beside(path) as partial, _explained(path):
        yield partial
        partial.replace(path)


@contextmanager
def new_folder(path: Path, force: bool) -> Iterator[Path]:
    """A folder to fill whose files are moved into ``path`` when all went well; other files of ``path`` stay.

    Raises InputError where ``path`` has anything in it and ``force`` is not given, or where it cannot be written.
    """
    if path.exists() and not path.is_dir():
        raise InputError(f"{path} is a file. Name a folder.")
    if path.is_dir() and any(path.iterdir()) and not force:
        raise InputError(f"{path} is there and not empty. Name another folder, or add --force to write over its files.")
    with _explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = Path(tempfile.mkdtemp(prefix=f".{path.name}-", dir=path.parent))
        try:
            yield partial
            path.mkdir(exist_ok=True)
            for made in sorted(partial.iterdir()):
                made.replace(path / made.name)
        finally:
            shutil.rmtree(partial, ignore_errors=True)


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """The name of a file beside ``path`` that nobody else has, gone afterwards."""
    if not path.absolute().parent.is_dir():
        raise InputError(f"{path} cannot be written: there is no folder {path.absolute().parent}. Make it first.")
    with _explained(path):
        handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.absolute().parent)
        os.close(handle)
    try:
        Path(name).chmod(0o666 & ~_mask())
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _mask() -> int:
    """The user's mask for new files, which a temporary file does not follow by itself."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror or error}. Name another place.") from error
