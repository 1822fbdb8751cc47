"""Answer the questions of semeval2018_t5 through what a user has: a book's incidents and their totals.

usage: python tests/gate/questions.py DOCS.jsonl[.gz] QUESTIONS.jsonl > ANSWERS.json

A question names the killed or the injured, a city or state, or a victim's or suspect's name, and a day, month
or year. "How many events" is the number of incidents that fit, "how many people" their total on the count.
The set has given names and surnames only of people whom it writes with two words: of the 148 questions of
trial on one, 106 count just these, 73 those with a middle name, an initial or "Jr." too.
Writes {question id: {"numerical_answer": n, "answer_docs": {incident id: [report ids]}}}.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tests.gate.records import main_incidents, reports_of

from sayso.casebook import Casebook
from sayso.link.sketches import fold
from sayso.model import Headline, Reader, Report

SLOTS = {"killing": "killed", "injuring": "injured"}
FORMS = {"first": "{} *", "last": "* {}", "full_name": "{}"}
PARTS = re.compile(r"(.*) \((?!county\))(.*)\)")
PLACE = re.compile(r"in \(([^)]*(?:\([^)]*\)[^)]*)?)\) \((?:city|state)\)")


def answers(
    reports: Iterable[Report], questions: Iterable[dict[str, Any]], reader: Reader | None = None
) -> dict[str, Any]:
    """Return the answers to questions from a book in memory of the reports."""
    with Casebook.open(":memory:", reader) as book:
        book.add(reports, received="published")
        return answers_in(book, questions)


def answers_in(book: Casebook, questions: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return the answers to questions from a book."""
    docs = {incident: held for incident, held, _ in main_incidents(book)}
    return {question["qid"]: answer(book, docs, question) for question in questions}


def answer(book: Casebook, docs: dict[str, list[str]], question: dict[str, Any]) -> dict[str, Any]:
    """Return the answer to one question; a report stands under the incident that it is first of all about."""
    slot = SLOTS[question["event_type"]]
    heads = book.incidents(
        place=place_of(question), happened=days_of(question), name=name_of(question), slot=slot
    )
    heads = tuple(head for head in heads if head.incident.id in docs and bears(head, question))
    people = {total.slot: total.best for total in book.totals(heads).counts}
    return {
        "numerical_answer": len(heads) if question["subtask"] == 2 else people[slot] or 0,
        "answer_docs": {head.incident.id: docs[head.incident.id] for head in heads},
    }


def place_of(question: dict[str, Any]) -> str | None:
    """Return the place that a question names: "Memphis, Tennessee" or "Tennessee".

    Of "Saint Louis (Jennings)" the one in brackets is meant, which the set puts in a city of its own, except
    for the counties that it calls so.
    """
    told = PLACE.search(question["question"]) if question.get("location") else None
    if told is None:
        return None
    names = re.findall(r"'([^']+)'|\"([^\"]+)\"", told.group(1))
    plain = [PARTS.sub(r"\2", single or double) for single, double in names]
    return ", ".join(name.replace(" (county)", " County") for name in reversed(plain))


def days_of(question: dict[str, Any]) -> str | None:
    """Return the days that a question names, the year first: "14/03/2017" is "2017-03-14"."""
    words = next(iter((question.get("time") or {}).values()), None)
    return "-".join(reversed(words.split("/"))) if words else None


def name_of(question: dict[str, Any]) -> str | None:
    """Return the name that a question asks for: "Ada *" for a given name, "* Bly" for a surname."""
    told = question.get("participant") or {}
    return next((FORMS[form].format(words) for form, words in told.items()), None)


def bears(head: Headline, question: dict[str, Any]) -> bool:
    """Tell whether a name of two words has the given name or surname that a question asks for."""
    told = question.get("participant") or {}
    at = next((FORMS[form].split().index("{}") for form in told if form in ("first", "last")), None)
    names = [name.split() for name in head.names]
    return at is None or any(len(name) == 2 and fold(name[at]) in map(fold, told.values()) for name in names)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the questions of a file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


if __name__ == "__main__":
    json.dump(answers(reports_of(Path(sys.argv[1])), rows(Path(sys.argv[2]))), sys.stdout)
