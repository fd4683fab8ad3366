"""What is chosen on the page that compares many claims, read from its form or its address."""

import re
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from app.domain.errors import Invalid
from app.domain.pairs import Relation
from app.services.pages.compare_many import Typed

_MOST_FIELDS = 1_500
"""A claim and a line are one field each; no topic has so many."""

_VERSION = re.compile(r"v-(\d{1,18})")
_LINE = re.compile(r"r-([1-9])-([1-9])")
_OTHERS = frozenset({"note", "version", "key", "saved"})
_WRONG = "The form does not fit this topic. Open it again."


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionsForm:
    """Versions by claim and answers by line. `version` is the state that the page showed, `key`
    names the form."""

    typed: Typed
    note: str
    version: str
    key: str


def read_choices(fields: Iterable[tuple[str, str]]) -> Typed:
    """Versions and answers among these fields. Raises Invalid for one that no page has."""
    versions: dict[int, int] = {}
    lines: dict[tuple[int, int], Relation] = {}
    for name, value in fields:
        version, line = _VERSION.fullmatch(name), _LINE.fullmatch(name)
        if version and re.fullmatch(r"[1-9]", value):
            versions[int(version[1])] = int(value)
        elif line and value in {relation.value for relation in Relation}:
            lines[int(line[1]), int(line[2])] = Relation(value)
        elif name not in _OTHERS:
            raise Invalid({"form": _WRONG})
    return Typed(versions=versions, lines=lines)


async def versions_form(request: Request) -> AsyncIterator[VersionsForm]:
    """Read the form."""
    async with request.form(max_files=0, max_fields=_MOST_FIELDS) as sent:
        fields = [(name, value) for name, value in sent.multi_items() if isinstance(value, str)]
        told = dict(fields)
        yield VersionsForm(typed=read_choices(fields), note=told.get("note", ""),
                           version=told.get("version", ""), key=told.get("key", "")[:64])


VersionsFormDep = Annotated[VersionsForm, Depends(versions_form, scope="function")]
