"""OCOP marketplace: products found, asked for, and counted lead by lead."""
