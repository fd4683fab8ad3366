"""Corrections in words: what was put right, what followed, what stood there before."""

from app.domain.corrections import CorrectedPart, Correction, Reshaping, What, fact_of
from app.domain.errors import NotFound
from app.domain.people import Reviewer, Role
from app.services import wording
from app.services.pages.correct import Corrected, PartShown, PastCorrection
from app.store.session import Store

_OUTLET = "The outlet itself"
_GONE = " Nothing suggests a relation any more. You can still tag."


def corrected(
    store: Store, reviewer: Reviewer, correction_id: int | None, *, pair_id: int | None = None,
) -> Corrected | None:
    """What a page says of a correction that was just made or taken back; None if there is none.

    On the page of a pair, `pair_id`, it also says that the pair is no longer suggested.
    """
    if correction_id is None:
        return None
    try:
        made = store.corrections.get(correction_id)
    except NotFound:
        return None
    gone = pair_id is not None and store.pairs.is_gone(pair_id)
    return _shown(store, made, reviewer, tail=_GONE if gone else "")


def past(store: Store, reviewer: Reviewer, claim_id: int) -> tuple[PastCorrection, ...]:
    """Every correction of a claim, the newest first."""
    names = {person.id: person.name for person in store.people.everybody()}
    return tuple(
        PastCorrection(
            shown=_shown(store, made, reviewer), why=made.why, at=made.made_at,
            who="You" if made.reviewer_id == reviewer.id else names[made.reviewer_id],
            parts=tuple(part_shown(part) for part in made.parts
                        if part.what not in {What.NOT_A_CLAIM, What.SAME_EVENT}
                        and not part.adds_the_claim))
        for made in reversed(store.corrections.of_claim(claim_id))
    )


def told_in_history(made: Correction) -> str:
    """"corrected the vote", for a line of history; what is no value has words of its own."""
    if made.adds_the_claim:
        return "added the claim"
    whats = {part.what for part in made.parts}
    if What.NOT_A_CLAIM in whats:
        return "said that it is not a claim"
    if What.SAME_EVENT in whats:
        return "said that they are not about the same event"
    named = list(dict.fromkeys(_label(part) for part in made.parts))
    return f"corrected the {wording.both(named)}"


def again_words(compared: int, changed: int) -> str:
    """"5 pairs were compared again, 1 came out another way."."""
    if not compared:
        return "No pair was touched."
    were = "was" if compared == 1 else "were"
    other = f", {changed} came out another way" if changed else ""
    return f"{wording.count_of(compared, 'pair')} {were} compared again{other}."


def _shown(
    store: Store, made: Correction, reviewer: Reviewer, *, tail: str = "",
) -> Corrected:
    undone = made.undone_at is not None
    mine = made.reviewer_id == reviewer.id or reviewer.role in {Role.ADJUDICATOR, Role.ADMIN}
    return Corrected(
        id=made.id, title=_deed(store, made) or _title(made, undone=undone),
        words=again_words(made.compared, made.changed) + tail, undone=undone,
        may_undo=reviewer.may_tag and mine and not undone)


def _deed(store: Store, made: Correction) -> str:
    """What was done to several claims in one go; "" where the correction was made alone."""
    deed = store.reshapings.deed(made.id)
    if deed is None:
        return ""
    parts = [store.corrections.get(one) for one in store.reshapings.together(made.id)]
    numbers = sorted(store.pages.claims.number(part.claim_id) for part in parts)
    claims = f"claims {wording.both(list(map(str, numbers)))}"
    undone = made.undone_at is not None
    if deed is Reshaping.SPLIT:
        return f"Claim {numbers[0]}: split undone" if undone else f"Claim {numbers[0]} split"
    if deed is Reshaping.MERGED:
        kept = not any(part.what is What.BOUNDARY for each in parts for part in each.parts)
        return "Merge undone" if undone else f"{len(parts) + kept} claims merged"
    if len(numbers) == 1:
        return f"Claim {numbers[0]} brought back" if undone else f"Claim {numbers[0]} left out"
    return f"{claims.capitalize()} brought back" if undone else f"{claims.capitalize()} left out"


def _title(made: Correction, *, undone: bool) -> str:
    """"Date and speaker corrected"; what is no value has a sentence of its own."""
    named = list(dict.fromkeys(_label(part) for part in made.parts))
    told = [name for name in named if name]
    parts = []
    if made.adds_the_claim:
        return "Added claim taken back" if undone else "Claim added"
    if told:
        words = wording.both(told)
        first = words[:1].upper() + words[1:]
        parts.append(f"{first}: correction undone" if undone else f"{first} corrected")
    whats = {part.what for part in made.parts}
    if What.NOT_A_CLAIM in whats:
        parts.append("Claim brought back" if undone else "Claim left out")
    if What.SAME_EVENT in whats:
        parts.append("Pair brought back" if undone else "Pair taken out")
    return ". ".join(parts)


def _label(part: CorrectedPart) -> str:
    if part.what in {What.FACT, What.DATE}:
        return str((part.before or part.after)["kind"])
    return {What.SPEAKER: "speaker", What.BOUNDARY: "words"}.get(part.what, "")


def part_shown(part: CorrectedPart) -> PartShown:
    """One thing that changed, in words."""
    if part.what is What.NOT_A_CLAIM:
        return PartShown(what="This is", before="a claim", after="not a claim")
    if part.what is What.SAME_EVENT:
        return PartShown(what="Event", before="the same", after="another one")
    label = _label(part)
    return PartShown(what=label[:1].upper() + label[1:], before=_told(part, part.before),
                     after=_told(part, part.after))


def _told(part: CorrectedPart, told: dict[str, object] | None) -> str:
    if part.what is What.SPEAKER:
        return _OUTLET if told is None else str(told["name"]) or "Somebody unnamed"
    if told is None:
        return "no claim" if part.what is What.BOUNDARY else "nothing"
    return str(told["quote"]) if part.what is What.BOUNDARY else str(fact_of(told).value)
