"""What the page of one pair says, and to whom."""

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from app.domain.claims import Speaker, SpeakerKind
from app.domain.pairs import Pair, Place, Reason, Relation
from tests.factories import Given, claim, finding, suggestion
from tests.web.markup import Markup

EVIDENCE = {"HX-Request": "true", "HX-Target": "evidence"}
FIRST = "The council approved the bridge unanimously; it returns for a second vote."
SECOND = "The bridge, which passed 13–0 on Tuesday, is likely to be signed."


def places(text: str, *words: str) -> tuple[Place, ...]:
    return tuple(Place(text.index(word), text.index(word) + len(word)) for word in words)


@pytest.fixture
def pair(given: Given) -> Pair:
    """A pair whose votes agree and whose next steps are another matter."""
    [one] = given.claims(given.article(FIRST, source="Courier", title="Council backs bridge"))
    [other] = given.claims(given.article(claim(SECOND, speaker=Speaker(
        name="the mayor", kind=SpeakerKind.INDIRECT)), source="Herald", title="Bridge passes"))
    vote = replace(
        finding(reason=Reason.VOTE_COUNT, relation=Relation.AGREE, because="Nobody voted no."),
        what="Vote count", reading="Same outcome", first_value="unanimous", second_value="13–0",
        first_places=places(FIRST, "unanimously"), second_places=places(SECOND, "13–0"))
    step = replace(
        finding(reason=Reason.EVENT_ORDER, relation=Relation.RELATED), what="Next step",
        reading="Another step", first_value="second vote", second_value="signature",
        first_places=places(FIRST, "a second vote"), second_places=places(SECOND, "be signed"))
    made = replace(suggestion(vote, step), aligned=0.6, only_second=places(SECOND, "on Tuesday"))
    pair = given.paired(one, other, made)
    given.keep()
    return pair


def page_of(client: TestClient, pair: Pair, query: str = "") -> Markup:
    return Markup.of(client.get(f"/pairs/{pair.id}{query}"))


def test_a_pair_asks_one_question_and_says_why(client: TestClient, pair: Pair) -> None:
    page = page_of(client, pair)

    assert page.words("h1") == ["Do these two agree on the vote?"]
    assert page.words(".reason") == ["Vote count"]
    assert page.one(".question").one(".tag").text == "Suggested: agree"
    assert page.one(".question__because").text == "Nobody voted no."


def test_marks_have_the_same_number_on_both_sides_and_in_the_table(
    client: TestClient, pair: Pair
) -> None:
    page = page_of(client, pair)

    left, right = (side.all("mark") for side in page.all(".claims__side"))
    numbers = ["difference 1:", "difference 2:"]
    assert [mark.one(".hidden-text").text for mark in left] == numbers
    assert [mark.one(".hidden-text").text for mark in right] == numbers
    assert [mark.text.removeprefix(f"difference {n}: {n}") for n, mark in enumerate(left, 1)] == [
        "unanimously", "a second vote"]
    assert page.words("tbody th") == ["Difference 1: 1 Vote count", "Difference 2: 2 Next step"]


def test_the_number_of_a_mark_stays_on_the_line_of_its_first_word(
    client: TestClient, pair: Pair
) -> None:
    page = page_of(client, pair)

    assert [start.text for start in page.all(".mark__start")] == [
        "difference 1: 1unanimously", "difference 2: 2a",
        "difference 1: 113–0", "difference 2: 2be"]


def test_words_without_counterpart_are_dotted(client: TestClient, pair: Pair) -> None:
    assert page_of(client, pair).words(".only-here") == ["on Tuesday"]


def test_each_claim_is_shown_whole_in_its_own_direction(client: TestClient, pair: Pair) -> None:
    claims = page_of(client, pair).all("blockquote")

    first = claims[0].text.replace("difference 1: 1", "").replace("difference 2: 2", "")
    assert first == FIRST
    assert [claim["dir"] for claim in claims] == ["auto", "auto"]


def test_without_marks_the_words_stand_alone(client: TestClient, pair: Pair) -> None:
    page = page_of(client, pair, "?marks=0")

    assert page.all("mark") == []
    assert page.all(".mark__number") == []
    assert page.words("blockquote") == [FIRST, SECOND]
    assert page.words("tbody th") == ["Vote count", "Next step"]


