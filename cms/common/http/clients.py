"""Who asked, as far as it has to be told apart to share an API fairly: a network, never kept anywhere."""

from ipaddress import IPv6Address, ip_address

# Providers give a household a network of this size; a machine changes its address within it at will.
HOUSEHOLD_BITS = 64


def client_network(peer: str, forwarded: str, proxies: int | None) -> str | None:
    """Return the network a request comes from, None where visitors cannot be told apart.

    `peer` is who is connected to us (empty behind a Unix socket), `forwarded` the X-Forwarded-For header. `proxies` is
    how many proxies of ours add to that header: what stands before their entries is whatever the visitor wrote, and is
    not read. None: nobody said; then a peer that is not on the internet is a proxy that stands for many.
    """
    if proxies:
        entries = forwarded.split(",")
        if len(entries) >= proxies and entries[0]:
            return _network(entries[-proxies])
    address = _address(peer)
    if address is None or (proxies is None and not address.is_global):
        return None
    return _network(peer)


def _network(text):
    address = _address(text)
    if isinstance(address, IPv6Address):
        return f"{int(address) >> (128 - HOUSEHOLD_BITS):x}/{HOUSEHOLD_BITS}"
    return address and str(address)


def _address(text):
    """Return the address in an entry, which may have a port; None without one."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ip_address(text)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
