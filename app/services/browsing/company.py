"""The people of the store, as whoever is here may see them."""

from app.domain.people import Reviewer
from app.services.browsing.shells import shell
from app.services.pages.acting import ActingPage
from app.store.session import Store


def acting_as(store: Store, reviewer: Reviewer) -> ActingPage:
    """Everybody who may be chosen on this machine."""
    return ActingPage(shell=shell(store, reviewer), acting_id=reviewer.id,
                      people=store.people.active())
