# ruff: noqa: T201
"""Leave out the attention heads that matter least, for a run to start from: without them a reader is faster.

How much a head matters is how fast the losses change as it is turned down (Michel et al., 2019, "Are sixteen
heads really better than one?"), over some windows of annotated reports.
"""

import argparse
import random
from pathlib import Path

import torch
from batch import batch_of
from encoder import WIDE
from net import losses
from torch import nn
from train import load_net, load_windows

WINDOWS, BATCH = 160, 8


def options_of():
    """Return the command line's options."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("base", type=Path, help="folder of the base model")
    parser.add_argument("windows", type=Path, help="windows, from windows.py or label.py")
    parser.add_argument("weights", type=Path, help="weights of a network (.pt)")
    parser.add_argument("out", type=Path, help="weights to write (.pt)")
    parser.add_argument("--less", type=int, default=16, help="heads to leave out, of all layers together")
    return parser.parse_args()


class Turned(nn.Module):
    """The layer after attention, with each head turned up or down (1: as it is)."""

    def __init__(self, out):
        super().__init__()
        self.out = out
        self.heads = nn.Parameter(torch.ones(out.in_features // WIDE))

    def forward(self, attended):
        return self.out(attended * self.heads.repeat_interleave(WIDE))


def matter(net, windows):
    """Return how much each head of each layer matters."""
    for layer in net.enc.layers:
        layer.out = Turned(layer.out)
    turned = [layer.out.heads for layer in net.enc.layers]
    total = [torch.zeros_like(heads) for heads in turned]
    for at in range(0, len(windows), BATCH):
        loss = sum(losses(net, batch_of(windows[at : at + BATCH])).values())
        for sum_of, slope in zip(total, torch.autograd.grad(loss, turned), strict=True):
            sum_of += slope.abs()
    return total


def kept_rows(total, less):
    """Return the rows of the heads to keep, layer by layer."""
    least = torch.cat(total).sort().values[less]
    return [(heads >= least).repeat_interleave(WIDE) for heads in total]


def main():
    """Write the weights of what is left."""
    options = options_of()
    random.seed(0)
    some = random.sample(load_windows(options.windows)["annotated"], WINDOWS)
    rows = kept_rows(matter(load_net(options.base, options.weights).eval(), some), options.less)
    weights = torch.load(options.weights)
    for number, kept in enumerate(rows):
        stem = f"enc.layers.{number}"
        for part in ("query", "key", "value"):
            for what in ("weight", "bias"):
                weights[f"{stem}.{part}.{what}"] = weights[f"{stem}.{part}.{what}"][kept]
        weights[f"{stem}.out.weight"] = weights[f"{stem}.out.weight"][:, kept]
    print("heads kept:", [int(kept.sum()) // WIDE for kept in rows])
    torch.save(weights, options.out)


if __name__ == "__main__":
    main()
