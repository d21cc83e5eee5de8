"""A lab on the day before it opens: organisations, those who run it, one site, the first pages."""

from fiksummin.demo.cast_table import LAB
from fiksummin.demo.teller import Teller


def tell(teller: Teller) -> None:
    """Tell it."""
    teller.organisations()
    teller.cast()
    teller.sites(only=[LAB])
    teller.pages(posts=False)
