from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.settings import Settings
from app.work import Worker
from tests.factories import Given, clock

TEXT = "Bridge closed\n\nThe harbour bridge stands on four piers, the council said on Tuesday.\n"
OTHER = "Bridge shut\n\nFive piers carry the harbour bridge, the council said on Tuesday.\n"
PASTE = {"way": "paste", "text": TEXT, "source": "Courier", "published_on": "2026-11-17"}
HTMX = {"hx-request": "true", "hx-target": "job"}


@pytest.fixture
def case_id(given: Given) -> int:
    case = given.case()
    given.keep()
    return case.id


def work(given: Given) -> None:
    given.keep()
    Worker(given.database, clock).run_until_idle()


def test_a_pasted_article_is_taken_in(client: TestClient, given: Given, case_id: int) -> None:
    answer = client.post(f"/cases/{case_id}/import", data=PASTE)
    work(given)

    [article] = given.store.articles.of_case(case_id)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/imports/")
    assert article.source.name == "Courier"
    assert str(article.published_on) == "2026-11-17"
    assert "four piers" in article.revision.text


def test_several_files_are_taken_in_at_once(
    client: TestClient, given: Given, case_id: int
) -> None:
    files = [("files", ("courier.txt", TEXT.encode(), "text/plain")),
             ("files", ("herald.txt", OTHER.encode(), "text/plain"))]

    client.post(f"/cases/{case_id}/import", files=files, data={"way": "files"})
    work(given)

    assert len(given.store.articles.of_case(case_id)) == 2


def test_a_new_name_opens_a_case_and_a_known_one_is_used(
    client: TestClient, given: Given, case_id: int
) -> None:
    client.post("/import", data={**PASTE, "case": "harbour  BRIDGE"})
    client.post("/import", data={**PASTE, "case": "Another story"})
    work(given)

    names = {case.name for case in given.store.cases.all()}
    assert names == {"Another story", "Harbour bridge"}
    assert len(given.store.articles.of_case(case_id)) == 1


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "no text": ({**PASTE, "text": " \n "}, "text"),
    "no outlet": ({**PASTE, "source": ""}, "source"),
    "a day that is none": ({**PASTE, "published_on": "2026-02-31"}, "published_on"),
    "a day in other signs": ({**PASTE, "published_on": "20261117"}, "published_on"),
    "no file": ({"way": "files"}, "files"),
    "an endless headline": ({**PASTE, "title": "x" * 1001}, "title"),
}


@pytest.mark.parametrize(("sent", "field"), WRONG.values(), ids=WRONG)
def test_a_form_with_an_error_is_shown_again_with_what_was_typed(
    client: TestClient, given: Given, case_id: int, sent: dict[str, Any], field: str
) -> None:
    answer = client.post(f"/cases/{case_id}/import", data=sent)

    assert answer.status_code == 422
    assert "There is a problem" in answer.text
    assert f'href="#{field}"' in answer.text
    assert f'id="{field}-error"' in answer.text
    assert ("four piers" in answer.text) is ("four piers" in sent.get("text", ""))
    assert given.store.imports.steps_left() == 0


def test_without_a_case_the_name_is_asked_for(client: TestClient, given_reviewer: None) -> None:
    answer = client.post("/import", data=PASTE)

    assert answer.status_code == 422
    assert "Give the case a name" in answer.text
    assert "four piers" in answer.text


def test_a_name_too_long_for_a_case_is_said_beside_its_field(
    client: TestClient, given_reviewer: None
) -> None:
    answer = client.post("/import", data={**PASTE, "case": "x" * 300})

    assert answer.status_code == 422
    assert 'id="case-error"' in answer.text


def test_an_unknown_field_refuses_the_form(client: TestClient, case_id: int) -> None:
    answer = client.post(f"/cases/{case_id}/import", data={**PASTE, "imported_by": "7"})

    assert answer.status_code == 422


def test_a_file_over_its_limit_is_an_outcome_and_holds_up_no_other(
    client: TestClient, given: Given, case_id: int, tmp_path: Path
) -> None:
    client.app.state.settings = Settings(data=tmp_path, max_upload_bytes=1000)  # type: ignore[attr-defined]
    files = [("files", ("long.txt", TEXT.encode() * 100, "text/plain")),
             ("files", ("short.txt", TEXT.encode(), "text/plain"))]

    answer = client.post(f"/cases/{case_id}/import", files=files, data={"way": "files"})
    work(given)
    page = client.get(answer.headers["location"]).text

    assert len(given.store.articles.of_case(case_id)) == 1
    assert 'class="field__error' in page
    assert 'data-step="failed"' in page


def test_a_case_that_is_not_here_takes_nothing(client: TestClient, given_reviewer: None) -> None:
    assert client.get("/cases/99/import").status_code == 404
    assert client.post("/cases/99/import", data=PASTE).status_code == 404


def test_the_progress_asks_again_until_all_is_done(
    client: TestClient, given: Given, case_id: int
) -> None:
    job = client.post(f"/cases/{case_id}/import", data=PASTE).headers["location"]
    begun = client.get(job)
    work(given)
    over = client.get(job, headers=HTMX)

    assert 'hx-trigger="every 1500ms"' in begun.text
    assert f'<a class="button button--small" href="{job}">Check again</a>' in begun.text
    assert over.status_code == 286
    assert "hx-trigger" not in over.text
    assert "This import is over" in over.text


def test_nothing_is_sent_while_nothing_has_changed(
    client: TestClient, given: Given, case_id: int
) -> None:
    job = client.post(f"/cases/{case_id}/import", data=PASTE).headers["location"]
    seen = client.get(job).text.split("?seen=")[1].split('"')[0]

    same = client.get(f"{job}?seen={seen}", headers=HTMX)
    other = client.get(f"{job}?seen=00000000", headers=HTMX)

    assert (same.status_code, same.text) == (204, "")
    assert other.status_code == 200


def test_an_import_can_be_stopped_and_says_so(
    client: TestClient, given: Given, case_id: int
) -> None:
    job = client.post(f"/cases/{case_id}/import", data=PASTE).headers["location"]

    answer = client.post(f"{job}/cancel")
    work(given)

    assert answer.status_code == 303
    assert given.store.articles.of_case(case_id) == ()
    assert "Cancelled" in client.get(job).text


def test_the_same_article_again_adds_nothing_and_says_so(
    client: TestClient, given: Given, case_id: int
) -> None:
    client.post(f"/cases/{case_id}/import", data=PASTE)
    again = client.post(f"/cases/{case_id}/import", data=PASTE).headers["location"]
    work(given)

    assert len(given.store.articles.of_case(case_id)) == 1
    assert "Already in this case" in client.get(again).text


def test_an_import_that_is_not_here_is_said(client: TestClient, given_reviewer: None) -> None:
    assert client.get("/imports/99").status_code == 404
    assert client.post("/imports/99/cancel").status_code == 404
