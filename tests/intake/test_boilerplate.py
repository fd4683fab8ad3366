from collections.abc import Callable
from datetime import date
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.claims import read_claims
from app.intake.boilerplate import clean

FURNITURE = [
    ("top of page", "page navigation"),
    ("bottom of page", "page navigation"),
    ("Back to top", "page navigation"),
    ("Skip to main content", "page navigation"),
    ("Home > News > Politics", "page navigation"),
    ("Share this article", "share line"),
    ("Share on Facebook", "share line"),
    ("Facebook Twitter Email Print", "share line"),
    ("Facebook | X | WhatsApp", "share line"),
    ("CLICK HERE TO READ MORE FROM THE WESTON HERALD", "read-more line"),
    ("Read more: How the dam was built", "read-more line"),
    ("Continue reading", "read-more line"),
    ("RELATED: Dam inspectors walk out", "read-more line"),
    ("More from Weston", "read-more line"),
    ("You may also like", "read-more line"),
    ("Watch: The dam at night", "read-more line"),
    ("ADVERTISEMENT", "advertisement"),
    ("Story continues below advertisement", "read-more line"),
    ("Sponsored content", "advertisement"),
    ("Sign up for our newsletter", "sign-up line"),
    ("Subscribe to the Weston Herald today!", "sign-up line"),
    ("Get the latest news in your inbox", "sign-up line"),
    ("Follow us on Instagram", "sign-up line"),
    ("Already a subscriber? Log in", "sign-up line"),
    ("© 2024 Weston Herald. All rights reserved.", "copyright line"),
    ("Copyright 2024 The Weston Herald", "copyright line"),
    ("This material may not be published, broadcast or rewritten.", "copyright line"),
    ("Photo: Ann Reed/Weston Herald", "image credit"),
    ("Image credit: Ann Reed", "image credit"),
    ("(Photo by Ann Reed/Getty Images)", "image credit"),
    ("The dam at dawn. AP Photo/Ann Reed", "image credit"),
    ("Ann Reed/Getty Images", "image credit"),
    ("Staff Writer", "byline"),
    ("By Ann Reed", "byline"),
    ("By Ann Reed, city hall reporter", "byline"),
    ("By our health correspondent", "byline"),
    ("Updated at 11:40", "date line"),
    ("Last updated at 9.30pm", "date line"),
    ("By Ann Reed and Bo Lind, Staff Writers", "byline"),
    ("Ann Reed, Political Correspondent", "byline"),
    ("Ann Reed | Reporter", "byline"),
    ("Reporting by Ann Reed; Editing by Bo Lind", "byline"),
    ("Published: Nov. 20, 2024 at 3:04 PM", "date line"),
    ("November 20, 2024", "date line"),
    ("Updated 3 hours ago", "date line"),
    ("5 min read", "reading time"),
    ("Tags: dam, flood, Weston", "tags"),
    ("12 Comments", "comments"),
    ("Leave a comment", "comments"),
]
STORY = [
    "Subscribers to the theatre paid more this year.",
    "The photo by Ann Reed shows the dam before it broke.",
    "Share prices fell on Monday.",
    "The top of the page was torn off, the archivist said.",
    "Read more books, the minister told schools.",
    "By Monday, the dam had broken.",
    "By a vote of 9-2, the council agreed.",
    "Sign language is taught here.",
    "Search teams found the boat.",
    "Home prices rose 4 percent.",
    "Video shows the dam breaking.",
    "The newsletter was late.",
    "Comments by the mayor drew anger.",
    "Copyright law protects the film.",
    "The reporter left Weston in May.",
    "He was a staff writer for years.",
    "Follow the money, the judge said.",
    "Donald Trump — the president-elect — spoke to the council for more than an hour.",
    "The vote was on November 20, 2024.",
    "Image and text must match.",
    "Weston, Easton and Upper Weston — all three towns on the river — were flooded overnight.",
]
BODY = "The council of Weston voted 9-2 on Tuesday to rebuild the dam. It will cost $4m.\n"


@pytest.mark.parametrize(("line", "why"), FURNITURE)
def test_page_furniture_is_dropped_with_its_reason(line: str, why: str) -> None:
    cleaned = clean(f"{BODY}{line}\n{BODY}")

    assert [(one.text, one.why) for one in cleaned.dropped] == [(line, why)]
    assert line not in cleaned.text


@pytest.mark.parametrize("line", STORY)
def test_a_sentence_of_the_story_stays(line: str) -> None:
    cleaned = clean(f"{BODY}{line}\n{BODY}")

    assert line in cleaned.text
    assert cleaned.dropped == ()


