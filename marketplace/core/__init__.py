"""Kernel: database, settings, clock, actor, permissions, errors, outbox, text, values."""
