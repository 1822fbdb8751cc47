"""MiniLM (a BERT encoder) in plain torch, loading the published weights."""

import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional

LAYER_WEIGHTS = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "out": "attention.output.dense",
    "norm_attended": "attention.output.LayerNorm",
    "widen": "intermediate.dense",
    "narrow": "output.dense",
    "norm_out": "output.LayerNorm",
}
LONGEST = 512
EPSILON = 1e-12
DROPOUT = 0.1
PUBLISHED, WIDE = (12,) * 6, 32
"""Attention heads of each layer of the published base, and the size of one."""

NOWHERE = -1e4
"""The score of a piece that is only padding."""


def rounded(values, low, high, steps):
    """Return values on the `steps` even steps from low to high; gradients pass as if nothing was done."""
    size = ((high - low) / steps).clamp(min=1e-8)
    return values + (((values - low) / size).round() * size + low - values).detach()


class Linear(nn.Linear):
    """A linear layer that can compute as its int8 export does: 7 bits a weight, 8 bits a state."""

    as_exported = False

    def forward(self, states):
        if not self.as_exported:
            return super().forward(states)
        weight = self.weight
        reach = weight.detach().abs().amax(1, keepdim=True)
        flat = states.detach().float().flatten(1)
        low, high = (
            edge.clamp(**bound).view(-1, *[1] * (states.dim() - 1))
            for edge, bound in ((flat.amin(1), {"max": 0.0}), (flat.amax(1), {"min": 0.0}))
        )
        states = rounded(states.float(), low, high, 255)
        return functional.linear(states, rounded(weight, -reach, reach, 128), self.bias)


class Layer(nn.Module):
    """One transformer layer, of as many heads as are left of the published ones."""

    def __init__(self, size, heads, inner):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (Linear(size, heads * WIDE) for _ in range(3))
        self.out = Linear(heads * WIDE, size)
        self.norm_attended = nn.LayerNorm(size, eps=EPSILON)
        self.widen = Linear(size, inner)
        self.narrow = Linear(inner, size)
        self.norm_out = nn.LayerNorm(size, eps=EPSILON)
        self.drop = nn.Dropout(DROPOUT)

    def split(self, states):
        """Return states by head: (batch, heads, pieces, size of a head)."""
        return states.unflatten(-1, (self.heads, WIDE)).transpose(1, 2)

    def finish(self, states, attended):
        """Return the layer's output from what each head attended to."""
        attended = attended.transpose(1, 2).flatten(2)
        states = self.norm_attended(states + self.drop(self.out(attended)))
        return self.norm_out(states + self.drop(self.narrow(functional.gelu(self.widen(states)))))

    def forward(self, states, mask):
        query, key, value = (self.split(part(states)) for part in (self.query, self.key, self.value))
        scores = (query @ key.transpose(-1, -2)) * WIDE**-0.5
        attended = scores.masked_fill(~mask, NOWHERE).softmax(-1).to(value.dtype) @ value
        return self.finish(states, attended)


class Encoder(nn.Module):
    """Word pieces to states, from the folder of a published model (config.json, model.safetensors).

    `heads` is how many attention heads each layer keeps. A layer that keeps fewer than are published takes
    nothing from there: its weights come from prune.py, or from a run that began with those.
    """

    def __init__(self, folder, heads=PUBLISHED):
        super().__init__()
        config = json.loads((Path(folder) / "config.json").read_text())
        self.size = size = config["hidden_size"]
        self.word = nn.Embedding(config["vocab_size"], size)
        self.position = nn.Embedding(LONGEST, size)
        self.kind = nn.Embedding(2, size)
        self.norm = nn.LayerNorm(size, eps=EPSILON)
        self.layers = nn.ModuleList(Layer(size, kept, config["intermediate_size"]) for kept in heads)
        weights = load_file(Path(folder) / "model.safetensors")
        self.take({name.removeprefix("bert."): weight for name, weight in weights.items()})

    def take(self, weights):
        """Take the published weights."""
        self.word.weight.data = weights["embeddings.word_embeddings.weight"]
        self.position.weight.data = weights["embeddings.position_embeddings.weight"]
        self.kind.weight.data = weights["embeddings.token_type_embeddings.weight"]
        self.norm.weight.data = weights["embeddings.LayerNorm.weight"]
        self.norm.bias.data = weights["embeddings.LayerNorm.bias"]
        for number, layer in enumerate(self.layers):
            for ours, theirs in LAYER_WEIGHTS.items():
                part = getattr(layer, ours)
                weight = weights[f"encoder.layer.{number}.{theirs}.weight"]
                if weight.shape == part.weight.shape:
                    part.weight.data = weight
                    part.bias.data = weights[f"encoder.layer.{number}.{theirs}.bias"]

    def embed(self, ids):
        """Return what goes into the first layer, without dropout: one kind of segment is used."""
        return self.norm(self.word(ids) + self.position.weight[: ids.shape[1]][None] + self.kind.weight[0])

    def freeze(self):
        """Keep the embeddings as published."""
        for part in (self.word, self.position, self.kind):
            part.requires_grad_(False)

    def compute_as_exported(self):
        """Compute as the int8 export does from now on."""
        table = self.word.weight.data
        self.word.weight.data = rounded(table, table.min(), table.max(), 255)
        for layer in self.layers:
            for part in layer.children():
                if isinstance(part, Linear):
                    part.as_exported = True

    def forward(self, ids, mask):
        """Return the states of a batch of windows."""
        states = self.embed(ids)
        for layer in self.layers:
            states = layer(states, mask[:, None, None, :])
        return states


class Teacher(nn.Module):
    """MPNet, from the folder of a published model: its word pieces are BERT's, four places further on."""

    OTHERS = ((101, 0), (102, 2), (103, 30526))
    """Marks of BERT (begin, part, hidden) and the numbers they have in MPNet."""

    SHIFT = 4

    def __init__(self, folder):
        super().__init__()
        from transformers import MPNetModel

        self.model = MPNetModel.from_pretrained(folder, add_pooling_layer=False)
        self.size = self.model.config.hidden_size

    def freeze(self):
        """Keep the embeddings as published."""
        self.model.embeddings.requires_grad_(False)

    def forward(self, ids, mask):
        """Return the states of a batch of windows, given in BERT's word pieces."""
        moved = ids + self.SHIFT
        for theirs, ours in self.OTHERS:
            moved = torch.where(ids == theirs, ours, moved)
        moved = torch.where(mask, moved, self.model.config.pad_token_id)
        return self.model(input_ids=moved, attention_mask=mask).last_hidden_state


def heads_in(weights):
    """Return how many heads of 32 each layer keeps in weights of a network."""
    rows = [len(weight) for name, weight in weights.items() if name.endswith("query.weight")]
    return tuple(count // WIDE for count in rows)


def encoder_of(folder, heads):
    """Return the encoder of a folder, by the kind of model it holds."""
    kind = json.loads((Path(folder) / "config.json").read_text())["model_type"]
    return Teacher(folder) if kind == "mpnet" else Encoder(folder, heads)
