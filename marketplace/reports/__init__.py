"""Indicators and reports as known at a date; every figure opens."""
