"""The five ways in which the house says no; ``web/errors.py`` turns them into pages and JSON."""

from marketplace.core.texts import N_


class HouseError(Exception):
    """A refusal with a message for its reader: ``message`` is a gettext id with ``%(name)s`` places for ``params``."""

    default = N_("Có lỗi xảy ra.")

    def __init__(self, message: str | None = None, **params: object) -> None:
        self.message = message or self.default
        self.params = params
        super().__init__(self.message % params if params else self.message)


class Refused(HouseError):
    """What was asked breaks a rule; ``field`` names the form field beside which the reason belongs."""

    default = N_("Yêu cầu này chưa thực hiện được.")

    def __init__(self, message: str | None = None, *, field: str | None = None, **params: object) -> None:
        self.field = field
        super().__init__(message, **params)


class Missing(HouseError):
    """There is no such thing, or not for the one who asks."""

    default = N_("Địa chỉ này không đúng, hoặc đã hết hạn.")


class Forbidden(HouseError):
    """The one who asks is known, and may not."""

    default = N_("Tài khoản của bạn không mở được trang này.")


class Conflict(HouseError):
    """Somebody else was first, or the same thing exists already."""

    default = N_("Dữ liệu vừa được người khác thay đổi. Xin tải lại trang rồi thử lại.")


class Unavailable(HouseError):
    """A part that is needed does not answer now; trying again later helps."""

    default = N_("Hệ thống đang bận. Xin thử lại sau ít phút.")
