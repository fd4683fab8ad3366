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
