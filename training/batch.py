"""Windows and their labels as tensors."""

import numpy as np
import torch
from examples import TAG, UNSCORED

from sayso.model import CODES
from sayso.read.tagging.network import TAGS, distance

DAY, ANY = len(TAGS), len(TAGS) + 1
"""What a stretch is taken for that is no tag: a day told, or any words (PolNeAR)."""

LABELS = {
    "role": "role",
    "cert": "certainty",
    "scope": "scope",
    "num": "number",
    "date": "date",
    "skind": "speaker_kind",
}
"""Heads (their names are those of heads.npz) and the labels that they learn; codes have a head a slot."""

HEADS = (*LABELS, *(f"codes.{slot}" for slot in CODES))


def gap_of(ids, claim, source, stops):
    """Return how many sentence ends (up to 3) part two stretches, and which comes first."""
    start, end = (claim[1], source[0]) if claim[0] < source[0] else (source[1], claim[0])
    return min(3, sum(piece in stops for piece in ids[start:end])) + (4 if source[0] < claim[0] else 0)


def slot_number(slot):
    """Return the number of what a stretch is taken for."""
    return {"date": DAY, "any": ANY}.get(slot, TAG.get(slot))


class Packed:
    """A window as arrays: pieces, tags, stretches with labels, and who may say which stretch.

    `rows` are (start, end, slot) of the sources and then the claims; `asked` are the rows whose speaker is
    asked for, `wanted` the answers (0 the narrator, then the sources in order, UNSCORED unknown). `soft` is
    what teachers tell of the window: chances of the tags, of the kind, of each head by row, of each speaker.
    """

    def __init__(self, example, stops):
        self.report_id = example.report_id
        self.ids = np.array(example.ids, dtype=np.int64)
        nothing = np.full((len(example.ids), len(TAGS)), UNSCORED, dtype=np.int8)
        self.tags = nothing if example.tags is None else np.array(example.tags, dtype=np.int8)
        self.kind = example.kind
        sources = list(example.sources)
        claims = example.spans
        slots = [TAG["source"]] * len(sources) + [slot_number(claim["slot"]) for claim in claims]
        pieces = [*sources, *(claim["pieces"] for claim in claims)]
        self.rows = np.array(
            [(*at, slot) for at, slot in zip(pieces, slots, strict=True)], dtype=np.int64
        ).reshape(-1, 3)
        self.labels = np.full((len(pieces), len(HEADS)), UNSCORED, dtype=np.int64)
        for row, kind in enumerate(example.sources.values()):
            if kind is not None:
                self.labels[row, HEADS.index("skind")] = kind
        for row, claim in enumerate(claims, len(sources)):
            for column, label in enumerate(LABELS.values()):
                self.labels[row, column] = claim.get(label, UNSCORED)
            if "code" in claim:
                self.labels[row, HEADS.index(f"codes.{claim['slot']}")] = claim["code"]
        asking = [n for n, claim in enumerate(claims) if claim.get("source") is not None and sources]
        self.asked = np.array([len(sources) + n for n in asking], dtype=np.int64)
        self.wanted = np.array([answer(claims[n]["source"], sources) for n in asking], dtype=np.int64)
        self.far = np.array(
            [[distance(claims[n]["pieces"], other) for other in sources] for n in asking], dtype=np.int64
        ).reshape(len(asking), len(sources))
        self.between = np.array(
            [[gap_of(example.ids, claims[n]["pieces"], other, stops) for other in sources] for n in asking],
            dtype=np.int64,
        ).reshape(len(asking), len(sources))
        self.soft = None


def answer(source, sources):
    """Return the column of who says a stretch: 0 the narrator, UNSCORED unknown."""
    if source == "unknown":
        return UNSCORED
    return 0 if source == -1 else 1 + sources.index(source)


def stacked(parts, empty):
    """Return arrays one below the other; of no rows where there are none."""
    return torch.from_numpy(np.concatenate(parts)) if parts else empty


def batch_of(packed):
    """Return a batch of windows as a dict of tensors."""
    longest = max(len(one.ids) for one in packed)
    widest = max((one.far.shape[1] for one in packed if len(one.asked)), default=0)
    size = (len(packed), longest)
    ids = np.zeros(size, dtype=np.int64)
    mask = np.zeros(size, dtype=bool)
    tags = np.full((*size, len(TAGS)), UNSCORED, dtype=np.int64)
    rows, labels, asked, wanted, keys, far, between = ([] for _ in range(7))
    count = 0
    for number, one in enumerate(packed):
        length = len(one.ids)
        ids[number, :length], mask[number, :length], tags[number, :length] = one.ids, True, one.tags
        rows.append(np.insert(one.rows, 0, number, axis=1))
        labels.append(one.labels)
        if len(one.asked):
            pad = ((0, 0), (0, widest - one.far.shape[1]))
            asked.append(one.asked + count)
            wanted.append(one.wanted)
            shape = one.far.shape
            keys.append(np.pad(np.broadcast_to(np.arange(shape[1]) + count, shape), pad, constant_values=-1))
            far.append(np.pad(one.far, pad))
            between.append(np.pad(one.between, pad))
        count += len(one.rows)
    none = torch.zeros((0, widest), dtype=torch.long)
    batch = {
        "ids": torch.from_numpy(ids),
        "mask": torch.from_numpy(mask),
        "tags": torch.from_numpy(tags),
        "kind": torch.tensor([one.kind for one in packed]),
        "rows": torch.from_numpy(np.concatenate(rows)),
        "labels": torch.from_numpy(np.concatenate(labels)),
        "asked": stacked(asked, none[:, 0] if widest else torch.zeros(0, dtype=torch.long)),
        "wanted": stacked(wanted, torch.zeros(0, dtype=torch.long)),
        "keys": stacked(keys, none),
        "far": stacked(far, none),
        "between": stacked(between, none),
    }
    if packed[0].soft is not None:
        batch.update(soft_of(packed, batch))
    return batch


def soft_of(packed, batch):
    """Return what teachers tell of a batch of windows, as tensors like the scores of a network."""
    tags = np.zeros((*batch["ids"].shape, len(TAGS), 3), dtype=np.float16)
    pointed = np.zeros((len(batch["asked"]), batch["keys"].shape[1] + 1), dtype=np.float16)
    at = 0
    for number, one in enumerate(packed):
        tags[number, : len(one.ids)] = one.soft["tags"]
        told = one.soft["speaker"]
        if len(told):
            pointed[at : at + len(told), : told.shape[1]] = told
        at += len(told)
    soft = {"soft.tags": torch.from_numpy(tags), "soft.speaker": torch.from_numpy(pointed)}
    for name in ("kind", *HEADS):
        soft[f"soft.{name}"] = torch.from_numpy(np.concatenate([one.soft[name] for one in packed]))
    return soft


def windows_by_length(packed, size, random):
    """Return lists of windows of about the same length, in random order."""
    ordered = sorted(packed, key=lambda one: len(one.ids) + random.random() * 40)
    made = [ordered[at : at + size] for at in range(0, len(ordered), size)]
    random.shuffle(made)
    return made
