"""The network: tags stretches of a window and tells what they say (weights in data/, see training/)."""

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
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
from sayso.read.tagging.pieces import Window, windows_of

__all__ = ["Network", "Stretch", "Tagged", "load_network"]

Floats = npt.NDArray[np.float32]
Marks = npt.NDArray[np.bool_]

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


AT_ONCE = 64
"""Stretches whose speakers are looked for together: hostile pages tag thousands."""


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

    def over(self, span: Span) -> "Stretch":
        """Return the same of other words; itself where they are the same."""
        return self if span == self.span else replace(self, span=span)


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
            # Of ONNX Runtime 1.32 the fused sum and norm takes five times what the two take apart: 9 % of a run.
            self.session = onnxruntime.InferenceSession(
                (data / "reader.onnx").read_bytes(),
                options,
                providers=["CPUExecutionProvider"],
                disabled_optimizers=["SkipLayerNormFusion"],
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
            hidden, tags, kind = self.session.run(None, {"ids": np.array([window.ids], dtype=np.int64)})
            if not told.kinds:
                told.kinds = dict(zip(KINDS, softmax(kind[0]).tolist(), strict=True))
            told.states.append((window, hidden[0]))
            self.collect(report, window, hidden[0], tags[0].reshape(len(window.ids), len(TAGS), 3), told)
        return told

    def collect(self, report: Report, window: Window, hidden: Floats, scores: Floats, told: Tagged) -> None:
        """Add the stretches of one window to what is told; `scores` are of no, first and further piece of each tag."""
        marked = scores.argmax(axis=-1).T > 0
        marked[:, [place is None for place in window.where]] = False
        sources = source_stretches(marked)
        tagged = [
            (number, at)
            for number, tag in enumerate(TAGS[:-3])
            if tag != "source"
            for at in runs(marked[number])
        ]
        if not tagged and not sources:
            return
        slots = [TAGS.index("source")] * len(sources) + [number for number, _ in tagged]
        states = self.represent(hidden, [*sources, *(at for _, at in tagged)], slots)
        own = states[len(sources) :]
        speakers = [None, *self.speakers(report, window, sources, states, told)]
        said = self.said(window, [at for _, at in tagged], own, sources, states)
        roles, certainties = (self.head(name, own).argmax(axis=-1) for name in ("role", "cert"))
        mains, numbers = softmax(self.head("scope", own))[:, 1], self.head("num", own)
        for row, (number, (start, end)) in enumerate(tagged):
            span = window.span(report, start, end)
            if span is None:
                continue
            tag = TAGS[number]
            codes = CODES.get(tag)
            sure = float(softmax(scores[start:end, number])[:, 1:].sum(axis=-1).mean())
            if tag == "place":
                told.places.append((span, sure))
                continue
            best = int(said[row].argmax())
            told.stretches.append(
                Stretch(
                    tag=tag,
                    span=span,
                    sure=sure,
                    role=ROLES[int(roles[row])],
                    certainty=CERTAINTIES[int(certainties[row])],
                    main=float(mains[row]),
                    number=likeliest_number(numbers[row]),
                    code=codes[int(self.head(f"codes.{tag}", own[row]).argmax())] if codes else None,
                    speaker=speakers[best],
                    said=float(said[row][best]),
                )
            )

    def speakers(
        self,
        report: Report,
        window: Window,
        sources: Sequence[tuple[int, int]],
        states: Floats,
        told: Tagged,
    ) -> list[Speaker | None]:
        """Return who each source is, None for the torn-off head of a name; they are added to what is told."""
        speakers: list[Speaker | None] = []
        kinds = self.head("skind", states[: len(sources)]).argmax(axis=-1)
        for source, number in zip(sources, kinds, strict=True):
            span = window.span(report, *source)
            if span is None or NO_NAME.fullmatch(span.quote):
                speakers.append(None)
                continue
            kind = SPEAKER_KINDS[int(number)]
            told.speakers.append((span, kind))
            speakers.append(Speaker(name=span.quote, kind=kind, span=span))
        return speakers

    def said(
        self,
        window: Window,
        stretches: Sequence[tuple[int, int]],
        asking: Floats,
        sources: Sequence[tuple[int, int]],
        states: Floats,
    ) -> Floats:
        """Return the chances of who says each stretch: the narrator first, then each source of the window."""
        scores = self.head("narr", asking)
        if sources and stretches:
            keys = self.head("ka", states[: len(sources)])[None]
            ends = np.cumsum([piece in self.stops for piece in window.ids])
            pairs = [
                self.pairs(ends, stretches[at : at + AT_ONCE], asking[at : at + AT_ONCE], sources, keys)
                for at in range(0, len(stretches), AT_ONCE)
            ]
            scores = np.concatenate([scores, np.concatenate(pairs)], axis=-1)
        return softmax(scores)

    def pairs(
        self,
        ends: npt.NDArray[np.int64],
        stretches: Sequence[tuple[int, int]],
        asking: Floats,
        sources: Sequence[tuple[int, int]],
        keys: Floats,
    ) -> Floats:
        """Return the score of each source (column) for each stretch (row)."""
        asked = self.head("qa", asking)[:, None]
        far = self.heads["dist.weight"][[[distance(at, other) for other in sources] for at in stretches]]
        between = self.heads["gap.weight"][
            [[ends_between(ends, at, other) for other in sources] for at in stretches]
        ]
        shape = (len(stretches), len(sources), keys.shape[-1])
        parts = [np.broadcast_to(asked, shape), np.broadcast_to(keys, shape), asked * keys, far, between]
        return self.head("pair.2", gelu(self.head("pair.0", np.concatenate(parts, axis=-1))))[..., 0]

    def is_day(self, hidden: Floats, at: tuple[int, int]) -> float:
        """Return the chance that a stretch tells the day of the main incident."""
        (state,) = self.represent(hidden, [at], [len(TAGS)])
        return float(softmax(self.head("date", state))[1])

    def represent(self, hidden: Floats, stretches: Sequence[tuple[int, int]], slots: Sequence[int]) -> Floats:
        """Return one row a stretch: from its first, last and mean state and what it is taken for."""
        starts, ends = (np.array(each) for each in zip(*stretches, strict=True))
        means = np.stack([hidden[a:b].sum(axis=0) / np.float32(b - a) for a, b in stretches])
        rows = [hidden[starts], hidden[ends - 1], means, self.heads["slot.weight"][list(slots)]]
        return gelu(self.head("span.0", np.concatenate(rows, axis=1)))

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


def likeliest_number(scores: Floats) -> tuple[int | None, int | None] | None:
    """Return the likeliest of NUMBERS; one that the table does not hold is passed over."""
    likeliest: list[int] = scores.argsort()[::-1].tolist()
    return next(NUMBERS[n] for n in likeliest if n < len(NUMBERS))


def source_stretches(marked: Marks) -> list[tuple[int, int]]:
    """Return the stretches that may be speakers, those of claims first."""
    found = runs(marked[TAGS.index("source")])
    others = runs(marked[TAGS.index("says")])
    return found + [o for o in others if not any(o[0] < f[1] and f[0] < o[1] for f in found)]


def runs(marked: Marks) -> list[tuple[int, int]]:
    """Return the stretches [start, end) of pieces that are marked; those that touch are one, as names often are."""
    if not marked.any():
        return []
    edges = np.flatnonzero(np.diff(marked, prepend=False, append=False)).tolist()
    return list(zip(edges[::2], edges[1::2], strict=True))


def distance(at: tuple[int, int], source: tuple[int, int]) -> int:
    """Return in which bucket of the pointer's table the way from a stretch to a source lies."""
    way = source[0] - at[0]
    return min(6, int(log2(abs(way) + 1))) + (7 if way < 0 else 0)


def ends_between(ends: npt.NDArray[np.int64], at: tuple[int, int], source: tuple[int, int]) -> int:
    """Return in which bucket of the pointer's table the sentence ends between a stretch and a source fall.

    `ends` counts the ends up to each piece of the window, itself among them.
    """
    start, end = (at[1], source[0]) if at[0] < source[0] else (source[1], at[0])
    between = int(ends[end - 1] - ends[start - 1]) if start < end else 0
    return min(3, between) + (4 if source[0] < at[0] else 0)


def pieces_of(window: Window, span_field: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the pieces of a window that the words [start, end) of a field touch."""
    touched: Iterable[int] = (
        n
        for n, place in enumerate(window.where)
        if place and place[0] == span_field and place[1] < end and start < place[2]
    )
    inside = list(touched)
    return (inside[0], inside[-1] + 1) if inside else None
