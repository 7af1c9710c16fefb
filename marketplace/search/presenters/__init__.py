"""What the catalogue's page prints."""

from marketplace.search.presenters.filters import MOST_OPTIONS
from marketplace.search.presenters.labels import label_of
from marketplace.search.presenters.pages import CataloguePage, catalogue_meta, catalogue_page

__all__ = ["MOST_OPTIONS", "CataloguePage", "catalogue_meta", "catalogue_page", "label_of"]
