"""What can be put right from the page of a pair, and what was put right since it was tagged."""

from collections.abc import Sequence
from datetime import datetime

from app.domain.claims import Claim
from app.domain.corrections import Correction
from app.domain.pairs import Pair
from app.domain.people import Reviewer
from app.services.browsing.corrected import part_shown, told_in_history
from app.services.pages.shell import Event
from app.services.pages.wrongly import UsedIn, WrongChoice, WrongForm
from app.store.pages.one_pair import SideRow
from app.store.session import Store

MOST_USED = 12
"""Other pairs that are linked one by one."""

OUTLET = "the outlet itself"


def wrong_form(store: Store, pair: Pair, sides: tuple[SideRow, SideRow]) -> WrongForm:
    """Every value and speaker of both claims, with the other pairs that use these claims."""
    claims = [store.claims.get(claim_id) for claim_id in pair.key]
    same = sides[0].article_id == sides[1].article_id
    names = [f"paragraph {side.paragraph}" if same else side.source for side in sides]
    others = {other.id: other.number for claim in claims
              for other in store.pairs.of_claim(claim.id) if other.id != pair.id}
    used = sorted(others.items(), key=lambda one: one[1])
    return WrongForm(
        choices=tuple(choice for claim, name in zip(claims, names, strict=True)
                      for choice in _choices(claim, name)),
        versions=(store.corrections.state(pair.key.first),
                  store.corrections.state(pair.key.second)),
        used=tuple(UsedIn(pair_id=pair_id, number=number)
                   for pair_id, number in used[:MOST_USED]),
        more=max(len(used) - MOST_USED, 0))


def _choices(claim: Claim, name: str) -> list[WrongChoice]:
    values = [WrongChoice(value=f"{claim.id}-{n}", words=f"{fact.kind.capitalize()}, {name}",
                          now=str(fact.value))
              for n, fact in enumerate(claim.facts, start=1)]
    speaker = (claim.speaker.name or "somebody unnamed") if claim.speaker else OUTLET
    return [*values, WrongChoice(value=f"{claim.id}-speaker", words=f"Speaker, {name}",
                                 now=speaker)]


def events(
    store: Store, reviewer: Reviewer, made: Sequence[Correction],
) -> tuple[Event, ...]:
    """Corrections as lines of the pair's history, undone ones twice."""
    if not made:
        return ()
    people = {person.id: person for person in store.people.everybody()}

    def event(by: int, did: str, at: datetime) -> Event:
        who = people[by]
        return Event(who="You" if by == reviewer.id else who.name, letter=who.letter, did=did,
                     at=at)

    lines = [event(each.reviewer_id, told_in_history(each), each.made_at) for each in made]
    lines += [event(each.undone_by, f"took back: {told_in_history(each)}", each.undone_at)
              for each in made if each.undone_by is not None and each.undone_at is not None]
    return tuple(lines)


def changed_since(made: Sequence[Correction], tagged_at: datetime | None) -> tuple[str, ...]:
    """What changed in the claims since somebody tagged the pair: "Vote: 13–0 became 12–1"."""
    if tagged_at is None:
        return ()
    told = []
    for each in made:
        was_there = each.made_at <= tagged_at
        stands = each.undone_at is None
        left_before = each.undone_at is not None and each.undone_at <= tagged_at
        if was_there is stands or left_before:
            continue  # seen as it is now
        for part in map(part_shown, each.parts):
            before, after = (part.before, part.after) if stands else (part.after, part.before)
            told.append(f"{part.what}: {before} became {after}")
    return tuple(told)
