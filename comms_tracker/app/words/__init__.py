"""The words of the app, written once: here those that several pages share, beside it one module a page.

Kinds, dates and confidence have theirs in ``report.words``, and what a page about an incident shows in
``report.titles``.
"""

from __future__ import annotations

NAME = "Comms Tracker"

# Pages: what the navigation calls them
ONE_INCIDENT = "One incident"
ONE_CHANGE = "One change"
STATEMENTS = "Statements side by side"
CHECK_DRAFT = "Check a draft"
COMPARE = "Compare"
SEARCH = "Search"
ARTICLE = "Article"
ADD = "Add"
REVIEW = "Review"
METHOD = "Method"

# Pictures and lists of changes
NOTHING_TO_DRAW = "Fewer than two figures can be drawn; the table gives what was said."
COLUMN_SOURCE = "Source"
NO_CHANGE_HERE = "There is no change to show. The incident's page has its statements."
ONE_STATEMENT = "There is nothing to compare it with yet. Add the next statement to see what changed:"
CLAIMS_OF_ONE = "What it claims"
NO_CLAIMS = "The program found no claim about figures or impact in it."

# Choosing
INCIDENT = "Incident"
STALE_INCIDENT = "The link asks for the incident “{wanted}”, which this store does not hold. This is {shown}."
STALE_CHANGE = (
    "The link asks for a change that this store no longer holds; the statements may have been read again since. "
    "This is the main change now."
)

# Statements
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


def more(count: int) -> str:
    """The line that folds the end of a long list away."""
    return f"{count} more"
