"""The lowest room of the house."""

from importlib import import_module
from importlib.util import find_spec

from django.apps import AppConfig, apps


class CoreConfig(AppConfig):
    """When all rooms stand, their ears are opened: facts, reactions and tasks are imported."""

    name = "fiksummin.core"
    verbose_name = "Core"

    def ready(self) -> None:
        """Import what listens, from every room of the house."""
        for app in apps.get_app_configs():
            if app.name.startswith("fiksummin."):
                for module in ("facts", "reactions", "tasks", "personal", "checks"):
                    if find_spec(f"{app.name}.{module}"):
                        import_module(f"{app.name}.{module}")
