"""Names that a model adds to those of the rules."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
import spacy

from app.domain.claims import Claim
from app.domain.errors import Misconfigured
from app.domain.facts import FactKind
from app.engine.claims import read_claims
from app.models.chosen import load
from app.models.names import NameFinder, load_name_finder
from app.settings import Settings

TEXT = "Zorvex closed the Quillmere plant on Tuesday, Mayor Mara Lind said."


def finder(*entities: tuple[str, str]) -> NameFinder:
    """A pipeline that finds these words wherever they stand first."""
    def pipeline(text: str) -> object:
        return SimpleNamespace(ents=[
            SimpleNamespace(text=words, label_=label, start_char=text.index(words))
            for words, label in entities])

    return NameFinder("made up", pipeline)


def names(claims: tuple[Claim, ...]) -> list[tuple[FactKind, str]]:
    return [(fact.kind, fact.surface) for claim in claims for fact in claim.facts
            if fact.kind in {FactKind.PERSON, FactKind.ORGANISATION, FactKind.PLACE}]


def test_a_name_that_the_rules_miss_is_added_where_it_stands() -> None:
    claims = read_claims(TEXT)

    more = finder(("Zorvex", "ORG"), ("the Quillmere", "GPE")).add_to(TEXT, claims)

    added = set(names(more)) - set(names(claims))
    assert {(FactKind.ORGANISATION, "Zorvex"), (FactKind.PLACE, "Quillmere")} >= added != set()
    for claim in more:
        for fact in claim.facts:
            assert TEXT[fact.start:fact.end] == fact.surface
        assert sorted(claim.facts, key=lambda fact: (fact.start, fact.end)) == list(claim.facts)


def test_what_the_rules_found_stays_as_it_is() -> None:
    claims = read_claims(TEXT)

    more = finder(("Mara Lind", "GPE"), ("Tuesday", "ORG"), ("plant", "ORG")).add_to(TEXT, claims)

    assert more == claims


def test_kinds_that_are_no_names_are_left_alone() -> None:
    assert finder(("Tuesday", "DATE"), ("closed", "ORG")).found(TEXT) == []


def test_nothing_is_loaded_that_no_setting_asks_for(monkeypatch: pytest.MonkeyPatch) -> None:
    for package in ("spacy", "onnxruntime", "tokenizers"):
        monkeypatch.setitem(sys.modules, package, None)

    models = load(Settings())

    assert (models.classifier, models.names) == (None, None)


def test_without_spacy_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)

    with pytest.raises(Misconfigured, match=r"extra \[ner\]"):
        load(Settings(ner=True))


def test_a_real_pipeline_is_loaded_from_a_folder(tmp_path: Path) -> None:
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "ORG", "pattern": "Zorvex"}])  # type: ignore[attr-defined]
    pipeline.to_disk(tmp_path / "tiny")

    found = load_name_finder(str(tmp_path / "tiny")).found(TEXT)

    assert [(fact.kind, fact.surface) for fact in found] == [(FactKind.ORGANISATION, "Zorvex")]


def test_a_model_that_is_not_there_is_named() -> None:
    with pytest.raises(Misconfigured, match="no model “nowhere”"):
        load_name_finder("nowhere")
