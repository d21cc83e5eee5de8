"""Hours brought to sites are what each site has, and stay a question one can go on asking."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from fiksummin.spaces import queries
from fiksummin.spaces.models import Site
from tests.factories import spaces

pytestmark = pytest.mark.django_db


def test_each_site_gets_its_own_hours_in_two_queries() -> None:
    made = [spaces.site(), spaces.site(), Site.objects.create(slug="ilman", name_fi="Ilman")]
    with CaptureQueriesContext(connection) as asked:
        queries.bring_hours(made)
        queries.bring_hours(made)
        found = [list(site.hours.all()) for site in made]
    assert len(asked) == 2
    assert found == [list(Site.objects.get(pk=site.pk).hours.all()) for site in made]
    assert [len(hours) for hours in found] == [5, 5, 0]


def test_what_is_asked_further_stays_within_the_site() -> None:
    one, other = spaces.site(), spaces.site()
    queries.bring_hours([one, other])
    assert one.hours.get(weekday=0).site_id == one.pk
    assert other.hours.filter(weekday__lt=2).count() == 2
