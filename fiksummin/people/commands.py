"""What ``fiksummin api-token`` does."""

from argparse import Namespace

from django.utils import translation

from fiksummin.core.commands import say
from fiksummin.core.errors import NotAllowed, NotDone
from fiksummin.people.actions.tokens import make_token
from fiksummin.people.choices import Scope
from fiksummin.people.models import Person


def api_token(arguments: Namespace) -> int:
    """Make a token for anyone and print it, once and alone on its line.

    Whoever may run this may read the whole database: the token also carries the person's roles, as if she
    had shown a second factor.
    """
    person = Person.objects.filter(email=arguments.email.strip().lower()).first()
    if person is None:
        raise NotDone(f"Nobody here has the address {arguments.email}.")
    person.strongly_signed_in = True
    scope = Scope.READ if arguments.read_only else Scope.WRITE
    try:
        with translation.override("en"):
            _, secret = make_token(person=person, name="fiksummin api-token", scope=scope)
    except NotAllowed as refusal:
        raise NotDone(refusal.reason) from refusal
    say(secret)
    return 0
