"""Vietnamese product search: the index, the reading of a query, the catalogue page."""

import warnings

# Whoosh 2.7.4 was written for older Pythons; what they warn of is in its files, and nobody who serves a site can mend it.
for _kind in (SyntaxWarning, DeprecationWarning):
    warnings.filterwarnings("ignore", category=_kind, module=r".*whoosh")
