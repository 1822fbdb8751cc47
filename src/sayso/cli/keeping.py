"""The commands that look after a book: check, copy, forget, read-again."""

import click

from sayso import phrases
from sayso.casebook import Casebook
from sayso.clean import clean
from sayso.cli.desk import progress
from sayso.cli.paper import Paper
from sayso.cli.printing import print_json, remark

__all__ = ["check", "copy", "forget", "read_again"]


def forget(path: str, report: str, by: str, reason: str, as_json: bool) -> None:
    """Drop the words of a report, and name the reports that repeat them."""
    with Casebook.open(path, create=False) as book:
        told = book.forget(report, why=reason, by=by)
        repeats = book.repeated_by(report)
    if as_json:
        print_json(told)
    else:
        Paper().line(
            f"{told.report_id}: forgotten; the digest of its words, {told.digest}, and the reason stay"
        )
    if repeats:
        remark(f"these repeat passages of it, and still have them: {', '.join(repeats)}")


def read_again(path: str, as_json: bool) -> None:
    """Read again what an older reader read, and say what that changed."""
    with Casebook.open(path, create=False) as book, progress(book.unread()) as step:
        added = book.read_again(told=step)
        name = book.store.name
    if as_json:
        for revision in added.revisions:
            print_json(revision)
        return
    read = phrases.plural(added.count("added") + added.count("unread"), "report")
    changed = phrases.plural(len(added.revisions), "figure")
    incidents = phrases.plural(len(added.incident_ids), "incident")
    Paper().line(f"{name}: {read} read again; {changed} changed, in {incidents}")


def copy(path: str, target: str, as_json: bool) -> None:
    """Copy a book, and say what came."""
    with Casebook.open(path, create=False) as book:
        counts = book.copy_to(target)
    if as_json:
        print_json(counts)
    else:
        kept = ", ".join(
            f"{counts[table]:,} {table}s" for table in ("report", "account", "claim", "judgement")
        )
        Paper().line(
            f"copied, and every row held against the one it came from: {kept} and all that goes with them"
        )


def check(path: str, as_json: bool) -> None:
    """Print what is wrong with a book; the status is 1 if anything is."""
    found = 0
    with Casebook.open(path, create=False) as book:
        for fault in book.check():
            found += 1
            if as_json:
                print_json(fault)
            else:
                click.echo(clean(" ".join(filter(None, (fault.table, fault.id))) + f": {fault.what}"))
        with book.store.view() as view:
            reports, forgotten = view.report_count(), len(view.forgotten())
        name = book.store.name
    if found:
        remark(f"{name}: {phrases.plural(found, 'fault')}; restore a copy, or find out who changed it")
        click.get_current_context().exit(1)
    if not as_json:
        Paper().line(
            f"{name}: sound; {phrases.plural(reports, 'report')}, every one with its words and figures"
            + (f", but for the words of {forgotten:,} that the book was told to forget" if forgotten else "")
        )
