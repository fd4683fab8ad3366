"""Whom an article has spoken of so far: what pronouns, offices and "the outlet" are taken to."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from app.domain.facts import FactKind
from app.engine.facts.gazetteer import OUTLET_HEADS
from app.engine.facts.genders import can_mean, pronoun_of
from app.engine.facts.mentions import Mention

_REMEMBERED = 8
_ON_AIR = frozenset({"radio", "channel", "tv", "television", "broadcasting", "bbc", "cnn", "nbc",
                     "abc", "cbs", "npr", "pbs", "msnbc", "live"})
_AGENCIES = frozenset({"press", "reuters", "afp", "dpa", "ap", "agency", "wire"})
_CHANNELS = frozenset({"radio", "channel", "tv"})


@dataclass(slots=True)
class Memory:
    """Whom the article has spoken of so far: persons with the pronoun that fits each, those who
    spoke last, holders of offices, outlets; `many` is the last source that was no one person.
    """

    pronouns: dict[str, str] = field(default_factory=dict)
    spoken: deque[str] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))
    outlet: str = ""
    body: str = ""
    many: str = ""
    holders: dict[str, str] = field(default_factory=dict)

    def hear(self, mention: Mention) -> None:
        """Note a name in passing: a person, an office, an outlet, a body."""
        if mention.kind is FactKind.PERSON:
            known = self.pronouns.get(mention.name, "")
            self.pronouns[mention.name] = pronoun_of(mention.name, mention.office) or known
            self.spoken.append(mention.name)
        if mention.office:
            self.holders[mention.office.split()[-1]] = mention.name
            self.holders[mention.office] = mention.name
        if mention.kind is FactKind.ORGANISATION:
            if is_outlet(mention.name):
                self.outlet = mention.name
            else:
                self.body = mention.name

    def speaks(self, name: str) -> None:
        """The person is the one whom the next pronoun means first."""
        if name in self.pronouns:
            self.spoken.append(name)

    def meant(self, pronoun: str, near: Sequence[str]) -> str:
        """Whom a pronoun means: the last of `near` that fits, else the last one spoken of;
        "they" who spoke last and was no one person."""
        if pronoun == "they":
            return self.many
        for name in (*reversed(near), *reversed(self.spoken)):
            if can_mean(pronoun, self.pronouns.get(name) or pronoun_of(name, "")):
                return name
        return ""


def fits_outlet(noun: str, outlet: str) -> bool:
    """The outlet can be meant by "the station", "the newspaper", "the agency"."""
    lows = set(outlet.lower().split())
    on_air = bool(lows & _ON_AIR) or (outlet.isupper() and outlet[:1] in {"K", "W"})
    if noun in {"station", "broadcaster"}:
        return on_air
    if noun in {"newspaper", "paper", "magazine"}:
        return bool(outlet) and not on_air
    return bool(outlet) and (noun != "agency" or bool(lows & _AGENCIES))


@lru_cache(maxsize=8192)
def is_outlet(name: str) -> bool:
    """A news outlet by its name or its call sign."""
    last = name.rsplit(maxsplit=1)[-1].lower() if name else ""
    call_sign = len(name) == len("KABC") and name.isupper() and name[0] in "KW"
    first = name.partition(" ")[0].lower()
    return last in OUTLET_HEADS or first in _CHANNELS or call_sign
