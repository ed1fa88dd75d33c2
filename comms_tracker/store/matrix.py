"""The vectors of a store's phrases as one matrix: binary to find candidates, int8 to rank them.

A small store's is read into memory; a large one's is kept as a file in the user's cache folder and mapped, for SQLite
extensions for vectors can't be loaded into many Pythons. Signs first and int8 after is the two-step search of Shakir,
Aarsen and Lee, "Binary and Scalar Embedding Quantization" (2024).
"""

from __future__ import annotations

import hashlib
import mmap
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comms_tracker.encoder import SCALE, WIDTH
from comms_tracker.store.hashing import log_head

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray
    from sqlite_utils import Database

IN_MEMORY = 5000
"""Phrases up to which the matrix is read anew for each search: about a fiftieth of a second."""
CANDIDATES = 2000
"""How many phrases the signs let through to be ranked by int8."""
AT_ONCE = 20_000
"""Phrases that are read or compared together."""
_MARK = b"COMTVEC3"
_HEADER = len(_MARK) + 32 + 8 + 8


@dataclass(frozen=True, slots=True)
class Matrix:
    """Row by row the vectors of phrases, their signs, and the rowid by which phrase_vectors has each.

    The signs are kept word by word, so that each is read through at once. ``behind`` counts the incidents with claims
    of which no phrase has a vector.
    """

    rows: NDArray[numpy.int8]
    signs: NDArray[numpy.uint64] | None
    ids: NDArray[numpy.int64]
    behind: int

    def nearest(self, query: NDArray[numpy.int8], at_most: int) -> list[tuple[int, float]]:
        """The rowids of the phrases that mean most nearly the same, with the cosine, the nearest first."""
        import numpy

        places = numpy.arange(len(self.ids)) if self.signs is None else self._candidates(query)
        likeness = self.rows[places].astype(numpy.float32) @ query.astype(numpy.float32) / float(SCALE * SCALE)
        order = numpy.lexsort((self.ids[places], -likeness))[:at_most]
        return [(int(self.ids[places[place]]), float(likeness[place])) for place in order]

    def _candidates(self, query: NDArray[numpy.int8]) -> NDArray[numpy.int64]:
        import numpy

        assert self.signs is not None
        wanted = numpy.packbits(query > 0).view(numpy.uint64)
        distance = numpy.empty(self.signs.shape[1], dtype=numpy.uint16)
        if len(distance) <= CANDIDATES:
            return numpy.arange(len(distance))
        at_each = numpy.zeros(WIDTH + 1, dtype=numpy.int64)
        for start in range(0, len(distance), AT_ONCE):
            differing = numpy.bitwise_count(self.signs[:, start : start + AT_ONCE] ^ wanted[:, None])
            some = distance[start : start + AT_ONCE]
            differing.sum(axis=0, dtype=numpy.uint16, out=some)
            at_each += numpy.bincount(some, minlength=WIDTH + 1)
        _let_go_of_pages(self.signs)
        # Those at the last distance that is let through are all let through, so that no order of rows matters.
        limit = numpy.searchsorted(numpy.cumsum(at_each), CANDIDATES)
        return numpy.flatnonzero(distance <= limit)


def _let_go_of_pages(signs: NDArray[numpy.uint64]) -> None:
    """Gives the memory of signs that are mapped back to the system, which has them in the file."""
    mapped = getattr(signs, "_mmap", None)
    if mapped is not None and hasattr(mmap, "MADV_DONTNEED"):
        mapped.madvise(mmap.MADV_DONTNEED)


def matrix_of(db: Database, path: Path, model: str) -> Matrix:
    """The matrix of the vectors that a store at ``path`` has of this model; writes nothing into the store."""
    key = _key(db, model)
    file = cache_file(path)
    found = _mapped(file, key)
    if found is not None:
        return found
    (count,) = db.execute("SELECT count(*) FROM phrase_vectors WHERE model_sha256 = ?", [model]).fetchone()
    if count > IN_MEMORY and _write(file, key, db, model, count):
        kept = _mapped(file, key)
        if kept is not None:
            return kept
    made = _in_memory(db, model)
    return made if count <= IN_MEMORY else replace(made, signs=_signs(made.rows))


