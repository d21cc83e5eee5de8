"""The service's addresses and three more that leak, to show that the net holds."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from fiksummin.spaces.models import Visit
from fiksummin.urls import urlpatterns as real


def open_to_all(request: HttpRequest, visit: int) -> HttpResponse:
    """Show a visit to whoever asks."""
    return HttpResponse(Visit.objects.get(pk=visit).note)


def talkative(request: HttpRequest, visit: int) -> HttpResponse:
    """Refuse rightly, and tell in it what is hidden."""
    return HttpResponse(f"You may not read “{Visit.objects.get(pk=visit).note}”", status=403)


def whispering(request: HttpRequest, visit: int) -> HttpResponse:
    """Tell in a header."""
    return HttpResponse(status=403, headers={"X-Reason": Visit.objects.get(pk=visit).note})


urlpatterns = [
    *real,
    path("seeded/<int:visit>/open/", open_to_all),
    path("seeded/<int:visit>/talkative/", talkative),
    path("seeded/<int:visit>/whispering/", whispering),
]
