"""The commands of the door for others: serve, and token, with which people and programs come in."""

from contextlib import closing

import click

from sayso.clean import clean
from sayso.cli.printing import as_json, print_json, remark

__all__ = ["serve", "token"]

ROLES = ("reader", "reviewer", "admin")


@click.command()
@click.argument("book", metavar="BOOK")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to answer at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 is any.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="Also answer to this name; repeatable.")
@click.option(
    "--token-file", metavar="FILE", help="Holds the secret of an admin; is made when it is not there."
)
@click.option("--certificate", metavar="FILE", help="For TLS: the certificate (PEM).")
@click.option("--key", metavar="FILE", help="For TLS: its key (PEM).")
@click.option("--proxies", metavar="ADDRESSES", help="Of proxies in front; their word on who asks is taken.")
@click.option("--settings", metavar="FILE", help="How alerts are sent (.toml); see docs/alerts.md.")
def serve(
    book: str,
    host: str,
    port: int,
    names: tuple[str, ...],
    token_file: str | None,
    certificate: str | None,
    key: str | None,
    proxies: str | None,
    settings: str | None,
) -> None:
    """Serve a book to browsers and programs, and send its alerts.

    It runs until it is stopped. Without a token in the book it is open to this machine only, where a name
    is enough to sign in.
    """
    from sayso.alerts import settings_from
    from sayso.web.serving import Serving
    from sayso.web.serving import serve as serve_book

    serving = Serving(
        host=host,
        port=port,
        names=names,
        token_file=token_file,
        certificate=certificate,
        key=key,
        proxies=proxies,
    )
    serve_book(
        book, serving, alerts=settings_from(settings), told=lambda address: remark(f"{book} is at {address}")
    )


@click.group(invoke_without_command=True)
@click.argument("book", metavar="BOOK")
@click.pass_context
def token(ctx: click.Context, book: str) -> None:
    """Say who may come in: add NAME, list, revoke NAME."""
    ctx.obj = book
    if ctx.invoked_subcommand is None:
        ctx.invoke(listed)


@token.command()
@click.argument("name", metavar="NAME")
@click.option(
    "--role",
    type=click.Choice(ROLES),
    default="reader",
    show_default=True,
    help="A reader looks, a reviewer also judges and adds, an admin also forgets.",
)
@as_json
@click.pass_obj
def add(book: str, name: str, role: str, as_json: bool) -> None:
    """Make a token for somebody; it is printed now and never again."""
    from sayso.store import Store
    from sayso.web.people import add_token, role_of, tokens_of

    with closing(Store(book, create=False)) as store:
        is_first = not tokens_of(store)
        secret = add_token(store, name, role_of(role))
    if as_json:
        print_json({"name": name, "role": role, "token": secret})
    else:
        click.echo(secret)
        remark(f"{clean(name)} comes in with this as {role}; keep it, it cannot be printed again")
    if is_first:
        remark("From now on this book is served only to those with a token, also on this machine.")


@token.command("list")
@as_json
@click.pass_obj
def listed(book: str, as_json: bool = False) -> None:
    """List who may come in, without the secrets."""
    from sayso.phrases import time_phrase
    from sayso.store import Store
    from sayso.web.people import tokens_of

    with closing(Store(book, create=False)) as store:
        found = tokens_of(store)
    if as_json:
        for one in found:
            print_json(one)
        return
    if not found:
        remark("There is no token; make one with: sayso token BOOK add NAME --role admin")
    for one in found:
        until = f"revoked {time_phrase(one.revoked_at)}" if one.revoked_at else "holds"
        made = f"made {time_phrase(one.made_at)}"
        click.echo(f"{one.id}  {clean(one.name):20}  {one.role:8}  {made}  {until}")


@token.command()
@click.argument("name", metavar="NAME")
@as_json
@click.pass_obj
def revoke(book: str, name: str, as_json: bool) -> None:
    """Let the tokens of a name, or one by its id, no longer hold.

    Sessions that were opened with them end within a second.
    """
    from sayso.store import Store
    from sayso.web.people import revoke_token

    with closing(Store(book, create=False)) as store:
        gone = revoke_token(store, name)
    for one in gone:
        if as_json:
            print_json(one)
        else:
            click.echo(f"{one.id}  {clean(one.name)}  {one.role}: revoked")
