import pytest

from app.domain.claims import Claim, SpeakerKind
from app.engine.claims import read_claims

DIRECT, MIXED, INDIRECT = SpeakerKind.DIRECT, SpeakerKind.MIXED, SpeakerKind.INDIRECT

ONE_SENTENCE = [
    ("“The dam will hold,” Mara Lind said.", "Mara Lind", DIRECT, "said", ""),
    ("“The dam will hold,” said Mara Lind.", "Mara Lind", DIRECT, "said", ""),
    (
        "“The dam will hold,” said engineer Mara Lind, who built it.",
        "Mara Lind",
        DIRECT,
        "said",
        "",
    ),
    ('Mara Lind said, "The dam will hold."', "Mara Lind", DIRECT, "said", ""),
    ("Mara Lind said: “The dam will hold.”", "Mara Lind", DIRECT, "said", ""),
    ("“The dam will hold,” Mara Lind, the port engineer, said.", "Mara Lind", DIRECT, "said", ""),
    (
        "“The dam will hold,” Mara Lind said, according to KABC.",
        "Mara Lind",
        DIRECT,
        "said",
        "KABC",
    ),
    ("“The dam will hold,” Mara Lind told KTTV on Friday.", "Mara Lind", DIRECT, "told", "KTTV"),
    (
        "“The dam will hold,” Mara Lind told “Morning Live” on Friday.",
        "Mara Lind",
        DIRECT,
        "told",
        "Morning Live",
    ),
    ("Mara Lind said the dam will hold.", "Mara Lind", INDIRECT, "said", ""),
    ("Mara Lind has warned that the dam could fail.", "Mara Lind", INDIRECT, "warned", ""),
    ("The dam will hold, Mara Lind said.", "Mara Lind", INDIRECT, "said", ""),
    (
        "The dam will hold, the Associated Press reported.",
        "Associated Press",
        INDIRECT,
        "reported",
        "Associated Press",
    ),
    ("According to Mara Lind, the dam will hold.", "Mara Lind", INDIRECT, "according to", ""),
    (
        "The dam will hold, according to two officials.",
        "two officials",
        INDIRECT,
        "according to",
        "",
    ),
    ("Mara Lind said the dam is “as safe as a house” today.", "Mara Lind", MIXED, "said", ""),
    ("Mara Lind called the dam “a disgrace” on Friday.", "Mara Lind", MIXED, "called", ""),
    ("Critics argue that the dam is unsafe.", "Critics", INDIRECT, "argue", ""),
    ("Two officials said the dam is unsafe.", "Two officials", INDIRECT, "said", ""),
    (
        "A spokesman for the port said the dam is safe.",
        "spokesman for the port",
        INDIRECT,
        "said",
        "",
    ),
    ("Mara Lind vowed to fix the dam.", "Mara Lind", INDIRECT, "vowed", ""),
    ("Mara Lind denied that the dam leaks.", "Mara Lind", INDIRECT, "denied", ""),
]


def speaker(claim: Claim) -> tuple[str, str]:
    assert claim.speaker is not None
    return claim.speaker.name, claim.speaker.via


@pytest.mark.parametrize(("text", "name", "kind", "verb", "via"), ONE_SENTENCE)
def test_a_claim_knows_who_says_it(
    text: str, name: str, kind: SpeakerKind, verb: str, via: str
) -> None:
    [claim] = read_claims(text)

    assert claim.speaker is not None
    assert (claim.speaker.name, claim.speaker.kind) == (name, kind)
    assert (claim.speaker.verb, claim.speaker.via) == (verb, via)


NOBODY = [
    "The dam will hold.",
    "The firm added 13 jobs.",
    "The city will report 40 cases.",
    "The dam has “KEEP OUT” painted on it.",
    "The so-called “sanctuary” law took effect.",
    "The council noted and filed the plan.",
    "Having said so much, the dam held.",
    "The said dam held.",
    "It goes without saying.",
    "The paper reported a loss of $3m.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_a_plain_claim_has_no_speaker(text: str) -> None:
    assert all(claim.speaker is None for claim in read_claims(text))


def test_a_surname_and_a_pronoun_are_the_person_named_before() -> None:
    claims = read_claims(
        "Mayor Mara Lind opened the dam. “It is safe,” Lind said. “I would swim in it,” she added."
    )

    assert [speaker(claim)[0] for claim in claims[1:]] == ["Mara Lind", "Mara Lind"]


def test_an_office_is_its_holder() -> None:
    claims = read_claims("Weston Mayor Troy Reed opened the dam. The mayor said it is safe.")

    assert speaker(claims[1])[0] == "Troy Reed"


def test_two_people_with_one_surname_are_not_merged() -> None:
    claims = read_claims("Ann Reed met Bo Reed at the dam. Reed said it leaks.")

    assert speaker(claims[1])[0] == "Reed"


def test_a_quotation_that_goes_on_keeps_its_speaker() -> None:
    claims = read_claims("“It is safe. I would swim in it,” Mara Lind said. “So would you.”")

    assert [speaker(claim)[0] for claim in claims] == ["Mara Lind"] * 3


def test_a_quotation_over_paragraphs_keeps_its_speaker() -> None:
    claims = read_claims("“It is safe,” Mara Lind said.\n“It was built to last.”\nIt rained.")

    assert speaker(claims[1])[0] == "Mara Lind"
    assert claims[2].speaker is None


def test_the_news_outlet_is_the_one_named_before() -> None:
    claims = read_claims(
        "The dam holds, the Associated Press reported. The news outlet noted that it leaks."
    )

    assert speaker(claims[1]) == ("Associated Press", "Associated Press")


def test_two_people_speak_with_one_verb() -> None:
    [claim] = read_claims("Mayor Ann Reed and sheriff Bo Lind have said that the dam will hold.")

    assert speaker(claim)[0] == "Ann Reed and Bo Lind"


def test_accents_join_and_stay() -> None:
    claims = read_claims("José Peña spoke. “It is late,” Pena said.")

    assert speaker(claims[1])[0] == "José Peña"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mara Lind met Owen Reed. He said the dam leaks.", "Owen Reed"),
        ("Mara Lind met Owen Reed. She said the dam leaks.", "Mara Lind"),
        ("Owen Reed met councilwoman Vey Orsk. She said the dam leaks.", "Vey Orsk"),
        ("Councilman Vey Orsk met Mara Lind. He said the dam leaks.", "Vey Orsk"),
        ("Mara Lind runs the port. Owen Reed left. She said the dam leaks.", "Mara Lind"),
        ("Vey Orsk, the spokesman, met Mara Lind. He said the dam leaks.", "Vey Orsk"),
    ],
)
def test_a_pronoun_is_a_person_whom_it_fits(text: str, name: str) -> None:
    assert speaker(read_claims(text)[-1])[0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police put the crowd at 8,000.", "Police"),
        ("Organisers spoke of 900.", "Organisers"),
        ("Organisers counted about 40,000 people.", "Organisers"),
        ("The city estimated 300 marchers.", "city"),
    ],
)
def test_who_reckons_a_figure_is_its_speaker(text: str, name: str) -> None:
    assert [speaker(claim)[0] for claim in read_claims(text)] == [name]


