"""What a page says, for tests that read its markup."""

import re
from html.parser import HTMLParser
from typing import Self

VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})
PART = re.compile(r"""(?P<tag>^[a-z][a-z0-9]*) | \.(?P<class>[\w-]+) | \#(?P<id>[\w-]+)
                      | \[(?P<name>[\w-]+) (?:="?(?P<value>[^\]"]*)"?)? \]""", re.VERBOSE)


class Element:
    """An element with what is in it; text stands between elements as plain strings.

    Selectors are those of CSS as far as tests need them: `tag`, `.class`, `#id`, `[name=value]`,
    and a space for "somewhere inside".
    """

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.inside: list[Element | str] = []

    def all(self, selector: str) -> "list[Element]":
        """Elements in here that the selector means, in order."""
        first, _, rest = selector.partition(" ")
        found = [each for each in self._under() if each.is_a(first)]
        if not rest:
            return found
        deeper = [inner for each in found for inner in each.all(rest)]
        return list(dict.fromkeys(deeper))

    def one(self, selector: str) -> "Element":
        found = self.all(selector)
        assert len(found) == 1, f"{len(found)} of {selector}"
        return found[0]

    def words(self, selector: str) -> list[str]:
        """The text of each element that the selector means."""
        return [each.text for each in self.all(selector)]

    @property
    def text(self) -> str:
        """All its text in single spaces, hidden text too."""
        return " ".join(self._text().split())

    def get(self, name: str) -> str | None:
        return self.attributes.get(name)

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]

    def is_a(self, selector: str) -> bool:
        """Whether a selector without spaces means this element."""
        parts = list(PART.finditer(selector))
        assert "".join(part[0] for part in parts) == selector, f"cannot read {selector}"
        return all(self._fits(part.groupdict()) for part in parts)

    def _fits(self, part: dict[str, str | None]) -> bool:
        if part["tag"]:
            return self.tag == part["tag"]
        if part["class"]:
            return part["class"] in self.attributes.get("class", "").split()
        if part["id"]:
            return self.get("id") == part["id"]
        given = self.get(part["name"] or "")
        return given is not None and part["value"] in {None, given}

    def _under(self) -> "list[Element]":
        here = [each for each in self.inside if isinstance(each, Element)]
        return [deeper for each in here for deeper in (each, *each._under())]

    def _text(self) -> str:
        return "".join(each if isinstance(each, str) else each._text() for each in self.inside)


class Markup(Element):
    """A page or a part of one. Fails on elements that are left open or closed twice."""

    def __init__(self, text: str) -> None:
        super().__init__("", {})
        reader = _Reader(self)
        reader.feed(text)
        reader.close()
        assert reader.open == [self], f"left open: {reader.open[-1].tag}"

    @classmethod
    def of(cls, answer: object) -> Self:
        """The page that a server answered."""
        return cls(str(getattr(answer, "text", answer)))

    def fields(self, form: str = "tag-form") -> dict[str, str]:
        """What a form sends beside its button: its hidden fields and its text areas."""
        hidden = self.one(f"form#{form}").all("input[type=hidden]")
        areas = self.all(f"textarea[form={form}]")
        return ({each["name"]: each["value"] for each in hidden}
                | {each["name"]: each.text for each in areas})


class _Reader(HTMLParser):
    def __init__(self, root: Element) -> None:
        super().__init__()
        self.open = [root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if tag not in VOID:
            last = self.open[-1].inside[-1]
            assert isinstance(last, Element)
            self.open.append(last)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.open[-1].inside.append(Element(tag, attributes))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)
