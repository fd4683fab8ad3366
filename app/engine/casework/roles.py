"""What a figure is counted for: deaths, arrests, a crowd, a reward, a fine."""

import re

from app.domain.facts import Count, Duration, Fact, FactKind, Money
from app.engine.casework.told import Told
from app.engine.listing import listed
from app.engine.tokens import Token

ROLES: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("deaths", "Death toll", frozenset({"die", "dead", "kill", "toll", "death", "fatality",
                                        "lives"})),
    ("injured", "Injured", frozenset({"injure", "injured", "hurt", "wound", "wounded",
                                      "injury"})),
    ("missing", "Missing", frozenset({"missing", "unaccounted"})),
    ("arrests", "Arrests", frozenset({"arrest", "detain", "custody"})),
    ("moved", "People moved to safety",
     frozenset({"evacuate", "safety", "flee", "displace", "shelter", "homeless", "evacuee"})),
    ("rescued", "Rescued", frozenset({"rescue", "rescuer", "pluck", "lift", "winch"})),
    ("aboard", "People on board", frozenset({"board", "aboard", "carry"})),
    ("hospital", "In hospital", frozenset({"hospital"})),
    ("spectators", "Spectators", frozenset({"spectator", "watched", "pack", "match", "final",
                                            "stadium", "game"})),
    ("parade", "Parade", frozenset({"parade", "cheer"})),
    ("crowd", "Size of the crowd",
     frozenset({"march", "protest", "rally", "vigil", "crowd", "attend", "gather", "turnout",
                "marcher", "rampage", "demonstrator", "protester", "mob"})),
    ("sentence", "Sentence", frozenset()),
    ("jobs", "Jobs", frozenset({"job", "layoff", "redundancy", "redundant", "axe", "sack", "shed",
                                 "dismiss", "dismissal"})),
    ("workforce", "Workforce", frozenset({"employ", "headcount", "workforce", "staff",
                                          "payroll"})),
    ("population", "Population",
     frozenset({"resident", "live", "population", "inhabitant", "city", "town"})),
)
"""What people are counted for, by the word that stands nearest to the figure."""

CURRENCIES = listed(
    "real mark crown krona krone peso ruble rouble rupee yuan franc lira zloty dinar rand dirham "
    "riyal forint koruna baht ringgit shekel hryvnia euro dollar yen leva lev leu taka")
_PEOPLE = frozenset({"people", "person", "resident", "dead", "death", "victim", "man", "woman",
                     "child", "inhabitant", "citizen", "", "demonstrator", "protester",
                     "marcher", "fatality", "job", "worker", "attendee", "passenger", "patient",
                     "supporter", "fan", "thug", "spectator", "arrest", "officer", "injury",
                     "staff", "position", "post", "soldier", "member", "student",
                     "employee", "deputy", "teenager", "bystander", "boy", "girl",
                     "headcount"})
BREAKS = frozenset({"and", "but", "while", "after", "when", "who", "which", "because", "whom"})
_SPOKEN = re.compile(r"\b(?:spoke of|put it at|put the|estimated|reckoned|counted)\b")
"""Figures whose noun stands in the sentence before: "organizers spoke of 900"."""

_CAME = re.compile(r"\b(?:had|have) come\b|\bof us\b|\d say\b")
_OFFICERS = frozenset({"officer", "soldier", "policeman"})

MONEY_ROLES: tuple[tuple[str, frozenset[str]], ...] = (
    ("reward", frozenset({"reward"})), ("prize", frozenset({"prize", "award", "cheque", "check"})),
    ("fine", frozenset({"fine", "penalty"})),
    ("loot", frozenset({"steal", "loot", "rob", "robbery", "grab", "snatch", "raid"})),
    ("damage", frozenset({"damage"})),
    ("income", frozenset({"raise", "revenue", "bring", "rake", "income", "sale", "turnover",
                          "takings"})),
    ("pay", frozenset({"earn", "salary", "wage", "pocket"})),
    ("help", frozenset({"fund", "relief", "aid", "grant", "promise"})),
    ("debt", frozenset({"owe", "debt"})),
)


PURPOSES = frozenset({"reward", "fine", "damage", "debt"})
"""What money is for where its words always say so."""
_CRIME = frozenset({"robber", "robbery", "raid", "thief", "burglar", "steal", "heist", "gang"})
_SENTENCE = frozenset({"sentence", "jail", "prison", "cage", "lock", "behind", "imprison",
                       "bar", "custody", "jailed", "imprisonment"})


