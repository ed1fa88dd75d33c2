"""The words of the page that searches the store."""

from __future__ import annotations

TITLE = "Search what was said"
LEAD = "Find claims and statements by the words that stand in them, or by what they mean."
WORDS = "Words to look for"
WORDS_PLACE = "patients harmed"
WORDS_HELP = (
    'All of the words, in any form. "A phrase" stands together, begin* is any word that begins so, -word must not be '
    "there."
)
SEARCH = "Search"
HOW = "Find by"
BY_WORDS = "Words"
BY_MEANING = "Words and meaning"
WITHIN = "Look in"
EVERYTHING = "Claims and statements"
CLAIMS = "Claims"
STATEMENTS = "Statements"
FILTERS = "Narrow it down"
ANY = "Any"
ORGANISATION = "Organisation"
SECTOR = "Sector"
SINCE = "From this day"
UNTIL = "Up to this day"
DAY_PLACE = "2017-04-28"
KIND = "Kind of figure"
UNIT = "Unit of the figure"
UNIT_HELP = "As results show it, such as percent or USD; counted for figures that count things."
AT_LEAST = "Figure may be this or more"
AT_MOST = "Figure may be this or less"
OF_FIGURES = "Figures stand in claims, so that whole statements are not looked at while you narrow by a figure."
NOT_A_DAY = "“{words}” is not a day. Write it like 2017-04-28."

NOTHING_YET = "Type some words to begin. These are ways to do it:"
EXAMPLES = (
    "patients harmed finds both words, in any form and order.",
    "“patients harmed”, in straight quotation marks, finds the two words together.",
    "cancel* finds cancelled, cancelling and cancellation.",
    "operations -planned finds operations where nothing in the same place says planned.",
)
NO_WORD = "There is no word to look for. Type at least one, and not only words that must not be there."
NOTHING = "Nothing was found"
NOTHING_FOR = "No claim and no statement of this store has what you asked for: {words}."
TRY = "What may help"
TRY_FEWER = "Fewer words: all of them must stand in one place."
TRY_MEANING = "By meaning: other words for the same thing are found too."
TRY_WIDER = "Without narrowing it down."
MEANING_TOO = "Find by meaning too"
NO_FILTERS = "Stop narrowing"
NO_SUCH_PAGE = "There is no page {number} of this. Go back to the first."
FIRST = "First page"

RESULTS = "Results"
RESULTS_FROM = "Results {first} to {last}{more}, the best first. The words found are in bold and underlined."
AND_MORE = ", and more follow"
STATEMENT = "Statement"
CLAIM = "Claim"
BY_BOTH = "Found by its words and by its meaning"
MEANS_NEARLY = "Found by its meaning"
OPEN = "Read it in its statement"
PREVIOUS = "Previous"
NEXT = "Next"
PAGE = "Page"

TAKE = "Take it with you"
TAKE_LEAD = (
    "All results, up to {most:,}, as one row each. Where claims are looked for together with statements or by meaning, "
    "the first {deep} of each way are ranked; narrow it down to have others."
)
FORMATS = {"csv": "CSV", "jsonl": "JSONL", "parquet": "Parquet"}
SQL = "The SQL behind this page"
SQL_LEAD = "This is what the store was asked, with its values in it. It can be run as it stands on the store's file."
SQL_SEVERAL = "The answers to these queries were ranked together by their places in each."
ELSEWHERE = "Open the store in Datasette or pandas"
DATASETTE = "Datasette, from the command line: a copy with every table and column explained, in the browser."
PANDAS = "pandas, in Python: the first query above as a table."
PANDAS_PLAIN = "pandas, in Python: every change with both wordings as a table."


def results(first: int, last: int, more: bool) -> str:
    """Which results are shown, for the line above them."""
    if first == last and not more:
        return f"Result {first}. The words found are in bold and underlined."
    return RESULTS_FROM.format(first=f"{first:,}", last=f"{last:,}", more=AND_MORE if more else "")
