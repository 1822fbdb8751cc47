# ruff: noqa: T201
"""Write the shipped weights (reader.onnx, heads.npz) as weights to start from: thaw.py BASE DATA OUT.pt

What was before int8 is not kept; a run that goes on from here starts from int8's steps.
"""

import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from encoder import WIDE
from net import Net
from onnx import numpy_helper

QUANTIZED = "_quantized"


def initials(path):
    """Return the constants of a graph by name, and the names of its int8 products in order."""
    graph = onnx.load(path).graph
    held = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    asked = [name for node in graph.node for name in node.input]
    return held, [name for name in dict.fromkeys(asked) if name in held and name.endswith(QUANTIZED)]


def thawed(held, name):
    """Return the weight of an int8 product, a row for each output."""
    stem = name.removesuffix(QUANTIZED)
    steps = held[name].astype(np.float32) - held[f"{stem}_zero_point"].astype(np.float32)
    return torch.from_numpy((steps * held[f"{stem}_scale"]).T.copy())


def taken_apart(net, held, products):
    """Return the weights of the graph by their names in the network."""
    found = {name.removeprefix("net."): torch.tensor(value) for name, value in held.items() if "." in name}
    _words, *products = products
    weights = iter([thawed(held, name) for name in products])
    for number, layer in enumerate(net.enc.layers):
        stem = f"enc.layers.{number}"
        size = layer.query.out_features
        bias = torch.tensor(held[f"asked.{number}.bias"])
        parts = zip(next(weights).split(size), bias.split(size), (WIDE**0.5, 1, 1), strict=True)
        for name, (weight, shift, times) in zip(("query", "key", "value"), parts, strict=True):
            found |= {f"{stem}.{name}.weight": weight * times, f"{stem}.{name}.bias": shift * times}
        found |= {f"{stem}.{name}.weight": next(weights) for name in ("out", "widen", "narrow")}
    return found | {"tag.weight": next(weights), "kind.weight": next(weights)}


def main():
    """Write the weights."""
    base, data, out = map(Path, sys.argv[1:])
    held, products = initials(data / "reader.onnx")
    asked = [held[name].shape[1] for name in products[1:-2:4]]
    net = Net(base, [size // (3 * WIDE) for size in asked])
    found = taken_apart(net, held, products)
    with np.load(data / "heads.npz") as heads:
        found |= {name: torch.from_numpy(heads[name].astype(np.float32)) for name in heads.files}
    weights = net.state_dict()
    print(len(weights.keys() - found.keys()), "of", len(weights), "as published")
    torch.save(weights | {name: found[name] for name in weights.keys() & found.keys()}, out)


if __name__ == "__main__":
    main()
