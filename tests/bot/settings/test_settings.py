"""What the operator sets: read once, checked at once, refused with the place named."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.dialog import Degree, Mode
from bot.dialog.details import Found, read_anywhere
from bot.settings import Settings, SettingsError, policy_of, read_file
from bot.settings.reading import document_in
from knowledge import sample


def load(home: Path, text: str | None = None, **environment: str) -> Settings:
    if text is not None:
        (home / "frontdesk.yaml").write_text(text, encoding="utf-8")
    return Settings.load(home, environment)


def test_a_home_without_a_file_takes_the_defaults(tmp_path):
    settings = load(tmp_path)
    assert settings.file.company == "Our company"
    assert settings.database_url == f"sqlite:///{tmp_path}/frontdesk.db"


def test_a_sentiment_model_is_looked_for_from_the_home_on(tmp_path):
    assert load(tmp_path).sentiment_model is None
    assert load(tmp_path, "sentiment_model: mood").sentiment_model == tmp_path / "mood"
    assert load(tmp_path, "sentiment_model: /srv/mood").sentiment_model == Path("/srv/mood")


def test_an_empty_file_means_the_defaults(tmp_path):
    assert load(tmp_path, "").file == load(tmp_path).file


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("compny: X", "compny"),
        ("company: [1, 2]", "company"),
        ("accent: blue", "accent"),
        ("quiet_seconds: -1", "quiet_seconds"),
        ("quiet_seconds: soon", "quiet_seconds"),
        ("sentiment_model: ''", "sentiment_model"),
        ("sentiment_model: [a, b]", "sentiment_model"),
        ('sentiment_model: "a\\0b"', "sentiment_model"),
        ("hours: {week: {monday: '09:00-17:00'}}", "hours.week.monday"),
        ("hours: {week: {monday: ['9 to 5']}}", "hours.week.monday"),
        ("company: A\nlocale: en\ncompany: B", "line 3: 'company' stands there twice"),
        ("limits: {a: 1, a: 2}", "stands there twice, first in line 1"),
        ("hours: {week: {monday: ['09:00-12:00'], Monday: ['13:00-17:00']}}", "stands there twice"),
        ("company: {true: A,\n yes: B}", "line 2: 'yes' stands there twice, first in line 1"),
        ("a: &a {x: 1, x: 2}\nb: {<<: *a}", "line 1: 'x' stands there twice"),
        ("a: &a [*a, {x: 1, x: 2}]", "line 1: 'x' stands there twice"),
        ("hours: {week: {monday: ['17:00-09:00']}}", "hours.week.monday"),
        ("hours: {week: {monday: ['09:00+01:00-17:00']}}", "hours.week.monday"),
        ("hours: {week: {mon: ['09:00-17:00']}}", "hours.week"),
        ("hours: {time_zone: Mars/Base}", "hours.time_zone"),
        ("hours: {time_zone: ../../etc/passwd}", "hours.time_zone"),
        ("hours: {holidays: [christmas]}", "hours.holidays.0"),
        ("fields: {order: {pattern: '(', prompts: {en: x}}}", "fields.order.pattern"),
        ("fields: {order: {pattern: LW}}", "fields.order.prompts"),
        ("lookups: {o: {url: u, inputs: [], outputs: []}}", "lookups.o.url"),
        ("lookups: {o: {url: 'http://u', inputs: [x], outputs: [y]}}", "lookups.o.inputs"),
        (
            "lookups: {o: {url: 'http://u', inputs: [], outputs: [], timeout_seconds: 60}}",
            "lookups.o.timeout_seconds",
        ),
        ("limits: {messages_per_minute: 0}", "limits.messages_per_minute"),
        ("notify: {emails: [ada]}", "notify.emails.0"),
        ("mail: {answer_after_minutes: 0}", "mail.answer_after_minutes"),
        ("handoff: {word: [x]}", "handoff.word"),
        ("handoff: {words: ['']}", "handoff.words.0"),
        ("- a list", "the file"),
        ("a: [", "line 1"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_place(tmp_path, text, place):
    with pytest.raises(SettingsError) as refused:
        load(tmp_path, text)
    assert str(tmp_path / "frontdesk.yaml") in str(refused.value)
    assert place in str(refused.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1: x\n'1': y", {1: "x", "1": "y"}),
        (
            "d: {e: {f: &f {<<: {x: 2}, x: 2}}}\nc: {<<: *f, y: 3}",
            {"d": {"e": {"f": {"x": 2}}}, "c": {"x": 2, "y": 3}},
        ),
        ("a: &a {x: 1}\nb: {<<: *a, x: 2}\nc: *a", {"a": {"x": 1}, "b": {"x": 2}, "c": {"x": 1}}),
        ("# nothing", {}),
    ],
)
def test_keys_that_are_merged_or_of_different_kinds_stand_once(text, said):
    assert document_in(text) == said


def test_a_file_that_is_no_text_is_refused(tmp_path):
    (tmp_path / "frontdesk.yaml").write_bytes(b"company: \xff\xfe")
    with pytest.raises(SettingsError, match=r"frontdesk\.yaml"):
        load(tmp_path)


def test_a_folder_in_the_files_place_is_refused(tmp_path):
    (tmp_path / "frontdesk.yaml").mkdir()
    with pytest.raises(SettingsError, match=r"frontdesk\.yaml"):
        load(tmp_path)


def test_the_home_comes_from_the_command_line_then_the_environment(tmp_path):
    other = tmp_path / "other"
    assert Settings.load(tmp_path, {"FRONTDESK_HOME": str(other)}).home == tmp_path
    assert Settings.load(None, {"FRONTDESK_HOME": str(other)}).home == other
    assert Settings.load(None, {"FRONTDESK_HOME": ""}).home == Path.home() / ".frontdesk"


def test_every_variable_of_the_environment_is_read(tmp_path):
    settings = load(
        tmp_path,
        FRONTDESK_DATABASE_URL="postgresql://db/desk",
        FRONTDESK_PUBLIC_URL="https://help.shop.example",
        FRONTDESK_TRUSTED_PROXIES="10.0.0.1, 10.0.0.2,",
        FRONTDESK_TELEGRAM_TOKEN="7:abc",
        FRONTDESK_TELEGRAM_API_URL="http://127.0.0.1:9000",
        FRONTDESK_TELEGRAM_WEBHOOK_SECRET="s3cret",
    )
    assert settings.database_url == "postgresql://db/desk"
    assert settings.public_url == "https://help.shop.example"
    assert settings.trusted_proxies == ("10.0.0.1", "10.0.0.2")
    assert settings.telegram_token == "7:abc"
    assert settings.telegram_api_url == "http://127.0.0.1:9000"
    assert settings.telegram_webhook_secret == "s3cret"


def test_a_variable_that_is_set_to_nothing_is_as_good_as_absent(tmp_path):
    names = ("DATABASE_URL", "PUBLIC_URL", "TRUSTED_PROXIES", "TELEGRAM_TOKEN", "TELEGRAM_API_URL")
    empty = load(tmp_path, **{f"FRONTDESK_{name}": "" for name in names})
    assert empty == load(tmp_path)


def test_secrets_do_not_show_in_a_log(tmp_path):
    settings = load(
        tmp_path,
        FRONTDESK_TELEGRAM_TOKEN="7:abc",
        FRONTDESK_TELEGRAM_WEBHOOK_SECRET="s3cret",
        FRONTDESK_LOOKUP_ORDERS_TOKEN="s3cret",
    )
    assert "7:abc" not in repr(settings)
    assert "s3cret" not in repr(settings)


def test_only_facts_that_are_set_may_stand_in_answers(tmp_path):
    settings = load(tmp_path, "company: Shop\nsupport_email: a@shop.example")
    assert settings.facts() == {"company_name": "Shop", "support_email": "a@shop.example"}
    assert settings.known_fields() == {"company_name", "support_email"}


def test_the_sample_companys_settings_can_be_used():
    folder = Path(sample.__file__).parent
    settings = Settings.load(folder, {})
    policy = policy_of(settings.file)
    found = read_anywhere(policy.fields["order_number"], "it is lw 26 12345, thanks")
    assert isinstance(found, Found)
    assert found.value == "LW-26-12345"
    assert "order_status" in settings.known_fields()
    assert policy.hand_off_words


@pytest.mark.parametrize(
    ("written", "degree"),
    [
        ("off", Degree(Mode.OFF)),
        ("draft", Degree(Mode.DRAFT)),
        ("live", Degree(Mode.LIVE)),
        ("0.2", Degree(Mode.LIVE, 0.2)),
    ],
)
def test_trust_is_set_by_channel_and_intent(tmp_path, written, degree):
    file = tmp_path / "frontdesk.yaml"
    file.write_text(f"trust:\n  channels:\n    web: {written}\n  intents:\n    refund: {written}\n")
    trust = policy_of(read_file(file)).trust
    assert trust.channels == {"web": degree}
    assert trust.intents == {"refund": degree}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("trust:\n  channels:\n    web: sometimes\n", "use off, draft, live, or a share"),
        ("trust:\n  channels:\n    web: 1.5\n", "use off, draft, live, or a share"),
        ("trust:\n  channels:\n    pigeon: off\n", "'pigeon' is no channel"),
        ("queues:\n  returns: {intents: []}\n", "queues.returns.intents"),
    ],
)
def test_trust_and_queues_that_cannot_be_used_are_refused(tmp_path, text, wrong):
    file = tmp_path / "frontdesk.yaml"
    file.write_text(text)
    with pytest.raises(SettingsError, match=wrong):
        read_file(file)


def test_a_secret_that_could_be_guessed_is_refused_and_not_repeated(tmp_path):
    with pytest.raises(SettingsError, match="FRONTDESK_IDENTITY_SECRET") as refused:
        load(tmp_path, FRONTDESK_IDENTITY_SECRET="hunter2" * 4)
    assert "hunter2" not in str(refused.value)
    kept = load(tmp_path, FRONTDESK_IDENTITY_SECRET="s" * 32)
    assert kept.identity_secret == b"s" * 32
    assert "ssss" not in repr(kept)
    assert load(tmp_path).identity_secret is None
