"""The desk's API for the settings' file: a section to read, and to change by whoever may.

A section travels with the file's tag as its ETag; a change that does not begin from it is refused.
What cannot be seen by somebody's role is not there for them.
"""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Response
from pydantic import Field

from bot.channels.web.payloads import StoredText, Strict
from bot.desk.access import signed_in
from bot.desk.audit import Author
from bot.desk.settings_sections import (
    LONGEST_TEXT,
    SECTIONS,
    Section,
    ShownSection,
    save_section,
    section_of_text,
    section_text,
    shown_section,
)
from bot.desk.users import User
from bot.problems import ProblemError
from bot.services import Services
from bot.settings import SETTINGS_FILE, SettingsError


class SectionRequest(Strict):
    """Keys of the section with what they are to be, or the whole section as YAML."""

    values: dict[StoredText, Any] | None = None
    text: Annotated[StoredText | None, Field(max_length=LONGEST_TEXT)] = None


def settings_router(services: Services) -> APIRouter:
    """``GET`` and ``PUT /api/desk/settings/SECTION``."""
    router = APIRouter(prefix="/api/desk/settings", tags=["settings"])
    path = services.settings.home / SETTINGS_FILE

    @router.get("/{name}")
    async def read(
        name: str, response: Response, user: User = Depends(signed_in(services))
    ) -> dict[str, Any]:
        section = section_for(name, user, change=False)
        shown = await services.look(shown_section, path, section)
        return section_json(services, section, shown, user, response)

    @router.put("/{name}")
    async def change(
        name: str,
        body: SectionRequest,
        response: Response,
        if_match: Annotated[str | None, Header()] = None,
        user: User = Depends(signed_in(services)),
    ) -> dict[str, Any]:
        section = section_for(name, user, change=True)
        try:
            values = wanted_values(body, section)
            shown = await services.run(
                save_section,
                services.database,
                path,
                name,
                tag_of(if_match),
                values,
                Author.of(user),
                services.clock(),
            )
        except SettingsError as error:
            raise refused(error) from None
        await services.content_changed()
        return section_json(services, section, shown, user, response)

    return router


def section_for(name: str, user: User, *, change: bool) -> Section:
    """The section, for whoever may see or change it.

    Raises:
        ProblemError: there is none for them.
    """
    section = SECTIONS.get(name)
    if section is None or not user.may(section.writes if change else section.reads):
        raise ProblemError(404, "there is nothing here")
    return section


def wanted_values(body: SectionRequest, section: Section) -> dict[str, Any]:
    """What a request sets.

    Raises:
        ProblemError: it has neither values nor a text, or both.
        SettingsError: the text cannot be used.
    """
    if (body.values is None) == (body.text is None):
        raise ProblemError(422, "give either `values` or `text`")
    return section_of_text(body.text, section) if body.text is not None else dict(body.values or {})


def tag_of(if_match: str | None) -> str:
    """The file's tag that the editor started from.

    Raises:
        ProblemError: there is none; saving blindly could overwrite a colleague.
    """
    tag = (if_match or "").strip().removeprefix("W/").strip('"')
    if not tag:
        raise ProblemError(428, "send what you read last as If-Match (its ETag); nothing was saved")
    return tag


def refused(error: SettingsError) -> ProblemError:
    """A value that cannot be used, by the place where it stands."""
    place, colon, what = str(error).partition(": ")
    named = colon and " " not in place
    return ProblemError(422, str(error), [{"field": place, "message": what}] if named else None)


def section_json(
    services: Services, section: Section, shown: ShownSection, user: User, response: Response
) -> dict[str, Any]:
    """A section as the desk's API gives it, and its tag as the response's ETag."""
    response.headers["ETag"] = f'"{shown.tag}"'
    return {
        "values": shown.values,
        "text": section_text(shown.written),
        "may_change": user.may(section.writes),
        "public_url": services.settings.public_url,
    }
