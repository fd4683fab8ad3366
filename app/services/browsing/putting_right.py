"""The form that puts a claim right, and the names of a case."""

from app.domain.articles import Article
from app.domain.claims import Claim
from app.domain.facts import Day, Fact, FactKind
from app.domain.pairs import Place
from app.domain.people import Reviewer
from app.services import wording
from app.services.browsing import addresses
from app.services.browsing.corrected import again_words, past
from app.services.browsing.proposed import filled, proposals
from app.services.browsing.shells import case_head, shell
from app.services.correcting import NAMED_KINDS
from app.services.correcting.changes import numbers_of, words_around
from app.services.pages.correct import (
    AddedField,
    CorrectFields,
    CorrectPage,
    NameRow,
    NamesPage,
    OtherSide,
    ValueField,
    WordChoice,
)
from app.store.audit import Did
from app.store.session import Store

OUTLET = "outlet"
"""The way of speaking of the outlet itself."""


def correct(
    store: Store, reviewer: Reviewer, claim_id: int, *, pair_id: int | None = None,
    back: str = "", proposal_id: int | None = None,
) -> CorrectPage:
    """The form for one claim. `pair_id` is the pair that it was opened from, `back` the page,
    `proposal_id` a proposal whose values stand in the fields. Raises NotFound.
    """
    claim = store.claims.get(claim_id)
    article = store.articles.get(store.claims.article_of(claim_id))
    return CorrectPage(
        shell=shell(store, reviewer), head=case_head(store, reviewer, article.case_id),
        article_id=article.id, source=article.source.name, title=article.title,
        paragraph=claim.paragraph, past=past(store, reviewer, claim_id),
        fields=fields_of(store, reviewer, claim, article, pair_id=pair_id,
                         proposal_id=proposal_id,
                         back=back or addresses.of_claim(article.case_id, article.id, claim_id,
                                                         claim.paragraph)),
        is_claim=claim_id not in store.corrections.left_out(article.case_id),
    )


def claim_address(store: Store, claim_id: int) -> str:
    """A claim where it stands in its article. Raises NotFound."""
    article = store.articles.get(store.claims.article_of(claim_id))
    return addresses.of_claim(article.case_id, article.id, claim_id,
                              store.claims.get(claim_id).paragraph)


def fields_of(
    store: Store, reviewer: Reviewer, claim: Claim, article: Article, *, back: str,
    pair_id: int | None = None, proposal_id: int | None = None,
) -> CorrectFields:
    """A field for everything that was read in the claim."""
    text, span, speaker = article.revision.text, claim.span, claim.speaker
    words = words_around(text, span)
    first, last = numbers_of(words, span)
    proposed = store.proposals.waiting(claim.id)
    shown = CorrectFields(
        claim_id=claim.id, number=store.pages.claims.number(claim.id),
        before=text[words[0].start:span.start], text=span.quote,
        after=text[span.end:max(words[-1].end, span.end)],
        words=tuple(WordChoice(number=n, word=text[word.start:word.end])
                    for n, word in enumerate(words, start=1)),
        first=first, last=last, speaker=speaker.name if speaker else "",
        how=speaker.kind if speaker else OUTLET, via=speaker.via if speaker else "",
        speakers=_speakers(store, article), values=_values(store, claim),
        added=blank_fields(), kinds=tuple(kind.value for kind in FactKind),
        touches=_touches(len(store.pairs.of_claim(claim.id))),
        version=store.corrections.state(claim.id), back=back,
        other=_other(store, claim.id, pair_id), may_save=reviewer.may_tag,
        proposals=proposals(store, reviewer, claim, article, proposed, proposal_id)
        if reviewer.may_tag else (),
    )
    chosen = next((each for each in proposed if each.id == proposal_id), None)
    return filled(shown, chosen) if chosen and reviewer.may_tag else shown


def blank_fields() -> tuple[AddedField, ...]:
    """Empty fields for values that were missed."""
    return tuple(AddedField(number=n, kind=kind)
                 for n, kind in enumerate((FactKind.COUNT.value, FactKind.DATE.value), start=1))


def names(store: Store, reviewer: Reviewer, case_id: int, *, done: int | None = None,
          ) -> NamesPage:
    """The names of a case; `done` is the one that was just added or withdrawn.

    Raises NotFound.
    """
    people = {person.id: person.name for person in store.people.everybody()}
    return NamesPage(
        shell=shell(store, reviewer), head=case_head(store, reviewer, case_id),
        names=tuple(
            NameRow(id=alias.id, name=alias.name, means=alias.means, kind=alias.kind,
                    who="You" if alias.added_by == reviewer.id else people[alias.added_by],
                    at=alias.added_at)
            for alias in store.aliases.of_case(case_id)),
        kinds=tuple(kind.value for kind in NAMED_KINDS), may_edit=reviewer.may_tag,
        done=_done(store, case_id, done),
    )


def _done(store: Store, case_id: int, alias_id: int | None) -> str:
    if alias_id is None:
        return ""
    last = store.audit.last(case_id, Did.NAMED_ALIAS, Did.WITHDREW_ALIAS)
    if last is None or last.details["alias"] != alias_id:
        return ""
    told = last.details
    means = "no longer means" if last.did is Did.WITHDREW_ALIAS else "means"
    return (f"“{told['name']}” {means} “{told['means']}”. "
            f"{again_words(told['compared'], told['changed'])}")


def _values(store: Store, claim: Claim) -> tuple[ValueField, ...]:
    read = {_place(fact): fact for fact in store.corrections.machine_reading(claim).facts}
    return tuple(_value(n, fact, read.get(_place(fact)))
                 for n, fact in enumerate(claim.facts, start=1))


def _place(fact: Fact) -> tuple[str, Place]:
    return fact.kind, Place(fact.start, fact.end)


def _value(number: int, fact: Fact, read: Fact | None) -> ValueField:
    shown = str(fact.value)
    return ValueField(
        field=f"value-{number}", kind=fact.kind.capitalize(), shown=shown, typed=shown,
        surface=fact.surface, basis=fact.value.basis if isinstance(fact.value, Day) else "",
        machine=str(read.value) if read is not None and read != fact else "")


def _speakers(store: Store, article: Article) -> tuple[str, ...]:
    """Who speaks elsewhere in the article, for the field to offer."""
    said = (claim.speaker for claim in store.claims.of_article(article.id))
    return tuple(dict.fromkeys(speaker.name for speaker in said if speaker and speaker.name))


def _touches(pairs: int) -> str:
    if not pairs:
        return "No pair has this claim yet. The case is compared again."
    verb = "is" if pairs == 1 else "are"
    return (f"{wording.count_of(pairs, 'pair')} {verb} compared again. Tags stay; their reviewers "
            "are told if a value in the pair changed.")


def _other(store: Store, claim_id: int, pair_id: int | None) -> OtherSide | None:
    if pair_id is None:
        return None
    pair = store.pairs.get(pair_id)
    if claim_id not in pair.key:
        return None
    other_id = pair.key.second if claim_id == pair.key.first else pair.key.first
    article = store.articles.get(store.claims.article_of(other_id))
    return OtherSide(pair_id=pair_id, number=pair.number, source=article.source.name,
                     text=store.claims.get(other_id).text)
