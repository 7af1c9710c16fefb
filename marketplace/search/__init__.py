"""Vietnamese product search: the index, the reading of a query, the catalogue page."""

import warnings

# Whoosh 2.7.4 was written for older Pythons: what newer ones warn of stands in its files, not in ours.
for _kind in (SyntaxWarning, DeprecationWarning):
    warnings.filterwarnings("ignore", category=_kind, module=r".*whoosh")
