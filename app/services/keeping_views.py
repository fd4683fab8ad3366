"""Filters of the queue that a reviewer keeps under a name."""

from datetime import datetime

from app.domain.errors import Invalid
from app.domain.people import Reviewer
from app.services.browsing.queries import read_query, write_filter
from app.services.typed import keepable
from app.store.session import Store
from app.store.views import SavedView

LONGEST_NAME = 80
MOST_VIEWS = 50


def save_view(
    store: Store, reviewer: Reviewer, name: str, query: str, *, at: datetime,
) -> SavedView:
    """Keep a filter under a name; one that had the name gives way.

    Raises Invalid for no name, too long a one, too many views, or a query that is no filter.
    """
    name = " ".join(keepable("name", name, longest=LONGEST_NAME).split())
    if not name:
        raise Invalid({"name": "Give the view a name."})
    known = {view.name.casefold() for view in store.views.of(reviewer.id)}
    if name.casefold() not in known and len(known) >= MOST_VIEWS:
        raise Invalid({"name": f"{MOST_VIEWS} views are kept already; remove one first."})
    query = write_filter(read_query(query))
    made = store.views.save(reviewer.id, name, query, at=at)
    return SavedView(made, name, query)


def remove_view(store: Store, reviewer: Reviewer, view_id: int) -> SavedView | None:
    """Forget a view; what it was, None if it was gone already or is somebody else's."""
    return store.views.remove(view_id, reviewer.id)
