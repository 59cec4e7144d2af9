"""Answer templates read from and written to a file, whose suffix names the format."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from knowledge.encoding import decode_text
from knowledge.errors import InvalidTemplateError, UnknownFormatError, UnreadableFileError
from knowledge.records import AnswerTemplate
from knowledge.templates.csv_format import dump_csv, load_csv
from knowledge.templates.yaml_format import dump_yaml, load_yaml

_YAML = frozenset({".yaml", ".yml"})
_CSV = frozenset({".csv"})


def read_templates(path: Path) -> tuple[AnswerTemplate, ...]:
    """The templates of a ``.yaml``, ``.yml`` or ``.csv`` file, in its order.

    The texts are not checked against any fields; that is ``check_template``.

    Raises:
        UnreadableFileError: the file is missing or may not be read.
        UnknownFormatError: the suffix is none of those three.
        InvalidTemplateError: the file or a template in it is malformed, or an id is there twice.
    """
    _refuse_other_suffixes(path)
    try:
        text = decode_text(path.read_bytes())
    except OSError as error:
        raise UnreadableFileError(f"{path}: {error.strerror or error}") from None
    load = load_yaml if path.suffix.lower() in _YAML else load_csv
    templates = load(text, path.name)
    _refuse_repeated_ids(templates, path.name)
    return templates


def write_templates(templates: Sequence[AnswerTemplate], path: Path) -> None:
    """Write the templates so that reading them gives equal ones; replaces the file as a whole.

    Raises:
        UnknownFormatError: the suffix is none of ``.yaml``, ``.yml``, ``.csv``.
        InvalidTemplateError: a template has no id, no text, or an empty text or title, or an id
            stands there twice.
    """
    _refuse_other_suffixes(path)
    _refuse_repeated_ids(templates, path.name)
    for template in templates:
        written = (
            *template.texts.values(),
            *template.titles.values(),
            *(text for texts in template.variants.values() for text in texts),
            *(text for texts in template.texts_on.values() for text in texts.values()),
        )
        if not template.id.strip() or not template.texts or not all(written):
            raise InvalidTemplateError(
                f"template '{template.id}': needs an id and a text, and no empty text or title"
            )
    if path.suffix.lower() in _YAML:
        content = dump_yaml(templates).encode("utf-8")
    else:
        content = dump_csv(templates).encode("utf-8-sig")
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    beside.write_bytes(content)
    beside.replace(path)


def _refuse_other_suffixes(path: Path) -> None:
    if path.suffix.lower() not in _YAML | _CSV:
        raise UnknownFormatError(f"{path}: templates are kept in .yaml, .yml or .csv files")


def _refuse_repeated_ids(templates: Sequence[AnswerTemplate], name: str) -> None:
    seen: set[str] = set()
    for template in templates:
        if template.id in seen:
            raise InvalidTemplateError(f"{name}: the id '{template.id}' stands there twice")
        seen.add(template.id)
