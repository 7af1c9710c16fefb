"""What the catalogue gives to other programs and as files."""

from marketplace.catalogue.exports.products import product_as_json
from marketplace.catalogue.exports.results import forget_results, keep_result, refused_of, result_file, result_of

__all__ = ["forget_results", "keep_result", "product_as_json", "refused_of", "result_file", "result_of"]
