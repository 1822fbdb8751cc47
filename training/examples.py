"""Annotated reports to windows of word pieces with labels."""

import gzip
import json
import re
from datetime import UTC, datetime

from sayso.model import CODES, COUNT_SLOTS, KINDS, Report
from sayso.read.counting.numbers import read_quantity
from sayso.read.tagging.network import CERTAINTIES, ROLES, SPEAKER_KINDS, TAGS
from sayso.read.tagging.pieces import stretches, windows_of
from sayso.read.when.anchors import anchor_of
from sayso.read.when.dates import dates_told

GENERAL = ("says", "cue", "content")
"""Tags of general attributions: PolNeAR trains these and nothing else, the annotated reports all others."""

TAG = {name: number for number, name in enumerate(TAGS)}
NUMBERS = ["text", "1..1", "2..2", "3..3", "4..4", "5..5", "2..", "3..", "0..0", "other"]
UNSCORED = -100
LONGEST_SPAN = 60
OTHER_MENTIONS = ("weapon", "victim", "suspect")
"""Facts annotated once and said often: their other mentions are not scored as mistakes."""

PLAIN_WORD = re.compile(r"[\w.,'’-]+|[^\w\s]")


def load(path):
    """Return the rows of a JSONL file, packed or not, by report id."""
    opened = gzip.open if str(path).endswith(".gz") else open
    with opened(path, "rt", encoding="utf-8") as file:
        return {row["report_id"]: row for row in map(json.loads, file)}


def as_report(row):
    """Return a row of a reports file as a Report."""
    published = row.get("published")
    known = bool(published and re.match(r"\d{4}-\d\d-\d\d", published))
    return Report(
        id=row["report_id"],
        title=row.get("title"),
        text=row["text"],
        published_at=datetime.fromisoformat(published[:10]).replace(tzinfo=UTC) if known else None,
        published_grain="day" if known else "unknown",
    )


def quantity(words):
    """Return the number that words of people say; None where they say none."""
    spaced = words.replace("-", " - ") if "year" in words else words
    return read_quantity(PLAIN_WORD.findall(spaced))


def places_of(row, words, *, any_case=False, whole=False):
    """Return every (field, start, end) where words stand in a report."""
    if not words:
        return []
    pattern = re.escape(words)
    if whole:
        pattern = rf"(?<!\w){pattern}(?!\w)"
    return [
        (field, found.start(), found.end())
        for field in ("title", "text")
        for found in re.finditer(pattern, row.get(field) or "", re.IGNORECASE if any_case else 0)
    ]


class Example:
    """A window with its labels: tags of each piece (0 outside, 1 begin, 2 inside), spans and speakers."""

    def __init__(self, report_id, window, scored):
        self.report_id = report_id
        self.ids, self.where = window.ids, window.where
        self.tags = [[0 if place and name in scored else UNSCORED for name in TAGS] for place in window.where]
        self.spans = []
        self.sources = {}
        self.kind = UNSCORED

    def touched(self, place):
        """Return the pieces that a place touches."""
        field, start, end = place
        return [
            n for n, at in enumerate(self.where) if at and at[0] == field and at[1] < end and start < at[2]
        ]

    def pieces(self, place):
        """Return the pieces [start, end) of a place; None where it is elsewhere or too long."""
        found = self.touched(place)
        return (found[0], found[-1] + 1) if found and found[-1] - found[0] < LONGEST_SPAN else None

    def mark(self, pieces, name):
        """Tag pieces with a name."""
        for at in range(*pieces):
            self.tags[at][TAG[name]] = 1 if at == pieces[0] else 2

    def leave_out(self, pieces, name, *, only_outside=False):
        """Do not score a tag on pieces."""
        for at in range(*pieces):
            if not only_outside or self.tags[at][TAG[name]] == 0:
                self.tags[at][TAG[name]] = UNSCORED


def examples_of(row, tokenizer, scored):
    """Return the unlabelled examples of a report."""
    return [Example(row["report_id"], window, scored) for window in windows_of(as_report(row), tokenizer)]


def each(examples, places):
    """Yield (example, pieces) for every place in every window that holds it."""
    for place in places:
        for example in examples:
            if pieces := example.pieces(place):
                yield example, pieces


def build(row, gold, tokenizer, unscored=()):
    """Return the examples of an annotated report; `unscored` are (slot, place) not counted as mistakes."""
    examples = examples_of(row, tokenizer, set(TAGS) - set(GENERAL))
    mains = [incident for incident in gold["incidents"] if incident["main"]]
    for example in examples:
        example.kind = KINDS.index(mains[0]["kind"]) if mains else UNSCORED
    for slot, place in unscored:
        for example, pieces in each(examples, [place]):
            example.leave_out(pieces, slot)
    main_keys = {incident["key"] for incident in mains}
    for count in gold["counts"]:
        extra = {"role": ROLES.index(count["role"]), "number": number_label(count)}
        mark_claim(row, examples, count, (count["measure"], count["who"]), main_keys, extra)
    for fact in gold["facts"]:
        slot, words = fact["about"], fact["text"]
        extra = {"code": CODES[slot].index(fact["code"])} if slot in CODES and fact["code"] else {}
        mark_claim(row, examples, fact, (slot, words), main_keys, extra)
        if slot in OTHER_MENTIONS:
            for example, pieces in each(examples, places_of(row, words, any_case=True, whole=True)):
                example.leave_out(pieces, slot, only_outside=True)
    mark_where(row, examples, mains)
    mark_days(row, examples, mains)
    return examples


