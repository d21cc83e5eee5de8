"""What the service keeps about people, for the privacy notice: read from what the rooms declare."""

from fiksummin.core.personal import REGISTRY
from fiksummin.spaces.models import Site


def purposes() -> list[str]:
    """Give why data are kept, each reason once, in the reader's language."""
    return sorted({str(item.purpose) for item in REGISTRY.values() if item.export})


def visits_by_site() -> list[tuple[str, int]]:
    """Give each site's name and the days after which its visits become mere counts."""
    return [(site.name, site.keep_visits_days) for site in Site.objects.all()]
