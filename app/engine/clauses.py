"""Clauses: where one sentence asserts more than one thing that can be checked.

Grammar, outside quotations and brackets:
    cut at  ";"
          | "," ("and"|"but"|"so"|"yet"|"while"|"whereas"|"although"|"though"|"as") subject ... verb
          | the comma after an opening "While ..."/"Though ..."/"Although ..."/"As ..." clause
Each side keeps a subject and a verb of its own, so that it can stand alone. Conditions ("if",
"unless"), times ("when", "after") and causes stay with what they limit. The joining word and the
comma belong to no side.
"""

from bisect import bisect_left
from collections.abc import Container, Sequence
from dataclasses import dataclass

from app.engine.listing import listed
from app.engine.verbs import is_finite
from app.engine.words import Words

_JOINS = listed("and but so yet while whereas although though as")
_LEADS = listed("while whereas although though as")
_SUBJECTS = listed("""
    he she they we it i you there this that these those the a an some many most several all
    both each his her their its our my no one nobody everyone officials police critics
    residents experts
""")
_BREAKS = listed(', ; : which who whom whose that “ ” " ( )')
_NO_SUBJECT = listed("""
    of in on at to from by with for into about over under after before during not then also
    even only if when because since until unless to be been
""")
_MARKS = listed(", ; ( ) [ ]")
_FEWEST = 4
_REACH = 14


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a clause is told by: words, the quoted ones, where names begin and end, and where
    commas, semicolons and brackets stand.
    """

    words: Words
    quoted: bytearray
    name_starts: Container[int]
    name_ends: Container[int]
    marks: Sequence[int]


def surroundings(
    words: Words, quoted: bytearray, name_starts: Container[int], name_ends: Container[int]
) -> Surroundings:
    """What the clauses of a whole text are told by."""
    return Surroundings(words, quoted, name_starts, name_ends, words.where(_MARKS))


def clauses(given: Surroundings, first: int, last: int) -> list[tuple[int, int]]:
    """The clauses of the sentence on the words `first` to `last`, both included, in order."""
    found: list[tuple[int, int]] = []
    start, depth, looked = first, 0, first
    leads = given.words.lows[first] in _LEADS
    marks = given.marks
    for at in marks[bisect_left(marks, first) : bisect_left(marks, last + 1)]:
        low = given.words.lows[at]
        depth += (low in {"(", "["}) - (low in {")", "]"} and depth > 0)
        if given.quoted[at] or depth or low not in {",", ";"}:
            continue
        after = _cut_after(given, at, last, leads=leads and start == first)
        if after < 0 or at - start < _FEWEST or last - after < _FEWEST - 1:
            continue
        looked = _verb_from(given, looked, at)
        if looked == at:
            continue
        found.append((start, at - 1))
        start = looked = after
    found.append((start, last))
    return found


def _cut_after(given: Surroundings, at: int, last: int, *, leads: bool) -> int:
    """The first word of the clause after the comma or semicolon at `at`, -1 for no cut."""
    words = given.words
    if words.lows[at] == ";":
        return at + 1 if at < last else -1
    joined = words.low(at + 1) in _JOINS
    if not joined and not leads:
        return -1
    start = at + 2 if joined else at + 1
    verb = _verb_after_subject(given, start, last)
    bare = words.low(at + 1) == "as" and verb >= last - 1  # "as the law requires"
    return start if verb >= 0 and not bare else -1


def _verb_after_subject(given: Surroundings, start: int, last: int) -> int:
    """The verb soon after a subject that stands at `start`, -1 where either is missing."""
    words = given.words
    if start >= last or given.quoted[start]:
        return -1
    named = words.lows[start] in _SUBJECTS or start in given.name_starts
    if not named and not _bare_noun(given, start):
        return -1
    for at in range(start + 1, min(last, start + _REACH) + 1):
        if words.lows[at] in _BREAKS or given.quoted[at]:
            return -1
        if is_finite(words, at, given.name_ends):
            return at
    return -1


def _bare_noun(given: Surroundings, start: int) -> bool:
    """Nouns without an article can open a clause; the last item of a list does not."""
    words = given.words
    low = words.lows[start]
    if (
        not low[0].isalpha()
        or low in _NO_SUBJECT
        or low.endswith(("ly", "ing"))
        or is_finite(words, start)
    ):
        return False
    return "," not in words.lows[max(0, start - 9) : start - 2]


def _verb_from(given: Surroundings, looked: int, stop: int) -> int:
    """The first verb from `looked` on, `stop` if none stands before it. A sentence of commas
    asks again and again: no word is looked at twice.
    """
    while looked < stop and not is_finite(given.words, looked, given.name_ends):
        looked += 1
    return looked
