import pytest

from app.domain.facts import FactKind
from tests.engine.facts.reading import read

READ = [
    ("Rovers won 2-1 on Saturday.", "won 2–1"),
    ("It stayed 1-1 after extra time.", "1–1"),
    ("It was 2-0 at half time.", "2–0"),
    ("Rovers won 2–1 on Saturday.", "won 2–1"),
    ("Rovers lost 1-2 to United.", "lost 1–2"),
    ("Rovers beat United 3-0.", "won 3–0"),
    ("The side drew 1-1 at home.", "drew 1–1"),
    ("It was a 2-1 win for Rovers.", "won 2–1"),
    ("It was a 2-1 victory over United.", "won 2–1"),
    ("A 0-4 defeat cost him the job.", "lost 0–4"),
    ("They led 14-7 at half-time.", "14–7"),
    ("The final score was 28-24.", "28–24"),
    ("Weston defeated Easton 101-98.", "won 101–98"),
    ("The match ended 2-2.", "2–2"),
    ("The game finished 5-4 after extra time.", "5–4"),
    ("They trailed 10-3 in the second half.", "lost 10–3"),
    ("She won the first set 6-4.", "won 6–4"),
    ("The tie ended 3-3 on aggregate.", "drew 3–3"),
    ("Rovers thrashed United 7-0.", "won 7–0"),
    ("Rovers edged United 1-0.", "won 1–0"),
    ("Rovers fell 2-3 in Weston.", "lost 2–3"),
    ("They are level at 2-2 in the series.", "drew 2–2"),
    ("Rovers lead the series 3-2.", "3–2"),
    ("Rovers scored late to make it 2-2.", "2–2"),
    ("Two late goals made it 3-1.", "3–1"),
    ("Rovers won 2 to 1.", "won 2–1"),
    ("Rovers were beaten 0-1.", "lost 0–1"),
    ("The 3-2 win was its tenth.", "won 3–2"),
    ("A 4-4 draw followed.", "drew 4–4"),
    ("With a 30-12 lead, they rested.", "30–12"),
    ("Weston clinched it 4-3 on penalties.", "won 4–3"),
    ("The cup final ended 1-0.", "1–0"),
    ("The match stood at 1-1.", "1–1"),
    ("The playoff ended 88-80.", "88–80"),
    ("The home side lost, 17-20.", "lost 17–20"),
    ("They overcame United, 21-18.", "won 21–18"),
    ("A 2-0 advantage was gone.", "2–0"),
    ("The second game ended 11-9.", "11–9"),
    ("It was a 1-1 stalemate.", "drew 1–1"),
    ("The hosts triumphed 5-1.", "won 5–1"),
    ("They tied 0-0 in the rain.", "drew 0–0"),
    ("The losing side went down 1-3.", "lost 1–3"),
]
LEFT = [
    "The council voted 9-2.",
    "The council passed it 13-0.",
    "The bill was approved on a 4-1 vote.",
    "It takes 2-3 weeks.",
    "It took 2-3 hours to win.",
    "Winning odds of 10-1 were offered.",
    "A 10-1 shot won.",
    "Call 555-0100 to win.",
    "The war of 1914-18 was lost.",
    "The game starts at 7:30.",
    "They won 12 games.",
    "They lost 300 jobs.",
    "She won 52 percent.",
    "He won the election of 2020.",
    "Pages 2-3 were lost.",
    "He won on May 5.",
    "The season 2023-24 was long.",
    "They won between 5 and 10 medals.",
    "From 2 to 4 people lost a home.",
    "The lead fell to 4.",
    "It won 3 stars.",
    "She won a $2-3 million prize.",
    "They lost 5-10 percent of sales.",
    "A Boeing 747-400 beat the record.",
    "They scored 41 points.",
    "They won 10-12 million euros.",
    "Lose 2-3 kilos.",
    "He was 34.",
    "One in five lost.",
    "Two-thirds won.",
    "The poll stood at 48-46.",
    "It was 2-1 last year in the shop.",
    "The ratio is 3-1.",
    "They won on 2024-11-20.",
    "The G7-20 met.",
    "The team is 34 to 40 strong.",
    "Apollo 11-13 flew.",
    "Section 2-1 applies.",
    "Route 2-1 is closed.",
    "Two to three weeks were lost.",
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_a_score_is_read(text: str, expected: str) -> None:
    assert read(FactKind.SCORE, text) == [expected]


@pytest.mark.parametrize("text", [text for text, _ in READ])
def test_a_score_is_no_vote_and_no_count(text: str) -> None:
    assert read(FactKind.VOTE, text) == []
    counted = read(FactKind.COUNT, text)
    assert [one for one in counted if not one.endswith("goals")] == []


@pytest.mark.parametrize("text", LEFT)
def test_what_is_no_score_is_left_alone(text: str) -> None:
    assert read(FactKind.SCORE, text) == []
