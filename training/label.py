# ruff: noqa: T201
"""Let teachers read: write windows with the chances that they give to every label, for train.py --taught.

A report that people annotated is read by the one teacher that has not learned from it, every other report by
all.
"""

import argparse
import pickle
from pathlib import Path

import numpy as np
import torch
from batch import HEADS, Packed, batch_of
from examples import LONGEST_SPAN
from train import DEVICE, fold_of, load_net, load_windows
from windows import load_tokenizer, stops_of

from sayso.model import COUNT_SLOTS
from sayso.read.tagging.network import TAGS, runs, source_stretches

BATCH = 48
CLAIMED = TAGS[:-3]


def options_of():
    """Return the command line's options."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("base", type=Path, help="folder of the teachers' base model")
    parser.add_argument("words", type=Path, help="tokenizer.json of the reader's base model")
    parser.add_argument("windows", type=Path, help="windows, from windows.py")
    parser.add_argument("out", type=Path, help="file to write")
    parser.add_argument("teachers", type=Path, nargs="+", help="weights, in the order of the folds")
    return parser.parse_args()


def in_batches(windows):
    """Yield windows of about the same length, a batch at a time."""
    ordered = sorted(windows, key=lambda one: len(one.ids))
    for at in range(0, len(ordered), BATCH):
        yield ordered[at : at + BATCH]


@torch.no_grad()
def chances_of(net, some, *, tags_only=False):
    """Return what one teacher tells of a batch of windows: tensors of chances by name."""
    batch = {name: part.to(DEVICE) for name, part in batch_of(some).items()}
    with torch.autocast(DEVICE, dtype=torch.bfloat16):
        states = net.encode(batch["ids"], batch["mask"])
        told = {"tags": net.tag(states).float().unflatten(-1, (len(TAGS), 3)).softmax(-1)}
        if tags_only:
            return told
        told["kind"] = net.kind(states[:, 0]).float().softmax(-1)
        if len(batch["rows"]):
            vectors = net.represent(states, batch["rows"])
            told |= {name: scores.float().softmax(-1) for name, scores in net.heads(vectors).items()}
            if len(batch["asked"]):
                told["speaker"] = net.pointed(vectors, batch).softmax(-1)
    return told


def mean_of(nets, some, **how):
    """Return the mean of what several teachers tell, on the CPU."""
    told = [chances_of(net, some, **how) for net in nets]
    return {name: torch.stack([one[name] for one in told]).mean(0).half().cpu().numpy() for name in told[0]}


def attach(nets, windows):
    """Give windows what teachers tell of them."""
    widths = {name: head.out_features for name, head in zip(HEADS, heads_of(nets[0]), strict=True)}
    for some in in_batches(windows):
        told = mean_of(nets, some)
        row = ask = 0
        for number, one in enumerate(some):
            here, asked = slice(row, row + len(one.rows)), len(one.asked)
            one.soft = {
                "tags": told["tags"][number, : len(one.ids)],
                "kind": told["kind"][number : number + 1],
            }
            for column, name in enumerate(HEADS):
                chances = told.get(name, empty(widths[name]))[here]
                one.soft[name] = only_where_asked(one, column, chances)
            seen = one.far.shape[1] + 1
            one.soft["speaker"] = told["speaker"][ask : ask + asked, :seen] if asked else empty(seen)
            row, ask = row + len(one.rows), ask + asked


def heads_of(net):
    """Return a network's heads in the order of HEADS."""
    return [net.get_submodule(name) for name in HEADS]


def empty(width):
    """Return no rows of a width."""
    return np.zeros((0, width), dtype=np.float16)


def only_where_asked(one, column, chances):
    """Return the chances of a head, none on rows that the head is not for."""
    slots = [slot for *_, slot in one.rows]
    mine = np.array([column in columns_of(slot) for slot in slots], dtype=bool)
    return np.where(mine[:, None], chances, np.float16(0)) if len(slots) else chances


def columns_of(slot):
    """Return the numbers of the heads that are asked about a slot."""
    name = TAGS[slot] if slot < len(TAGS) else None
    if name == "source":
        return {HEADS.index("skind")}
    if name is None:
        return {HEADS.index("date")} if slot == len(TAGS) else set()
    asked = {HEADS.index("scope"), HEADS.index("cert")}
    coded = f"codes.{name}"
    if name in COUNT_SLOTS:
        return asked | {HEADS.index("role"), HEADS.index("num")}
    return asked | ({HEADS.index(coded)} if coded in HEADS else set())


def guessed(nets, examples, stops):
    """Return the windows of unread reports, with the stretches and speakers that the teachers find."""
    plain = [Packed(example, stops) for example in examples]
    example_of = dict(zip(map(id, plain), examples, strict=True))
    for some in in_batches(plain):
        tags = mean_of(nets, some, tags_only=True)["tags"]
        for number, one in enumerate(some):
            mark_guesses(example_of[id(one)], tags[number, : len(one.ids)])
    return [Packed(example, stops) for example in examples]


def mark_guesses(example, chances):
    """Add the stretches and sources that teachers find in a window."""
    marked = chances.argmax(-1).T > 0
    marked[:, [place is None for place in example.where]] = False
    example.sources = dict.fromkeys(source_stretches(marked))
    for number, name in enumerate(CLAIMED):
        if name not in ("source", "place"):
            example.spans += [
                {"slot": name, "pieces": at, "source": "unknown"}
                for at in runs(marked[number])
                if at[1] - at[0] < LONGEST_SPAN
            ]


def main():
    """Read everything and write it."""
    options = options_of()
    sorts = load_windows(options.windows)
    nets = [load_net(options.base, path).to(DEVICE).eval() for path in options.teachers]
    annotated = sorts["annotated"]
    for number, net in enumerate(nets):
        attach([net], [one for one in annotated if fold_of(one.report_id, len(nets)) == number])
    others = sorts["general"] + guessed(nets, sorts["unread"], stops_of(load_tokenizer(options.words)))
    attach(nets, others)
    with options.out.open("wb") as file:
        pickle.dump({"annotated": annotated, "others": others}, file, protocol=pickle.HIGHEST_PROTOCOL)
    print(len(annotated), "windows of annotated reports,", len(others), "others")


if __name__ == "__main__":
    main()
