"""A second opinion on two texts by a local sequence-pair classifier in ONNX form."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import exp
from pathlib import Path
from typing import Any

from app.domain.errors import Misconfigured

MODEL, TOKENIZER = "model.onnx", "tokenizer.json"
_AT_ONCE = 16
_MOST_TOKENS = 256
_DECIMALS = 4


class Answer(StrEnum):
    """What a classifier says of two texts, as its label order names it."""

    ENTAILMENT = "entailment"
    NEUTRAL = "neutral"
    CONTRADICTION = "contradiction"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What a model makes of two texts: its answer, and how sure it is (0 to 1).

    `forth` and `back` are its answers with either text first; `answer` is that of their mean, so
    that it does not depend on which text is called the first.
    """

    answer: Answer
    sure: float
    forth: Answer
    back: Answer


class Classifier:
    """A model that was loaded. `name` is what people see: its folder's name."""

    def __init__(self, name: str, session: Any, tokenizer: Any,  # noqa: ANN401  untyped packages
                 labels: tuple[Answer, ...]) -> None:
        self.name = name
        self._session = session
        self._tokenizer = tokenizer
        self._labels = labels
        self._inputs = {given.name for given in session.get_inputs()}

    def judge(self, pairs: Sequence[tuple[str, str]]) -> list[Opinion]:
        """An opinion on each pair of texts, each asked in both directions."""
        turned = [(other, one) for one, other in pairs]
        forth, back = list(self._chances(pairs)), list(self._chances(turned))
        return [self._opinion(one, other) for one, other in zip(forth, back, strict=True)]

    def _chances(self, pairs: Sequence[tuple[str, str]]) -> Iterator[list[float]]:
        for start in range(0, len(pairs), _AT_ONCE):
            batch = self._tokenizer.encode_batch(list(pairs[start:start + _AT_ONCE]))
            columns = {"input_ids": [one.ids for one in batch],
                       "attention_mask": [one.attention_mask for one in batch],
                       "token_type_ids": [one.type_ids for one in batch]}
            scores = self._session.run(
                None, {name: _whole_numbers(rows) for name, rows in columns.items()
                       if name in self._inputs})[0]
            yield from (_shares([float(score) for score in row]) for row in scores)

    def _opinion(self, forth: list[float], back: list[float]) -> Opinion:
        mean = [(one + other) / 2 for one, other in zip(forth, back, strict=True)]
        best = mean.index(max(mean))
        return Opinion(answer=self._labels[best], sure=round(mean[best], _DECIMALS),
                       forth=self._labels[forth.index(max(forth))],
                       back=self._labels[back.index(max(back))])


def load_classifier(folder: Path, labels: str) -> Classifier:
    """The classifier of a folder that holds model.onnx and tokenizer.json.

    `labels` names its outputs in order, such as "entailment,neutral,contradiction". Raises
    Misconfigured with a sentence that says what is missing.
    """
    order = _order(labels)
    for name in (MODEL, TOKENIZER):
        if not (folder / name).is_file():
            raise Misconfigured(f"DIPTYCH_NLI_MODEL: there is no {name} in {folder}.")
    session, tokenizer = _opened(folder)
    outputs = session.get_outputs()[0].shape[-1]
    if isinstance(outputs, int) and outputs != len(order):
        raise Misconfigured(
            f"DIPTYCH_NLI_LABELS names {len(order)} labels, the model has {outputs} outputs.")
    return Classifier(folder.resolve().name, session, tokenizer, order)


def _order(labels: str) -> tuple[Answer, ...]:
    told = [label.strip().lower() for label in labels.split(",")]
    if sorted(told) not in (sorted(Answer), sorted({Answer.ENTAILMENT, Answer.CONTRADICTION})):
        raise Misconfigured(
            "DIPTYCH_NLI_LABELS must name entailment, neutral and contradiction, each once, in the "
            f"order of the model's outputs; it is “{labels}”.")
    return tuple(map(Answer, told))


def _opened(folder: Path) -> tuple[Any, Any]:
    try:
        import onnxruntime  # noqa: PLC0415  loaded only where a setting asks for it
        from tokenizers import Tokenizer  # noqa: PLC0415
    except ImportError:
        raise Misconfigured(
            "DIPTYCH_NLI_MODEL needs the packages onnxruntime and tokenizers; install Diptych "
            "with the extra [nli].") from None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        session = onnxruntime.InferenceSession(
            str(folder / MODEL), options, providers=["CPUExecutionProvider"])
        tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
    except Exception as error:  # noqa: BLE001  both packages raise classes of their own
        raise Misconfigured(
            f"The model in {folder} cannot be opened: {str(error).splitlines()[0]}") from None
    tokenizer.enable_truncation(_MOST_TOKENS)
    tokenizer.enable_padding()
    return session, tokenizer


def _whole_numbers(rows: list[list[int]]) -> Any:  # noqa: ANN401  an array of numpy's
    import numpy as np  # noqa: PLC0415  comes with onnxruntime

    return np.array(rows, dtype=np.int64)


def _shares(scores: list[float]) -> list[float]:
    """Scores to chances that add up to 1."""
    most = max(scores)
    told = [exp(score - most) for score in scores]
    return [one / sum(told) for one in told]
