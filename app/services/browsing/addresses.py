"""The addresses that pages carry; the web has a route for each."""

from dataclasses import replace
from functools import lru_cache
from urllib.parse import quote

from app.services.browsing.paragraphs import IN_A_PART
from app.services.browsing.queries import write_filter
from app.services.pages.queue import QueueFilter


def of_pair(pair_id: int, query: str = "") -> str:
    """One pair, with the queue that it was opened from."""
    return f"/pairs/{pair_id}?q={_quoted(query)}" if query else f"/pairs/{pair_id}"


def of_list(wanted: QueueFilter, *more: tuple[str, str]) -> str:
    """A list of pairs: inside its case if the filter has one. `more` are further parameters,
    such as the keys of its pages."""
    path = "/queue" if wanted.case_id is None else f"/cases/{wanted.case_id}/pairs"
    told = write_filter(replace(wanted, case_id=None))
    query = "&".join([*([told] if told else ()), *(f"{name}={key}" for name, key in more)])
    return f"{path}?{query}" if query else path


def of_claim(case_id: int, article_id: int, claim_id: int, paragraph: int = 1) -> str:
    """A claim where it stands in its article; a long article comes in parts of paragraphs."""
    part = (paragraph - 1) // IN_A_PART + 1
    query = f"?part={part}" if part > 1 else ""
    return f"/cases/{case_id}/articles/{article_id}{query}#claim-{claim_id}"


@lru_cache(maxsize=256)
def _quoted(query: str) -> str:
    """A query as a value inside another one; a list carries the same one in every row."""
    return quote(query, safe="")
