"""Settings of a reviewer: read, checked, kept."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from zoneinfo import available_timezones

from app.domain.errors import Invalid
from app.domain.people import Reviewer
from app.domain.preferences import (
    ORIGINAL,
    RESERVED,
    Action,
    ClaimSize,
    Preferences,
    Space,
    Theme,
    Times,
)
from app.services.browsing.shells import shell
from app.services.pages.settings import BlindRule, KeyGroup, KeyLine, KeysPage, SettingsPage
from app.store.session import Store

FIRST_KEYS = 6
"""Keys that are shown before the others fold away."""

RULES = (
    BlindRule(words="Others’ tags and notes wait for mine", detail="Always so, for everybody",
              is_on=True),
    BlindRule(words="The suggestion waits for my tag", detail="With its reason and findings",
              is_on=False),
    BlindRule(words="Outlet names wait for my tag", detail="Sides are called left and right",
              is_on=False),
    BlindRule(words="Disputes show readings, not names",
              detail="An adjudicator may show the names of one dispute", is_on=True),
)
"""The rules as the pages keep them; nobody can change them yet."""

def settings(
    store: Store, reviewer: Reviewer, *, saved: bool = False,
    typed: Mapping[str, str] | None = None, errors: Mapping[str, str] | None = None,
) -> SettingsPage:
    """The page, with what was typed and what was wrong with it."""
    chosen, wrong, said = store.settings.of(reviewer.id), errors or {}, typed or {}
    if typed is not None:
        chosen = _chosen(said)
    lines = [KeyLine(name=_field(action), words=action.words, original=action.value,
                     key=said.get(_field(action), chosen.key(action)),
                     error=wrong.get(_field(action), "")) for action in Action]
    return SettingsPage(
        shell=shell(store, reviewer), chosen=chosen, keys=tuple(lines[:FIRST_KEYS]),
        more=tuple(lines[FIRST_KEYS:]), rules=RULES, saved=saved,
        zone=said.get("zone", chosen.zone), errors=tuple(wrong.items()),
    )


def choose(store: Store, reviewer: Reviewer, typed: Mapping[str, str], *, at: datetime) -> None:
    """Keep what was chosen: fields of the form by name, ticked boxes among them.

    Raises Invalid, by field, for keys that clash or are none, and for a zone that is none.
    """
    wrong = _wrong_keys(typed)
    zone = typed.get("zone", "").strip()
    if typed.get("times") == Times.MINE and zone not in available_timezones():
        wrong["zone"] = "Write a time zone as Europe/Lisbon"
    if wrong:
        raise Invalid(wrong)
    _keep(store, reviewer, _chosen(typed), at=at)


def original_keys(store: Store, reviewer: Reviewer, *, at: datetime) -> None:
    """Every action gets its original key again; all else stays."""
    _keep(store, reviewer, replace(store.settings.of(reviewer.id), keys=ORIGINAL.keys), at=at)


def turn_keys(store: Store, reviewer: Reviewer, *, are_on: bool, at: datetime) -> None:
    """Use single keys, or not."""
    _keep(store, reviewer, replace(store.settings.of(reviewer.id), keys_on=are_on), at=at)


def mark_seen(store: Store, reviewer: Reviewer, upto: int, *, at: datetime) -> None:
    """The reviewer has seen everything up to this row. What is newer than any row is not there,
    and what was seen stays seen."""
    marked = store.settings.seen(reviewer.id)
    seen = min(upto, store.pages.activity.newest())
    if marked is None or seen > marked.audit_id:
        store.settings.have_seen(reviewer.id, seen, at=at)


def _keep(store: Store, reviewer: Reviewer, chosen: Preferences, *, at: datetime) -> None:
    """Choices are one's own business: no row in the audit tells them."""
    store.settings.keep(reviewer.id, chosen, at=at)


def _field(action: Action) -> str:
    return f"key_{action.name.lower()}"


def _wrong_keys(typed: Mapping[str, str]) -> dict[str, str]:
    wrong: dict[str, str] = {}
    taken: dict[str, Action] = {}
    keys = {action: _key(typed, action) for action in Action}
    # Who keeps the original key has it first, so that the error stands where something changed.
    for action in sorted(Action, key=lambda one: keys[one] != one.value):
        key = keys[action]
        if len(key) != 1 or not key.isprintable() or key.isspace():
            wrong[_field(action)] = "Press one key: a letter or a sign."
        elif key in RESERVED:
            wrong[_field(action)] = (f"{key.upper()} is kept for {RESERVED[key]}. "
                                     "Choose another key.")
        elif key in taken:
            other = taken[key].words
            wrong[_field(action)] = (f"{key.upper()} is used for {other[0].lower()}{other[1:]}. "
                                     "Choose another key.")
        else:
            taken[key] = action
    return {_field(action): wrong[_field(action)] for action in Action if _field(action) in wrong}


def _key(typed: Mapping[str, str], action: Action) -> str:
    return typed.get(_field(action), action.value).strip().casefold()[:8]


def _chosen(typed: Mapping[str, str]) -> Preferences:
    """What the form says."""
    keys = {action: _key(typed, action) for action in Action}
    return Preferences(
        keys_on="keys_on" in typed,
        keys=MappingProxyType(
            {action: key for action, key in keys.items() if key != action.value}),
        theme=Theme(typed.get("theme", ORIGINAL.theme)),
        space=Space(typed.get("space", ORIGINAL.space)),
        claim_size=ClaimSize(typed.get("claim_size", ORIGINAL.claim_size)),
        marks_on="marks_on" in typed, next_after_tag="next_after_tag" in typed,
        times=Times(typed.get("times", ORIGINAL.times)), zone=typed.get("zone", "").strip(),
    )


def keys(store: Store, reviewer: Reviewer) -> KeysPage:
    """Every key with what it does, as this reviewer has them."""
    chosen = store.settings.of(reviewer.id)

    def lines(*actions: Action) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return tuple((action.words, (chosen.key(action).upper(),)) for action in actions)

    tagging = lines(Action.AGREE, Action.CONFLICT, Action.RELATED, Action.UNRELATED)
    after = lines(Action.SKIP, Action.UNDO, Action.NOTE)
    return KeysPage(
        shell=shell(store, reviewer), keys_on=chosen.keys_on,
        left=(KeyGroup(title="Tag a pair", name="tag", lines=(
            *tagging, ("The same four, by position", ("1 to 4",)), *after,
            ("Leave the note field", ("Esc",)), *lines(Action.UNRESOLVED))),),
        right=(
            KeyGroup(title="Look closer", name="look", lines=lines(
                Action.CONTEXT, Action.MARKS, Action.TOPIC, Action.ARTICLES)),
            KeyGroup(title="Move", name="move", lines=(
                *lines(Action.NEXT, Action.PREVIOUS), ("Open, start", ("Enter",)),
                *lines(Action.SEARCH), ("Between the cells of the matrix", ("← ↑ → ↓",)),
                ("Go to overview, cases", ("G", "O", "C")),
                ("Go to queue, matrix", ("G", "Q", "M")),
                ("Go to adjudication", ("G", "A")), *lines(Action.KEYS))),
        ),
    )
