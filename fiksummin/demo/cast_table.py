"""The cast: the same few people in tests, demo, screenshots and documents. All of them are invented."""

from dataclasses import dataclass
from typing import Final

from fiksummin.demo.names import address

LAB: Final = "helsinki"
"""Slug of the site where the cast's host and manager work."""


@dataclass(frozen=True)
class Part:
    """A person of the cast; ``roles`` are pairs of kind and place ("" is the whole lab)."""

    key: str
    name: str
    organisation: str
    """Key among the organisations of the examples; "" for the guest, who is invited by ``sponsor``."""
    language: str
    roles: tuple[tuple[str, str], ...] = ()
    sponsor: str = ""

    @property
    def email(self) -> str:
        """Give firstname.lastname at the organisation's domain."""
        return address(self.name, f"{self.organisation or 'vieras'}.example")


CAST: Final = (
    Part("member", "Alba Kaisla", "vm", "fi"),
    Part("colleague", "Bo Strandvik", "vm", "sv"),
    Part("outsider", "Cilla Norrgård", "migri", "sv"),
    Part("partner", "Dani Koivukoski", "kumppani", "fi"),
    Part("guest", "Eeva Vierasmaa", "", "fi", sponsor="member"),
    Part("host", "Helmi Hostila", "senaatti", "fi", (("host", LAB),)),
    Part("facilitator", "Faris Ohjala", "vk", "fi", (("facilitator", ""),)),
    Part("editor", "Toini Toimela", "vm", "fi", (("editor", ""),)),
    Part("manager", "Matti Paikkala", "senaatti", "fi", (("manager", LAB),)),
    Part("owner", "Outi Omanen", "vm", "fi", (("owner", ""),)),
)
