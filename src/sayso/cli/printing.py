"""Printing JSON, and refusals at the end."""

from collections.abc import Sequence

import click

from sayso.clean import clean, clean_json

__all__ = ["as_json", "end", "print_json", "remark"]

as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")
"""The option of every command that prints rows."""


def print_json(value: object) -> None:
    """Print one value as one line of JSON."""
    from sayso.model import encode

    click.echo(clean_json(encode(value).decode()))


def remark(words: object) -> None:
    """Tell something beside the output, on stderr."""
    click.echo(clean(str(words)), err=True)


def end(refusals: Sequence[object]) -> None:
    """List what was refused, on stderr, and end with status 1 if anything was."""
    if not refusals:
        return
    remark(f"{len(refusals)} refused:")
    for refusal in refusals:
        click.echo(f"  {clean(str(refusal))}", err=True)
    click.get_current_context().exit(1)
