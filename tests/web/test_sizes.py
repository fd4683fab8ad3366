from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

LARGE = 2_000_000


def test_a_form_of_two_megabytes_is_refused_before_it_is_read(
    client: TestClient, given_reviewer: None
) -> None:
    answer = client.post("/cases", data={"name": "x" * LARGE})

    assert answer.status_code == 413
    assert "10 MB" in answer.text


def test_a_body_that_hides_its_size_is_cut_off_while_it_comes(
    client: TestClient, given_reviewer: None
) -> None:
    def body() -> Iterator[bytes]:
        for _ in range(LARGE // 1000):
            yield b"name=" + b"x" * 995

    answer = client.post(
        "/cases", content=body(),
        headers={"content-type": "application/x-www-form-urlencoded"},
    )

    assert answer.status_code == 413


def test_more_than_five_of_the_largest_files_are_refused_at_once(
    client: TestClient, given_reviewer: None
) -> None:
    sent = b"x" * 52_000_000

    answer = client.post("/import", files={"files": ("all.txt", sent, "text/plain")})

    assert answer.status_code == 413
    assert "Nothing was taken in" in answer.text


@pytest.mark.parametrize("size", ["minus one", "-1", "1e9"])
def test_a_size_that_is_no_number_is_refused(client: TestClient, size: str) -> None:
    assert client.post("/cases", headers={"content-length": size}).status_code == 413
