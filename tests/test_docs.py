"""The documents name what is there, and only what is there."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import click
import pytest
from tools.write_readme import README, written

import sayso
from sayso import model
from sayso.cli import main
from sayso.intake import ALIASES, EXTRAS, SUFFIXES

ROOT = Path(__file__).resolve().parents[1]
DOCS = sorted([*(ROOT / "docs").glob("*.md"), *ROOT.glob("*.md")])
CHOICES = (
    model.Field, model.Grain, model.SourceKind, model.Role, model.SpeakerKind, model.Certainty,
    model.Polarity, model.Standing, model.Status, model.CopyKind, model.Verdict, model.Fate,
)  # fmt: skip


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def named(text: str) -> set[str]:
    """Return what a document sets in code type."""
    return set(re.findall(r"`([^`\n]+)`", text))


def words() -> Iterator[str]:
    yield from model.__all__
    yield from model.SLOTS
    yield from model.KINDS
    yield from (code for codes in model.CODES.values() for code in codes)
    yield from (value for choice in CHOICES for value in model.values(choice))
    yield from ALIASES
    yield from EXTRAS


@pytest.mark.parametrize("word", sorted(set(words())))
def test_every_word_is_explained(word: str) -> None:
    assert word in named(read("docs/words.md"))


def test_every_alias_is_explained_with_the_field_that_it_stands_for() -> None:
    rows = re.findall(r"^\| (`.+?) \| (\w+)", read("docs/words.md"), re.MULTILINE)
    told = {alias: field for aliases, field in rows for alias in named(aliases)}
    assert {alias: told.get(alias) for alias in ALIASES} == ALIASES


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_every_suffix_is_named(suffix: str) -> None:
    assert suffix in read("docs/cli.md")


def parameters(command: click.Command) -> list[click.Parameter]:
    """Return the parameters of a command, and of those below it."""
    below = command.commands.values() if isinstance(command, click.Group) else ()
    return [*command.params, *(parameter for part in below for parameter in parameters(part))]


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_and_option_is_in_the_document_of_the_command_line(command: str) -> None:
    text = read("docs/cli.md")
    assert f"`sayso {command}" in text
    for parameter in parameters(main.commands[command]):
        if isinstance(parameter, click.Option):
            for option in (*parameter.opts, *parameter.secondary_opts):
                assert option in text, f"sayso {command} {option}"


def commands() -> list[tuple[str, str, list[str]]]:
    """Return the sayso commands that documents tell to type, with their options."""
    found = []
    for path in DOCS:
        for line in re.findall(
            r"(?:^    |`|\| )(?:\$ )?(sayso (?!0)[^`\n]+)", path.read_text(encoding="utf-8"), re.MULTILINE
        ):
            verb = line.split()[1]
            if re.fullmatch("[a-z]+", verb):
                found.append((path.name, verb, re.findall(r"--[a-z-]+", line)))
    return found


WALK = ("## Read one report", "## Keep a book")


@pytest.mark.skipif(os.name == "nt", reason="the walk is written for a Unix shell")
def test_the_walk_of_the_first_quarter_of_an_hour_goes_as_it_is_written(tmp_path: Path) -> None:
    parts = re.split(r"^(?=## )", read("docs/start.md"), flags=re.MULTILINE)
    typed = [
        block
        for part in parts
        if part.startswith(WALK)
        for block in re.findall(r"(?:^    .*\n)+", part, re.M)
    ]
    command = f"sayso() {{ '{sys.executable}' -m sayso \"$@\"; }}\n"
    walk = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", command + "\n".join(map(dedent, typed))],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (walk.returncode, walk.stderr) == (0, "")
    assert walk.stdout.count("fire · Lyon, FR · 2026-03-03") == 3
    assert "two men were killed" in walk.stdout
    now, then = re.findall(r"^killed +(\S+)", walk.stdout, re.MULTILINE)
    assert (now, then) == ("3", "2")
    assert "1 report, 1 voice · as of 2026-03-03T19:00Z" in walk.stdout


def test_documents_only_tell_to_type_what_there_is() -> None:
    told = commands()
    assert told
    for page, verb, options in told:
        assert verb in main.commands, f"{page}: sayso {verb}"
        known = {o for p in parameters(main.commands[verb]) for o in (*p.opts, *p.secondary_opts)} | {
            "--help"
        }
        assert set(options) <= known, f"{page}: sayso {verb} {options}"


def test_documents_only_name_targets_of_make_that_there_are() -> None:
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    for path in DOCS:
        told = set(re.findall(r"(?:^    |`)make ([a-z]+)", path.read_text(encoding="utf-8"), re.MULTILINE))
        assert told <= targets, path.name


def test_links_between_documents_lead_somewhere() -> None:
    for path in DOCS:
        for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_every_public_name_is_there_and_has_a_docstring() -> None:
    for name in sayso.__all__:
        assert getattr(sayso, name).__doc__, name
    for name in model.__all__:
        assert hasattr(model, name), name


def test_the_readme_shows_the_two_commands_and_links_to_every_document() -> None:
    text = read("README.md")
    assert "make demo" in text
    assert "make test" in text
    for page in (ROOT / "docs").glob("*.md"):
        assert f"(docs/{page.name})" in text, page.name


def test_pins_carry_hashes_and_no_addresses() -> None:
    for name in ("constraints.txt", "constraints-dev.txt"):
        text = read(name)
        assert "://" not in text
        assert text.count("==") <= text.count("--hash=sha256:")


def test_the_readme_shows_what_the_program_really_prints() -> None:
    page = README.read_text(encoding="utf-8")
    assert written(page) == page, "make readme writes it anew"
