"""Mailboxes become threads, whoever wrote them with what, and the agents among them are found."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vendor_exports import read, said

from knowledge import SkippedRecord, Transcript, UnknownFormatError, detect_format
from knowledge.importers.mail_boxes import LARGEST_MAIL

TOM, EVA = "Tom <tom@mail.example>", "Eva <eva@post.example>"
HELP, ANNA = "Shop <help@shop.example>", "Anna <anna@shop.example>"


def mail(
    number: int, sender: str, to: str, text: str, *, answers: Sequence[int] = (), **headers: str
) -> bytes:
    """An e-mail with the id ``number``; ``answers`` are the ids in its references."""
    message = EmailMessage()
    message["From"], message["To"] = sender, to
    message["Subject"] = "Re: Pump" if answers else "Pump"
    message["Date"] = f"Sat, 01 Mar 2025 10:{number:02}:00 +0100"
    message["Message-ID"] = f"<{number}@x.example>"
    if answers:
        message["References"] = " ".join(f"<{each}@x.example>" for each in answers)
    for name, value in headers.items():
        del message[name.replace("_", "-")]
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return message.as_bytes()


def mbox(*mails: bytes) -> bytes:
    return b"".join(b"From x@x.example Sat Mar  1 10:00:00 2025\n" + each + b"\n" for each in mails)


ASKED = mail(1, TOM, HELP, "My pump is loud.")
ANSWERED = mail(
    2, HELP, TOM, "Please oil it.\n\nOn 1 Mar 2025 at 10:01, Tom <tom@mail.example> wrote:\n> x",
    answers=[1],
)  # fmt: skip
THANKED = mail(3, TOM, HELP, "It is quiet now.\n\n-- \nTom Miller\n", answers=[1, 2])
OTHER = mail(4, EVA, HELP, "Do you sell lamps?", Subject="Lamps")
OTHER_ANSWER = mail(5, HELP, EVA, "Yes, three.", answers=[4], Subject="Re: Lamps")
MAILS = (ASKED, ANSWERED, THANKED, OTHER, OTHER_ANSWER)
PUMP = [
    ("customer", "My pump is loud."),
    ("agent", "Please oil it."),
    ("customer", "It is quiet now."),
]
LAMPS = [("customer", "Do you sell lamps?"), ("agent", "Yes, three.")]


def write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def box(path: Path, *mails: bytes) -> tuple[list[Transcript], list[SkippedRecord]]:
    return read(write(path / "m.mbox", mbox(*mails)))


def test_an_mbox_is_read_as_threads(tmp_path: Path) -> None:
    (pump, lamps), skipped = box(tmp_path, *MAILS)
    assert (said(pump), said(lamps), skipped) == (PUMP, LAMPS, [])
    assert (pump.id, pump.source, pump.customer) == ("1@x.example", "email", "tom@mail.example")
    assert [turn.author for turn in pump.turns] == ["Tom", "Shop", "Tom"]


def test_mails_may_stand_in_any_order_and_twice(tmp_path: Path) -> None:
    found, _ = box(tmp_path, *reversed(MAILS), *MAILS)
    assert [said(each) for each in found] == [LAMPS, PUMP]


def test_single_files_folders_archives_and_maildirs_give_the_same(tmp_path: Path) -> None:
    maildir = tmp_path / "box" / "cur"
    maildir.mkdir(parents=True)
    for number, each in enumerate(MAILS):
        write(maildir / f"17000{number}.M1P2.host:2,S", each)
    with zipfile.ZipFile(tmp_path / "m.zip", "w") as archive:
        for number, each in enumerate(MAILS):
            archive.writestr(f"mails/{number}.eml", each)
    for path in (tmp_path / "box", tmp_path / "m.zip"):
        assert [said(each) for each in read(path)[0]] == [PUMP, LAMPS]
    assert detect_format(tmp_path / "m.zip") == "email"


def test_apples_single_mails_are_read(tmp_path: Path) -> None:
    content = f"{len(ASKED)}   \n".encode() + ASKED + b"<?xml version='1.0'?><plist></plist>"
    (found,), _ = read(write(tmp_path / "1.emlx", content), columns={"agent": "shop.example"})
    assert said(found) == PUMP[:1]


def test_a_thread_whose_first_mail_is_missing_keeps_its_id(tmp_path: Path) -> None:
    whole, _ = box(tmp_path, *MAILS[:3])
    rest, _ = box(tmp_path, *MAILS[1:3])
    assert (rest[0].id, len(rest[0].turns)) == (whole[0].id, 2)


def test_a_reply_without_references_joins_its_subject_and_people(tmp_path: Path) -> None:
    reply = mail(7, HELP, TOM, "Oil it.", Subject="AW: Re: Pump", Message_ID="")
    stranger = mail(8, EVA, HELP, "Mine too.", Subject="Re: Pump")
    found, _ = box(tmp_path, *MAILS[3:], reply, stranger, ASKED)
    assert [said(each)[-1][1] for each in found] == ["Yes, three.", "Oil it.", "Mine too."]
    assert len(found[1].turns) == 2


def test_a_reply_without_references_joins_no_mail_of_long_ago(tmp_path: Path) -> None:
    late = mail(7, HELP, TOM, "Oil it.", Subject="Re: Pump", Date="Sat, 03 May 2025 10:00:00 +0100")
    found, _ = box(tmp_path, ASKED, late)
    assert len(found) == 2


def test_equal_subjects_alone_join_nothing(tmp_path: Path) -> None:
    again = mail(6, TOM, HELP, "Now the other one.")
    found, _ = box(tmp_path, ASKED, again)
    assert len(found) == 2


@pytest.mark.parametrize("agent", ["help@shop.example", "shop.example", "@shop.example, x.example"])
def test_agents_may_be_named_by_address_or_domain(tmp_path: Path, agent: str) -> None:
    file = write(tmp_path / "m.mbox", mbox(mail(1, HELP, TOM, "Your order."), mail(
        2, TOM, HELP, "Thanks.", answers=[1])))  # fmt: skip
    (found,), _ = read(file, columns={"agent": agent})
    assert [word for word, _ in said(found)] == ["agent", "customer"]


def test_a_team_at_a_public_provider_is_found_by_its_address(tmp_path: Path) -> None:
    shop = "my.shop@gmail.com"
    mails = [
        each
        for n in range(1, 9, 2)
        for each in (
            mail(n, f"c{n}@gmail.com", shop, "Hello?", Subject=f"S{n}"),
            mail(n + 1, shop, f"c{n}@gmail.com", "Hi.", answers=[n]),
        )
    ]
    found, _ = box(tmp_path, *mails)
    assert {tuple(said(each)) for each in found} == {(("customer", "Hello?"), ("agent", "Hi."))}


def test_colleagues_who_ask_each_other_are_told_apart(tmp_path: Path) -> None:
    mails = [
        each
        for n in range(1, 9, 2)
        for each in (
            mail(n, f"c{n}@corp.example", "it@corp.example", "Help!", Subject=f"S{n}"),
            mail(n + 1, "it@corp.example", f"c{n}@corp.example", "Done.", answers=[n]),
        )
    ]
    found, _ = box(tmp_path, *mails)
    assert {tuple(said(each)) for each in found} == {(("customer", "Help!"), ("agent", "Done."))}


def test_what_agents_write_to_each_other_is_private(tmp_path: Path) -> None:
    aside = mail(2, HELP, ANNA, "Do you know this fault?", answers=[1])
    (found, _), _ = box(tmp_path, ASKED, aside, *MAILS[3:])
    assert said(found)[1] == ("note", "Do you know this fault?")


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Precedence": "bulk"},
        {"X_Autoreply": "yes"},
        {"Subject": "Abwesenheitsnotiz: Pump"},
        {"Subject": "自动回复: Pump"},
        {"From": "MAILER-DAEMON@shop.example"},
        {"From": "do-not-reply@shop.example"},
    ],
)
def test_automatic_mail_is_the_systems(tmp_path: Path, headers: dict[str, str]) -> None:
    absent = mail(9, HELP, TOM, "We are closed.", answers=[1], **headers)
    (found, _), _ = box(tmp_path, ASKED, absent, *MAILS[3:])
    assert said(found)[-1] == ("system", "We are closed.")


def test_a_list_and_a_plain_no_make_nothing_automatic(tmp_path: Path) -> None:
    listed = mail(1, TOM, HELP, "Hi.", Precedence="list", Auto_Submitted="no")
    (found, _), _ = box(tmp_path, listed, *MAILS[3:])
    assert said(found) == [("customer", "Hi.")]


def test_whom_a_mailing_list_stands_for_is_the_sender(tmp_path: Path) -> None:
    passed_on = mail(1, "'Tom' via Shop <help@shop.example>", HELP, "Hi.", X_Original_From=TOM)
    (found, _), _ = box(tmp_path, passed_on, *MAILS[3:])
    assert (said(found), found.customer) == ([("customer", "Hi.")], "tom@mail.example")


def test_who_filled_in_a_contact_form_is_its_sender(tmp_path: Path) -> None:
    form = mail(1, "Shop <noreply@shop.example>", HELP, "Hi.", Reply_To=TOM)
    (found, _), _ = box(tmp_path, form, *MAILS[3:])
    assert (said(found), found.customer) == ([("customer", "Hi.")], "tom@mail.example")


def test_an_agents_reply_keeps_its_sender_wherever_answers_go(tmp_path: Path) -> None:
    answer = mail(2, HELP, TOM, "Oil it.", answers=[1], Reply_To="desk@tickets.example")
    (found, _), _ = box(tmp_path, ASKED, answer, *MAILS[3:])
    assert said(found)[1] == ("agent", "Oil it.")


def test_a_guarded_from_line_ends_no_mail(tmp_path: Path) -> None:
    text = "It came\n\n>From Berlin on Monday 10:00 in 2025.\n\nFrom here it is fine."
    raw = ASKED.replace(b"My pump is loud.", text.encode())
    (found,), _ = read(write(tmp_path / "m.mbox", mbox(raw)), columns={"agent": "shop.example"})
    assert said(found)[0][1] == text.replace(">From", "From")


WORDS = {
    "gb18030": "包裹还没有到，请帮我查一下。",
    "koi8-r": "Посылка ещё не пришла.",
    "shift_jis": "荷物がまだ届きません。",
}


@pytest.mark.parametrize(
    ("charset", "declared"),
    [("utf-8", "utf-8"), ("utf-8", "iso-8859-1"), ("cp1252", "us-ascii"), ("cp1252", "x-unknown"),
     ("cp1252", "utf-8"), ("gb18030", "gb2312"), ("koi8-r", "koi8-r"), ("shift_jis", "Shift_JIS")],
)  # fmt: skip
def test_wrong_and_missing_charsets_are_seen_through(
    tmp_path: Path, charset: str, declared: str
) -> None:
    words = WORDS.get(charset, "Größe fünf, im Café größer")
    head = b"From: tom@mail.example\nTo: help@shop.example\nDate: x\nSubject: " + words.encode(
        charset
    )
    body = f"\nContent-Type: text/plain; charset={declared}\n\n".encode() + words.encode(charset)
    (found,), _ = read(write(tmp_path / "m.eml", head + body), columns={"agent": "shop.example"})
    assert said(found) == [("customer", words)]


def test_encoded_headers_html_and_attachments_are_read(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"] = TOM
    message["Subject"] = "x"
    message["To"] = HELP
    message.set_content("<p>See <b>here</b>.</p><div class='gmail_quote'>old</div>", "html")
    message.add_attachment(b"x", maintype="image", subtype="png", filename="größe.png")
    name = b"=?utf-8?b?VMO2bSBNw7xs?=\r\n =?utf-8?q?ler?="
    raw = message.as_bytes().replace(b"From: Tom", b"From: " + name)
    (found,), _ = read(write(tmp_path / "m.eml", raw), columns={"agent": "shop.example"})
    assert (found.turns[0].text, found.turns[0].author) == (
        "See here.\n\n[größe.png]",
        "Töm Müller",
    )


def test_wrapped_paragraphs_are_joined_where_the_mail_says_so(tmp_path: Path) -> None:
    head = ASKED.partition(b"\n\n")[0].replace(b'"utf-8"', b'"utf-8"; format=flowed')
    body = b"\n\nMy pump \nis loud.\n\nBye \n-- \nTom \nMiller\n"
    (found,), _ = read(write(tmp_path / "m.eml", head + body))
    assert found.turns[0].text == "My pump is loud.\n\nBye"


def test_a_digital_signature_is_no_attachment(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = TOM, HELP, "x"
    message.set_content("Hi.")
    message.add_attachment(b"x", "application", "pkcs7-signature", filename="smime.p7s")
    (found,), _ = read(write(tmp_path / "m.eml", message.as_bytes()))
    assert found.turns[0].text == "Hi."


def test_an_attached_mail_stays_closed(tmp_path: Path) -> None:
    inner, outer = EmailMessage(), EmailMessage()
    inner.set_content("Secret.")
    outer["From"], outer["To"], outer["Subject"] = TOM, HELP, "x"
    outer.set_content("See the mail.")
    outer.add_attachment(inner)
    (found,), _ = read(write(tmp_path / "m.eml", outer.as_bytes()))
    assert found.turns[0].text == "See the mail."


def test_an_empty_mail_says_its_subject_and_labels_become_tags(tmp_path: Path) -> None:
    raw = mail(1, TOM, HELP, "", Subject="Where is order 17?", X_Gmail_Labels="Inbox,Orders")
    (found, _), _ = box(tmp_path, raw, *MAILS[3:])
    assert (said(found), found.tags) == ([("customer", "Where is order 17?")], ("Orders",))


@pytest.mark.parametrize("label", ["Spam", "Drafts"])
def test_spam_and_drafts_are_left_out_with_the_reason(tmp_path: Path, label: str) -> None:
    marked = mail(3, TOM, HELP, "Buy!", answers=[1], X_Gmail_Labels=f"{label},Opened")
    found, (skipped,) = box(tmp_path, ASKED, marked, *MAILS[3:])
    assert (len(found[0].turns), skipped.reason) == (1, f"is marked as {label.lower()}")


def test_a_mail_larger_than_can_be_held_keeps_its_words(tmp_path: Path) -> None:
    huge = ASKED + b"\n-- \n" + b"x" * 70 * 1000 * (LARGEST_MAIL // 60000) + b"\n"
    found, _ = box(tmp_path, huge, *MAILS[1:])
    assert [said(each) for each in found] == [PUMP, LAMPS]


def test_a_file_of_other_text_is_refused(tmp_path: Path) -> None:
    for text in (b"From here on it is text.\nNo mail.\n", b"Name: Tom\nTown: Bonn\n", b""):
        with pytest.raises(UnknownFormatError):
            read(write(tmp_path / "t.txt", text))


headers = st.sampled_from(
    ["From", "To", "Cc", "Subject", "Date", "Message-ID", "References", "In-Reply-To", "Precedence",
     "Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "X-Original-From"]
)  # fmt: skip
values = st.text(max_size=20) | st.sampled_from(
    ["=?utf-8?b?////?=", "=?x?q?=?=", "<a@b.example>", "a@b.example", "multipart/mixed; boundary=x",
     "text/plain; charset*=x''%ff", "text/html; charset=idna", "base64", "quoted-printable", "uue",
     "message/rfc822", "attachment; filename*0*=''%E9", "Sat, 99 Foo 2025 99:99:99 +9999"]
)  # fmt: skip


@given(st.lists(st.tuples(headers, values), max_size=10), st.binary(max_size=80))
def test_no_mail_breaks_it_and_ids_stay(
    tmp_path_factory: pytest.TempPathFactory, lines: list[tuple[str, str]], body: bytes
) -> None:
    raw = "".join(f"{name}: {value}\n" for name, value in lines).encode("utf-8", "replace")
    file = tmp_path_factory.mktemp("any") / "m.mbox"
    file.write_bytes(mbox(*MAILS, raw + b"\n--x\n" + body + b"\n", *MAILS))
    first, _ = read(file)
    assert first == read(file)[0]
    assert "4@x.example" in {transcript.id for transcript in first}


@given(st.data())
def test_damage_anywhere_is_survived(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    sound = mbox(*MAILS)
    start = data.draw(st.integers(60, len(sound) - 1))
    end = data.draw(st.integers(start, len(sound)))
    file = tmp_path_factory.mktemp("any") / "m.mbox"
    file.write_bytes(sound[:start] + data.draw(st.binary(max_size=9)) + sound[end:])
    try:
        read(file, format="email")
    except UnknownFormatError:
        assert start < 700  # Only what is damaged at its beginning is taken for no mail.
