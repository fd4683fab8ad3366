"""Names that mean the same in a case."""

from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.corrections import Alias
from app.domain.errors import Conflict, Invalid
from app.domain.facts import FactKind
from app.domain.people import Reviewer
from app.services.correcting.again import Again, compare_again, demand_part
from app.services.correcting.values import LONGEST_VALUE
from app.services.typed import keepable
from app.store.audit import Did
from app.store.session import Store

NAMED_KINDS = (FactKind.PERSON, FactKind.ORGANISATION, FactKind.PLACE, FactKind.LAW,
               FactKind.TITLE)
"""What an alias can be the name of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name that now holds, or no longer does, and what followed."""

    alias: Alias
    again: Again


def name_alias(
    store: Store, reviewer: Reviewer, case_id: int, name: str, means: str, *,
    kind: FactKind = FactKind.PERSON, at: datetime,
) -> Named:
    """Say that a name means the same as another in a case, and compare the case again.

    Raises Invalid, by field, for a name that is empty, too long, means itself or means something
    already.
    """
    demand_part(reviewer)
    case = store.cases.hold(case_id)
    name, means = _names(store, case_id, name, means, kind)
    added: list[Alias] = []
    again = compare_again(store, case.id, at, lambda: added.append(
        store.aliases.add(case.id, name, means, kind, by=reviewer.id, at=at)),
        names=(name, means))
    _note_alias(store, reviewer, Did.NAMED_ALIAS, added[0], again, at=at)
    return Named(alias=added[0], again=again)


def withdraw_alias(store: Store, reviewer: Reviewer, alias_id: int, *, at: datetime) -> Named:
    """The name no longer means the other one; the case is compared again.

    Anybody who reviews may, as anybody may say it again. Raises Conflict if it was withdrawn.
    """
    demand_part(reviewer)
    store.cases.hold(store.aliases.get(alias_id).case_id)
    alias = store.aliases.get(alias_id)
    if alias.withdrawn_at is not None:
        raise Conflict("This name was withdrawn already. Nothing was changed.")
    again = compare_again(store, alias.case_id, at,
                          lambda: store.aliases.withdraw(alias.id, by=reviewer.id, at=at),
                          names=(alias.name, alias.means))
    _note_alias(store, reviewer, Did.WITHDREW_ALIAS, alias, again, at=at)
    return Named(alias=replace(alias, withdrawn_at=at), again=again)


def _names(
    store: Store, case_id: int, name: str, means: str, kind: FactKind,
) -> tuple[str, str]:
    name, means = " ".join(name.split()), " ".join(means.split())
    wrong: dict[str, str] = {}
    for field, typed, empty in (("name", name, "Type the name as it is written"),
                                ("means", means, "Type the name that it means")):
        try:
            wrong |= {} if keepable(field, typed, longest=LONGEST_VALUE) else {field: empty}
        except Invalid as error:
            wrong |= error.fields
    known = None if wrong else store.aliases.meaning(case_id, name)
    if known is not None:
        wrong["name"] = f"“{name}” means “{known}” already. Withdraw that first."
    elif not wrong and name.casefold() == means.casefold():
        wrong["means"] = "Type another name than the one that is written"
    if kind not in NAMED_KINDS:
        wrong["kind"] = "Choose what it is the name of"
    if wrong:
        raise Invalid(wrong)
    return name, means


def _note_alias(
    store: Store, reviewer: Reviewer, did: Did, alias: Alias, again: Again, *, at: datetime,
) -> None:
    store.audit.add(did, at=at, by=reviewer.id, case_id=alias.case_id, alias=alias.id,
                    name=alias.name, means=alias.means, kind=alias.kind,
                    compared=again.compared, changed=again.changed)
