"""Leads: rules, services, pages."""
