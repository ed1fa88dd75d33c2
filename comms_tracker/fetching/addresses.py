"""Which address a name stands for, and whether a page may be fetched from there."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence

from comms_tracker.errors import InputError

Resolve = Callable[[str, int], Sequence[str]]
"""A host's name and a port to its addresses; raises OSError where the name is not known."""

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def resolve_name(host: str, port: int) -> list[str]:
    """The addresses of ``host`` in the order in which to try them; raises OSError where there are none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def checked_addresses(url: str, host: str, port: int, resolve: Resolve, *, allow_private: bool) -> list[str]:
    """The addresses to connect to, looked up once; raises InputError where one of them is not public.

    One private address among public ones is enough to refuse: which of them is tried is no choice of the user's.
    """
    try:
        addresses = list(resolve(host, port))
    except (OSError, UnicodeError):
        addresses = []
    if not addresses:
        raise InputError(f"{host} could not be looked up. Check the address, and that this computer is online.")
    if not allow_private:
        refuse_private(url, addresses)
    return addresses


def refuse_private(url: str, addresses: Sequence[str]) -> None:
    """Raises InputError where one of the addresses that ``url`` leads to is not public."""
    for address in addresses:
        what = not_public(address)
        if what is not None:
            raise InputError(
                f"{url} leads to {address}, {what}, and is not fetched. Where you trust it, add --allow-private."
            )


def not_public(address: str) -> str | None:
    """What kind of address it is where it is not one of the public internet, else None."""
    parsed = _meant(ipaddress.ip_address(address.partition("%")[0]))
    if parsed.is_loopback or parsed.is_unspecified:
        return "an address of this computer"
    if parsed.is_link_local:
        return "a link-local address"
    if parsed.is_multicast:
        return "an address of many computers"
    if parsed.is_private:
        return "a private address"
    return None if parsed.is_global else "an address that is not public"


def _meant(address: _Address) -> _Address:
    """The IPv4 address that an IPv6 address carries, where it carries one, else the address itself."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else address)