def role_of(told: Told, fact: Fact, thing: str, local: frozenset[str]) -> str:
    """The role of a figure, "" for none: by the words next to an amount of money, by the word
    that stands nearest to a number of people."""
    if isinstance(fact.value, Duration):
        return "sentence" if local & _SENTENCE else ""
    if isinstance(fact.value, Money) or thing in CURRENCIES:
        role = next((role for role, of in MONEY_ROLES if of & local), "")
        return role or ("loot" if "take" in local and _CRIME & told.near else "")
    if not isinstance(fact.value, Count) or thing not in _PEOPLE or fact.value.unit:
        return ""
    role = _of_people(told, fact, thing)
    return f"{role} officers" if role and thing in _OFFICERS else role


def _of_people(told: Told, fact: Fact, thing: str) -> str:
    role, text = _nearest(told, fact, thing), told.side.text
    if not role and (_SPOKEN.search(text) or not thing or _CAME.search(text)):
        role = _bare_role(told)
    if role == "population" and told.facts(FactKind.VOTE):
        return ""
    if role == "crowd" and "turnout" in told.forms and told.facts(FactKind.PERCENT):
        return "turnout"
    base = told.side.claim.span.start
    return _by_phrases(role, text[:fact.start - base], text[fact.start - base:])


def _by_phrases(role: str, before: str, after: str) -> str:
    """Roles told by several words: "told to leave", "dragged away"."""
    if role in _WEAK | {""} and (_OUT.search(before[-_BESIDE:]) or _OUT.search(
            after[:_FARTHEST])):
        return "moved"
    if role in _WEAK | {""} and _DISMISSED.search(after):
        return "jobs"
    if role in {"", "crowd"} and (_HELD.search(after) or _DRAGGED.search(before)):
        return "arrests"
    return role


_OUT = re.compile(
    r"\b(?:leave|leaving|left|out of|from) (?:their|its) (?:homes?|houses|flats)\b|\bget out\b|"
    r"\b(?:told|ordered|forced|had) to (?:leave|go|get out|move)\b|\bmoved out\b|\bhomeless\b|"
    r"\b(?:night|sheltering|sleeping|slept) in (?:[a-z]+ )?(?:sports|school|gym|church|shelter)")
_HELD = re.compile(r"^[^.;,]{0,40}\b(?:(?:were|was|are|been) held|in handcuffs|taken away by|"
                   r"behind bars)\b")
_DISMISSED = re.compile(
    r"^[^.;,]{0,45}\b(?:los(?:e|es|ing) (?:their )?jobs|(?:get|getting|got) the boot|out of work|"
    r"overboard|let(?:ting)? go|laid off|made redundant|sacked|for the axe|to go$)\b")
_DRAGGED = re.compile(r"\b(?:dragged|hauled|led|took|taken) (?:away|off)(?: \w+)? $|\brounded up $|"
                      r"\bnicked $|\bcollared $|\bcuffed $")


def _bare_role(told: Told) -> str:
    """The role of a figure without a noun: a crowd where people came; else by the words of its
    own claim, then of those before and after it."""
    if _CAME.search(told.side.text):
        return "crowd"
    for words in (told.words, *told.around):
        role = next((name for name, _, of in ROLES if of & words), "")
        if role:
            return role
    return ""


def _nearest(told: Told, fact: Fact, thing: str) -> str:
    """The role whose word stands nearest to the figure; words after it are nearer."""
    at = fact.start - told.side.claim.span.start
    tokens = told.side.tokens
    found = [(_distance(token, at, fact.end - told.side.claim.span.start, tokens), order, role)
             for order, (role, _, of) in enumerate(ROLES)
             for token in tokens if (token.lemma in of or token.norm in of)
             and _may_tell(told, token)]
    found = [one for one in found if one[0] <= _FARTHEST]
    found += [(0, order, role) for order, (role, _, of) in enumerate(ROLES) if thing in of]
    strong = [one for one in found if one[2] not in _WEAK]
    return min(strong or found, default=(0, 0, ""))[2]


def _may_tell(told: Told, token: Token) -> bool:
    """"On board", "in hospital"; a board and a hospital by themselves count nobody."""
    before = _BEFORE.get(token.lemma)
    return before is None or not before.isdisjoint(
        told.side.text[max(0, token.start - _BESIDE):token.start].lower().split())


_BEFORE = {"board": frozenset({"on"}), "hospital": frozenset({"in", "to", "at"})}
_BESIDE = 20
_NEXT, _FARTHEST = 1, 90
"""A word right before the figure is nearest: "kills three, injures 21"."""
_WEAK = frozenset({"population", "workforce"})
"""Roles whose words stand beside figures of other roles too."""


def _distance(token: Token, start: int, end: int, tokens: tuple[Token, ...]) -> int:
    """How far a word stands from a figure: twice as far before it, farther in another clause."""
    if 0 <= start - token.end <= _NEXT:
        return 0
    first, last = (end, token.start) if token.start >= start else (token.start, start)
    clauses = sum(1 for one in tokens if one.norm in BREAKS and first < one.start < last)
    return (token.start - start if token.start >= start else 2 * (start - token.start)
            ) + 200 * clauses
