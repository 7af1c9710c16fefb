"""Who does what after which event, and which sections and tables there are: the one list of all."""

from collections.abc import Sequence

from marketplace.accounts.handlers import SUBSCRIPTIONS as ACCOUNTS
from marketplace.accounts.routes import section as accounts
from marketplace.accounts.services import forget_pending
from marketplace.accounts.vocabulary import OfficerMorning
from marketplace.app.mornings import mail_morning, write_mornings
from marketplace.app.schedule import DayBegan, MorningCame, NightCame
from marketplace.catalogue.handlers import SUBSCRIPTIONS as CATALOGUE
from marketplace.catalogue.handlers import forget_drafts, forget_lists, forget_reporters
from marketplace.catalogue.routes import section as catalogue
from marketplace.core import attempts, form_keys
from marketplace.core.outbox import Job, Subscription, forget_done
from marketplace.inquiries.handlers import SUBSCRIPTIONS as INQUIRIES
from marketplace.inquiries.handlers import forget_quiet
from marketplace.inquiries.routes import section as inquiries
from marketplace.leads.handlers import SUBSCRIPTIONS as LEADS
from marketplace.leads.handlers import measure_all
from marketplace.leads.routes import section as leads
from marketplace.media.handlers import SUBSCRIPTIONS as MEDIA
from marketplace.media.handlers import drop_pictures
from marketplace.media.routes import section as media
from marketplace.places.routes import section as places
from marketplace.reports.routes import section as reports
from marketplace.search.handlers import SUBSCRIPTIONS as SEARCH
from marketplace.search.handlers import index_day
from marketplace.search.routes import section as search
from marketplace.site.routes import section as site
from marketplace.suppliers.handlers import SUBSCRIPTIONS as SUPPLIERS
from marketplace.suppliers.routes import section as suppliers
from marketplace.web.sections import Section


def drop_old(_jobs: Sequence[Job]) -> None:
    """Drop used form keys, counted attempts, finished outbox rows, lists, pictures and contacts that nobody needs."""
    form_keys.forget_old()
    attempts.forget_old()
    forget_done()
    forget_lists()
    forget_pending()
    forget_drafts()
    forget_reporters()
    drop_pictures()


SECTIONS: tuple[Section, ...] = (
    site,
    search,
    catalogue,
    suppliers,
    inquiries,
    leads,
    reports,
    accounts,
    places,
    media,
)

SUBSCRIPTIONS: tuple[Subscription, ...] = (
    *ACCOUNTS,
    *MEDIA,
    *SUPPLIERS,
    *CATALOGUE,
    *SEARCH,
    *LEADS,
    *INQUIRIES,
    Subscription("search.index_day", DayBegan, index_day),
    Subscription("app.drop_old", NightCame, drop_old),
    Subscription("leads.measure_all", NightCame, measure_all),
    Subscription("inquiries.forget_quiet", NightCame, forget_quiet),
    Subscription("app.write_mornings", MorningCame, write_mornings),
    Subscription("app.mail_morning", OfficerMorning, mail_morning, writes=False),
)
