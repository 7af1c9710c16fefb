"""What the catalogue gives to other programs and as files."""

from marketplace.catalogue.exports.products import product_as_json
from marketplace.catalogue.exports.results import forget_results, keep_result, refused_of, result_file, result_of
from marketplace.catalogue.exports.suppliers import places_named_by, supplier_as_json, supplier_entry

__all__ = [
    "forget_results",
    "keep_result",
    "places_named_by",
    "product_as_json",
    "refused_of",
    "result_file",
    "result_of",
    "supplier_as_json",
    "supplier_entry",
]
