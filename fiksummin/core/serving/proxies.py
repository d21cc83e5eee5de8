"""Who the client is when a reverse proxy stands in front: only what a named proxy says is believed."""

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

type Address = IPv4Address | IPv6Address
type Network = IPv4Network | IPv6Network


class TrustedProxies:
    """The addresses and networks whose ``X-Forwarded-For`` and ``X-Forwarded-Proto`` are believed.

    Empty means that nobody's are. Raises ``ValueError`` with a readable sentence on anything that is not an
    address or a network: a typing error must not quietly trust everybody or nobody.
    """

    def __init__(self, entries: Iterable[str] = ()) -> None:
        self.networks = [_network(entry) for entry in entries if entry.strip()]

    def __bool__(self) -> bool:
        return bool(self.networks)

    def __contains__(self, address: Address) -> bool:
        return any(address in network for network in self.networks)

    def believe(self, peer: str, scheme: str, forwarded_for: str, forwarded_proto: str) -> tuple[str, str]:
        """The client's address and the scheme of the request.

        Walks ``X-Forwarded-For`` from the right, where the nearest proxy wrote, past the trusted ones to
        the first that is not. What is not an address ends the walk: the last good address stands.
        """
        here = _address(peer)
        if here is None or here not in self:
            return peer, scheme
        if forwarded_proto in ("http", "https"):
            scheme = forwarded_proto
        for text in reversed(forwarded_for.split(",")):
            said = _address(text.strip())
            if said is None:
                break
            here = said
            if said not in self:
                break
        return str(here), scheme


def _network(entry: str) -> Network:
    try:
        return ip_network(entry.strip(), strict=False)
    except ValueError as wrong:
        sentence = f"{entry.strip()!r} is not an IP address or a network such as 10.0.0.0/8."
        raise ValueError(sentence) from wrong


def _address(text: str) -> Address | None:
    """The address in ``text``, with a port or brackets taken off; None when there is none."""
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ip_address(text)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
