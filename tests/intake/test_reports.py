"""Files of each kind become reports; what cannot is refused with its place, and the rest goes on."""

import gzip
import io
import json
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.intake import Notice, Refusal, reports_from
from sayso.model import Grain, PublishedFrom, Report, Source, encode, values

NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)
Write = Callable[[str, bytes | str], str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(name: str, held: bytes | str) -> str:
        path = tmp_path / name
        path.write_bytes(held.encode("utf-8") if isinstance(held, str) else held)
        return str(path)

    return write


def outcomes(path: str) -> tuple[list[Report], list[Refusal], list[Notice]]:
    """Return what one file gave: reports, refusals, notices."""
    notices: list[Notice] = []
    came = list(reports_from(path, now=NOW, notice=notices.append))
    return (
        [one for one in came if isinstance(one, Report)],
        [one for one in came if isinstance(one, Refusal)],
        notices,
    )


def piped(monkeypatch: pytest.MonkeyPatch, packed: bytes) -> tuple[list[Report], list[Refusal], list[Notice]]:
    stdin = io.TextIOWrapper(io.BytesIO(packed))
    monkeypatch.setattr(sys, "stdin", stdin)
    return outcomes("-")


WORDS = "Two people died in a fire in Málaga, police said. 🙂 \u200f\u05e9\u05dc\u05d5\u05dd \0 end\r\n"


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "a.txt.gz"])
def test_a_text_file_is_kept_exactly_as_received(write: Write, name: str) -> None:
    packed = WORDS.encode()
    reports, refusals, notices = outcomes(
        write(name, gzip.compress(packed) if name.endswith(".gz") else packed)
    )
    assert [report.text for report in reports] == [WORDS]
    assert (refusals, notices) == ([], [])
    assert reports[0].title is None
    assert reports[0].published_at is None


@pytest.mark.parametrize(
    ("encoding", "mark", "remark"),
    [
        ("utf-8", b"\xef\xbb\xbf", None),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("cp1252", b"", "cp1252"),
    ],
)
def test_other_encodings_are_read_with_a_remark(
    write: Write, encoding: str, mark: bytes, remark: str | None
) -> None:
    text = "Police in Málaga said “at least two” people died when a café’s roof fell in – no more is known."
    reports, refusals, notices = outcomes(write("a.txt", mark + text.encode(encoding)))
    assert refusals == []
    assert [report.text for report in reports] == [text]
    assert [notice.remark for notice in notices] == ([f"not UTF-8; read as {remark}"] if remark else [])


BAD_FILES = [
    ("a.txt", b"", "it is empty"),
    ("a.txt", b" \n\t ", "nothing but blanks"),
    ("a.jsonl", b"\n\n", "it holds no report"),
    ("a.json", b"[]", "it holds no report"),
    ("a.txt", bytes(range(256)) * 20, "binary data"),
    ("a.txt", b"%PDF-1.7 and so on", "a PDF document"),
    ("a.txt", b"PK\x03\x04 and so on", "a zip or Office document"),
    ("a.txt", b"Gef\xe4ngnis \xff\xfe\x80\x81", "encoding cannot be told"),
    ("a.txt", b"Police said two people died. " * 400_000, "longer than the 1,000,000 characters"),
    ("a.txt.gz", gzip.compress(b"Two people died.")[:20], "broken or cut short"),
    ("a.txt.gz", b"Two people died.", "broken or cut short"),
    ("a.jsonl.gz", gzip.compress(b"0" * 100_000_000, 9), "unpacks to more than 200 times"),
    ("a.txt.gz", gzip.compress(b"0" * 100_000_000, 9), "longer than the 1,000,000 characters"),
    ("a.html", b"<html><body>" + b"<p>Two people died.</p>" * 300_000, "over 5,000,000 bytes long"),
    ("a.html", b"<html><body></body></html>", "no report was found in this page"),
    ("a.doc", b"Two people died.", "does not tell what it is (.doc)"),
    ("reports", b"Two people died.", "does not tell what it is (no suffix)"),
]


