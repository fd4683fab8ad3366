"""All claims of a topic on one page, and saving what was chosen there."""

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from app.domain.claims import Claim
from app.domain.pairs import Reason, Relation
from app.domain.people import Role
from app.domain.topics import Answer, Topic
from tests.factories import Given
from tests.web.markup import Markup

SOURCES = ("Courier", "Herald", "Mail")
CHOSEN = {"r-1-2": "conflict"}


def told(given: Given, texts: tuple[str, ...], versions: tuple[int, ...]) -> tuple[Claim, ...]:
    claims = tuple(given.claims(given.article(text, source=f"Outlet {n}"))[0]
                   for n, text in enumerate(texts, start=1))
    given.paired(claims[0], claims[-1])
    given.store.topics.propose(given.case().id, [Topic(
        label="Number of piers", reason=Reason.NUMBER, answers=tuple(
            Answer(claim_id=claim.id, value=f"value {version}", version=version)
            for claim, version in zip(claims, versions, strict=True)))])
    given.keep()
    return claims


@pytest.fixture
def claims(given: Given) -> tuple[Claim, ...]:
    """Three outlets; the third tells something else."""
    given.reviewer("Ada")
    return told(given, ("Four piers.", "It has four.", "Five piers."), (1, 1, 2))


def shown(client: TestClient, query: str = "", topic: int = 1) -> Markup:
    answer = client.get(f"/topics/{topic}/compare{query}")
    assert answer.status_code == 200
    return Markup.of(answer)


def sent(client: TestClient, form: dict[str, str] | None = None, **more: str) -> Response:
    page = shown(client)
    fields = {field["name"]: field["value"] for field in page.all("#versions-form input")
              if field.get("type") == "hidden" or field.get("checked") is not None}
    return client.post("/topics/1/compare", data=fields | (form or {}) | more)


def test_a_row_a_source_with_its_claim_its_value_and_the_suggested_version(
    client: TestClient, claims: tuple[Claim, ...],
) -> None:
    page = shown(client)

    assert page.one("h1").text == "Which of these three say the same on the number of piers?"
    assert page.words(".align__source bdi") == ["Outlet 1", "Outlet 2", "Outlet 3"]
    assert page.words(".align__suggested") == ["version 1", "version 1", "version 2"]
    assert [field["value"] for field in page.all(".pick input[checked]")] == ["1", "1", "2"]
    assert page.one(".lines__covers").text == "One choice covers all three pairs"
    assert page.words(".line .tag") == ["Suggested: conflict"]
    assert page.one("#left").text == "1 choice left"


def test_saving_tags_every_pair_and_offers_to_take_it_back(
    client: TestClient, given: Given, claims: tuple[Claim, ...],
) -> None:
    answer = sent(client, CHOSEN, note="Counted.")
    page = Markup.of(client.get(answer.headers["location"]))
    undone = client.post("/topics/compare/undo", data={
        field["name"]: field["value"] for field in page.all("#undo-form input")})

    assert answer.status_code == 303
    assert "3 pairs tagged" in page.one(".saved").text
    assert undone.status_code == 303
    assert "as it was" in Markup.of(client.get(undone.headers["location"])).one(".saved").text
    assert [tag for pair in given.store.pairs.of_case(1)
            for tag in given.store.tags.standing(pair.id)] == []


def test_a_missing_choice_is_asked_for_and_all_else_is_kept(
    client: TestClient, given: Given, claims: tuple[Claim, ...],
) -> None:
    answer = sent(client, {f"v-{claims[1].id}": "3"}, note="Half done.")
    page = Markup.of(answer)

    assert answer.status_code == 422
    assert page.one("title").text.startswith("Error: ")
    assert [link["href"] for link in page.all("#problems a")] == ["#r-1-2", "#r-1-3", "#r-2-3"]
    assert "Choose how versions 2 and 3 relate" in page.one("#problems").text
    assert page.one("#note").text == "Half done."
    assert [field["value"] for field in page.all(".pick input[checked]")] == ["1", "3", "2"]


