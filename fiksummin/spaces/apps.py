"""The room of places."""

from django.apps import AppConfig


class SpacesConfig(AppConfig):
    """Sites, their hours, what can be claimed there, and visits."""

    name = "fiksummin.spaces"
    verbose_name = "Spaces"

    def ready(self) -> None:
        """Tell the room of people how to name places: a role and an invitation are for one."""
        from fiksummin.people.choices import places_are  # noqa: PLC0415 -- models stand only now
        from fiksummin.spaces.models import Site  # noqa: PLC0415 -- as above

        places_are(lambda: {site.slug: site.name for site in Site.objects.order_by("pk")})
