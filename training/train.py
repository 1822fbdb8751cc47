# ruff: noqa: T201
"""Train the network of the learned reader: see README.md for the runs that made the shipped weights."""

import argparse
import gzip
import importlib.util
import json
import math
import random
import re
import sys
import time
from pathlib import Path

import torch
from examples import examples_in, general_examples, load
from net import Net, losses
from reading import readings
from tokenizers import Tokenizer
from torch import nn

BATCH = 8
HEAD_RATE = 1.5e-3
AVERAGED = 3
"""Epochs at the end whose weights are averaged."""

RUN, COPIED = 8, 0.2
"""Words of a run, and the share of a report's runs from which it is a copy of one of dev."""

FIGURES = (
    "counts",
    "counts_p",
    "counts_r",
    "scope",
    "role",
    "speaker",
    "certainty",
    "strict",
    "facts",
    "kind",
)


def options_of():
    """Return the command line's options."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", type=Path, help="folder of the base model: config, weights, tokenizer.json")
    parser.add_argument("gold", type=Path, help="folder with train.* and dev.* (reports, gold) and score.py")
    parser.add_argument("out", type=Path, help="weights to write (.pt)")
    parser.add_argument(
        "--more",
        type=Path,
        nargs="*",
        default=[],
        help="PATH of PATH.reports.jsonl and PATH.gold.jsonl, or .gz",
    )
    parser.add_argument("--rules", type=Path, help="readings of train by rules, JSON by report id")
    parser.add_argument("--polnear", type=Path, help="PolNeAR train, gzipped JSONL")
    parser.add_argument("--polnear-documents", type=int, default=60, help="documents of PolNeAR an epoch")
    parser.add_argument("--start", type=Path, help="weights to start from (.pt)")
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--stop", type=int, help="stop after this many of the epochs (an even number)")
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--mask", type=float, default=0.0, help="share of word pieces hidden in training")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--rate", type=float, default=2e-4, help="learning rate of the encoder")
    return parser.parse_args()


def load_tokenizer(folder):
    """Return the base model's tokenizer, without padding or cutting."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def load_score(folder):
    """Return the function `score` of the gold's score.py."""
    sys.path.insert(0, str(folder))
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.score


def load_weights(net, path):
    """Take the weights of a file that fit the network; say which parts had none."""
    own = net.state_dict()
    fitting = {
        name: weight
        for name, weight in torch.load(path).items()
        if name in own and weight.shape == own[name].shape
    }
    print(net.load_state_dict(fitting, strict=False))


def rows_of(prefix, what):
    """Return the reports or gold of a set by report id."""
    plain = Path(f"{prefix}.{what}.jsonl")
    return load(plain if plain.exists() else f"{plain}.gz")


def runs_of_words(report):
    """Return the runs of eight words of a report."""
    words = re.findall(r"\w+", report["text"].lower())
    return {tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN))}


def is_copy(report, known):
    """Tell whether a report shares more than a fifth of its runs of words with those known."""
    runs = runs_of_words(report)
    return len(runs & known) > COPIED * len(runs)


def training_examples(options, tokenizer, dev):
    """Return the examples of train and of all further reports, without copies of those of dev."""
    train = options.gold / "train"
    known = {run for report in dev.values() for run in runs_of_words(report)}
    found = []
    for prefix in (train, *options.more):
        rules = options.rules if prefix == train else Path(f"{prefix}.rules.json")
        by_rules = json.loads(rules.read_text()) if rules and rules.exists() else None
        reports, gold = rows_of(prefix, "reports"), rows_of(prefix, "gold")
        if prefix != train:
            gold = {key: row for key, row in gold.items() if not is_copy(reports[key], known)}
        found += examples_in(reports, gold, tokenizer, by_rules)
    return found


def load_polnear(path):
    """Return the documents of PolNeAR, each once."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [row for row in map(json.loads, file) if not row["second_annotation"]]


def batches(examples):
    """Return batches of examples of about the same length, in random order."""
    ordered = sorted(examples, key=lambda example: len(example.ids) + random.random() * 60)
    made = [ordered[at : at + BATCH] for at in range(0, len(ordered), BATCH)]
    random.shuffle(made)
    return made


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


def optimizer_of(net, rate, steps):
    """Return the optimizer and its schedule: a slow encoder, fast heads."""
    encoder = [weight for weight in net.enc.parameters() if weight.requires_grad]
    heads = [weight for name, weight in net.named_parameters() if not name.startswith("enc.")]
    groups = [{"params": encoder, "lr": rate}, {"params": heads, "lr": HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [rate, HEAD_RATE], total_steps=steps + 5, pct_start=0.1
    )
    return optimizer, schedule


def train_epoch(net, made, stops, stepper, steps):
    """Train on batches once; return the mean losses by name."""
    net.train()
    optimizer, schedule = stepper
    totals = {}
    for batch in made:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found = losses(net, batch, stops)
            loss = sum(found.values())
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        if schedule.last_epoch < steps:
            schedule.step()
        for name, value in found.items():
            totals[name] = totals.get(name, 0) + float(value.detach())
    return {name: round(value / len(made), 3) for name, value in totals.items()}


def main():
    """Train, and print the score on dev every second epoch."""
    options = options_of()
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    tokenizer = load_tokenizer(options.base)
    stops = {tokenizer.token_to_id(mark) for mark in ".!?"}
    score = load_score(options.gold)
    dev_reports, dev_gold = load(options.gold / "dev.reports.jsonl"), load(options.gold / "dev.gold.jsonl")
    examples = training_examples(options, tokenizer, dev_reports)
    polnear = load_polnear(options.polnear) if options.polnear else []
    documents = options.polnear_documents if polnear else 0
    dev = examples_in(dev_reports, dev_gold, tokenizer)
    net = Net(options.base, options.layers)
    if options.start:
        load_weights(net, options.start)
    net.freeze()
    net.hidden_share = options.mask
    epochs = options.epochs
    # PolNeAR's documents make about four windows each; 50 steps an epoch are to spare.
    steps = epochs * math.ceil((len(examples) + documents * 4) / BATCH) + 50 * epochs
    stepper = optimizer_of(net, options.rate, steps)
    mean = Mean()
    for epoch in range(min(epochs, options.stop or epochs)):
        began = time.monotonic()
        auxiliary = general_examples(random.sample(polnear, documents), tokenizer, random)
        made = batches(examples) + batches(auxiliary)
        random.shuffle(made)
        told = train_epoch(net, made, stops, stepper, steps)
        print("epoch", epoch, round(time.monotonic() - began), "s", told, flush=True)
        last = epoch == epochs - 1
        if epoch >= epochs - AVERAGED:
            mean.add(net)
        if last:
            net.load_state_dict(mean.weights())
        if last or epoch % 2:
            figures = score(dev_reports, dev_gold, readings(net, dev_reports, dev, stops))
            print("  dev", {name: figures[name] for name in FIGURES}, flush=True)
            torch.save(net.state_dict(), options.out)


if __name__ == "__main__":
    main()
