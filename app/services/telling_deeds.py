"""What people and the system did, in words: one entry for each kind of row that the audit knows."""

from collections.abc import Callable
from typing import Any, NamedTuple

from app.domain.people import Reviewer
from app.services import wording
from app.services.pages.activity import Deed
from app.store.audit import Did
from app.store.pages.activity import DeedRow

Details = dict[str, Any]


class Told(NamedTuple):
    """"tagged", "pair 7", its address, and what follows."""

    did: str
    thing: str = ""
    href: str = ""
    rest: str = ""


def tell(row: DeedRow, reviewer: Reviewer, *, in_case: bool = False) -> Deed:
    """The line of a deed, as this viewer may read it; `in_case` need not name the case."""
    told = WORDS.get(row.did, _unknown)(row)
    is_mine = row.reviewer_id == reviewer.id
    about = "" if in_case else row.case
    return Deed(
        who="You" if is_mine else row.name, letter=row.letter, is_mine=is_mine, did=told.did,
        thing=told.thing, href=told.href, rest=told.rest, at=row.at, relation=row.relation,
        settled=row.did is Did.SETTLED, about=row.reason.words if row.reason else about,
    )


def _unknown(row: DeedRow) -> Told:
    return Told(row.did.value.replace("_", " "))


def _of_pair(did: str, rest: str = "") -> Callable[[DeedRow], Told]:
    def told(row: DeedRow) -> Told:
        return Told(did, f"pair {row.number}", f"/pairs/{row.pair_id}", rest)

    return told


def _tagged(row: DeedRow) -> Told:
    rest = "together with others" if row.details.get("together") else ""
    again = "tagged again" if row.details.get("again") else "tagged"
    return _of_pair(again, rest)(row)


def _joined(row: DeedRow) -> Told:
    role = row.details.get("role", "reviewer")
    return Told(f"added a person, {role}" if "person" in row.details else f"joined as {role}")


def _opened(row: DeedRow) -> Told:
    return Told("opened the case", str(row.details.get("name", row.case)), f"/cases/{row.case_id}")


def _of_import(did: str) -> Callable[[DeedRow], Told]:
    def told(row: DeedRow) -> Told:
        job, items = row.details.get("job"), int(row.details.get("items") or 0)
        thing = wording.count_of(items, "article")
        return Told(did, thing, f"/imports/{job}" if job else "")

    return told


def _imported(row: DeedRow) -> Told:
    claims = wording.count_of(int(row.details.get("claims") or 0), "claim")
    return Told("added", f"“{row.details.get('title', '')}”",
                f"/cases/{row.case_id}/articles/{row.details.get('article')}",
                f"from {row.details.get('source', '')}, {claims}")


def _compared(row: DeedRow) -> Told:
    articles = wording.count_of(int(row.details.get("articles") or 0), "article")
    pairs, new = int(row.details.get("pairs") or 0), int(row.details.get("new") or 0)
    return Told(f"compared {articles}:", wording.count_of(pairs, "pair"),
                f"/cases/{row.case_id}/pairs", f", {new:,} of them new")


def _of_claim(did: str) -> Callable[[DeedRow], Told]:
    def told(row: DeedRow) -> Told:
        changed = int(row.details.get("changed") or 0)
        rest = f"; {wording.count_of(changed, 'pair')} came out another way" if changed else ""
        return Told(did, "a claim", f"/claims/{row.details.get('claim')}/correct", rest)

    return told


def _of_name(did: str) -> Callable[[DeedRow], Told]:
    def told(row: DeedRow) -> Told:
        means = f"as {row.details.get('means', '')}"
        return Told(did, f"“{row.details.get('name', '')}”", f"/cases/{row.case_id}/names", means)

    return told


def _of_pairs(did: str, after: str = "") -> Callable[[DeedRow], Told]:
    def told(row: DeedRow) -> Told:
        given = row.details.get("pairs", ())
        count = len(given) if isinstance(given, list) else int(given or 0)
        return Told(did, wording.count_of(count, "pair"), f"/cases/{row.case_id}/pairs", after)

    return told


