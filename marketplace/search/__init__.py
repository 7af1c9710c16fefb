"""Vietnamese product search: the index, the reading of a query, the catalogue page."""
