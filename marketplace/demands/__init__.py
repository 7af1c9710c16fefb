"""Public requests of buyers."""
