"""A classifier in ONNX form, made here and really run."""

from pathlib import Path

import pytest

from app.domain.errors import Misconfigured
from app.models.classifier import Answer, load_classifier
from tests.models.tiny import make_model

ORDER = "entailment,neutral,contradiction"
WORDS = {"ferry": (1.0, 0.0, 0.0), "not": (0.0, 0.0, 4.0), "choir": (0.0, 3.0, 0.0)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_model(tmp_path / "tiny-nli", WORDS)


def test_a_model_answers_by_the_order_of_its_labels(folder: Path) -> None:
    model = load_classifier(folder, ORDER)

    said = model.judge([("The ferry sank", "The ferry did not sink"),
                        ("The ferry sank", "The ferry went down"), ("A choir", "sang")])

    assert [one.answer for one in said] == [
        Answer.CONTRADICTION, Answer.ENTAILMENT, Answer.NEUTRAL]
    assert model.name == "tiny-nli"


def test_another_order_of_labels_is_another_answer(folder: Path) -> None:
    turned = load_classifier(folder, "contradiction,neutral,entailment")

    assert turned.judge([("The ferry sank", "It did not sink")])[0].answer is Answer.ENTAILMENT


def test_the_answer_does_not_depend_on_which_text_comes_first(folder: Path) -> None:
    model = load_classifier(folder, ORDER)
    one, other = "The ferry sank " * 400, "not so"

    there, back = model.judge([(one, other), (other, one)])

    assert (there.answer, there.sure) == (back.answer, back.sure)
    assert (there.forth, there.back) == (back.back, back.forth)


def test_many_pairs_are_answered_as_each_alone(folder: Path) -> None:
    model = load_classifier(folder, ORDER)
    pairs = [("The ferry sank", "not " * n + "sunk") for n in range(40)]

    assert model.judge(pairs) == [model.judge([pair])[0] for pair in pairs]
    assert model.judge([]) == []


@pytest.mark.parametrize("missing", ["model.onnx", "tokenizer.json"])
def test_a_file_that_is_not_there_is_named(folder: Path, missing: str) -> None:
    (folder / missing).unlink()

    with pytest.raises(Misconfigured, match=f"no {missing}"):
        load_classifier(folder, ORDER)


@pytest.mark.parametrize("broken", ["model.onnx", "tokenizer.json"])
def test_a_file_that_is_broken_ends_in_a_sentence(folder: Path, broken: str) -> None:
    (folder / broken).write_bytes(b"nothing of the sort")

    with pytest.raises(Misconfigured, match="cannot be opened"):
        load_classifier(folder, ORDER)


@pytest.mark.parametrize("labels", ["", "yes,no", "entailment,neutral", f"{ORDER},neutral"])
def test_labels_that_cannot_be_are_refused(folder: Path, labels: str) -> None:
    with pytest.raises(Misconfigured, match="DIPTYCH_NLI_LABELS"):
        load_classifier(folder, labels)


def test_fewer_labels_than_outputs_are_refused(folder: Path) -> None:
    with pytest.raises(Misconfigured, match="2 labels, the model has 3 outputs"):
        load_classifier(folder, "entailment,contradiction")


def test_without_its_packages_the_extra_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "onnxruntime", None)

    with pytest.raises(Misconfigured, match=r"extra \[nli\]"):
        load_classifier(folder, ORDER)
