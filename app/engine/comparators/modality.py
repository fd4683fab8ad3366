"""How sure, and how far along."""

from collections.abc import Mapping

from app.domain.claims import Modality
from app.domain.pairs import Finding, Place, Reason, Relation, Strength
from app.engine.alignment import Alignment
from app.engine.sides import Side
from app.engine.stages import Step, steps
from app.engine.tokens import Token, WordKind

_ONE_STORY = 0.2
_SAME_FACT = 0.5
_ONE_MATTER = 0.25
_OPEN = frozenset({Modality.UNCLEAR, Modality.COULD, Modality.LIKELY})
_PLANNED = frozenset({"will", "would", "plan", "intend", "expect", "vow", "promise", "pledge"})
_CLOSE = 4
_DENIALS = frozenset({"deny", "dispute", "refute"})
_SILENCE = (("decline", "to", "comment"), ("not", "be", "reach"), ("not", "respond"),
            ("not", "immediately", "respond"), ("no", "comment"), ("not", "return"))
_PROPOSED, _IN_FORCE = 1, 5  # steps of a law in stages.tsv
_DAYS = frozenset({WordKind.WEEKDAY, WordKind.MONTH, WordKind.YEAR})
_SETTLED = frozenset({Modality.DID, Modality.WILL})


def compare(both: Alignment, /) -> Finding | None:
    """One claim tells as done what the other tells as still to come (enacted, and one more vote
    due), names another next step, or tells as certain what the other calls likely or unclear."""
    if max(both.covered_first, both.covered_second) < _ONE_STORY:
        return None
    return (_stage(both, steps(both.first), steps(both.second)) or _plan(both) or _answer(both)
            or _sureness(both))


def _plan(both: Alignment) -> Finding | None:
    """"will build" and "has built": a plan here, a fact there."""
    if both.covered < _SAME_FACT or (
            _PLANNED.isdisjoint(both.first.forms) and _PLANNED.isdisjoint(both.second.forms)):
        return None
    for i, j in both.links.items():
        one, other = both.first.tokens[i], both.second.tokens[j]
        if one.kind is not WordKind.CONTENT or one.lemma != other.lemma or (
                one.norm == other.norm and not _one_was(both, i, j)):
            continue
        ours, theirs = _ahead(both.first, i, both.links), _ahead(both.second, j, both.back)
        if (ours and not theirs and _is_past(other)) or (theirs and not ours and _is_past(one)):
            mine, its = (*ours, i), (*theirs, j)
            first, second = both.first.words(*mine), both.second.words(*its)
            return _strict(both, mine, its, f"“{first}” and “{second}”: one tells a plan, the "
                                            "other a fact.", "Plan or fact")
    return None


def _one_was(both: Alignment, i: int, j: int) -> bool:
    """One form on both sides: "expected to be signed" here, "was signed" there."""
    before = {side.tokens[at - 1].norm if at else "" for side, at in (
        (both.first, i), (both.second, j))}
    return "be" in before and not before.isdisjoint({"was", "were", "been"})


def _ahead(side: Side, verb: int, linked: Mapping[int, int]) -> tuple[int, ...]:
    """The "will" or "plans to" right before a verb."""
    for at in range(verb - 1, max(-1, verb - _CLOSE), -1):
        if side.tokens[at].lemma in _PLANNED and at not in linked:
            return (at,)
    return ()


def _is_past(token: Token) -> bool:
    return token.norm != token.lemma and not token.norm.endswith(("s", "ing"))


def _answer(both: Alignment) -> Finding | None:
    """"denied" is an answer; "declined to comment" and "could not be reached" are none."""
    if _DENIALS.isdisjoint(both.first.forms) and _DENIALS.isdisjoint(both.second.forms):
        return None
    for turned in (False, True):
        denying, silent = (both.second, both.first) if turned else (both.first, both.second)
        denied = next((i for i, t in enumerate(denying.tokens) if t.lemma in _DENIALS), -1)
        if denied < 0 or any(t.lemma in _DENIALS for t in silent.tokens):
            continue
        words = next((found for phrase in _SILENCE if (found := silent.find(phrase))), ())
        if not words:
            continue
        ours, theirs = (words, (denied,)) if turned else ((denied,), words)
        return _strict(both, ours, theirs, f"“{denying.words(denied)}” is an answer, "
                       f"“{silent.words(*words)}” is none.", "Answer or silence")
    return None


