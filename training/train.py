# ruff: noqa: T201
"""Train one network, a teacher or the reader: see README.md for the runs that made the shipped weights."""

import argparse
import gzip
import pickle
import random
import time
from pathlib import Path
from zlib import crc32

import torch
from batch import batch_of, windows_by_length
from encoder import DROPOUT, heads_in
from net import Net, losses
from reading import figures_on_dev
from torch import nn
from torch.utils.data import DataLoader
from windows import load_tokenizer

WARMING, AVERAGED = 0.05, 0.1
"""Shares of the way (0..1): at the start the rate rises, at the end weights are averaged every EACH steps."""

EACH = 10
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"


def options_of():
    """Return the command line's options."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", type=Path, help="folder of the base model: config and weights")
    parser.add_argument("words", type=Path, help="tokenizer.json of the reader's base model")
    parser.add_argument("windows", type=Path, help="windows, from windows.py or label.py")
    parser.add_argument("out", type=Path, help="weights to write (.pt)")
    parser.add_argument(
        "--judge", type=Path, nargs="*", default=[], help="folders with dev.* (reports, gold) and score.py"
    )
    parser.add_argument("--general", type=float, default=0.07, help="share of PolNeAR's windows an epoch")
    parser.add_argument("--taught", type=float, default=0.0, help="the teachers' share of the loss (0..1)")
    parser.add_argument("--leave", type=int, nargs=2, help="K N: learn from no report of fold K of N")
    parser.add_argument("--start", type=Path, help="weights to start from (.pt)")
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--minutes", type=float, help="learn for so long instead, `epochs` at most")
    parser.add_argument(
        "--as-exported", type=float, default=0.0, help="last share that computes as int8 does"
    )
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--mask", type=float, default=0.0, help="share of word pieces hidden in training")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--rate", type=float, default=2e-4, help="learning rate of the encoder")
    parser.add_argument("--head-rate", type=float, default=1.5e-3, help="learning rate of the heads")
    parser.add_argument(
        "--bf16", action=argparse.BooleanOptionalAction, default=DEVICE == "cuda", help="compute in bfloat16"
    )
    parser.add_argument("--compile", action="store_true", help="compile the encoder: a third sooner on a CPU")
    parser.add_argument("--dropout", type=float, default=DROPOUT, help="in the encoder's layers")
    parser.add_argument("--workers", type=int, default=0, help="processes that make batches")
    return parser.parse_args()


def load_net(base, path=None):
    """Return a network on a base model, with the weights of a file that fit; say which parts had none."""
    if not path:
        return Net(base)
    weights = torch.load(path, map_location="cpu")
    net = Net(base, heads_in(weights))
    own = net.state_dict()
    fitting = {
        name: weight.float()
        for name, weight in weights.items()
        if name in own and weight.shape == own[name].shape
    }
    print(net.load_state_dict(fitting, strict=False))
    return net


def load_windows(path):
    """Return the windows of a file by sort."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rb") as file:
        return pickle.load(file)


def fold_of(report_id, folds):
    """Return the fold of a report."""
    return crc32(report_id.encode()) % folds


class Mean:
    """The mean of several weights of a network."""

    def __init__(self):
        self.total, self.count = {}, 0

    def add(self, net):
        """Add a network's weights as they are now."""
        for name, weight in net.state_dict().items():
            self.total[name] = self.total.get(name, 0) + weight.detach().clone().float()
        self.count += 1

    def weights(self):
        """Return the mean."""
        return {name: weight / self.count for name, weight in self.total.items()}


def optimizer_of(net, rate, head_rate):
    """Return the optimizer: a slow encoder, fast heads."""
    encoder = [weight for weight in net.enc.parameters() if weight.requires_grad]
    heads = [weight for name, weight in net.named_parameters() if not name.startswith("enc.")]
    groups = [{"params": encoder, "full": rate}, {"params": heads, "full": head_rate}]
    return torch.optim.AdamW(groups, lr=rate, weight_decay=0.01, fused=True)


def rate_at(done):
    """Return the share of the full learning rate after a share of the way: a rise, then a straight fall."""
    return min(done / WARMING, (1 - done) / (1 - WARMING)) + 0.005


def train_step(net, batch, optimizer, rate, options):
    """Train on one batch; return its losses by name."""
    for group in optimizer.param_groups:
        group["lr"] = group["full"] * rate
    batch = {name: part.to(DEVICE, non_blocking=True) for name, part in batch.items()}
    with torch.autocast(DEVICE, dtype=torch.bfloat16, enabled=options.bf16):
        found = losses(net, batch, options.taught)
        loss = sum(found.values())
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    optimizer.step()
    return found


def batches_of(options):
    """Return the batches of all epochs, in order."""
    sorts = load_windows(options.windows)
    windows, general = sorts["annotated"] + sorts.get("others", []), sorts.get("general", [])
    if options.leave:
        left, folds = options.leave
        windows = [one for one in windows if fold_of(one.report_id, folds) != left]
    made = []
    for _ in range(options.epochs):
        some = random.sample(general, int(options.general * len(general)))
        made += windows_by_length(windows + some, options.batch, random)
    return made


def train(net, options):
    """Train a network; it ends with the mean of its last weights."""
    made = batches_of(options)
    optimizer, mean = optimizer_of(net, options.rate, options.head_rate), Mean()
    loader = DataLoader(made, batch_size=None, collate_fn=batch_of, num_workers=options.workers)
    began = time.monotonic()
    net.train()
    exported = False
    for step, batch in enumerate(loader):
        done = (time.monotonic() - began) / 60 / options.minutes if options.minutes else step / len(made)
        if done >= 1:
            break
        if not exported and options.as_exported and done >= 1 - options.as_exported:
            net.enc.compute_as_exported()
            exported = True
        found = train_step(net, batch, optimizer, rate_at(done), options)
        if done >= 1 - AVERAGED and step % EACH == 0:
            mean.add(net)
        if step % 100 == 0:
            spent, epoch = round(time.monotonic() - began), step * options.epochs / len(made)
            told = {name: round(value.item(), 3) for name, value in found.items()}
            print(f"step {step}, epoch {epoch:.1f}, {spent} s", told, flush=True)
    mean.add(net)
    net.load_state_dict(mean.weights())


def main():
    """Train, and print the figures on dev at the end."""
    options = options_of()
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    torch.set_float32_matmul_precision("high")
    net = load_net(options.base, options.start).to(DEVICE)
    net.hidden_share = options.mask
    for part in net.enc.modules():
        if isinstance(part, nn.Dropout):
            part.p = options.dropout
    if options.compile:
        net.enc.compile(dynamic=True)
    train(net, options)
    torch.save(net.state_dict(), options.out)
    for folder in options.judge:
        print(folder.name, figures_on_dev(net, load_tokenizer(options.words), folder), flush=True)


if __name__ == "__main__":
    main()
