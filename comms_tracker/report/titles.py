"""The titles of what a page about an incident shows, the same on the page that is sent and in the app."""

from __future__ import annotations

WHAT_CHANGED = "What changed"
NO_CHANGE = "No change between these statements"
NO_SURE_CHANGE = "No change that the program is sure of"
ONE_STATEMENT = "One statement so far"

PICTURE = "The figure over time"
PICTURE_TABLE = "The same as a table"
COLUMN_DATE = "Date"
COLUMN_SAID = "What the statement says"
COLUMN_READ = "How it is read"

OTHERS = "What else changed"
ADDED = "New in a later statement"
DROPPED = "No longer mentioned"
POSSIBLE = "Possibly about the same thing"
POSSIBLE_MEANING = (
    "The program is not sure that the two statements speak of the same thing here. Read both before using it."
)
FINDINGS = "Also worth a look"
STATEMENTS = "The statements"
NOTES = "About these statements"
