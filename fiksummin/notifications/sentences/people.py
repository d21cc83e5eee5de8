"""What letters about one's account have told."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fiksummin.notifications.things import always_at, told_by_letter

always_at("account", lambda: reverse("people:me"))

told_by_letter(r"role-", _("You have a role"), "account")
told_by_letter(r"security-", _("Your sign-in was changed"), "account")
told_by_letter(r"new-address-", _("Your e-mail address was changed"), "account")
