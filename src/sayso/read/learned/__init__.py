"""A second reader, learned from annotated reports: a small network on one core, without the parser.

    from sayso.casebook import Casebook
    from sayso.read.learned import LearnedReader

    book = Casebook.open("evening.book", reader=LearnedReader())

Needs the extra `sayso[learned]`. docs/accuracy.md says what it finds better and worse than the default.
"""

from sayso.read.learned.reader import LearnedReader

__all__ = ["LearnedReader"]
