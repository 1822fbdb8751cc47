"""The network that is trained: tags over the encoder's states, and small heads over stretches of them."""

import math

import torch
from encoder import Encoder
from examples import NUMBERS, TAG, UNSCORED
from torch import nn
from torch.nn import functional

from sayso.model import CODES, KINDS
from sayso.read.network import CERTAINTIES, ROLES, SPEAKER_KINDS, TAGS

TAG_COUNT = len(TAGS)
DAY, ANY = TAG_COUNT, TAG_COUNT + 1
"""What a stretch is taken for that is no tag: a day told, or any words (PolNeAR)."""

STATE = 192
HEADS = {
    "role": "role",
    "cert": "certainty",
    "scope": "scope",
    "num": "number",
    "date": "date",
    "skind": "speaker_kind",
}
"""Heads (their names are those of heads.npz) and the labels that they learn."""

MASK, FIRST_WORD = 103, 1000
"""Word pieces of the base model: the one that hides another, and the first that is no mark."""

TAG_WEIGHTS = torch.tensor([1.0, 2.0, 2.0])
KIND_SHARE, HEAD_SHARE, SPEAKER_SHARE = 0.3, 0.25, 0.5


class Net(nn.Module):
    """Encoder, tagger and heads; the first `frozen` layers and the embeddings stay as published."""

    def __init__(self, folder, layers=6, frozen=1):
        super().__init__()
        self.enc = Encoder(folder, layers)
        self.frozen = frozen
        self.hidden_share = 0.0
        size = self.enc.size
        self.drop = nn.Dropout(0.1)
        self.tag = nn.Linear(size, TAG_COUNT * 3)
        self.kind = nn.Linear(size, len(KINDS))
        self.slot = nn.Embedding(TAG_COUNT + 2, 32)
        self.span = nn.Sequential(nn.Linear(3 * size + 32, STATE), nn.GELU(), nn.Dropout(0.1))
        self.role = nn.Linear(STATE, len(ROLES))
        self.cert = nn.Linear(STATE, len(CERTAINTIES))
        self.scope = nn.Linear(STATE, 2)
        self.num = nn.Linear(STATE, len(NUMBERS))
        self.date = nn.Linear(STATE, 2)
        self.skind = nn.Linear(STATE, len(SPEAKER_KINDS))
        self.codes = nn.ModuleDict({slot: nn.Linear(STATE, len(codes)) for slot, codes in CODES.items()})
        # The speaker pointer, from a claim to who said it or to the narrator.
        self.qa = nn.Linear(STATE, 64)
        self.ka = nn.Linear(STATE, 64)
        self.dist = nn.Embedding(16, 8)
        self.gap = nn.Embedding(8, 8)
        self.pair = nn.Sequential(nn.Linear(64 * 3 + 16, 64), nn.GELU(), nn.Linear(64, 1))
        self.narr = nn.Linear(STATE, 1)

    def encode(self, ids, mask):
        """Return the states of a batch of windows; in training a share of the word pieces is hidden."""
        if self.training and self.hidden_share:
            hidden = (torch.rand(ids.shape) < self.hidden_share) & (ids >= FIRST_WORD)
            ids = torch.where(hidden, torch.full_like(ids, MASK), ids)
        return self.enc(ids, mask, self.frozen)

    def freeze(self):
        """Keep the embeddings and the first layers out of training."""
        for part in (self.enc.word, self.enc.position, self.enc.kind, self.enc.norm):
            part.requires_grad_(False)
        for layer in self.enc.layers[: self.frozen]:
            layer.requires_grad_(False)

    def represent(self, states, stretches, slots):
        """Return a vector a stretch (window, start, end): first, last, mean state, what it is taken for."""
        window, start, end = torch.tensor(stretches).T
        states = states.float()
        sums = torch.cat([torch.zeros(states.shape[0], 1, states.shape[2]), states.cumsum(1)], 1)
        mean = (sums[window, end] - sums[window, start]) / (end - start)[:, None]
        taken_for = self.slot.weight[torch.tensor(slots)]
        return self.span(torch.cat([states[window, start], states[window, end - 1], mean, taken_for], -1))

    def point(self, queries, keys, distances, gaps):
        """Return how well each query's speaker is each key."""
        near = [self.dist.weight[torch.tensor(distances)], self.gap.weight[torch.tensor(gaps)]]
        return self.pair(torch.cat([queries, keys, queries * keys, *near], -1))[:, 0].float()


def distance_of(claim, source):
    """Return the distance class of two stretches: pieces on a log scale, and which comes first."""
    distance = source[0] - claim[0]
    return min(6, int(math.log2(abs(distance) + 1))) + (7 if distance < 0 else 0)


