# ruff: noqa: T201
"""Write what the reader runs on (reader.onnx in int8, heads.npz, tokenizer.json) from trained weights."""

import argparse
import tempfile
from pathlib import Path

import numpy as np
import torch
from encoder import WIDE
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from train import load_net
from windows import load_tokenizer

IN_GRAPH = ("enc.", "tag.", "kind.")


class Graph(nn.Module):
    """What goes into ONNX: the word pieces of one window to states, tags and kinds.

    One window has no padding, so there is no mask. Query, key and value are one product, which a CPU does
    faster than three; the scale of the scores is in the query's weights.
    """

    def __init__(self, net):
        super().__init__()
        self.net = net
        self.asked = nn.ModuleList(joined(layer) for layer in net.enc.layers)

    def forward(self, ids):
        states = self.net.enc.embed(ids)
        for layer, asked in zip(self.net.enc.layers, self.asked, strict=True):
            count = states.shape[1]
            parts = asked(states).view(1, count, 3, layer.heads, WIDE).permute(2, 0, 3, 1, 4)
            query, key, value = parts[0], parts[1], parts[2]
            states = layer.finish(states, (query @ key.transpose(-1, -2)).softmax(-1) @ value)
        return states, self.net.tag(states), self.net.kind(states[:, 0])


def joined(layer):
    """Return one linear layer for a layer's query, key and value."""
    scale = WIDE**0.5
    whole = nn.Linear(layer.query.in_features, 3 * layer.query.out_features)
    parts = (layer.query, layer.key, layer.value)
    whole.weight.data = torch.cat([layer.query.weight / scale, *(part.weight for part in parts[1:])]).detach()
    whole.bias.data = torch.cat([layer.query.bias / scale, *(part.bias for part in parts[1:])]).detach()
    return whole


def averaged(paths, shares):
    """Return the weights of files, averaged by their shares."""
    weights = [torch.load(path) for path in paths]
    return {
        name: sum(share * one[name] for share, one in zip(shares, weights, strict=True))
        for name in weights[0]
    }


def main():
    """Average, export, quantize."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", type=Path, help="folder of the base model")
    parser.add_argument("words", type=Path, help="its tokenizer.json")
    parser.add_argument("out", type=Path, help="folder to write to")
    parser.add_argument("weights", type=Path, nargs="+", help="trained weights (.pt)")
    parser.add_argument("--shares", type=float, nargs="+", help="share of each of several weights")
    parser.add_argument("--reduce-range", action="store_true", help="7 bits a weight, the same on every CPU")
    options = parser.parse_args()
    count = len(options.weights)
    shares = options.shares or [1 / count] * count
    if len(shares) != count:
        parser.error("one share for each file of weights")
    with tempfile.TemporaryDirectory() as folder:
        mixed, plain = Path(folder) / "mixed.pt", Path(folder) / "plain.onnx"
        torch.save(averaged(options.weights, shares), mixed)
        net = load_net(options.base, mixed).eval()
        ids = torch.ones(1, 16, dtype=torch.long)
        names = {"input_names": ["ids"], "output_names": ["hidden", "tags", "kind"]}
        axes = {name: {1: "pieces"} for name in ("ids", "hidden", "tags")}
        torch.onnx.export(
            Graph(net),
            (ids,),
            str(plain),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
            **names,
        )
        quantize_dynamic(
            plain,
            options.out / "reader.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=options.reduce_range,
        )
    heads = {
        name: weight.numpy().astype(np.float16)
        for name, weight in net.state_dict().items()
        if not name.startswith(IN_GRAPH)
    }
    np.savez_compressed(options.out / "heads.npz", **heads)
    load_tokenizer(options.words).save(str(options.out / "tokenizer.json"))
    for name in ("reader.onnx", "heads.npz", "tokenizer.json"):
        print(name, round((options.out / name).stat().st_size / 1e6, 1), "MB")


if __name__ == "__main__":
    main()
