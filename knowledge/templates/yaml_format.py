"""Answer templates as YAML, the format for people who keep theirs under version control.

Every scalar is read as the text that stands there, so ``id: 007`` and the Norwegian ``no:`` need
no quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import yaml

from knowledge.errors import InvalidTemplateError
from knowledge.records import AnswerTemplate
from knowledge.templates.rows import row_of, template_of

_FOLDED_BREAKS = re.compile("[\x85\u2028\u2029]")
"""Line breaks that YAML would read back as plain newlines, unless escaped."""


def dump_yaml(templates: Iterable[AnswerTemplate]) -> str:
    """The templates as a YAML document with one list."""
    rows = [row_of(template) for template in templates]
    return yaml.dump(
        {"templates": rows}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100
    )


def load_yaml(text: str, name: str) -> tuple[AnswerTemplate, ...]:
    """The templates of a document: a list, or a mapping with the list under ``templates``.

    Raises:
        InvalidTemplateError: where the YAML or a template in it is malformed, with the line.
    """
    try:
        root = yaml.compose(text, Loader=yaml.BaseLoader)
        return tuple(_templates(root, name)) if root is not None else ()
    except (yaml.YAMLError, RecursionError) as error:
        raise InvalidTemplateError(f"{name}: is not YAML: {' '.join(str(error).split())}") from None


def _templates(root: yaml.Node, name: str) -> Iterator[AnswerTemplate]:
    if isinstance(root, yaml.MappingNode):
        listed = [value for key, value in root.value if key.value == "templates"]
        if len(listed) != 1:
            raise InvalidTemplateError(f"{name}: holds no list called 'templates'")
        root = listed[0]
    if not isinstance(root, yaml.SequenceNode):
        raise InvalidTemplateError(f"{name}: holds no list of templates")
    for node in root.value:
        where = f"{name}, line {node.start_mark.line + 1}"
        if not isinstance(node, yaml.MappingNode):
            raise InvalidTemplateError(f"{where}: a template begins with its 'id:'")
        yield template_of(_plain(node, where), where)


def _plain(node: yaml.MappingNode, where: str) -> dict[str, object]:
    _refuse_unclear_names(node, where)
    constructor = yaml.constructor.BaseConstructor()
    return {
        str(key): value for key, value in constructor.construct_mapping(node, deep=True).items()
    }


def _refuse_unclear_names(node: yaml.MappingNode, where: str) -> None:
    seen: set[str] = set()
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise InvalidTemplateError(f"{where}: an entry's name must be plain text")
        if key.value in seen:
            raise InvalidTemplateError(f"{where}: '{key.value}' stands there twice")
        seen.add(key.value)
        if isinstance(value, yaml.MappingNode):
            _refuse_unclear_names(value, where)


class _Dumper(yaml.SafeDumper):
    """Indents lists and never shares nodes."""

    def ignore_aliases(self, data: object) -> bool:
        del data
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        del indentless
        super().increase_indent(flow, False)


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = None
    if _FOLDED_BREAKS.search(text):
        style = '"'
    elif "\n" in text:
        style = "|"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)