@pytest.mark.parametrize(
    ("name", "held", "why"), BAD_FILES, ids=[f"{name}: {why}" for name, _, why in BAD_FILES]
)
def test_a_bad_file_is_refused_in_one_line(write: Write, name: str, held: bytes, why: str) -> None:
    started = time.monotonic()
    path = write(name, held)
    reports, refusals, _ = outcomes(path)
    assert reports == []
    assert [(refusal.path, refusal.line) for refusal in refusals] == [(path, None)]
    assert why in refusals[0].why
    assert refusals[0].what_to_do
    assert str(refusals[0]).startswith(f"{path}: refused: ")
    assert "\n" not in str(refusals[0])
    assert time.monotonic() - started < 5


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    _, [missing], _ = outcomes(str(tmp_path / "no.txt"))
    assert missing.why == "there is no such file"


def test_a_folder_gives_the_reports_of_its_files_by_name(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Two died.")
    (tmp_path / "a.jsonl").write_text('{"id": "a1", "text": "One died."}\nbroken\n')
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "d.json.gz").write_bytes(gzip.compress(b'{"id": "d", "text": "Four died."}'))
    (tmp_path / ".hidden.txt").write_text("Nine died.")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    reports, refusals, notices = outcomes(str(tmp_path))
    assert [report.text for report in reports] == ["One died.", "Two died.", "Four died."]
    assert [(refusal.path, refusal.line) for refusal in refusals] == [(str(tmp_path / "a.jsonl"), 2)]
    assert [notice.remark for notice in notices] == ["no reports, not read: photo.jpg"]


def test_of_many_files_that_are_no_reports_a_few_are_named_and_the_rest_counted(tmp_path: Path) -> None:
    for number in range(11):
        (tmp_path / f"{number:02}.png").write_bytes(b"x")
    (tmp_path / "a.txt").write_text("Two died.")
    _, _, [notice] = outcomes(str(tmp_path))
    assert notice.remark.startswith("no reports, not read: 00.png, 01.png")
    assert notice.remark.endswith("07.png and 3 more")


def test_a_folder_without_reports_is_refused(tmp_path: Path) -> None:
    _, [folder], _ = outcomes(str(tmp_path))
    assert folder.why == "no file of reports is in this folder"
    assert ".jsonl" in folder.what_to_do


def test_one_broken_line_does_not_keep_the_others_out(write: Write) -> None:
    lines = [
        b'{"id": "a", "text": "One died."}',
        b'{"id": "b", "text": "Two di',
        b"",
        b'"a string"',
        b'{"id": "c", "text": "Caf\xe9"}',
        b'{"id": "d", "text": "\\ud800"}',
        b"[" * 100_000,
        b'{"id": "e", "text": "Five died.", "mood": 1}',
    ]
    reports, refusals, notices = outcomes(write("a.jsonl", b"\n".join(lines)))
    assert [report.id for report in reports] == ["a", "e"]
    assert [refusal.line for refusal in refusals] == [2, 4, 5, 6, 7]
    assert "not JSON" in refusals[0].why
    assert "not an object" in refusals[1].why
    assert "not UTF-8" in refusals[2].why
    assert [(notice.line, notice.remark) for notice in notices] == [
        (8, "not a field of a report, not used: mood")
    ]


def test_a_line_of_more_than_the_bound_is_refused_and_the_next_is_read(write: Write) -> None:
    long = b'{"text": "' + b"a" * 14_000_000 + b'"}'
    reports, refusals, _ = outcomes(write("a.jsonl", long + b'\n{"id": "b", "text": "Two died."}'))
    assert [report.id for report in reports] == ["b"]
    assert [refusal.line for refusal in refusals] == [1]
    assert "bytes long" in refusals[0].why