def cache_file(path: Path) -> Path:
    """Where the matrix of the store at ``path`` is kept: in the user's cache folder, readable by the user alone."""
    from platformdirs import user_cache_path

    name = hashlib.sha256(str(path.absolute()).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return user_cache_path("comms-tracker", appauthor=False) / f"{name}.vectors"


def discard(path: Path) -> None:
    """Deletes the matrix that is kept of the store at ``path``, if any: what was forgotten is in it."""
    with suppress(FileNotFoundError, NotADirectoryError):
        cache_file(path).unlink()


def _key(db: Database, model: str) -> bytes:
    """Changes whenever the store does: every writing ends with an entry of the log."""
    return hashlib.sha256(f"{log_head(db)} {model}".encode()).digest()


def _in_memory(db: Database, model: str) -> Matrix:
    import numpy

    pieces = list(_pieces(db, model))
    if not pieces:
        return Matrix(numpy.zeros((0, WIDTH), numpy.int8), None, numpy.zeros(0, numpy.int64), _behind(db, model))
    rows, ids = (numpy.concatenate([piece[which] for piece in pieces]) for which in (0, 1))
    return Matrix(rows, None, ids, _behind(db, model))


def _pieces(db: Database, model: str) -> Iterator[tuple[NDArray[numpy.int8], NDArray[numpy.int64]]]:
    """The vectors and their rowids, so many at once that they take little memory."""
    import numpy

    found = db.execute("SELECT rowid, vector FROM phrase_vectors WHERE model_sha256 = ?", [model])
    while some := found.fetchmany(AT_ONCE):
        ids = numpy.array([rowid for rowid, _ in some], dtype=numpy.int64)
        yield numpy.frombuffer(b"".join(vector for _, vector in some), dtype=numpy.int8).reshape(-1, WIDTH), ids


def _behind(db: Database, model: str) -> int:
    row = db.execute(
        "SELECT count(*) FROM incidents AS i WHERE NOT EXISTS "
        "(SELECT 1 FROM incident_phrases AS p WHERE p.incident = i.id AND p.model_sha256 = ?) "
        "AND EXISTS (SELECT 1 FROM claims AS c WHERE c.incident = i.id)",
        [model],
    ).fetchone()
    return int(row[0])


def _signs(rows: NDArray[numpy.int8]) -> NDArray[numpy.uint64]:
    import numpy

    return numpy.ascontiguousarray(numpy.packbits(rows > 0, axis=1).view(numpy.uint64).T)


def _write(file: Path, key: bytes, db: Database, model: str, count: int) -> bool:
    """Whether the matrix could be put there, whole."""
    partial = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as out:
            out.write(_MARK + key + count.to_bytes(8, "little") + _behind(db, model).to_bytes(8, "little"))
            done = 0
            for rows, ids in _pieces(db, model):
                for start, width, part in _parts(count, rows, ids):
                    out.seek(start + done * width)
                    out.write(part.tobytes())
                done += len(ids)
        partial.replace(file)
    except OSError:
        with suppress(OSError):
            partial.unlink()
        return False
    return True


def _parts(
    count: int, rows: NDArray[numpy.int8], ids: NDArray[numpy.int64]
) -> tuple[tuple[int, int, NDArray[Any]], ...]:
    """Where in the file each kind of part begins, how many bytes of it a phrase has, and what to write there."""
    signs = [(_HEADER + count * 8 * (1 + word), 8, part) for word, part in enumerate(_signs(rows))]
    return (_HEADER, 8, ids), *signs, (_HEADER + count * (8 + WIDTH // 8), WIDTH, rows)


def _mapped(file: Path, key: bytes) -> Matrix | None:
    """The kept matrix, where it is of the store as it stands and whole."""
    import numpy

    words = WIDTH // 64
    try:
        with file.open("rb") as opened:
            header = opened.read(_HEADER)
        if not header.startswith(_MARK + key) or len(header) < _HEADER:
            return None
        count = int.from_bytes(header[-16:-8], "little")
        if file.stat().st_size != _HEADER + count * (8 + words * 8 + WIDTH):
            return None
        mapped = numpy.memmap(file, dtype=numpy.uint8, mode="r")
        start = _HEADER + count * 8
        # On their own, so that their pages can be let go of.
        signs = numpy.memmap(file, dtype=numpy.uint64, mode="r", offset=start, shape=(words, count))
    except (OSError, ValueError):
        return None
    ids = mapped[_HEADER:start].view(numpy.int64)
    rows = mapped[start + count * words * 8 :].view(numpy.int8).reshape(count, WIDTH)
    return Matrix(rows, signs, ids, int.from_bytes(header[-8:], "little"))
