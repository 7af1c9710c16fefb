"""Composition root: wiring, schedule, worker, commands, demonstration."""
