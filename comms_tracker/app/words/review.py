"""The words of the page on which a person looks at what the program proposes and mends its readings."""

from __future__ import annotations

TITLE = "Review"
LEAD = (
    "Confirm or reject what the program links, look at what it found, and mend what it misread. What you decide is "
    "kept with your name, wins over the program, and can be undone."
)
PART = "What to review"
LINKS, FINDINGS, READINGS = "Changes", "Findings", "Readings"
PLACE = "{number} of {all} to review"
NO_LINKS = "Every change of this incident has been reviewed."
NO_FINDINGS = "There is no finding of this incident that nobody has looked at."
NOTE = "Note (optional)"
YES, NO = "It is this change", "It is not this change"
SEEN = "I have looked at it"
BACK, ON = "Previous", "Next"
KEYS = "Keys: Y it is, N it is not, P previous, X next, U undo the last decision."
KEYS_FINDINGS = "Keys: S looked at, P previous, X next, U undo the last decision."

STATEMENT = "Statement"
READING_LEAD = (
    "Claims are underlined, and figures bold. Choose a claim to mend it. Where one was missed, select its words in the "
    "text and take them."
)
NO_CLAIM = "No claim was found in this statement. Where one was missed, select its words and take them."
LABELS = {"text": "The statement, with its claims as buttons", "take": "Take the selected words as a missed claim"}
CLAIM = "Claim to mend"
CHOOSE_CLAIM = "Choose a claim"
PART_OF_READING = "Part"
READ_AS = "How it is read"
FACTS = {
    "figure": "Figure",
    "read": "Read as",
    "counted": "What is counted",
    "event": "What happened",
    "scope": "Limited to",
    "polarity": "Stance",
    "certainty": "Firmness",
}
NO_FIGURE = "no figure"
VALUE = "Read the figure as"
VALUE_HELP = "As a text would have it: 1,360; about 400; more than 800; between 12 and 20; 2.5 per cent; £3m."
FIGURE = "Words of the figure (where others than the bold ones)"
CORRECT = "Correct the figure"
NOT_A_FIGURE = "It gives no figure"
DISMISS = "It is no claim"
SAME = "It is about the same thing as"
SAME_PLACE = "A claim of another statement"
LINK = "Link the two"
LINK_FIRST = "Choose the claim that it is about the same thing as."
MISSED = "A claim that was missed"
WORDS = "Words of the claim, as they stand in the statement"
MISSED_FIGURE = "Words of its figure (optional)"
MISSED_VALUE = "Read it as (optional)"
COUNTED = "What is counted (optional)"
EVENT = "What happened (optional)"
ADD = "Add the claim"
WORDS_FIRST = "Say which words make the claim: select them in the text, or type them as they stand there."
SEVERAL = "These words stand in the statement {count} times. Select those that you mean in the text, and take them."
VALUE_FIRST = "Say how the figure is to be read, or which words give it."
FIELDS = (
    ("with --value", "in the field “Read the figure as”"),
    ("with --figure", "in the field for the words of the figure"),
    (", or --no-figure", ", or that it gives none"),
    ("with --at", "by selecting it in the text"),
)
"""What messages that are written for the command line call its options, and what this page has for them."""

DECIDED = "Decided so far"
NOTHING_DECIDED = "Nobody has decided anything about this incident yet."
UNDO = "Undo"
UNDO_LAST = "Undo the last decision"
LINKED = "From “{earlier}” to “{later}”: {what}."
ONE_SIDED = "“{words}”: {what}."
ABOUT_FINDING = "{finding}: {what}."
