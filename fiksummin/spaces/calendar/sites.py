"""Addresses of sites in calendar files and letters."""

from django.conf import settings
from django.urls import reverse

from fiksummin.spaces.models import Site


def address_of_site(site: Site) -> str:
    """Give the full address of a site's page in the active language."""
    return settings.BASE_URL + reverse("spaces:site", args=[site.slug])
