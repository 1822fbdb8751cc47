"""The whole door as one ASGI application."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import Litestar, Request
from litestar.di import Provide
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.static_files import create_static_files_router
from litestar.template import TemplateConfig

from sayso import __version__
from sayso.casebook import Casebook
from sayso.web import api, pages
from sayso.web.faults import HANDLERS
from sayso.web.headers import put_headers
from sayso.web.people import Person

__all__ = ["app", "environment"]

HERE = Path(__file__).parent
NAMED = ("/incidents/", "/reports/")
"""Below these, a part of the path is an id."""


class Door(Litestar):
    """Litestar, which matches whole segments of a path, taught that /incidents/ID.json is ID's .json."""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer one request."""
        path = scope.get("path", "")
        if path.startswith(NAMED) and path.endswith(".json"):
            scope["path"] = path.removesuffix(".json") + "/.json"
        await super().__call__(scope, receive, send)


def app(book: str | Path, *, host: str = "127.0.0.1", loopback: bool = True) -> Litestar:
    """Return the application that serves the book at a path or URL.

    `loopback` says that it is bound to this machine only: requests that name another host are then refused.
    """
    casebook = Casebook.open(book, create=False)
    return Door(
        [*api.handlers, *pages.handlers, _static()],
        before_send=[put_headers],
        dependencies={
            "book": Provide(lambda: casebook, sync_to_thread=False),
            "person": Provide(person_of, sync_to_thread=False),
        },
        exception_handlers=HANDLERS,
        on_shutdown=[casebook.close],
        openapi_config=OpenAPIConfig(
            title="sayso",
            version=__version__,
            description="One living record per incident, in which every value is somebody's claim.",
            path="/schema",
            render_plugins=[JsonRenderPlugin(path="/openapi.json")],
        ),
        template_config=TemplateConfig(instance=JinjaTemplateEngine.from_environment(environment())),
    )


def environment() -> Environment:
    """Return the templates: everything is escaped, and a name that is missing is an error."""
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def person_of(request: Request[Any, Any, Any]) -> Person:
    """Return who asks."""
    return request.scope["state"].get("person") or Person()


def _static() -> Any:
    return create_static_files_router(path="/static", directories=[HERE / "static"])
