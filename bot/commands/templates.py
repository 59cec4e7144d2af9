"""Answer templates into the home and out of it, with the files that go with them.

A file of templates names its attachments by their hash; their bytes lie beside it, in a folder
called as it is with ``.files`` behind.
"""

from __future__ import annotations

import mimetypes
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import click

from bot.answering.releases import serving_release
from bot.commands.context import Home, json_option, note, say
from bot.content.attachments import AttachmentError, Upload
from bot.content.file_bytes import FileBytes, FileTooLargeError, NoRoomError
from bot.content.template_doubts import KnownNames
from bot.content.template_files import bytes_of, store_template_file
from bot.content.template_offers import Offer, offers
from bot.content.template_references import check_references
from bot.content.templates import all_templates, put_template
from bot.services import utc_now
from knowledge import (
    AnswerTemplate,
    Enclosure,
    InvalidTemplateError,
    TemplateId,
    TemplateState,
    check_template,
    read_templates,
    write_templates,
)
from nlu.fitting import read_labels


@click.command("templates")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@json_option
@click.pass_obj
def import_templates(home: Home, file: Path, as_json: bool) -> None:
    """Answer templates from YAML or CSV; the next message is answered with them.

    Attachments are taken from the folder FILE.files, where `export templates` puts them.
    """
    read = read_templates(file)
    for each in read:
        check_template(each, home.settings.known_fields())
    _take_files(home, read, folder_of(file))
    with home.database.write() as session:
        changed = sum(put_template(session, each, utc_now()) for each in read)
        check_references(session, read)
        known = KnownNames.of(session, _learned(home))
        offered = offers(session)
    doubts = [doubt.sentence(each.id) for each in read for doubt in known.doubts(each)]
    doubts += [_missed(each, offered[each.id]) for each in read if _is_missed(each, offered)]
    for sentence in doubts:
        note(sentence)
    result = {"templates": len(read), "changed": changed, "doubts": doubts}
    say(as_json, result, f"{len(read):,} templates read, {changed:,} of them new or changed.")


@click.command("templates")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@json_option
@click.pass_obj
def export_templates(home: Home, file: Path, as_json: bool) -> None:
    """Every answer template into FILE (.yaml or .csv), so that `import templates` restores it.

    Their attachments go into the folder FILE.files. A deleted template that one of them offers
    next is left out, since there is nothing that the file could name.
    """
    found = _without_deleted([each.template for each in all_templates(home.database)])
    write_templates(found, file)
    _give_files(home, found, folder_of(file))
    say(as_json, {"templates": len(found)}, f"{len(found):,} templates written to {file}.")


def _is_missed(template: AnswerTemplate, offered: Mapping[TemplateId, Sequence[Offer]]) -> bool:
    return template.state is TemplateState.RETIRED and template.id in offered


def _missed(template: AnswerTemplate, by: Sequence[Offer]) -> str:
    named = ", ".join(f"'{each.id}'" for each in by)
    return (
        f"template '{template.id}' is retired, and no longer offered by {named} as what to ask next"
    )


def _without_deleted(templates: Sequence[AnswerTemplate]) -> list[AnswerTemplate]:
    """``templates`` without follow-ups that are none of them, each of which is told."""
    there = {each.id for each in templates}
    for template in templates:
        for gone in (each for each in template.follow_ups if each not in there):
            note(f"template '{template.id}': '{gone}', which it offers next, is deleted; left out")
    return [
        replace(each, follow_ups=tuple(other for other in each.follow_ups if other in there))
        for each in templates
    ]


def _learned(home: Home) -> Sequence[str]:
    """The intents of the model in service; none where there is none."""
    serving = serving_release(home.database)
    labels = home.settings.models / serving.model_id / "labels.json" if serving else None
    return read_labels(labels).names if labels and labels.is_file() else ()


def folder_of(file: Path) -> Path:
    """Where the attachments of a file of templates lie."""
    return file.with_name(f"{file.name}.files")


def _take_files(home: Home, templates: Sequence[AnswerTemplate], folder: Path) -> None:
    files, limits = FileBytes(home.settings.attachments), home.settings.file.attachments.limits()
    for template, enclosure in _enclosures(templates):
        path = folder / enclosure.sha256
        if not path.is_file():
            continue
        where = f"template '{template.id}', attachment '{enclosure.name}'"
        declared = mimetypes.guess_type(enclosure.name)[0]
        try:
            with path.open("rb") as source:
                upload = Upload(source, enclosure.name, declared, "template")
                stored = store_template_file(home.database, files, upload, limits, utc_now())
        except (AttachmentError, FileTooLargeError, NoRoomError) as error:
            raise InvalidTemplateError(f"{where}: {error}") from None
        if stored.sha256 != enclosure.sha256:
            raise InvalidTemplateError(
                f"{where}: the bytes of {path} are others than they are named for; export it again"
            )


def _give_files(home: Home, templates: Sequence[AnswerTemplate], folder: Path) -> None:
    files = FileBytes(home.settings.attachments)
    for template, enclosure in _enclosures(templates):
        source = bytes_of(files, enclosure)
        if source is None:
            note(f"template '{template.id}': the bytes of '{enclosure.name}' are not in this home")
            continue
        folder.mkdir(exist_ok=True)
        shutil.copyfile(source, folder / enclosure.sha256)


def _enclosures(
    templates: Sequence[AnswerTemplate],
) -> Iterator[tuple[AnswerTemplate, Enclosure]]:
    for template in templates:
        for enclosure in template.attachments:
            yield template, enclosure
