"""Commands about accounts."""

import click

from marketplace.accounts.queries import account_by_login
from marketplace.accounts.services import (
    drop_second_factor,
    grant_administration,
    grant_office,
    password_token,
    register_account,
)
from marketplace.accounts.vocabulary import NewAccount
from marketplace.core.actor import STRANGER
from marketplace.core.db import transaction
from marketplace.core.emails import parse_email
from marketplace.core.errors import Refused
from marketplace.core.settings import settings
from marketplace.core.text import TextRefused
from marketplace.core.texts import N_
from marketplace.places.queries import area_of
from marketplace.places.vocabulary import place_id_of

NOBODY = N_("Không có tài khoản nào dùng địa chỉ này.")


@click.command("create-officer")
@click.argument("email")
@click.option("--area", help="Place, such as 2025:02038 (a bare code means the present era).")
@click.option("--administrator", is_flag=True, help="Of the whole site, instead of an area.")
@click.option("--name", default="", help="The officer's name.")
def create_officer(email: str, area: str | None, administrator: bool, name: str) -> None:
    """Enter an officer of an area, or an administrator, and print the link on which the password is set."""
    if (area is None) is not administrator:
        raise click.UsageError("give either --area or --administrator")
    with transaction(write=True):
        try:
            address = parse_email(email)
        except TextRefused as error:
            raise Refused(error.message) from error
        place = area_of(place_id_of(area)) if area else None
        account = register_account(STRANGER, NewAccount(name=name or address.split("@")[0], email=address))
        if place is None:
            grant_administration(STRANGER, account)
        else:
            grant_office(STRANGER, account, place.place_id)
        click.echo(f"{settings().site_url}/dat-mat-khau/{password_token(account)}")


@click.command("reset-second-factor")
@click.argument("email")
def reset_second_factor(email: str) -> None:
    """Take off the second factor of somebody who lost the phone and the recovery codes."""
    with transaction(write=True):
        account = account_by_login(email)
        if account is None:
            raise Refused(NOBODY)
        drop_second_factor(STRANGER, account)
