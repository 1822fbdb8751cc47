"""The door for people at a terminal. Each command loads what it needs when it runs, so that help is quick."""

from datetime import datetime
from typing import Any

import click

from sayso import __version__
from sayso.cli.alerting import alert
from sayso.cli.asides import aside
from sayso.cli.door import Door
from sayso.cli.moments import MomentType, RateType, as_of
from sayso.cli.printing import as_json
from sayso.cli.serving import serve, token
from sayso.cli.watching import watch

__all__ = ["main"]

files = click.argument("files", nargs=-1, required=True, metavar="FILE...")
book = click.argument("book", metavar="BOOK")
profile = click.option(
    "--profile",
    type=click.Choice(["desk", "conservative", "latest-official"]),
    default="desk",
    show_default=True,
    help="By whose rules a figure is chosen among those that stand.",
)
by = click.option("--by", required=True, metavar="NAME", help="Who says so.")
because = click.option("--why", "reason", required=True, metavar="TEXT", help="The reason, in words.")


@click.group(cls=Door, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="sayso %(version)s", help="Print the version; `about` tells more.")
def main() -> None:
    """One record an incident, in which every value is somebody's claim, with its words.

    Reports go in (.txt, .html, .json, .jsonl, .xml, each also .gz; a folder; the address of a page; - is
    stdin); what they say, and who says it, comes out. Times are UTC.
    """


@main.command()
@click.option("--keep", metavar="BOOK", help="Keep the story's book here, to look further into it.")
@click.option(
    "--serve/--no-serve",
    default=None,
    help="Then show the book to a browser, or do not; on a terminal it does, in scripts it does not.",
)
@click.option("--port", type=click.IntRange(0, 65535), help="Where to show it; 8000, if that is free.")
@click.option(
    "--replay",
    type=RateType(),
    metavar="RATE",
    help="Let the reports come in while you look, so many times as fast as they came: 60x is five minutes.",
)
def demo(keep: str | None, serve: bool | None, port: int | None, replay: float | None) -> None:
    """Show a bundled story, told by reports of one evening.

    Reports come in, what is known changes; on a terminal its book is then shown to a browser.
    """
    from sayso.cli import showing

    if replay is None:
        showing.demo(keep, serve, port)
    elif serve is False:
        raise click.UsageError("--replay shows the book to a browser; leave out --no-serve.")
    else:
        showing.replayed(keep, port, replay)


@main.command()
@files
@as_json
def read(files: tuple[str, ...], as_json: bool) -> None:
    """Read reports, print what each says, and keep nothing.

    Of each report its incidents, and to each the claims with their words and with who says so.
    """
    from sayso.cli import reading

    reading.read(files, as_json)


@main.command()
@book
@files
@click.option(
    "--received",
    type=click.Choice(["now", "published"]),
    default="now",
    show_default=True,
    help="When reports that do not say so count as received; `published` is for archives.",
)
@as_json
def add(book: str, files: tuple[str, ...], received: Any, as_json: bool) -> None:
    """Add reports to a book, which is made if it is not there.

    Adding a report again changes nothing.
    """
    from sayso.cli import desk

    desk.add(book, files, received, as_json)


@main.command()
@book
@as_of
@click.option(
    "--since", type=MomentType(end_of_day=False), help="Only those that a report told of since then."
)
@click.option(
    "--until", type=MomentType(end_of_day=True), help="Only those that no report has told of after then."
)
@click.option("--kind", help="Only those of a kind: shooting, flood ...")
@click.option(
    "--place",
    help='Only those in a place: "Memphis", "Memphis, Tennessee", "Tennessee", "France"; or in a province'
    ' ("Cabo Delgado") where no town is told.',
)
@click.option("--country", help="Only those in a country (ISO 3166 alpha-2: FR).")
@click.option(
    "--happened", metavar="DAYS", help="Only those that happened then: 2024, 2024-03, 2024-03-01..2024-03-09."
)
@click.option(
    "--name",
    help="Only those with a victim or suspect of that name, or that word in it: 'Ada *' given, '* Bly' last.",
)
@click.option("--slot", help="Only those with a count of more than nobody: killed, missing ...")
@click.option(
    "--standing",
    type=click.Choice(["single", "agreed", "disputed", "withdrawn"]),
    help="Only those with a count that stands so; single is one voice.",
)
@click.option("--text", metavar="WORDS", help="Only those with these words, or with a report that has them.")
@click.option("--background", is_flag=True, help="Also those that reports only mention.")
@profile
@click.option("--totals", is_flag=True, help="With --json: end with an object of the people in all.")
@as_json
def incidents(book: str, as_of: datetime | None, totals: bool, as_json: bool, **asked: Any) -> None:
    """List the incidents of a book, and the people in all.

    The newest change comes first. What is not known of an incident matches nothing that is asked for.
    """
    from sayso.cli import desk

    desk.incidents(book, as_of, totals=totals, as_json=as_json, **asked)


@main.command()
@book
@click.argument("incident", metavar="ID")
@as_of
@profile
@as_json
def show(book: str, incident: str, as_of: datetime | None, profile: str, as_json: bool) -> None:
    """Show one record: each figure, who says it, and its rivals.

    ID is an incident's id or its first characters, four or more.
    """
    from sayso.cli import desk

    desk.show(book, incident, as_of, profile, as_json)


@main.command()
@book
@click.argument("incident", metavar="ID")
@click.argument("slot", metavar="SLOT")
@as_of
@profile
@as_json
def why(book: str, incident: str, slot: str, as_of: datetime | None, profile: str, as_json: bool) -> None:
    """Show why a figure stands, with every sentence.

    The rule, the voices, and what is said for it, against it and before it.

    SLOT is killed, injured, weapon, suspect ... as `show` prints it.
    """
    from sayso.cli import desk

    desk.why(book, incident, slot, as_of, profile, as_json)


