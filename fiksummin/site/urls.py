"""Addresses of the site beside its Wagtail pages, under a language prefix."""

from django.urls import path

from fiksummin.site import feeds
from fiksummin.site.views import blog, feedback, talk

app_name = "site"
urlpatterns = [
    path("blog/rss/", feeds.rss, name="rss"),
    path("blog/atom/", feeds.atom, name="atom"),
    path("blog/tags/", blog.tags, name="tags"),
    path("blog/tags/<path:name>/", blog.tag, name="tag"),
    path("posts/<int:post>/comments/", talk.comments, name="comments"),
    path("comments/reports/", talk.reports, name="reports"),
    path("comments/<int:comment>/removal/", talk.removal, name="removal"),
    path("comments/<int:comment>/return/", talk.put_back, name="return"),
    path("comments/<int:comment>/report/", talk.report, name="report"),
    path("comments/<int:comment>/acceptance/", talk.acceptance, name="acceptance"),
    path("accessibility-feedback/", feedback.feedback_list, name="feedback_list"),
    path("accessibility-feedback/new/", feedback.new, name="feedback_new"),
    path("accessibility-feedback/<int:feedback>/", feedback.one, name="feedback"),
    path("accessibility-feedback/<int:feedback>/answer/", feedback.answer, name="feedback_answer"),
    path("accessibility-feedback/mine/<str:token>/", feedback.mine, name="feedback_mine"),
]
