"""The cast: the same few people in tests, demo, screenshots and documents. All of them are invented."""

from dataclasses import dataclass
from typing import Final

LAB: Final = "helsinki"
"""Slug of the site where the cast's host and manager work."""


@dataclass(frozen=True)
class Body:
    """An organisation of the cast."""

    abbreviation: str
    name_fi: str
    name_sv: str
    name_en: str
    kind: str
    domain: str


@dataclass(frozen=True)
class Part:
    """A person of the cast; ``roles`` are pairs of kind and place ("" is the whole lab)."""

    key: str
    name: str
    organisation: str
    """Abbreviation; "" for the guest, who is invited by ``sponsor``."""
    language: str
    roles: tuple[tuple[str, str], ...] = ()
    sponsor: str = ""

    @property
    def email(self) -> str:
        """Give firstname.lastname at the organisation's domain, without dots over letters."""
        domain = ORGANISATIONS[self.organisation].domain if self.organisation else "vieras.example"
        local = self.name.lower().replace(" ", ".").translate(str.maketrans("åäö", "aao"))
        return f"{local}@{domain}"


ORGANISATIONS: Final = {
    body.abbreviation: body
    for body in (
        Body(
            "VM",
            "valtiovarainministeriö",
            "finansministeriet",
            "Ministry of Finance",
            "state",
            "vm.example",
        ),
        Body("VK", "Valtiokonttori", "Statskontoret", "State Treasury", "state", "vk.example"),
        Body(
            "Senaatti",
            "Senaatti-kiinteistöt",
            "Senatfastigheter",
            "Senate Properties",
            "state",
            "senaatti.example",
        ),
        Body(
            "Migri",
            "Maahanmuuttovirasto",
            "Migrationsverket",
            "Finnish Immigration Service",
            "state",
            "migri.example",
        ),
        Body(
            "Esimerkkikumppani",
            "Esimerkkikumppani Oy",
            "Exempelpartner Ab",
            "Example Partner Ltd",
            "partner",
            "esimerkkikumppani.example",
        ),
    )
}

CAST: Final = (
    Part("member", "Alba Kaisla", "VM", "fi"),
    Part("colleague", "Bo Strandvik", "VM", "sv"),
    Part("outsider", "Cilla Norrgård", "Migri", "sv"),
    Part("partner", "Dani Koivukoski", "Esimerkkikumppani", "fi"),
    Part("guest", "Eeva Vierasmaa", "", "fi", sponsor="member"),
    Part("host", "Helmi Hostila", "Senaatti", "fi", (("host", LAB),)),
    Part("facilitator", "Faris Ohjala", "VK", "fi", (("facilitator", ""),)),
    Part("editor", "Toini Toimela", "VM", "fi", (("editor", ""),)),
    Part("manager", "Matti Paikkala", "Senaatti", "fi", (("manager", LAB),)),
    Part("owner", "Outi Omanen", "VM", "fi", (("owner", ""),)),
)
