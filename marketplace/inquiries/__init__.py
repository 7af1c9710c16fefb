"""What a buyer asks of a supplier, and the private pages on which both go on."""
