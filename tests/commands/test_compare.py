import json

import pytest

from tests.commands.program import Program
from tests.models.tiny import make_model

ONE = "The Denver council approved the shelter ordinance 13-0 on Tuesday."
OTHER = "The Denver council approved the shelter ordinance 7-2 on Tuesday."


def lines(*pairs: object) -> str:
    return "".join(json.dumps(pair) + "\n" for pair in pairs)


def test_two_texts_are_answered_in_words(program: Program) -> None:
    told = program.run("compare", ONE, OTHER)

    assert told.code == 0, told.wrong
    assert told.out.startswith("Suggested: conflict")
    assert not program.data.exists()


def test_each_line_is_answered_by_one_line_in_order(program: Program) -> None:
    typed = lines(
        {"id": "p1", "a": ONE, "b": OTHER},
        {"id": 2, "a": ONE, "b": ONE, "a_date": "2024-11-19", "b_date": None},
    )

    told = program.run("compare", "--jsonl", typed=typed + "\n")

    answers = [json.loads(line) for line in told.out.splitlines()]
    assert told.code == 0, told.wrong
    assert [answer["id"] for answer in answers] == ["p1", 2]
    assert [answer["label"] for answer in answers] == ["conflict", "agree"]
    assert answers[0]["score"] > answers[1]["score"]
    assert all(0 <= answer["score"] <= 1 for answer in answers)
    assert answers[0]["reasons"][0] == "vote_count"


def test_an_answer_comes_before_the_next_question_is_asked(program: Program) -> None:
    with program.start("compare", "--jsonl") as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(lines({"id": 1, "a": ONE, "b": OTHER}))
        process.stdin.flush()

        answer = process.stdout.readline()

        assert json.loads(answer)["id"] == 1
        process.stdin.close()


@pytest.mark.parametrize(
    "line",
    [
        "not json",
        "[]",
        '{"id": 1, "a": "only one"}',
        '{"id": 1, "a": 5, "b": "text"}',
        '{"id": 1, "a": "x", "b": "y", "a_date": "yesterday"}',
        "[" * 100_000,
    ],
    ids=["no json", "no object", "one text", "a number", "no date", "brackets"],
)
def test_a_line_that_is_not_a_pair_is_named_by_its_number(program: Program, line: str) -> None:
    good = lines({"id": 1, "a": ONE, "b": OTHER})

    told = program.run("compare", "--jsonl", typed=good + line + "\n")

    assert told.is_one_sentence_of_regret, told.wrong[:500]
    assert "Line 2 " in told.wrong
    assert json.loads(told.out)["id"] == 1


def test_one_text_alone_is_refused(program: Program) -> None:
    told = program.run("compare", ONE)

    assert told.is_one_sentence_of_regret, told.wrong


def test_a_reader_who_has_read_enough_ends_it_quietly(program: Program) -> None:
    with program.start("compare", "--jsonl") as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        try:
            process.stdin.write(lines(*({"id": n, "a": ONE, "b": OTHER} for n in range(200))))
            process.stdin.close()
        except BrokenPipeError:
            pass

        complaint = process.stderr.read()

    assert "Traceback" not in complaint


def test_it_starts_quickly_because_it_loads_no_server_and_no_database(program: Program) -> None:
    told = program.run("compare", ONE, OTHER, PYTHONPROFILEIMPORTTIME="1")

    for heavy in ("sqlalchemy", "fastapi", "pydantic_settings", "jinja2", "uvicorn"):
        assert f" {heavy}\n" not in told.wrong


def test_a_local_model_adds_its_opinion_and_leaves_the_answer_as_it_is(program: Program) -> None:
    folder = make_model(program.home / "tiny-nli", {"shelter": (3.0, 0.0, 0.0)})
    typed = lines({"id": 1, "a": ONE, "b": OTHER})
    alone = json.loads(program.run("compare", "--jsonl", typed=typed).out)

    told = program.run("compare", "--jsonl", typed=typed, DIPTYCH_NLI_MODEL=str(folder))

    assert told.code == 0, told.wrong
    answer = json.loads(told.out)
    assert (answer["label"], answer["score"]) == (alone["label"], alone["score"])
    assert answer["reasons"] == [*alone["reasons"], "second_opinion"]
    assert "“tiny-nli”" in program.run("explain", ONE, OTHER, DIPTYCH_NLI_MODEL=str(folder)).out


def test_a_model_that_is_not_there_ends_in_one_sentence(program: Program) -> None:
    told = program.run("compare", ONE, OTHER, DIPTYCH_NLI_MODEL=str(program.home))

    assert told.is_one_sentence_of_regret
    assert "model.onnx" in told.wrong
