# ruff: noqa: T201
"""Write what the reader runs on (reader.onnx in int8, heads.npz, tokenizer.json) from trained weights."""

import argparse
import tempfile
from pathlib import Path

import numpy as np
import torch
from net import Net
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from train import load_tokenizer, load_weights

IN_GRAPH = ("enc.", "tag.", "kind.")


class Graph(nn.Module):
    """What goes into ONNX: word pieces to states, tags and kinds."""

    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, ids, mask):
        states = self.net.enc.forward_plain(ids, mask)
        return states, self.net.tag(states), self.net.kind(states[:, 0])


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
    parser.add_argument("out", type=Path, help="folder to write to")
    parser.add_argument("weights", type=Path, nargs="+", help="trained weights (.pt)")
    parser.add_argument("--shares", type=float, nargs="+", help="share of each of several weights")
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--reduce-range", action="store_true", help="7 bits a weight, the same on every CPU")
    options = parser.parse_args()
    count = len(options.weights)
    shares = options.shares or [1 / count] * count
    if len(shares) != count:
        parser.error("one share for each file of weights")
    net = Net(options.base, options.layers)
    with tempfile.TemporaryDirectory() as folder:
        mixed, plain = Path(folder) / "mixed.pt", Path(folder) / "plain.onnx"
        torch.save(averaged(options.weights, shares), mixed)
        load_weights(net, mixed)
        net.eval()
        ids = torch.ones(2, 16, dtype=torch.long)
        names = {"input_names": ["ids", "mask"], "output_names": ["hidden", "tags", "kind"]}
        axes = {name: {0: "b", 1: "t"} for name in ("ids", "mask", "hidden", "tags")}
        torch.onnx.export(
            Graph(net),
            (ids, torch.ones_like(ids)),
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
    load_tokenizer(options.base).save(str(options.out / "tokenizer.json"))
    for name in ("reader.onnx", "heads.npz", "tokenizer.json"):
        print(name, round((options.out / name).stat().st_size / 1e6, 1), "MB")


if __name__ == "__main__":
    main()
