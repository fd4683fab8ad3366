"""Whose words a clause is: attributions laid over clauses, and quotations that run on.

A clause is *direct* when what is said stands wholly in quotation marks, *mixed* when part of it
does, *indirect* when none does. Quoted sentences without an attribution of their own belong to
whoever speaks in the same quotation, else to whoever spoke right before.
"""

from dataclasses import replace
from typing import NamedTuple

from app.domain.claims import Speaker, SpeakerKind
from app.engine.speakers import Attribution
from app.engine.verbs import CALLING, ECHOING, PROMISING, RECKONING, THINKING
from app.engine.words import Words

_BREAKS = frozenset({"and", "but", "while", ",", ";", ":"})
_CLOSING = frozenset({"”", '"', "»", "’"})
_NO_SPEECH = PROMISING | RECKONING | CALLING | ECHOING | THINKING
_LONGEST_LINK = 3


class Voice(NamedTuple):
    """A clause on the words `first` to `last`, with its speaker; `content` is what is said."""

    paragraph: int
    sentence: int
    first: int
    last: int
    content: tuple[int, int]
    speaker: Speaker | None = None
    verb: str = ""


def voice(
    words: Words,
    quoted: bytearray,
    paragraph: int,
    sentence: int,
    clause: tuple[int, int],
    attributions: list[Attribution],
) -> Voice:
    """The clause with the attribution that holds for it, if one does."""
    first, last = clause
    holding = [one for one in attributions if _holds(one, first, last)]
    if not holding:
        return Voice(paragraph, sentence, first, last, (first, last))
    main, teller = _main(words, holding)
    others = [one.name for one in holding if one.is_outlet and one is not main]
    via = others[0] if others else main.via or teller or (main.name if main.is_outlet else "")
    content = _content(main, first, last)
    kind = _kind(words, quoted, main, first, last)
    speaker = Speaker(name=main.name, kind=kind, verb=main.verb, via=via)
    return Voice(paragraph, sentence, first, last, content, speaker, main.verb)


def _main(words: Words, holding: list[Attribution]) -> tuple[Attribution, str]:
    """The attribution that says whose the words are, and who passed them on, if somebody did.

    As in "Reed warned that the dam leaks, two aides said": Reed's, through two aides.
    """
    told = [one for one in holding if not one.is_outlet] or holding
    outer = told[-1] if told[-1].trails else told[0]
    inner = next((one for one in told if one is not outer and _is_inside(words, one, outer)), None)
    if inner is None or inner.name in {"", outer.name} or not outer.name:
        return outer, ""
    return inner, outer.name


def _is_inside(words: Words, inner: Attribution, outer: Attribution) -> bool:
    """What the inner one says is told by the outer one, and it is speech, no act."""
    if inner.verb in _NO_SPEECH or inner.trails:
        return False
    if outer.trails:
        return inner.at < outer.first
    between = words.lows[outer.last + 1 : inner.first]
    near = inner.first > outer.last and len(between) <= _LONGEST_LINK
    return near and _BREAKS.isdisjoint(between)


def _holds(one: Attribution, first: int, last: int) -> bool:
    """The attribution stands in the clause, or trails it in the same sentence."""
    return first <= one.at <= last or (one.trails and one.at > last)


def _content(one: Attribution, first: int, last: int) -> tuple[int, int]:
    """The words of what is said."""
    if one.trails or one.at > last:
        return first, max(first, min(last, one.first - 1))
    return min(last, one.at + 1), last


def _kind(words: Words, quoted: bytearray, one: Attribution, first: int, last: int) -> SpeakerKind:
    """Direct, mixed or indirect, by how much of what is said stands in quotation marks."""
    if not any(quoted[first : last + 1]):
        return SpeakerKind.INDIRECT
    start, end = _content(one, first, last)
    if quoted[first] and not any(quoted[start : end + 1]):
        start, end = first, max(first, one.first - 1)  # “…,” Reed told our crew
    said = [at for at in range(start, end + 1) if words.words[at][0].isalnum()]
    marked = sum(1 for at in said if quoted[at])
    if quoted[start] and quoted[first] and one.trails and marked:
        return SpeakerKind.DIRECT
    if said and marked >= len(said) - _lead(words, quoted, start, end):
        return SpeakerKind.DIRECT
    return SpeakerKind.MIXED if marked else SpeakerKind.INDIRECT


