"""Intervals and agreement are those of the published examples, and behave at the edges."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from comms_tracker.sampling.statistics import Share, agreement, cohens_kappa, krippendorffs_alpha, share, wilson

CODERS = list(zip("aabbdcccedda", "babbbccceddd", strict=True))
"""Two observers, nominal data, in Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), example B."""
BINARY = list(zip("0100000010", "1110010000", strict=True))
"""Two observers, binary data, in the same, example A."""


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_is_wilson_s_as_scipy_has_it(counts: tuple[int, int]) -> None:
    right, n = counts
    wanted = binomtest(right, n).proportion_ci(method="wilson")
    assert wilson(right / n, n) == pytest.approx((wanted.low, wanted.high), abs=1e-12)


def test_a_share_of_equal_weights_is_a_plain_one() -> None:
    assert share([(True, 2.5)] * 8 + [(False, 2.5)] * 2) == Share(0.8, *wilson(0.8, 10), 10)
    assert share([]) is None


def test_unequal_weights_move_the_share_and_widen_its_interval() -> None:
    found = share([(True, 9.0)] * 5 + [(False, 1.0)] * 5)
    assert found is not None
    assert found.value == pytest.approx(0.9)
    assert (found.low, found.high) == pytest.approx(wilson(0.9, 50**2 / (5 * 81 + 5)))
    assert found.high - found.low > wilson(0.9, 10)[1] - wilson(0.9, 10)[0]


def test_kappa_is_that_of_the_textbook_table() -> None:
    pairs = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    assert cohens_kappa(pairs) == pytest.approx(0.4)


def test_alpha_is_that_of_krippendorff_s_own_examples() -> None:
    assert krippendorffs_alpha(CODERS) == pytest.approx(0.692, abs=5e-4)
    assert krippendorffs_alpha(BINARY) == pytest.approx(0.095, abs=5e-4)


@given(st.lists(st.sampled_from("abc"), min_size=2).filter(lambda values: len(set(values)) > 1))
def test_two_who_always_agree_agree_wholly(values: list[str]) -> None:
    found = agreement([(value, value) for value in values])
    assert found is not None
    assert (found.agreed.value, found.kappa, found.alpha) == pytest.approx((1.0, 1.0, 1.0))


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=40))
def test_agreement_does_not_depend_on_who_is_first_or_on_the_order_of_rows(pairs: list[tuple[str, str]]) -> None:
    found, turned = agreement(pairs), agreement([(b, a) for a, b in reversed(pairs)])
    assert found is not None
    assert turned is not None
    assert found.agreed == turned.agreed
    for one, other in ((found.kappa, turned.kappa), (found.alpha, turned.alpha)):
        assert one == other or (one is not None and one == pytest.approx(other))
        assert one is None or one <= 1


def test_where_both_use_one_value_there_is_no_agreement_beyond_chance_to_speak_of() -> None:
    found = agreement([("a", "a"), ("a", "a")])
    assert found is not None
    assert (found.agreed.value, found.kappa, found.alpha) == (1.0, None, None)
    assert agreement([]) is None