def test_the_strip_is_one_image_with_its_words(client: TestClient, pair: Pair) -> None:
    strip = page_of(client, pair).one("#strip")

    assert strip.one(".ticks")["role"] == "img"
    assert strip.one(".ticks")["aria-label"] == "0 of 1 tagged, 0 skipped"
    assert [tick["data-tick"] for tick in strip.all(".ticks__tick")] == ["current"]


def test_four_answers_stand_in_one_order_and_carry_their_keys(
    client: TestClient, pair: Pair
) -> None:
    buttons = page_of(client, pair).one("[role=group]").all("button[name=tag]")[:4]

    assert [button["value"] for button in buttons] == [
        "agree", "conflict", "related", "unrelated"]
    assert [button["data-key"] for button in buttons] == ["a 1", "c 2", "r 3", "u 4"]
    assert [button.get("data-suggested") is not None for button in buttons] == [
        True, False, False, False]
    assert {button["aria-pressed"] for button in buttons} == {"false"}


def test_others_stay_hidden_until_the_viewer_has_tagged(
    client: TestClient, given: Given, pair: Pair
) -> None:
    given.tag(pair, Relation.CONFLICT, by=given.reviewer("Bo"), note="I asked the clerk.")
    given.keep()

    before = page_of(client, pair)
    client.post(f"/pairs/{pair.id}/tag", data=before.fields() | {"tag": "agree"})
    after = page_of(client, pair)

    assert "1 other has tagged this pair" in before.one(".blind").text
    assert "I asked the clerk." not in before.text
    assert "conflict" not in before.one("aside").text.lower()
    assert "I asked the clerk." in after.one(".others").text
    assert "Tags differ. This pair goes to an adjudicator." in after.one("aside").text
    assert after.one("button[aria-pressed=true]")["value"] == "agree"


def test_more_context_opens_both_sides_and_leaves_the_note_alone(
    client: TestClient, pair: Pair
) -> None:
    answer = client.get(f"/pairs/{pair.id}?context=2", headers=EVIDENCE)

    part = Markup.of(answer)
    assert part.one("#evidence").all(".claims__side")
    assert part.one("#hints")["hx-swap-oob"] == "true"
    assert part.all("textarea") == []
    assert part.all("#strip") == []


def test_every_form_that_the_page_shows_has_another_key(client: TestClient, pair: Pair) -> None:
    keys = {page_of(client, pair).fields()["key"] for _ in range(3)}

    assert len(keys) == 3


def test_words_from_articles_are_text_and_never_markup(client: TestClient, given: Given) -> None:
    hostile = '<img src=x onerror=alert(1)> says the "council" & others.'
    pair = given.pair(hostile, sources=("<b>Courier</b>", "Herald"))
    given.keep()

    page = page_of(client, pair)

    assert page.all("img") == []
    assert page.words("blockquote")[0] == hostile
    assert page.words(".claims__source")[0] == "<b>Courier</b>"


def test_the_page_holds_nothing_that_the_policy_forbids(client: TestClient, pair: Pair) -> None:
    text = client.get(f"/pairs/{pair.id}").text

    assert " style=" not in text
    assert "<style" not in text
    assert " onclick=" not in text


def test_without_a_script_every_control_is_a_link_or_a_form(
    client: TestClient, pair: Pair
) -> None:
    page = page_of(client, pair)

    for element in page.all("[hx-get]"):
        assert element.tag == "a"
        assert element["href"] == element["hx-get"]
    for element in page.all("form[hx-post]"):
        assert (element["action"], element["method"]) == (element["hx-post"], "post")


@pytest.mark.parametrize("query", ["?q=case%3Dfirst", "?q=order%3Dsideways", "?context=far",
                                   "?marks=perhaps", f"?saved={2**63}"])
def test_an_address_that_no_page_wrote_is_refused(
    client: TestClient, pair: Pair, query: str
) -> None:
    assert client.get(f"/pairs/{pair.id}{query}").status_code == 422
