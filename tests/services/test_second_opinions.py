"""What a local model says stands beside the engine's findings and decides nothing."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.pairs import PairKey, Reason, Relation, Strength
from app.engine.comparing import compare_texts
from app.engine.reading import Reading
from app.models.chosen import Models
from app.models.classifier import Classifier, load_classifier
from app.services import browsing, comparing, importing, second_opinions
from app.services.explaining import explain_texts
from app.services.importing import NewItem
from app.services.pages.compare import Weighs
from app.work import Worker
from tests.factories import NOON, Given, claim, clock, finding, suggestion
from tests.models.tiny import make_model

ONE = "The council of Orby approved the harbour plan 9–2 on Tuesday."
OTHER = "The council of Orby approved the harbour plan 8–3 on Tuesday."


@pytest.fixture
def model(tmp_path: Path) -> Classifier:
    folder = make_model(tmp_path / "tiny-nli", {"approved": (3.0, 0.0, 0.0)})
    return load_classifier(folder, "entailment,neutral,contradiction")


def imported(given: Given, model: Classifier) -> None:
    """Two articles of one case, brought in by a worker that asks the model."""
    items = [NewItem(name=f"Text {n}.txt", raw=text.encode()) for n, text in enumerate(
        (f"Harbour plan\n\n{ONE}\n", f"Plan for the harbour\n\n{OTHER}\n"), start=1)]
    importing.request_import(given.store, given.reviewer(), given.case().id, items, at=NOON)
    given.keep()
    Worker(given.database, clock, Models(classifier=model)).run_until_idle()


def opinions(given: Given) -> list[str]:
    return [finding.because for pair in given.store.pairs.of_case(given.case().id)
            for finding in pair.suggestion.findings if finding.reason is Reason.SECOND_OPINION]


def test_an_opinion_is_one_more_finding_and_changes_nothing_else(model: Classifier) -> None:
    rules = compare_texts(ONE, OTHER)

    both = second_opinions.with_opinion(rules, ONE, OTHER, model)

    *others, last = both.findings
    assert replace(both, findings=tuple(others)) == rules
    assert rules.relation is Relation.CONFLICT
    assert (last.reason, last.relation, last.strength, last.what, last.reading) == (
        Reason.SECOND_OPINION, Relation.AGREE, Strength.TENSION, "Model tiny-nli", "Same content")
    assert "“tiny-nli”" in last.because


def test_without_a_model_nothing_is_added() -> None:
    rules = compare_texts(ONE, OTHER)

    assert second_opinions.with_opinion(rules, ONE, OTHER, None) is rules


def test_an_opinion_never_decides_even_where_it_stands_alone(model: Classifier) -> None:
    one, other = "The ferry sank off Wexmoor.", "They approved it."

    suggestion, why = explain_texts(one, other, model)

    assert suggestion.relation is Relation.UNRELATED
    assert [ground.weighs for ground in why.grounds] == [Weighs.LITTLE]


def test_a_worker_asks_the_model_and_the_answer_is_kept_and_shown(
    given: Given, model: Classifier,
) -> None:
    imported(given, model)

    pair = given.store.pairs.of_case(given.case().id)[0]
    page = browsing.pair(given.store, given.reviewer(), pair.id)
    assert opinions(given)
    assert pair.suggestion.findings[0].reason is Reason.VOTE_COUNT
    assert pair.suggestion.relation is Relation.CONFLICT
    assert [one.what for one in page.differences][-1] == "Model tiny-nli"


def test_a_comparing_that_asks_no_model_keeps_what_it_said(
    given: Given, model: Classifier,
) -> None:
    imported(given, model)
    before = opinions(given)

    comparing.compare_case(given.store, given.case().id, at=NOON)

    assert opinions(given) == before != []


def test_what_a_model_said_of_a_claim_is_dropped_where_the_claim_is_changed(
    given: Given, model: Classifier,
) -> None:
    imported(given, model)
    changed = {claim_id for pair in given.store.pairs.of_case(given.case().id)
               for claim_id in pair.key}

    comparing.compare_case(given.store, given.case().id, at=NOON, changed=changed)

    assert opinions(given) == []


def test_only_the_likeliest_conflicts_of_a_case_are_asked_about(model: Classifier) -> None:
    most = second_opinions.MOST
    claims = tuple(replace(claim("They approved it."), id=n) for n in range(most + 6))
    readings = [Reading(article_id=1, source_id=1, title="", published_on=None, text="",
                        claims=claims)]
    made = suggestion(finding())
    suggested = tuple((PairKey(0, n), replace(made, score=n / 1000)) for n in range(1, most + 6))

    asked = second_opinions.with_opinions(suggested, readings, model)

    counts = [len(one.findings) for _, one in asked]
    assert counts == [1] * 5 + [2] * most
