"""The words of the page of one change: what to take from it, and what to ask the organisation about it."""

from __future__ import annotations

from comms_tracker.records import ChangeKind

STALE_NEAREST = (
    "The link asks for a change that this store no longer holds; the statements may have been read again since. "
    "This is the first change between the same two statements."
)
BACK = "All changes of this incident"
COMPARE_STATEMENTS = "Compare other statements"
FULL_TEXTS = "Both statements in full"
FULL_TEXT = "The statement in full"
SCOPE_LOST = "Limit no longer there"
SCOPE_GAINED = "Limit now there"

DECIDE = "Your decision"
DECIDE_LEAD = "What you decide is kept in the store with your name, wins over the program, and can be undone."
NAME = "Your name"
NOTE = "Note (optional)"
CONFIRM = "It is this change"
REJECT = "It is not this change"
UNDO = "Undo"
NAME_FIRST = "Give your name first: a decision is kept with it."
DECIDING = "Comparing the incident again with your decision …"
DECIDED = "{what}."

TAKE = "Take it with you"
CITE = "Citation"
CITE_LEAD = "Both wordings with their dates and sources, to copy."
ASK = "Questions"
ASK_LEAD = "Neutral questions to the organisation, each with both sources, to copy and change."
DOWNLOAD = "Downloads"
PAGE_FILE = "This change as one page"
PAGE_FILE_HELP = "One HTML file that opens without a network: both wordings, dates, sources and review state."
SVG_FILE = "Picture for print (SVG)"
PNG_FILE = "Picture (PNG)"
NO_PICTURE = "There is no picture: fewer than two figures can be drawn."
LINK_HOLDS = "The link reopens this change here, and for anybody who holds the same store."

CITED_SIDE = "{who}, {date}: “{words}”."
CITED_SOURCE = "Source: {source}."
RECAST = "Told again in our own words from public reports: look up the organisation's own words before you quote it."
CITED_CHANGE = "{kind}: {status}, {confidence}."
CITED_ONLY_LATER = "Found in no earlier statement."
CITED_ONLY_EARLIER = "Not found in the next statement ({date})."

SAID = "On {date} you said: “{words}”"
SAID_SOURCE = " ({source})"
NOT_IN_EARLIER = "We found it in none of your earlier statements about this."
NOT_IN_LATER = "We did not find it in your statement of {date}."
WHICH_COVERS = "Which {things} does “{figure}” cover?"
AS_OF = "As of when does “{figure}” hold?"
LIMIT_LOST = "The earlier statement speaks of {parts}, the later one does not. Does it still mean only these?"
LIMIT_GAINED = "The later statement speaks of {parts}, the earlier one does not. What is there without that limit?"

QUESTIONS: dict[ChangeKind, tuple[str, ...]] = {
    ChangeKind.UNCHANGED: ("Does this still hold today?",),
    ChangeKind.QUANTIFIED: ("When did this number become available?",),
    ChangeKind.OBSCURED: ("What is the present number?",),
    ChangeKind.REVISED_UP: ("Do both count the same thing over the same time?", "What accounts for the difference?"),
    ChangeKind.REVISED_DOWN: ("Do both count the same thing over the same time?", "What accounts for the difference?"),
    ChangeKind.PROGRESSED: ("What is the present number?",),
    ChangeKind.NARROWED_SCOPE: ("What is the number for all that the earlier statement speaks of?",),
    ChangeKind.WIDENED_SCOPE: ("What is the number for what the earlier statement speaks of alone?",),
    ChangeKind.CONTRADICTED: ("Which of the two holds now?", "What became known between the two dates?"),
    ChangeKind.RETRACTED: ("What holds in its place?",),
    ChangeKind.SOFTENED: ("What is known for certain now?",),
    ChangeKind.STRENGTHENED: ("What became known between the two dates?",),
    ChangeKind.ADDED: ("Did this hold already when your earlier statements were made?",),
    ChangeKind.DROPPED: ("Does this still hold?",),
}
