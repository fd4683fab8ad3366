"""Where claims of a topic are sent, read from the form: one field a claim."""

import re
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from app.domain.errors import Invalid

_MOST_FIELDS = 1_000
_CLAIM = re.compile(r"claim-(\d{1,18})")
_GOING = re.compile(r"stay|new|\d{1,18}")
_OTHERS = frozenset({"name", "seen", "key", "splits"})
_WRONG = "The form does not fit this topic. Open it again."


@dataclass(frozen=True, slots=True, kw_only=True)
class MovesForm:
    """`going` maps claims to "stay", "new" or the id of a topic; `name` is that of the new
    topic, `seen` the revision of this one that the page showed."""

    going: Mapping[int, str]
    name: str
    seen: int
    key: str
    splits: bool

    def targets(self) -> dict[int, int | None]:
        """The claims that move: to a topic, or to the new one (None)."""
        return {claim: None if to == "new" else int(to)
                for claim, to in self.going.items() if to != "stay"}


async def moves_form(request: Request) -> AsyncIterator[MovesForm]:
    """Read the form. Raises Invalid for what no page ever wrote."""
    async with request.form(max_files=0, max_fields=_MOST_FIELDS) as sent:
        told = {name: value for name, value in sent.multi_items() if isinstance(value, str)}
        going: dict[int, str] = {}
        for name, value in told.items():
            claim = _CLAIM.fullmatch(name)
            if claim and _GOING.fullmatch(value):
                going[int(claim[1])] = value
            elif name not in _OTHERS:
                raise Invalid({"form": _WRONG})
        seen = told.get("seen", "")
        if not re.fullmatch(r"\d{1,9}", seen):
            raise Invalid({"form": _WRONG})
        yield MovesForm(going=going, name=told.get("name", ""), seen=int(seen),
                        key=told.get("key", "")[:64], splits=told.get("splits") == "1")


MovesFormDep = Annotated[MovesForm, Depends(moves_form, scope="function")]
