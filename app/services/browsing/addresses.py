"""The addresses that pages carry; the web has a route for each."""

from urllib.parse import quote, urlencode

from app.services.browsing.queries import parameters
from app.services.pages.queue import QueueFilter


def of_pair(pair_id: int, query: str = "") -> str:
    """One pair, with the queue that it was opened from."""
    return f"/pairs/{pair_id}" + (f"?q={quote(query, safe='')}" if query else "")


def of_list(wanted: QueueFilter, **more: str) -> str:
    """A list of pairs: inside its case if the filter has one. `more` are further parameters."""
    path = "/queue" if wanted.case_id is None else f"/cases/{wanted.case_id}/pairs"
    told = [each for each in parameters(wanted) if each[0] != "case"]
    query = urlencode([*told, *more.items()])
    return f"{path}?{query}" if query else path


def of_claim(case_id: int, article_id: int, claim_id: int) -> str:
    """A claim where it stands in its article."""
    return f"/cases/{case_id}/articles/{article_id}#claim-{claim_id}"
