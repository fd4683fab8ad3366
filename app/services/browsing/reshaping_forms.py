"""The forms that merge, split and leave out claims, each saying beforehand what it touches."""

from collections.abc import Sequence

from app.domain.arranging import PartKind
from app.domain.claims import Claim, Modality
from app.domain.errors import Invalid, NotFound
from app.domain.people import Reviewer
from app.services import wording
from app.services.correcting.changes import words_of
from app.services.correcting.reshaping import ALL_WORDS, halves, is_about, joined
from app.services.pages.claims import (
    Ask,
    Choice,
    CutWord,
    FactChip,
    Moved,
    Reshape,
    SplitForm,
    Words,
)
from app.store.pages.claims import ClaimListRow
from app.store.session import Store

_TELLING = (";", ":", "—", "–", ",")
"""Where a sentence that says two things is likely to be cut, the likeliest first."""


def split(store: Store, claim_id: int, cut: int | None, here: str) -> SplitForm:
    """The claim with a cut line: after the word `cut`, else where it likely says two things.

    Raises NotFound, and Invalid for a claim of one word.
    """
    claim = store.claims.get(claim_id)
    article = store.articles.get(store.claims.article_of(claim_id))
    words = [article.revision.text[place.start:place.end] for place in words_of(claim.span)]
    if len(words) == 1:
        raise Invalid({"split": "A claim of one word cannot be split."})
    cut = min(max(cut or _likely(words), 1), len(words) - 1)
    first, second = halves(claim, article, cut)
    pairs = store.pairs.of_claim(claim_id)
    moving = sum(is_about(pair, claim_id, second) for pair in pairs)
    return SplitForm(
        claim_id=claim_id, number=store.pages.claims.number(claim_id), cut=cut,
        first=first.text, second=second.text, first_facts=facts_of(first),
        second_facts=facts_of(second),
        words=tuple(CutWord(number=n, word=word) for n, word in enumerate(words[:-1], start=1)),
        earlier_href=_moved(here, claim_id, cut - 1) if cut > 1 else "",
        later_href=_moved(here, claim_id, cut + 1) if cut < len(words) - 1 else "",
        touches=_follow(len(pairs), moving), version=store.corrections.state(claim_id))


def reshape(
    store: Store, ask: Ask, chosen: Sequence[ClaimListRow], named: str,
) -> Reshape:
    """The form that merges these claims or leaves them out. What cannot be done is an error."""
    ids = tuple(row.id for row in chosen)
    return Reshape(
        ask=ask, claim_ids=ids, named=named,
        words=_words(store, chosen) if ask is Ask.MERGE else (),
        touches=_touched(store, ids, ask), version=sum(map(store.corrections.state, ids)),
        topics=_topics(store, chosen) if ask is Ask.MOVE else ())


def moved(store: Store, reviewer: Reviewer, edit_id: int | None) -> Moved | None:
    """What the list says of claims that were just moved; None if there is nothing to say."""
    if edit_id is None:
        return None
    try:
        edit = store.topic_edits.get(edit_id)
    except NotFound:
        return None
    steps = [part for part in edit.parts if part.kind is PartKind.MOVE]
    if not steps:
        return None
    labels = {topic.id: topic.label for topic in store.topics.of_case(edit.case_id)}
    label = labels.get(steps[0].to_topic_id or 0, "another topic")
    return Moved(edit_id=edit.id, may_undo=edit.reviewer_id == reviewer.id and not edit.undone_at,
                 words=f"{wording.count_of(len(steps), 'claim')} moved to “{label}”")


def _topics(store: Store, chosen: Sequence[ClaimListRow]) -> tuple[Choice, ...]:
    if not chosen:
        return ()
    case_id = store.articles.get(chosen[0].article_id).case_id
    return tuple(Choice(value=str(topic_id), words=label, chosen=False)
                 for topic_id, label in store.pages.claims.choices(case_id).topics)


def wrong_choice(ask: Ask, chosen: Sequence[ClaimListRow]) -> dict[str, str]:
    """Why these claims are not enough for a form; nothing where they are."""
    if ask is Ask.MERGE and (len(chosen) < 2 or len({row.article_id for row in chosen}) > 1):  # noqa: PLR2004
        return {"claim": "Choose two claims or more of one article to merge them."}
    return {} if chosen else {"claim": "Choose a claim first."}


def facts_of(claim: Claim) -> tuple[FactChip, ...]:
    """What a part of a claim would commit to."""
    chips = [FactChip(kind=fact.kind.capitalize(), shown=str(fact.value)) for fact in claim.facts]
    chips += [FactChip(kind="Stage", shown=stage.value.replace("_", " "))
              for stage in (*claim.stages, *claim.stages_ahead)]
    if claim.modality is not Modality.DID:
        chips.append(FactChip(kind="Modality", shown=claim.modality.value))
    return tuple(dict.fromkeys(chips))


def _words(store: Store, chosen: Sequence[ClaimListRow]) -> tuple[Words, ...]:
    told = [Words(id=row.id, number=row.number, text=row.quote)
            for row in sorted(chosen, key=lambda row: row.number)]
    if wrong_choice(Ask.MERGE, chosen):
        return tuple(told)
    article = store.articles.get(chosen[0].article_id)
    claims = sorted((store.claims.get(row.id) for row in chosen),
                    key=lambda claim: claim.span.start)
    whole = joined(claims, store.claims.of_article(article.id), article)
    if whole is not None:
        told.insert(0, Words(id=ALL_WORDS, number=0, text=whole.text))
    return tuple(told)


def _likely(words: Sequence[str]) -> int:
    """The cut nearest the middle among the likeliest."""
    middle = len(words) / 2
    for sign in _TELLING:
        cuts = [n for n, word in enumerate(words[:-1], start=1) if word.endswith(sign)]
        if cuts:
            return min(cuts, key=lambda cut: abs(cut - middle))
    return max(len(words) // 2, 1)


def _moved(here: str, claim_id: int, cut: int) -> str:
    return f"{here}{'&' if '?' in here else '?'}split={claim_id}&cut={cut}#claim-{claim_id}"


def _follow(pairs: int, moving: int) -> str:
    if not pairs:
        return "No pair has this claim yet."
    follow = "follows" if pairs == 1 else "follow"
    part = f" ({moving} the second part)" if moving else ""
    return (f"{wording.count_of(pairs, 'pair')} {follow} the part they were about{part}. "
            "No tag is lost.")


def _touched(store: Store, ids: Sequence[int], ask: Ask) -> str:
    pairs = {pair.id for claim_id in ids for pair in store.pairs.of_claim(claim_id)}
    verb = "is" if len(pairs) == 1 else "are"
    if ask is Ask.MOVE:
        return "Pairs and tags stay; a pair stands under the topic that both its claims answer."
    if not pairs:
        return "No pair has these claims yet."
    if ask is Ask.LEAVE_OUT:
        return (f"{wording.count_of(len(pairs), 'pair')} {verb} taken out of all lists. Tags "
                "stay, and come back with the claim.")
    return (f"{wording.count_of(len(pairs), 'pair')} {verb} compared again. Tags follow the claim "
            "that stays.")
