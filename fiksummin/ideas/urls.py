"""Addresses of this room: nouns, the same in every language."""

from django.urls import path

from fiksummin.ideas.views import (
    answering,
    attachments,
    authors,
    campaigns,
    ideas,
    look,
    merging,
    moderation,
    reporting,
    weighing,
)

app_name = "ideas"
urlpatterns = [
    path("campaigns/", campaigns.campaign_list, name="campaign_list"),
    path("campaigns/new/", campaigns.campaign_new, name="campaign_new"),
    path("campaigns/<slug:slug>/", campaigns.campaign, name="campaign"),
    path("campaigns/<slug:slug>/change/", campaigns.campaign_change, name="campaign_change"),
    path("campaigns/<slug:slug>/look/", look.campaign_look, name="campaign_look"),
    path("campaigns/<slug:slug>/answers/", answering.campaign_answers, name="campaign_answers"),
    path("campaigns/<slug:slug>/ballot/", weighing.ballot, name="ballot"),
    path("campaigns/<slug:slug>/result/", weighing.result, name="result"),
    path("campaigns/<slug:slug>/ideas.csv", campaigns.campaign_table, name="campaign_table"),
    path("campaigns/<slug:slug>/recount.json", weighing.recount, name="recount"),
    path("campaigns/<slug:slug>/ideas/new/", ideas.idea_new, name="idea_new"),
    path("ideas/answers/", answering.all_answers, name="all_answers"),
    path("ideas/<int:pk>/", ideas.idea, name="idea"),
    path("ideas/<int:pk>/change/", ideas.idea_change, name="idea_change"),
    path("ideas/<int:pk>/step/", ideas.idea_step, name="idea_step"),
    path("ideas/<int:pk>/withdrawal/", ideas.idea_withdrawal, name="idea_withdrawal"),
    path("ideas/<int:pk>/attachments/", attachments.idea_attachments, name="idea_attachments"),
    path(
        "ideas/<int:pk>/attachments/<int:attachment>/file/",
        attachments.attachment_file,
        name="attachment_file",
    ),
    path(
        "ideas/<int:pk>/attachments/<int:attachment>/removal/",
        attachments.attachment_removal,
        name="attachment_removal",
    ),
    path("ideas/<int:pk>/authors/", authors.idea_authors, name="idea_authors"),
    path("ideas/<int:pk>/authors/leaving/", authors.authors_leaving, name="authors_leaving"),
    path(
        "ideas/<int:pk>/authors/invitations/<int:invitation>/withdrawal/",
        authors.author_uninviting,
        name="author_uninviting",
    ),
    path("ideas/invitations/<str:token>/", authors.author_offer, name="author_offer"),
    path("ideas/<int:pk>/merge/", merging.idea_merge, name="idea_merge"),
    path("ideas/<int:pk>/merge/answer/", merging.idea_merge_answer, name="idea_merge_answer"),
    path("ideas/<int:pk>/merge/undoing/", merging.idea_merge_undoing, name="idea_merge_undoing"),
    path("ideas/<int:pk>/support/", ideas.idea_support, name="idea_support"),
    path("ideas/<int:pk>/comments/", ideas.idea_comment, name="idea_comment"),
    path("comments/<int:pk>/hiding/", moderation.comment_hiding, name="comment_hiding"),
    path("ideas/comments/<int:pk>/report/", reporting.comment_report, name="comment_report"),
    path("moderation/comments/<int:pk>/", reporting.reported, name="reported"),
    path("moderation/comments/<int:pk>/leaving/", reporting.reported_leaving, name="reported_leaving"),
    path("moderation/", moderation.moderation, name="moderation"),
    path("moderation/<int:pk>/", moderation.hiding, name="hiding"),
    path("moderation/<int:pk>/appeal/", moderation.hiding_appeal, name="hiding_appeal"),
    path("moderation/<int:pk>/ruling/", moderation.hiding_ruling, name="hiding_ruling"),
    path("moderation/<int:pk>/restoring/", moderation.hiding_restoring, name="hiding_restoring"),
]
