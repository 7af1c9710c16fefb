"""From where a request comes, as far as a limit wants to know."""

from ipaddress import IPv6Address, ip_address, ip_network

from flask import request

_ONE_SUBSCRIBER = 64  # bits: whoever has one IPv6 address has all that share them (RFC 6177)


def sender_network() -> str:
    """The IPv4 address or IPv6 network of the sender; empty where there is none."""
    try:
        address = ip_address(request.remote_addr or "")
    except ValueError:
        return ""
    if isinstance(address, IPv6Address) and address.ipv4_mapped is None:
        return str(ip_network((address, _ONE_SUBSCRIBER), strict=False))
    return str(getattr(address, "ipv4_mapped", None) or address)
