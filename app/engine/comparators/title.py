"""The office a person holds."""

from app.domain.pairs import Finding, Reason, Relation, Strength
from app.engine.alignment import Alignment
from app.engine.sides import Side
from app.engine.tokens import WordKind

_OFFICES = frozenset({
    "mayor", "governor", "senator", "president", "minister", "secretary", "chief", "judge",
    "councilman", "councilmember", "councilwoman", "representative", "congressman", "director",
    "attorney", "sheriff", "ambassador", "chairman", "spokesman", "commissioner", "sergeant",
    "captain", "colonel", "general", "professor", "coach", "chancellor", "king", "queen",
})
_NO_LONGER = frozenset({"former", "ex", "incoming", "outgoing", "acting", "deputy", "vice"})
_REACH = 4
_NAMING = frozenset({WordKind.CONTENT, WordKind.NAME})
_SURNAME = 3


def compare(both: Alignment, /) -> Finding | None:
    """One person bears another office in each claim, or "former", "acting", "vice" stands on
    one side only."""
    if _OFFICES.isdisjoint(both.first.forms) or _OFFICES.isdisjoint(both.second.forms):
        return None
    for i, j in both.links.items():
        if not (_ends_name(both.first, i) and _ends_name(both.second, j)):
            continue
        ours, theirs = _office(both.first, i), _office(both.second, j)
        if ours and theirs and _differ(both.first, ours, both.second, theirs):
            return _finding(both, ours, theirs)
    return None


def _ends_name(side: Side, at: int) -> bool:
    """The word is a name, no initial, and no further name follows it directly."""
    token = side.tokens[at]
    if token.kind is not WordKind.NAME or len(token.norm) < _SURNAME:
        return False
    if at + 1 == len(side.tokens) or side.tokens[at + 1].kind is not WordKind.NAME:
        return True
    return side.text[token.end:side.tokens[at + 1].start] not in {" ", "-"}


def _office(side: Side, name: int) -> tuple[int, ...]:
    """The office right before a name and the words that limit it, as token indexes."""
    i = name - 1
    while i >= 0 and side.tokens[i].kind is WordKind.NAME and \
            side.tokens[i].norm not in _OFFICES | _NO_LONGER and name - i < _REACH:
        i -= 1
    if i < 0 or side.tokens[i].norm not in _OFFICES:
        return ()
    found = [i]
    at = i - 1
    while at >= 0 and at >= i - _REACH:
        if side.tokens[at].norm in _NO_LONGER:
            found.insert(0, at)
        elif side.tokens[at].kind not in _NAMING:  # the "finance" of "former finance minister"
            break
        at -= 1
    return tuple(found)


def _differ(one: Side, ours: tuple[int, ...], other: Side, theirs: tuple[int, ...]) -> bool:
    limits = {one.tokens[i].norm for i in ours[:-1]}
    others = {other.tokens[j].norm for j in theirs[:-1]}
    office, another = one.tokens[ours[-1]], other.tokens[theirs[-1]]
    return limits != others or (
        office.norm != another.norm and office.groups.isdisjoint(another.groups)
        and not _alike(office.norm, another.norm))


def _alike(one: str, other: str) -> bool:
    """"councilman" and "councilmember" are one office."""
    return one[:7] == other[:7]


def _finding(both: Alignment, ours: tuple[int, ...], theirs: tuple[int, ...]) -> Finding:
    one, other = both.first.words(*ours), both.second.words(*theirs)
    return Finding(
        reason=Reason.TITLE, relation=Relation.CONFLICT, strength=Strength.STRICT,
        because=f"One person is “{one}” here and “{other}” there.", what="Office",
        reading="Another office", first_value=one, second_value=other,
        first_places=(both.first.place(*ours),), second_places=(both.second.place(*theirs),),
    )
