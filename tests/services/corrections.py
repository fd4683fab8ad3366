"""A vote told in two ways, and short words for putting its claims right."""

from sqlalchemy import select, text

from app.domain.claims import Claim, SpeakerKind
from app.domain.facts import FactKind
from app.domain.pairs import Pair
from app.services import correcting
from app.services.correcting import Change, Spoken
from app.store.tables import metadata
from tests.factories import NOON, Given

LEFT = ("The council of Orby approved the bridge by 13-0 on Tuesday. "
        "Mayor Ann Marlow said the work would begin in May.")
RIGHT = ("The council of Orby approved the bridge by 12-1 on Tuesday. "
         "Mayor Ann Marlaw said the work would begin in June.")
MAYOR = Spoken(name="Bo Lind", how=SpeakerKind.DIRECT, via="Radio Orby")


def claim_of(given: Given, pair: Pair, side: int = 0) -> Claim:
    return given.store.claims.get(pair.key[side])


def values(claim: Claim, kind: FactKind, typed: str) -> list[str]:
    """What stands in the fields of a claim when the first of this kind is typed anew."""
    shown = [str(fact.value) for fact in claim.facts]
    at = next(n for n, fact in enumerate(claim.facts) if fact.kind is kind)
    return [*shown[:at], typed, *shown[at + 1:]]


def correct(given: Given, claim: Claim, change: Change, *, why: str = "", by: str = "Ada",
            ) -> int:
    """The id of the correction."""
    return correcting.correct_claim(
        given.store, given.reviewer(by), claim.id, change, why=why, at=NOON,
        seen=given.store.corrections.state(claim.id)).id


def said(given: Given, did: str) -> list[str]:
    rows = given.store.connection.execute(
        text("SELECT details FROM audit WHERE did = :did ORDER BY id"), {"did": did})
    return list(rows.scalars())


def everything(given: Given) -> list[object]:
    """Every row of every table."""
    return [sorted(map(repr, given.store.connection.execute(select(table))))
            for table in metadata.sorted_tables]


def of_article(given: Given, pair: Pair, side: int = 0) -> tuple[Claim, ...]:
    return given.store.claims.of_article(given.store.claims.article_of(pair.key[side]))


def undo(given: Given, made: int) -> None:
    correcting.undo(given.store, given.reviewer(), made, at=NOON)
