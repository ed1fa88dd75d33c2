"""The words of the page on the method."""

from __future__ import annotations

TITLE = "How figures are read"
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
VAGUE_SOURCES = (
    "zonination/perceptions: the number that each of 46 readers puts on a word.",
    "QuRe: the percentages meant by a word in encyclopedia sentences (PRESQUE, Li et al. 2023).",
    "HVD: the shares for which at least 3 in 10 of 25 readers accept a word (in PRESQUE too).",
    "Default of this project: no survey has the word, and the entry says from what its reading is put together.",
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
COLUMN_SOURCE = "Source"
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
