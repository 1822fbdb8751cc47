"""The reader of sayso on a network in training: its figures on dev are those that a user would have."""

import importlib.util
import sys
from pathlib import Path

import numpy as np
import torch
from examples import as_report, load
from msgspec.structs import replace

from sayso.read.reader import LearnedReader
from sayso.read.tagging.network import Network
from sayso.reading_json import reading_json

FIGURES = (
    *("counts", "counts_p", "counts_r", "strict", "scope", "role", "speaker", "speaker_kind", "certainty"),
    *("facts", "kind", "country", "city", "date"),
)
IN_GRAPH = ("enc.", "tag.", "kind.")


class Trained(Network):
    """What the reader asks of its network, answered by a network in training."""

    def __init__(self, net, tokenizer):
        self.net = net.eval()
        self.tokenizer = tokenizer
        self.stops = [tokenizer.token_to_id(mark) for mark in ".!?"]
        self.session = self
        self.heads = {
            name: weight.float().cpu().numpy()
            for name, weight in net.state_dict().items()
            if not name.startswith(IN_GRAPH)
        }

    @torch.no_grad()
    def run(self, _, given):
        """Return states, tags and kinds of one window, as ONNX Runtime does."""
        ids = torch.from_numpy(np.array(given["ids"])).to(next(self.net.parameters()).device)
        states = self.net.encode(ids, torch.ones_like(ids, dtype=torch.bool))
        return [
            told.float().cpu().numpy() for told in (states, self.net.tag(states), self.net.kind(states[:, 0]))
        ]


def score_of(folder):
    """Return the function `score` of the gold's score.py."""
    sys.path.insert(0, str(folder))
    spec = importlib.util.spec_from_file_location("score", Path(folder) / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.score


def figures_on_dev(net, tokenizer, folder):
    """Return the figures of the reader with this network on the gold's dev."""
    folder = Path(folder)
    reader = LearnedReader.__new__(LearnedReader)
    reader.network = Trained(net, tokenizer)
    reports, gold = load(folder / "dev.reports.jsonl"), load(folder / "dev.gold.jsonl")
    read = {
        key: reading_json(reader.read(replace(as_report(row), language="en"))) for key, row in reports.items()
    }
    figures = score_of(folder)(reports, gold, read)
    return {name: round(figures[name], 3) for name in FIGURES}
