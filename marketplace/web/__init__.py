"""The Flask kit: sections, forms, pages, mail, headers, limits."""
