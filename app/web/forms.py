"""What people send, read within limits: models that take nothing they do not know."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Depends, Request
from pydantic import BaseModel, ConfigDict
from starlette.datastructures import FormData, UploadFile

from app.domain.errors import Invalid
from app.services.importing import NewItem

MOST_FILES = 50
_MOST_FIELDS = 20
_MOST_CHARACTERS = 1_000
_LONGEST_ADDRESS = 2_000
_ADDRESS = re.compile(r'https?://[^\s<>"]+')
_KNOWN = frozenset({
    "case", "text", "title", "source", "address", "published_on", "files", "way"})


class Form(BaseModel):
    """A form without files: `form: Annotated[TagForm, fastapi.Form()]`.

    A field that it does not know refuses the whole form, so that nobody sets what no page asks.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportForm:
    """Articles as files or as one pasted text, with what the sender knows about them."""

    way: str
    case: str
    text: str
    title: str
    source: str
    address: str
    published_on: str
    files: tuple[tuple[str, bytes], ...]

    def items(self) -> tuple[NewItem, ...]:
        """What to take in. Raises Invalid, by field, for what is missing or cannot be read."""
        wrong = self._wrong()
        if wrong:
            raise Invalid(wrong)
        on = date.fromisoformat(self.published_on) if self.published_on else None
        if self.way == "paste":
            name = self.address or self.title or "Pasted text"
            return (NewItem(name=name, raw=self.text.encode(), title=self.title,
                            source=self.source, published_on=on),)
        return tuple(
            NewItem(name=name, raw=raw, source=self.source, published_on=on)
            for name, raw in self.files
        )

    def typed(self) -> dict[str, str]:
        """What stands in the fields when the form is shown again; files cannot."""
        return {"case_name": self.case, "text": self.text, "title": self.title,
                "source": self.source, "address": self.address,
                "published_on": self.published_on}

    def _wrong(self) -> dict[str, str]:
        wrong: dict[str, str] = {}
        if self.way == "paste" and not self.text.strip():
            wrong["text"] = "Paste the text of the article"
        if self.way == "paste" and not self.source.strip():
            wrong["source"] = "Say which outlet published it"
        if self.way == "files" and not self.files:
            wrong["files"] = "Choose one file or more"
        if self.address and not (len(self.address) <= _LONGEST_ADDRESS
                                 and _ADDRESS.fullmatch(self.address)):
            wrong["address"] = "Write a web address as https://example.org/news"
        for name in ("title", "source", "case"):
            if len(getattr(self, name)) > _MOST_CHARACTERS:
                wrong[name] = f"Use {_MOST_CHARACTERS:,} characters or fewer"
        if self.published_on and not _is_day(self.published_on):
            wrong["published_on"] = "Write the day as 2024-11-19"
        return wrong


async def import_form(request: Request) -> AsyncIterator[ImportForm]:
    """Read the import form; uploads are closed afterwards."""
    largest: int = request.app.state.settings.max_upload_bytes
    async with request.form(
        max_files=MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=largest
    ) as sent:
        if not sent.keys() <= _KNOWN:
            raise Invalid({"form": "The form holds a field that it does not have."})
        yield ImportForm(
            way="paste" if _field(sent, "way") == "paste" else "files",
            case=_field(sent, "case").strip(),
            text=_field(sent, "text"),
            title=_field(sent, "title").strip(),
            source=_field(sent, "source").strip(),
            address=_field(sent, "address").strip(),
            published_on=_field(sent, "published_on").strip(),
            files=await _files(sent),
        )


ImportFormDep = Annotated[ImportForm, Depends(import_form, scope="function")]


async def _files(sent: FormData) -> tuple[tuple[str, bytes], ...]:
    """Names with bytes. An empty file input sends one part without a name; it is passed over.

    A file over its own limit is kept: its item gets that as outcome, and holds up no other.
    """
    uploads = [each for each in sent.getlist("files") if isinstance(each, UploadFile)]
    return tuple([(each.filename, await each.read()) for each in uploads if each.filename])


def _field(sent: FormData, name: str) -> str:
    value = sent.get(name, "")
    if not isinstance(value, str):
        raise Invalid({name: "A file was sent where a text belongs."})
    return value


def _is_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return len(written) == len("2024-11-19")
