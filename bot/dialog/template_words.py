"""A template's title, text and buttons in the language of a conversation. Pure.

What has no words in that language is given in the one in which the answer will be said.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.dialog.languages import best_language, language_among
from bot.dialog.words import plain
from knowledge.records import AnswerTemplate, Button


def language_of(template: AnswerTemplate, wanted: str) -> str:
    """The language in which ``template`` is said to a customer of ``wanted``."""
    return best_language(template.texts, wanted) or wanted


def template_text(template: AnswerTemplate, wanted: str) -> str:
    """The text in ``wanted``, else in English, else in the first language that it has."""
    return template.texts[language_of(template, wanted)]


def title_in(template: AnswerTemplate, wanted: str) -> str:
    """The title in ``wanted``, else in the language of the text, else the first."""
    titles = {**dict.fromkeys(list(template.texts)[:1], template.title), **template.titles}
    for language in (wanted, language_of(template, wanted)):
        found = language_among(titles, language)
        if found is not None:
            return titles[found]
    return template.title


def buttons_in(template: AnswerTemplate, wanted: str) -> tuple[Button, ...]:
    """The buttons in the language of the text, none where it has none in that language."""
    said = language_of(template, wanted)
    found = language_among(template.buttons_in, said)
    if found is not None:
        return template.buttons_in[found]
    return template.buttons if said == next(iter(template.texts)) else ()


def titled(templates: Iterable[AnswerTemplate], text: str) -> AnswerTemplate | None:
    """The one of ``templates`` whose title, in any language, is all that ``text`` says.

    None where there is none, or more than one.
    """
    said = _bare(text)
    found = [
        each
        for each in templates
        if said in {_bare(title) for title in (each.title, *each.titles.values())}
    ]
    return found[0] if said and len(found) == 1 else None


def _bare(text: str) -> str:
    return plain(text.replace("?", " ").replace("？", " "))