def _lead(words: Words, quoted: bytearray, start: int, end: int) -> int:
    """How many words stand between the verb and a full quotation after ":" or ","."""
    for at in range(start, end + 1):
        if quoted[at]:
            return at - start if words.low(at - 1) in {",", ":"} else 0
    return 0


def carried_on(words: Words, quoted: bytearray, voices: list[Voice]) -> list[Voice]:
    """Quoted clauses without an attribution, given to whoever speaks."""
    speakers = _by_quotation(quoted, voices)
    done: list[Voice] = []
    for one in voices:
        done.append(_carried(words, quoted, one, done[-1] if done else None, speakers))
    return _carried_back(words, quoted, done)


def _carried_back(words: Words, quoted: bytearray, voices: list[Voice]) -> list[Voice]:
    """Paragraphs of a quotation that nothing closes, given to whoever speaks at its end."""
    for at in range(len(voices) - 2, -1, -1):
        one, following = voices[at], voices[at + 1]
        if one.speaker is not None or following.speaker is None or not quoted[one.last]:
            continue
        goes_on = following.paragraph == one.paragraph + 1 and words.words[one.last] not in _CLOSING
        together = following.paragraph == one.paragraph and quoted[one.last] == quoted[
            following.first]
        if (goes_on or together) and quoted[following.first] and _wholly(words, quoted, one):
            speaker = replace(following.speaker, kind=SpeakerKind.DIRECT)
            voices[at] = one._replace(speaker=speaker, verb=following.verb)
    return voices


def _by_quotation(quoted: bytearray, voices: list[Voice]) -> dict[tuple[int, int], Voice]:
    """The attributed voice of each quotation, by its number and paragraph."""
    found: dict[tuple[int, int], Voice] = {}
    for one in voices:
        if one.speaker is not None and one.speaker.kind is not SpeakerKind.INDIRECT:
            for number in {quoted[one.first], quoted[one.last]} - {0}:
                found.setdefault((number, one.paragraph), one)
    return found


def _carried(
    words: Words,
    quoted: bytearray,
    one: Voice,
    before: Voice | None,
    speakers: dict[tuple[int, int], Voice],
) -> Voice:
    """One clause, its speaker filled in where the quotation goes on."""
    if one.speaker is not None:
        return one
    if not (quoted[one.first] or quoted[one.last]):
        return _still_told(words, one, before)
    same = next(
        (
            speakers[key]
            for number in (quoted[one.first], quoted[one.last])
            if number and (key := (number, one.paragraph)) in speakers
        ),
        None,
    )
    wholly = _wholly(words, quoted, one)
    near = before if before is not None and one.paragraph - before.paragraph <= 1 else None
    source = same or (near if wholly else None)
    if source is None or source.speaker is None:
        return one
    kind = SpeakerKind.DIRECT if wholly else SpeakerKind.MIXED
    return one._replace(speaker=replace(source.speaker, kind=kind))


def _still_told(words: Words, one: Voice, before: Voice | None) -> Voice:
    """As in "said that it leaked, and that nobody knew": the second part is told too."""
    if words.lows[one.first] != "that" or before is None or before.speaker is None:
        return one
    if before.sentence != one.sentence:
        return one
    speaker = replace(before.speaker, kind=SpeakerKind.INDIRECT)
    content = (min(one.last, one.first + 1), one.last)
    return one._replace(speaker=speaker, verb=before.verb, content=content)


def _wholly(words: Words, quoted: bytearray, one: Voice) -> bool:
    """All words stand in quotation marks."""
    return all(quoted[at] for at in range(one.first, one.last + 1) if words.words[at][0].isalnum())
