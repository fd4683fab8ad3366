"""What a reviewer chose under Settings, as pages carry it: attributes on their root, own keys."""

from zoneinfo import ZoneInfo

import jinja2
from fastapi import Request
from markupsafe import Markup

from app.domain.preferences import ORIGINAL, Action, ClaimSize, Preferences, Space, Theme, Times


def preferences(request: Request) -> Preferences:
    """What the reviewer of this request chose; the original where nobody is known."""
    found: Preferences = getattr(request.state, "preferences", ORIGINAL)
    return found


def attributes(request: Request) -> Markup:
    """The attributes of the root element: style sheets and the script obey them."""
    chosen = preferences(request)
    own = " ".join(key + action.value for action, key in chosen.keys.items())
    told = (
        ("data-theme", chosen.theme.value, chosen.theme is not Theme.SYSTEM),
        ("data-space", chosen.space.value, chosen.space is not Space.NORMAL),
        ("data-claims", chosen.claim_size.value, chosen.claim_size is not ClaimSize.MEDIUM),
        ("data-keys", own, bool(own)),
        ("data-keys-off", "", not chosen.keys_on),
    )
    return Markup("").join(Markup(' {}="{}"').format(name, value)
                           for name, value, is_set in told if is_set)


def zone(request: Request) -> ZoneInfo | None:
    """The time zone that times are told in; None is that of this machine."""
    chosen = preferences(request)
    return ZoneInfo(chosen.zone) if chosen.times is Times.MINE and chosen.zone else None


@jinja2.pass_context
def key(context: jinja2.runtime.Context, name: str) -> Markup:
    """A key as it is drawn beside what it does; an action's own key in the place of the
    original one. Nothing where single keys are off, but for Enter."""
    chosen = preferences(context["request"])
    if len(name) == 1 and not chosen.keys_on:
        return Markup()
    if name.lower() in _ACTIONS:
        name = chosen.key(Action(name.lower())).upper()
    return Markup('<kbd class="key" aria-hidden="true">{}</kbd>').format(name)


_ACTIONS = {action.value for action in Action}
