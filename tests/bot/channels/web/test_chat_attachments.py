"""Customers' files over the real API: sent once, opened by those who may, harmless to all."""

from __future__ import annotations

import errno
import re
import shutil
from datetime import timedelta
from types import SimpleNamespace

import pytest
import sample_files as files
from fastapi.testclient import TestClient
from serving import Customer

from bot.app import create_app
from bot.channels.web import uploads
from bot.channels.web.attachments import UPLOAD_PATHS
from bot.channels.web.file_addresses import LIFETIME
from bot.content import file_bytes
from bot.settings import AttachmentSettings, Settings

HOSTILE = 'x"; filename="y\r\nSet-Cookie: a=b.png'


@pytest.fixture
def customer(shop):
    return shop.customer()


def upload(customer, data=files.PNG, name="photo.png", declared="image/png", **more):
    given = {"headers": customer.headers, **more}
    content = {"file": (name, data, declared)}
    return customer.client.post("/api/chat/attachments", files=content, **given)


def uploaded(customer, *what) -> str:
    response = upload(customer, *what)
    assert response.status_code == 201, response.text
    return str(response.json()["attachment"])


def send(customer, attachment, key="k", **more):
    body = {"client_msg_id": key, "attachment": attachment, **more}
    return customer.post("messages", body)


def last_file(customer) -> dict:
    messages = customer.page()["messages"]
    return next(each["attachments"][0] for each in reversed(messages) if each["attachments"])


def problem(response, status: int) -> str:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    return str(response.json()["detail"])


def test_a_picture_is_uploaded_sent_and_seen_again(customer):
    response = upload(customer, name="my bike.png")
    assert response.status_code == 201
    told = response.json()
    assert (told["name"], told["media_type"]) == ("my bike.png", "image/png")
    assert told["size"] == len(files.PNG)
    assert send(customer, told["attachment"], text="look").status_code == 200
    shown = last_file(customer)
    assert shown["id"] == told["attachment"]
    assert customer.client.get(shown["url"]).content == files.PNG


def test_the_socket_takes_and_shows_files_too(customer):
    attachment = uploaded(customer)
    with customer.socket(after=1) as socket:
        socket.send_json({"type": "message", "client_msg_id": "k", "attachment": attachment})
        frames = [socket.receive_json() for _ in range(3)]
    message = next(each for each in frames if each["type"] == "message")
    assert message["attachments"][0]["id"] == attachment
    assert any(each["type"] == "ack" for each in frames)


def test_a_file_without_words_goes_to_a_person_honestly(customer):
    seq = send(customer, uploaded(customer)).json()["seq"]
    reply = customer.reply_to(seq)
    assert "can't look at the picture myself" in reply["text"]
    assert "colleague" in reply["text"]
    assert customer.page()["state"]["owner"] == "queue"


def test_the_same_message_with_its_file_again_is_one_message(customer):
    attachment = uploaded(customer)
    seqs = {send(customer, attachment, text="see").json()["seq"] for _ in range(3)}
    assert len(seqs) == 1
    problem(send(customer, attachment, text="other words"), 409)
    problem(customer.post("messages", {"client_msg_id": "k", "text": "see"}), 409)


def test_a_file_belongs_to_one_message(customer):
    attachment = uploaded(customer)
    assert send(customer, attachment, "one").status_code == 200
    assert "another message" in problem(send(customer, attachment, "two"), 409)
    assert len([m for m in customer.page()["messages"] if m["attachments"]]) == 1


def test_a_foreign_file_cannot_be_sent_or_opened(shop, customer):
    other = shop.customer()
    attachment = uploaded(other)
    problem(send(customer, attachment), 422)
    path = f"/api/chat/attachments/{attachment}"
    for headers in (customer.headers, {}, {"Authorization": "Bearer x"}):
        problem(shop.client.get(path, headers=headers), 404)
    problem(shop.client.get(f"{path}?key=99999999999.{'0' * 64}"), 404)
    assert shop.client.get(path, headers=other.headers).content == files.PNG


def test_an_address_works_for_its_file_only_and_not_for_ever(shop, customer, monkeypatch):
    one = upload(customer).json()
    two = upload(customer).json()
    swapped = two["url"].split("?")[0] + "?" + one["url"].split("?")[1]
    problem(shop.client.get(swapped), 404)
    assert shop.client.get(one["url"]).status_code == 200
    later = shop.services.clock() + 2 * LIFETIME + timedelta(seconds=1)
    monkeypatch.setattr(shop.services.file_addresses, "_clock", lambda: later)
    problem(shop.client.get(one["url"]), 404)


@pytest.mark.parametrize("key", ["", "x", "1.", ".", "9" * 50 + ".a", "٣.a", "99999999999.é"])
def test_a_broken_key_opens_nothing(shop, customer, key):
    path = f"/api/chat/attachments/{uploaded(customer)}"
    problem(shop.client.get(path, params={"key": key}), 404)


@pytest.mark.parametrize(
    ("data", "name", "declared", "disposition"),
    [
        (files.PNG, "a.png", "image/png", "inline"),
        (files.wav(), "a.wav", "audio/wav", "inline"),
        (files.PDF, "a.pdf", "application/pdf", "attachment"),
        (b"alert(1)", "a.html", "text/plain", "attachment"),
        (files.DOCX, "a.docx", "", "attachment"),
    ],
)
def test_a_file_is_served_so_that_it_can_do_nothing(customer, data, name, declared, disposition):
    url = upload(customer, data, name, declared).json()["url"]
    response = customer.client.get(url)
    assert response.content == data
    assert response.headers["content-disposition"].startswith(disposition)
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in response.headers["content-security-policy"]
    assert "no-store" not in response.headers["cache-control"]


