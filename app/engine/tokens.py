"""The words of a claim: tokens with their place, folded form, lemma, kind and weight."""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from app.engine import lexicon


class WordKind(StrEnum):
    """What sort of word a token is; it decides what it may stand against."""

    FUNCTION = "function"
    CONTENT = "content"
    NAME = "name"
    NUMBER = "number"
    ORDINAL = "ordinal"
    YEAR = "year"
    MONTH = "month"
    WEEKDAY = "weekday"
    NEGATION = "negation"


class Known(NamedTuple):
    """What is known of a written form wherever it stands."""

    form: str
    norm: str
    lemma: str
    kind: WordKind
    value: float | None
    weight: float
    groups: frozenset[int]
    capital: bool


class Token(NamedTuple):
    """One word where it stands. `start` and `end` count code points of the claim's own text.

    `value` is the number that the words mean; a spelt-out number of several words is one token.
    `groups` are the synonym groups of the word.
    """

    form: str
    start: int
    end: int
    norm: str
    lemma: str
    kind: WordKind
    weight: float
    value: float | None = None
    groups: frozenset[int] = frozenset()


_TOKEN = re.compile(
    r"""(?:[A-Z]\.){2,}                               # U.S.
      | \d+(?:,\d{3})+(?:\.\d+)?(?!\d) | \d+(?:\.\d+)? # 12,000   2.3   1815
      | [^\W\d_]+?(?=n['’]t\b) | n['’]t\b             # do|n't
      | ['’](?:s|re|ll|d|ve|m)\b
      | [^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*       # letters, their accents apart or not
      | [%$€£]""",
    re.VERBOSE,
)
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
"""A form that is a figure; a fraction sign, folded, only begins like one."""

_CONTRACTED = {"wo": "will", "ca": "can", "sha": "shall", "n't": "not", "'ll": "will",
               "'re": "are", "'ve": "have", "'m": "am", "'d": "would"}
_INITIALS = {"us": "usa", "uk": "britain"}
# Weights of words by kind: names and figures tell stories apart, words of grammar do not.
_WEIGHTS = {WordKind.FUNCTION: 0.12, WordKind.NAME: 1.4, WordKind.NUMBER: 1.2,
            WordKind.ORDINAL: 1.0, WordKind.YEAR: 1.1, WordKind.MONTH: 0.8,
            WordKind.WEEKDAY: 0.6, WordKind.NEGATION: 0.1}
_NAME_WEIGHT = _WEIGHTS[WordKind.NAME]
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_SENTENCE_MARKS = frozenset('.!?:“"\n;')
_NONE: frozenset[int] = frozenset()


def fold(form: str) -> str:
    """Lower case without accents and with straight apostrophes."""
    if form.isascii():
        return form.lower()
    plain = unicodedata.normalize("NFKD", form.replace("’", "'"))
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).lower()


@lru_cache(maxsize=65536)
def known(form: str) -> Known:
    """All that is known of a written form by itself, without its neighbours."""
    norm = fold(form)
    if "." in norm and not norm[0].isdecimal():
        norm = norm.replace(".", "")
        norm = _INITIALS.get(norm, norm)
        groups = lexicon.groups(norm, norm)
        return Known(form, norm, norm, WordKind.CONTENT, None, 1.0, groups, capital=True)
    norm = _CONTRACTED.get(norm, norm) or form
    if _NUMBER.fullmatch(norm):
        return _figure(form, norm)
    kind, value = _kind_of(norm, capital=form[0].isupper())
    if kind in {WordKind.FUNCTION, WordKind.NEGATION}:
        lemma = lexicon.FUNCTION_LEMMAS.get(norm, norm)
        return Known(form, norm, lemma, kind, value, _WEIGHTS[kind], _NONE, form[0].isupper())
    lemma = lexicon.lemma(norm)
    weight = _WEIGHTS.get(kind) or lexicon.rarity(lemma)
    return Known(form, norm, lemma, kind, value, weight, lexicon.groups(norm, lemma),
                 form[0].isupper())


def _figure(form: str, norm: str) -> Known:
    value = float(norm.replace(",", ""))
    is_year = norm.isdecimal() and _FIRST_YEAR <= value <= _LAST_YEAR
    kind = WordKind.YEAR if is_year else WordKind.NUMBER
    return Known(form, norm, norm, kind, value, _WEIGHTS[kind], _NONE, capital=False)


