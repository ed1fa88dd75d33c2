"""The words of the page that compares texts without a store."""

from __future__ import annotations

TITLE = "Compare texts"
LEAD = "Paste two or more statements about the same matter, drop them as files, or give the address of a page."
PRIVATE = (
    "The texts stay in this computer's memory for as long as this page is open, and are stored only where you save "
    "them. Only an address that you give is asked for over the network."
)
TEXTS = "The texts"
TEXT = "Text {number}"
TEXT_DATE = "Date of text {number} (optional)"
DATE_HELP = "Such as 2017-04-28. Without dates, the order on this page stands for the order of time."
MORE = "Add another text"
FILES = "Or drop files"
ADDRESS = "Or the address of a page"
ORGANISATION = "Organisation (optional)"
ORGANISATION_HELP = (
    "Whose statements these are, where the texts do not say so. Those of two organisations are kept apart."
)
COMPARE = "Compare"
AGAIN = "Start again"
COMPARING = "Reading the texts and comparing them …"
TOO_FEW = "There is nothing to compare yet. Give two or more texts about the same matter: {count} so far."
SEVERAL = "These texts name {count} incidents: {names}. Compare those of one at a time."
NOTHING_YET = "Nothing is compared yet."
SHOW = "Show this change"
FULL = "Both texts in full"
PAIR_EARLIER = "Earlier text"
PAIR_LATER = "Later text"

KEEP = "Keep it"
KEEP_LEAD = "Save the texts as an incident of the store, to decide on its changes and to add what is said next."
NAME = "Name of the incident"
NAME_HELP = "Any short name, such as barts-2017."
SAVE = "Save as an incident"
SAVING = "Saving …"
NAME_FIRST = "Give the incident a name first."
TAKEN = "The store holds an incident {name} already. Choose another name, or add the texts to it on the page Add."
SAVED = "Saved as {name}."
OPEN = "Open the incident"
PAGE_FILE = "Download as one page (HTML)"
