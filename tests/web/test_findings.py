"""The queue as findings, rows selected in it, and views kept under a name."""

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from app.domain.pairs import Pair, Relation
from tests.factories import NOON, Given
from tests.web.answering import relations
from tests.web.markup import Element, Markup


@pytest.fixture
def slip(given: Given) -> list[Pair]:
    """Five pairs that share one finding on one topic."""
    given.reviewer("Ada")
    made = [given.pair(f"Bridge {n} has four piers.", f"Bridge {n} has five piers.",
                       score=0.9 - n / 10) for n in range(1, 6)]
    given.topic(*made)
    given.keep()
    return made


def findings(client: TestClient, query: str = "") -> Markup:
    answer = client.get(f"/queue?{query}&as=findings")
    assert answer.status_code == 200
    return Markup.of(answer)


def sent(form: Element, **more: object) -> dict[str, object]:
    """The hidden fields of a form, lists kept, and what is added."""
    fields: dict[str, list[str]] = {}
    for each in form.all("input[type=hidden]"):
        fields.setdefault(each["name"], []).append(each["value"])
    return {**fields, **more}


def press(client: TestClient, page: Markup, relation: str = "conflict") -> Response:
    [form] = page.all("form.finding__answers")
    return client.post(form["action"], data=sent(form, tag=relation))


def followed(client: TestClient, answer: Response) -> Markup:
    assert answer.status_code == 303, answer.text[:400]
    return Markup.of(client.get(answer.headers["location"]))


def test_a_finding_in_many_pairs_is_one_block(client: TestClient, slip: list[Pair]) -> None:
    page = findings(client)

    assert page.words("span.finding__size") == ["5 pairs"]
    assert page.words("h2.finding__question") == ["Is it the same figure for the number of piers?"]
    assert page.words("li.finding__value") == [
        "version 1 4 Courier, paragraph 1", "version 2 5 Herald, paragraph 1"]
    assert page.words("p.panel__foot") == ["2 more pairs: 4, 5Show all 5"]
    assert "They come from 1 finding." in page.text


def test_all_pairs_of_a_block_can_be_shown(client: TestClient, slip: list[Pair]) -> None:
    [link] = findings(client).all("p.panel__foot a")

    page = Markup.of(client.get(link["href"].partition("#")[0]))

    assert len(page.all("article.finding tr[data-row]")) == 5


def test_one_press_tags_the_open_pairs_and_one_undo_takes_all_back(
    client: TestClient, given: Given, slip: list[Pair]
) -> None:
    given.tag(slip[0], Relation.AGREE)
    given.keep()
    first = findings(client)

    page = followed(client, press(client, first))

    assert "Tag the 4 open pairs at once" in first.text
    assert page.one("form.pressed").text.startswith("4 pairs saved as conflict")
    assert [relations(given, pair) for pair in slip] == [
        [Relation.AGREE], *[[Relation.CONFLICT]] * 4]
    undo = page.one("form.pressed")
    back = followed(client, client.post(undo["action"], data=sent(undo)))
    assert back.one("form.pressed").text == "4 tags taken back"
    assert relations(given, slip[1]) == [Relation.CONFLICT, None]


def test_two_presses_of_one_form_are_one(
    client: TestClient, given: Given, slip: list[Pair]
) -> None:
    page = findings(client)
    press(client, page)

    again = followed(client, press(client, page))

    assert again.one("form.pressed").text.startswith("5 pairs saved as conflict")
    assert relations(given, slip[0]) == [Relation.CONFLICT]


def test_a_pair_taken_out_stands_for_itself(client: TestClient, slip: list[Pair]) -> None:
    links = findings(client).all("td.queue__keep a")

    page = Markup.of(client.get(links[1]["href"]))

    assert page.words("span.finding__size") == ["4 pairs"]
    assert len(page.all("table.queue--findings tr[data-row]")) == 1
    [form] = page.all("form.finding__answers")
    assert len(form.all("input[name=pair]")) == 4


def test_a_block_shows_once_however_the_list_is_paged(
    client: TestClient, given: Given, slip: list[Pair]
) -> None:
    for n in range(40):
        given.pair(f"Day {n}.", f"Night {n}.", score=0.85 - n / 100)
    given.keep()

    first = findings(client)
    onward = first.one("a[rel=next]")["href"]
    second = Markup.of(client.get(onward))

    assert len(first.all("article.finding") + second.all("article.finding")) == 1
    numbers = [row.text for page in (first, second)
               for row in page.all("td.queue__number")]
    assert len(set(numbers)) == len(numbers)


