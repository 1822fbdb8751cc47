"""Readings by the network alone, to follow its score on dev while it learns."""

import torch
from examples import GENERAL, NUMBERS, TAG, quantity
from net import TAG_COUNT, distance_of, gap_of, padded

from sayso.model import CODES, COUNT_SLOTS, KINDS
from sayso.read.network import CERTAINTIES, ROLES, SPEAKER_KINDS, TAGS

BATCH = 8
NARRATOR = ("narrator", "report")


def stretches_of(marks):
    """Return the stretches [start, end) that marks 1 (begin) and 2 (inside) make."""
    found, start = [], None
    for at, mark in enumerate([*marks, 0]):
        if start is not None and mark != 2:
            found.append((start, at))
            start = None
        if mark == 1 or (mark == 2 and start is None):
            start = at
    return found


def best(scores, names):
    """Return the name with the highest score."""
    return names[int(scores.argmax())]


@torch.no_grad()
def read_windows(net, examples, stops):
    """Yield (example, stretches, scores of the kinds of incident)."""
    net.eval()
    for first in range(0, len(examples), BATCH):
        batch = examples[first : first + BATCH]
        ids, mask, _ = padded(batch)
        states = net.encode(ids, mask)
        chances = net.tag(states).view(*ids.shape, TAG_COUNT, 3).softmax(-1)
        kinds = net.kind(states[:, 0]).softmax(-1)
        for row, example in enumerate(batch):
            marks = chances[row, : len(example.ids)].argmax(-1)
            marks[[place is None for place in example.where]] = 0
            yield example, read_window(net, example, states[row : row + 1], marks, stops), kinds[row].tolist()


def vectors_of(net, states, stretches, name):
    """Return the vectors of one window's stretches, all taken for the same."""
    if not stretches:
        return []
    return net.represent(states, [(0, *pieces) for pieces in stretches], [TAG[name]] * len(stretches))


def read_window(net, example, states, marks, stops):
    """Return the claims of one window."""
    sources = stretches_of(marks[:, TAG["source"]].tolist())
    source_vectors = vectors_of(net, states, sources, "source")
    found = []
    for name in TAGS:
        if name in ("source", "place", *GENERAL):
            continue
        stretches = stretches_of(marks[:, TAG[name]].tolist())
        for pieces, vector in zip(stretches, vectors_of(net, states, stretches, name), strict=True):
            claim = {
                "slot": name,
                "pieces": pieces,
                "role": best(net.role(vector), ROLES),
                "certainty": best(net.cert(vector), CERTAINTIES),
                "main": float(net.scope(vector).softmax(-1)[1]) >= 0.5,
                "numbers": net.num(vector).argsort(descending=True).tolist(),
                "code": best(net.codes[name](vector), CODES[name]) if name in CODES else None,
                "source": None,
            }
            scores = [net.narr(vector)]
            for other, other_vector in zip(sources, source_vectors, strict=True):
                near = [distance_of(pieces, other)], [gap_of(example.ids, pieces, other, stops)]
                scores.append(net.point(net.qa(vector)[None], net.ka(other_vector)[None], *near))
            pointed = int(torch.cat(scores).argmax())
            if pointed:
                claim["source"] = sources[pointed - 1]
                claim["source_kind"] = best(net.skind(source_vectors[pointed - 1]), SPEAKER_KINDS)
            found.append(claim)
    return found


def number_of(words, ranked):
    """Return (low, high) of words for people, from what they say or the network's guess."""
    said = quantity(words)
    if said and ranked[0] in (0, len(NUMBERS) - 1):
        return said.count.low, said.count.high
    guess = next(n for n in ranked if NUMBERS[n] not in ("text", "other"))
    low, high = (int(part) if part else None for part in NUMBERS[guess].split(".."))
    return low, high


def words_at(row, example, pieces):
    """Return (field, start, end, words) of pieces; None where they run over two fields."""
    first, last = example.where[pieces[0]], example.where[pieces[1] - 1]
    if first[0] != last[0]:
        return None
    return first[0], first[1], last[2], (row[first[0]] or "")[first[1] : last[2]]


def as_claim(row, example, found):
    """Return (what makes a claim the same as another, the claim); None where it has no words."""
    place = words_at(row, example, found["pieces"])
    if place is None:
        return None
    field, start, end, words = place
    speaker = NARRATOR
    if found["source"]:
        source = words_at(row, example, found["source"])
        speaker = (source[3] if source else "", found["source_kind"])
    claim = {
        "slot": found["slot"],
        "span": {"in": field, "start": start, "end": end, "quote": words},
        "said_by": {"name": speaker[0], "kind": speaker[1]},
        "via": None,
        "certainty": found["certainty"],
        "polarity": "positive",
        "standing": "current",
        "incident": "i1" if found["main"] else "i2",
    }
    if found["slot"] not in COUNT_SLOTS:
        claim.update(text=words, code=found["code"])
        return (found["slot"], words.lower(), found["code"], speaker[0]), claim
    low, high = number_of(words, found["numbers"])
    claim.update(low=low, high=high, who=words, role=found["role"])
    same = (found["slot"], low, high, found["role"], speaker[0], claim["incident"])
    return (*same, words.lower()) if (low, high) == (1, 1) else same, claim


def readings(net, reports, examples, stops):
    """Return a reading of every report, as the gold's score.py takes them."""
    windows = {}
    for example, found, kinds in read_windows(net, examples, stops):
        windows.setdefault(example.report_id, []).append((example, found, kinds))
    read = {}
    for report_id, row in reports.items():
        claims, kind = {}, None
        for example, found, kinds in windows.get(report_id, []):
            kind = kind or KINDS[max(range(len(KINDS)), key=kinds.__getitem__)]
            for told in found:
                if pair := as_claim(row, example, told):
                    claims.setdefault(*pair)
        incidents = [
            {"key": key, "main": key == "i1", "kind": kind, "place": {}, "date": None} for key in ("i1", "i2")
        ]
        read[report_id] = {
            "report_id": report_id,
            "incidents": incidents if kind else [],
            "claims": list(claims.values()),
        }
    return read