def test_a_hostile_name_stays_a_name(customer):
    told = upload(customer, name=HOSTILE).json()
    response = customer.client.get(told["url"])
    assert "set-cookie" not in response.headers
    assert not re.search(r"[\r\n]", response.headers["content-disposition"])


@pytest.mark.parametrize(
    ("data", "declared", "status"),
    [
        (b"", "image/png", 422),
        (files.SVG, "image/svg+xml", 415),
        (files.HTML, "text/html", 415),
        (files.PROGRAM, "application/octet-stream", 415),
        (files.PDF, "image/png", 415),
        (b"GIF89a=1;alert(1)", "text/javascript", 415),
    ],
)
def test_what_is_not_taken_is_refused_with_a_reason(shop, customer, data, declared, status):
    problem(upload(customer, data, "x", declared), status)
    assert list(shop.services.files.stored()) == []


def test_a_file_larger_than_the_limit_is_refused_in_words(shop, customer):
    limit = shop.services.settings.file.attachments.limits().max_bytes
    for size in (limit - len(files.PNG) + 1, limit + 2**20):
        detail = problem(upload(customer, files.PNG + bytes(size)), 413)
        assert "larger than 10 MB" in detail
    assert list(shop.services.files.stored()) == []
    assert upload(customer, files.PNG + bytes(limit - len(files.PNG))).status_code == 201


def test_elsewhere_a_long_body_is_refused_as_before(customer):
    body = {"client_msg_id": "k", "text": "x" * 2**21}
    assert customer.post("messages", body).status_code == 413


def test_a_body_that_is_no_upload_is_refused_with_a_reason(customer):
    post, headers = customer.client.post, customer.headers
    path = "/api/chat/attachments"
    assert "file" in problem(post(path, json={}, headers=headers), 422)
    problem(post(path, files={"other": ("a", b"x")}, headers=headers), 422)
    many = [("file", ("a.png", files.PNG)), ("file", ("b.png", files.PNG))]
    problem(post(path, files=many, headers=headers), 400)
    broken = {**headers, "Content-Type": "multipart/form-data; boundary=b"}
    problem(post(path, content=b"--b\r\nnonsense", headers=broken), 400)


def test_an_upload_that_breaks_off_is_not_kept(shop, customer):
    headers = {**customer.headers, "Content-Type": "multipart/form-data; boundary=b"}
    begun = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n'
    for body in (begun + files.PNG, begun, begun[:20], b""):
        response = shop.client.post("/api/chat/attachments", content=body, headers=headers)
        assert "broke off" in problem(response, 400)
    assert list(shop.services.files.stored()) == []


def test_a_slow_upload_is_given_up(shop, customer, monkeypatch):
    monkeypatch.setattr(uploads, "UPLOAD_SECONDS", 0.0)
    problem(upload(customer, files.PNG + bytes(2_000_000)), 408)


def test_a_button_carries_no_file(customer):
    body = {"client_msg_id": "k", "button": "1.0", "attachment": uploaded(customer)}
    problem(customer.post("messages", body), 422)


def test_a_recording_can_be_asked_for_in_parts(customer):
    url = upload(customer, files.wav(), "a.wav", "audio/wav").json()["url"]
    part = customer.client.get(url, headers={"Range": "bytes=0-3"})
    assert (part.status_code, part.content) == (206, b"RIFF")


def test_a_file_whose_bytes_are_gone_is_not_there(shop, customer):
    told = upload(customer).json()
    for sha256 in list(shop.services.files.stored()):
        shop.services.files.remove(sha256)
    problem(customer.client.get(told["url"]), 404)


def test_the_widget_is_told_the_limits(shop):
    told = shop.client.get("/api/widget/config").json()["attachments"]
    assert told["max_bytes"] == 10 * 2**20
    assert "image/png" in told["types"]


def test_a_file_uploaded_before_a_restart_can_be_sent_after_it(tmp_path, migrated):
    shutil.copy(migrated, tmp_path / "frontdesk.db")
    settings = Settings.load(tmp_path, {})
    with TestClient(create_app(settings)) as before:
        customer = Customer(before)
        told = upload(customer).json()
    with TestClient(create_app(settings)) as after:
        customer.client = after
        assert send(customer, told["attachment"]).status_code == 200
        assert after.get(told["url"]).content == files.PNG


def test_a_full_disk_is_told_and_nothing_is_kept(shop, customer, monkeypatch):
    free = SimpleNamespace(free=0)
    monkeypatch.setattr(file_bytes.shutil, "disk_usage", lambda path: free)
    assert "no room" in problem(upload(customer), 507)
    assert customer.says("but words go through")


def test_a_full_temporary_folder_is_told_too(customer, monkeypatch):
    async def full(body):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(uploads._WholeBody, "parse", full)
    problem(upload(customer), 507)


def test_a_day_has_its_limit(customer, monkeypatch):
    few = AttachmentSettings(daily_files=2)
    monkeypatch.setattr(AttachmentSettings, "limits", lambda self, limits=few.limits(): limits)
    assert [upload(customer).status_code for _ in range(3)] == [201, 201, 429]


def test_the_api_describes_uploads(shop):
    paths = shop.client.get("/api/openapi.json").json()["paths"]
    for path in UPLOAD_PATHS:
        content = paths[path]["post"]["requestBody"]["content"]
        assert list(content) == ["multipart/form-data"]
