"""The commands on alerts: who is told of what. Each loads what it needs when it runs."""

import getpass
from typing import TYPE_CHECKING

import click

from sayso.clean import clean
from sayso.cli.printing import as_json, print_json, remark

if TYPE_CHECKING:
    from sayso.alerts import Told
    from sayso.model import AlertRule

__all__ = ["alert"]

settings = click.option(
    "--settings",
    metavar="FILE",
    help="What the operator settles (.toml): the address of the pages, the mail server, internal hosts.",
)


@click.group(invoke_without_command=True)
@click.argument("book", metavar="BOOK")
@click.pass_context
def alert(ctx: click.Context, book: str) -> None:
    """Tell somebody when a figure moves: make rules, list, send.

    A rule reads as English: "killed in FR changes", "injured in Trieste over 20", "any dispute on incident
    3f2a91", "responsibility changes in shootings", "new incident in IT". `sayso serve` sends while it runs;
    so does `run`.
    """
    ctx.obj = book
    if ctx.invoked_subcommand is None:
        ctx.invoke(listed)


@alert.command()
@click.argument("says", metavar="RULE")
@click.option("--to", required=True, metavar="TARGET", help="web, https://host/path or mailto:name@host.")
@click.option("--by", default=getpass.getuser, metavar="NAME", help="Who wants it; you, if not given.")
@as_json
@click.pass_obj
def add(book: str, says: str, to: str, by: str, as_json: bool) -> None:
    """Make a rule; it tells of what changes from now on.

    For an address, the secret that signs its messages is printed: give it to the receiver.
    """
    from sayso import alerts
    from sayso.casebook import Casebook

    with Casebook.open(book, create=False) as opened:
        rule = alerts.add_rule(opened, says, to, by=by)
    if told := alerts.nowhere_known(rule):
        remark(told)
    if told := alerts.internal_only(rule.to):
        remark(f"{alerts.shown_target(rule.to)}: {told}")
    if as_json:
        print_json(rule)
        return
    click.echo(_line(rule))
    if rule.secret:
        click.echo(f"signed with {rule.secret}")


@alert.command("list")
@as_json
@click.pass_obj
def listed(book: str, as_json: bool = False) -> None:
    """List the rules, then what they told last, the newest first."""
    from sayso import alerts
    from sayso.casebook import Casebook
    from sayso.phrases import time_phrase

    with Casebook.open(book, create=False) as opened:
        made, told = alerts.rules(opened), alerts.notices(opened, most=20)
    if as_json:
        for word in (*(alerts.without_secret(rule) for rule in made), *told):
            print_json(word)
        return
    for rule in map(alerts.without_secret, made):
        click.echo(_line(rule) + clean(f" (by {rule.by})"))
    for one in told:
        why = f": {one.why}" if one.why else ""
        words = clean(f"{one.message.title} -> {one.to}, {one.state}{why} · {one.message.says}")
        click.echo(f"{time_phrase(one.message.at)}  {words}")
    if not made:
        remark(f'No rules; make one with: sayso alert {book} add "killed changes" --to web')


@alert.command()
@click.argument("rule", metavar="RULE")
@as_json
@click.pass_obj
def remove(book: str, rule: str, as_json: bool) -> None:
    """Remove a rule; what it told stays listed.

    RULE is the id that `list` prints, or its beginning.
    """
    from sayso import alerts
    from sayso.casebook import Casebook

    with Casebook.open(book, create=False) as opened:
        gone = alerts.without_secret(alerts.remove_rule(opened, rule))
    if as_json:
        print_json(gone)
    else:
        click.echo(f"{_line(gone)}: removed")


@alert.command()
@click.argument("rule", metavar="RULE")
@click.pass_obj
def secret(book: str, rule: str) -> None:
    """Print the secret that signs what a rule tells.

    The receiver at its address needs it. RULE is the id that `list` prints, or its beginning.
    """
    from sayso import alerts
    from sayso.casebook import Casebook

    with Casebook.open(book, create=False) as opened:
        click.echo(alerts.secret_of(opened, rule))


@alert.command()
@click.option("--once", is_flag=True, help="Send what is due now, and end.")
@settings
@click.pass_obj
def run(book: str, once: bool, settings: str | None) -> None:
    """Send what is to be told, as it comes, until Ctrl-C.

    For books that no `sayso serve` runs on.
    """
    import asyncio
    import signal

    from sayso import alerts
    from sayso.casebook import Casebook

    settled = alerts.settings_from(settings)
    if once:
        with Casebook.open(book, create=False) as opened:
            _say(asyncio.run(alerts.deliver(opened, settled)))
        return

    async def until_stopped() -> None:
        stop = asyncio.Event()
        for sign in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(sign, stop.set)
        remark(f"{book}: telling what the rules ask for; Ctrl-C ends it")
        await alerts.deliver_forever(book, settled, stop, heard=_say)

    asyncio.run(until_stopped())


def _line(rule: "AlertRule") -> str:
    """Return a rule in one line."""
    from sayso.phrases import SHORT

    return f"{rule.id[:SHORT]}  {clean(f'{rule.says} -> {rule.to}')}"


def _say(told: "Told") -> None:
    """Print what one round came to."""
    late = f", {told.put_off} to be tried again" if told.put_off else ""
    lost = f", {told.given_up} given up" if told.given_up else ""
    click.echo(f"{told.met} new, {told.sent} sent{late}{lost}")
