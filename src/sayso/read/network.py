"""The network: tags stretches of a window and tells what they say (weights in data/, see training/)."""

import os
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from math import log2
from typing import Any, cast

import numpy as np
import numpy.typing as npt

from sayso.errors import ReaderError
from sayso.model import (
    CODES,
    COUNT_SLOTS,
    FACT_SLOTS,
    KINDS,
    Certainty,
    Report,
    Role,
    Span,
    Speaker,
    SpeakerKind,
    values,
)
from sayso.read.pieces import Window, windows_of

__all__ = ["Network", "Stretch", "Tagged", "load_network"]

Floats = npt.NDArray[np.float32]

NO_NAME = re.compile(r"(?:\b(?:a|an|the|in|of|with|who|that|and|at|for|by|to|s)\b|\W)+", re.IGNORECASE)

TAGS = (*COUNT_SLOTS, *FACT_SLOTS, "source", "place", "says", "cue", "content")
"""What a stretch of words can be: people of a slot, a fact, a speaker, the place, and general attributions."""

NUMBERS: tuple[tuple[int | None, int | None] | None, ...] = (
    None, (1, 1), (2, 2), (3, 3), (4, 4), (5, 5), (2, None), (3, None), (0, 0),
)  # fmt: skip
"""Numbers that people can be without saying a number ("both brothers": 2); None: the words say it."""

ROLES = cast(tuple[Role, ...], values(Role))
CERTAINTIES = cast(tuple[Certainty, ...], values(Certainty))
SPEAKER_KINDS = cast(tuple[SpeakerKind, ...], values(SpeakerKind))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that the network tagged, and what it tells of them; `sure` is its confidence (0..1).

    `speaker` is who is held likeliest to say it, None for the narrator; `said` is the chance of that (0..1).
    """

    tag: str
    span: Span
    sure: float
    role: Role
    certainty: Certainty
    main: float
    number: tuple[int | None, int | None] | None
    code: str | None
    speaker: Speaker | None
    said: float


@dataclass(slots=True)
class Tagged:
    """What the network tells of one report; `kinds` are the chances of each kind of incident."""

    stretches: list[Stretch] = field(default_factory=list)
    places: list[tuple[Span, float]] = field(default_factory=list)
    speakers: list[tuple[Span, SpeakerKind]] = field(default_factory=list)
    kinds: dict[str, float] = field(default_factory=dict)
    states: list[tuple[Window, Floats]] = field(default_factory=list)


class Network:
    """The tagger and the small heads over its states, on one core."""

    def __init__(self) -> None:
        data = files("sayso.read") / "data"
        try:
            # From 1.29 on ONNX Runtime reports its use to its maker unless told not to before it is loaded.
            os.environ["ORT_DISABLE_TELEMETRY"] = "1"
            import onnxruntime
            from tokenizers import Tokenizer

            self.tokenizer = Tokenizer.from_buffer((data / "tokenizer.json").read_bytes())
            self.tokenizer.no_padding()
            self.tokenizer.no_truncation()
            self.stops = [self.tokenizer.token_to_id(mark) for mark in ".!?"]
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = options.inter_op_num_threads = 1
            options.log_severity_level = 3
            self.session = onnxruntime.InferenceSession(
                (data / "reader.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
            )
            with (data / "heads.npz").open("rb") as packed:
                self.heads: dict[str, Floats] = {k: v.astype(np.float32) for k, v in np.load(packed).items()}
        except Exception as cause:  # the libraries raise classes of their own, which are no more than that
            raise ReaderError(
                f"The reader's weights cannot be loaded ({cause}). Install sayso again; it reads nothing without them."
            ) from cause

    def tag(self, report: Report) -> Tagged:
        """Return what the network tells of a report's words."""
        told = Tagged()
        for window in windows_of(report, self.tokenizer):
            ids = np.array([window.ids], dtype=np.int64)
            hidden, tags, kind = self.session.run(None, {"ids": ids, "mask": np.ones_like(ids)})
            if not told.kinds:
                told.kinds = dict(zip(KINDS, softmax(kind[0]).tolist(), strict=True))
            chances = softmax(tags[0].reshape(len(window.ids), len(TAGS), 3))
            chances[[place is None for place in window.where]] = (1.0, 0.0, 0.0)
            told.states.append((window, hidden[0]))
            self.collect(report, window, hidden[0], chances, told)
        return told

    def collect(self, report: Report, window: Window, hidden: Floats, chances: Floats, told: Tagged) -> None:
        """Add the stretches of one window to what is told."""
        sources = self.sources(chances)
        states = self.represent(hidden, sources, TAGS.index("source"))
        speakers: list[Speaker | None] = [None]
        for source, state in zip(sources, states, strict=True):
            span = window.span(report, *source)
            if span and NO_NAME.fullmatch(span.quote):
                span = None  # the torn-off head of a name: nobody
            kind = SPEAKER_KINDS[int(self.head("skind", state).argmax())]
            if span:
                told.speakers.append((span, kind))
            speakers.append(Speaker(name=span.quote, kind=kind, span=span) if span else None)
        for number, tag in enumerate(TAGS[:-3]):
            if tag == "source":
                continue
            stretches = joined(runs(chances[:, number]))
            for (start, end), state in zip(stretches, self.represent(hidden, stretches, number), strict=True):
                span = window.span(report, start, end)
                if span is None:
                    continue
                sure = float(chances[start:end, number, 1:].sum(axis=-1).mean())
                if tag == "place":
                    told.places.append((span, sure))
                    continue
                chance = softmax(self.pointer(window, (start, end), state, sources, states))
                best = int(chance.argmax())
                told.stretches.append(
                    self.stretch(tag, span, sure, state, speakers[best], float(chance[best]))
                )

    def sources(self, chances: Floats) -> list[tuple[int, int]]:
        """Return the stretches that may be speakers, those of claims first."""
        found = joined(runs(chances[:, TAGS.index("source")]))
        others = joined(runs(chances[:, TAGS.index("says")]))
        return found + [o for o in others if not any(o[0] < f[1] and f[0] < o[1] for f in found)]

    def pointer(
        self,
        window: Window,
        at: tuple[int, int],
        state: Floats,
        sources: Sequence[tuple[int, int]],
        states: Sequence[Floats],
    ) -> Floats:
        """Return scores of who says a stretch: the narrator first, then each source of the window."""
        narrator = self.head("narr", state)
        if not sources:
            return narrator
        keys, asked = self.head("ka", np.stack(states)), self.head("qa", state)
        far = self.heads["dist.weight"][[distance(at, source) for source in sources]]
        between = self.heads["gap.weight"][
            [ends_between(window.ids, self.stops, at, source) for source in sources]
        ]
        pairs = np.concatenate([np.broadcast_to(asked, keys.shape), keys, asked * keys, far, between], axis=1)
        return np.concatenate([narrator, self.head("pair.2", gelu(self.head("pair.0", pairs)))[:, 0]])

    def stretch(
        self, tag: str, span: Span, sure: float, state: Floats, speaker: Speaker | None, said: float
    ) -> Stretch:
        """Return a stretch with what the heads tell of it."""
        numbers = self.head("num", state).argsort()[::-1]
        number = next((NUMBERS[n] for n in numbers if n < len(NUMBERS)), None)
        return Stretch(
            tag=tag,
            span=span,
            sure=sure,
            role=ROLES[int(self.head("role", state).argmax())],
            certainty=CERTAINTIES[int(self.head("cert", state).argmax())],
            main=float(softmax(self.head("scope", state))[1]),
            number=number,
            code=CODES[tag][int(self.head(f"codes.{tag}", state).argmax())] if tag in CODES else None,
            speaker=speaker,
            said=said,
        )

    def is_day(self, hidden: Floats, at: tuple[int, int]) -> float:
        """Return the chance that a stretch tells the day of the main incident."""
        (state,) = self.represent(hidden, [at], len(TAGS))
        return float(softmax(self.head("date", state))[1])

    def represent(self, hidden: Floats, stretches: Sequence[tuple[int, int]], slot: int) -> list[Floats]:
        """Return one vector a stretch: its first, last and mean state and what it is taken for."""
        rows = [
            np.concatenate(
                [hidden[a], hidden[b - 1], hidden[a:b].mean(axis=0), self.heads["slot.weight"][slot]]
            )
            for a, b in stretches
        ]
        return [gelu(row @ self.heads["span.0.weight"].T + self.heads["span.0.bias"]) for row in rows]

    def head(self, name: str, state: Floats) -> Floats:
        """Return the scores of one head."""
        return cast(Floats, state @ self.heads[f"{name}.weight"].T + self.heads[f"{name}.bias"])


