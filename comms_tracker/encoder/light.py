"""MiniLM in numpy, from the same weights: ready in a tenth of a second, where importing torch alone takes longer.

The way is BERT's (Devlin et al. 2019, arXiv:1810.04805) with the sizes of the pinned model, and the mean of the words'
vectors as sentence-transformers takes it. A test holds both to the same rows on every phrase of the gold statements.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

from comms_tracker.encoder.weights import MEND, WEIGHTS, model_folder, model_sha256
from comms_tracker.errors import ModelError

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

Bounds = Sequence[tuple[int, int]]
"""Where each phrase's word pieces begin and end among those of all."""
LAYERS = 6
HEADS, HEAD_WIDTH = 12, 32
LONGEST = 256
"""Word pieces that are read of a phrase, the two marks at its ends among them; the rest is left out."""
EPSILON = 1e-12
WORDS = "embeddings.word_embeddings.weight"
ERF = (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429)
"""The error function to 1.5e-7: Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 7.1.26."""
ERF_P = 0.3275911


class Light:
    """Gives phrases their unit vectors; ``words`` gives rows of the vocabulary's table, ``weights`` all the others."""

    def __init__(self, tokenizer: Any, words: Any, weights: dict[str, NDArray[numpy.float32]]) -> None:
        self.tokenizer = tokenizer
        self.words = words
        self.weights = weights

    def __call__(self, phrases: Sequence[str]) -> NDArray[numpy.float32]:
        """The vector of each of some phrases, of length 1; which others are among them can change its last digits.

        Reading the weights takes most of the time, and of several phrases they are read once.
        """
        import numpy

        pieces = [self.tokenizer.encode(phrase).ids for phrase in phrases]
        ends = list(accumulate(map(len, pieces)))
        bounds = list(pairwise([0, *ends]))
        state = numpy.concatenate([self.opened(ids) for ids in pieces])
        for layer in range(LAYERS):
            state = self.layer(state, bounds, f"encoder.layer.{layer}")
        means = [state[start:end].mean(axis=0) for start, end in bounds]
        return numpy.stack([mean / numpy.sqrt(mean @ mean) for mean in means])

    def opened(self, ids: list[int]) -> NDArray[numpy.float32]:
        """What each word piece brings along: itself, its place, and that there is one text only."""
        import numpy

        words = numpy.concatenate([self.words[one : one + 1] for one in ids])
        places = self.weights["embeddings.position_embeddings.weight"][: len(ids)]
        kind = self.weights["embeddings.token_type_embeddings.weight"][0]
        return self.normal(words + kind + places, "embeddings.LayerNorm")

    def layer(self, state: NDArray[numpy.float32], bounds: Bounds, name: str) -> NDArray[numpy.float32]:
        """One layer: each word piece looks at the others of its phrase, then at itself."""
        seen = self.linear(self.looked(state, bounds, f"{name}.attention.self"), f"{name}.attention.output.dense")
        state = self.normal(state + seen, f"{name}.attention.output.LayerNorm")
        thought = self.linear(gelu(self.linear(state, f"{name}.intermediate.dense")), f"{name}.output.dense")
        return self.normal(state + thought, f"{name}.output.LayerNorm")

    def looked(self, state: NDArray[numpy.float32], bounds: Bounds, name: str) -> NDArray[numpy.float32]:
        """What each word piece takes from all of its phrase."""
        import numpy

        asked = tuple(self.linear(state, f"{name}.{part}") for part in ("query", "key", "value"))
        return numpy.concatenate([taken(*(part[start:end] for part in asked)) for start, end in bounds])

    def linear(self, state: NDArray[numpy.float32], name: str) -> NDArray[numpy.float32]:
        """The state times a layer's weights, and its bias."""
        return state @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]

    def normal(self, state: NDArray[numpy.float32], name: str) -> NDArray[numpy.float32]:
        """Each row brought to mean 0 and variance 1, then to the layer's own."""
        import numpy

        centred = state - state.mean(axis=-1, keepdims=True)
        spread = numpy.sqrt((centred**2).mean(axis=-1, keepdims=True) + numpy.float32(EPSILON))
        brought: NDArray[numpy.float32] = centred / spread * self.weights[f"{name}.weight"]
        return brought + self.weights[f"{name}.bias"]


def taken(
    query: NDArray[numpy.float32], key: NDArray[numpy.float32], value: NDArray[numpy.float32]
) -> NDArray[numpy.float32]:
    """What the word pieces of one phrase take from one another, by twelve heads."""
    import numpy

    query, key, value = (part.reshape(-1, HEADS, HEAD_WIDTH).transpose(1, 0, 2) for part in (query, key, value))
    drawn = query @ key.transpose(0, 2, 1) / numpy.float32(HEAD_WIDTH**0.5)
    share = numpy.exp(drawn - drawn.max(axis=-1, keepdims=True))
    share /= share.sum(axis=-1, keepdims=True)
    together: NDArray[numpy.float32] = (share @ value).transpose(1, 0, 2).reshape(-1, HEADS * HEAD_WIDTH)
    return together


def gelu(x: NDArray[numpy.float32]) -> NDArray[numpy.float32]:
    """x times the chance that a standard normal number is under it."""
    import numpy

    size = numpy.abs(x) * numpy.float32(0.5**0.5)
    t: NDArray[numpy.float32] = numpy.float32(1) / (numpy.float32(1) + numpy.float32(ERF_P) * size)
    terms = numpy.zeros_like(x)
    for factor in reversed(ERF):
        terms = (terms + numpy.float32(factor)) * t
    erf = numpy.copysign(1 - terms * numpy.exp(-size * size), x)
    chosen: NDArray[numpy.float32] = numpy.float32(0.5) * x * (1 + erf)
    return chosen


@cache
def light() -> Light:
    """The pinned model, loaded at the first call; raises ModelError where it is missing or altered."""
    from safetensors import safe_open
    from tokenizers import Tokenizer

    model_sha256()
    folder = model_folder()
    words_file = folder / "tokenizer.json"
    if not words_file.is_file():
        raise ModelError(f"The phrase model's vocabulary is missing: {words_file}. {MEND}")
    tokenizer = Tokenizer.from_file(str(words_file))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST)
    file: Any = safe_open(folder / WEIGHTS, "numpy")
    weights = {name: file.get_tensor(name) for name in file.keys() if name != WORDS}  # noqa: SIM118
    return Light(tokenizer, file.get_slice(WORDS), weights)
