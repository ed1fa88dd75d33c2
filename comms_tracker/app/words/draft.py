"""The words of the page on which a draft is checked before it goes out."""

from __future__ import annotations

TITLE = "Check a draft"
LEAD = (
    "See what has been said so far, then paste the draft: what it would contradict, revise, obscure, narrow or leave "
    "out is listed at once, each with the earlier wording."
)
PRIVATE = (
    "The draft stays in this computer's memory for as long as this page is open. It is not stored, not logged, not in "
    "the address of the page, and nothing of it leaves this computer."
)

# What we have said
SAID = "What we have said"
SAID_CAPTION = (
    "The latest figure or assertion on each matter. Which of them belong together is proposed by the program until a "
    "person has accepted it."
)
COLUMN_WHAT = "What"
COLUMN_FIGURE = "Current figure"
COLUMN_DATE = "Said on"
COLUMN_SOURCE = "Source"
COLUMN_HISTORY = "Before that"
COLUMN_STANDING = "Standing"
NO_FIGURE = "no figure"
NOTHING_SAID = "No claim about figures or impact was found in what was said so far."
SAID_CSV = "Download as a table (CSV)"
SAID_PAGE = "Download to print (HTML)"
SAID_PAGE_TITLE = "What {who} has said: {incident}"
SAID_PAGE_MADE = "Made on {date} by comms-tracker {version}."
SAID_OF_NOBODY = "the organisation"
STANDS = "Stands"
NOT_IN_LAST = "Not mentioned in the last statement"
WITHDRAWN = "Withdrawn"
UNKNOWN = "Said to be not known"
LINK = "Link to the earlier: {status}"

# The draft
DRAFT = "The draft"
WHOSE = "Whose draft it is"
TEXT = "Paste the draft here; change it and check it again as often as you like"
DATE = "Date of the draft (optional)"
DATE_HELP = "Such as 2026-11-26. Without one, the draft is taken as issued today."
FILE = "Or drop the draft as a file"
CHECK = "Check the draft"
CLEAR = "Clear the draft"
CHECKING = "Reading the draft and comparing it with what was said …"
NOTHING_YET = "Nothing is checked yet. Paste the draft or drop a file."
TOO_LONG = "{name} has {length:,} characters, and a draft may have {most:,}. Check the part that is to go out."
SEVERAL = "{name} holds {count} statements, and a draft is one. Save it as a file of its own."

# What was found
RESULT = "What the draft would change"
MARKED = "The draft with its places marked"
MARKED_NOTE = (
    "Underlined twice, with a number: a place that departs from what was said. Dotted: another claim of the draft."
)
THE_DRAFT = "the draft"
EARLIER = "Said before"
IN_DRAFT = "In the draft, {place}"
ALSO_EARLIER = "Also said on {date}"
AGREES = "Said on {date}, and agrees with the draft"
NEW = "{place}: “{text}”"
LEFT_OUT_LEAD = "The last statement says this, and the draft does not. Leave it out only on purpose."
DOWNLOAD_LIST = "Download the list (CSV)"
DOWNLOAD_REPORT = "Download the report (Markdown)"
TAG = "{number}: {kind}"
POSSIBLY = "{number}: possibly {kind}"
CUT_OFF = "Nothing of the draft is kept in a file unless you download one."
