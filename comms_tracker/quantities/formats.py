"""Written forms that hold digits and are no quantities: dates, times, telephone numbers, addresses, links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comms_tracker.calendar_names import MONTH, SHORT_MONTH, WEEKDAY
from comms_tracker.quantities.tokens import CONTINENTAL

_MONTH = rf"(?:{MONTH}|{SHORT_MONTH}|{MONTH.upper()}|{SHORT_MONTH.upper()})\b\.?"
_GAP, _OPT = r"\s{1,9}", r"\s{0,9}"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_AND = r"\s{0,9}(?:,|and|or|to|until|through|-|–|—|&)\s{0,9}"
_WEEKDAY = rf"(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun))\b\.?,?"
_YEAR = r"(?:1[6-9]|20|21)\d\d"
_NOUN = r"\s{1,9}(?!was\b|is\b|has\b|does\b|this\b|its\b|as\b|plus\b|across\b)[a-z]+(?:s|eople|hildren|staff)\b"
_MAGNITUDE = (
    r"\s{0,9}(?:%|per\s?cent|m\b|bn\b|k\b|million|billion|thousand|times|hours|miles|metres|pc\b|tonnes|kg|percentage)"
)

DATES = re.compile(
    # What begins with a digit is only tried where one stands, here and below.
    rf"(?=\d)(?:(?<![\w.,£$€/-]){_DAY}(?:{_AND}{_DAY}){{0,6}}{_GAP}(?:of{_GAP})?{_MONTH}(?:,?{_GAP}{_YEAR}\b|{_GAP}['’]\d\d\b)?"
    r"|(?<![\w.,£$€/-])\d{1,2}([/.-])\d{1,2}\1(?:19|20)?\d\d(?![\w/-]|\.\d)"
    r"|(?<![\w.,£$€/-])(?:0?[1-9]|1[0-2])/(?:19|20)\d\d(?![\w/-])"
    r"|(?<![\w-])(?:19|20)\d\d-[01]\d-[0-3]\d(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?)"
    rf"|(?=[A-Z])(?:(?<!\bin )(?<!\bIn )\b{_MONTH}{_GAP}{_DAY}(?![\d%]|[.,]\d|{_MAGNITUDE})"
    rf"(?:{_AND}{_DAY}(?![\d%]|[.,]\d|{_NOUN}|{_MAGNITUDE}|{_GAP}{_MONTH})){{0,6}}"
    rf"(?:,?{_GAP}{_YEAR}\b)?"
    rf"|\b{_MONTH},?{_GAP}(?:of{_GAP})?{_YEAR}\b(?:{_OPT}(?:to|-|–){_OPT}{_YEAR}\b)?"
    rf"|\b{_WEEKDAY}{_GAP}(?:the{_GAP})?{_DAY}(?![\d%:]|[.,]\d|{_NOUN}|{_MAGNITUDE}|{_GAP}of\s)\b)"
)
_CLOCK = r"(?:am|pm|a\.m\.?|p\.m\.?|AM|PM|A\.M\.?|P\.M\.?)(?![\w])"
_ZONE = r"(?:GMT|BST|UTC|CET|CEST|EST|EDT|PST|PDT|CT|ET|PT|hours|hrs|hrs|h|Z)\b"
TIMES = re.compile(
    rf"(?=\d)(?:(?<![\w.,£$€])(?:\d{{1,2}}(?:[:.]\d\d)?{_OPT}(?:-|–|to|and|until|till|or){_OPT})?\d{{1,2}}(?:[:.]\d\d){{0,2}}\s?{_CLOCK}"
    rf"|(?<![\w.,£$€:])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:])(?:\s?{_ZONE})?"
    rf"|(?<![\w.,£$€])(?:[01]\d|2[0-4])[0-5]\d\s?(?:GMT|BST|UTC|CET|CEST|EST|EDT|PST|PDT|Z|hrs|hours)\b"
    r"|\b\d{1,2}\s{1,9}o['’]clock\b)"
    rf"|\b(?:[Tt]he|[Aa]t|[Bb]y|[Uu]ntil|[Bb]efore|[Aa]fter){_GAP}(?:[01]?\d|2[0-3])\.[0-5]\d(?!\d|\.\d|{_MAGNITUDE}|{_NOUN})"
    r"|\b(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve)\s{1,9}o['’]clock\b"
)
_IDIOMS = r"(?=\d)(?:\b24\s?/\s?7\b|\b24-7\b|\b(?:50/50|50-50|20/20|9/11|7/7)\b)"
_LINKS = (
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,200}|https?://\S+|www\.\S+"
    r"|(?<![\w.-])[\w.-]{1,100}\.(?:com|org|net|gov|uk|co|io|eu)/\S*"
)
_NAMES_AND_YEARS = (
    r"(?=[A-Z])(?:\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b"  # UK postcode
    r"|\b[A-Z]{2}\s\d{5}(?:-\d{4})?\b)"  # US postcode
    r"|(?=\d)(?:(?<![\w.,£$€])\d{1,5}[A-Za-z]?(?:[-–]\d+)?,?\s{1,9}(?:[A-Z][\w'’.-]{1,30}\s{1,9}){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Square|Sq|Place|Way|Close|Court|Crescent|Terrace|Boulevard|Blvd"
    r"|Row|Hill|Gardens|Parade|Quay|Wharf|Grove|Mews|Walk|Embankment)\b"
    rf"|(?<![\w.,£$€-]){_YEAR}\s?[/–-]\s?(?:\d\d|{_YEAR})(?![\d,.]\d|\w)"  # 2016/17
    rf"|(?<![\w.,£$€-]){_YEAR}{_GAP}(?:to|and|until|through|or){_GAP}{_YEAR}(?![\d,.]\d|\w|{_NOUN})"
    r"|(?<![\w.,£$€])(?:1[6-9]|20|21)\d0['’]?s\b"
    r"|(?<![\w.,£$€])\d{1,9}(?:,\d{3}){0,5}(?:st|nd|rd|th)\b)"
    r"|['’]\d0s\b"
    r"|\b(?:[Tt]he|[Ii]n|[Hh]is|[Hh]er|[Tt]heir|[Ee]arly|[Mm]id|[Ll]ate)[ -]\d0s\b"
    rf"|(?<![\w.,])(?!{CONTINENTAL})[vV]?\d{{1,9}}\.\d{{1,9}}(?:\.\d{{1,9}}){{1,9}}"  # versions, network addresses
    r"|(?m:^[ \t]*\(?\d{1,3}[.)][ \t]+(?=[^\s|]))"  # list numbers
    r"|^\(\d{1,2}\)(?=\s{0,9}[A-Za-z])"
    r"|(?=\d)(?:(?<![\w.,:])\d{1,3}:\d{1,3}(?![\w:])"  # ratios: 16:9
    r"|(?<![\w.])\d+x\d+(?![\w^]))"  # 4x4
)
MAY_LINK = re.compile(r"[@/]|www\.")
OTHERS = re.compile(f"{_IDIOMS}|{_NAMES_AND_YEARS}")
OTHERS_AND_LINKS = re.compile(f"{_IDIOMS}|{_LINKS}|{_NAMES_AND_YEARS}")
"""Links are tried at every word, so only where the paragraph may have one."""
_SMALL = (
    r"(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve"
    r"|(?:[Tt]hir|[Ff]our|[Ff]if|[Ss]ix|[Ss]even|[Ee]igh|[Nn]ine)teen|\d{1,3})\b"
)
_HOUR = rf"(?:{_SMALL}|[01]?\d\.[0-5]\d)"
_ALONE = rf"(?![\d%]|[.,]\d|-|{_NOUN}|{_MAGNITUDE})"
_AGED = (
    r"(?:child(?:ren)?|bab(?:y|ies)|infants?|toddlers?|boys?|girls?|pupils?|kids?|youngsters?|adults?|people|those|anyone"
    r"|wom[ae]n|m[ae]n|teenagers?|pensioners?|residents?|apprentices?)"
)
HOURS = re.compile(  # hours of the day by the words around them: "at seven in the morning", "opens at 8", "from 7.30"
    rf"\b(?:[Aa]t|[Bb]y|[Ff]rom|[Uu]ntil|[Bb]efore|[Aa]fter|[Aa]round|[Aa]bout){_GAP}{_HOUR}"
    rf"(?={_GAP}(?:in{_GAP}the{_GAP}(?:morning|afternoon|evening)|at{_GAP}night)\b)"
    rf"|\b(?:[Oo]pen(?:s|ed)?|[Cc]los(?:e|es|ed)|[Ss]huts?|[Ss]tart(?:s|ed)?|[Bb]eg(?:in|ins|an)|morning|evening|night"
    rf"|{WEEKDAY}){_GAP}at{_GAP}{_HOUR}{_ALONE}"
    rf"|\b[Ff]rom{_GAP}[01]?\d\.[0-5]\d{_ALONE}(?!{_GAP}(?:to|and){_GAP}\d)"
)
NAMED = re.compile(  # what a number names: a bus, a school year, an emergency line
    rf"\b[Tt]he{_GAP}\d{{1,3}}(?:(?:,|{_GAP}(?:and|or|to)){_GAP}\d{{1,3}}){{1,4}}(?={_GAP}(?:buses|trams|routes)\b)"
    rf"|\b[Tt]he{_GAP}\d{{1,3}}(?={_GAP}(?:night{_GAP})?(?:bus|tram|trolleybus)\b)"
    rf"|\b(?:[Ii]n|into|from|of){_GAP}years?{_GAP}(?:1[0-3]|[1-9])\b(?:(?:,|{_GAP}(?:and|to|or)){_GAP}(?:1[0-3]|[1-9])\b)*"
    rf"|\b(?:999|911)(?={_GAP}(?:calls?|callers?|control|systems?|services?|operators?|lines?)\b)"
    rf"|\b(?:to|on|dial(?:led|ling)?|call(?:ed|ing)?|r[aiu]ng){_GAP}(?:999|911|112|111|101)\b{_ALONE}"
    rf"|\b[Aa]isles?{_GAP}\d{{1,3}}\b"
)
AGES = re.compile(  # ages in words, and of somebody who isn't named: "a child under five", "aged four and over"
    rf"\b[Aa]ged{_GAP}(?:(?:between|over|under|from){_GAP})?{_SMALL}(?:{_GAP}(?:and|to|or){_GAP}(?:{_SMALL}|over|above|under|older|up))?"
    rf"|\b(?i:{_AGED}){_GAP}(?:under|over){_GAP}{_SMALL}{_ALONE}"
    rf"|\b(?:man|woman|boy|girl|child|baby|toddler|pensioner|teenager|apprentice){_GAP}of{_GAP}{_SMALL}{_ALONE}"
)
_PHONE = re.compile(
    r"(?<![\w.,£$€])(?:\+\s?)?\(?\d{1,15}\)?(?:[ \-–/]\(?\d{1,15}\)?){1,7}(?!\w|[.,]\d)"
    r"|(?<![\w.,£$€])\+?\d{9,20}(?![\w,.%]\d)"
)
_GROUP = re.compile(r"\d+")


def spans(paragraph: str) -> Iterator[tuple[int, int]]:
    """Where in the paragraph digits are a date, a time, a telephone number, an address or the like."""
    others = OTHERS if MAY_LINK.search(paragraph) is None else OTHERS_AND_LINKS
    for pattern in (DATES, TIMES, others, HOURS, NAMED, AGES):
        for match in pattern.finditer(paragraph):
            yield match.span()
    for match in _PHONE.finditer(paragraph):
        if _is_phone(match.group()):
            yield match.span()


def _is_phone(written: str) -> bool:
    """Whether groups of digits are a telephone number and not a number with spaces in it or a range."""
    groups = _GROUP.findall(written)
    lengths = [len(group) for group in groups]
    digits = sum(lengths)
    if written[0] == "+":
        return digits >= 7
    if not 7 <= digits <= 15:
        return False
    if len(groups) == 1 or written[0] == "0" or written[:2] == "(0":
        return written[0] in "0("
    if any(group[0] == "0" and len(group) >= 3 for group in groups):
        return "-" in written or any(length != 3 for length in lengths[1:])
    return lengths[-3:] == [3, 3, 4] or (len(groups) >= 3 and lengths[0] >= 4 and digits >= 9)