def test_a_topic_that_changed_meanwhile_keeps_what_was_chosen(
    client: TestClient, given: Given, claims: tuple[Claim, ...],
) -> None:
    answer = sent(client, CHOSEN | {"version": "old"}, note="Counted.")
    page = Markup.of(answer)

    assert answer.status_code == 409
    assert "Nothing was saved" in page.one(".refused").text
    assert page.one("#note").text == "Counted."
    assert page.one("#r-1-2 input[checked]")["value"] == "conflict"


def test_the_same_form_twice_saves_once(
    client: TestClient, given: Given, claims: tuple[Claim, ...],
) -> None:
    sent(client, CHOSEN, key="one")
    sent(client, CHOSEN, key="one")

    pair = given.store.pairs.of_case(1)[0]
    assert len(given.store.tags.of(pair.id)) == 1


def test_the_lines_follow_the_versions_in_the_address(
    client: TestClient, claims: tuple[Claim, ...],
) -> None:
    query = f"?v-{claims[1].id}=3&r-1-2=related"
    page = shown(client, query)
    part = client.get(f"/topics/1/compare{query}",
                      headers={"HX-Request": "true", "HX-Target": "lines"})

    assert page.words(".lines__covers") == ["Three choices cover all three pairs"]
    assert page.one("#r-1-2 input[checked]")["value"] == "related"
    assert 'id="lines"' in part.text
    assert 'id="left" hx-swap-oob="true"' in part.text
    assert "<table" not in part.text


def test_what_others_tagged_is_told_as_a_count_alone(
    client: TestClient, given: Given, claims: tuple[Claim, ...],
) -> None:
    before = shown(client)
    given.tag(given.store.pairs.of_case(1)[0], Relation.UNRELATED, by=given.reviewer("Bo"),
              note="A secret.")
    given.keep()
    after = shown(client)

    assert "1 other has tagged this topic" in after.one(".blind").text
    assert "A secret" not in after.text
    assert after.words(".lines") == before.words(".lines")


def test_my_own_tags_that_stay_are_named(
    client: TestClient, given: Given, claims: tuple[Claim, ...],
) -> None:
    sent(client, CHOSEN)
    given.tag(given.store.pairs.of_case(1)[0], Relation.RELATED)
    given.keep()

    assert "Pair 1, tagged related" in shown(client).one(".lines__foot").text


def test_many_sources_stand_together_by_their_suggested_version(
    client: TestClient, given: Given,
) -> None:
    given.reviewer("Ada")
    told(given, tuple(f"Piers {n}." for n in range(12)), (1,) * 8 + (2,) * 4)

    page = shown(client)

    assert page.words(".group__name") == [
        "version 1 Suggested version 1, 8 sources", "version 2 Suggested version 2, 4 sources"]
    together = shown(client, page.one(".group__all a")["href"].partition("compare")[2])
    assert {field["value"] for field in together.all(".pick input[checked]")} == {"1"}


@pytest.mark.parametrize(("path", "status"), [
    ("/topics/99/compare", 404), ("/topics/1/compare?v-1=12", 422),
    ("/topics/1/compare?r-1-2=perhaps", 422), ("/topics/1/compare?saved=99", 200),
    ("/topics/1/compare?v-99=1", 200), ("/topics/9223372036854775808/compare", 404),
])
def test_addresses_that_no_page_wrote(
    client: TestClient, claims: tuple[Claim, ...], path: str, status: int,
) -> None:
    assert client.get(path).status_code == status


def test_a_viewer_reads_and_saves_nothing(client: TestClient, given: Given) -> None:
    given.reviewer("Eve", Role.VIEWER)
    told(given, ("Four piers.", "Five piers."), (1, 2))

    page = shown(client)
    answer = client.post("/topics/1/compare", data={"version": "", "r-1-2": "agree"})

    assert "needs the role of a reviewer" in page.one(".tagbar").text
    assert all(field.get("disabled") is not None for field in page.all(".pick input"))
    assert answer.status_code == 403
