from app.engine.casework.labels import LONGEST
from app.engine.casework.matrix import topics
from tests.engine.casework.telling import Piece, compared

STORY = (
    Piece("The Orby council voted 9-0 to rebuild the dam on Monday. It will cost $4 million. "
          "At least 12 people died in the flood in Orby.", source=1),
    Piece("The Orby council voted unanimously to rebuild the dam. The dam will cost $40 million. "
          "The flood in Orby killed 12 people.", source=2),
    Piece("The Orby council voted 7-2 to rebuild the dam. Rebuilding the dam will cost $4 million. "
          "Twelve people died in the flood in Orby.", source=3),
)


def test_values_that_agree_share_a_version_and_most_tellers_come_first() -> None:
    (vote,) = (one for one in topics(compared(*STORY)) if one.label == "Council vote")

    assert [(answer.value, answer.version) for answer in vote.answers] == [
        ("9–0", 1), ("Unanimous", 1), ("7–2", 2)]


def test_labels_and_values_are_short_and_in_sentence_case() -> None:
    for topic in topics(compared(*STORY)):
        assert 0 < len(topic.label) <= LONGEST
        assert topic.label[0] == topic.label[0].upper()
        assert all(0 < len(answer.value) <= LONGEST for answer in topic.answers)


def test_no_two_topics_have_one_name() -> None:
    named = [(topic.label, topic.reason) for topic in topics(compared(*STORY))]

    assert len(named) == len(set(named))


def test_a_topic_takes_two_articles_or_two_answers() -> None:
    assert topics(compared("The Orby council voted 9-0 to rebuild the dam.")) == ()


def test_the_same_articles_give_the_same_bytes() -> None:
    once, again = compared(*STORY), compared(*STORY)

    assert repr(once.suggestions("test")) == repr(again.suggestions("test"))
    assert repr(topics(once)) == repr(topics(again))


def _tour(source: int, **homes: int) -> Piece:
    """An article on a storm, town by town."""
    told = [f"The storm damaged {count} homes in {town}." for town, count in homes.items()]
    return Piece("\n\n".join(told), source=source)


def test_one_thing_counted_town_by_town_is_a_topic_for_each_town() -> None:
    found = topics(compared(
        _tour(1, Elmsford=31, Netherby=72), _tour(2, Elmsford=31, Netherby=75),
        _tour(3, Elmsford=38, Netherby=72)))

    assert {topic.label: [answer.value for answer in topic.answers] for topic in found} == {
        "Homes, Elmsford": ["31 homes", "31 homes", "38 homes"],
        "Homes, Netherby": ["72 homes", "75 homes", "72 homes"]}


def test_many_towns_do_not_crowd_each_other_out() -> None:
    towns = ("Aldermoor", "Birchhaven", "Calderwick", "Dunmarrow", "Elmsford", "Farrowby",
             "Glenharrow", "Hollinsea", "Ivybridge", "Jarrowmere", "Kestrelby", "Lindenholt")
    usual = {town: 40 + at for at, town in enumerate(towns)}
    case = compared(*(_tour(at, **usual) for at in range(1, 8)),
                    *(_tour(8, **{**usual, town: 97}) for town in towns[-1:]))

    found = {topic.label: topic for topic in topics(case)}

    assert set(found) == {f"Homes, {town}" for town in towns}
    assert all(len(topic.answers) == 8 for topic in found.values())
    last = found["Homes, Lindenholt"].answers
    assert [answer.version for answer in last] == [1] * 7 + [2]
