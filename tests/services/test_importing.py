import pytest

from app.domain.errors import Invalid, NotAllowed, NotFound
from app.domain.imports import ItemState
from app.domain.people import Role
from app.services import importing
from app.services.importing import NewItem
from tests.factories import NOON, Given

TEXT = b"The bridge opened on Monday."


def test_a_case_is_found_by_its_name_whatever_its_capitals_and_spaces(given: Given) -> None:
    case = importing.open_case(given.store, given.reviewer(), "  Harbour\n bridge ", at=NOON)

    found = importing.case_named(given.store, " HARBOUR  bridge")

    assert found == case
    assert found.name == "Harbour bridge"


def test_a_case_that_is_not_there_is_named_in_the_answer(given: Given) -> None:
    with pytest.raises(NotFound, match="“Tunnel”"):
        importing.case_named(given.store, "Tunnel")


@pytest.mark.parametrize("name", ["", "   ", "x" * 201, "harbour BRIDGE", "a\0b", "\ud834"])
def test_a_name_that_is_empty_too_long_or_taken_is_refused(given: Given, name: str) -> None:
    given.case("Harbour bridge")

    with pytest.raises(Invalid) as refused:
        importing.open_case(given.store, given.reviewer(), name, at=NOON)

    assert set(refused.value.fields) == {"name"}
    assert len(given.store.cases.all()) == 1


def test_viewers_bring_nothing_in(given: Given) -> None:
    guest, case = given.reviewer("Guest", Role.VIEWER), given.case()
    job = importing.request_import(given.store, given.reviewer(), case.id,
                                   [NewItem(name="a.txt", raw=TEXT)], at=NOON)

    with pytest.raises(NotAllowed):
        importing.open_case(given.store, guest, "Tunnel", at=NOON)
    with pytest.raises(NotAllowed):
        importing.request_import(given.store, guest, case.id, [], at=NOON)
    with pytest.raises(NotAllowed):
        importing.cancel_import(given.store, guest, job, at=NOON)


def test_an_import_waits_with_every_item(given: Given) -> None:
    items = [NewItem(name=name, raw=TEXT) for name in ("a.txt", "b.txt", " ")]

    job_id = importing.request_import(given.store, given.reviewer(), given.case().id, items,
                                      at=NOON)

    job = given.store.imports.job(job_id)
    assert [(item.name, item.state) for item in job.items] == [
        ("a.txt", ItemState.WAITING), ("b.txt", ItemState.WAITING),
        ("Pasted text", ItemState.WAITING),
    ]
    assert not job.is_over


def test_a_file_name_that_cannot_be_kept_does_not_stop_the_file(given: Given) -> None:
    job_id = importing.request_import(
        given.store, given.reviewer(), given.case().id,
        [NewItem(name="caf\udce9 \0.txt", raw=TEXT)], at=NOON,
    )

    [item] = given.store.imports.job(job_id).items
    assert item.name == "caf? \ufffd.txt"


@pytest.mark.parametrize(("field", "item"), [
    ("title", NewItem(name="b.txt", raw=TEXT, title="x" * 201)),
    ("source", NewItem(name="b.txt", raw=TEXT, source="x" * 201)),
])
def test_a_title_or_source_that_cannot_be_kept_is_refused(
    given: Given, field: str, item: NewItem,
) -> None:
    with pytest.raises(Invalid) as refused:
        importing.request_import(given.store, given.reviewer(), given.case().id, [item], at=NOON)

    assert set(refused.value.fields) == {field}


def test_an_import_of_nothing_is_refused(given: Given) -> None:
    with pytest.raises(Invalid):
        importing.request_import(given.store, given.reviewer(), given.case().id, [], at=NOON)


def test_an_import_into_a_case_that_is_not_there_is_refused(given: Given) -> None:
    with pytest.raises(NotFound):
        importing.request_import(given.store, given.reviewer(), 99,
                                 [NewItem(name="a.txt", raw=TEXT)], at=NOON)


def test_an_item_that_is_too_large_fails_at_once_and_holds_nothing_up(given: Given) -> None:
    items = [NewItem(name="big.txt", raw=b"x" * 3_000_000), NewItem(name="a.txt", raw=TEXT)]

    job_id = importing.request_import(given.store, given.reviewer(), given.case().id, items,
                                      at=NOON, most_bytes=1_000_000)

    big, small = given.store.imports.job(job_id).items
    assert (big.state, big.failed_at) == (ItemState.FAILED, ItemState.READING)
    assert big.message == ("It has 3 MB, and at most 1 MB are taken. "
                           "Choose the text of one article.")
    assert small.state is ItemState.WAITING


def test_a_cancelled_import_begins_no_further_item(given: Given) -> None:
    job_id = importing.request_import(
        given.store, given.reviewer(), given.case().id,
        [NewItem(name="a.txt", raw=TEXT), NewItem(name="b.txt", raw=TEXT + b" ")], at=NOON,
    )

    importing.cancel_import(given.store, given.reviewer(), job_id, at=NOON)

    job = given.store.imports.job(job_id)
    assert job.is_over
    assert {item.message for item in job.items} == {
        "Cancelled before it was read. Import it again to add it.",
    }
    assert not given.store.imports.waits(at=NOON)


def test_an_import_that_is_not_there_cannot_be_cancelled(given: Given) -> None:
    with pytest.raises(NotFound):
        importing.cancel_import(given.store, given.reviewer(), 99, at=NOON)
