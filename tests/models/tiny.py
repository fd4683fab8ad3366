"""A classifier small enough to write by hand: each word adds its scores, the largest sum wins.

The model file is written as protocol buffers by the numbers of the public ONNX schema, so that no
further package is needed to make it.
"""

import json
import struct
from collections.abc import Mapping
from pathlib import Path

Scores = tuple[float, float, float]
"""Of entailment, neutral and contradiction."""

_INT64, _FLOAT = 7, 1


def make_model(folder: Path, words: Mapping[str, Scores]) -> Path:
    """A folder with model.onnx and tokenizer.json; words that are not named score nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = {"[PAD]": 0, "[UNK]": 1} | {word: at for at, word in enumerate(words, start=2)}
    rows = [(0.0, 0.0, 0.0), (0.0, 0.0, 0.0), *words.values()]
    (folder / "tokenizer.json").write_text(json.dumps({
        "version": "1.0", "truncation": None, "padding": None, "added_tokens": [],
        "normalizer": {"type": "Lowercase"}, "pre_tokenizer": {"type": "Whitespace"},
        "post_processor": None, "decoder": None,
        "model": {"type": "WordLevel", "vocab": vocabulary, "unk_token": "[UNK]"},
    }), encoding="utf-8")
    (folder / "model.onnx").write_bytes(_model(rows))
    return folder


def _model(rows: list[Scores]) -> bytes:
    """Look each word's scores up (Gather), then add them (ReduceSum over the words)."""
    table = (b"".join(_number(1, size) for size in (len(rows), 3)) + _number(2, _FLOAT)
             + _bytes(8, b"table")
             + _bytes(9, b"".join(struct.pack("<3f", *row) for row in rows)))
    axes = _number(1, 1) + _number(2, _INT64) + _bytes(8, b"axes") + _bytes(
        9, struct.pack("<q", 1))
    keep = _bytes(1, b"keepdims") + _number(3, 0) + _number(20, 2)
    nodes = (
        _bytes(1, b"table") + _bytes(1, b"input_ids") + _bytes(2, b"each") + _bytes(4, b"Gather"),
        _bytes(1, b"each") + _bytes(1, b"axes") + _bytes(2, b"logits")
        + _bytes(4, b"ReduceSum") + _bytes(5, keep),
    )
    graph = (b"".join(_bytes(1, node) for node in nodes) + _bytes(2, b"tiny")
             + _bytes(5, table) + _bytes(5, axes)
             + _bytes(11, _value(b"input_ids", _INT64, (b"n", b"m")))
             + _bytes(12, _value(b"logits", _FLOAT, (b"n", 3))))
    return _number(1, 8) + _bytes(7, graph) + _bytes(8, _number(2, 13))


def _value(name: bytes, kind: int, sizes: tuple[bytes | int, ...]) -> bytes:
    shape = b"".join(
        _bytes(1, _number(1, size) if isinstance(size, int) else _bytes(2, size))
        for size in sizes)
    return _bytes(1, name) + _bytes(2, _bytes(1, _number(1, kind) + _bytes(2, shape)))


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _bytes(field: int, value: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(value)) + value


def _varint(value: int) -> bytes:
    found = bytearray()
    while value > 0x7F:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*found, value])