@main.command()
@book
@click.option(
    "--most",
    type=click.IntRange(1, 1000),
    default=20,
    show_default=True,
    help="So many pairs, and so many figures, at most.",
)
@as_json
def review(book: str, most: int, as_json: bool) -> None:
    """List what needs a person to judge it.

    Incidents that nearly were joined, and figures that are disputed or stand on little. What was judged
    is not listed any more. `judge` decides: of two incidents, or of a claim.
    """
    from sayso.cli import desk

    desk.review(book, most, as_json)


@main.command()
@book
@click.argument("left", metavar="ID")
@click.argument("right", metavar="[ID]", required=False)
@click.option("--same", "as_same", is_flag=True, help="They are one incident.")
@click.option("--different", "as_different", is_flag=True, help="They are two.")
@click.option("--right", "as_right", is_flag=True, help="The claim is right.")
@click.option("--wrong", "as_wrong", is_flag=True, help="The claim is wrong, and stands behind no figure.")
@click.option("--unsure", "as_unsure", is_flag=True, help="It is open: what was judged before is taken back.")
@by
@because
@as_json
def judge(
    book: str, left: str, right: str | None, by: str, reason: str, as_json: bool, **verdicts: bool
) -> None:
    """Say that incidents are one or two, a claim right or wrong.

    It outranks every score and rule. Two ids: those that `show` prints beside the reports; an incident's id
    stands for its first report. One id: a claim's, as `why` prints it.
    """
    from sayso.cli import judging

    fitting = ("right", "wrong", "unsure") if right is None else ("same", "different", "unsure")
    said = [verdict.removeprefix("as_") for verdict, given in verdicts.items() if given]
    if len(said) != 1 or said[0] not in fitting:
        what = "one claim" if right is None else "two incidents"
        raise click.UsageError(f"Of {what} say --{fitting[0]}, --{fitting[1]} or --{fitting[2]}; only one.")
    judging.judge(book, left, right, said[0], by, reason, as_json)


@main.command()
@book
@click.argument("left", metavar="ID")
@click.argument("right", metavar="ID")
@by
@because
@as_json
def merge(book: str, left: str, right: str, by: str, reason: str, as_json: bool) -> None:
    """Say that two incidents are one.

    The older id stays, and the other leads to it. The same as `judge --same`.
    """
    from sayso.cli import judging

    judging.judge(book, left, right, "same", by, reason, as_json)


@main.command()
@book
@click.argument("account", metavar="ID")
@by
@because
@as_json
def split(book: str, account: str, by: str, reason: str, as_json: bool) -> None:
    """Say that a report does not tell of the incident it is in.

    ID is the one that `show` prints beside the report.
    """
    from sayso.cli import judging

    judging.split(book, account, by, reason, as_json)


@main.command()
@book
@click.argument("account", metavar="ID")
@click.argument("incident", metavar="INCIDENT")
@by
@because
@as_json
def move(book: str, account: str, incident: str, by: str, reason: str, as_json: bool) -> None:
    """Say that a report tells of another incident.

    ID is the one that `show` prints beside the report; INCIDENT is the incident of which it tells.
    """
    from sayso.cli import judging

    judging.move(book, account, incident, by, reason, as_json)


@main.command()
@book
@click.argument("judgement", metavar="JUDGEMENT")
@by
@because
@as_json
def undo(book: str, judgement: str, by: str, reason: str, as_json: bool) -> None:
    """Take back a judgement, and what was judged in one go with it.

    What was there before holds again. JUDGEMENT is an id that `judgements` prints. Both stay in the book.
    """
    from sayso.cli import judging

    judging.undo(book, judgement, by, reason, as_json)


@main.command()
@book
@as_of
@as_json
def judgements(book: str, as_of: datetime | None, as_json: bool) -> None:
    """List every judgement, with who made it and why.

    The first one comes first; each with the moment until which it held, if it does not hold any more.
    """
    from sayso.cli import judging

    judging.judgements(book, as_of, as_json)


@main.command("read-again")
@book
@as_json
def read_again(book: str, as_json: bool) -> None:
    """Read again what an older reader read, and keep the changes."""
    from sayso.cli import keeping

    keeping.read_again(book, as_json)


@main.command()
@book
@as_json
def check(book: str, as_json: bool) -> None:
    """Check that a book is sound.

    Words, ids and guards, and the figures against the evidence. Prints what is wrong, with the ids; the
    status is then 1.
    """
    from sayso.cli import keeping

    keeping.check(book, as_json)


@main.command()
@book
@click.argument("target", metavar="TARGET")
@as_json
def copy(book: str, target: str, as_json: bool) -> None:
    """Copy a book into another file or database, without loss.

    TARGET must be new or empty. What came is held against what went, row by row, or nothing is written.
    """
    from sayso.cli import keeping

    keeping.copy(book, target, as_json)


@main.command()
@book
@click.argument("report", metavar="REPORT")
@by
@because
@as_json
def forget(book: str, report: str, by: str, reason: str, as_json: bool) -> None:
    """Drop the words of a report and of its claims.

    For law, a takedown, or the names of the dead. REPORT is the whole id that `show` prints. The id, the
    digest of the words and the reason stay; no one can bring the words back. Reports that repeat it are
    named, and must be forgotten one by one.
    """
    from sayso.cli import keeping

    keeping.forget(book, report, by, reason, as_json)


main.add_command(aside)
main.add_command(watch)
main.add_command(serve)
main.add_command(token)
main.add_command(alert)


@main.command()
@as_json
def about(as_json: bool) -> None:
    """Say which sayso this is, which reader reads, and how well."""
    from sayso.cli import reading

    reading.about(as_json)
