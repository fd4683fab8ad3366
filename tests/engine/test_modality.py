import pytest

from app.domain.claims import Modality, Polarity
from app.engine.claims import read_claims

MODALITIES = [
    ("The council passed the ordinance.", Modality.DID),
    ("The council will pass the ordinance.", Modality.WILL),
    ("The council is set to pass the ordinance.", Modality.WILL),
    ("The council plans to pass the ordinance.", Modality.WILL),
    ("“We’ll pass the ordinance,” Mara Lind said.", Modality.WILL),
    ("The council will likely pass the ordinance.", Modality.LIKELY),
    ("The council is expected to pass the ordinance.", Modality.LIKELY),
    ("The council could pass the ordinance.", Modality.COULD),
    ("The council may pass the ordinance.", Modality.COULD),
    ("It is unclear what the ordinance does.", Modality.UNCLEAR),
    ("It remains to be seen whether the ordinance helps.", Modality.UNCLEAR),
    ("The mayor denied the report.", Modality.DENIED),
    ("Mara Lind denied that the dam leaks.", Modality.DENIED),
    ("The council passed a law that could end the fee.", Modality.DID),
    ("The ordinance, which passed on Monday, will bar such sales.", Modality.WILL),
    ("Critics warn that the law could fail.", Modality.COULD),
    ("A march in May drew 15,000 people.", Modality.DID),
    ("They may march in May.", Modality.COULD),
    ("The firm could not be reached for comment.", Modality.DID),
    ("The two sides could not agree.", Modality.DID),
    ("It could not be worse.", Modality.COULD),
    ("Mara Lind said she would stay.", Modality.WILL),
    ("Mara Lind said she would stay if asked.", Modality.COULD),
    ("The levy would take effect in June.", Modality.COULD),
    ("If the sale fails, the plant will close.", Modality.WILL),
    ("It failed due to the storm.", Modality.DID),
    ("Mara Lind vowed to fix the dam.", Modality.WILL),
    ("The city plans are ready.", Modality.DID),
    ("The council has vowed to rebuild the dam.", Modality.WILL),
    ("Mara Lind has committed to rebuilding the dam.", Modality.WILL),
    ("Mara Lind said she can guarantee that the dam will hold.", Modality.WILL),
    ("Mara Lind vowed that the dam will hold.", Modality.WILL),
    ("The council has pledged a new dam.", Modality.WILL),
    ("Mara Lind told KTTV this week that the dam could fail.", Modality.COULD),
    ("Bo Reed committed the robbery.", Modality.DID),
    ("Bo Reed has said there should be a new dam.", Modality.SHOULD),
    ("The dam must be closed.", Modality.SHOULD),
    ("The city has to close the dam.", Modality.SHOULD),
    ("The council needs to act.", Modality.SHOULD),
    ("The city had to close the dam.", Modality.DID),
]
POLARITIES = [
    ("The council passed the ordinance.", Polarity.POSITIVE),
    ("The council did not pass the ordinance.", Polarity.NEGATIVE),
    ("The council didn’t pass the ordinance.", Polarity.NEGATIVE),
    ("The council has never passed the ordinance.", Polarity.NEGATIVE),
    ("The council refused to pass the ordinance.", Polarity.NEGATIVE),
    ("The council failed to pass the ordinance.", Polarity.NEGATIVE),
    ("None of the members voted.", Polarity.NEGATIVE),
    ("Nobody voted for it.", Polarity.NEGATIVE),
    ("There is no plan.", Polarity.NEGATIVE),
    ("The council not only passed but signed it.", Polarity.POSITIVE),
    ("Many are workers without papers.", Polarity.POSITIVE),
    ("The city will not cooperate.", Polarity.NEGATIVE),
    ("The city has a rule that does not help.", Polarity.POSITIVE),
    ("There should be more, not less, help.", Polarity.POSITIVE),
    ("“We can’t wait,” Mara Lind said.", Polarity.NEGATIVE),
    ("The rule tells officers not to ask.", Polarity.NEGATIVE),
    ("The city has a policy that orders officers not to ask about papers.", Polarity.NEGATIVE),
    ("The council decided not to sell the dam.", Polarity.NEGATIVE),
    ("The city will refuse to share its files.", Polarity.NEGATIVE),
    ("Mara Lind can guarantee that the dam will not leak.", Polarity.NEGATIVE),
    ("The council voted to repair the dam, not to replace it.", Polarity.POSITIVE),
]


@pytest.mark.parametrize(("text", "expected"), MODALITIES)
def test_a_claim_knows_how_sure_it_is(text: str, expected: Modality) -> None:
    [claim] = read_claims(text)

    assert claim.modality is expected


@pytest.mark.parametrize(("text", "expected"), POLARITIES)
def test_a_claim_knows_whether_it_affirms(text: str, expected: Polarity) -> None:
    [claim] = read_claims(text)

    assert claim.polarity is expected
