"""The words of the app, written once. Kinds, dates and confidence have theirs in ``report.words``."""

from __future__ import annotations

from comms_tracker.report.timeline import Shape

NAME = "Comms Tracker"

# Pages
WHAT_CHANGED = "What changed"
STATEMENTS = "Statements"
METHOD = "How figures are read"

# The change that a page opens on
EARLIER = "Earlier"
LATER = "Later"
EARLIER_MARK = "earlier wording"
LATER_MARK = "later wording"
OTHER_MARK = "another claim"
ONLY_EARLIER = "The next statement says nothing about this."
ONLY_LATER = "No earlier statement says anything about this."
READING_SOURCE = "Where this reading comes from"
SOURCE = "Source"
RECAST = "Told again in our own words from public reports; only the quoted phrases are the organisation's own."
WHY = "Why the program thinks so"
EVIDENCE_FOR = "For"
EVIDENCE_AGAINST = "Against"
NO_EVIDENCE = "The program recorded no separate reasons."
REVIEW = "Review"
CONFIDENCE = "Confidence"
ACKNOWLEDGED = "Said about the change"
TOGETHER = "Taken together"
ALSO = "also"
READ_IN_FULL = "Read both statements in full"
READ_ONE_IN_FULL = "Read the statement in full"
OPEN_CHANGE = "Open this change"

# The picture
PICTURE = "The figure over time"
PICTURE_TABLE = "The same as a table"
PICTURE_LEGEND = {
    Shape.POINT: "A point is a figure.",
    Shape.BAND: "A band is what readers usually take a vague word to mean; it is not a figure of the organisation's.",
    Shape.RANGE: "A bar runs from the lowest to the highest number given.",
    Shape.AT_LEAST: "An upward arrow means that number or more.",
    Shape.AT_MOST: "A downward arrow means that number or fewer.",
}
PICTURE_LEGEND_UNIT = "Numbers are in {unit}."
PICTURE_LEGEND_LOG = "The scale is logarithmic: each step up is the same number of times more."
PICTURE_LEGEND_LEFT_OUT = "What cannot be drawn on this scale stands in the table alone."
NOTHING_TO_DRAW = "There is no number to draw; the table gives what was said."
COLUMN_DATE = "Date"
COLUMN_SAID = "What the statement says"
COLUMN_READ = "How it is read"
COLUMN_SOURCE = "Source"

# The other changes
OTHER_CHANGES = "What else changed"
ADDED = "New in a later statement"
DROPPED = "No longer mentioned"
POSSIBLE = "Possibly about the same thing"
POSSIBLE_MEANING = (
    "The program is not sure that the two statements speak of the same thing here. Read both before using it."
)
FINDINGS = "Also worth a look"
NOTES = "About these statements"
NO_CHANGES_TITLE = "No change between these statements"
NO_SURE_CHANGE_TITLE = "No change that the program is sure of"
ONE_STATEMENT_TITLE = "One statement so far"
ONE_STATEMENT = "There is nothing to compare it with yet. Add the next statement to see what changed:"
CLAIMS_OF_ONE = "What it claims"
NO_CLAIMS = "The program found no claim about figures or impact in it."

# Choosing
INCIDENT = "Incident"
CHANGE = "Change to mark"
OTHER_INCIDENTS = "Other incidents"
OPEN_INCIDENT = "Open this incident"
STALE_INCIDENT = "The link asks for the incident “{wanted}”, which this store does not hold. This is {shown}."
STALE_CHANGE = (
    "The link asks for a change that this store no longer holds; the statements may have been read again since. "
    "This is the main change now."
)

# Statements
STATEMENTS_LEAD = "Every claim is underlined lightly; the two that belong to the chosen change are marked."
NO_CLAIM_HERE = "No claim was found in this statement."

# Trouble
EMPTY_TITLE = "Nothing to compare yet"
EMPTY = "This store holds no statements. Add two or more statements about the same matter, then load this page again:"
NO_STORE = (
    "There is no store at {path} yet. Add two or more statements about the same matter, then load this page again:"
)
ADD_COMMAND = "comms-tracker add FOLDER --db {path}"
TROUBLE_TITLE = "The store cannot be read"
RETRY = "Try again"
FAILED_TITLE = "This page could not be shown"
FAILED = (
    "Something went wrong in the program. The other pages still work; what happened stands in the window in which "
    "the app was started."
)

