"""The public site."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class SiteConfig(AppConfig):
    """The public site. Its grounds are laid when the database is made."""

    name = "fiksummin.site"
    label = "site"
    verbose_name = "Site"

    def ready(self) -> None:
        """Listen to Wagtail, and to the end of a migration (that of the last app: all tables are there)."""
        from django.apps import apps  # noqa: PLC0415 -- needs the app registry

        from fiksummin.site import (  # noqa: PLC0415 -- models need the app registry
            finds,  # noqa: F401 -- says what of the site can be found
            notices,  # noqa: F401 -- says how its letters are told of
            signals,
        )
        from fiksummin.site.actions import lay_grounds  # noqa: PLC0415 -- as above
        from fiksummin.site.queries import words  # noqa: PLC0415 -- as above
        from fiksummin.ui import glossary  # noqa: PLC0415 -- as above

        last = [config for config in apps.get_app_configs() if config.models_module][-1]
        post_migrate.connect(lay_grounds, sender=last, dispatch_uid="site-grounds")
        glossary.words_are(words.linked)
        signals.listen()
