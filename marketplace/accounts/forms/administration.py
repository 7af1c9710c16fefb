"""The form with which an administrator gives a right."""

from typing import Any

from wtforms import RadioField, SelectChoice  # type: ignore[attr-defined]  # SelectChoice is newer than the stubs

from marketplace.accounts.forms.coming_in import LoginField
from marketplace.accounts.vocabulary import ROLE_LABELS, SCOPE_LABELS
from marketplace.core.texts import N_
from marketplace.places.fields import PlaceField
from marketplace.web.fields import LineField, Longest, Needed
from marketplace.web.forms import Form
from marketplace.web.language import lazy


def _choices(labels: dict[str, str]) -> list[SelectChoice]:
    return [SelectChoice(code, lazy(label)) for code, label in labels.items()]


class GrantForm(Form):
    """To whom, what, and where. The place is a commune; ``scope`` says how far around it."""

    login = LoginField(
        lazy(N_("Thư điện tử hoặc điện thoại")), [Needed(N_("Hãy điền thư điện tử hoặc số điện thoại.")), Longest(254)]
    )
    name = LineField(
        lazy(N_("Họ và tên")), [Longest(120)], description=lazy(N_("Chỉ cần khi người ấy chưa có tài khoản."))
    )
    role = RadioField(
        lazy(N_("Quyền")),
        choices=[SelectChoice(code, lazy(label)) for code, label in ROLE_LABELS.items()],
        default="reviewer",
    )
    place = PlaceField(
        lazy(N_("Xã")),
        needs_commune=True,
        description=lazy(N_("Gõ tên xã cũ hoặc mới; phạm vi rộng hơn thì chọn một xã ở trong, rồi chọn bên dưới.")),
    )
    scope = RadioField(
        lazy(N_("Phạm vi")),
        choices=[SelectChoice(code, lazy(label)) for code, label in SCOPE_LABELS.items()],
        default="commune",
    )

    def validate(self, *given: Any, **more: Any) -> bool:
        """An administrator has no area."""
        super().validate(*given, **more)
        if self.role.data == "administrator":
            self.place.errors = self.scope.errors = []
        return not any(field.errors for field in self)
