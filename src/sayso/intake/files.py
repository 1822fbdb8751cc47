"""Opens what a path names, plain or gzip, without ever holding more than a bound in memory."""

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from sayso.intake.outcome import RefusedError

__all__ = ["MAX_BYTES", "MAX_LINE_BYTES", "lines_of", "open_file", "read_whole"]

MAX_BYTES = 64_000_000
"""The largest .json file, which is read as one piece; .jsonl has no bound."""

MAX_LINE_BYTES = 13_000_000
"""The longest line of a .jsonl file: a text of the longest kind with every character escaped twice."""

# A text packs to a third or a tenth, a file of near copies to a hundredth; gzip's own limit is 1,032.
_MOST_UNPACKED = 200
_FREE = 10_000_000
_STEP = 1 << 16


class _Bounded(io.RawIOBase):
    """The unpacked bytes of a gzip file, refused once they are out of all proportion to the packed ones."""

    def __init__(self, packed: IO[bytes]) -> None:
        self._packed = packed
        self._unpacked = gzip.GzipFile(fileobj=packed, mode="rb")
        self._given = 0

    def readable(self) -> bool:
        """Return True: bytes can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer with the next unpacked bytes and return how many there were."""
        try:
            chunk = self._unpacked.read(min(len(buffer), _STEP))
        except (OSError, EOFError, zlib.error):
            raise RefusedError(
                "the gzip data are broken or cut short", "Fetch or pack the file again"
            ) from None
        self._given += len(chunk)
        if self._given > _FREE + _MOST_UNPACKED * self._packed.tell():
            raise RefusedError(
                f"it unpacks to more than {_MOST_UNPACKED} times its size, as no file of reports does",
                "Unpack it yourself if you trust it",
            )
        buffer[: len(chunk)] = chunk
        return len(chunk)


@contextmanager
def open_file(path: str) -> Iterator[io.BufferedReader]:
    """Open a path ("-" is stdin) for bytes, unpacked if it ends in .gz; raises RefusedError if it cannot."""
    if path == "-":
        yield io.BufferedReader(sys.stdin.buffer)  # type: ignore[arg-type]
        return
    try:
        if Path(path).is_dir():
            raise RefusedError(
                "this is a directory", f"Name the files in it, for example {Path(path) / '*.jsonl'}"
            )
        opened = open(path, "rb")  # noqa: SIM115 - closed below
    except FileNotFoundError:
        raise RefusedError("there is no such file", "Check the name") from None
    except (OSError, ValueError) as error:
        raise RefusedError(
            f"it cannot be opened ({getattr(error, 'strerror', None) or error})", "Check the name"
        ) from None
    with opened:
        yield io.BufferedReader(_Bounded(opened)) if path.lower().endswith(".gz") else opened


def read_whole(stream: IO[bytes]) -> bytes:
    """Return all bytes of a stream; raises RefusedError when there are more than MAX_BYTES."""
    packed = stream.read(MAX_BYTES + 1)
    if len(packed) > MAX_BYTES:
        raise RefusedError(f"it is over {MAX_BYTES:,} bytes long", "Give the reports one a line, as .jsonl")
    return packed


def lines_of(stream: IO[bytes]) -> Iterator[tuple[int, bytes | None]]:
    """Yield (line number from 1, bytes) of a stream; None for the bytes of a line over the bound."""
    number = 0
    while line := stream.readline(MAX_LINE_BYTES):
        number += 1
        whole = True
        while len(line) == MAX_LINE_BYTES and not line.endswith(b"\n"):
            whole, line = False, stream.readline(MAX_LINE_BYTES)
        yield number, line if whole else None
