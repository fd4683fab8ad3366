"""Why a pair is suggested: findings, values, keys and words, worked out on demand."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.claims import Claim
from app.domain.errors import NotFound
from app.domain.pairs import Pair, Suggestion
from app.engine.aliases import Aliases
from app.engine.casework.told import CaseWords
from app.services import wording
from app.services.browsing.pieces import value_marks
from app.services.comparing import readings
from app.services.explaining import Met, explain_claims
from app.services.pages.compare import KeyShown, Why
from app.store.pages.one_pair import SideRow
from app.store.session import Store

MOST_CLAIMS = 600
"""In a case of more claims the words of all of them are not counted while somebody waits: at
600 claims it takes about a tenth of a second."""

_LIKE_WORDS = "like words"
"""The engine's label for claims that met by their words alone."""


def why(store: Store, pair: Pair, numbers: Sequence[int | None]) -> Why:
    """What the suggestion of a pair rests on. `numbers` are the marks of its findings.

    The words around the findings are aligned anew, with the names that people say mean the
    same; everything else is what the engine left behind.
    """
    first, second = (store.claims.get(claim_id) for claim_id in pair.key)
    aliases = Aliases({one.name: one.means for one in store.aliases.of_case(pair.case_id)})
    return explain_claims(pair.suggestion, first, second, _met(store, pair, first, second),
                          numbers, aliases)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """One pair with all that its suggestion rests on, away from any page."""

    case: str
    number: int
    question: str
    suggestion: Suggestion
    sides: tuple[SideRow, SideRow]
    why: Why


def explained(store: Store, number: int, case: str | None = None) -> Explained:
    """The pair of a case by its number; without a case, the only pair of that number.

    Raises NotFound, also where several cases have such a pair, with a sentence that says so.
    """
    pair_id, name = _numbered(store, number, case)
    pair = store.pairs.get(pair_id)
    sides = store.pages.one_pair.sides(pair.key.first, pair.key.second)
    marks = value_marks(pair.suggestion.findings, sides[0].span, sides[1].span)
    topic = store.pages.one_pair.around(pair_id, 0).topic or ""
    deciding = pair.suggestion.findings[0]
    return Explained(
        case=name, number=number, suggestion=pair.suggestion, sides=sides,
        why=why(store, pair, marks.numbers),
        question=wording.question(deciding.reason, topic, what=deciding.what,
                                  texts=[side.span.quote for side in sides]),
    )


def _numbered(store: Store, number: int, case: str | None) -> tuple[int, str]:
    found = store.pages.grounds.numbered(number)
    if case is not None:
        name = store.cases.named(case).name
        found = [one for one in found if one[1] == name]
        if not found:
            raise NotFound(f"There is no pair {number} in “{name}”.")
    if not found:
        raise NotFound(f"There is no pair {number}.")
    if len(found) > 1:
        names = wording.both([f"“{name}”" for _, name in found])
        raise NotFound(f"There is a pair {number} in {names}; say which with --case.")
    return found[0]


def _met(store: Store, pair: Pair, first: Claim, second: Claim) -> Met:
    claims = store.pages.grounds.claims(pair.case_id)
    case = CaseWords(readings(store, pair.case_id)) if claims <= MOST_CLAIMS else None
    labels = [key for key in pair.suggestion.keys if key != _LIKE_WORDS]
    answered = store.pages.grounds.answered(pair.case_id, labels)
    return Met(
        keys=tuple(_key(label, answered, case) for label in dict.fromkeys(labels)),
        claims=claims if case else None, one_event=_one_event(case, first, second),
        compared_at=store.pages.grounds.compared_at(pair.case_id),
    )


def _key(label: str, answered: dict[str, int], case: CaseWords | None) -> KeyShown:
    if label in answered:
        return KeyShown(words=label, is_question=True,
                        claims=answered[label] if case else None)
    holders = sum(label in told.words for told in case.told) if case else 0
    return KeyShown(words=label, is_question=False, claims=holders or None)


def _one_event(case: CaseWords | None, first: Claim, second: Claim) -> bool | None:
    """None also where one of the claims is no longer part of the case."""
    told = {told.id: told for told in case.told} if case else {}
    if case is None or first.id not in told or second.id not in told:
        return None
    return case.one_event(told[first.id], told[second.id])
