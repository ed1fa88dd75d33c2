"""The words of the page of one incident, and of the list of incidents."""

from __future__ import annotations

STATEMENT = "Statement {number}"
COUNTED_DIFFERENTLY = "Counted differently from here on"
ANOTHER_SCOPE = "Counts something else from here on"

USUALLY = "usually {interval}"

TIMELINE = "Over time"
TIMELINE_LEAD = (
    "One lane for each thing with two figures or more, each with a scale of its own. A point is a figure, a "
    "band what readers usually take a vague word to mean, an arrow an open end. Rest on a mark to see how it is read."
)
TOLD_LEAD = "Spoken of more than once, with one figure alone that can be drawn:"
ON_A_DAY = "{date}: “{said}”"
LOG = "scale in powers of ten"
COLUMN_ABOUT = "About"
NOTHING_TO_DRAW = "Nothing with a figure is spoken of more than once, so there is nothing to draw."

CHANGES = "Changes"
STAYED = "What stayed the same"
KIND = "Kind of change"
SURE = "How sure"
SAID = "Said about the change"
ANY = "All"
LIKELY = "Likely and more"
VERY_LIKELY = "Very likely"
MENTIONED = "The later statement mentions it"
UNMENTIONED = "The later statement does not mention it"
SHOWN = "{shown} of {all} changes are shown."
NONE_SHOWN = "No change fits these choices."
SHOW_ALL = "Show all changes"
OPEN_STATEMENTS = "Read the statements side by side"
MAIN_CHANGE = "Open the main change"

OTHER_INCIDENTS = "Other incidents"
MORE_INCIDENTS = "Show more incidents"
OPEN_INCIDENT = "Open this incident"
ALL_CHANGES = "All changes of this incident"
OPEN_CHANGE = "Open this change"
