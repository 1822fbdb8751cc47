"""The network that is trained: tags over the encoder's states, and small heads over stretches of them."""

import torch
from batch import HEADS, LABELS
from encoder import PUBLISHED, encoder_of
from examples import NUMBERS, UNSCORED
from torch import nn
from torch.nn import functional

from sayso.model import CODES, KINDS
from sayso.read.tagging.network import CERTAINTIES, ROLES, SPEAKER_KINDS, TAGS

STATE = 192
MASK, FIRST_WORD = 103, 1000
"""Word pieces of the base model: the one that hides another, and the first that is no mark."""

TAG_WEIGHTS = (1.0, 2.0, 2.0)
KIND_SHARE, HEAD_SHARE, SPEAKER_SHARE = 0.3, 0.25, 0.5


class Net(nn.Module):
    """Encoder, tagger and heads; the embeddings stay as published."""

    def __init__(self, folder, heads=PUBLISHED):
        super().__init__()
        self.enc = encoder_of(folder, heads)
        self.enc.freeze()
        self.hidden_share = 0.0
        size = self.enc.size
        self.drop = nn.Dropout(0.1)
        self.tag = nn.Linear(size, len(TAGS) * 3)
        self.kind = nn.Linear(size, len(KINDS))
        self.slot = nn.Embedding(len(TAGS) + 2, 32)
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
            hidden = (torch.rand(ids.shape, device=ids.device) < self.hidden_share) & (ids >= FIRST_WORD)
            ids = torch.where(hidden, MASK, ids)
        return self.enc(ids, mask).float()

    def represent(self, states, rows):
        """Return a vector a stretch (window, start, end, slot): first, last and mean state, and the slot."""
        window, start, end, slot = rows.T
        sums = functional.pad(states.cumsum(1), (0, 0, 1, 0))
        mean = (sums[window, end] - sums[window, start]) / (end - start)[:, None]
        return self.span(
            torch.cat([states[window, start], states[window, end - 1], mean, self.slot.weight[slot]], -1)
        )

    def heads(self, vectors):
        """Return the scores of every head over stretches, by name."""
        named = {name: getattr(self, name) for name in LABELS}
        named |= {f"codes.{slot}": head for slot, head in self.codes.items()}
        return {name: named[name](vectors) for name in HEADS}

    def pointed(self, vectors, batch):
        """Return how well each asked stretch is said by the narrator (first) and by each source there."""
        asked, keys = vectors[batch["asked"]], batch["keys"]
        shape = (*keys.shape, -1)
        query = self.qa(asked)[:, None].expand(shape)
        key = self.ka(vectors)[keys.clamp(min=0)]
        near = [self.dist(batch["far"]), self.gap(batch["between"])]
        scores = self.pair(torch.cat([query, key, query * key, *near], -1))[..., 0].float()
        return torch.cat([self.narr(asked).float(), scores.masked_fill(keys < 0, -1e4)], -1)


def hard(scores, wanted, weight=None):
    """Return the sum of losses of scores against labels, and how many have one (at least 1)."""
    lost = functional.cross_entropy(
        scores.float(), wanted, weight=weight, ignore_index=UNSCORED, reduction="sum"
    )
    return lost, (wanted != UNSCORED).sum().clamp(min=1)


def soft(scores, chances):
    """Return the sum of losses of scores against a teacher's chances, and how many have some (at least 1)."""
    lost = -(chances * scores.float().log_softmax(-1)).sum()
    return lost, (chances.sum(-1) > 0).sum().clamp(min=1)


def losses(net, batch, taught=0.0):
    """Return the losses of a batch by name, weighted; `taught` is the teachers' share (0..1)."""
    states = net.encode(batch["ids"], batch["mask"])
    dropped = net.drop(states)
    scores = {"tags": net.tag(dropped).unflatten(-1, (len(TAGS), 3)), "kind": net.kind(dropped[:, 0])}
    wanted = {"tags": batch["tags"].flatten(), "kind": batch["kind"], "speaker": batch["wanted"]}
    if len(batch["rows"]):
        vectors = net.represent(states, batch["rows"])
        scores |= net.heads(vectors)
        wanted |= dict(zip(HEADS, batch["labels"].T, strict=True))
        if len(batch["asked"]):
            scores["speaker"] = net.pointed(vectors, batch)
    shares = {"tags": 1.0, "kind": KIND_SHARE, "speaker": SPEAKER_SHARE}
    weight = torch.tensor(TAG_WEIGHTS, device=states.device)
    # Tags are counted by the piece, not by the tag.
    pieces = (batch["tags"] != UNSCORED).any(-1).sum().clamp(min=1), batch["mask"].sum()
    found = {}
    for name, told in scores.items():
        tags = name == "tags"
        lost, count = hard(told.flatten(0, -2), wanted[name], weight if tags else None)
        loss = lost / (pieces[0] if tags else count)
        if taught:
            lost, count = soft(told, batch[f"soft.{name}"])
            loss = (1 - taught) * loss + taught * lost / (pieces[1] if tags else count)
        found[name] = shares.get(name, HEAD_SHARE) * loss
    return found
