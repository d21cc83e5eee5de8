"""The only writers of the site beside Wagtail's own pages for editors."""

from fiksummin.site.actions.building import build_site
from fiksummin.site.actions.editing import begin_translation, let_edit
from fiksummin.site.actions.feedback import (
    answer_feedback,
    forget_addresses,
    remind_of_feedback,
    send_feedback,
)
from fiksummin.site.actions.grounds import lay_grounds
from fiksummin.site.actions.posts import amend_page, publish_post
from fiksummin.site.actions.talk import (
    accept_comment,
    comment,
    put_comment_back,
    remove_comment,
    report_comment,
)

__all__ = [
    "accept_comment",
    "amend_page",
    "answer_feedback",
    "begin_translation",
    "build_site",
    "comment",
    "forget_addresses",
    "lay_grounds",
    "let_edit",
    "publish_post",
    "put_comment_back",
    "remind_of_feedback",
    "remove_comment",
    "report_comment",
    "send_feedback",
]
