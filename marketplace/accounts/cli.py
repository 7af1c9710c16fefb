"""Commands about accounts."""

import click

from marketplace.accounts.services import grant_office, invitation_token, register_account
from marketplace.accounts.vocabulary import NewAccount
from marketplace.core.actor import STRANGER
from marketplace.core.db import transaction
from marketplace.core.emails import parse_email
from marketplace.core.errors import Refused
from marketplace.core.settings import settings
from marketplace.core.text import TextRefused
from marketplace.places.queries import area_of
from marketplace.places.vocabulary import place_id_of


@click.command("create-officer")
@click.argument("email")
@click.option("--area", required=True, help="Place, such as 2025:02038 (a bare code means the present era).")
@click.option("--name", default="", help="The officer's name.")
def create_officer(email: str, area: str, name: str) -> None:
    """Enter an officer of an area and print the link on which the password is set."""
    with transaction(write=True):
        try:
            address = parse_email(email)
        except TextRefused as error:
            raise Refused(error.message) from error
        place = area_of(place_id_of(area))
        account = register_account(STRANGER, NewAccount(name=name or address.split("@")[0], email=address))
        grant_office(STRANGER, account, place.place_id)
        click.echo(f"{settings().site_url}/dat-mat-khau/{invitation_token(account)}")
