"""Templates come back from both file formats exactly as they went in."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import (
    AnswerTemplate,
    Button,
    Enclosure,
    InvalidTemplateError,
    TemplateState,
    UnknownFormatError,
    UnreadableFileError,
    read_templates,
    write_templates,
)
from knowledge.templates.csv_format import dump_csv, load_csv
from knowledge.templates.yaml_format import dump_yaml, load_yaml

awkward = st.sampled_from(
    ["", " x ", "no", "~", "1.10", "=SUM(A1)", "'=x", "''-", "- a\n- b\n", "a => b", "\\=>", "\\n",
     "a\r\nb", "\x85", "\u2028", "'", '"', "#x", "a: b", "{{ name }}", "=> ", "\n\n x\n"]
)  # fmt: skip
anything = st.one_of(awkward, st.text(max_size=30))
something = anything.filter(bool)
languages = st.sampled_from(["en", "no", "zh-Hans", "de"])
buttons = st.lists(st.builds(Button, label=anything, text=anything), max_size=3).map(tuple)
moments = st.none() | st.datetimes(timezones=st.just(UTC))
channels = st.dictionaries(
    st.sampled_from(["web", "telegram"]), st.dictionaries(languages, something, min_size=1)
)
files = st.builds(Enclosure, name=anything, sha256=anything)
templates = st.builds(
    AnswerTemplate,
    id=something.filter(str.strip),
    title=something,
    titles=st.dictionaries(languages, something),
    texts=st.dictionaries(languages, something, min_size=1),
    intents=st.lists(something, max_size=3).map(tuple),
    examples=st.lists(anything, max_size=4).map(tuple),
    buttons=buttons,
    buttons_in=st.dictionaries(languages, buttons.filter(bool)),
    state=st.sampled_from(TemplateState),
    version=st.integers(min_value=1),
    valid_from=moments,
    valid_until=moments,
    variants=st.dictionaries(languages, st.lists(something, min_size=1, max_size=3).map(tuple)),
    texts_on=channels,
    follow_ups=st.lists(something, max_size=3).map(tuple),
    attachments=st.lists(files, max_size=2).map(tuple),
    owner=st.none() | something,
)


@given(st.lists(templates, max_size=4))
def test_yaml_gives_back_what_was_written(written: list[AnswerTemplate]) -> None:
    assert load_yaml(dump_yaml(written), "t.yaml") == tuple(written)


@given(st.lists(templates, max_size=4))
def test_csv_gives_back_what_was_written(written: list[AnswerTemplate]) -> None:
    assert load_csv(dump_csv(written), "t.csv") == tuple(written)


@pytest.mark.parametrize("name", ["t.yaml", "t.yml", "t.csv"])
def test_a_file_gives_back_what_was_written(tmp_path: Path, name: str) -> None:
    written = (
        AnswerTemplate(
            id="track",  # type: ignore[arg-type]
            title="Where is my order",
            titles={"zh-Hans": "我的订单到哪里了"},
            texts={"en": "Hi {{ name }},\n\n- one\n- two\n", "zh-Hans": "您好"},
            examples=("where is it", "still waiting"),
            buttons=(Button("Yes", "Yes, please"),),
            buttons_in={"zh-Hans": (Button("好的", "好的，请查一下"),)},
            valid_from=datetime(2025, 3, 1, tzinfo=UTC),
        ),
    )
    write_templates(written, tmp_path / name)
    assert read_templates(tmp_path / name) == written
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_handwritten_yaml_needs_few_entries_and_no_quotes(tmp_path: Path) -> None:
    file = tmp_path / "t.yaml"
    file.write_text("- id: 007\n  texts:\n    no: Hei\n  buttons: [Ja]\n", encoding="utf-8")
    (template,) = read_templates(file)
    assert (template.id, template.title, dict(template.texts)) == ("007", "007", {"no": "Hei"})
    assert template.buttons == (Button("Ja", "Ja"),)


def test_titles_and_buttons_of_further_languages_are_columns_of_their_own(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text(
        "id,title,title:zh,text:en,buttons:zh\n"
        "returns,Returns,退货,Send it.,多少钱 => 退货要多少钱？\n",
        encoding="utf-8",
    )
    (template,) = read_templates(file)
    assert (template.title, template.titles) == ("Returns", {"zh": "退货"})
    assert template.buttons_in == {"zh": (Button("多少钱", "退货要多少钱？"),)}


def test_csv_from_a_german_spreadsheet_is_read(tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_bytes("id;title;text:de\r\nmaß;Größe;Größe wählen\r\n;;\r\n".encode("cp1252"))
    (template,) = read_templates(file)
    assert template.texts == {"de": "Größe wählen"}


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("t.yaml", "- id: a\n  texts: {en: x}\n  colour: red\n", "t.yaml, line 1: unknown entry"),
        ("t.yaml", "- id: a\n  id: b\n  texts: {en: x}\n", "twice"),
        ("t.yaml", "- id: a\n  texts: {en: x}\n- id: a\n  texts: {en: y}\n", "'a' stands there"),
        ("t.yaml", "- id: a\n  texts: {en: x}\n  state: live!\n", "none of draft"),
        ("t.yaml", "- id: a\n  texts: {en: x}\n  version: 0\n", "from 1 up"),
        ("t.yaml", "- id: a\n  texts: {en: x}\n  valid_from: soon\n", "ISO 8601"),
        ("t.yaml", "- id: a\n  texts: {en: x}\n  title: {en: y}\n", "'title' must be text"),
        (
            "t.yaml",
            "- id: a\n  texts: {en: x}\n  titles: Hello\n",
            "under 'titles' stand languages",
        ),
        (
            "t.yaml",
            "- id: a\n  texts: {en: x}\n  titles: {zh: [y]}\n",
            "under 'titles' has no text",
        ),
        (
            "t.yaml",
            "- id: a\n  texts: {en: x}\n  titles: {zh: y, zh: z}\n",
            "'zh' stands there twice",
        ),
        (
            "t.yaml",
            "- id: a\n  texts: {en: x}\n  buttons_in: [y]\n",
            "'buttons_in' stand languages",
        ),
        ("t.yaml", "- id: a\n  texts: {en: x}\n  buttons_in: {zh: y}\n", "'zh' must be a list"),
        ("t.yaml", "- id: [a\n", "is not YAML"),
        ("t.yaml", "[" * 5000, "is not YAML"),
        ("t.yaml", "- ? [a]\n  : b\n", "plain text"),
        ("t.yaml", "- id: a\n  texts: &x {en: *x}\n", "is not YAML"),
        ("t.yaml", "hello", "no list of templates"),
        ("t.csv", "id,text:en\na,x,y\n", "t.csv, line 2: has more cells"),
        ("t.csv", "id,colour\na,red\n", "unknown column 'colour'"),
        ("t.csv", "id,title:,text:en\na,b,c\n", "unknown column 'title:'"),
        ("t.csv", "text,intent\na,b\n", "no column 'id'"),
    ],
)
def test_a_malformed_file_is_refused_with_its_place(
    tmp_path: Path, name: str, content: str, complaint: str
) -> None:
    file = tmp_path / name
    file.write_text(content, encoding="utf-8")
    with pytest.raises(InvalidTemplateError, match=complaint):
        read_templates(file)


def test_other_suffixes_and_missing_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormatError):
        read_templates(tmp_path / "t.xlsx")
    with pytest.raises(UnreadableFileError):
        read_templates(tmp_path / "t.yaml")
