"""What people see: each page is a handler that fills a template; its JSON is in `api`."""

from litestar.types import ControllerRouterHandler

__all__ = ["handlers"]

handlers: list[ControllerRouterHandler] = []
