"""A reader that reads each report once, however many books of one run it comes into."""

import msgspec

from sayso.model import Reader, Reading, Report

__all__ = ["Remembering"]


class Remembering:
    """Reads as another reader does, and remembers it while the program runs."""

    def __init__(self, reader: Reader) -> None:
        """Take the reader that reads."""
        self.reader = reader
        self.name, self.version = reader.name, reader.version
        self.known: dict[Report, Reading] = {}

    def read(self, report: Report) -> Reading:
        """Return the reading of a report; when it was received makes no difference to it."""
        key = msgspec.structs.replace(report, received_at=None)
        if key not in self.known:
            self.known[key] = self.reader.read(report)
        return self.known[key]