def gap_of(ids, claim, source, stops):
    """Return how many sentence ends (up to 3) part two stretches, and which comes first."""
    start, end = (claim[1], source[0]) if claim[0] < source[0] else (source[1], claim[0])
    return min(3, sum(piece in stops for piece in ids[start:end])) + (4 if source[0] < claim[0] else 0)


def padded(batch):
    """Return (ids, mask, tags) of a batch."""
    longest = max(len(example.ids) for example in batch)
    ids = torch.zeros(len(batch), longest, dtype=torch.long)
    mask = torch.zeros(len(batch), longest, dtype=torch.bool)
    tags = torch.full((len(batch), longest, TAG_COUNT), UNSCORED)
    for row, example in enumerate(batch):
        length = len(example.ids)
        ids[row, :length] = torch.tensor(example.ids)
        mask[row, :length] = True
        tags[row, :length] = torch.tensor(example.tags)
    return ids, mask, tags


def slot_number(slot):
    """Return the number of what a stretch is taken for."""
    return {"date": DAY, "any": ANY}.get(slot, TAG.get(slot))


def losses(net, batch, stops):
    """Return the losses of a batch by name, weighted; `stops` are the word pieces that end sentences."""
    ids, mask, tags = padded(batch)
    states = net.encode(ids, mask).float()
    dropped = net.drop(states)
    tagged = net.tag(dropped).view(-1, 3)
    summed = functional.cross_entropy(
        tagged, tags.reshape(-1), weight=TAG_WEIGHTS, ignore_index=UNSCORED, reduction="sum"
    )
    found = {"tag": summed / max(1, int(mask.sum()))}
    kinds = torch.tensor([example.kind for example in batch])
    if (kinds >= 0).any():
        told = functional.cross_entropy(net.kind(dropped[:, 0]), kinds, ignore_index=UNSCORED)
        found["kind"] = KIND_SHARE * told

    rows = []
    sources = {}
    for window, example in enumerate(batch):
        for pieces, kind in example.sources.items():
            sources[window, pieces] = len(rows)
            label = {} if kind is None else {"speaker_kind": kind}
            rows.append({"slot": "source", "pieces": pieces, "window": window, **label})
    first_claim = len(rows)
    rows += [{**span, "window": window} for window, example in enumerate(batch) for span in example.spans]
    if not rows:
        return found
    vectors = net.represent(
        states, [(row["window"], *row["pieces"]) for row in rows], [slot_number(row["slot"]) for row in rows]
    )
    found.update(head_losses(net, rows, vectors))
    found.update(pointer_loss(net, batch, rows[first_claim:], vectors, sources, stops))
    return found


def head_losses(net, rows, vectors):
    """Return the loss of each head over the stretches that have its label."""
    heads = [(name, getattr(net, name), label, None) for name, label in HEADS.items()]
    heads += [(slot, head, "code", slot) for slot, head in net.codes.items()]
    found = {}
    for name, head, label, slot in heads:
        at = [n for n, row in enumerate(rows) if label in row and slot in (None, row["slot"])]
        if at:
            wanted = torch.tensor([rows[n][label] for n in at])
            found[name] = HEAD_SHARE * functional.cross_entropy(head(vectors[at]), wanted)
    return found


def pointer_loss(net, batch, claims, vectors, sources, stops):
    """Return the loss of the speaker pointer: claims against the narrator and their window's speakers."""
    first_claim = len(vectors) - len(claims)
    queries, keys, distances, gaps, cells, asked, wanted = [], [], [], [], [], [], []
    for number, claim in enumerate(claims, first_claim):
        nearby = [pieces for window, pieces in sources if window == claim["window"]]
        if claim.get("source") is None or not nearby:
            continue
        for column, pieces in enumerate(nearby, 1):
            queries.append(number)
            keys.append(sources[claim["window"], pieces])
            distances.append(distance_of(claim["pieces"], pieces))
            gaps.append(gap_of(batch[claim["window"]].ids, claim["pieces"], pieces, stops))
            cells.append((len(asked), column))
        wanted.append(0 if claim["source"] == -1 else 1 + nearby.index(claim["source"]))
        asked.append(number)
    if not asked:
        return {}
    scores = net.point(net.qa(vectors)[queries], net.ka(vectors)[keys], distances, gaps)
    table = torch.full((len(asked), max(column for _, column in cells) + 1), -1e4)
    table[:, 0] = net.narr(vectors)[asked, 0].float()
    at = torch.tensor(cells).T
    table = table.index_put((at[0], at[1]), scores)
    return {"speaker": SPEAKER_SHARE * functional.cross_entropy(table, torch.tensor(wanted))}