# Method
METHOD_LEAD = (
    "The program reads each figure as an interval, decides which claims speak of the same thing, and says what "
    "differs. It never says why an organisation changed its words."
)
KINDS_TITLE = "Figures"
KINDS_LEAD = "Words that give a quantity are read in one of these ways."
VAGUE_TITLE = "Vague words"
VAGUE_LEAD = (
    "A vague word has no number of its own. What readers usually take it to mean is shown as a band, with its source. "
    "It is a documented default and never a fact about a statement."
)
VAGUE_TWO = (
    "Many vague words can be read as a count and as a share of a whole. Both readings are kept, because a number can "
    "be large as the one and small as the other."
)
CHANGE_KINDS_TITLE = "Kinds of change"
CHANGE_KINDS_LEAD = "A change is named by what stands in the two statements."
COLUMN_WHAT = "What it says"
CONFIDENCE_TITLE = "Confidence"
CONFIDENCE_TEXT = (
    "Confidence is the program's own estimate that both claims are about the same thing and that the kind of change is "
    "right. From 85 in 100 it says “very likely”, from 60 “likely”, and below that “possibly”; such a change is shown, "
    "but never as the main one. Until a person has looked at it, every change is “proposed by the program”."
)
MEASURED = (
    "This is how often it was right over {incidents} invented incidents, each compared with what had been learnt from "
    "the others. The Brier score of {links} links is {brier}: the mean squared distance between confidence and what "
    "was so, where 0 is best and always saying 50 in 100 gives 0.25. Real statements may be harder."
)
RELIABILITY_LEAD = "Of links with this confidence, how many were right: the same thing, and the kind named so."
COLUMN_CONFIDENCE = "Confidence"
COLUMN_LINKS = "Links"
COLUMN_SURE = "Mean confidence"
COLUMN_RIGHT = "Right"
BAND = "{low} to {high} in 100"
IN_100 = "{share} in 100"
BY_KIND_LEAD = "The same incidents by kind: how many there are, were found and named so, and were named so wrongly."
COLUMN_CASES = "There are"
COLUMN_FOUND = "Found"
COLUMN_WRONG = "Said wrongly"
LIMITS_TITLE = "What it cannot do"
LIMITS = (
    "It reads English. Other languages are marked, and their results are not to be relied on.",
    "It reads words, not charts, pictures or audio.",
    "It can take two different things for the same, or miss that two things are the same. Both wordings are always "
    "shown, so that you can judge.",
    "A figure that changed may have been right both times: things move on, and ways of counting change. What the later "
    "statement itself says about the change is shown; nothing else is assumed.",
    "A claim that disappears may be answered elsewhere. “No longer mentioned” means only that the next statement does "
    "not speak of it.",
)
PRIVATE = "Everything is read on this computer. No text leaves it."
COLUMN_KIND = "Kind"
COLUMN_EXAMPLE = "Example"
COLUMN_MEANING = "Read as"
COLUMN_WORD = "Words"
COLUMN_COUNT = "As a count"
COLUMN_SHARE = "As a share"
FIGURE_KINDS = (
    ("A number", "136; one hundred and thirty-six; 1.2m", "that number"),
    ("About a number", "about 400; roughly a third", "the number, give or take what its rounding allows"),
    ("A bound", "more than 800; up to 500; at least 81", "everything on one side of the number"),
    ("A range", "between 135 and 270; 12,000 to 19,000", "everything between the two numbers"),
    ("A vague word", "a very small number; several hundred", "what readers usually take it to mean, with the source"),
    ("A share", "2.5 per cent; one in five; most", "a percentage of a whole, which is named where the text names it"),
    ("All or none", "all; every; none; nobody", "the whole, or nothing of it"),
)


def rejected(count: int) -> str:
    """How many changes a person has rejected, for the line that folds them away."""
    return "1 change that a person rejected" if count == 1 else f"{count} changes that a person rejected"


def unchanged(count: int) -> str:
    """How many claims say the same as before, for the line that folds them away."""
    if count == 1:
        return "1 claim is unchanged or only worded differently"
    return f"{count} claims are unchanged or only worded differently"


def more(count: int) -> str:
    """The line that folds the end of a long list away."""
    return f"{count} more"
