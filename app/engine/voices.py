"""Whose words a clause is: attributions laid over clauses, and quotations that run on.

A clause is *direct* when what is said stands wholly in quotation marks, *mixed* when part of it
does, *indirect* when none does. Quoted sentences without an attribution of their own belong to
whoever speaks in the same quotation, else to whoever spoke right before.
"""

from dataclasses import replace
from typing import NamedTuple

from app.domain.claims import Speaker, SpeakerKind
from app.engine.speakers import Attribution
from app.engine.words import Words


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
    main = next((one for one in holding if not one.is_outlet), holding[0])
    others = [one.name for one in holding if one.is_outlet and one is not main]
    via = others[0] if others else main.via or (main.name if main.is_outlet else "")
    content = _content(main, first, last)
    kind = _kind(words, quoted, main, first, last)
    speaker = Speaker(name=main.name, kind=kind, verb=main.verb, via=via)
    return Voice(paragraph, sentence, first, last, content, speaker, main.verb)


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
    return done


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
    if one.speaker is not None or not (quoted[one.first] or quoted[one.last]):
        return one
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


def _wholly(words: Words, quoted: bytearray, one: Voice) -> bool:
    """All words stand in quotation marks."""
    return all(quoted[at] for at in range(one.first, one.last + 1) if words.words[at][0].isalnum())
