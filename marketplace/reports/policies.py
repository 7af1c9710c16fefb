"""Who may read reports; of which area, ``queries.area_for`` decides."""

from marketplace.core.permissions import Permission

may_read_reports = Permission("may_read_reports", lambda actor, _: actor.is_officer or actor.is_administrator)
