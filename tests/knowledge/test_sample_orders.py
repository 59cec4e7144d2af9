"""The sample company's order-status service, asked over HTTP as the bot would ask it."""

from __future__ import annotations

import json
from collections.abc import Iterator

import httpx
import pytest

from knowledge.sample.orders import ORDERS_FILE, OrderServer, serve

ORDERS = json.loads(ORDERS_FILE.read_text("utf-8"))


@pytest.fixture(scope="module")
def server() -> Iterator[OrderServer]:
    server = serve()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def client(server: OrderServer) -> Iterator[httpx.Client]:
    address = f"http://127.0.0.1:{server.server_port}"
    with httpx.Client(base_url=address, trust_env=False) as client:
        yield client


def ask(client: httpx.Client, number: str, email: str) -> httpx.Response:
    return client.get("/orders", params={"order_number": number, "email": email})


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order["state"])
def test_every_order_is_found_by_number_and_address(client: httpx.Client, order: dict) -> None:
    response = ask(client, order["number"], order["email"])
    assert response.status_code == 200
    found = response.json()
    assert found["order_number"] == order["number"]
    assert found["order_status"] == order["status"]
    assert all(isinstance(value, str) and value for value in found.values())


def test_there_are_twelve_orders_with_numbers_of_their_own() -> None:
    assert len({order["number"] for order in ORDERS}) == len(ORDERS) == 12


def test_a_late_order_names_its_trace(client: httpx.Client) -> None:
    found = ask(client, "LW-26-24785", "elif.k@post.example").json()
    assert found["order_state"] == "late"
    assert "trace" in found["order_status"]
    assert found["order_carrier"] == "Rondpost"


def test_spelling_of_number_and_address_is_forgiven(client: httpx.Client) -> None:
    response = ask(client, " lw 26-24370", "Mei.L@Post.Example ")
    assert response.json()["first_name"] == "Mei"


def test_a_wrong_address_tells_no_more_than_an_unknown_number(client: httpx.Client) -> None:
    wrong_address = ask(client, "LW-26-24785", "nora.p@mail.example")
    unknown_number = ask(client, "LW-26-99999", "nora.p@mail.example")
    assert wrong_address.status_code == unknown_number.status_code == 404
    assert wrong_address.content == unknown_number.content == b'{"found": false}'


@pytest.mark.parametrize(
    "path",
    ["/", "/orders", "/orders?order_number=LW-26-24785", "/orders?email=elif.k@post.example"],
)
def test_an_incomplete_question_finds_nothing(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_addresses_do_not_reach_the_log(
    client: httpx.Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO"):
        ask(client, "LW-26-24785", "elif.k@post.example")
    ours = [record.getMessage() for record in caplog.records if record.name.endswith("orders")]
    assert ours
    assert not any("elif" in message for message in ours)
