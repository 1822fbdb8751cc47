"""What handlers are given when they name it: `book: Book`, `person: Asker`, `then: Then` ..."""

from datetime import datetime
from typing import Any

from litestar import Request
from litestar.di import NamedDependency
from litestar.params import FromPath

from sayso.casebook import Casebook
from sayso.model import Asked
from sayso.web.live import Live
from sayso.web.meters import Meters
from sayso.web.people import Doorkeeper, Person
from sayso.web.reading import ReadingRoom

__all__ = ["AnyRequest", "Asker", "Book", "Gauges", "Keeper", "News", "Ref", "Room", "Then", "Wanted"]

AnyRequest = Request[Any, Any, Any]
"""As `request`: what was asked, as it came."""

Book = NamedDependency[Casebook]
"""As `book`: the book that is served."""

Asker = NamedDependency[Person]
"""As `person`: who asks."""

Then = NamedDependency[datetime | None]
"""As `then`: the moment as of which somebody asks (`as_of` in the address); None is now."""

Wanted = NamedDependency[Asked]
"""As `asked`: which incidents somebody asks for."""

Keeper = NamedDependency[Doorkeeper]
"""As `keeper`: who knows who may come in."""

News = NamedDependency[Live]
"""As `live`: what changes, for who listens."""

Room = NamedDependency[ReadingRoom]
"""As `room`: the reader."""

Gauges = NamedDependency[Meters]
"""As `meters`: what is measured."""

Ref = FromPath[str]
"""A part of the path that is an id, or a slot."""
