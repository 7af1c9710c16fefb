"""Which column of a list is what: names that offices and producers really use, and where the header stands."""

from marketplace.catalogue.imports.columns.headers import (
    HEADER_WITHIN,
    NO_HEADER,
    Header,
    find_any_header,
    find_header,
    is_list_title,
)
from marketplace.catalogue.imports.columns.synonyms import (
    REASON_TITLE,
    SYNONYMS,
    Found,
    Kind,
    find_field,
    is_reason_title,
)

__all__ = [
    "HEADER_WITHIN",
    "NO_HEADER",
    "REASON_TITLE",
    "SYNONYMS",
    "Found",
    "Header",
    "Kind",
    "find_any_header",
    "find_field",
    "find_header",
    "is_list_title",
    "is_reason_title",
]
