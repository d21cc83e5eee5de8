"""Whose word on the client's address and scheme is believed."""

import pytest

from fiksummin.core.serving.proxies import TrustedProxies

PROXIES = TrustedProxies(["127.0.0.1", "10.0.0.0/8", "fd00::/8"])


@pytest.mark.parametrize(
    ("peer", "forwarded_for", "client"),
    [
        ("192.0.2.1", "6.6.6.6", "192.0.2.1"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("127.0.0.1", "192.0.2.7", "192.0.2.7"),
        ("127.0.0.1", "6.6.6.6, 192.0.2.7", "192.0.2.7"),
        ("127.0.0.1", "6.6.6.6, 192.0.2.7, 10.1.2.3", "192.0.2.7"),
        ("127.0.0.1", "10.9.9.9, 10.1.2.3", "10.9.9.9"),
        ("127.0.0.1", "unknown", "127.0.0.1"),
        ("127.0.0.1", "<script>, 10.1.2.3", "10.1.2.3"),
        ("127.0.0.1", "192.0.2.7:5555", "192.0.2.7"),
        ("127.0.0.1", "[2001:db8::1]:5555", "2001:db8::1"),
        ("::ffff:127.0.0.1", "2001:db8::1", "2001:db8::1"),
        ("fd00::5", "192.0.2.7", "192.0.2.7"),
        ("", "192.0.2.7", ""),
    ],
)
def test_the_nearest_address_that_is_no_proxy_is_the_client(
    peer: str, forwarded_for: str, client: str
) -> None:
    assert PROXIES.believe(peer, "http", forwarded_for, "https")[0] == client


def test_the_scheme_is_believed_of_a_proxy_and_only_when_it_is_one() -> None:
    assert PROXIES.believe("127.0.0.1", "http", "", "https")[1] == "https"
    assert PROXIES.believe("127.0.0.1", "http", "", "javascript")[1] == "http"
    assert PROXIES.believe("192.0.2.1", "http", "", "https")[1] == "http"


def test_what_is_no_address_is_refused_with_a_sentence() -> None:
    with pytest.raises(ValueError, match="'nginx' is not an IP address or a network such as"):
        TrustedProxies(["nginx"])
