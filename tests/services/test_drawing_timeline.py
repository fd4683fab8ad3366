"""Where lines, signs and labels of a timeline stand."""

from datetime import date, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from app.services.drawing.timeline import (
    FOLDED_OVER,
    LEFT,
    RIGHT,
    Drawing,
    Happening,
    Lane,
    Moment,
    Said,
    draw,
)

FIRST = date(2026, 11, 2)


def said(day: int, minute: int | None = None, version: int = 1, words: str = "two months",
         **more: object) -> Said:
    return Said(at=Moment(day=FIRST + timedelta(days=day), minute=minute), versions=(version,),
                words=words, **more)  # type: ignore[arg-type]


def lane(*texts: Said, name: str = "Harbour Post") -> Lane:
    return Lane(name=name, note="1 text", texts=texts)


def test_time_runs_from_left_to_right_and_lanes_from_top_to_bottom() -> None:
    made = draw([lane(said(0, 905)), lane(said(1, 400)), lane(said(2))])

    assert [sign.x for sign in made.signs] == sorted(sign.x for sign in made.signs)
    assert [sign.y for sign in made.signs] == sorted(sign.y for sign in made.signs)
    assert [band.words for band in made.bands] == ["2 Nov 2026", "3 Nov 2026", "4 Nov 2026"]


def test_only_a_day_without_hour_is_a_bar_with_its_sign_in_the_middle() -> None:
    made = draw([lane(said(0, 905)), lane(said(1))])

    [bar] = made.bars
    assert made.signs[1].x == bar.x + bar.width // 2


def test_a_line_is_solid_while_the_text_says_so_and_dashed_until_it_changed() -> None:
    changed = Moment(day=FIRST + timedelta(days=1), minute=600)
    made = draw([lane(said(0, 300, until=changed), said(1, 600)), lane(said(2))])

    assert [stroke.dashed for stroke in made.strokes] == [True, False, False]
    assert made.strokes[0].x2 == made.strokes[1].x1
    assert made.strokes[1].x2 == made.right


def test_long_empty_spans_are_folded_and_short_ones_are_not() -> None:
    near = draw([lane(said(0)), lane(said(FOLDED_OVER - 1))])
    far = draw([lane(said(0)), lane(said(1)), lane(said(20))])

    assert not any(band.is_fold for band in near.bands)
    assert [band.words for band in far.bands if band.is_fold] == ["18 days without a text"]
    assert len(far.bands) == 4


def test_a_copy_hangs_on_its_origin() -> None:
    made = draw([lane(said(0, 900)), lane(said(1, 540, copies=0))])

    [tie] = made.ties
    assert tie.startswith(f"M{made.signs[0].x} ")
    assert tie.endswith(f"H{made.signs[1].x - 9}")
    assert [stroke.is_copy for stroke in made.strokes] == [False, True]


def test_a_label_that_finds_no_room_above_goes_below_and_then_nowhere() -> None:
    made = draw([lane(*(said(0, minute, words="a fairly long value") for minute in (1, 2, 3)),
                      said(9, 1))])

    heights = {label.y for label in made.labels}
    assert len(made.labels) == 3
    assert len(heights) == 2


def test_a_happening_without_room_keeps_its_line() -> None:
    made = draw([lane(said(0)), lane(said(13))],
                [Happening(on=FIRST + timedelta(days=n), words="named by 3 texts")
                 for n in range(3)])

    assert len(made.happenings) == 3
    assert [bool(one.words) for one in made.happenings] == [True, False, True]


def test_a_long_name_is_cut_and_the_table_has_it_whole() -> None:
    [head] = draw([lane(said(0), name="The Evening Standard of Anywhere")]).heads

    assert head.name == "The Evening Stand…"


def boxes(made: Drawing) -> list[tuple[float, float, float]]:
    return [(label.start, label.end, label.y) for label in made.labels]


texts = st.builds(said, st.integers(0, 60), st.none() | st.integers(0, 1439), st.integers(1, 7),
                  st.text("abc é ש", min_size=1, max_size=45))
lanes = st.lists(st.builds(lambda told: lane(*sorted(told, key=lambda one: (
    one.at.day, one.at.minute or 0))), st.lists(texts, min_size=1, max_size=6)),
    min_size=1, max_size=8)


@given(lanes, st.lists(st.integers(0, 60), max_size=5, unique=True))
def test_labels_never_meet_and_all_stands_inside(
    told: list[Lane], named: list[int],
) -> None:
    made = draw(told, [Happening(on=FIRST + timedelta(days=day), words="named by 2 texts")
                       for day in named])

    for one, other in combinations(boxes(made), 2):
        assert one[2] != other[2] or one[1] <= other[0] or other[1] <= one[0]
    assert made.right >= RIGHT - len(made.bands)
    for label in made.labels:
        assert label.start >= LEFT
        assert label.end <= made.right
    for sign in made.signs:
        assert LEFT <= sign.x <= made.right
        assert 0 < sign.y < made.height
