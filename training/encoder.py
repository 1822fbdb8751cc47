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


class Layer(nn.Module):
    """One transformer layer."""

    def __init__(self, size, heads, inner):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.out = (nn.Linear(size, size) for _ in range(4))
        self.norm_attended = nn.LayerNorm(size, eps=EPSILON)
        self.widen = nn.Linear(size, inner)
        self.narrow = nn.Linear(inner, size)
        self.norm_out = nn.LayerNorm(size, eps=EPSILON)
        self.drop = nn.Dropout(DROPOUT)

    def split(self, states):
        """Return states by head: (batch, heads, pieces, size of a head)."""
        batch, pieces, size = states.shape
        return states.view(batch, pieces, self.heads, size // self.heads).transpose(1, 2)

    def finish(self, states, attended):
        """Return the layer's output from what each head attended to."""
        attended = attended.transpose(1, 2).reshape(states.shape)
        states = self.norm_attended(states + self.drop(self.out(attended)))
        return self.norm_out(states + self.drop(self.narrow(functional.gelu(self.widen(states)))))

    def forward(self, states, mask):
        query, key, value = (self.split(part(states)) for part in (self.query, self.key, self.value))
        return self.finish(states, functional.scaled_dot_product_attention(query, key, value, attn_mask=mask))


class Encoder(nn.Module):
    """Word pieces to states, from the folder of a published model (config.json, model.safetensors)."""

    def __init__(self, folder, layers=6):
        super().__init__()
        config = json.loads((Path(folder) / "config.json").read_text())
        self.size = size = config["hidden_size"]
        self.word = nn.Embedding(config["vocab_size"], size)
        self.position = nn.Embedding(LONGEST, size)
        self.kind = nn.Embedding(2, size)
        self.norm = nn.LayerNorm(size, eps=EPSILON)
        self.layers = nn.ModuleList(
            Layer(size, config["num_attention_heads"], config["intermediate_size"]) for _ in range(layers)
        )
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
                part.weight.data = weights[f"encoder.layer.{number}.{theirs}.weight"]
                part.bias.data = weights[f"encoder.layer.{number}.{theirs}.bias"]

    def embed(self, ids):
        """Return what goes into the first layer, without dropout: one kind of segment is used."""
        return self.norm(self.word(ids) + self.position.weight[: ids.shape[1]][None] + self.kind.weight[0])

    def forward(self, ids, mask, frozen=1):
        """Return states; the embeddings and the first `frozen` layers are not trained."""
        mask = mask[:, None, None, :]
        with torch.no_grad():
            states = self.embed(ids)
            for layer in self.layers[:frozen]:
                states = layer(states, mask)
        for layer in self.layers[frozen:]:
            states = layer(states, mask)
        return states
