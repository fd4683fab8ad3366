from fastapi.testclient import TestClient


def test_the_list_of_keys_is_a_page(client: TestClient, given_reviewer: None) -> None:
    page = client.get("/help/keys").text

    assert "</html>" in page
    for key in ("A", "C", "R", "U", "S", "Z", "N", "E", "D", "O", "J", "K", "Esc", "Enter", "?"):
        assert f'<kbd class="key">{key}</kbd>' in page


def test_and_the_same_list_in_a_dialog(client: TestClient, given_reviewer: None) -> None:
    part = client.get("/help/keys", headers={"hx-request": "true", "hx-target": "keys"}).text

    assert 'id="keys-title"' in part
    assert '<form method="dialog"' in part
    assert "</html>" not in part


def test_single_keys_can_be_turned_off(client: TestClient, given_reviewer: None) -> None:
    assert 'type="checkbox" id="use-keys"' in client.get("/help/keys").text
