"""The rows of kinds of difference that the engine tells in loose sentences, both ways round."""

import pytest

from app.domain.pairs import Finding, Relation
from app.engine.alignment import align
from app.engine.comparators import COMPARATORS, Comparator
from app.engine.comparing import aligned_texts, compare_texts
from app.engine.sides import loose

AGREE, CONFLICT, RELATED = Relation.AGREE, Relation.CONFLICT, Relation.RELATED
ROWS = (
    ("Between 200 and 300 people marched in Orby.", "About 260 people marched in Orby.", AGREE),
    ("The fire burned 40 hectares of forest.", "The fire burned about 100 acres of forest.",
     AGREE),
    ("The port won a EUR 2.1m grant.", "The port won a $2.3m grant.", RELATED),
    ("A third of the staff will lose their jobs.", "410 of 1,230 staff will lose their jobs.",
     AGREE),
    ("The strike hit 5% of workers.", "The strike hit 3% of residents.", RELATED),
    ("Sales were up 8% on the quarter.", "Sales were down 3% on the year.", RELATED),
    ("The bridge cost 1.4 billion dollars.", "The bridge cost 1.4 million dollars.", CONFLICT),
    ("The ferry carried 187 passengers.", "The ferry carried 178 passengers.", CONFLICT),
    ("She is the first woman to lead the port.", "She is the second woman to lead the port.",
     CONFLICT),
    ("Output is the lowest since 2009.", "Output is the lowest since 2011.", CONFLICT),
    ("The flood hit Lower Weston.", "The flood hit Easton.", CONFLICT),
    ("John A. Reed was fined on Monday.", "John B. Reed was fined on Monday.", CONFLICT),
    ("Oleksandr Hrytsenko won the race.", "Alexander Gritsenko won the race.", AGREE),
    ("Minister Oduya opened the bridge.", "Former minister Oduya opened the bridge.", CONFLICT),
    ("Reed was arrested on Monday.", "Reed was charged on Monday.", CONFLICT),
    ("The plant closed after the strike.", "The plant closed because of the strike.", RELATED),
    ("“I will not resign,” Oduya said.",
     "“I will not resign unless the board asks me to,” Oduya said.", CONFLICT),
    ("Reed denied the claim.", "Reed declined to comment on the claim.", CONFLICT),
    ("All schools closed on Monday.", "Some schools closed on Monday.", CONFLICT),
    ("The plant will close.", "The plant will close if the sale fails.", CONFLICT),
    ("Oduya ruled out a run for mayor.", "Oduya did not rule out a run for mayor.", CONFLICT),
    ("Rovers won 2-1 on Saturday.", "Rovers lost 1-2 on Saturday.", CONFLICT),
    ("The council passed it 9-2.", "The council passed it unanimously.", CONFLICT),
    ("The council passed it 9-0 with two abstentions.", "The council passed it unanimously.",
     AGREE),
    ("The council passed it 13-0.", "The council passed it without dissent.", AGREE),
    ("The city will build 500 homes.", "The city has built 500 homes.", CONFLICT),
    ("Twelve people died in the flood at Orby.", "Nineteen people died in the flood at Orby.",
     CONFLICT),
    ("The council of Las Orbitos voted to opt out.", "The council of Los Orbitos voted to opt out.",
     CONFLICT),
)


@pytest.mark.parametrize(("one", "other", "relation"), ROWS)
def test_each_kind_of_difference_is_told(one: str, other: str, relation: Relation) -> None:
    there, back = compare_texts(one, other), compare_texts(other, one)

    assert there.relation is relation
    assert back.relation is relation


@pytest.mark.parametrize("compare", COMPARATORS.values(), ids=[str(one) for one in COMPARATORS])
@pytest.mark.parametrize(("one", "other", "relation"), ROWS)
def test_no_comparator_minds_which_side_comes_first(
    compare: Comparator, one: str, other: str, relation: Relation,
) -> None:
    both = aligned_texts(loose(one), loose(other))

    there, back = compare(both), compare(both.turned())

    assert _told(there) == _told(back.turned() if back is not None else None)


@pytest.mark.parametrize("compare", COMPARATORS.values(), ids=[str(one) for one in COMPARATORS])
def test_no_comparator_speaks_without_evidence(compare: Comparator) -> None:
    apart = align(loose("The ferry sank off Wexmoor."), loose("A choir sang in the hall."))

    assert compare(apart) is None
    assert compare(align(loose(""), loose("Nothing here."))) is None


def _told(finding: Finding | None) -> tuple[object, ...]:
    if finding is None:
        return ()
    return (finding.relation, finding.strength, finding.first_places, finding.second_places)
