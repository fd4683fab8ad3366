import pytest

from app.domain.facts import FactKind
from tests.engine.facts.reading import read

READ = [
    ("The grant is worth $2.3m.", "USD 2,300,000"),
    ("The grant is worth EUR 2.1m.", "EUR 2,100,000"),
    ("The repair cost $40.", "USD 40"),
    ("The repair cost $1.4 billion.", "USD 1,400,000,000"),
    ("The repair cost £40,000.", "GBP 40,000"),
    ("The repair cost about €500.", "about EUR 500"),
    ("It cost two million dollars.", "USD 2,000,000"),
    ("It cost 2.1 million euros.", "EUR 2,100,000"),
    ("The fine was 50 pence.", "GBP 0.5"),
    ("The toll is 75 cents.", "USD 0.75"),
    ("They paid more than $3,000.", "over USD 3,000"),
    ("They paid at least $12.50.", "at least USD 12.5"),
    ("The bill ran to $2-3 million.", "USD 2,000,000 to 3,000,000"),
    ("It raised between $5m and $6m.", "USD 5,000,000 to 6,000,000"),
    ("Damage reached A$70 million.", "AUD 70,000,000"),
    ("Damage reached US$70 million.", "USD 70,000,000"),
    ("The yard sold for 300 million yen.", "JPY 300,000,000"),
    ("A $12-million plan was shelved.", "USD 12,000,000"),
    ("The budget is CHF 900.", "CHF 900"),
    ("They were fined 4,000 roubles.", "RUB 4,000"),
    ("Nearly $5bn was spent.", "nearly USD 5,000,000,000"),
    ("It cost C$30.", "CAD 30"),
    ("It cost HK$30.", "HKD 30"),
    ("It cost 30 Swiss francs.", "CHF 30"),
    ("It cost 30 Canadian dollars.", "CAD 30"),
    ("It cost 500 rupees.", "INR 500"),
    ("It cost ₹500.", "INR 500"),
    ("It cost 40 million pounds.", "GBP 40,000,000"),
    ("It cost £1.5bn.", "GBP 1,500,000,000"),
    ("It cost 700 million yuan.", "CNY 700,000,000"),
    ("It cost $4.7 trillion.", "USD 4,700,000,000,000"),
    ("It cost $900,000.", "USD 900,000"),
    ("It cost up to $50.", "at most USD 50"),
    ("It cost as much as €50.", "at most EUR 50"),
    ("It cost less than $50.", "under USD 50"),
    ("It cost roughly $50.", "about USD 50"),
    ("It cost $10 to $20.", "USD 10 to 20"),
    ("It cost 5 dollars.", "USD 5"),
    ("It cost five thousand euros.", "EUR 5,000"),
    ("It cost 50k euros.", "EUR 50,000"),
    ("It cost ¥900.", "JPY 900"),
]

LEFT = [
    "She lost 20 pounds of weight.",
    "He weighs 180 pounds.",
    "Rovers won 3 games.",
    "The dollar fell sharply.",
    "Twelve people came.",
    "It is 40 percent cheaper.",
    "The cent was abolished.",
    "They won 12 seats.",
    "She paid a lot of money.",
    "The 100 metres final is next.",
    "A pound of flesh was asked.",
    "It was priceless.",
    "The euro zone has 20 members.",
    "Ten thousand people came.",
    "The bill is SB 54.",
    "It lost 300 points.",
    "It won 12 medals.",
    "She won 5 sets.",
    "He pounds the table.",
    "The bank is large.",
    "The yen was weak.",
    "The 12 tonnes sank.",
    "The parcel weighs 20 pounds.",
    "A penny saved counts.",
    "The rate is 5 percent.",
    "About 40 shops closed.",
    "On May 5 it opened.",
    "It costs nothing.",
    "Cash was found.",
    "The price rose.",
    "The vote was 9-2.",
    "The fee fell.",
    "She is 34.",
    "Route 66 was closed.",
    "He pays well.",
    "The fund is rich.",
    "They traded in 2019.",
    "Rand Paul spoke.",
    "The pound sterling is old.",
    "Sixteen people won.",
    "Nobody paid.",
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_an_amount_of_money_is_read(text: str, expected: str) -> None:
    assert read(FactKind.MONEY, text) == [expected]


@pytest.mark.parametrize("text", LEFT)
def test_what_is_no_money_is_left_alone(text: str) -> None:
    assert read(FactKind.MONEY, text) == []


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("The fish weighs 12 pounds.", "12 lb"),
        ("He bought 12 pounds of butter.", "12 lb"),
        ("A 9-pound baby was born.", "9 lb"),
        ("They seized 300 pounds of cocaine.", "300 lb"),
        ("She lost 30 pounds.", "30 lb"),
        ("He is 40 pounds heavier.", "40 lb"),
    ],
)
def test_pounds_of_weight_are_no_money(text: str, weight: str) -> None:
    assert read(FactKind.MONEY, text) == []
    assert read(FactKind.COUNT, text) == [weight]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("It cost 12 pounds.", "GBP 12"),
        ("A 20-pound note was found.", "GBP 20"),
        ("The firm lost 30 pounds.", "GBP 30"),
        ("It wasted 2 million pounds of public money.", "GBP 2,000,000"),
        ("He paid a 100-pound fine.", "GBP 100"),
    ],
)
def test_pounds_that_are_paid_are_money(text: str, amount: str) -> None:
    assert read(FactKind.MONEY, text) == [amount]