def test_what_changed_meanwhile_is_refused_and_nothing_is_written(
    client: TestClient, given: Given, slip: list[Pair]
) -> None:
    page = findings(client)
    given.topic(slip[0], label="Another matter")
    given.keep()

    answer = press(client, page)

    assert answer.status_code in {404, 409}
    assert [relations(given, pair) for pair in slip] == [[]] * 5


@pytest.mark.parametrize("query", ["out=x", "out=0", "after=zz", "as=other", "kept=1"])
def test_an_address_that_no_page_wrote_is_refused(
    client: TestClient, slip: list[Pair], query: str
) -> None:
    assert client.get(f"/queue?{query}").status_code == 422 or query == "out=0"
    assert client.get(f"/queue?as=findings&{query}").status_code == 422


def test_others_tags_stay_hidden_in_a_block(
    client: TestClient, given: Given, slip: list[Pair]
) -> None:
    given.tag(slip[0], Relation.UNRELATED, by=given.reviewer("Bo"))
    given.tag(slip[1], Relation.UNRELATED, by=given.reviewer("Bo"))
    given.tag(slip[1], Relation.AGREE)
    given.keep()

    page = findings(client)

    assert page.words("td.queue__mine")[:2] == ["Not yet", "Agree with an adjudicator"]
    assert page.all("span[data-relation=unrelated][data-state=tagged]") == []


# --- Rows selected in the list ----------------------------------------------------------


def select(client: TestClient, *pairs: Pair, **more: object) -> Response:
    form = Markup.of(client.get("/queue")).one("form#selected")
    return client.post("/queue/selected", data=sent(form, pair=[p.id for p in pairs], **more))


def test_rows_are_selected_and_tagged_without_a_script(
    client: TestClient, given: Given, slip: list[Pair]
) -> None:
    page = Markup.of(client.get("/queue"))

    done = followed(client, select(client, *slip[:2], do="unrelated"))

    assert len(page.all("form#selected input[name=pair]")) == 5
    assert done.one("form.pressed").text.startswith("2 pairs saved as unrelated")
    assert relations(given, slip[1]) == [Relation.UNRELATED]


def test_assigned_pairs_are_a_filter_of_whom_they_are_assigned_to(
    client: TestClient, given: Given, slip: list[Pair]
) -> None:
    me = given.reviewer("Ada")
    given.keep()
    before = Markup.of(client.get("/queue"))

    done = followed(client, select(client, *slip[:2], do="assign", who=me.id))
    mine = Markup.of(client.get("/queue?assigned=1&suggested=conflict"))

    assert "Assigned" not in before.text
    assert done.one("form.pressed").text.startswith("2 pairs assigned to Ada")
    assert done.one("span#n-assigned-1").text == "2"
    assert len(mine.all("tr[data-row]")) == 2
    assert "assigned to me" in mine.text
    assert done.one("span#n-mine-not_yet").text == "5"


@pytest.mark.parametrize(("data", "status"), [
    ({"do": "unrelated"}, 422), ({"do": "conflict", "pair": "1"}, 422),
    ({"do": "unrelated", "pair": "x"}, 422), ({"do": "unrelated", "pair": "99999"}, 404),
    ({"do": "assign", "pair": "1", "who": "99"}, 422),
    ({"do": "assign", "pair": "1", "unknown": "1"}, 422),
])
def test_a_selection_that_cannot_be_is_refused(
    client: TestClient, slip: list[Pair], data: dict[str, str], status: int
) -> None:
    assert client.post("/queue/selected", data=data).status_code == status


def test_a_press_comes_back_to_its_page_and_to_no_other_site(
    client: TestClient, slip: list[Pair]
) -> None:
    here = select(client, slip[0], do="unrelated", back="/queue?mine=not_yet")
    away = select(client, slip[1], do="unrelated", back="//elsewhere.example/")

    assert here.headers["location"].startswith("/queue?mine=not_yet&done=")
    assert away.headers["location"].startswith("/queue?done=")


# --- Views ------------------------------------------------------------------------------


