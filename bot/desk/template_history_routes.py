"""The desk's API for a template's versions, and for what it shares with others."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Header, Path, Response

from bot.answering.overlaps import overlaps
from bot.content.template_versions import restore_version, versions_of
from bot.desk.access import signed_in
from bot.desk.template_bodies import TemplateBody, version_json
from bot.desk.template_routes import shown
from bot.desk.users import Role, User
from bot.desk.version_tags import etag, version_of
from bot.desk.wording import WordedRoute
from bot.services import Services
from knowledge import TemplateId

UNSAVED: Final = "(unsaved)"
MOST: Final = 10**9


def template_history_router(services: Services) -> APIRouter:
    """Versions with who saved them, bringing one back, and overlaps while somebody types."""
    router = APIRouter(prefix="/api/desk", tags=["templates"], route_class=WordedRoute)
    editor = signed_in(services, Role.EDITOR)

    @router.get("/templates/{template_id}/versions", dependencies=[Depends(signed_in(services))])
    async def versions(template_id: str) -> dict[str, Any]:
        found = await services.look(versions_of, services.database, TemplateId(template_id))
        return {"versions": [version_json(each) for each in found]}

    @router.post("/templates/{template_id}/versions/{version}/restore")
    async def restore(
        template_id: str,
        version: Annotated[int, Path(ge=1, le=MOST)],
        response: Response,
        if_match: Annotated[str | None, Header()] = None,
        user: User = Depends(editor),
    ) -> dict[str, Any]:
        stored = await services.run(
            restore_version,
            services.database,
            TemplateId(template_id),
            version,
            version_of(if_match),
            services.settings.known_fields(),
            services.clock(),
            user.email,
        )
        await services.content_changed()
        response.headers["ETag"] = etag(stored.template.version)
        return await services.look(shown, services, stored)

    @router.post("/templates/overlaps", dependencies=[Depends(editor)])
    async def overlapping(body: TemplateBody) -> dict[str, Any]:
        draft = body.template(body.id or UNSAVED)
        found = await services.look(overlaps, services.database, services.release(), draft)
        return {"overlaps": [asdict(each) for each in found]}

    return router
