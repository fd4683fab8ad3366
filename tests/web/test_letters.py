import pytest

from app.web.letters import apart


@pytest.mark.parametrize(("name", "other", "shown"), [
    ("Las Alamitos", "Los Alamitos", "L<b>a</b>s Alamitos"),
    ("Los Alamitos", "Las Alamitos", "L<b>o</b>s Alamitos"),
    ("Soto-Mart\u00ednez", "Soto-Martinez", "Soto-Mart<b>\u00ed</b>nez"),
    ("Schmidt", "Schmitt", "Schmi<b>d</b>t"),
    ("same", "same", "same"),
    ("", "name", ""),
])
def test_letters_that_differ_are_bold(name: str, other: str, shown: str) -> None:
    assert apart(name, other) == shown


def test_letters_are_never_markup() -> None:
    assert apart("<b>", "<i>") == "&lt;<b>b</b>&gt;"


def test_a_text_too_long_for_a_name_is_left_as_it_is() -> None:
    assert apart("a" * 5_000, "b") == "a" * 5_000
