"""A draft against all that was said: what it departs from, in what order, and in what words."""

from __future__ import annotations

from datetime import date

import pytest

from comms_tracker.auditing import FAILING, Audit, audit
from comms_tracker.auditing.order import in_editor_order
from comms_tracker.decisions import Decision, Verb, Words
from comms_tracker.errors import InputError
from comms_tracker.records import Change, ChangeKind, FindingKind, Relation, StatedBasis, Statement
from comms_tracker.report.audit_words import verdict

K = ChangeKind
TODAY = date(2031, 6, 1)


def said(day: str, text: str, organisation: str | None = "Tidewater Ferries") -> Statement:
    return Statement(f"s-{day}", text, organisation, f"2031-03-{day}", incident="ferry-2031", source=f"Letter of {day}")


def audited(draft: str | Statement, *statements: Statement) -> Audit:
    return audit(draft, statements, today=TODAY)


def kinds(found: Audit) -> list[ChangeKind]:
    return [one.change.kind for one in found.departures]


FIRST = said("01", "We cancelled 40 sailings because of the fault. No passengers were injured.")
SECOND = said("08", "We cancelled 52 sailings because of the fault. About 3,000 passengers were delayed.")


def test_a_higher_figure_comes_with_both_wordings_their_places_and_the_source() -> None:
    text = "An update from the harbour.\n\nWe cancelled 60 sailings because of the fault."
    (found,) = audited(text, FIRST, SECOND).departures
    assert found.change.kind is K.REVISED_UP
    assert found.earlier.statement == SECOND
    assert found.earlier.claim.text == "We cancelled 52 sailings because of the fault"
    assert (
        text[found.draft.start : found.draft.end] == found.draft.text == "We cancelled 60 sailings because of the fault"
    )
    assert audited(text, FIRST, SECOND).line(found.draft.start) == 3
    assert found.explanation == (
        "The draft says 60 sailings; on 8 March 2031 the statement said 52 sailings. "
        "No word in the draft acknowledges the change."
    )


def test_a_vague_word_is_told_with_its_usual_reading_and_source() -> None:
    found = audited("136 operations were cancelled.", said("01", "We had to cancel a very small number of operations."))
    assert found.departures[0].explanation.startswith(
        "The draft says 136 operations; on 1 March 2031 the statement said “a very small number” of operations. 136 is "
        "more than “a very small number”, which is usually read as 1 to 8 (survey of 46 readers, by rule for “very”)."
    )
    assert found.failing() == found.departures


def test_a_denial_of_what_was_said_leads() -> None:
    found = audited("We cancelled 60 sailings because of the fault. No passengers were delayed.", FIRST, SECOND)
    assert kinds(found) == [K.CONTRADICTED, K.REVISED_UP]
    assert found.departures[0].change.relation is Relation.CONTRADICTORY
    assert found.departures[0].explanation.startswith(
        "The draft denies what the statement of 8 March 2031 said; the two cannot both be true of the same matter."
    )


def test_what_an_earlier_statement_denied_counts_though_the_last_one_is_silent_about_it() -> None:
    found = audited("We cancelled 52 sailings because of the fault. Four passengers were injured.", FIRST, SECOND)
    assert [(one.change.kind, one.earlier.statement.id) for one in found.departures] == [(K.CONTRADICTED, "s-01")]
    assert found.departures[0].explanation.startswith("The draft says what the statement of 1 March 2031 denied;")


def test_what_stands_between_does_not_hide_an_earlier_figure_that_still_stands() -> None:
    between = said("08", "We cancelled dozens of sailings because of the fault.")
    found = audited("We cancelled 70 sailings because of the fault.", FIRST, between)
    against = [
        (one.change.kind, one.earlier.statement.id)
        for departure in found.departures
        for one in (departure, *departure.beside)
        if one.change.kind is K.REVISED_UP
    ]
    assert against == [(K.REVISED_UP, "s-01")]
    assert found.failing() == found.departures


def test_a_figure_that_was_changed_since_is_no_departure_of_the_draft() -> None:
    found = audited("We cancelled 52 sailings because of the fault.", FIRST, SECOND)
    assert (found.departures, found.failing()) == ((), ())
    assert [one.earlier.statement.id for one in found.already_changed] == ["s-01"]
    assert found.unchanged == 1


def test_an_earlier_statement_that_says_what_the_draft_says_is_named() -> None:
    (found,) = audited("We cancelled 40 sailings because of the fault.", FIRST, SECOND).departures
    assert (found.change.kind, found.earlier.statement.id) == (K.REVISED_DOWN, "s-08")
    assert [(one.statement.id, one.claim.text) for one in found.agrees_with] == [
        ("s-01", "We cancelled 40 sailings because of the fault")
    ]


