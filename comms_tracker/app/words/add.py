"""The words of the page that adds statements to the store."""

from __future__ import annotations

TITLE = "Add statements"
LEAD = (
    "Paste a statement, drop files, or give the address of a page. You see every statement that was found, and can "
    "change it, before anything is saved."
)
GIVE = "What to add"
TEXT = "Paste a statement or an article"
FILES = "Or drop files"
ADDRESS = "Or the address of a page"
WAY = "What these texts are"
AUTO, STATEMENT, ARTICLE = "Let the program tell", "One statement each", "Articles that quote statements"
INCIDENT = "Incident"
INCIDENT_HELP = "The matter that the statements are about: choose one of the store, or type the name of a new one."
INCIDENT_PLACE = "Choose or type a name"
ORGANISATION = "Organisation, where the text names none"
ISSUED = "Date, where the text gives none"
DATE_HELP = "Such as 2017-04-28, or with a time as 2017-04-28T09:30+01:00."
READ = "Show what is found"
READING = "Reading …"
NOTHING = "There is nothing to read yet. Paste a text, drop a file or give an address."
NO_STATEMENT = "No organisation speaks in {name}. If it is a statement itself, choose “One statement each”."
FOUND = "Found"
NOTHING_YET = "Nothing is read yet. What is found is shown here, and saved only when you say so."
ENTRY = "Statement {number}: {date}"
ADD_THIS = "Add this statement"
DATED = "The article dates it by “{words}”."
TEXT_FIELD = "Text"
FIELDS = {
    "id": "Id",
    "incident": "Incident",
    "organisation": "Organisation",
    "issued": "Date",
    "channel": "Channel",
    "outlet": "Outlet",
    "title": "Title",
    "source": "Source",
    "wording": "Whose wording",
    "repeats": "Repeats the statement (its id)",
}
SAVE = "Save to the store"
DROP = "Leave it"
NONE_CHOSEN = "No statement is chosen. Tick at least one, or leave it."
NO_INCIDENT = "{name} names no incident. Give its name in the field “Incident”: any short name, such as barts-2017."
NO_TEXT = "{name} has no text. Put it in, or untick the statement."
NO_ID = "{name} has no id. Give it one: any short name that no other statement of the incident has."
SAME_ID = "Two statements of {incident} have the id {id}. Give one of them another id."
PROGRESS = "Reading statement {number} of {all} …"
COMPARING = "Comparing …"
STARTING = "Starting …"
CANCEL = "Cancel"
CANCELLED = "Cancelled. Nothing of the incident that was being read is stored; the fields are as you left them."
TOO_LATE = "It was too late to cancel: the statements are saved. Forget one with comms-tracker forget."
NOT_SAVED = "Nothing is saved until every statement can be: {why}"
DONE = "Saved"
ADDED = "{incident}: added {ids}."
UNCHANGED = "{incident}: already there, and nothing changed: {ids}."
NEW_VERSION = "{incident}: other words under a known id, kept as a new version of it: {ids}."
OPEN = "Open the incident"
