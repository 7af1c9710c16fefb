"""What the catalogue takes: lists on a page, and what programs ask of its suppliers."""

from marketplace.catalogue.forms.lists import PRODUCTS, SUPPLIERS, ListForm, OwnListForm
from marketplace.catalogue.forms.suppliers import SuppliersRequest, read_suppliers_query

__all__ = ["PRODUCTS", "SUPPLIERS", "ListForm", "OwnListForm", "SuppliersRequest", "read_suppliers_query"]
