"""Measure the reader on the annotated reports of ../shared, and write the figures where users find them.

usage: python -m tools.write_accuracy

Writes src/sayso/read/data/measured.toml, which `sayso about` tells, and the tables of docs/accuracy.md. None
of these reports is among those that the reader was taught with; tests/gate/test_gate.py holds that.
"""

import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
from tests.gate.gate import PARTS, Bench, reports
from tests.gate.shared import ROOT, load, shared

from sayso.model import COUNT_SLOTS, FACT_SLOTS, Reader
from sayso.read import default_reader
from sayso.read.accuracy import Kind, Measured, Score, hundred
from sayso.reading_json import reading_json

TOLD = ROOT / "src/sayso/read/data/measured.toml"
PAGE = ROOT / "docs/accuracy.md"
SHARES = (
    "scope", "role", "speaker", "speaker_kind", "certainty", "polarity", "standing",
    "kind", "country", "city", "date",
)  # fmt: skip
ELSEWHERE = {
    ("muc4", "all"): ("MUC-4 tst1 and tst2: templates filled, CEAF-REE F1", 0.50),
    ("muc4", "type"): ("of these, types", None),
    ("muc4", "Victim"): ("of these, victims with names", None),
    ("muc4", "Weapon"): ("of these, weapons", None),
    ("muc4", "PerpInd"): ("of these, perpetrators", None),
    ("muc4", "PerpOrg"): ("of these, organisations", None),
    ("polnear", "source"): ("PolNeAR dev: who says it, F1 by overlap", 0.75),
    ("polnear", "attribution"): ("PolNeAR dev: who, word of saying and what, F1 by overlap", 0.60),
    ("rumoureval", "certainty"): ("RumourEval: how firmly, macro F1 of three grades", 0.55),
}
"""Figures of the gate that are told too: the part and name there, the words for it, and what is aimed at."""

FEWEST = 3
"""Reports that a kind must have for a row of its own."""

_TABLE = re.compile(r"(<!-- measured: (\w+) -->)\n.*?<!-- end -->", re.DOTALL)

Rows = Mapping[str, Any]


class Scorer:
    """Scores readings against annotated reports, whole and in parts."""

    def __init__(self, score: ModuleType, told: Rows, gold: Rows, read: Rows) -> None:
        """Take the scoring script, and by report id the reports, annotations and readings."""
        self.script, self.told, self.gold, self.read = score, told, gold, read

    def figures(self, gold: Rows | None = None, read: Rows | None = None) -> dict[str, float]:
        """Return the script's figures on some of the annotations or claims."""
        scored: dict[str, float] = self.script.score(self.told, gold or self.gold, read or self.read)
        return scored

    def counts(self, ids: Iterable[str], slots: Iterable[str] = COUNT_SLOTS) -> Score:
        """Return how well the counts of some slots are read in some reports."""
        kept = set(slots)
        gold = {n: {**self.gold[n], "counts": rows_of(self.gold[n]["counts"], "measure", kept)} for n in ids}
        read = {n: {**self.read[n], "claims": rows_of(self.read[n]["claims"], "slot", kept)} for n in gold}
        made = self.figures(gold, read)
        there = sum(len(row["counts"]) for row in gold.values())
        return Score(
            there=there,
            right=made["counts_p"],
            found=made["counts_r"],
            f1=made["counts"],
            strict=made["strict"],
        )

    def facts(self, ids: Iterable[str], slots: Iterable[str] = FACT_SLOTS) -> Score:
        """Return how well the facts of some slots are read in some reports, as the script counts them."""
        right = given = there = 0
        for report_id in ids:
            for slot in slots:
                wanted = rows_of(self.gold[report_id]["facts"], "about", {slot})
                claims = rows_of(self.read[report_id]["claims"], "slot", {slot})
                same = self.sameness(self.told[report_id])
                hits, free = self.script.pair(wanted, claims, same, self.told[report_id])
                repeats = sum(any(same(one, claim) for one, _ in hits) for claim in free)
                right, given, there = right + len(hits), given + len(claims) - repeats, there + len(wanted)
        f1, precision, recall = self.script.f1(right, given, there)
        return Score(there=there, right=round(precision, 4), found=round(recall, 4), f1=round(f1, 4))

    def sameness(self, report: Mapping[str, Any]) -> Callable[[Any, Any], bool]:
        """Return the script's test of whether a claim is an annotated fact."""

        def same(fact: Mapping[str, Any], claim: Mapping[str, Any]) -> bool:
            at = self.script.claim_place(claim)
            near = at and any(
                self.script.overlaps(at, spot) for spot in self.script.places(report, fact["evidence"])
            )
            alike = self.script.content_words(fact["text"]) & self.script.content_words(claim.get("text"))
            return (fact["code"] or None) == (claim.get("code") or None) and bool(near or alike)

        return same


