"""Addresses of this room: nouns, the same in every language."""

from django.urls import path

from fiksummin.experiments.views import (
    batons,
    experiments,
    lessons,
    modelling,
    questions,
    repeating,
    rewording,
    team,
)

app_name = "experiments"
urlpatterns = [
    path("experiments/", experiments.experiment_list, name="experiment_list"),
    path("experiments.csv", experiments.experiment_table, name="experiment_table"),
    path("experiments/cells/", experiments.experiment_cells, name="experiment_cells"),
    path("experiments/new/", experiments.experiment_new, name="experiment_new"),
    path("experiments/<int:pk>/", experiments.experiment, name="experiment"),
    path("experiments/<int:pk>/notes/", experiments.experiment_note, name="experiment_note"),
    path("experiments/<int:pk>/questions/", questions.experiment_question, name="experiment_question"),
    path("questions/<int:pk>/answer/", questions.question_answer, name="question_answer"),
    path("experiments/<int:pk>/notes/<int:attachment>/file/", experiments.note_file, name="note_file"),
    path("experiments/<int:pk>/ending/", experiments.experiment_ending, name="experiment_ending"),
    path("experiments/<int:pk>/last-day/", experiments.experiment_last_day, name="experiment_last_day"),
    path("experiments/<int:pk>/words/", rewording.experiment_words, name="experiment_words"),
    path(
        "experiments/<int:pk>/repetitions/new/", repeating.experiment_repetition, name="experiment_repetition"
    ),
    path("experiments/<int:pk>/lesson/", experiments.lesson_answer, name="lesson_answer"),
    path("experiments/<int:pk>/lesson/receiver/", lessons.lesson_receiver, name="lesson_receiver"),
    path("experiments/<int:pk>/model/", modelling.experiment_model, name="experiment_model"),
    path("batons/", batons.baton_list, name="baton_list"),
    path("experiments/lessons/<str:token>/", experiments.lesson_offer, name="lesson_offer"),
    path("experiments/<int:pk>/team/", team.experiment_team, name="experiment_team"),
    path("experiments/<int:pk>/team/leaving/", team.team_leaving, name="team_leaving"),
    path(
        "experiments/<int:pk>/team/invitations/<int:invitation>/withdrawal/",
        team.team_uninviting,
        name="team_uninviting",
    ),
    path("experiments/invitations/<str:token>/", team.team_offer, name="team_offer"),
    path("batons/new/", batons.baton_new, name="baton_new"),
    path("campaigns/<slug:slug>/batons/new/", batons.campaign_batons, name="campaign_batons"),
    path("batons/<int:pk>/holder/", batons.baton_holder, name="baton_holder"),
    path("batons/offers/<str:token>/", batons.baton_offer, name="baton_offer"),
    path("batons/<int:pk>/", batons.baton, name="baton"),
    path("batons/<int:pk>/acceptance/", batons.baton_acceptance, name="baton_acceptance"),
    path("batons/<int:pk>/handover/", batons.baton_handover, name="baton_handover"),
    path("batons/<int:pk>/release/", batons.baton_release, name="baton_release"),
]
