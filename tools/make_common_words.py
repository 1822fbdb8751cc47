"""Make src/sayso/read/data/common_words.txt.gz: words that English news writes in lower case.

    python tools/make_common_words.py TEXTS.jsonl[.gz] ...

Used to give capitals-only text its case back: words that are not in the list are taken for names. One
word a line, no counts, no sentences; a word counts when at least four reports write it in lower case and
at most a third of its uses inside sentences are capitalised.
"""

import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path

OUT = Path(__file__).parent.parent / "src/sayso/read/data/common_words.txt.gz"
INSIDE = re.compile(r"(?<=[a-z,;] )([A-Za-z][a-z]+)\b")


def main(paths: list[str]) -> None:
    """Count and write the list."""
    small: Counter[str] = Counter()
    big: Counter[str] = Counter()
    for path in paths:
        with gzip.open(path, "rt") if path.endswith(".gz") else Path(path).open() as lines:
            for line in lines:
                words = set(INSIDE.findall(json.loads(line).get("text") or ""))
                small.update(w for w in words if w[0].islower())
                big.update(w.lower() for w in words if w[0].isupper())
    kept = sorted(w for w, n in small.items() if n >= 4 and big[w] <= n / 2)
    with gzip.GzipFile(OUT, "wb", compresslevel=9, mtime=0) as packed:
        packed.write("\n".join(kept).encode())
    print(f"{len(kept)} words, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
