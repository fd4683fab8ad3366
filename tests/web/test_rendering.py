from dataclasses import replace
from typing import Any

import pytest
from fastapi.testclient import TestClient
from jinja2 import UndefinedError
from markupsafe import Markup

from app.domain.pairs import Relation
from app.services.pages.shell import Piece, TagShown
from app.web.render import environment

HTMX = {"hx-request": "true"}


def ui() -> Any:  # noqa: ANN401 -- macros have no types
    return environment().globals["ui"]


def pieces(*shown: Piece) -> str:
    return str(ui().pieces(shown))


def tag(shown: TagShown) -> str:
    return str(ui().tag(shown))


def words(markup: str) -> str:
    """What is read, in single spaces."""
    return Markup(markup).striptags()  # noqa: S704 -- it is only read


def test_htmx_gets_the_block_of_its_target_and_a_title(
    client: TestClient, given_reviewer: None
) -> None:
    answer = client.get("/", headers={**HTMX, "hx-target": "running"})

    assert answer.text.startswith("<title>Overview – Diptych</title>")
    assert 'id="running"' in answer.text
    assert "</html>" not in answer.text


@pytest.mark.parametrize("headers", [
    {**HTMX, "hx-target": "unheard-of"},
    {**HTMX, "hx-target": "running", "hx-history-restore-request": "true"},
    {"hx-target": "running"},
])
def test_everybody_else_gets_the_whole_page(
    client: TestClient, given_reviewer: None, headers: dict[str, str]
) -> None:
    assert "</html>" in client.get("/", headers=headers).text


def test_a_name_that_nobody_gave_is_an_error_and_not_an_empty_place() -> None:
    with pytest.raises(UndefinedError):
        environment().from_string("{{ page.nothing }}").render(page=object())


def test_words_of_articles_are_never_markup() -> None:
    shown = pieces(Piece(text="<script>alert(1)</script>", mark=1, opens=True))

    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown


def test_a_mark_says_its_number_to_those_who_cannot_see_it() -> None:
    shown = pieces(Piece(text="in a "), Piece(text="13–0 vote", mark=2, opens=True))

    assert words(shown) == "in a difference 2: 213–0 vote"
    assert '<span class="mark__number" aria-hidden="true">2</span>13–0</span> vote' in shown


def test_a_mark_over_two_pieces_has_one_number() -> None:
    shown = pieces(Piece(text="13", mark=1, opens=True), Piece(text="–0", mark=1))

    assert shown.count("mark__number") == 1


@pytest.mark.parametrize("relation", Relation)
def test_a_tag_is_icon_word_and_colour_and_says_who_stands_behind_it(relation: Relation) -> None:
    person = TagShown(relation=relation)
    machine, adjudicator = replace(person, suggested=True), replace(person, settled=True)

    assert words(tag(person)) == relation.value.capitalize()
    assert words(tag(machine)) == f"Suggested: {relation.value.capitalize()}"
    assert 'aria-label="settled"' in tag(adjudicator)
    assert f'data-relation="{relation}"' in tag(person)
    assert tag(person).count("<svg") == 1
    assert [state for shown in (person, machine, adjudicator)
            for state in ("tagged", "suggested", "settled")
            if f'data-state="{state}"' in tag(shown)] == ["tagged", "suggested", "settled"]


def test_no_tag_is_written_out() -> None:
    assert words(tag(TagShown(relation=None))) == "Not reviewed"
