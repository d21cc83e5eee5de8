"""A real SAML identity provider (pysaml2 with xmlsec1), as an agency of the Virtu federation runs one."""

import base64
import warnings
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

with warnings.catch_warnings(action="ignore"):  # the peer imports a cipher by its old place
    from saml2 import BINDING_HTTP_REDIRECT
    from saml2.assertion import Policy
    from saml2.config import IdPConfig
    from saml2.saml import NAMEID_FORMAT_TRANSIENT, NameID
    from saml2.server import Server

SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"
SHA1 = "http://www.w3.org/2000/09/xmldsig#sha1"
RSA_SHA1 = "http://www.w3.org/2000/09/xmldsig#rsa-sha1"
ENTITY = "https://idp.vm.example/idp"
SSO = "https://idp.vm.example/sso"


class Idp:
    """Answers requests of the service with signed assertions about whomever a test names."""

    def __init__(self, folder: Path, own: str = ENTITY) -> None:
        """Make keys, and a server that does not know the service yet."""
        self.folder, self.own = folder, own
        folder.mkdir(exist_ok=True)
        self.certificate = _make_key(folder)
        self.server: Any = None

    def meet(self, metadata: bytes) -> None:
        """Learn the service from its own metadata."""
        self.server = Server(
            config=IdPConfig().load(
                {
                    "entityid": self.own,
                    "xmlsec_binary": "/usr/bin/xmlsec1",
                    "key_file": str(self.folder / "key.pem"),
                    "cert_file": str(self.folder / "cert.pem"),
                    "metadata": {"inline": [metadata.decode()]},
                    "service": {
                        "idp": {"endpoints": {"single_sign_on_service": [(SSO, BINDING_HTTP_REDIRECT)]}}
                    },
                }
            )
        )

    def answer(self, url: str, said: dict[str, str | list[str]], **other: Any) -> tuple[str, str]:
        """Answer the request in an address; give where to post, and the signed response."""
        query = parse_qs(urlsplit(url).query)
        asked = self.server.parse_authn_request(query["SAMLRequest"][0], BINDING_HTTP_REDIRECT)
        words = self.server.response_args(asked.message)
        return words["destination"], self.response(said, **(words | other))

    def response(self, said: dict[str, str | list[str]], **words: Any) -> str:
        """Sign a response about a person."""
        given: dict[str, Any] = {
            "name_id": NameID(format=NAMEID_FORMAT_TRANSIENT, text="alba.kaisla@vm.example"),
            "authn": {"class_ref": "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"},
            "issuer": self.own,
            "sign_assertion": True,
            "sign_response": False,
            "sign_alg": RSA_SHA256,
            "digest_alg": SHA256,
            "release_policy": Policy({"default": {"lifetime": {"minutes": 5}}}),
        } | words
        given.pop("binding", None)
        xml = str(self.server.create_authn_response(dict(said), **given))
        return base64.b64encode(xml.encode()).decode()


def _make_key(folder: Path) -> str:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "idp.vm.example")])
    at = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - timedelta(days=1))
        .not_valid_after(at + timedelta(days=30))
        .sign(key, hashes.SHA256())
    )
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.TraditionalOpenSSL,
            serialization.NoEncryption(),
        )
    )
    (folder / "cert.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    return str(folder / "cert.pem")
