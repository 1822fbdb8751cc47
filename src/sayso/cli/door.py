"""What all commands share: a refusal is a line, and their list is in the order of need."""

from typing import Any

import click

from sayso.clean import clean
from sayso.errors import SaysoError

__all__ = ["Door"]


class Door(click.Group):
    """The commands; what sayso refuses becomes one line on stderr and status 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except SaysoError as refused:
            raise click.ClickException(clean(str(refused))) from refused

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which one needs them."""
        return list(self.commands)