PREFIXES = [
    (" date 2024-11-20 In anticipation of rain, Weston met.", date(2024, 11, 20)),
    ("2024-11-20 - The town of Weston met on the dam.", date(2024, 11, 20)),
    ("Nov. 20, 2024 — The town of Weston met on the dam.", date(2024, 11, 20)),
    ("Published November 20, 2024 The town of Weston met.", date(2024, 11, 20)),
    ("Wednesday, 20 November 2024: The town of Weston met.", date(2024, 11, 20)),
]


@pytest.mark.parametrize(("first", "day"), PREFIXES)
def test_a_date_before_the_first_words_becomes_the_articles_day(first: str, day: date) -> None:
    cleaned = clean(f"{first}\n{BODY}")

    assert cleaned.published_on == day
    assert [one.why for one in cleaned.dropped] == ["date prefix"]
    assert cleaned.text.startswith(("In anticipation", "The town"))


@pytest.mark.parametrize(
    "prefix",
    ["LOS ANGELES (Wire) — ", "WESTON — ", "Weston, Calif. (AP) - ", "WASHINGTON, Nov 20 (Wire) - ",
     "PARIS (AFP) – "],
)  # fmt: skip
def test_a_dateline_is_dropped(prefix: str) -> None:
    cleaned = clean(f"{prefix}{BODY}")

    assert cleaned.text == BODY.strip()
    assert [one.why for one in cleaned.dropped] == ["dateline"]


def test_no_day_is_guessed() -> None:
    assert clean(f"Nov 31, 2024\n{BODY}").published_on is None
    assert clean(BODY).published_on is None


def test_a_short_first_line_before_a_body_is_the_headline_and_stays() -> None:
    cleaned = clean(f"top of page\nDam to Be Rebuilt\n\nStaff Writer\n\n{BODY}")

    assert cleaned.title == "Dam to Be Rebuilt"
    assert cleaned.text.startswith("Dam to Be Rebuilt\n\nThe council")


@pytest.mark.parametrize("first", [BODY.strip(), "The council of Weston voted on the"])
def test_a_first_line_that_is_a_sentence_is_no_headline(first: str) -> None:
    assert clean(f"{first}\nrebuilding of the dam. {BODY}").title == ""


def test_text_is_composed_and_has_one_form_of_line_end_and_space() -> None:
    cleaned = clean("Cafe\u0301 Lind\u00a0opened.\r\nIt\u200b closed.\r\x00It rained.\u2028Twice.")

    assert cleaned.text == "Café Lind opened.\nIt closed.\nIt rained.\nTwice."


def test_a_photo_credit_at_the_end_of_a_line_goes_alone() -> None:
    cleaned = clean("The dam broke at dawn on Monday. (Photo by Ann Reed)\n" + BODY)

    assert cleaned.text.startswith("The dam broke at dawn on Monday.\n")
    assert [one.why for one in cleaned.dropped] == ["image credit"]


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from([line for line, _ in FURNITURE if "20" not in line]), max_size=4),
    st.integers(min_value=0, max_value=3),
)
def test_furniture_changes_no_claim(lines: list[str], place: int) -> None:
    story = [
        "The council of Weston voted 9-2 on Tuesday to rebuild the dam.",
        "“It will hold,” Mayor Mara Lind said.",
        "Lind expects work to start in May.",
    ]
    plain = read_claims(clean("\n\n".join(story)).text)
    furnished = "\n\n".join([*story[:place], *lines, *story[place:]])

    assert read_claims(clean(furnished).text) == plain


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=500))
def test_cleaning_takes_any_text_and_keeps_words_or_says_why_not(text: str) -> None:
    cleaned = clean(text)

    told = cleaned.text + "".join(one.text for one in cleaned.dropped)
    assert "\r" not in cleaned.text
    assert sum(map(str.isalnum, told)) >= sum(map(str.isalnum, normalize("NFC", text)))


@pytest.mark.parametrize("agency", [
    "Getty Images", "AP Photo", "Reuters", "AFP", "Shutterstock", "iStock", "Alamy", "EPA",
    "Unsplash", "PA Wire", "PA Media", "Zuma Press",
])  # fmt: skip
@pytest.mark.parametrize("written", [str.upper, str.lower, lambda name: name.replace("s", "ſ")])
def test_the_credit_of_each_agency_goes_in_any_case(
    agency: str, written: Callable[[str], str]
) -> None:
    line = f"Ann Lee/{written(agency)}"

    assert [one.text for one in clean(f"The bridge shut.\n\n{line}\n").dropped] == [line]
