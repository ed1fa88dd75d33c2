"""The lemmas of a spaCy pipeline, remembered for every kind of token: exactly what its lemmatizer gives, sooner.

The rule lemmatizer of an English model looks at a token's word, part of speech and morphology alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

NAME = "comms_tracker_lemmas"
LEMMATIZER = "lemmatizer"
LOOKED_AT = ("ORTH", "POS", "MORPH", "LEMMA")


class RememberedLemmas:
    """Gives the tokens of a Doc the lemmas that ``lemmatizer`` would give them."""

    def __init__(self, lemmatizer: Any) -> None:
        self.lemmatizer = lemmatizer
        self.known: dict[tuple[int, ...], int] = {}

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc with its lemmas set."""
        import numpy as np

        if len(doc) == 0:
            return doc
        keys = [tuple(row) for row in doc.to_array(list(LOOKED_AT)).tolist()]
        known = self.known
        for place, key in enumerate(keys):
            if key not in known:
                known[key] = key[-1] or doc.vocab.strings.add(self.lemmatizer.lemmatize(doc[place])[0])
        lemmas: Any = np.array([known[key] for key in keys], dtype="uint64")
        doc.from_array(["LEMMA"], lemmas.reshape(-1, 1))
        return doc


def remember_lemmas(nlp: Language) -> None:
    """Let a pipeline remember its rule lemmatizer's lemmas; one with another lemmatizer stays as it is."""
    from spacy.language import Language as AnyLanguage

    if LEMMATIZER not in nlp.pipe_names:
        return
    lemmatizer: Any = nlp.get_pipe(LEMMATIZER)
    if getattr(lemmatizer, "mode", None) == "rule" and not lemmatizer.overwrite:
        AnyLanguage.factory(NAME, func=make_lemmas)
        nlp.add_pipe(NAME, before=LEMMATIZER)
        nlp.disable_pipe(LEMMATIZER)


def make_lemmas(nlp: Language, name: str) -> RememberedLemmas:  # noqa: ARG001
    """The component for spaCy, which stands in for the pipeline's own lemmatizer."""
    return RememberedLemmas(nlp.get_pipe(LEMMATIZER))
