import csv
import io
import json
import re

import pytest
from fastapi.testclient import TestClient

from app.domain.pairs import Pair, Relation
from tests.factories import NOON, Given

FORMATS = ("html", "csv", "json")


@pytest.fixture
def pair(given: Given) -> Pair:
    """One pair, tagged by the reviewer of this machine with a note."""
    given.reviewer("Ada")
    made = given.pair()
    given.topic(made, label="Number of piers")
    given.tag(made, Relation.CONFLICT, note="Ask the builder.", by=given.reviewer("Ada"))
    given.keep()
    return made


def hidden_answer(given: Given, pair: Pair) -> Pair:
    """A second pair that only somebody else has tagged."""
    other = given.pair("The roof is red.", "The roof is green.")
    given.tag(other, Relation.AGREE, by=given.reviewer("Bo"), note="Same red.")
    given.keep()
    return other


def test_the_preview_shows_the_report_beside_the_panel(client: TestClient, pair: Pair) -> None:
    answer = client.get(f"/cases/{pair.case_id}/report")

    assert answer.status_code == 200
    assert "what two outlets report" in answer.text
    assert "Number of piers" in answer.text
    assert "Ask the builder." in answer.text
    for suffix in FORMATS:
        assert f'formaction="/cases/{pair.case_id}/report.{suffix}"' in answer.text
    assert len(re.findall(r"<h1\b", answer.text)) == 1


def test_it_says_what_nobody_has_reviewed(client: TestClient, given: Given, pair: Pair) -> None:
    given.pair("The roof is red.", "The roof is green.")
    given.keep()

    left_out = client.get(f"/cases/{pair.case_id}/report").text
    marked = client.get(f"/cases/{pair.case_id}/report?names=letters&include=unreviewed").text

    assert "<b>Nobody has reviewed 1 pair.</b> The report leaves it out and says so." in left_out
    assert 'data-voice="suggested"' not in left_out
    assert "The report marks it as a suggestion." in marked
    assert 'data-voice="suggested"' in marked


def test_the_panel_keeps_what_was_chosen(client: TestClient, pair: Pair) -> None:
    answer = client.get(
        f"/cases/{pair.case_id}/report?names=full&include=matrix&include=notes&format=csv").text

    ticked = set(re.findall(r'value="(\w+)" checked', answer))
    assert ticked == {"csv", "matrix", "notes", "full"}
    assert "Ada" in answer
    assert "Conflicts and agreements are left out by choice." in answer


def test_htmx_gets_the_sheet_alone(client: TestClient, pair: Pair) -> None:
    answer = client.get(f"/cases/{pair.case_id}/report?names=letters&include=matrix",
                        headers={"hx-request": "true", "hx-target": "sheet"})

    assert '<div class="sheet" id="sheet">' in answer.text
    assert "<form" not in answer.text


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_tag_is_in_every_file(client: TestClient, pair: Pair, suffix: str) -> None:
    answer = client.get(f"/cases/{pair.case_id}/report.{suffix}")

    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith(
        f'attachment; filename="harbour-bridge.{suffix}"')
    assert "Ask the builder." in answer.text
    assert "conflict" in answer.text.lower()


def test_the_files_are_what_they_say(client: TestClient, pair: Pair) -> None:
    html, sheet, data = (client.get(f"/cases/{pair.case_id}/report.{suffix}")
                         for suffix in FORMATS)

    assert html.headers["content-type"] == "text/html; charset=utf-8"
    assert sheet.headers["content-type"].startswith("text/csv; charset=utf-8")
    assert data.headers["content-type"] == "application/json"
    assert next(csv.DictReader(io.StringIO(sheet.content.decode("utf-8-sig"))))["pair"] == "1"
    assert json.loads(data.content)["pairs"][0]["tags"][0]["relation"] == "conflict"


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_file_asked_for_twice_is_the_same(client: TestClient, pair: Pair, suffix: str) -> None:
    address = f"/cases/{pair.case_id}/report.{suffix}"

    assert client.get(address).content == client.get(address).content


@pytest.mark.parametrize(("name", "plain", "true"), [
    ("Été à Paris", "ete-a-paris", "%C3%A9t%C3%A9-%C3%A0-paris"),
    ('A"; filename="evil.exe', "a-filename-evil-exe", "a-filename-evil-exe"),
    ("../../etc/passwd", "etc-passwd", "etc-passwd"),
    ("桥", "report", "%E6%A1%A5"),
    ("nice\u202etxt", "nice-txt", "nice-txt"),
    ("line\r\nX: y", "line-x-y", "line-x-y"),
])
def test_a_download_is_named_after_the_case_and_nothing_else(
    client: TestClient, given: Given, name: str, plain: str, true: str,
) -> None:
    case_id = given.store.cases.add(name, opened_by=given.reviewer().id, at=NOON).id
    given.keep()

    told = client.get(f"/cases/{case_id}/report.json").headers["content-disposition"]

    assert told == f"attachment; filename=\"{plain}.json\"; filename*=UTF-8''{true}.json"


def test_a_reviewer_is_asked_before_others_answers_are_shown(
    client: TestClient, given: Given, pair: Pair,
) -> None:
    hidden_answer(given, pair)

    asked = client.get(f"/cases/{pair.case_id}/report").text
    opened = client.get(f"/cases/{pair.case_id}/report?anyway=1").text

    assert "You have not tagged 1 pair yet" in asked
    assert "Open the report anyway" in asked
    assert "Same red." not in asked
    assert "Same red." in opened
    assert '<input type="hidden" name="anyway" value="1">' in opened


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_file_is_no_way_round_the_question(
    client: TestClient, given: Given, pair: Pair, suffix: str,
) -> None:
    hidden_answer(given, pair)

    asked = client.get(f"/cases/{pair.case_id}/report.{suffix}")
    opened = client.get(f"/cases/{pair.case_id}/report.{suffix}?anyway=1")

    assert (asked.status_code, asked.headers["location"]) == (
        303, f"/cases/{pair.case_id}/report?format={suffix}")
    assert "Same red." in opened.text


@pytest.mark.usefixtures("given_reviewer")
@pytest.mark.parametrize("address", ["/cases/404/report", "/cases/404/report.json"])
def test_a_case_that_is_not_there_is_not_found(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["report.docx", "report?format=docx", "report."])
def test_a_format_that_is_not_there_is_not_found(
    client: TestClient, pair: Pair, address: str,
) -> None:
    assert client.get(f"/cases/{pair.case_id}/{address}").status_code == 404


def test_an_empty_case_says_what_a_report_needs(client: TestClient, given: Given) -> None:
    case = given.case()
    given.keep()

    answer = client.get(f"/cases/{case.id}/report")

    assert answer.status_code == 200
    assert "There is nothing to report yet" in answer.text
    assert f'href="/cases/{case.id}/import"' in answer.text


def test_nothing_of_an_article_becomes_part_of_the_page(client: TestClient, given: Given) -> None:
    bad = "<script>alert(1)</script> said four.", "<img src=x onerror=alert(1)> said five."
    pair = given.pair(*bad)
    given.tag(pair, Relation.CONFLICT, note="</style><script>y()</script>")
    given.keep()

    for address in ("report", "report.html"):
        answer = client.get(f"/cases/{pair.case_id}/{address}").text
        assert "<script>alert" not in answer
        assert "<script>y" not in answer
        assert "<img" not in answer
        assert "&lt;script&gt;alert(1)&lt;/script&gt; said four." in answer
