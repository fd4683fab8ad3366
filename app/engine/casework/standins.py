"""Another thing of one kind in one role: a van here, motorcycles there, in which they fled.

Things of one kind (`kinds.py`) stand for each other where neither article has the other's and
both play one part: what they qualify is one thing ("a grain truck", "a gravel hauler"), or they
stand in one place of one act ("fled in a van", "escaped on motorcycles").
"""

from collections import defaultdict
from collections.abc import Container, Iterator

from app.domain.claims import Modality
from app.domain.pairs import Finding, Reason, Strength
from app.engine.casework import aspects
from app.engine.casework.clauses import LIGHT
from app.engine.casework.kinds import circles_of, fillers
from app.engine.casework.occasions import elsewhere
from app.engine.casework.pairings import Met, questions
from app.engine.casework.parts_played import Part, part_of
from app.engine.casework.persons import people
from app.engine.casework.questions import Answered, Question
from app.engine.casework.senses import best, sense
from app.engine.casework.told import CaseWords, Told
from app.engine.listing import listed
from app.engine.tokens import Token

_OF_PERSONS = listed("job pupil relative position sex")
"""Kinds that are told of persons (`callings.py`); an act may still have another doer."""

_LOOSE = listed("daytime season meal")
"""Kinds whose words part two occasions rather than contradict each other."""

_GENERAL = listed("man woman people person side part end thing way time year month week day team "
                  "member group number point place area half one other case")
_MANY = listed("building room road job art loot water heights container message authority "
               "furniture jewel clothing food tree relative")
"""Kinds of which one event has many: more must say that one and the same is meant."""

_COMPASS = listed("east west north south eastbound westbound northbound southbound eastward "
                  "westward northward southward")
_MOVING = listed("travel head drive go run move fly sail march walk cycle ride flee proceed turn "
                 "spread drift steam speed race bind")
_MOST_HELD = 40
_ENOUGH, _MET = 2, 0.8
_BY_ACT, _BY_PLACE = 2, 1


def ask(case: CaseWords) -> list[Question]:
    """One question a part that two claims give to two things of one kind."""
    return questions(_met(case), reason=Reason.DETAIL, label=_label)


def _label(pairs: tuple[Met, ...]) -> str:
    return str(pairs[0][0].meant.filler.kind).capitalize()


def _met(case: CaseWords) -> Iterator[Met]:
    mixed = _mixed(case)
    parts = [part for told in case.told for part in _read(told, mixed.get(case.event(told), ()))]
    named: dict[tuple[int, str], set[int]] = defaultdict(set)
    for part in parts:
        named[part.told.article, part.meant.filler.kind].update(part.meant.filler.circles)
    held: dict[tuple[int, str], list[Answered]] = defaultdict(list)
    for one in parts:
        kind, circles = one.meant.filler.kind, one.meant.filler.circles
        known = held[case.event(one.told), kind]
        ours = named[one.told.article, kind]
        for other in known[-_MOST_HELD:]:
            theirs = other.meant.filler.circles
            if (other.told.article == one.told.article or circles & theirs or theirs & ours
                    or circles & named[other.told.article, kind]):
                continue
            found = _compare(case, other, one)
            if found is not None:
                yield other, one, found
        known.append(one)


def _mixed(case: CaseWords) -> dict[int, set[str]]:
    """The kinds of which an event has things that may not mean the same."""
    meant: dict[tuple[int, str], frozenset[int]] = {}
    found: dict[int, set[str]] = {}
    for told in case.told:
        event = case.event(told)
        for one in fillers(told.side.wording):
            common = meant.get((event, one.kind))
            common = one.circles if common is None else common & one.circles
            meant[event, one.kind] = common
            if not common and one.kind not in _LOOSE:
                found.setdefault(event, set()).add(one.kind)
    return found


def _read(told: Told, kinds: Container[str]) -> Iterator[Answered]:
    """The things of these kinds that a claim affirms."""
    tokens = told.side.tokens
    found = [] if told.side.claim.condition else [
        one for one in fillers(told.side.wording) if one.kind in kinds]
    persons = any(one.kind in _OF_PERSONS for one in found) and (
        told.side.claim.speaker is not None or bool(people(told)))
    for filler in found:
        if persons and filler.kind in _OF_PERSONS:
            continue
        part = part_of(told.side.wording, filler)
        if part is not None:
            yield aspects.spoken(told, tokens[filler.first].start, tokens[filler.last].end, part)


