"""Form fields of this package."""

from datetime import date

from marketplace.web.fields import DayField


class PickedDayField(DayField):
    """A day in a browser's own date field, which takes nothing but 2026-11-24 to begin with."""

    def show(self, value: date) -> str:
        """2026-11-24."""
        return value.isoformat()