def rows_of(rows: Iterable[Mapping[str, Any]], key: str, kept: set[str]) -> list[Mapping[str, Any]]:
    """Return the rows whose value of a key is among those kept."""
    return [row for row in rows if row[key] in kept]


def elsewhere(data: Path) -> dict[str, float]:
    """Return the figures of the gate on other sets; none for a set that is not there."""
    with ExitStack() as stack:
        bench = Bench(data, stack)
        made = {
            name: PARTS[name].figures(bench)
            for name in dict.fromkeys(part for part, _ in ELSEWHERE)
            if all((data / need).exists() for need in PARTS[name].needs)
        }
    return {f"{part} {name}": round(made[part][name], 4) for part, name in ELSEWHERE if part in made}


def measure(data: Path, reader: Reader) -> Measured:
    """Return how well a reader reads the annotated reports, none of which it was taught with."""
    gold = data / "gold"
    script = load(gold / "score.py")
    annotated = script.load(gold / "dev.gold.jsonl")
    read = {r.id: reading_json(reader.read(r)) for r in reports(gold / "dev.reports.jsonl")}
    scorer = Scorer(script, script.load(gold / "dev.reports.jsonl"), annotated, read)
    figures, facts = scorer.figures(), scorer.facts(annotated)
    if abs(figures["facts"] - facts.f1) > 0.001:
        raise SystemExit(f"the script counts facts otherwise: {figures['facts']} against {facts.f1}")
    return Measured(
        reader=reader.name,
        version=reader.version,
        reports=len(annotated),
        counts=scorer.counts(annotated),
        facts=facts,
        shares={name: figures[name] for name in SHARES},
        slots={
            **{slot: scorer.counts(annotated, (slot,)) for slot in COUNT_SLOTS},
            **{slot: scorer.facts(annotated, (slot,)) for slot in FACT_SLOTS},
        },
        kinds={
            kind: Kind(reports=len(ids), counts=scorer.counts(ids), facts=scorer.facts(ids))
            for kind, ids in by_kind(annotated).items()
        },
        elsewhere=elsewhere(data),
    )


def by_kind(annotated: Rows) -> dict[str, list[str]]:
    """Return the reports of each kind of incident, the commonest first; rare ones are put together."""
    kinds: dict[str, list[str]] = {}
    for report_id, row in annotated.items():
        kind = next((incident["kind"] for incident in row["incidents"] if incident["main"]), "no incident")
        kinds.setdefault(kind, []).append(report_id)
    common = {kind: ids for kind, ids in kinds.items() if len(ids) >= FEWEST}
    rare = [report_id for kind, ids in kinds.items() if kind not in common for report_id in ids]
    ordered = dict(sorted(common.items(), key=lambda item: -len(item[1])))
    return {**ordered, "all others": rare} if rare else ordered


def as_toml(told: Measured) -> str:
    """Return what was measured as TOML."""
    lines = [
        "# How well the reader reads; written by `python -m tools.write_accuracy`, see docs/accuracy.md."
    ]
    plain = msgspec.to_builtins(told)
    lines += [f"{name} = {json.dumps(plain.pop(name))}" for name in ("reader", "version", "reports")]
    for name in ("counts", "facts"):
        lines.append(f"{name} = {inline(plain.pop(name))}")
    for table, rows in plain.items():
        lines += [
            "",
            f"[{table}]",
            *(f"{json.dumps(name)} = {inline(value)}" for name, value in rows.items()),
        ]
    return "\n".join(lines) + "\n"


