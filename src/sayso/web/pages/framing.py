"""What every page has: who looks at it, where they are, and what was just kept for them."""

from typing import Any
from urllib.parse import urlencode

from litestar import MediaType
from litestar.response import Template

from sayso.web.given import AnyRequest
from sayso.web.people import Person

__all__ = ["framed"]


def framed(name: str, request: AnyRequest, person: Person, **shown: Any) -> Template:
    """Return a page: the template of a name, with who looks at it and where they are."""
    query = [pair for pair in request.query_params.multi_items() if pair[0] not in ("kept", "undone")]
    here = request.url.path + (f"?{urlencode(query)}" if query else "")
    context = {"person": person, "path": request.url.path, "here": here, "as_of": None}
    context |= {"kept": request.query_params.get("kept", "")[:LONGEST_ID]}
    context |= {"undone": "undone" in request.query_params}
    return Template(name, context=context | shown, media_type=MediaType.HTML)


LONGEST_ID = 64