_UNSURE = frozenset({Modality.COULD, Modality.LIKELY, Modality.UNCLEAR})
def _compare(case: CaseWords, one: Answered, other: Answered) -> Finding | None:
    """Two things of one kind in one part."""
    if (not case.one_event(one.told, other.told) or not one.told.of_one_time(other.told)
            or elsewhere(one.told) != elsewhere(other.told) or _are_of_others(one, other)
            or not _play_one_part(case, one, other)):
        return None
    kind = one.meant.filler.kind
    unsure = bool({side.told.side.claim.modality for side in (one, other)} & _UNSURE)
    return aspects.clash(one, other, reason=Reason.DETAIL, what=kind.capitalize(),
                         reading="Another thing of one kind",
                         strength=Strength.TENSION if unsure else Strength.STRICT,
                         because=f"{aspects.both(one, other)} stand for each other in what is "
                                 "otherwise told alike.")


def _play_one_part(case: CaseWords, one: Answered, other: Answered) -> bool:
    """What they qualify is one thing, or they stand in one place of one act."""
    ours: Part = one.meant
    theirs: Part = other.meant
    if ours.filler.kind == "bound":
        return _go(ours, theirs)
    if ours.head is not None and theirs.head is not None:
        return _qualify_one(case, one, other, ours.head, theirs.head)
    if ours.head is not None or theirs.head is not None or not _in_one_place(ours, theirs):
        return False
    least = _ENOUGH + (ours.filler.kind in _MANY)
    return _evidence(ours, theirs) >= least


def _go(ours: Part, theirs: Part) -> bool:
    """One thing goes here and there: it is named on both sides, or it is "it" on one."""
    if not (_moves(ours) and _moves(theirs)):
        return False
    mine, yours = _movers(ours), _movers(theirs)
    return any(_are_one(a, b) for a in mine for b in yours) or bool(
        not (mine and yours) and (mine or yours))


def _moves(part: Part) -> bool:
    """As in "the eastbound bus", "it was headed east"."""
    return part.head is not None or (part.act.verb is not None
                                     and part.act.verb.lemma in _MOVING)


def _movers(part: Part) -> list[Token]:
    words = [part.head] if part.head is not None else list(part.act.words)
    return [word for word in words if circles_of(word.norm, word.lemma)
            and word.norm not in _COMPASS and word.lemma not in _COMPASS]


def _are_of_others(one: Answered, other: Answered) -> bool:
    """Each act has names or persons of its own, or counts its own things."""
    mine, yours = one.meant.figures, other.meant.figures
    if mine and yours and not mine & yours:
        return True
    ours, theirs = one.meant.act.names, other.meant.act.names
    if ours and theirs and not ours & theirs:
        return True
    ours, theirs = ({person.name[-1] for person in people(side.told)} for side in (one, other))
    return bool(ours and theirs) and not ours & theirs


def _qualify_one(case: CaseWords, one: Answered, other: Answered, ours: Token, theirs: Token
                 ) -> bool:
    """Both words qualify one thing, of which half of the articles tell, or the claims share
    more than that."""
    if ours.lemma in _GENERAL or theirs.lemma in _GENERAL or not _are_one(ours, theirs):
        return False
    if _evidence(one.meant, other.meant, {ours, theirs}) > 0:
        return True
    return ours.lemma == theirs.lemma and ours.lemma in case.central


def _are_one(one: Token, other: Token) -> bool:
    return sense(one, other) >= _MET or bool(
        circles_of(one.norm, one.lemma) & circles_of(other.norm, other.lemma))


def _in_one_place(ours: Part, theirs: Part) -> bool:
    """Both stand before the verb or both behind it, under small words of one sense."""
    return ours.leads == theirs.leads and (
        ours.before == theirs.before or not ours.before or not theirs.before)


def _evidence(ours: Part, theirs: Part, without: set[Token] | None = None) -> int:
    """How much says that both tell one act: its kind, its other words and names, the place."""
    one, other = ours.act, theirs.act
    found = _BY_ACT * (bool(one.deeds & other.deeds) or _is_one_verb(one.verb, other.verb))
    found += _BY_PLACE * bool(ours.before and ours.before == theirs.before)
    mine = _other_words(ours, without)
    yours = _other_words(theirs, without)
    found += sum(best(word, yours)[0] >= _MET for word in mine)
    return found + bool(one.names & other.names)


def _is_one_verb(one: Token | None, other: Token | None) -> bool:
    return (one is not None and other is not None and one.lemma not in LIGHT
            and sense(one, other) >= _MET)


def _other_words(part: Part, without: set[Token] | None) -> list[Token]:
    """The words of the act beside its verb, the thing and what it qualifies."""
    kept = [word for word in part.act.words if word != part.act.verb and (
        not without or word not in without)]
    return [word for word in kept if not circles_of(word.norm, word.lemma) & part.filler.circles]
