"""Whether a text looks like English, by the share of its commonest words: a warning's worth, not a language detector.

Running English of the kind that organisations issue has a third or more of its words among ``_ENGLISH``; French,
German, Dutch, Spanish and Swedish texts stay below a fifth. A terse list in English can stay below it too, so a text
is called other than English only where words or letters of other languages are also there.
"""

from __future__ import annotations

import re

FEWEST_WORDS = 20
"""Shorter texts are taken as English: a share of so few words says nothing."""

_ENOUGH_ENGLISH = 0.2
_ENOUGH_FOREIGN = 0.1
_WORD = re.compile(r"[^\W\d_]+")

_ENGLISH_WORDS = """
    a an the this that these those and or but if than of to in on at by for from with as not no is are was were
    be been have has had do does will would can could should may we our us it its they their them he she his her
    i you your who which what when where how all any some more other there also since after before
"""
_FOREIGN_WORDS = """
    de la le les des du et en un une est pas que qui dans pour sur nous ont été au aux
    der die das den dem und ist nicht ein eine einen von zu mit wir auf für sich auch
    het een van zijn niet dat wij voor met aan ook bij
    el los las del por con una se su es no lo al il di che per non sono gli della
    os da dos das não uma com ao
    att och som det den på av för är till med inte vi ikke og til af på
    i w z na się że nie jest do yn yr ar mae gan wedi y ac ei ja on ovat että ne pas
    yang dan untuk ini dengan ya kwa wa ni ang ng sa mga bir ve bu için
"""
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_FOREIGN = frozenset(_FOREIGN_WORDS.split()) - _ENGLISH


def looks_english(text: str) -> bool:
    """Whether ``text`` may be read as English; true for texts of fewer than 20 words in Latin letters."""
    words = [word.lower() for word in _WORD.findall(text)]
    letters = sum(map(len, words))
    if letters >= FEWEST_WORDS and sum(_is_latin(letter) for word in words for letter in word) < letters / 2:
        return False
    if len(words) < FEWEST_WORDS:
        return True
    english = sum(word in _ENGLISH for word in words) / len(words)
    foreign = sum(word in _FOREIGN or not word.isascii() for word in words) / len(words)
    return english >= _ENOUGH_ENGLISH or foreign < max(_ENOUGH_FOREIGN, english)


def _is_latin(letter: str) -> bool:
    return letter < "\u0250" or "\u1e00" <= letter < "\u1f00"
