"""Help pages as plain, self-contained HTML: no script, nothing from elsewhere."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from bot.dialog.phrases import phrase, spoken_language
from bot.help.labels import labels_in
from bot.help.markup import Section, article_markup, shortened
from knowledge import Article
from knowledge.passages import split_article, split_sentences

PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title} · {company}</title>
{head}<link rel="stylesheet" href="/help/style.css">
</head>
<body>
<header>
<a class="home" href="/help/">{company} <span>{help}</span></a>
<form method="get" action="/help/" role="search">
<label for="q">{search}</label>
<input id="q" name="q" type="search" value="{q}" maxlength="200" placeholder="{search}">
</form>
</header>
<main{kind}>
{body}
</main>
</body>
</html>
"""
FEWEST_SECTIONS = 3
"""A shorter page needs no table of contents."""
DESCRIBED = 160
QUOTED = 240
ALL_LABELLED = 2
"""From so many languages on the list says which article is in which."""


@dataclass(frozen=True, slots=True)
class Found:
    """A page that a search found: the place in it, and what stands there."""

    article: Article
    anchor: str | None
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom a page is made: the company, the reader's language, the public address or none."""

    company: str
    language: str
    public_url: str | None = None


def help_address(article: Article) -> str:
    """Where the article's help page is, from the server's root."""
    return f"/help/{quote(article.slug or article.id)}"


def article_page(article: Article, reader: Reader) -> str:
    """One article, its headings with the fragments that passages link to."""
    markup = article_markup(article)
    language = spoken_language(article.language) if article.language else reader.language
    words = labels_in(language)
    updated = ""
    if article.updated_at is not None:
        date = words.updated.format(date=_date(article.updated_at, language))
        stamp = article.updated_at.date().isoformat()
        updated = f'<p class="updated"><time datetime="{stamp}">{html.escape(date)}</time></p>\n'
    contents = _contents(markup.sections, words.contents)
    title = f"<h1>{html.escape(article.title)}</h1>\n{updated}"
    body = f"<article>\n<div>\n{title}</div>\n{contents}<div>\n{markup.html}</div>\n</article>"
    kind = "with-contents" if contents else ""
    within = Reader(reader.company, language, reader.public_url)
    return _page(article.title, within, body, kind=kind, head=_head(article, reader))


def list_page(articles: Sequence[Article], reader: Reader) -> str:
    """The titles of all articles."""
    listed = sorted(articles, key=lambda each: each.title.casefold())
    languages = {each.language for each in listed if each.language}
    mixed = len(languages) >= ALL_LABELLED
    entries = "\n".join(f"<li>{_link(each, mixed=mixed)}</li>" for each in listed)
    title = phrase("help_pages", reader.language)
    found = f'<ul class="list">\n{entries}\n</ul>' if entries else _nothing(reader)
    return _page(title, reader, f"<h1>{title}</h1>\n{found}")


def results_page(found: Sequence[Found], reader: Reader, q: str) -> str:
    """What a search for ``q`` found, best first."""
    entries = "\n".join(_result(each) for each in found)
    shown = f'<ol class="results">\n{entries}\n</ol>' if entries else _nothing(reader)
    title = f"{phrase('help_search', reader.language)}: {q}"
    body = f"<h1>{html.escape(title)}</h1>\n{shown}"
    return _page(title, reader, body, q=q, head='<meta name="robots" content="noindex">\n')


def missing_page(reader: Reader) -> str:
    """What stands where no article is, or none is left."""
    text = html.escape(labels_in(reader.language).missing)
    home = f'<p><a href="/help/">{phrase("help_pages", reader.language)}</a></p>'
    head = '<meta name="robots" content="noindex">\n'
    return _page(
        phrase("help_pages", reader.language), reader, f"<h1>{text}</h1>\n{home}", head=head
    )


def sitemap(articles: Sequence[Article], base: str) -> str:
    """The addresses of all help pages, for search engines; ``base`` is the server's own."""
    entries = [f"<url><loc>{html.escape(base)}/help/</loc></url>"]
    for each in articles:
        place = f"<loc>{html.escape(base + help_address(each))}</loc>"
        if each.updated_at is not None:
            place += f"<lastmod>{each.updated_at.date().isoformat()}</lastmod>"
        entries.append(f"<url>{place}</url>")
    listed = "\n".join(entries)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{listed}\n</urlset>\n'
    )


def _page(
    title: str, reader: Reader, body: str, *, q: str = "", kind: str = "", head: str = ""
) -> str:
    return PAGE.format(
        title=html.escape(title),
        language=html.escape(reader.language),
        direction=_direction(reader.language),
        company=html.escape(reader.company),
        help=phrase("help_pages", reader.language),
        search=phrase("help_search", reader.language),
        q=html.escape(q),
        kind=f' class="{kind}"' if kind else "",
        head=head,
        body=body,
    )


def _head(article: Article, reader: Reader) -> str:
    passages = split_article(article)
    described = shortened(_plain(passages[0].text), DESCRIBED) if passages else ""
    head = f'<meta name="description" content="{described}">\n' if described else ""
    address = _original(article, reader)
    return head + (f'<link rel="canonical" href="{html.escape(address)}">\n' if address else "")


def _original(article: Article, reader: Reader) -> str | None:
    """The page that search engines should list: where the article was read, else this one."""
    if article.url and article.url.startswith(("http://", "https://")):
        return article.url
    return reader.public_url.rstrip("/") + help_address(article) if reader.public_url else None


def _contents(sections: Sequence[Section], title: str) -> str:
    if len(sections) < FEWEST_SECTIONS:
        return ""
    entries = "\n".join(
        f'<li class="level-{each.level}"><a href="#{quote(each.anchor)}">'
        f"{html.escape(each.title)}</a></li>"
        for each in sections
    )
    named = html.escape(title)
    return f'<nav aria-label="{named}">\n<h2>{named}</h2>\n<ol>\n{entries}\n</ol>\n</nav>\n'


def _link(article: Article, *, mixed: bool) -> str:
    language = html.escape(article.language or "")
    marked = f' lang="{language}"' if language else ""
    link = f'<a href="{help_address(article)}"{marked}>{html.escape(article.title)}</a>'
    return f"{link} <small>{_language_name(article.language)}</small>" if mixed else link


def _result(found: Found) -> str:
    address = help_address(found.article) + (f"#{quote(found.anchor)}" if found.anchor else "")
    heading = f"<small>{html.escape(found.heading)}</small>" if found.heading else ""
    return (
        f'<li><a href="{address}">{html.escape(found.article.title)}</a>{heading}'
        f"<p>{shortened(_plain(found.text), QUOTED)}</p></li>"
    )


def _plain(text: str) -> str:
    """A passage as running text: rows of tables and items of lists without their marks."""
    units = (unit.strip("| ").removeprefix("- ") for unit in split_sentences(text))
    return " ".join(" · ".join(filter(None, map(str.strip, unit.split("|")))) for unit in units)


def _nothing(reader: Reader) -> str:
    return f"<p>{phrase('help_nothing', reader.language)}</p>"


def _date(moment: datetime, language: str) -> str:
    return format_date(moment.date(), "long", locale=_locale(language) or Locale("en"))


def _direction(language: str) -> str:
    locale = _locale(language)
    return locale.text_direction if locale is not None else "ltr"


def _language_name(language: str | None) -> str:
    locale = _locale(language or "")
    return html.escape((locale.get_display_name() if locale is not None else language) or "")


def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