def _strict(both: Alignment, ours: tuple[int, ...], theirs: tuple[int, ...], because: str,
            reading: str) -> Finding:
    return Finding(
        reason=Reason.MODALITY, relation=Relation.CONFLICT, strength=Strength.STRICT,
        because=because, what="Stage", reading=reading,
        first_value=both.first.words(*ours), second_value=both.second.words(*theirs),
        first_places=(both.first.place(*ours),), second_places=(both.second.place(*theirs),),
    )


def _stage(both: Alignment, ours: tuple[Step, ...], theirs: tuple[Step, ...]) -> Finding | None:
    if both.shared < _ONE_MATTER and both.first.article_id:
        return None
    told = {step.procedure for step in ours} & {step.procedure for step in theirs}
    for procedure in sorted(told):
        mine = [step for step in ours if step.procedure == procedure]
        other = [step for step in theirs if step.procedure == procedure]
        clash = _clash(mine, other)
        if clash is None:
            turned = _clash(other, mine)
            clash = (turned[1], turned[0]) if turned else None
        if clash is not None:
            return _stage_finding(both, *clash)
    return _dated(both, ours, theirs)


def _dated(both: Alignment, ours: tuple[Step, ...], theirs: tuple[Step, ...]) -> Finding | None:
    """One day on which a law was announced here and came into force there."""
    if len(ours) != 1 or len(theirs) != 1 or not (ours[0].done and theirs[0].done):
        return None
    early, late = sorted((ours[0].rank, theirs[0].rank))
    days = any(both.first.tokens[i].kind in _DAYS for i in both.links)
    if early > _PROPOSED or late != _IN_FORCE or not days:
        return None
    one, other = both.first.words(*ours[0].words), both.second.words(*theirs[0].words)
    return _strict(both, ours[0].words, theirs[0].words,
                   f"“{one}” and “{other}” are two steps told of one day.", "Another stage")


def _clash(done: list[Step], ahead: list[Step]) -> tuple[Step, Step] | None:
    """One side has passed a step that lies ahead of the other."""
    reached = max((step for step in done if step.done), key=lambda step: step.rank, default=None)
    if reached is None:
        return None
    due = [step for step in ahead if not step.done and step.rank <= reached.rank]
    far = max((step.rank for step in ahead if step.done), default=0)
    if not due or far >= reached.rank:
        return None
    return reached, due[0]


def _stage_finding(both: Alignment, mine: Step, other: Step) -> Finding:
    ours, theirs = both.first.words(*mine.words), both.second.words(*other.words)
    done, ahead = (ours, theirs) if mine.done else (theirs, ours)
    return Finding(
        reason=Reason.MODALITY, relation=Relation.CONFLICT, strength=Strength.STRICT,
        because=f"“{done}” tells it as done, “{ahead}” is told as still to come.",
        what="Stage", reading="Another stage", first_value=ours, second_value=theirs,
        first_places=(both.first.place(*mine.words),),
        second_places=(both.second.place(*other.words),),
    )


def _sureness(both: Alignment) -> Finding | None:
    one, other = both.first.claim.modality, both.second.claim.modality
    opposed = (one in _OPEN and other in _SETTLED) or (other in _OPEN and one in _SETTLED)
    denied = (one is Modality.DENIED) != (other is Modality.DENIED)
    if not (opposed or denied) or both.covered < _SAME_FACT:
        return None
    return Finding(
        reason=Reason.MODALITY, relation=Relation.CONFLICT,
        strength=Strength.STRICT if denied else Strength.TENSION,
        because=f"One tells it as “{one}”, the other as “{other}”.",
        what="How sure", reading="Not equally sure", first_value=str(one),
        second_value=str(other), first_places=_whole(both.first),
        second_places=_whole(both.second),
    )


def _whole(side: Side) -> tuple[Place, ...]:
    return (Place(side.claim.span.start, side.claim.span.end),) if side.text else ()
