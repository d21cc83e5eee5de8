"""Letters of which nothing more is known, and those that are no news."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fiksummin.notifications.things import always_at, no_news, said

no_news("sign-in-")  # a code that somebody just asked for
no_news("again-")  # likewise, before she changes how she signs in
no_news("notices-")  # these letters take along what stands in the ledger already
always_at("notices", lambda: reverse("notifications:notices"))
said("letter", _("You got a letter"), "notices")
