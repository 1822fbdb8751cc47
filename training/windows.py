# ruff: noqa: T201
"""Make windows with labels from all the data, once: what train.py and label.py learn from and read."""

import argparse
import gzip
import json
import pickle
import random
import re
from pathlib import Path

from batch import Packed
from examples import examples_in, examples_of, general_examples, load, mark_days
from tokenizers import Tokenizer

RUN, COPIED = 8, 0.2
"""Words of a run, and the share of a report's runs from which it is a copy of one of dev."""


def options_of():
    """Return the command line's options."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", type=Path, help="tokenizer.json of the base model")
    parser.add_argument("gold", type=Path, help="folder with train.* and dev.* (reports, gold)")
    parser.add_argument("out", type=Path, help="file to write")
    parser.add_argument(
        "--more", type=Path, nargs="*", default=[], help="PATH of PATH.reports.jsonl and .gold"
    )
    parser.add_argument("--rules", type=Path, help="readings of train by a reader, JSON by report id")
    parser.add_argument("--polnear", type=Path, help="PolNeAR train, gzipped JSONL")
    parser.add_argument(
        "--unread", type=Path, nargs="*", default=[], help="JSONL of reports nobody annotated"
    )
    return parser.parse_args()


def load_tokenizer(path):
    """Return a tokenizer, without padding or cutting."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def stops_of(tokenizer):
    """Return the word pieces that end sentences."""
    return {tokenizer.token_to_id(mark) for mark in ".!?"}


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


def annotated(options, tokenizer, known):
    """Return the examples of train and of all further reports, without copies of those of dev."""
    train = options.gold / "train"
    found = []
    for prefix in (train, *options.more):
        rules = options.rules if prefix == train else Path(f"{prefix}.rules.json")
        by_rules = json.loads(rules.read_text()) if rules and rules.exists() else None
        reports, gold = rows_of(prefix, "reports"), rows_of(prefix, "gold")
        if prefix != train:
            gold = {key: row for key, row in gold.items() if not is_copy(reports[key], known)}
        found += examples_in(reports, gold, tokenizer, by_rules)
    return found


def polnear(options, tokenizer):
    """Return the examples of PolNeAR, each document once."""
    if not options.polnear:
        return []
    with gzip.open(options.polnear, "rt", encoding="utf-8") as file:
        documents = [row for row in map(json.loads, file) if not row["second_annotation"]]
    return general_examples(documents, tokenizer, random)


def unread(options, tokenizer, known):
    """Return the examples of reports nobody annotated: days told, and nothing else."""
    found = []
    for path in options.unread:
        for row in load(path).values():
            if not is_copy(row, known):
                examples = examples_of(row, tokenizer, ())
                mark_days(row, examples, [])
                for example in examples:
                    example.tags = None
                found += examples
    return found


def main():
    """Write the windows."""
    options = options_of()
    random.seed(0)
    tokenizer = load_tokenizer(options.words)
    stops = stops_of(tokenizer)
    known = {run for row in load(options.gold / "dev.reports.jsonl").values() for run in runs_of_words(row)}
    made = {
        "annotated": [Packed(one, stops) for one in annotated(options, tokenizer, known)],
        "general": [Packed(one, stops) for one in polnear(options, tokenizer)],
        "unread": unread(options, tokenizer, known),
    }
    with gzip.open(options.out, "wb", compresslevel=5) as file:
        pickle.dump(made, file, protocol=pickle.HIGHEST_PROTOCOL)
    print({name: len(windows) for name, windows in made.items()})


if __name__ == "__main__":
    main()
