"""One person across the forms of a name: whom a surname, an initial and a short name mean."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine.facts.mentions import folded
from app.engine.facts.people import People, spelt

FIRST = st.sampled_from(["Mara", "Jonas", "Jürgen", "Ann", "M.", "J.", "A."])
MIDDLE = st.sampled_from([(), (), ("Ruth",), ("B.",)])
LAST = st.sampled_from([("Lind",), ("Reed",), ("Soto", "Reed"), ("Reed", "Jr")])
NAMES = st.lists(st.builds(lambda a, b, c: (a, *b, *c), FIRST, MIDDLE, LAST), max_size=8)
ASKED = st.one_of(
    st.sampled_from(["Lind", "Reed", "Soto", "Moss"]).map(lambda last: (last,)),
    st.builds(lambda a, b, c: (a, *b, *c), FIRST, MIDDLE, LAST),
)


def plainly_meant(names: list[tuple[str, ...]], asked: tuple[str, ...]) -> str | None:
    """The same answer by looking through all names."""
    keys = dict.fromkeys(folded(spelt(parts)) for parts in names)
    bearers = [
        key for key in keys for parts in [next(p for p in names if folded(spelt(p)) == key)]
        if folded(spelt(asked)) in _surnames(parts)
    ]  # fmt: skip
    key = folded(spelt(asked))
    if key in keys:
        long = [one for one in keys if one.split()[0] == folded(asked[0])
                and len(one.split()) > len(asked) == 2
                and folded(asked[-1]) in _surnames(_first_with(names, one))]  # fmt: skip
        if len(long) == 1:
            return long[0]
        last = key.rsplit(maxsplit=1)[-1]
        out = [one for one in keys if key[1] == " " and one[0] == key[0] and one[1] != " "
               and last in _surnames(_first_with(names, one))]  # fmt: skip
        return out[0] if len(out) == 1 else key
    if len(bearers) > 1:
        out = [one for one in bearers if one[1] != " "]
        bearers = [one for one in bearers
                   if one[1] != " " or all(one[0] != other[0] for other in out)]  # fmt: skip
    if len(bearers) == 1:
        return bearers[0]
    return key if bearers else None


def _first_with(names: list[tuple[str, ...]], key: str) -> tuple[str, ...]:
    return next(parts for parts in names if folded(spelt(parts)) == key)


def _surnames(parts: tuple[str, ...]) -> set[str]:
    core = [part for part in parts if part != "Jr"]
    return {folded(" ".join(core[at:])) for at in range(1, len(core))}


@settings(max_examples=400, deadline=None)
@given(NAMES, ASKED)
def test_a_name_means_whom_a_look_through_all_names_finds(
    names: list[tuple[str, ...]], asked: tuple[str, ...]
) -> None:
    people = People()
    for name in names:
        people.meet(name)

    meant = people.of(asked)

    assert (None if meant is None else folded(meant)) == plainly_meant(names, asked)


def test_a_surname_is_its_one_bearer() -> None:
    people = People()
    people.meet(("J.", "Lind"))
    people.meet(("Jonas", "Lind"))
    people.meet(("Mara", "Reed"))

    assert people.of(("Lind",)) == "Jonas Lind"
    assert people.of(("J.", "Lind")) == "Jonas Lind"
    assert people.of(("Reed",)) == "Mara Reed"
    assert people.of(("Moss",)) is None


def test_a_surname_of_two_people_stays_a_surname() -> None:
    people = People()
    people.meet(("Jonas", "Lind"))
    people.meet(("Mara", "Lind"))

    assert people.of(("Lind",)) == "Lind"
    assert people.of(("Mara", "Lind")) == "Mara Lind"
