"""Addresses of reports and of what opens in them; the function that makes one comes from outside."""

from collections.abc import Callable

from marketplace.reports.vocabulary import Indicator, Part, Scope

Url = Callable[..., str]


def scope_params(scope: Scope) -> dict[str, str]:
    """The scope as addresses carry it."""
    area = {"vung": scope.area_id} if scope.area_id else {}
    return {"ky": scope.period.code, **area, "den": scope.as_of.isoformat()}


def report_href(url: Url, scope: Scope) -> str:
    """Where the report stands."""
    return url("reports.report", **scope_params(scope))


def opened_href(url: Url, scope: Scope, indicator: Indicator, part: Part | None = None, page: int = 1) -> str:
    """Where a figure, or a part of it, opens."""
    return url("reports.opened", indicator=indicator.slug, **opened_params(scope, part, page))


def opened_params(scope: Scope, part: Part | None, page: int = 1) -> dict[str, str]:
    """What an opened figure's address carries after its path."""
    narrowed = {part.breakdown.param: part.key} if part else {}
    return {**scope_params(scope), **narrowed, **({"trang": str(page)} if page > 1 else {})}