def _kind_of(norm: str, *, capital: bool) -> tuple[WordKind, float | None]:
    if norm in lexicon.NUMBER_WORDS:
        return WordKind.NUMBER, lexicon.NUMBER_WORDS[norm]
    if norm in lexicon.ORDINAL_WORDS:
        return WordKind.ORDINAL, lexicon.ORDINAL_WORDS[norm]
    return _closed_kind(norm, capital=capital), None


def _closed_kind(norm: str, *, capital: bool) -> WordKind:
    if norm in lexicon.NEGATIONS:
        return WordKind.NEGATION
    if capital and norm in lexicon.MONTHS:
        return WordKind.MONTH
    if capital and norm in lexicon.WEEKDAYS:
        return WordKind.WEEKDAY
    return WordKind.FUNCTION if norm in lexicon.FUNCTION_WORDS else WordKind.CONTENT


def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text in order, spelt-out numbers joined, names told from other words."""
    found: list[Token] = []
    starts_sentence = True
    last_end = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        form = text[start:end]
        between = text[last_end:start]
        if between != " " and not _SENTENCE_MARKS.isdisjoint(between):
            starts_sentence = True
        token, capital = _token(form, start, end)
        if capital:
            if _is_initial(form, text[end:end + 1], found):
                found[-1] = _as_name(found[-1])
                token, end = _initial(token), end + 1
            if token.kind is WordKind.CONTENT and _is_name(
                form, token.lemma, starts_sentence=starts_sentence,
            ):
                token = _as_name(token)
        if token.value is not None or (token.norm in _ENDINGS and not between):
            _append_figure(found, token, between)
        else:
            found.append(token)
        starts_sentence, last_end = False, end
    return tuple(found)


def _token(form: str, start: int, end: int) -> tuple[Token, bool]:
    """A form where it stands, and whether it is written with a capital. All tokens of a form
    share one string."""
    form, norm, lemma, kind, value, weight, groups, capital = known(form)
    return _new(Token, (form, start, end, norm, lemma, kind, weight, value, groups)), capital


_new = tuple.__new__
"""Makes a named tuple of a plain one, in a third of the time of calling its class."""


def _initial(token: Token) -> Token:
    norm = fold(token.form)
    return token._replace(norm=norm, lemma=norm, kind=WordKind.CONTENT, weight=0.0)


def _is_initial(form: str, after: str, found: list[Token]) -> bool:
    """The "A." of "John A. Reed"."""
    return (len(form) == 1 and form.isupper() and after == "." and bool(found)
            and found[-1].form[0].isupper() and found[-1].kind in _MAYBE_NAMES)


_MAYBE_NAMES = frozenset({WordKind.CONTENT, WordKind.NAME})


def _as_name(token: Token) -> Token:
    form, start, end, norm, _, _, _, value, groups = token
    return _new(Token, (form, start, end, norm, norm, WordKind.NAME, _NAME_WEIGHT, value, groups))


_ENDINGS = frozenset({"st", "nd", "rd", "th"})


def _is_name(form: str, lemma: str, *, starts_sentence: bool) -> bool:
    if not starts_sentence:
        return True
    return (form.isupper() and len(form) > 1) or not lexicon.is_word(lemma)


def _append_figure(found: list[Token], token: Token, between: str) -> None:
    """Add a figure, joined with the one before where both spell one number."""
    before = found[-1] if found else None
    if before is None or before.value is None:
        found.append(token)
    elif token.norm in _ENDINGS:
        found[-1] = _joined(before, token, WordKind.ORDINAL, before.value)
    else:
        value = _spelt(before, token) if between in {" ", "-"} else None
        if value is None:
            found.append(token)
        else:
            found[-1] = _joined(before, token, WordKind.NUMBER, value)


def _spelt(before: Token, token: Token) -> float | None:
    """The value of "1.4" + "million" or "twenty" + "one"; None where they do not join."""
    start, after = before.value, token.value
    if start is None or after is None or token.norm[0].isdecimal():
        return None
    if token.norm in lexicon.MULTIPLIERS:
        return start * after
    tens = 20 <= start < 100 and start % 10 == 0 and 0 < after < 10  # noqa: PLR2004  English
    return start + after if tens else None


def _joined(one: Token, other: Token, kind: WordKind, value: float | None) -> Token:
    norm = f"{one.norm} {other.norm}"
    return Token(norm, one.start, other.end, norm, norm, kind, _WEIGHTS[kind], value)
