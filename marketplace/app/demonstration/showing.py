"""Makes the demonstration ready and prints where it is and who may try it."""

import click
from flask import Flask

from marketplace.accounts.services import code_of
from marketplace.app.demonstration.files import rows
from marketplace.app.demonstration.loading import load_demonstration
from marketplace.app.worker import drain
from marketplace.core.settings import settings


def show_demonstration(app: Flask) -> None:
    """Load it if need be, fill the index, and print the address and the accounts."""
    with app.test_request_context(base_url=settings().site_url):
        if load_demonstration():
            click.echo("Demonstration loaded.")
    drain(app)
    address = settings().site_url
    click.echo(f"\n  {settings().site_name}: {address}\n")
    click.echo("  This is a demonstration: people, prices, decisions and phone numbers are invented.")
    click.echo(f"  Sign in at {address}/dang-nhap with\n")
    for row in rows("accounts"):
        click.echo(f"    {row['email']:36} {row['password']:14} {row['shown_as']}")
        if secret := row.get("totp_secret"):
            click.echo(f"    {'':36} code now {code_of(secret)}, from the secret {secret}")
    click.echo("\n  Codes change every 30 seconds; the page that asks for one says it, in the demonstration only.")
    click.echo("\n  Mails lie in the folder mail/ of " + str(settings().data_folder) + "\n")
