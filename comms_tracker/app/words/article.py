"""The words of the page that takes an article apart."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from comms_tracker.records import Voice

TITLE = "Read an article"
LEAD = (
    "See who says what in it, which statements it tells of and when they were made, and how each quotation stands to "
    "the statement's own words."
)
PRIVATE = (
    "The article stays in this computer's memory for as long as this page is open. It is not stored, and nothing of it "
    "leaves this computer."
)
GIVE = "The article"
TEXT = "Paste it here"
FILES = "or drop it as a file"
ISSUED = "The day it was published"
ISSUED_HELP = "Write it like 2017-05-06. Days such as “yesterday” are counted from it."
AGAINST = "Check its quotations against"
AGAINST_HELP = "The incident of the store whose statements the article quotes."
NOT_CHECKED = "no incident"
READ = "Read it"
READING = "Reading the article …"
NOTHING = "There is no article yet. Paste one or drop a file, then press “Read it”."
TOO_MANY = "Give one article at a time: {count} texts were found in what was given."
NOTHING_YET = "What is found in the article stands here once you have given one and pressed “Read it”."

FOUND = "Statements in it"
NO_STATEMENT = "No organisation speaks in it. If it is a statement itself, check it against others on the page Compare."
KEEP = "To store these statements, give the article to the page Add: every field can be edited there first."
ADD = "Add statements"

QUOTATIONS = "Its quotations beside the statement"
QUOTED = "The article quotes"
SAID = "The statement says"
NOT_SAID = "These words stand in no statement of this incident. They may have been said elsewhere."
AS_SAID_BY = "As said by {speaker}"
CHECK_IT = "Look at this one"
OTHER_QUOTATIONS = "The other quotations"
ALL_QUOTATIONS = "All quotations"
CHOOSE = "Choose an incident above and read the article again to see each quotation beside the statement's own words."
NO_QUOTATIONS = "No quotation with marks was found in it."

VOICES = "Who says what, in order"
VOICE: Mapping[Voice, str] = MappingProxyType(
    {
        Voice.OWN: "Own words",
        Voice.QUOTED: "Quoted",
        Voice.REPORTED: "Reported",
        Voice.NARRATION: "The outlet",
    }
)
COLUMN_VOICE = "Whose words"
COLUMN_WHO = "Who, and what shows it"
COLUMN_WORDS = "The words"
VOICES_CAPTION = "Every passage of the article in order."
