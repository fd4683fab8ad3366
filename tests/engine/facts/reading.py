"""What the tables of phrasings share: one text in, the normal forms of one kind out."""

from datetime import date

from app.domain.facts import FactKind
from app.engine.claims import read_claims

WEDNESDAY = date(2024, 11, 20)


def read(kind: FactKind, text: str, published_on: date | None = WEDNESDAY) -> list[str]:
    """The normal forms of the facts of one kind in a text, in order."""
    claims = read_claims(text, published_on=published_on)
    return [str(fact.value) for claim in claims for fact in claim.facts if fact.kind is kind]
