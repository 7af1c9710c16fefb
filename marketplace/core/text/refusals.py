"""The one exception for words that a person typed and we could not take."""


class TextRefused(ValueError):
    """What was typed can't be read as what was asked for.

    `code` is a word for programs ("unit_missing"), `message` a Vietnamese msgid with
    %(name)s places, `params` what fills them. Whoever shows it translates `message` first;
    `str()` gives the Vietnamese sentence.
    """

    def __init__(self, code: str, message: str, **params: object) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message
        self.params: dict[str, object] = params

    def __str__(self) -> str:
        return self.message % self.params if self.params else self.message
