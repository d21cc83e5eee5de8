"""The room of people."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """People and the organisations they come from."""

    name = "fiksummin.people"
    verbose_name = "People"
