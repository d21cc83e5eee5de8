"""What letters of the site have told, for the ledger of notices."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from fiksummin.notifications.things import always_at, told_by_letter

always_at("site_reports", lambda: reverse("site:reports"))
always_at("site_feedback", lambda: reverse("site:feedback_list"))
always_at("site_pages", lambda: reverse("wagtailadmin_home"))
always_at("site_front", lambda: reverse("wagtail_serve", args=[""]))

told_by_letter(r"comment-report-", _("A comment was reported"), "site_reports")
told_by_letter(r"comment-", _("Your comment was removed"), "site_front")
told_by_letter(
    r"review-\d+-(?:approved|rejected)-", _("A second reader answered you about your text"), "site_pages"
)
told_by_letter(r"review-", _("A text waits for a second reader"), "site_pages")
told_by_letter(r"accessibility-\d+-(?:received|answered)", _("You gave accessibility feedback"), "site_front")
told_by_letter(r"accessibility-", _("Accessibility feedback waits for an answer"), "site_feedback")
