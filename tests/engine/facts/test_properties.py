"""What holds for every value of a kind, not only for those in the tables."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.domain.facts import Day, Duration, FactKind
from app.domain.plurals import plural
from app.engine.claims import read_claims
from tests.engine.facts.reading import WEDNESDAY, read

NOUNS = st.sampled_from(["home", "school", "city", "bus", "worker", "church", "officer", "case"])
WHOLE = st.integers(2, 999_999).filter(lambda number: not 1000 <= number <= 2999)
PLAIN = settings(max_examples=25, deadline=None)
WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
         "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
         "nineteen"]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelt(number: int) -> str:
    """A number below a hundred in words."""
    if number < len(WORDS):
        return WORDS[number]
    ten, one = divmod(number, 10)
    return f"{TENS[ten - 2]}-{WORDS[one]}" if one else TENS[ten - 2]


@PLAIN
@given(WHOLE, NOUNS)
def test_any_figure_with_a_noun_is_a_count(number: int, noun: str) -> None:
    text = f"The storm hit {number:,} {plural(noun)} on Monday."

    assert read(FactKind.COUNT, text) == [f"{number:,} {plural(noun)}"]


@PLAIN
@given(st.integers(2, 99), NOUNS)
def test_a_figure_in_words_counts_as_one_in_digits(number: int, noun: str) -> None:
    told = [read(FactKind.COUNT, f"It hit {how} {plural(noun)}.") for how in
            (spelt(number), str(number))]

    assert told[0] == told[1] == [f"{number} {plural(noun)}"]


@PLAIN
@given(WHOLE, WHOLE, NOUNS)
def test_a_range_is_one_count_from_the_lower_to_the_upper(one: int, other: int, noun: str) -> None:
    low, high = sorted((one, other))
    assume(low < high)

    text = f"It hit between {low:,} and {high:,} {plural(noun)}."

    assert read(FactKind.COUNT, text) == [f"{low:,} to {high:,} {plural(noun)}"]


@PLAIN
@given(st.integers(0, 400), st.integers(0, 400),
       st.sampled_from(["The council voted {} to {} on it.", "The council voted {}-{} on it.",
                        "It passed in a {}–{} vote.", "They agreed by {} votes to {}."]))
def test_any_two_figures_beside_a_word_of_voting_are_a_vote(
    ours: int, theirs: int, form: str
) -> None:
    assert read(FactKind.VOTE, form.format(ours, theirs)) == [f"{ours}–{theirs}"]
    assert read(FactKind.COUNT, form.format(ours, theirs)) == []
    assert read(FactKind.SCORE, form.format(ours, theirs)) == []


@PLAIN
@given(st.integers(0, 120), st.integers(0, 120), st.sampled_from(["won", "lost", "drew"]))
def test_any_two_figures_beside_a_word_of_sport_are_a_score(
    ours: int, theirs: int, outcome: str
) -> None:
    text = f"Rovers {outcome} {ours}-{theirs} on Monday."

    assert read(FactKind.SCORE, text) == [f"{outcome} {ours}–{theirs}"]
    assert read(FactKind.VOTE, text) == []


@PLAIN
@given(st.integers(0, 1000), st.sampled_from(["percent", "per cent", "%", "pct"]))
def test_any_tenths_of_a_percent_are_read(tenths: int, sign: str) -> None:
    figure = f"{tenths / 10:g}"
    text = f"It rose by {figure}{'' if sign == '%' else ' '}{sign} in a year."

    assert read(FactKind.PERCENT, text) == [f"{figure}%"]
    assert read(FactKind.COUNT, text) == []


@PLAIN
@given(st.integers(1, 999), st.sampled_from([("$", "USD"), ("£", "GBP"), ("€", "EUR")]),
       st.sampled_from([("", 1), (" million", 10**6), ("m", 10**6), ("bn", 10**9)]))
def test_a_sign_and_a_figure_are_money(
    number: int, sign: tuple[str, str], size: tuple[str, int]
) -> None:
    text = f"It cost {sign[0]}{number}{size[0]} in all."

    assert read(FactKind.MONEY, text) == [f"{sign[1]} {number * size[1]:,}"]
    assert read(FactKind.COUNT, text) == []


@PLAIN
@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)),
       st.sampled_from(["{d} {m} {y}", "{m} {d}, {y}", "{y}-{n:02}-{d:02}"]))
def test_a_day_in_full_is_that_day_whatever_the_articles_own(day: date, form: str) -> None:
    told = form.format(d=day.day, m=f"{day:%B}", y=day.year, n=day.month)

    for published in (WEDNESDAY, None):
        found = _days(f"The bridge was opened on {told}.", published)

        assert [(one.first, one.last, one.basis) for one in found] == [
            (day.isoformat(), day.isoformat(), "")]


@PLAIN
@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)),
       st.sampled_from(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
                        "Sunday"]))
def test_a_weekday_of_the_past_is_in_the_week_before_the_article(day: date, name: str) -> None:
    [found] = _days(f"The council met on {name}.", day)

    assert found.first is not None
    resolved = date.fromisoformat(found.first)
    assert f"{resolved:%A}" == name
    assert timedelta() <= day - resolved < timedelta(days=7)
    assert found.basis


@PLAIN
@given(st.sampled_from(["on Tuesday", "yesterday", "last week", "on May 5", "in March",
                        "two days ago", "until Friday", "from 3 to 5 June"]))
def test_no_day_is_guessed_without_the_articles_own(when: str) -> None:
    assert all((one.first, one.last) == (None, None)
               for one in _days(f"The bridge was closed {when}.", None))


@PLAIN
@given(st.integers(2, 90), st.sampled_from([("days", 1), ("weeks", 7), ("hours", 1 / 24)]))
def test_a_figure_with_a_unit_of_time_is_so_many_days(
    number: int, unit: tuple[str, float]
) -> None:
    [claim] = read_claims(f"The talks lasted {number} {unit[0]}.")
    [fact] = [one for one in claim.facts if one.kind is FactKind.DURATION]

    assert isinstance(fact.value, Duration)
    assert abs(fact.value.low - number * unit[1]) < 1e-9


@PLAIN
@given(st.integers(1, 199))
def test_any_rank_in_figures_is_read(rank: int) -> None:
    suffix = "th" if 10 <= rank % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")

    assert read(FactKind.ORDINAL, f"It was the {rank}{suffix} round of talks.") == [
        f"{rank}{suffix} round"]


@PLAIN
@given(st.integers(1, 119), st.sampled_from(
    ["Mara Lind, {}, left.", "Mara Lind ({}) left.", "The {}-year-old left.",
     "A man aged {} left.", "She is {} years old."]))
def test_any_age_is_read_and_is_no_count(years: int, form: str) -> None:
    text = form.format(years)

    assert read(FactKind.AGE, text) == [f"{years} {'year' if years == 1 else 'years'} old"]
    assert read(FactKind.COUNT, text) == []


@PLAIN
@given(st.integers(1, 19), st.integers(2, 40))
def test_one_in_so_many_is_a_share(part: int, whole: int) -> None:
    assume(part < whole)

    text = f"Some {spelt(part)} in {spelt(whole)} voters agreed."

    assert [one.removeprefix("about ") for one in read(FactKind.SHARE, text)] == [
        f"{part}/{whole} of voter"]


@PLAIN
@given(st.integers(1, 9999), st.sampled_from(
    [("SB {}", "Senate Bill {}"), ("Proposition {}", "Proposition {}"),
     ("Special Order {}", "Special Order {}"), ("8 U.S.C. § {}", "8 U.S.C. § {}")]))
def test_the_number_of_a_law_counts_nothing(number: int, form: tuple[str, str]) -> None:
    text = f"The council backed {form[0].format(number)} on Monday."

    assert read(FactKind.LAW, text) == [form[1].format(number)]
    assert read(FactKind.COUNT, text) == []


@PLAIN
@given(st.sampled_from(["Ann", "Owen", "Karel", "Ingrid"]),
       st.from_regex(r"\A[BDFGKLMNPRSTV][aeiou][bdgklmnprst]{1,2}[aeo]r[kn]?\Z"))
def test_a_first_name_and_a_capital_word_are_a_person(first: str, last: str) -> None:
    assert read(FactKind.PERSON, f"The harbour was run by {first} {last}.") == [f"{first} {last}"]


@PLAIN
@given(st.text("abcdefgh ,;:", min_size=2, max_size=60).filter(lambda one: any(
    sign.isalpha() for sign in one)))
def test_what_stands_between_marks_is_quoted(words: str) -> None:
    assume(len(" ".join(words.split()).strip(" ,;:")) > 1)

    [quoted] = read(FactKind.QUOTE, f"Mara Lind said it was “{words}” on Monday.")

    assert quoted == " ".join(words.split()).strip(" ,;:")


FIGURES = {FactKind.COUNT, FactKind.MONEY, FactKind.PERCENT, FactKind.VOTE, FactKind.SCORE,
           FactKind.AGE, FactKind.DURATION}
PIECES = st.lists(st.sampled_from([
    "12", "1,200", "forty", "4 to 1", "2-1", "percent", "$", "million", "people", "homes", "voted",
    "won", "aged", "years old", "weeks", "of", "the", "between", "and", "about", "at least", "to",
    "in", "May", "5", "third", "second", "half", "toll", "rose", "were killed", "number of", ",",
    ".", "“", "”", "Mara Lind", "said", "Section", "pounds", "km", "an hour", "until Friday"]),
    max_size=24).map(" ".join)


@settings(max_examples=80, deadline=None)
@given(PIECES)
def test_no_figure_is_read_as_two_kinds(text: str) -> None:
    for claim in read_claims(text, published_on=WEDNESDAY):
        places = sorted((one.start, one.end) for one in claim.facts if one.kind in FIGURES)

        assert all(one[1] <= other[0] for one, other in pairwise(places))


def _days(text: str, published: date | None) -> list[Day]:
    return [one.value for claim in read_claims(text, published_on=published)
            for one in claim.facts if isinstance(one.value, Day)]
