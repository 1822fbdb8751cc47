"""Texts made up from a regular expression, each of its alternatives now and then: what it can fit, and mostly does."""

import random
import re
from collections.abc import Iterator
from importlib import import_module
from itertools import islice
from typing import Any

__all__ = ["texts_for"]

PARSER: Any = import_module("re._parser")
AROUND = ("{}", " {} ", "x {}", "{} x", "{}.")
OF_CLASS = {"CATEGORY_DIGIT": "7", "CATEGORY_SPACE": " ", "CATEGORY_NOT_WORD": "-"}


def texts_for(expression: re.Pattern[str], many: int) -> Iterator[str]:
    """Yield so many texts at most in which an expression is found, the same ones each time."""
    chance = random.Random(7)
    tree = PARSER.parse(expression.pattern, expression.flags)
    for _ in range(many):
        words = made(tree, chance)
        found = (form.format(words) for form in AROUND if expression.search(form.format(words)))
        yield from islice(found, 1)


def made(tree: Any, chance: random.Random) -> str:
    """Return words that fit a part of an expression, but for what it says of the words around them."""
    words = ""
    for op, told in tree:
        match str(op):
            case "LITERAL":
                words += chr(told)
            case "NOT_LITERAL" | "ANY":
                words += "q"
            case "IN":
                words += sign(told, chance)
            case "BRANCH":
                words += made(chance.choice(told[1]), chance)
            case "SUBPATTERN":
                words += made(told[3], chance)
            case "MAX_REPEAT" | "MIN_REPEAT":
                least, most, part = told
                times = least if chance.random() < 0.7 else min(int(most), least + 1)
                words += "".join(made(part, chance) for _ in range(times))
    return words


def sign(told: Any, chance: random.Random) -> str:
    """Return a sign of a class, such as [^.;] or [A-Z\\d]."""
    signs = [
        chr(each)
        if str(op) == "LITERAL"
        else chr(chance.randint(*each))
        if str(op) == "RANGE"
        else OF_CLASS.get(str(each), "q")
        for op, each in told
        if str(op) != "NEGATE"
    ]
    is_other = any(str(op) == "NEGATE" for op, _ in told)
    return next(each for each in "qz -7" if each not in signs) if is_other else chance.choice(signs)