@pytest.mark.parametrize(
    "text", ["He put 20 people at risk.", "She put it away.", "They spoke of home."]
)
def test_who_does_something_else_speaks_nothing(text: str) -> None:
    assert [claim.speaker for claim in read_claims(text)] == [None]


FORMS = [
    ("“We deserved this,” roared port boss Per Holm.", "Per Holm", DIRECT, ""),
    ("Mayor Mara Lind crowed: “We deserved this.”", "Mara Lind", DIRECT, ""),
    ("“Will it hold?” Bo Reed asked.", "Bo Reed", DIRECT, ""),
    ("“It will hold!” the mayor shouted.", "mayor", DIRECT, ""),
    ("‘The dam will hold,’ Mara Lind said.", "Mara Lind", DIRECT, ""),
    ("«The dam will hold», Mara Lind said.", "Mara Lind", DIRECT, ""),
    ("“The dam,” Mara Lind said, “will hold.”", "Mara Lind", DIRECT, ""),
    ("Mara Lind: “The dam will hold.”", "Mara Lind", DIRECT, ""),
    ("“The dam will hold.” — Mara Lind", "Mara Lind", DIRECT, ""),
    ("“The river is dead,” say anglers.", "anglers", DIRECT, ""),
    ("A neighbour, Bo Reed, told Radio Nine: “It was loud.”", "Bo Reed", DIRECT, "Radio Nine"),
    ("No rights have been sold, said her agent, Jon Aske.", "Jon Aske", INDIRECT, ""),
    ("Amadi, who turned 25, said the cup was for the fans.", "Amadi", INDIRECT, ""),
    ("All households in Orby refused to leave, a neighbour said.", "neighbour", INDIRECT, ""),
    ("It had a fault, a person close to the inquiry said.", "person close to the inquiry",
     INDIRECT, ""),
    ("An analyst at Krona Bank said that it was late.", "analyst at Krona Bank", INDIRECT, ""),
    ("The league left the talks, adding that rents would rise.", "league", INDIRECT, ""),
    ("Warnings had been issued, Mayor Mara Lind told the Post.", "Mara Lind", INDIRECT, "Post"),
    ("Bo Reed warned aides that it leaks, two of them said.", "Bo Reed", INDIRECT,
     "two of them"),
    ("Mara Lind said that Bo Reed had told her that it leaks.", "Bo Reed", INDIRECT,
     "Mara Lind"),
    ("Bo Reed vowed to resign, Mara Lind said.", "Mara Lind", INDIRECT, ""),
    ("Mara Lind said that Bo Reed hoped to win.", "Mara Lind", INDIRECT, ""),
    ("According to a report seen by Reuters, two officials said it leaks.", "two officials",
     INDIRECT, "Reuters"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "kind", "via"), FORMS)
def test_a_speaker_is_heard_in_every_form(
    text: str, name: str, kind: SpeakerKind, via: str
) -> None:
    [claim] = read_claims(text)

    assert claim.speaker is not None
    assert (claim.speaker.name, claim.speaker.kind, claim.speaker.via) == (name, kind, via)


def test_an_agency_is_no_radio_station() -> None:
    claims = read_claims("Two managers told Radio Nine that it leaks. The agency said it does not.")

    assert speaker(claims[1])[0] == "agency"


def test_they_are_those_who_spoke_last() -> None:
    claims = read_claims("Eight people died, police said. They had put the toll at nine.")

    assert speaker(claims[1])[0] == "police"


def test_a_second_part_of_what_is_told_is_told_too() -> None:
    claims = read_claims("The firm said that it had leaked, and that none of it had got out.")

    assert [speaker(claim)[0] for claim in claims] == ["firm", "firm"]


def test_paragraphs_before_the_attribution_have_its_speaker() -> None:
    claims = read_claims("“It holds.\n“It has held for years.\n“It will hold,” Mara Lind said.")

    assert [speaker(claim)[0] for claim in claims] == ["Mara Lind"] * 3


@pytest.mark.parametrize("text", ["It was late, nobody said.", "She said the cup was full of it."])
def test_no_subject_is_made_up(text: str) -> None:
    assert [speaker(claim)[0] for claim in read_claims(text) if claim.speaker] in ([], [""])