def _of_versions(did: str) -> Callable[[DeedRow], Told]:
    def told(row: DeedRow) -> Told:
        pairs = int(row.details.get("pairs") or 0)
        return Told(did, f"“{row.details.get('label', '')}”",
                    f"/topics/{row.details.get('topic')}/compare",
                    f", {wording.count_of(pairs, 'pair')}")

    return told


def _of_topics(did: str) -> Callable[[DeedRow], Told]:
    def told(row: DeedRow) -> Told:
        labels = [f"“{label}”" for label in row.details.get("labels", ())]
        what = wording.both(labels) if labels else "topics"
        return Told(did, what, f"/cases/{row.case_id}")

    return told


WORDS: dict[Did, Callable[[DeedRow], Told]] = {
    Did.JOINED: _joined,
    Did.OPENED_CASE: _opened,
    Did.REQUESTED_IMPORT: _of_import("imported"),
    Did.CANCELLED_IMPORT: _of_import("stopped the import of"),
    Did.IMPORTED: _imported,
    Did.COMPARED: _compared,
    Did.TAGGED: _tagged,
    Did.UNDID: _of_pair("took back a tag on"),
    Did.SKIPPED: _of_pair("skipped"),
    Did.UNSKIPPED: _of_pair("took", "back among those to tag"),
    Did.SETTLED: _of_pair("settled"),
    Did.LEFT_UNRESOLVED: _of_pair("left", "unresolved"),
    Did.ASKED_TO_DISCUSS: _of_pair("asked the reviewers to discuss"),
    Did.REOPENED: _of_pair("opened", "again"),
    Did.ASSIGNED: _of_pairs("assigned"),
    Did.UNASSIGNED: _of_pairs("took back the assignment of"),
    Did.KEPT_MISFIT: _of_pairs("kept", "that do not fit together"),
    Did.UNKEPT_MISFIT: _of_pairs("looks again at", "that do not fit together"),
    Did.CORRECTED: _of_claim("corrected"),
    Did.UNDID_CORRECTION: _of_claim("took back a correction of"),
    Did.PROPOSED: _of_claim("proposed a correction of"),
    Did.DECLINED_PROPOSAL: _of_claim("declined a proposal for"),
    Did.NAMED_ALIAS: _of_name("named"),
    Did.WITHDREW_ALIAS: _of_name("took back the name"),
    Did.SAVED_VERSIONS: _of_versions("sorted the versions of"),
    Did.UNDID_VERSIONS: _of_versions("took back the versions of"),
    Did.ARRANGED_TOPICS: _of_topics("edited"),
    Did.UNDID_TOPICS: _of_topics("took back an edit of"),
}
"""A test fails when a kind has no entry here."""

KINDS: dict[str, tuple[str, frozenset[Did]]] = {
    "tags": ("Tags", frozenset({
        Did.TAGGED, Did.UNDID, Did.SKIPPED, Did.UNSKIPPED, Did.SAVED_VERSIONS,
        Did.UNDID_VERSIONS, Did.KEPT_MISFIT, Did.UNKEPT_MISFIT})),
    "decisions": ("Decisions", frozenset({
        Did.SETTLED, Did.LEFT_UNRESOLVED, Did.ASKED_TO_DISCUSS, Did.REOPENED})),
    "imports": ("Imports", frozenset({
        Did.REQUESTED_IMPORT, Did.CANCELLED_IMPORT, Did.IMPORTED, Did.COMPARED})),
    "corrections": ("Corrections", frozenset({
        Did.CORRECTED, Did.UNDID_CORRECTION, Did.PROPOSED, Did.DECLINED_PROPOSAL,
        Did.NAMED_ALIAS, Did.WITHDREW_ALIAS})),
    "topics": ("Topics", frozenset({Did.ARRANGED_TOPICS, Did.UNDID_TOPICS})),
    "people": ("People and cases", frozenset({
        Did.JOINED, Did.OPENED_CASE, Did.ASSIGNED, Did.UNASSIGNED})),
}
"""Kinds of deeds that the log can be limited to; every kind of row is in one of them."""

BRIEFLY = frozenset(Did) - {Did.COMPARED, Did.IMPORTED, Did.JOINED, Did.SKIPPED, Did.UNSKIPPED,
                            Did.UNKEPT_MISFIT}
"""What the overview tells: what the system did by itself is seen in the whole log."""
