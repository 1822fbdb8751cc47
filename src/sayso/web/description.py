"""The description of the interface, as OpenAPI 3.1, made from the handlers and their words."""

from typing import Any

import msgspec
from litestar import Request
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import Components, SecurityScheme, Tag

from sayso import __version__
from sayso.web.examples import ANSWERS, SENT

__all__ = ["description"]

TAGS = {
    "look": "What is known, from whom, since when, what is in dispute, and what has just changed.",
    "read": "What one report says.",
    "add": "Reports that come in.",
    "alerts": "Who is told when a figure moves.",
    "judge": "What people say of incidents, accounts and claims; each with a name and a reason.",
    "come in": "Sessions of browsers; programs send a token with each request.",
    "watch over": "What a monitor asks.",
}


class _Plugin(JsonRenderPlugin):
    """Writes the paths as they are asked for."""

    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:
        """Return the description as JSON."""
        return super().render(request, _as_asked(openapi_schema))


def description() -> OpenAPIConfig:
    """Return how the description is made; it is at /schema/openapi.json."""
    return OpenAPIConfig(
        title="sayso",
        version=__version__,
        description="One record an incident, in which every value is somebody's claim, with its words.",
        path="/schema",
        render_plugins=[_Plugin(path="/openapi.json")],
        components=Components(
            security_schemes={
                "token": SecurityScheme(
                    type="http", scheme="bearer", description="sayso token BOOK add NAME"
                ),
            }
        ),
        security=[{"token": []}],
        tags=[Tag(name=name, description=meaning) for name, meaning in TAGS.items()],
    )


def _as_asked(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the description with the names that the door answers to."""
    paths = {path.replace("/.json", ".json"): told for path, told in schema["paths"].items()}
    answer = paths["/changes"]["get"]["responses"]["200"]["content"]
    answer["text/event-stream"] = {"schema": {"type": "string"}}
    for method, path in ANSWERS:
        _put_examples(paths[path][method], SENT.get((method, path)), ANSWERS[method, path])
    told: dict[str, Any] = _with_pairs({**schema, "paths": paths})
    return told


def _put_examples(operation: dict[str, Any], sent: object, answered: object) -> None:
    """Show what is sent to an address, and what it answers."""
    if sent is not None:
        operation["requestBody"]["content"]["application/json"]["example"] = sent
    good = next(answer for status, answer in operation["responses"].items() if status.startswith("2"))
    good["content"]["application/json"]["example"] = msgspec.to_builtins(answered)


def _with_pairs(told: Any) -> Any:
    """Return a schema in which a tuple of one sort is a list of so many, as all tools read it."""
    if isinstance(told, list):
        return [_with_pairs(one) for one in told]
    if not isinstance(told, dict):
        return told
    made = {name: _with_pairs(one) for name, one in told.items()}
    parts = made.get("prefixItems")
    if isinstance(parts, list) and all(part == parts[0] for part in parts):
        del made["prefixItems"]
        made |= {"items": parts[0], "minItems": len(parts), "maxItems": len(parts)}
    return made
