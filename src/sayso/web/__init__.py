"""The door for browsers and programs: pages, their JSON, and what changes as it changes.

`app(book)` is the whole of it as an ASGI application; `serve(book)` runs it.
"""

from sayso.web.app import app as app

__all__ = ["app"]
