"""The signed-in reader's start page."""

from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fiksummin.core.time import now
from fiksummin.people.models import Person
from fiksummin.portal import panels


@require_safe
@login_required
def today(request: HttpRequest) -> HttpResponse:
    """Show what is open, who receives people, my visits, and what waits for me."""
    return render(request, "portal/today.html", panels.today(cast(Person, request.user), now()))