def number_label(count):
    """Return which of NUMBERS a count is: 0 where its words say the number."""
    low, high = count["low"], count["high"]
    said = quantity(count["who"])
    if said and (said.count.low, said.count.high) == (low, high):
        return 0
    name = f"{'' if low is None else low}..{'' if high is None else high}"
    return NUMBERS.index(name) if name in NUMBERS else len(NUMBERS) - 1


def spots_of(row, words, evidence):
    """Return up to two places of a claim's words: in its evidence, nearest to it, or the evidence."""
    around = places_of(row, evidence)
    spots = []
    for field, start, end in around:
        at = row[field].find(words, start, end)
        if at >= 0:
            spots.append((field, at, at + len(words)))
    if not spots and around:
        anywhere = places_of(row, words)
        first = around[0]
        spots = [
            min(anywhere, key=lambda spot: (spot[0] != first[0], abs(spot[1] - first[1])))
            if anywhere
            else first
        ]
    return spots[:2]


def mark_claim(row, examples, claim, said, main_keys, extra):
    """Tag a count or fact and add its span; `said` is (slot, words)."""
    slot, words = said
    for spot in spots_of(row, words, claim["evidence"]):
        for example, pieces in each(examples, [spot]):
            example.mark(pieces, slot)
            example.spans.append(
                {
                    "slot": slot,
                    "pieces": pieces,
                    "scope": int(claim["incident"] in main_keys),
                    "certainty": CERTAINTIES.index(claim["certainty"]),
                    "source": mark_source(row, example, claim["said_by"], spot),
                    **extra,
                }
            )


def mark_source(row, example, said_by, spot):
    """Tag a speaker's nearest mention; return its pieces, -1 for the narrator, None out of sight."""
    if said_by["name"] == "narrator":
        return -1
    best = None
    for place in places_of(row, said_by["name"]):
        pieces = example.pieces(place)
        if pieces and place[0] == spot[0]:
            distance = abs(place[1] - spot[1])
            if best is None or distance < best[0]:
                best = (distance, pieces)
    if best is None:
        return None
    example.sources.setdefault(best[1], SPEAKER_KINDS.index(said_by["kind"]))
    example.mark(best[1], "source")
    return best[1]


def mark_where(row, examples, mains):
    """Tag the cities of the main incidents, or the words of their places where no city is named."""
    for incident in mains:
        place = incident.get("place") or {}
        found = places_of(row, place.get("city"), any_case=True, whole=True)
        for example, pieces in each(examples, found or places_of(row, place.get("text"))):
            example.mark(pieces, "place")


def mark_days(row, examples, mains):
    """Add a span for every day told: is it a main incident's? Without main incidents nobody knows."""
    days = {incident["date"] for incident in mains if incident.get("date")}
    report = as_report(row)
    anchor = anchor_of(report)
    for field, base, words in stretches(report):
        for told in dates_told(words.replace("\n", " "), anchor):
            place = (field, base + told.start, base + told.end)
            for example, pieces in each(examples, [place]):
                label = {"date": int(told.moment.iso() in days)} if mains else {}
                example.spans.append({"slot": "date", "pieces": pieces, **label})


def general_examples(documents, tokenizer, random):
    """Return examples of general attributions (PolNeAR): tags says, cue, content, and who said what."""
    kept = []
    for document in documents:
        row = {"title": None, "text": document["text"], "report_id": document["id"]}
        examples = examples_of(row, tokenizer, GENERAL)
        inside = {id(example): set() for example in examples}
        for attribution in document["attributions"]:
            source = None
            if attribution["source"]:
                source = next(each(examples, [("text", *attribution["source"][0][:2])]), None)
                if source:
                    source[0].mark(source[1], "says")
                    source[0].sources.setdefault(source[1], None)
            for cue in attribution["cue"]:
                if found := next(each(examples, [("text", *cue[:2])]), None):
                    found[0].mark(found[1], "cue")
            for content in attribution["content"]:
                mark_content(examples, ("text", *content[:2]), source, inside, random)
        for example in examples:
            add_unsaid(example, inside[id(example)], random)
            if example.sources:
                kept.append(example)
    return kept


def mark_content(examples, place, source, inside, random):
    """Tag what is said; where its speaker is in the same window, point a random stretch of it there."""
    for example in examples:
        touched = example.touched(place)
        if not touched:
            continue
        start, end = touched[0], touched[-1] + 1
        example.mark((start, end), "content")
        inside[id(example)].update(range(start, end))
        if source and source[0] is example:
            length = random.randint(1, 5)
            at = random.randint(start, max(start, end - length))
            pieces = (at, min(end, at + length))
            example.spans.append({"slot": "any", "pieces": pieces, "source": source[1]})


def add_unsaid(example, inside, random):
    """Add two random stretches that the narrator says."""
    free = [
        at
        for at, place in enumerate(example.where)
        if place and at not in inside and at + 3 < len(example.ids) and at + 2 not in inside
    ]
    for at in random.sample(free, min(2, len(free))):
        example.spans.append({"slot": "any", "pieces": (at, at + 2), "source": -1})


def examples_in(reports, gold, tokenizer, rules=None):
    """Return the examples of annotated reports.

    `rules` are readings of a reader by rules: a count it found with a number that the annotation has too is
    another mention of it, and not scored as a mistake.
    """
    examples = []
    for report_id, annotated in gold.items():
        known = {(count["measure"], count["low"], count["high"]) for count in annotated["counts"]}
        unscored = [
            (claim["slot"], (claim["span"]["in"], claim["span"]["start"], claim["span"]["end"]))
            for claim in ((rules or {}).get(report_id) or {"claims": []})["claims"]
            if claim["slot"] in COUNT_SLOTS and (claim["slot"], claim["low"], claim["high"]) in known
        ]
        examples += build(reports[report_id], annotated, tokenizer, unscored)
    return examples
