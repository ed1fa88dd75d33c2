"""The spaCy component ``comms_tracker_claims``: figures and claims of every Doc of a pipeline of one's own.

    nlp = spacy.load("en_core_web_lg")
    nlp.add_pipe("comms_tracker_claims")
    doc = nlp("About 400 operations were cancelled.")
    doc._.figures, doc._.claims

An entry point makes the name known to spaCy wherever comms-tracker is installed. The Doc holds plain data, so that it
can be written to disk and sent between processes; what the attributes give are the records of comms_tracker.records.
"""

# No "from __future__ import annotations" here: spaCy checks a factory's settings by its annotations, and needs types.

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from comms_tracker.claims.extract import statement_claims, to_parse
from comms_tracker.claims.given_parse import has_usable_parse, segment_doc
from comms_tracker.claims.plain import claim_of, figure_of, plain_claim, plain_figure
from comms_tracker.claims.segments import Segment, segments
from comms_tracker.errors import InputError
from comms_tracker.language import parses
from comms_tracker.quantities import VagueLexicon, load_vague, read_figures
from comms_tracker.records import Claim, Figure, Statement, short_id

NAME = "comms_tracker_claims"
FIGURES = "comms_tracker_figures"
CLAIMS = "comms_tracker_claims"
STATEMENT_KEYS = ("id", "organisation", "issued")


class ClaimsComponent:
    """Reads the figures and claims of each Doc that passes, and leaves everything else in it as it is.

    ``use_parse`` says whether a Doc's own parse is used where it has one; otherwise the paragraphs are parsed apart
    by the pinned model, with exactly the result of ``comms_tracker.extract``. ``lexicon`` is a user's vague words.
    """

    def __init__(self, use_parse: bool = True, lexicon: VagueLexicon | None = None) -> None:
        self.use_parse = use_parse
        self.lexicon = lexicon
        register_attributes()

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc, its ``_.figures`` and ``_.claims`` set; raises InputError for an odd ``_.statement``."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """As calling it on each Doc; those without a parse are parsed a batch at a time."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            yield from self.pipe_batch(batch)

    def pipe_batch(self, batch: Sequence[Doc]) -> Iterator[Doc]:
        """As calling it on each Doc of the batch."""
        parts = [segments(doc.text) for doc in batch]
        brings = [self.use_parse and has_usable_parse(doc) for doc in batch]
        bare = [segment for found, given in zip(parts, brings, strict=True) if not given for segment in found]
        own = parses(to_parse(segment) for segment in bare) if bare else iter(())
        for doc, found, given in zip(batch, parts, brings, strict=True):
            yield self.read(doc, found, (segment_doc(doc, segment) for segment in found) if given else own)

    def read(self, doc: Doc, found: Sequence[Segment], parsed: Iterable[Doc]) -> Doc:
        """The Doc with what was read in it, its segments parsed."""
        claims = statement_claims(statement_of(doc), zip(found, parsed, strict=False), self.lexicon)
        doc.user_data[CLAIMS] = [plain_claim(claim) for claim in claims]
        doc.user_data[FIGURES] = [plain_figure(figure) for figure in read_figures(doc.text, self.lexicon)]
        return doc


def statement_of(doc: Doc) -> Statement:
    """The Doc as a statement: its id, organisation and date from ``doc._.statement``, where that is set."""
    said = doc._.statement or {}
    for key in said:
        if key not in STATEMENT_KEYS:
            raise InputError(f"doc._.statement has the key {key!r}. Its keys can be {', '.join(STATEMENT_KEYS)}.")
    return Statement(**{"id": short_id("text", doc.text), **said, "text": doc.text})


def figures_of_doc(doc: Doc) -> tuple[Figure, ...]:
    """``doc._.figures``: every quantity of the text, in order; empty before the component has run."""
    return tuple(figure_of(each) for each in doc.user_data.get(FIGURES, ()))


def claims_of_doc(doc: Doc) -> tuple[Claim, ...]:
    """``doc._.claims``: the claims of the text, in order; empty before the component has run."""
    return tuple(claim_of(each) for each in doc.user_data.get(CLAIMS, ()))


def figures_of_span(span: Span) -> tuple[Figure, ...]:
    """``span._.figures``, as of a sentence: the figures that start in it; offsets count in the Doc's text."""
    return tuple(figure_of(each) for each in starting_in(span, FIGURES))


def claims_of_span(span: Span) -> tuple[Claim, ...]:
    """``span._.claims``, as of a sentence: the claims that start in it; offsets count in the Doc's text."""
    return tuple(claim_of(each) for each in starting_in(span, CLAIMS))


def starting_in(span: Span, key: str) -> Iterator[dict[str, Any]]:
    """The plain records under ``key`` that start in a span."""
    for each in span.doc.user_data.get(key, ()):
        if span.start_char <= each["start"] < span.end_char:
            yield each


@cache
def register_attributes() -> None:
    """Make the extension attributes known to spaCy, once; raises its ValueError where another package has one."""
    Doc.set_extension("figures", getter=figures_of_doc)
    Doc.set_extension("claims", getter=claims_of_doc)
    Doc.set_extension("statement", default=None)
    Span.set_extension("figures", getter=figures_of_span)
    Span.set_extension("claims", getter=claims_of_span)


def make_component(
    nlp: Language,  # noqa: ARG001
    name: str,  # noqa: ARG001
    use_parse: bool,
    lexicon: str | None,
) -> ClaimsComponent:
    """The component for ``nlp.add_pipe``; raises LexiconError where the file ``lexicon`` does not fit its schema."""
    return ClaimsComponent(use_parse, None if lexicon is None else load_vague(Path(lexicon)))


Language.factory(
    NAME,
    default_config={"use_parse": True, "lexicon": None},
    assigns=["doc._.figures", "doc._.claims", "span._.figures", "span._.claims"],
    func=make_component,
)