@pytest.mark.parametrize(
    ("held", "ids", "refused"),
    [
        ('{"id": "a", "text": "One died."}', ["a"], 0),
        ('{\n  "id": "a",\n  "text": "One died."\n}\n', ["a"], 0),
        ('[{"id": "a", "text": "One died."}, {"id": "b"}, {"id": "c", "text": "Two died."}]', ["a", "c"], 1),
        ('{"id": "a", "text": "One died."}\n{"id": "b", "text": "Two died."}\n', ["a", "b"], 0),
        ('{"id": "a", "text": "One died."}\nbroken\n', ["a"], 1),
        ('\ufeff{"id": "a", "text": "One died."}', ["a"], 0),
    ],
)
@pytest.mark.parametrize("by", ["file", "stdin"])
def test_json_comes_as_an_object_a_list_or_lines(
    write: Write, monkeypatch: pytest.MonkeyPatch, by: str, held: str, ids: list[str], refused: int
) -> None:
    reports, refusals, _ = (
        outcomes(write("a.json", held)) if by == "file" else piped(monkeypatch, held.encode())
    )
    assert [report.id for report in reports] == ids
    assert len(refusals) == refused


def test_stdin_that_is_not_json_is_one_text(monkeypatch: pytest.MonkeyPatch) -> None:
    reports, refusals, _ = piped(monkeypatch, WORDS.encode())
    assert [report.text for report in reports] == [WORDS]
    _, [refusal], _ = piped(monkeypatch, b"")
    assert str(refusal) == "stdin: refused: it is empty. Leave it out, or fetch it again."
    assert refusals == []


def test_nobody_listening_to_notices_finds_them_in_the_log(
    write: Write, caplog: pytest.LogCaptureFixture
) -> None:
    path = write("a.jsonl", '{"text": "Two died.", "mood": 1}')
    assert len(list(reports_from(path))) == 1
    assert [record.getMessage() for record in caplog.records] == [
        f"{path}, line 1: not a field of a report, not used: mood."
    ]


PLAIN = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
NAMES = st.text(st.characters(exclude_categories=["Cs", "Z", "C"]), min_size=1, max_size=20)
TIMES = st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2026, 3, 5), timezones=st.just(UTC))
KINDS = st.sampled_from(["outlet", "agency", "official", "aid", "social"])
GRAINS: st.SearchStrategy[Grain] = st.sampled_from(["instant", "day", "month", "year"])
FROM: st.SearchStrategy[PublishedFrom] = st.sampled_from(["feed", "metadata", "text", "file"])
SOURCES = st.builds(Source, id=NAMES, name=NAMES, kind=KINDS, url=st.none() | PLAIN)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    published = draw(st.none() | TIMES)
    grain: Grain = draw(GRAINS) if published else "unknown"
    return Report(
        id=draw(NAMES),
        source=draw(st.none() | SOURCES),
        url=draw(st.none() | PLAIN),
        title=draw(st.none() | PLAIN),
        text=draw(NAMES) + draw(PLAIN),
        language=draw(st.none() | PLAIN),
        published_at=published,
        published_grain=grain,
        published_from=draw(FROM) if published else None,
        received_at=draw(st.none() | TIMES),
        replaces=draw(st.none() | NAMES),
        item=draw(st.none() | NAMES),
        version=draw(st.none() | st.integers(0, 99)),
        cancels=draw(st.booleans()),
    )


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(reports(), min_size=1, max_size=4), st.sampled_from(["a.jsonl", "a.jsonl.gz", "a.json"]))
def test_reports_that_were_written_come_back_the_same(write: Write, those: list[Report], name: str) -> None:
    packed = (
        b"[" + b",".join(map(encode, those)) + b"]" if name == "a.json" else b"\n".join(map(encode, those))
    )
    came, refusals, notices = outcomes(write(name, gzip.compress(packed) if name.endswith(".gz") else packed))
    assert came == those
    assert (refusals, notices) == ([], [])


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.jsonl", "a.json", "a.html", "a.txt.gz"]))
def test_any_bytes_give_reports_or_refusals_and_never_an_error(
    write: Write, packed: bytes, name: str
) -> None:
    came, refusals, _ = outcomes(write(name, packed))
    assert came or refusals


def test_grains_are_those_of_the_model() -> None:
    assert set(values(Grain)) == {"instant", "day", "month", "year", "unknown"}


def test_lines_of_a_pipe_are_read_as_they_come(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [json.dumps({"id": str(n), "text": f"Story number {n}."}) for n in range(3)]
    reports, refusals, _ = piped(monkeypatch, "\n".join(lines).encode())
    assert [report.id for report in reports] == ["0", "1", "2"]
    assert refusals == []