def changed(kind: ChangeKind, confidence: float = 0.9, **rest: object) -> Change:
    fields: dict[str, object] = {"also": (), "relation": Relation.CONSISTENT, "stated_basis": None, **rest}
    return Change(
        "", kind, earlier="a", later="b", direction=None, ratio=None, confidence=confidence, explanation="", **fields
    )  # type: ignore[arg-type]


def test_what_cannot_stand_comes_first_then_what_says_less_then_what_says_more() -> None:
    right = [
        changed(K.CONTRADICTED, relation=Relation.CONTRADICTORY),
        changed(K.CONTRADICTED),
        changed(K.RETRACTED),
        changed(K.REVISED_UP),
        changed(K.REVISED_DOWN, 0.7),
        changed(K.REVISED_DOWN, stated_basis=StatedBasis.CORRECTION),
        changed(K.QUANTIFIED, also=(K.REVISED_UP,)),
        changed(K.OBSCURED),
        changed(K.NARROWED_SCOPE),
        changed(K.SOFTENED),
        changed(K.QUANTIFIED),
        changed(K.PROGRESSED),
        changed(K.CONTRADICTED, 0.4),
    ]
    assert in_editor_order(reversed(right)) == tuple(right)


def test_what_is_left_out_is_listed_by_the_statement_that_said_it_and_fails_nothing() -> None:
    found = audited("We cancelled 52 sailings because of the fault.", FIRST, SECOND)
    assert [one.earlier.claim.text for one in found.left_out] == ["About 3,000 passengers were delayed"]
    assert [one.earlier.claim.text for one in found.left_out_before] == ["No passengers were injured"]
    assert found.failing() == ()
    assert found.failing(FAILING | {K.DROPPED}) == found.left_out


def test_a_draft_that_claims_nothing_leaves_out_all_of_the_last_statement() -> None:
    found = audited("We are sorry, and we thank everybody for their patience.", FIRST, SECOND)
    assert [one.earlier.claim.text for one in found.left_out] == [
        "We cancelled 52 sailings because of the fault",
        "About 3,000 passengers were delayed",
    ]


def test_what_is_new_is_listed_in_the_order_of_the_text() -> None:
    text = "Two ferries were damaged. We cancelled 52 sailings because of the fault. A crane was destroyed."
    found = audited(text, FIRST, SECOND)
    assert [claim.text for claim in found.added] == ["Two ferries were damaged", "A crane was destroyed"]


def test_a_count_that_moves_on_with_time_fails_nothing() -> None:
    found = audited("We have refunded 1,200 passengers so far.", said("01", "We have refunded 300 passengers so far."))
    assert kinds(found) == [K.PROGRESSED]
    assert found.failing() == ()


@pytest.mark.parametrize(
    ("own", "taken", "notes"),
    [
        (None, "2031-06-01", ()),
        ("2031-03-20", "2031-03-20", ()),
        (
            "2031-02-01",
            "2031-03-08",
            ("The draft is dated 2031-02-01, before the last statement (2031-03-08): it is taken as issued after it.",),
        ),
    ],
)
def test_the_draft_is_taken_as_the_last_statement(own: str | None, taken: str, notes: tuple[str, ...]) -> None:
    found = audited(Statement("mine", "We cancelled 60 sailings because of the fault.", issued=own), SECOND, FIRST)
    assert (found.draft.issued, found.notes) == (taken, notes)
    assert [one.id for one in found.compared_with] == ["s-01", "s-08"]
    assert found.departures[0].earlier.statement == SECOND


def test_a_day_of_the_last_statement_comes_after_its_hour() -> None:
    timed = Statement("s", "We cancelled 52 sailings.", "Tidewater Ferries", "2031-03-08T16:00Z")
    found = audited(Statement("mine", "We cancelled 60 sailings.", issued="2031-03-08"), timed)
    assert (found.draft.issued, found.notes) == ("2031-03-08T16:00Z", ())
    assert kinds(found) == [K.REVISED_UP]


def test_a_statement_with_the_drafts_own_text_is_left_out_and_said() -> None:
    found = audited(SECOND.text + "\n", FIRST, SECOND)
    assert [one.id for one in found.compared_with] == ["s-01"]
    assert found.notes == ("s-08 has the same text as the draft, word for word: it is left out.",)