def inline(value: Any) -> str:
    """Return a value as TOML on one line; what is None is left out."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{k} = {inline(v)}" for k, v in value.items() if v is not None) + " }"
    return f"{value:.4f}" if isinstance(value, float) else json.dumps(value)


def tables(told: Measured) -> dict[str, str]:
    """Return the tables of the page by name."""
    counts = [(slot, told.slots[slot]) for slot in COUNT_SLOTS if told.slots[slot].there]
    facts = [(slot, told.slots[slot]) for slot in FACT_SLOTS if told.slots[slot].there]
    return {
        "counts": table(
            ("slot", "in the reports", "right", "found", "F1", "strict"),
            [(f"`{slot}`", *cells(score)) for slot, score in counts] + [("all", *cells(told.counts))],
        ),
        "facts": table(
            ("slot", "in the reports", "right", "found", "F1"),
            [(f"`{slot}`", *cells(score)) for slot, score in facts] + [("all", *cells(told.facts))],
        ),
        "shares": table(
            ("of the counts that are right", "share"),
            [(name, f"{told.shares[name]:.2f}") for name in SHARES[:7]],
        )
        + "\n\n"
        + table(
            ("of the reports' main incidents", "share"),
            [(name, f"{told.shares[name]:.2f}") for name in SHARES[7:]],
        ),
        "trust": trust(told),
        "kinds": table(
            ("kind", "reports", "counts right", "found", "F1", "strict", "facts F1"),
            [(kind, str(row.reports), *of_kind(row)) for kind, row in told.kinds.items()],
        ),
        "elsewhere": table(
            ("set", "F1", "aim"),
            [
                (words, f"{told.elsewhere[f'{part} {name}']:.3f}", f"{aim:.2f}" if aim else "")
                for (part, name), (words, aim) in ELSEWHERE.items()
                if f"{part} {name}" in told.elsewhere
            ],
        ),
    }


TRUST = """\
- **Who says it** less: of 100 numbers that are right, {speakers} are given to somebody else, most of them to
  a name for an office ("Smith" for "police"), or to the outlet for somebody quoted a sentence earlier.
- **Who is to blame, and why**, least: of 100 that are told, it finds {blamed} who claim it or are blamed, and
  {motives} motives. No silence of sayso on them means that nobody was blamed.
- **Not found is not "none".** Of 100 numbers {missed} are missed. "0" is given only where a report says so,
  or where a record works it out and shows how."""


def trust(told: Measured) -> str:
    """Return what the shares mean for who trusts a record, as a list of Markdown."""
    return TRUST.format(
        speakers=hundred(1 - told.shares["speaker"]),
        blamed=hundred(told.slots["responsibility"].found),
        motives=hundred(told.slots["motive"].found),
        missed=hundred(1 - told.counts.found),
    )


def cells(score: Score) -> tuple[str, ...]:
    """Return the cells of a score."""
    shares = (score.right, score.found, score.f1, score.strict)
    return str(score.there), *(f"{share:.2f}" for share in shares if share is not None)


def of_kind(row: Kind) -> tuple[str, ...]:
    """Return the cells of a kind; a dash where its reports tell nothing."""
    counts = cells(row.counts)[1:] if row.counts.there else ("–",) * 4
    return *counts, f"{row.facts.f1:.2f}" if row.facts.there else "–"


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Return a table of Markdown."""
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def written(page: str, told: Measured) -> str:
    """Return the page with each table as it was measured."""
    texts = {**tables(told), "on": f"{told.reports} reports, `{told.reader}` {told.version}."}
    return _TABLE.sub(lambda block: f"{block[1]}\n\n{texts[block[2]]}\n\n<!-- end -->", page)


def main() -> int:
    """Measure, and write both files; return the exit status."""
    data = shared()
    if data is None:
        print("not measured: no ../shared beside this checkout, and SAYSO_SHARED names none")
        return 1
    told = measure(data, default_reader())
    TOLD.write_text(as_toml(told), encoding="utf-8")
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8"), told), encoding="utf-8")
    print(f"counts {told.counts.f1:.3f}, strict {told.counts.strict:.3f}, facts {told.facts.f1:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