@cache
def load_network() -> Network:
    """Return the network, loaded once; raises ReaderError when its weights cannot be loaded."""
    return Network()


def softmax(scores: Any) -> Floats:
    """Return chances from scores along the last axis."""
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return cast(Floats, raised / raised.sum(axis=-1, keepdims=True))


def gelu(values: Floats) -> Floats:
    """Return the Gaussian error linear unit, by its error function."""
    return cast(Floats, 0.5 * values * (1.0 + erf(values / np.float32(2**0.5))))


def erf(x: Floats) -> Floats:
    """Return the error function to 1.5e-7 (Abramowitz and Stegun 7.1.26)."""
    t = 1.0 / (1.0 + 0.3275911 * np.abs(x))
    series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    return cast(Floats, np.sign(x) * (1.0 - series * np.exp(-x * x)))


def runs(chances: Floats) -> list[tuple[int, int]]:
    """Return the stretches [start, end) that a tag's chances of outside, begin, inside mark."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for at, mark in enumerate([*chances.argmax(axis=-1).tolist(), 0]):
        if start is not None and mark != 2:
            found.append((start, at))
            start = None
        if mark == 1 or (mark == 2 and start is None):
            start = at
    return found


def joined(stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return stretches with those that touch made one: names are often marked in two halves."""
    found: list[tuple[int, int]] = []
    for start, end in stretches:
        if found and found[-1][1] == start:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def distance(at: tuple[int, int], source: tuple[int, int]) -> int:
    """Return in which bucket of the pointer's table the way from a stretch to a source lies."""
    way = source[0] - at[0]
    return min(6, int(log2(abs(way) + 1))) + (7 if way < 0 else 0)


def ends_between(
    ids: Sequence[int], stops: Collection[int | None], at: tuple[int, int], source: tuple[int, int]
) -> int:
    """Return in which bucket of the pointer's table the sentence ends between a stretch and a source fall."""
    start, end = (at[1], source[0]) if at[0] < source[0] else (source[1], at[0])
    return min(3, sum(piece in stops for piece in ids[start:end])) + (4 if source[0] < at[0] else 0)


def pieces_of(window: Window, span_field: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the pieces of a window that the words [start, end) of a field touch."""
    touched: Iterable[int] = (
        n
        for n, place in enumerate(window.where)
        if place and place[0] == span_field and place[1] < end and start < place[2]
    )
    inside = list(touched)
    return (inside[0], inside[-1] + 1) if inside else None