@pytest.mark.parametrize(
    ("draft", "statements", "message"),
    [
        (" \n", (FIRST,), "The draft is empty, so there is nothing to compare. Put its text into it."),
        (
            "Text.",
            (),
            "There is no earlier statement to compare the draft with. Give what was said before it.",
        ),
        (
            SECOND.text,
            (SECOND,),
            "There is no earlier statement to compare the draft with: s-08 is the draft itself, word for word. "
            "Give what was said before it.",
        ),
        (
            "Text.",
            (FIRST, said("02", "Four were hurt.", "Harbour Police")),
            "The statements are by 2 organisations, which are kept apart: Tidewater Ferries, Harbour Police. "
            "The draft does not say whose it is. Say so with --organisation, or in its front matter.",
        ),
        (
            Statement("mine", "Text.", "Coastguard"),
            (FIRST,),
            "There is no earlier statement by Coastguard to compare the draft with: those given are by Tidewater "
            "Ferries. If the draft is theirs, say so with --organisation.",
        ),
    ],
)
def test_what_cannot_be_audited_is_refused_with_the_way_out(
    draft: str | Statement, statements: tuple[Statement, ...], message: str
) -> None:
    with pytest.raises(InputError) as refused:
        audited(draft, *statements)
    assert str(refused.value) == message


def test_another_organisation_is_kept_apart_and_said() -> None:
    police = said("02", "Sixty sailings were cancelled because of the fault.", "Harbour Police")
    draft = Statement("mine", "We cancelled 60 sailings because of the fault.", "tidewater ferries")
    found = audited(draft, FIRST, police)
    assert [one.earlier.statement.id for one in found.departures] == ["s-01"]
    assert found.draft.organisation == "Tidewater Ferries"
    assert found.notes == (
        "These statements are by 2 organisations, which are kept apart: Tidewater Ferries, Harbour Police. "
        "No change is reported from one to another.",
    )


def test_statements_without_an_organisation_are_taken_as_the_drafts_and_said() -> None:
    nameless = said("01", "We cancelled 40 sailings because of the fault.", None)
    found = audited(Statement("mine", "We cancelled 60 sailings because of the fault.", "Tidewater Ferries"), nameless)
    assert kinds(found) == [K.REVISED_UP]
    assert found.notes == ("s-01: no organisation is given, so it is taken as Tidewater Ferries.",)


def test_a_draft_in_another_language_is_marked() -> None:
    french = (
        "Nous avons dû annuler 60 traversées à cause de la panne, et des passagers ont subi des retards. Nous leur "
        "présentons nos excuses pour la gêne que cela leur a causée."
    )
    found = audited(french, FIRST)
    assert not found.draft.english
    assert found.notes == ()
    assert verdict(found, FAILING) == (
        "The draft does not look like English: what was read may be wrong, and what it departs from may be missed."
    )


def test_an_earlier_figure_given_otherwise_is_a_finding_in_which_the_draft_is_called_the_draft() -> None:
    text = "60 sailings were cancelled because of the fault, up from 45 last week."
    (found,) = audited(text, said("01", "40 sailings were cancelled because of the fault.")).findings
    assert found.kind is FindingKind.RESTATED_DIFFERENTLY
    assert found.explanation.startswith("The draft gives the earlier figure as 45 sailings (“")
    assert "the statement of 1 March 2031 said 40 sailings" in found.explanation


def test_a_claim_that_a_person_dismissed_is_none_to_depart_from() -> None:
    draft = "We cancelled 60 sailings because of the fault."
    (claim,) = (one.earlier.claim for one in audited(draft, SECOND).departures)
    dismissed = Decision(
        "d1", "ferry-2031", Verb.DISMISS, "ada", "2031-04-01T09:00:00Z", claim.id, words=(Words.of(claim),)
    )
    found = audit(draft, (SECOND,), today=TODAY, decisions=(dismissed,))
    assert (found.departures, [claim.text for claim in found.added]) == ((), [draft.rstrip(".")])


def test_a_figure_given_before_for_what_may_be_the_same_is_only_possibly_a_revision() -> None:
    before = said(
        "01", "19 passengers were carried past their stop. Eleven passengers, all blind, were carried past it."
    )
    found = audited("11 passengers were carried past their stop.", before)
    assert (found.departures, found.failing(), found.left_out) == ((), (), ())
    (possible,) = found.possible
    assert possible.change.kind is K.REVISED_DOWN
    assert possible.doubt == "the draft's figure was given before, for what may be the same"
    assert [one.claim.text for one in possible.agrees_with] == ["Eleven passengers, all blind, were carried past it"]


def test_what_the_draft_only_tells_again_and_puts_right_is_not_the_same_as_before() -> None:
    text = "We cancelled 60 sailings because of the fault, not the 52 that we announced in March."
    found = audited(text, SECOND)
    assert (kinds(found), found.unchanged) == ([K.REVISED_UP], 0)
