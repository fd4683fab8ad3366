from fastapi.testclient import TestClient

from app.domain.people import Role
from tests.factories import Given


def names(given: Given) -> list[str]:
    return [case.name for case in given.store.cases.all()]


def test_a_new_case_leads_to_its_import(
    client: TestClient, given: Given, given_reviewer: None
) -> None:
    answer = client.post("/cases", data={"name": "  Harbour   bridge "})

    assert answer.status_code == 303
    assert names(given) == ["Harbour bridge"]
    assert answer.headers["location"] == f"/cases/{given.case('Harbour bridge').id}/import"


def test_a_case_without_a_name_is_shown_again_with_the_field_named(
    client: TestClient, given_reviewer: None
) -> None:
    answer = client.post("/cases", data={"name": "  "})

    assert answer.status_code == 422
    assert "<title>Error: New case" in answer.text
    assert 'href="#name"' in answer.text
    assert 'aria-invalid="true" aria-describedby="name-hint name-error"' in answer.text


def test_what_was_typed_is_still_there(client: TestClient, given_reviewer: None) -> None:
    typed = 'A "bridge" & more ' + "x" * 200

    answer = client.post("/cases", data={"name": typed})

    assert answer.status_code == 422
    assert "A &#34;bridge&#34; &amp; more x" in answer.text


def test_a_name_that_is_taken_opens_no_second_case(client: TestClient, given: Given) -> None:
    given.case("Harbour bridge")
    given.keep()

    answer = client.post("/cases", data={"name": "harbour BRIDGE"})

    assert answer.status_code == 422
    assert names(given) == ["Harbour bridge"]


def test_a_viewer_opens_none(client: TestClient, given: Given) -> None:
    given.reviewer("Viewer", Role.VIEWER)
    given.keep()

    answer = client.post("/cases", data={"name": "Bridge"})

    assert answer.status_code == 403
    assert "Your role does not allow this" in answer.text
    assert names(given) == []


def test_the_list_goes_on_after_25_cases(client: TestClient, given: Given) -> None:
    for number in range(27):
        given.case(f"Case {number:02}")
    given.keep()

    first = client.get("/cases")
    key = first.text.split("/cases?after=")[1].split('"')[0]
    second = client.get(f"/cases?after={key}")

    assert first.text.count('<th scope="row">') == 25
    assert second.text.count('<th scope="row">') == 2
    assert 'href="/cases?after=' not in second.text


def test_a_key_that_no_page_gave_is_refused(client: TestClient, given_reviewer: None) -> None:
    assert client.get("/cases?after=x'--").status_code == 422
