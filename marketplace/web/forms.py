"""Forms: shape, limits and messages; whatever was typed stays typed, errors stand beside their field."""

from typing import IO, Any

from flask import request
from wtforms import Form as PlainForm

from marketplace.core.errors import Refused
from marketplace.core.texts import N_
from marketplace.web.language import translate

# WTForms' own messages that a sender of odd values can meet; it has no Vietnamese.
_CHOOSE = N_("Hãy chọn trong các ý ở đây.")
_OURS = {
    "Not a valid choice.": _CHOOSE,
    "'%(value)s' is not a valid choice for this field.": _CHOOSE,
    "'%(value)s' are not valid choices for this field.": _CHOOSE,
}


def sent_file(name: str) -> IO[bytes] | None:
    """The file that was chosen in a field of this request's form; None where none was."""
    file = request.files.get(name)
    return file.stream if file is not None and file.filename else None


class _Translations:
    """WTForms' own messages in our words."""

    def gettext(self, text: str) -> str:
        return translate(_OURS.get(text, text))

    def ngettext(self, one: str, many: str, number: int) -> str:
        return self.gettext(one if number == 1 else many)


class Form(PlainForm):
    """A form over what was posted; ``refuse`` puts a service's refusal beside the field that it names."""

    class Meta:
        """Errors are texts of ours."""

        def get_translations(self, form: PlainForm) -> _Translations:
            """Hand WTForms our catalogue."""
            return _Translations()

    @classmethod
    def posted(cls, **kwargs: Any) -> "Form":
        """The form as it was sent with this request."""
        return cls(request.form, **kwargs)

    def refuse(self, error: Refused) -> None:
        """Show a service's refusal: beside its field, else above all."""
        text = translate(error.message, **error.params)
        target = self[error.field] if error.field and error.field in self else None
        if target is None:
            self.form_errors = [*self.form_errors, text]
        else:
            target.errors = [*target.errors, text]

    @property
    def problems(self) -> list[tuple[str | None, str]]:
        """(field id or None, "Label: message") for the summary above the form, in the order of the fields."""
        rows: list[tuple[str | None, str]] = [(None, text) for text in self.form_errors]
        for item in self:
            rows.extend((item.id, f"{item.label.text}: {error}") for error in item.errors)
        return rows