def test_a_filter_is_kept_under_a_name_opened_and_removed_with_a_way_back(
    client: TestClient, slip: list[Pair]
) -> None:
    page = Markup.of(client.get("/queue?suggested=conflict&order=number"))
    form = page.one("form.views__new")

    kept = followed(client, client.post("/views", data=sent(form, name="  My  conflicts ")))
    link = kept.one("a.views__link")
    remove = kept.one("li.views__one form")
    gone = followed(client, client.post(remove["action"], data=sent(remove)))
    undo = gone.one("form.pressed")
    again = followed(client, client.post(undo["action"], data=sent(undo)))

    assert (link.text, link["href"]) == (
        "My conflicts", "/queue?suggested=conflict&order=number")
    assert link["aria-current"] == "page"
    assert gone.all("a.views__link") == []
    assert again.words("a.views__link") == ["My conflicts"]


def test_a_view_is_its_owners_alone_and_a_name_stands_once(
    client: TestClient, given: Given, slip: list[Pair]
) -> None:
    for query in ("suggested=agree", "suggested=conflict"):
        client.post("/views", data={"name": "Mine", "query": query})
    bo = given.reviewer("Bo")
    given.store.views.save(bo.id, "Bo’s", "", at=NOON)
    given.keep()

    page = Markup.of(client.get("/queue"))

    assert [(link.text, link["href"]) for link in page.all("a.views__link")] == [
        ("Mine", "/queue?suggested=conflict")]


@pytest.mark.parametrize("data", [
    {"name": " ", "query": ""}, {"name": "x" * 81, "query": ""},
    {"name": "Bad", "query": "suggested=maybe"}, {"name": "\0", "query": ""},
])
def test_a_view_without_a_name_or_with_a_strange_filter_is_refused(
    client: TestClient, slip: list[Pair], data: dict[str, str]
) -> None:
    assert client.post("/views", data=data).status_code == 422


# --- Tags that do not fit ---------------------------------------------------------------


@pytest.fixture
def misfit(given: Given) -> str:
    """Three tags of Ada that do not fit together; the id of their check."""
    claims = [claim for source in ("Courier", "Herald", "Mail")
              for claim in given.claims(given.article(f"The {source} counts.", source=source))]
    made = [given.paired(claims[a], claims[b]) for a, b in ((0, 1), (1, 2), (0, 2))]
    given.topic(*made)
    for pair, relation in zip(
            made, (Relation.AGREE, Relation.AGREE, Relation.CONFLICT), strict=True):
        given.tag(pair, relation)
    given.keep()
    return f"{made[2].id}-{made[0].id}-{made[1].id}"


def test_a_misfit_is_drawn_and_told_and_the_queue_counts_it(
    client: TestClient, misfit: str
) -> None:
    page = findings(client, "mine=not_yet")

    assert "1 warning" in client.get("/queue").text
    assert page.one("svg.triangle title").text == (
        "A and B: agree; B and C: agree; A and C: conflict")
    assert len(page.all("li.misfit__edge")) == 3
    assert "1 of 1 warning. Only your own tags are checked here." in page.text


def test_it_is_kept_with_a_reason_and_shown_again(client: TestClient, misfit: str) -> None:
    form = findings(client).one("form.misfit__form")

    kept = followed(client, client.post(form["action"], data=sent(form, why="Two questions.")))
    undo = kept.one("form.pressed")
    again = followed(client, client.post(undo["action"], data=sent(undo)))

    assert form["action"] == f"/checks/{misfit}/keep"
    assert kept.all("article.misfit") == []
    assert len(again.all("article.misfit")) == 1


@pytest.mark.parametrize(("path", "data", "status"), [
    ("/checks/1-2-3/keep", {"why": "No"}, 404), ("/checks/x/keep", {"why": "No"}, 404),
    ("/checks/{}/keep", {"why": " "}, 422), ("/checks/{}/keep", {"why": "x" * 2_001}, 422),
    ("/checks/9-9-9/show", {}, 404), ("/batches/77/undo", {}, 404),
    ("/findings/none-1/tag", {"tag": "agree", "pair": "1"}, 404),
])
def test_a_check_that_is_not_there_or_has_no_reason_is_refused(
    client: TestClient, misfit: str, path: str, data: dict[str, str], status: int
) -> None:
    assert client.post(path.format(misfit), data=data).status_code == status


def test_after_a_tag_that_does_not_fit_the_next_page_says_so(
    client: TestClient, given: Given, misfit: str
) -> None:
    conflict = int(misfit.partition("-")[0])

    page = Markup.of(client.get(f"/pairs/{conflict}?saved={conflict}"))

    assert "Three of your tags do not fit together" in page.one("p.question__misfit").text
    assert page.one("p.question__misfit a")["href"] == "/queue?as=findings#misfits"
