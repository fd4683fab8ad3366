"""Per what, over which time, on which day a figure holds."""

import re

from app.engine.casework.told import Told
from app.engine.lexicon import NUMBER_WORDS

_PER = re.compile(
    r"^(?:[^.;,]{0,24}?\b(?:an?|per|each|every|for each) "
    r"(night|day|week|month|year|hour|head|person|litre|liter|share|guest|[$€£]\d+)\b"
    r"|[^.;,]{0,10}?\b(annual|month|dai|week)ly\b|[^.;,]{0,16}?\bon average\b)",
    re.IGNORECASE)
_PERIOD = re.compile(
    r"\b(?:(?:on|in|from|over|for|than|the|last|this|previous|third|first|second|fourth|a|same) )+"
    r"(?P<unit>quarter|half|year|month|week|day|decade)\b|\b(?P<on>year|month|quarter|week) on "
    r"(?:year|month|quarter|week)\b|\b(?:in|over|within) (?P<n>\w+) (?P<units>years|months|weeks|"
    r"days)\b|\b(?:since|between) (?P<since>(?:19|20)\d\d|[A-Z][a-z]+)\b", re.IGNORECASE)
_DAYS_FIGURE = re.compile(
    r"\b(?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|overnight|"
    r"(?:last|this|in one|in a single) (?:week|weekend|month|day|night))\b", re.IGNORECASE)
_RUNNING = re.compile(
    r"\b(?:since (?=[A-Z\d]|the |last )|so far|to date|in total|altogether|brings? the total|"
    r"this year|from the (?:start|beginning))\b", re.IGNORECASE)


def per_what(after: str) -> str:
    """Per what a figure is, by the words after it: "night" for "a night", "year" for "annually",
    "average", "" for nothing."""
    match = _PER.match(after)
    if match is None:
        return ""
    word = (match[1] or match[2] or "average").lower()
    return {"annual": "year", "dai": "day"}.get(word, word)


def period_of(told: Told) -> str:
    """Over which time a claim measures: "quarter", "5.0 years"; a year since which counts as so
    many years where the article's day is known."""
    match = _PERIOD.search(told.side.text)
    if match is None:
        return ""
    if match["n"]:
        figure = NUMBER_WORDS.get(match["n"].lower(), match["n"])
        return f"{float(figure) if str(figure).isdecimal() else figure} {match['units']}".lower()
    if match["since"] and match["since"].isdecimal() and told.published_on:
        return f"{told.published_on.year - int(match['since']):.1f} years"
    return (match["unit"] or match["on"] or match["since"] or "").lower()


def tally_of(text: str) -> str:
    """Whether a count is a "day"’s, of a "span" of days, or "running" up to now; "" for none."""
    if _RUNNING.search(text):
        return "running"
    if _SPAN.search(text):
        return "span"
    return "day" if _DAYS_FIGURE.search(text) else ""


_SPAN = re.compile(r"\b(?:in|over|within) \w+ (?:days|weeks|months|hours)\b")
