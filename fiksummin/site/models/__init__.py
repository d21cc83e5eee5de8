"""Pages, posts and the talk about them; pictures and videos; words; accessibility feedback."""

from fiksummin.site.models.base import PublicPage
from fiksummin.site.models.blog import BlogIndexPage, BlogPost, PostAuthor
from fiksummin.site.models.feedback import AccessibilityFeedback
from fiksummin.site.models.pages import (
    ContactsPage,
    ContentPage,
    CookiePage,
    GlossaryPage,
    HomePage,
    InstructionsPage,
)
from fiksummin.site.models.pictures import Picture, PictureRendition
from fiksummin.site.models.review import SecondReader
from fiksummin.site.models.statements import AccessibilityStatementPage, PrivacyNoticePage, Shortcoming
from fiksummin.site.models.talk import Comment, CommentReport
from fiksummin.site.models.topics import PostTopic, Topic
from fiksummin.site.models.videos import Video
from fiksummin.site.models.words import ServiceBreak, Term

__all__ = [
    "AccessibilityFeedback",
    "AccessibilityStatementPage",
    "BlogIndexPage",
    "BlogPost",
    "Comment",
    "CommentReport",
    "ContactsPage",
    "ContentPage",
    "CookiePage",
    "GlossaryPage",
    "HomePage",
    "InstructionsPage",
    "Picture",
    "PictureRendition",
    "PostAuthor",
    "PostTopic",
    "PrivacyNoticePage",
    "PublicPage",
    "SecondReader",
    "ServiceBreak",
    "Shortcoming",
    "Term",
    "Topic",
    "Video",
]
