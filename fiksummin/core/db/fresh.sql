-- {"digest": "c14e243f441fe1422851bd32be6ba1efa5efb619a747c41a5a262db75632a265", "steps": [["account", "0001_initial"], ["account", "0002_email_max_length"], ["account", "0003_alter_emailaddress_create_unique_verified_email"], ["account", "0004_alter_emailaddress_drop_unique_email"], ["account", "0005_emailaddress_idx_upper_email"], ["account", "0006_emailaddress_lower"], ["account", "0007_emailaddress_idx_email"], ["account", "0008_emailaddress_unique_primary_email_fixup"], ["account", "0009_emailaddress_unique_primary_email"], ["auth", "0001_initial"], ["auth", "0002_alter_permission_name_max_length"], ["auth", "0003_alter_user_email_max_length"], ["auth", "0004_alter_user_username_opts"], ["auth", "0005_alter_user_last_login_null"], ["auth", "0006_require_contenttypes_0002"], ["auth", "0007_alter_validators_add_error_messages"], ["auth", "0008_alter_user_username_max_length"], ["auth", "0009_alter_user_last_name_max_length"], ["auth", "0010_alter_group_name_max_length"], ["auth", "0011_update_proxy_permissions"], ["auth", "0012_alter_user_first_name_max_length"], ["circles", "0001_initial"], ["contenttypes", "0001_initial"], ["contenttypes", "0002_remove_content_type_name"], ["core", "0001_initial"], ["django_tasks_database", "0001_initial"], ["django_tasks_database", "0002_alter_dbtaskresult_options"], ["django_tasks_database", "0003_dbtaskresult_enqueued_at_dbtaskresult_finished_at"], ["django_tasks_database", "0004_dbtaskresult_started_at"], ["django_tasks_database", "0005_alter_dbtaskresult_priority_and_more"], ["django_tasks_database", "0006_alter_dbtaskresult_args_kwargs_and_more"], ["django_tasks_database", "0007_add_separate_results_fields"], ["django_tasks_database", "0008_separate_results_field"], ["django_tasks_database", "0009_remove_results_field"], ["django_tasks_database", "0010_alter_dbtaskresult_status"], ["django_tasks_database", "0011_rename_complete_status"], ["django_tasks_database", "0012_add_separate_exception_fields"], ["django_tasks_database", "0013_separate_exception_fields"], ["django_tasks_database", "0014_remove_dbtaskresult_exception_data"], ["django_tasks_database", "0015_correctly_order_run_after"], ["django_tasks_database", "0016_remove_dbtaskresult_django_task_new_ordering_idx_and_more"], ["django_tasks_database", "0017_dbtaskresult_metadata"], ["django_tasks_database", "0018_rename_succeeded_status"], ["django_tasks_database", "0019_rename_django_task_new_ordering_idx_tasks_db_new_ordering_idx_and_more"], ["django_tasks_database", "0020_update_db_task_result_ordering"], ["django_tasks_database", "0021_conditional_partial_index_ordering"], ["events", "0001_initial"], ["events", "0002_kinds"], ["events", "0003_what_came_of_it"], ["events", "0004_links"], ["events", "0005_counted_feedback"], ["events", "0006_after_the_event"], ["events", "0007_finding"], ["events", "0008_door"], ["events", "0009_materials_and_templates"], ["events", "0010_on_the_trail"], ["events", "0011_result"], ["events", "0012_what_is_counted_by_an_index"], ["events", "0013_words_in_three_languages"], ["events", "0014_counted_by_an_index_alone"], ["events", "0015_for_communities"], ["events", "0016_who_is_put_first"], ["events", "0017_themes_on_trail"], ["events", "0018_older_outcomes_on_trail"], ["events", "0019_leaders"], ["events", "0020_seats_and_reasons"], ["events", "0021_answers_as_promised"], ["events", "0022_draws"], ["events", "0023_own_wishes_and_counts"], ["events", "0024_counted"], ["events", "0025_series_have_a_face"], ["events", "0026_kinds_ask_and_audit"], ["events", "0027_words_of_audit"], ["events", "0028_proposals_taken_off"], ["events", "0029_visits_ask_about_access"], ["events", "0030_one_place_of_an_address"], ["experiments", "0001_initial"], ["experiments", "0002_questions"], ["experiments", "0003_receivers"], ["experiments", "0004_attachments"], ["experiments", "0005_branches"], ["experiments", "0006_one_turn_in_a_chain"], ["experiments", "0007_what_is_over_stays"], ["experiments", "0008_team_by_letter"], ["experiments", "0009_invitations_withdrawn"], ["experiments", "0010_turns_go_forward"], ["experiments", "0011_words_kept"], ["experiments", "0012_lessons_left_anew"], ["ideas", "0001_initial"], ["ideas", "0002_joining"], ["ideas", "0003_weighing"], ["ideas", "0004_turns"], ["ideas", "0005_moderation"], ["ideas", "0006_attachments"], ["ideas", "0007_look"], ["ideas", "0008_newest_first"], ["ideas", "0009_far_down_by_numbers"], ["ideas", "0010_themes_asked_for"], ["ideas", "0011_reports"], ["ideas", "0012_an_appeal_has_words"], ["ideas", "0013_launched_at_an_event"], ["ideas", "0014_written_together"], ["ideas", "0015_own_reasons"], ["ideas", "0016_merged_into_another"], ["ideas", "0017_who_was_to_answer"], ["ideas", "0018_phases_told"], ["ideas", "0019_own_comments"], ["ideas", "0020_given_on_without_a_reason"], ["library", "0001_initial"], ["library", "0002_links_of_seasons"], ["library", "0003_the_lab_on_the_trail"], ["mfa", "0001_initial"], ["mfa", "0002_authenticator_timestamps"], ["mfa", "0003_authenticator_type_uniq"], ["notifications", "0001_initial"], ["notifications", "0002_words"], ["people", "0001_initial"], ["people", "0002_tokens_limits"], ["people", "0003_what_one_follows_by_choice"], ["people", "0004_leaders"], ["search", "0001_initial"], ["search", "0002_lists"], ["site", "0001_initial"], ["socialaccount", "0001_initial"], ["socialaccount", "0002_token_max_lengths"], ["socialaccount", "0003_extra_data_default_dict"], ["socialaccount", "0004_app_provider_id_settings"], ["socialaccount", "0005_socialtoken_nullable_app"], ["socialaccount", "0006_alter_socialaccount_extra_data"], ["spaces", "0001_initial"], ["spaces", "0002_spaces_that_transform"], ["spaces", "0003_what_changed"], ["spaces", "0004_days_shut_by_a_closure"], ["spaces", "0005_hours_of_hosting"], ["spaces", "0006_when_changed"], ["spaces", "0007_shifts_move"], ["spaces", "0008_reports_climb"], ["spaces", "0009_displays"], ["spaces", "0010_calendars_coming_in"], ["spaces", "0011_open_until_midnight"], ["spaces", "0012_moved_at"], ["taggit", "0001_initial"], ["taggit", "0002_auto_20150616_2121"], ["taggit", "0003_taggeditem_add_unique_index"], ["taggit", "0004_alter_taggeditem_content_type_alter_taggeditem_tag"], ["taggit", "0005_auto_20220424_2025"], ["taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"], ["trail", "0001_initial"], ["trail", "0002_result"], ["trail", "0003_theme"], ["trail", "0004_parts_stay_as_they_were"], ["trail", "0005_the_lab_on_the_trail"], ["wagtail_localize", "0001_initial"], ["wagtail_localize", "0002_translation"], ["wagtail_localize", "0003_delete_translation_sources"], ["wagtail_localize", "0004_one_source_per_objectlocale"], ["wagtail_localize", "0005_remove_translationsource_object"], ["wagtail_localize", "0006_create_submit_translation_permission"], ["wagtail_localize", "0007_stringtranslation_type_and_tool_name"], ["wagtail_localize", "0008_stringtranslation_last_translated_by"], ["wagtail_localize", "0009_stringtranslation_errors"], ["wagtail_localize", "0010_overridablesegment"], ["wagtail_localize", "0011_segmentoverride"], ["wagtail_localize", "0012_localesynchronization"], ["wagtail_localize", "0013_translationsource_schema_version"], ["wagtail_localize", "0014_remove_translation_source_last_updated_at"], ["wagtail_localize", "0015_translationcontext_field_path"], ["wagtail_localize", "0016_rename_page_revision_translationlog_revision"], ["wagtailadmin", "0001_create_admin_access_permissions"], ["wagtailadmin", "0002_admin"], ["wagtailadmin", "0003_admin_managed"], ["wagtailadmin", "0004_editingsession"], ["wagtailadmin", "0005_editingsession_is_editing"], ["wagtailadmin", "0006_formstate"], ["wagtailcore", "0001_initial"], ["wagtailcore", "0001_squashed_0016_change_page_url_path_to_text_field"], ["wagtailcore", "0002_initial_data"], ["wagtailcore", "0003_add_uniqueness_constraint_on_group_page_permission"], ["wagtailcore", "0004_page_locked"], ["wagtailcore", "0005_add_page_lock_permission_to_moderators"], ["wagtailcore", "0006_add_lock_page_permission"], ["wagtailcore", "0007_page_latest_revision_created_at"], ["wagtailcore", "0008_populate_latest_revision_created_at"], ["wagtailcore", "0009_remove_auto_now_add_from_pagerevision_created_at"], ["wagtailcore", "0010_change_page_owner_to_null_on_delete"], ["wagtailcore", "0011_page_first_published_at"], ["wagtailcore", "0012_extend_page_slug_field"], ["wagtailcore", "0013_update_golive_expire_help_text"], ["wagtailcore", "0014_add_verbose_name"], ["wagtailcore", "0015_add_more_verbose_names"], ["wagtailcore", "0016_change_page_url_path_to_text_field"], ["wagtailcore", "0017_change_edit_page_permission_description"], ["wagtailcore", "0018_pagerevision_submitted_for_moderation_index"], ["wagtailcore", "0019_verbose_names_cleanup"], ["wagtailcore", "0020_add_index_on_page_first_published_at"], ["wagtailcore", "0021_capitalizeverbose"], ["wagtailcore", "0022_add_site_name"], ["wagtailcore", "0023_alter_page_revision_on_delete_behaviour"], ["wagtailcore", "0024_alter_page_content_type_on_delete_behaviour"], ["wagtailcore", "0024_collection"], ["wagtailcore", "0025_collection_initial_data"], ["wagtailcore", "0026_group_collection_permission"], ["wagtailcore", "0027_fix_collection_path_collation"], ["wagtailcore", "0028_merge"], ["wagtailcore", "0029_unicode_slugfield_dj19"], ["wagtailcore", "0030_index_on_pagerevision_created_at"], ["wagtailcore", "0031_add_page_view_restriction_types"], ["wagtailcore", "0032_add_bulk_delete_page_permission"], ["wagtailcore", "0033_remove_golive_expiry_help_text"], ["wagtailcore", "0034_page_live_revision"], ["wagtailcore", "0035_page_last_published_at"], ["wagtailcore", "0036_populate_page_last_published_at"], ["wagtailcore", "0037_set_page_owner_editable"], ["wagtailcore", "0038_make_first_published_at_editable"], ["wagtailcore", "0039_collectionviewrestriction"], ["wagtailcore", "0040_page_draft_title"], ["wagtailcore", "0041_group_collection_permissions_verbose_name_plural"], ["wagtailcore", "0042_index_on_pagerevision_approved_go_live_at"], ["wagtailcore", "0043_lock_fields"], ["wagtailcore", "0044_add_unlock_grouppagepermission"], ["wagtailcore", "0045_assign_unlock_grouppagepermission"], ["wagtailcore", "0046_site_name_remove_null"], ["wagtailcore", "0047_add_workflow_models"], ["wagtailcore", "0048_add_default_workflows"], ["wagtailcore", "0049_taskstate_finished_by"], ["wagtailcore", "0050_workflow_rejected_to_needs_changes"], ["wagtailcore", "0051_taskstate_comment"], ["wagtailcore", "0052_pagelogentry"], ["wagtailcore", "0053_locale_model"], ["wagtailcore", "0054_initial_locale"], ["wagtailcore", "0055_page_locale_fields"], ["wagtailcore", "0056_page_locale_fields_populate"], ["wagtailcore", "0057_page_locale_fields_notnull"], ["wagtailcore", "0058_page_alias_of"], ["wagtailcore", "0059_apply_collection_ordering"], ["wagtailcore", "0060_fix_workflow_unique_constraint"], ["wagtailcore", "0061_change_promote_tab_helpt_text_and_verbose_names"], ["wagtailcore", "0062_comment_models_and_pagesubscription"], ["wagtailcore", "0063_modellogentry"], ["wagtailcore", "0064_log_timestamp_indexes"], ["wagtailcore", "0065_log_entry_uuid"], ["wagtailcore", "0066_collection_management_permissions"], ["wagtailcore", "0067_alter_pagerevision_content_json"], ["wagtailcore", "0068_log_entry_empty_object"], ["wagtailcore", "0069_log_entry_jsonfield"], ["wagtailcore", "0070_rename_pagerevision_revision"], ["wagtailcore", "0071_populate_revision_content_type"], ["wagtailcore", "0072_alter_revision_content_type_notnull"], ["wagtailcore", "0073_page_latest_revision"], ["wagtailcore", "0074_revision_object_str"], ["wagtailcore", "0075_populate_latest_revision_and_revision_object_str"], ["wagtailcore", "0076_modellogentry_revision"], ["wagtailcore", "0077_alter_revision_user"], ["wagtailcore", "0078_referenceindex"], ["wagtailcore", "0079_rename_taskstate_page_revision"], ["wagtailcore", "0080_generic_workflowstate"], ["wagtailcore", "0081_populate_workflowstate_content_type"], ["wagtailcore", "0082_alter_workflowstate_content_type_notnull"], ["wagtailcore", "0083_workflowcontenttype"], ["wagtailcore", "0084_add_default_page_permissions"], ["wagtailcore", "0085_add_grouppagepermission_permission"], ["wagtailcore", "0086_populate_grouppagepermission_permission"], ["wagtailcore", "0087_alter_grouppagepermission_unique_together_and_more"], ["wagtailcore", "0088_fix_log_entry_json_timestamps"], ["wagtailcore", "0089_log_entry_data_json_null_to_object"], ["wagtailcore", "0090_remove_grouppagepermission_permission_type"], ["wagtailcore", "0091_remove_revision_submitted_for_moderation"], ["wagtailcore", "0092_alter_collectionviewrestriction_password_and_more"], ["wagtailcore", "0093_uploadedfile"], ["wagtailcore", "0094_alter_page_locale"], ["wagtailcore", "0095_groupsitepermission"], ["wagtailcore", "0096_referenceindex_referenceindex_source_object_and_more"], ["wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"], ["wagtailcore", "0098_apitoken"], ["wagtaildocs", "0001_initial"], ["wagtaildocs", "0002_initial_data"], ["wagtaildocs", "0003_add_verbose_names"], ["wagtaildocs", "0004_capitalizeverbose"], ["wagtaildocs", "0005_alter_uploaded_by_user_on_delete_action"], ["wagtaildocs", "0005_document_collection"], ["wagtaildocs", "0006_copy_document_permissions_to_collections"], ["wagtaildocs", "0007_merge"], ["wagtaildocs", "0008_document_file_size"], ["wagtaildocs", "0009_document_verbose_name_plural"], ["wagtaildocs", "0010_document_file_hash"], ["wagtaildocs", "0011_add_choose_permissions"], ["wagtaildocs", "0012_uploadeddocument"], ["wagtaildocs", "0013_delete_uploadeddocument"], ["wagtaildocs", "0014_alter_document_file_size"], ["wagtailembeds", "0001_initial"], ["wagtailembeds", "0002_add_verbose_names"], ["wagtailembeds", "0003_capitalizeverbose"], ["wagtailembeds", "0004_embed_verbose_name_plural"], ["wagtailembeds", "0005_specify_thumbnail_url_max_length"], ["wagtailembeds", "0006_add_embed_hash"], ["wagtailembeds", "0007_populate_hash"], ["wagtailembeds", "0008_allow_long_urls"], ["wagtailembeds", "0009_embed_cache_until"], ["wagtailimages", "0001_initial"], ["wagtailimages", "0001_squashed_0021"], ["wagtailimages", "0002_initial_data"], ["wagtailimages", "0003_fix_focal_point_fields"], ["wagtailimages", "0004_make_focal_point_key_not_nullable"], ["wagtailimages", "0005_make_filter_spec_unique"], ["wagtailimages", "0006_add_verbose_names"], ["wagtailimages", "0007_image_file_size"], ["wagtailimages", "0008_image_created_at_index"], ["wagtailimages", "0009_capitalizeverbose"], ["wagtailimages", "0010_change_on_delete_behaviour"], ["wagtailimages", "0011_image_collection"], ["wagtailimages", "0012_copy_image_permissions_to_collections"], ["wagtailimages", "0013_make_rendition_upload_callable"], ["wagtailimages", "0014_add_filter_spec_field"], ["wagtailimages", "0015_fill_filter_spec_field"], ["wagtailimages", "0016_deprecate_rendition_filter_relation"], ["wagtailimages", "0017_reduce_focal_point_key_max_length"], ["wagtailimages", "0018_remove_rendition_filter"], ["wagtailimages", "0019_delete_filter"], ["wagtailimages", "0020_add-verbose-name"], ["wagtailimages", "0021_image_file_hash"], ["wagtailimages", "0022_uploadedimage"], ["wagtailimages", "0023_add_choose_permissions"], ["wagtailimages", "0024_index_image_file_hash"], ["wagtailimages", "0025_alter_image_file_alter_rendition_file"], ["wagtailimages", "0026_delete_uploadedimage"], ["wagtailimages", "0027_image_description"], ["wagtailsearch", "0001_initial"], ["wagtailsearch", "0002_add_verbose_names"], ["wagtailsearch", "0003_remove_editors_pick"], ["wagtailsearch", "0004_querydailyhits_verbose_name_plural"], ["wagtailsearch", "0005_create_indexentry"], ["wagtailsearch", "0006_customise_indexentry"], ["wagtailsearch", "0007_delete_editorspick"], ["wagtailsearch", "0008_remove_query_and_querydailyhits_models"], ["wagtailsearch", "0009_remove_ngram_autocomplete"], ["wagtailsearch", "0010_add_text_fields"], ["wagtailusers", "0001_initial"], ["wagtailusers", "0002_add_verbose_name_on_userprofile"], ["wagtailusers", "0003_add_verbose_names"], ["wagtailusers", "0004_capitalizeverbose"], ["wagtailusers", "0005_make_related_name_wagtail_specific"], ["wagtailusers", "0006_userprofile_prefered_language"], ["wagtailusers", "0007_userprofile_current_time_zone"], ["wagtailusers", "0008_userprofile_avatar"], ["wagtailusers", "0009_userprofile_verbose_name_plural"], ["wagtailusers", "0010_userprofile_updated_comments_notifications"], ["wagtailusers", "0011_userprofile_dismissibles"], ["wagtailusers", "0012_userprofile_theme"], ["wagtailusers", "0013_userprofile_density"], ["wagtailusers", "0014_userprofile_contrast"], ["wagtailusers", "0015_userprofile_keyboard_shortcuts"]]}
-- next
CREATE TABLE "django_migrations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app" varchar(255) NOT NULL, "name" varchar(255) NOT NULL, "applied" datetime NOT NULL)
-- next
CREATE TABLE "django_content_type" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app_label" varchar(100) NOT NULL, "model" varchar(100) NOT NULL)
-- next
CREATE TABLE "auth_group_permissions" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "auth_permission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "codename" varchar(100) NOT NULL, "name" varchar(255) NOT NULL)
-- next
CREATE TABLE "auth_group" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(150) NOT NULL UNIQUE)
-- next
CREATE TABLE "people_session" ("session_key" varchar(40) NOT NULL PRIMARY KEY, "session_data" text NOT NULL, "expire_date" datetime NOT NULL, "person" bigint NULL)
-- next
CREATE TABLE "people_person_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "people_person_user_permissions" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "people_invitation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "email" varchar(254) NOT NULL, "name" varchar(150) NOT NULL, "language" varchar(2) NOT NULL, "place" varchar(80) NOT NULL, "purpose" varchar(300) NOT NULL, "token_hash" varchar(64) NOT NULL UNIQUE, "sent_at" datetime NOT NULL, "expires_at" datetime NOT NULL, "guest_until" date NOT NULL, "accepted_at" datetime NULL, "withdrawn_at" datetime NULL, "accepted_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "sponsor_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "people_organisation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name_fi" varchar(200) NOT NULL, "name_sv" varchar(200) NOT NULL, "name_en" varchar(200) NOT NULL, "abbreviation" varchar(30) NOT NULL, "kind" varchar(10) NOT NULL, "branch" varchar(60) NOT NULL, "starts_on" date NOT NULL, "ends_on" date NULL, "virtu_id" varchar(120) NOT NULL, "successor_id" bigint NULL REFERENCES "people_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "people_organisation_days" CHECK (("ends_on" IS NULL OR "ends_on" >= ("starts_on"))), CONSTRAINT "people_organisation_not_own_heir" CHECK (("successor_id" IS NULL OR NOT ("successor_id" = ("id") AND "successor_id" IS NOT NULL))))
-- next
CREATE TABLE "people_emaildomain" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "domain" varchar(200) NOT NULL, "subdomains" bool NOT NULL, "organisation_id" bigint NOT NULL REFERENCES "people_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "people_domain_lower" CHECK ("domain" = (LOWER("domain"))))
-- next
CREATE TABLE "people_agreement" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "starts_on" date NOT NULL, "ends_on" date NOT NULL, "places" text NOT NULL CHECK ((JSON_VALID("places") OR "places" IS NULL)), "purpose" varchar(300) NOT NULL, "organisation_id" bigint NOT NULL REFERENCES "people_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "people_agreement_days" CHECK ("ends_on" >= ("starts_on")))
-- next
CREATE TABLE "account_emailconfirmation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created" datetime NOT NULL, "sent" datetime NULL, "key" varchar(64) NOT NULL UNIQUE, "email_address_id" integer NOT NULL REFERENCES "account_emailaddress" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "account_emailaddress" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "verified" bool NOT NULL, "primary" bool NOT NULL, "user_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "email" varchar(254) NOT NULL)
-- next
CREATE TABLE "circles_circle" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(100) NOT NULL, "purpose" text NOT NULL, "language" varchar(2) NOT NULL, "joining" varchar(8) NOT NULL, "founded_at" datetime NOT NULL, "ended_at" datetime NULL, "reason" varchar(1000) NOT NULL, "ended_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "founded_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "circles_circle_named" CHECK (LENGTH(TRIM("name")) >= 1), CONSTRAINT "circles_circle_says_what_for" CHECK (LENGTH(TRIM("purpose")) >= 1), CONSTRAINT "circles_circle_ended_because" CHECK ((("ended_at" IS NULL AND "reason" = '') OR ("ended_at" IS NOT NULL AND "reason" > ''))))
-- next
CREATE TABLE "circles_asking" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "words" text NOT NULL, "invited_at" datetime NULL, "state" varchar(8) NOT NULL, "answered_at" datetime NULL, "answer" text NOT NULL, "answered_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "invited_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "circle_id" bigint NOT NULL REFERENCES "circles_circle" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "circles_asking_answered" CHECK ((("answered_at" IS NULL AND "state" = 'waiting') OR (NOT ("state" = 'waiting') AND "answered_at" IS NOT NULL))), CONSTRAINT "circles_request_declined_with_words" CHECK ((NOT ("state" = 'declined') OR "invited_at" IS NOT NULL OR "answer" > '')))
-- next
CREATE TABLE "circles_membership" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "joined_at" datetime NOT NULL, "keeper_at" datetime NULL, "circle_id" bigint NOT NULL REFERENCES "circles_circle" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "circles_member_once" UNIQUE ("circle_id", "person_id"))
-- next
CREATE TABLE "core_beat" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(120) NOT NULL UNIQUE, "at" datetime NOT NULL)
-- next
CREATE TABLE "core_answer" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "person" bigint NOT NULL, "key" varchar(200) NOT NULL, "fingerprint" varchar(64) NOT NULL, "status" smallint unsigned NOT NULL CHECK ("status" >= 0), "body" text NOT NULL CHECK ((JSON_VALID("body") OR "body" IS NULL)), "at" datetime NOT NULL, CONSTRAINT "core_answer_once" UNIQUE ("person", "key"))
-- next
CREATE TABLE "core_entry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "fact" varchar(80) NOT NULL, "by" bigint NULL, "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)))
-- next
CREATE TABLE "core_letter" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "key" varchar(200) NOT NULL UNIQUE, "message_id" varchar(250) NOT NULL UNIQUE, "to" varchar(254) NOT NULL, "person" bigint NULL, "content" BLOB NOT NULL, "written_at" datetime NOT NULL, "due_at" datetime NOT NULL, "tries" smallint unsigned NOT NULL CHECK ("tries" >= 0), "sent_at" datetime NULL, "given_up_at" datetime NULL, "error" varchar(200) NOT NULL)
-- next
CREATE TABLE "core_errand" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "reaction" varchar(200) NOT NULL, "due_at" datetime NOT NULL, "tries" smallint unsigned NOT NULL CHECK ("tries" >= 0), "done_at" datetime NULL, "given_up_at" datetime NULL, "error" varchar(200) NOT NULL, "entry_id" bigint NOT NULL REFERENCES "core_entry" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "django_tasks_database_dbtaskresult" ("id" char(32) NOT NULL PRIMARY KEY, "args_kwargs" text NOT NULL CHECK ((JSON_VALID("args_kwargs") OR "args_kwargs" IS NULL)), "priority" integer NOT NULL, "task_path" text NOT NULL, "queue_name" varchar(32) NOT NULL, "backend_name" varchar(32) NOT NULL, "run_after" datetime NOT NULL, "enqueued_at" datetime NOT NULL, "finished_at" datetime NULL, "started_at" datetime NULL, "return_value" text NULL CHECK ((JSON_VALID("return_value") OR "return_value" IS NULL)), "exception_class_path" text NOT NULL, "traceback" text NOT NULL, "worker_ids" text NOT NULL CHECK ((JSON_VALID("worker_ids") OR "worker_ids" IS NULL)), "status" varchar(10) NOT NULL, CONSTRAINT "priority_range" CHECK ("priority" BETWEEN -100 AND 100))
-- next
CREATE TABLE "people_limit" ("cache_key" varchar(255) NOT NULL PRIMARY KEY, "value" text NOT NULL, "expires" datetime NOT NULL)
-- next
CREATE TABLE "people_apitoken" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(80) NOT NULL, "token_hash" varchar(64) NOT NULL UNIQUE, "scope" varchar(10) NOT NULL, "made_at" datetime NOT NULL, "expires_at" datetime NULL, "last_used_at" datetime NULL, "revoked_at" datetime NULL, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "strong" bool NOT NULL)
-- next
CREATE TABLE "people_person" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "password" varchar(128) NOT NULL, "last_login" datetime NULL, "is_superuser" bool NOT NULL, "email" varchar(254) NULL UNIQUE, "name" varchar(150) NOT NULL, "language" varchar(2) NOT NULL, "guest_until" date NULL, "guest_place" varchar(80) NOT NULL, "mail_about_me" bool NOT NULL, "mail_weekly" bool NOT NULL, "joined_at" datetime NOT NULL, "erased_at" datetime NULL, "is_active" bool NOT NULL, "organisation_id" bigint NULL REFERENCES "people_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, "mail_follow" bool NOT NULL, "sponsor_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "people_person_email_lower" CHECK (("email" IS NULL OR "email" = (LOWER("email")))), CONSTRAINT "people_person_active_until_erased" CHECK ((("erased_at" IS NULL AND "is_active" = 1) OR ("erased_at" IS NOT NULL AND "is_active" = 0))), CONSTRAINT "people_person_erased_is_empty" CHECK ((("email" IS NOT NULL AND "erased_at" IS NULL) OR ("email" IS NULL AND "erased_at" IS NOT NULL AND "name" = ''))))
-- next
CREATE TABLE "people_role" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(20) NOT NULL, "place" varchar(80) NOT NULL, "granted_at" datetime NOT NULL, "starts_on" date NOT NULL, "ends_on" date NULL, "ended_at" datetime NULL, "ended_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "granted_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "people_role_days" CHECK (("ends_on" IS NULL OR "ends_on" >= ("starts_on"))), CONSTRAINT "people_leader_in_her_agency" CHECK ((NOT ("kind" = 'leader') OR "place" = '')))
-- next
CREATE TABLE "spaces_hold" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "made_at" datetime NOT NULL)
-- next
CREATE TABLE "spaces_instruction" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title_fi" varchar(120) NOT NULL, "title_sv" varchar(120) NOT NULL, "title_en" varchar(120) NOT NULL, "body_fi" text NOT NULL, "body_sv" text NOT NULL, "body_en" text NOT NULL, "reviewed_on" date NOT NULL, "review_by" date NOT NULL, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "owner_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" bigint NOT NULL REFERENCES "spaces_site" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "spaces_contact" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "topic_fi" varchar(120) NOT NULL, "topic_sv" varchar(120) NOT NULL, "topic_en" varchar(120) NOT NULL, "name" varchar(120) NOT NULL, "email" varchar(254) NOT NULL, "phone" varchar(40) NOT NULL, "review_by" date NOT NULL, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "site_id" bigint NOT NULL REFERENCES "spaces_site" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "spaces_message" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "text" text NOT NULL, "sent_at" datetime NOT NULL, "by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "visit_id" bigint NOT NULL REFERENCES "spaces_visit" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "spaces_visit" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "starts_at" datetime NOT NULL, "ends_at" datetime NOT NULL, "people" smallint unsigned NOT NULL CHECK ("people" >= 0), "note" text NOT NULL, "sequence" integer unsigned NOT NULL CHECK ("sequence" >= 0), "announced_at" datetime NOT NULL, "cancelled_at" datetime NULL, "arrived_at" datetime NULL, "left_at" datetime NULL, "announced_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "arrived_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "cancelled_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "hold_id" bigint NULL UNIQUE REFERENCES "spaces_hold" ("id") DEFERRABLE INITIALLY DEFERRED, "left_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" bigint NOT NULL REFERENCES "spaces_site" ("id") DEFERRABLE INITIALLY DEFERRED, "changed_at" datetime NULL, CONSTRAINT "spaces_visit_order" CHECK ("ends_at" > ("starts_at")), CONSTRAINT "spaces_visit_somebody" CHECK ("people" >= 1), CONSTRAINT "spaces_visit_left_after_arrival" CHECK (("left_at" IS NULL OR "arrived_at" IS NOT NULL)), CONSTRAINT "spaces_visit_cancelled_not_here" CHECK (("cancelled_at" IS NULL OR "arrived_at" IS NULL)))
-- next
CREATE TABLE "spaces_visitcount" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "date" date NOT NULL, "visits" integer unsigned NOT NULL CHECK ("visits" >= 0), "people" integer unsigned NOT NULL CHECK ("people" >= 0), "site_id" bigint NOT NULL REFERENCES "spaces_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "spaces_visit_count_once" UNIQUE ("site_id", "date"))
-- next
CREATE TABLE "spaces_site" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(80) NOT NULL UNIQUE, "name_fi" varchar(120) NOT NULL, "name_sv" varchar(120) NOT NULL, "name_en" varchar(120) NOT NULL, "kind" varchar(20) NOT NULL, "street" varchar(120) NOT NULL, "postcode" varchar(10) NOT NULL, "town_fi" varchar(80) NOT NULL, "town_sv" varchar(80) NOT NULL, "town_en" varchar(80) NOT NULL, "lead_fi" varchar(300) NOT NULL, "lead_sv" varchar(300) NOT NULL, "lead_en" varchar(300) NOT NULL, "languages" text NOT NULL CHECK ((JSON_VALID("languages") OR "languages" IS NULL)), "timezone" varchar(60) NOT NULL, "closed_on_holidays" bool NOT NULL, "days_ahead" smallint unsigned NOT NULL CHECK ("days_ahead" >= 0), "visits_per_person" smallint unsigned NOT NULL CHECK ("visits_per_person" >= 0), "keep_visits_days" smallint unsigned NOT NULL CHECK ("keep_visits_days" >= 0), "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "fault_email" varchar(254) NOT NULL, "keep_bookings_days" smallint unsigned NOT NULL CHECK ("keep_bookings_days" >= 0), "safety_email" varchar(254) NOT NULL)
-- next
CREATE TABLE "spaces_report" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(20) NOT NULL, "text" text NOT NULL, "token" varchar(64) NOT NULL UNIQUE, "made_at" datetime NOT NULL, "seen_at" datetime NULL, "answer" text NOT NULL, "answered_at" datetime NULL, "closed_at" datetime NULL, "answered_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "closed_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "seen_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" bigint NOT NULL REFERENCES "spaces_site" ("id") DEFERRABLE INITIALLY DEFERRED, "space_id" bigint NULL REFERENCES "spaces_space" ("id") DEFERRABLE INITIALLY DEFERRED, "climbed_at" datetime NULL)
-- next
CREATE TABLE "spaces_space_cells" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "space_id" bigint NOT NULL REFERENCES "spaces_space" ("id") DEFERRABLE INITIALLY DEFERRED, "cell_id" bigint NOT NULL REFERENCES "spaces_cell" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "spaces_offer" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "made_at" datetime NOT NULL, "answer_due_at" datetime NOT NULL, "accepted_at" datetime NULL, "declined_at" datetime NULL, "lapsed_at" datetime NULL, "booking_id" bigint NOT NULL UNIQUE REFERENCES "spaces_booking" ("id") DEFERRABLE INITIALLY DEFERRED, "waiting_id" bigint NOT NULL REFERENCES "spaces_waiting" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "spaces_bookingmember" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "booking_id" bigint NOT NULL REFERENCES "spaces_booking" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "spaces_member_once" UNIQUE ("booking_id", "person_id"))
-- next
CREATE TABLE "spaces_booking" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "series_date" date NULL, "starts_at" datetime NOT NULL, "ends_at" datetime NOT NULL, "people" smallint unsigned NOT NULL CHECK ("people" >= 0), "extra_seats" smallint unsigned NOT NULL CHECK ("extra_seats" >= 0), "title" varchar(120) NOT NULL, "is_public" bool NOT NULL, "note" text NOT NULL, "wants_introduction" bool NOT NULL, "sequence" integer unsigned NOT NULL CHECK ("sequence" >= 0), "made_at" datetime NOT NULL, "answer_due_at" datetime NULL, "approved_at" datetime NULL, "declined_at" datetime NULL, "cancelled_at" datetime NULL, "reason" text NOT NULL, "arrived_at" datetime NULL, "exempted_at" datetime NULL, "released_at" datetime NULL, "left_at" datetime NULL, "approved_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "arrived_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "cancelled_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "declined_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "exempted_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "hold_id" bigint NULL UNIQUE REFERENCES "spaces_hold" ("id") DEFERRABLE INITIALLY DEFERRED, "left_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "made_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "organisation_id" bigint NULL REFERENCES "people_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" bigint NOT NULL REFERENCES "spaces_site" ("id") DEFERRABLE INITIALLY DEFERRED, "series_id" bigint NULL REFERENCES "spaces_series" ("id") DEFERRABLE INITIALLY DEFERRED, "changed_at" datetime NULL, "moved_at" datetime NULL, CONSTRAINT "spaces_booking_order" CHECK ("ends_at" > ("starts_at")), CONSTRAINT "spaces_booking_somebody" CHECK ("people" >= 1), CONSTRAINT "spaces_booking_one_answer" CHECK (("approved_at" IS NULL OR "declined_at" IS NULL)), CONSTRAINT "spaces_booking_given_back" CHECK (("hold_id" IS NULL OR ("cancelled_at" IS NULL AND "declined_at" IS NULL))))
-- next
CREATE TABLE "spaces_feed" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "detail" varchar(20) NOT NULL, "digest" varchar(64) NOT NULL UNIQUE, "made_at" datetime NOT NULL, "used_on" date NULL, "revoked_at" datetime NULL, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" bigint NULL REFERENCES "spaces_site" ("id") DEFERRABLE INITIALLY DEFERRED, "space_id" bigint NULL REFERENCES "spaces_space" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "spaces_feed_of_one" CHECK (("site_id" IS NULL OR "space_id" IS NULL)))
-- next
CREATE TABLE "spaces_closure" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "starts_at" datetime NOT NULL, "ends_at" datetime NOT NULL, "reason_fi" varchar(300) NOT NULL, "reason_sv" varchar(300) NOT NULL, "reason_en" varchar(300) NOT NULL, "made_at" datetime NOT NULL, "lifted_at" datetime NULL, "hold_id" bigint NULL UNIQUE REFERENCES "spaces_hold" ("id") DEFERRABLE INITIALLY DEFERRED, "lifted_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "made_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" bigint NOT NULL REFERENCES "spaces_site" ("id") DEFERRABLE INITIALLY DEFERRED, "space_id" bigint NULL REFERENCES "spaces_space" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "spaces_closure_order" CHECK ("ends_at" > ("starts_at")), CONSTRAINT "spaces_closure_given_back" CHECK (("hold_id" IS NULL OR "lifted_at" IS NULL)))
-- next
CREATE TABLE "spaces_bookedspace" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "changeover_minutes" smallint unsigned NOT NULL CHECK ("changeover_minutes" >= 0), "buffer_minutes" smallint unsigned NOT NULL CHECK ("buffer_minutes" >= 0), "changed_over_at" datetime NULL, "changed_over_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "booking_id" bigint NOT NULL REFERENCES "spaces_booking" ("id") DEFERRABLE INITIALLY DEFERRED, "from_layout_id" bigint NULL REFERENCES "spaces_layout" ("id") DEFERRABLE INITIALLY DEFERRED, "layout_id" bigint NULL REFERENCES "spaces_layout" ("id") DEFERRABLE INITIALLY DEFERRED, "space_id" bigint NOT NULL REFERENCES "spaces_space" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "spaces_place_once" UNIQUE ("booking_id", "space_id"))
-- next
CREATE TABLE "spaces_spacepicture" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "file" varchar(100) NOT NULL, "width" integer unsigned NOT NULL CHECK ("width" >= 0), "height" integer unsigned NOT NULL CHECK ("height" >= 0), "alt_fi" varchar(200) NOT NULL, "alt_sv" varchar(200) NOT NULL, "alt_en" varchar(200) NOT NULL, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "space_id" bigint NOT NULL REFERENCES "spaces_space" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "spaces_picture_has_words" CHECK ((NOT ("alt_fi" = '') AND NOT ("alt_sv" = ''))))
-- next
CREATE TABLE "spaces_waiting" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "window_starts_at" datetime NOT NULL, "window_ends_at" datetime NOT NULL, "day_from" time NULL, "day_until" time NULL, "minutes" smallint unsigned NOT NULL CHECK ("minutes" >= 0), "people" smallint unsigned NOT NULL CHECK ("people" >= 0), "features" text NOT NULL CHECK ((JSON_VALID("features") OR "features" IS NULL)), "title" varchar(120) NOT NULL, "asked_at" datetime NOT NULL, "ended_at" datetime NULL, "reason" varchar(20) NOT NULL, "layout_id" bigint NULL REFERENCES "spaces_layout" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" bigint NOT NULL REFERENCES "spaces_site" ("id") DEFERRABLE INITIALLY DEFERRED, "space_id" bigint NULL REFERENCES "spaces_space" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "spaces_waiting_order" CHECK ("window_ends_at" > ("window_starts_at")), CONSTRAINT "spaces_waiting_somebody" CHECK ("people" >= 1), CONSTRAINT "spaces_waiting_length" CHECK ("minutes" >= 5))
-- next
CREATE TABLE "spaces_change" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "cell" bigint NOT NULL, "first_day" bigint NOT NULL, "last_day" bigint NOT NULL, "mark" bigint NOT NULL)
-- next
CREATE TABLE "spaces_cell" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(20) NOT NULL, "label" varchar(80) NOT NULL, "position" integer unsigned NOT NULL CHECK ("position" >= 0), "retired_at" datetime NULL, "site_id" bigint NULL REFERENCES "spaces_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "spaces_cell_label_once" UNIQUE ("site_id", "kind", "label"))
-- next
CREATE TABLE "spaces_changeover" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "minutes" smallint unsigned NOT NULL CHECK ("minutes" >= 0), "after_id" bigint NOT NULL REFERENCES "spaces_layout" ("id") DEFERRABLE INITIALLY DEFERRED, "before_id" bigint NOT NULL REFERENCES "spaces_layout" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "spaces_changeover_once" UNIQUE ("before_id", "after_id"), CONSTRAINT "spaces_changeover_differs" CHECK (NOT ("before_id" = ("after_id"))))
-- next
CREATE TABLE "spaces_claim" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "starts_at" datetime NOT NULL, "ends_at" datetime NOT NULL, "cell_id" bigint NOT NULL REFERENCES "spaces_cell" ("id") DEFERRABLE INITIALLY DEFERRED, "hold_id" bigint NOT NULL REFERENCES "spaces_hold" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "spaces_claim_order" CHECK ("ends_at" > ("starts_at")))
-- next
CREATE TABLE "spaces_layout" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(20) NOT NULL, "seats" smallint unsigned NOT NULL CHECK ("seats" >= 0), "furniture_fi" varchar(400) NOT NULL, "furniture_sv" varchar(400) NOT NULL, "furniture_en" varchar(400) NOT NULL, "features" text NOT NULL CHECK ((JSON_VALID("features") OR "features" IS NULL)), "setup_minutes" smallint unsigned NOT NULL CHECK ("setup_minutes" >= 0), "is_usual" bool NOT NULL, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "space_id" bigint NOT NULL REFERENCES "spaces_space" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "spaces_layout_once" UNIQUE ("space_id", "kind"), CONSTRAINT "spaces_layout_seats" CHECK ("seats" >= 1))
-- next
CREATE TABLE "spaces_policy" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name_fi" varchar(120) NOT NULL, "name_sv" varchar(120) NOT NULL, "name_en" varchar(120) NOT NULL, "for_state" bool NOT NULL, "for_partners" bool NOT NULL, "for_guests" bool NOT NULL, "notice_minutes" integer unsigned NOT NULL CHECK ("notice_minutes" >= 0), "days_ahead" smallint unsigned NOT NULL CHECK ("days_ahead" >= 0), "shortest_minutes" smallint unsigned NOT NULL CHECK ("shortest_minutes" >= 0), "longest_minutes" smallint unsigned NOT NULL CHECK ("longest_minutes" >= 0), "ahead_per_person" smallint unsigned NOT NULL CHECK ("ahead_per_person" >= 0), "ahead_per_organisation" smallint unsigned NOT NULL CHECK ("ahead_per_organisation" >= 0), "approval" varchar(20) NOT NULL, "answer_hours" smallint unsigned NOT NULL CHECK ("answer_hours" >= 0), "grace_minutes" smallint unsigned NOT NULL CHECK ("grace_minutes" >= 0), "site_id" bigint NOT NULL REFERENCES "spaces_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "spaces_policy_lengths" CHECK (("longest_minutes" >= ("shortest_minutes") AND "shortest_minutes" >= 5)))
-- next
CREATE TABLE "spaces_space" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(20) NOT NULL, "name_fi" varchar(120) NOT NULL, "name_sv" varchar(120) NOT NULL, "name_en" varchar(120) NOT NULL, "description_fi" text NOT NULL, "description_sv" text NOT NULL, "description_en" text NOT NULL, "seats" smallint unsigned NOT NULL CHECK ("seats" >= 0), "features" text NOT NULL CHECK ((JSON_VALID("features") OR "features" IS NULL)), "confidentiality" varchar(20) NOT NULL, "buffer_minutes" smallint unsigned NOT NULL CHECK ("buffer_minutes" >= 0), "plan_x" smallint unsigned NULL CHECK ("plan_x" >= 0), "plan_y" smallint unsigned NULL CHECK ("plan_y" >= 0), "plan_width" smallint unsigned NULL CHECK ("plan_width" >= 0), "plan_height" smallint unsigned NULL CHECK ("plan_height" >= 0), "code_version" integer unsigned NOT NULL CHECK ("code_version" >= 0), "mailbox" varchar(254) NULL UNIQUE, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "retired_at" datetime NULL, "policy_id" bigint NOT NULL REFERENCES "spaces_policy" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" bigint NOT NULL REFERENCES "spaces_site" ("id") DEFERRABLE INITIALLY DEFERRED, "zone_id" bigint NULL REFERENCES "spaces_zone" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "spaces_zone" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(20) NOT NULL, "name_fi" varchar(80) NOT NULL, "name_sv" varchar(80) NOT NULL, "name_en" varchar(80) NOT NULL, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "site_id" bigint NOT NULL REFERENCES "spaces_site" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "spaces_shift" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "starts_at" datetime NOT NULL, "ends_at" datetime NOT NULL, "made_at" datetime NOT NULL, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" bigint NOT NULL REFERENCES "spaces_site" ("id") DEFERRABLE INITIALLY DEFERRED, "sequence" integer unsigned NOT NULL CHECK ("sequence" >= 0), CONSTRAINT "spaces_shift_order" CHECK ("ends_at" > ("starts_at")))
-- next
CREATE TABLE "spaces_display" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(80) NOT NULL, "digest" varchar(64) NOT NULL UNIQUE, "made_at" datetime NOT NULL, "seen_at" datetime NULL, "revoked_at" datetime NULL, "site_id" bigint NOT NULL REFERENCES "spaces_site" ("id") DEFERRABLE INITIALLY DEFERRED, "space_id" bigint NULL REFERENCES "spaces_space" ("id") DEFERRABLE INITIALLY DEFERRED, "language" varchar(2) NOT NULL, CONSTRAINT "spaces_display_has_name" CHECK (NOT ("name" = '')), CONSTRAINT "spaces_display_language" CHECK ("language" IN ('', 'fi', 'sv', 'en')))
-- next
CREATE TABLE "spaces_busyfeed" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "address" varchar(1000) NOT NULL, "language" varchar(2) NOT NULL, "made_at" datetime NOT NULL, "ended_at" datetime NULL, "due_at" datetime NOT NULL, "read_at" datetime NULL, "etag" varchar(200) NOT NULL, "modified" varchar(200) NOT NULL, "silent_since" datetime NULL, "problem" varchar(300) NOT NULL, "told_at" datetime NULL, "ended_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "made_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "space_id" bigint NOT NULL REFERENCES "spaces_space" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "spaces_importedevent" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "uid" varchar(255) NOT NULL, "recurrence" varchar(40) NOT NULL, "sequence" integer unsigned NOT NULL CHECK ("sequence" >= 0), "came_at" datetime NOT NULL, "booking_id" bigint NULL REFERENCES "spaces_booking" ("id") DEFERRABLE INITIALLY DEFERRED, "space_id" bigint NOT NULL REFERENCES "spaces_space" ("id") DEFERRABLE INITIALLY DEFERRED, "ends_at" datetime NULL, "person_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "refusal" text NOT NULL, "series_id" bigint NULL REFERENCES "spaces_series" ("id") DEFERRABLE INITIALLY DEFERRED, "stamp" datetime NULL, "starts_at" datetime NULL, "tried_at" datetime NULL, "feed_id" bigint NULL REFERENCES "spaces_busyfeed" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "spaces_imported_from_one_source" CHECK (("feed_id" IS NULL OR "person_id" IS NULL)))
-- next
CREATE TABLE "spaces_hours" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "weekday" smallint unsigned NOT NULL CHECK ("weekday" >= 0), "opens" time NOT NULL, "closes" time NOT NULL, "site_id" bigint NOT NULL REFERENCES "spaces_site" ("id") DEFERRABLE INITIALLY DEFERRED, "staffed_from" time NULL, "staffed_until" time NULL, "is_staffed" bool NOT NULL, CONSTRAINT "spaces_hours_once" UNIQUE ("site_id", "weekday"), CONSTRAINT "spaces_hours_weekday" CHECK ("weekday" <= 6), CONSTRAINT "spaces_hours_order" CHECK (("closes" > ("opens") OR "closes" = '00:00:00')), CONSTRAINT "spaces_hours_staffed" CHECK ((("staffed_from" IS NULL AND "staffed_until" IS NULL) OR ("staffed_from" IS NOT NULL AND ("staffed_until" > ("staffed_from") OR "staffed_until" = '00:00:00')))))
-- next
CREATE TABLE "spaces_series" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "frequency" varchar(20) NOT NULL, "interval" smallint unsigned NOT NULL CHECK ("interval" >= 0), "weekdays" text NOT NULL CHECK ((JSON_VALID("weekdays") OR "weekdays" IS NULL)), "first_date" date NOT NULL, "until_date" date NULL, "count" smallint unsigned NULL CHECK ("count" >= 0), "starts" time NOT NULL, "ends" time NOT NULL, "skips_holidays" bool NOT NULL, "made_at" datetime NOT NULL, "site_id" bigint NOT NULL REFERENCES "spaces_site" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "spaces_series_interval" CHECK ("interval" >= 1), CONSTRAINT "spaces_series_order" CHECK (("ends" > ("starts") OR "ends" = '00:00:00')))
-- next
CREATE TABLE "spaces_specialday" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "date" date NOT NULL, "opens" time NULL, "closes" time NULL, "reason_fi" varchar(200) NOT NULL, "reason_sv" varchar(200) NOT NULL, "reason_en" varchar(200) NOT NULL, "site_id" bigint NOT NULL REFERENCES "spaces_site" ("id") DEFERRABLE INITIALLY DEFERRED, "closure_id" bigint NULL REFERENCES "spaces_closure" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "spaces_special_day_order" CHECK ((("closes" IS NULL AND "opens" IS NULL) OR ("closes" IS NOT NULL AND "opens" IS NOT NULL AND ("closes" > ("opens") OR "closes" = '00:00:00')))))
-- next
CREATE TABLE "trail_link" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(12) NOT NULL, "at" datetime NOT NULL, "undone_at" datetime NULL, "source_id" bigint NOT NULL REFERENCES "trail_node" ("id") DEFERRABLE INITIALLY DEFERRED, "target_id" bigint NOT NULL REFERENCES "trail_node" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "trail_link_two_things" CHECK (NOT ("source_id" = ("target_id"))))
-- next
CREATE TABLE "trail_overdue" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "due_on" date NOT NULL, "climb" varchar(6) NOT NULL, "at" datetime NOT NULL, "node_id" bigint NOT NULL REFERENCES "trail_node" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "trail_overdue_told_once" UNIQUE ("node_id", "due_on", "climb"))
-- next
CREATE TABLE "events_theme" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(80) NOT NULL UNIQUE, "name_fi" varchar(120) NOT NULL, "name_sv" varchar(120) NOT NULL, "name_en" varchar(120) NOT NULL, "about_fi" text NOT NULL, "about_sv" text NOT NULL, "about_en" text NOT NULL)
-- next
CREATE TABLE "events_programmeitem" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "starts_at" datetime NOT NULL, "title" varchar(200) NOT NULL, "event_id" bigint NOT NULL REFERENCES "events_event" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "events_question" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "text" varchar(300) NOT NULL, "why" varchar(300) NOT NULL, "kind" varchar(10) NOT NULL, "options" text NOT NULL CHECK ((JSON_VALID("options") OR "options" IS NULL)), "sensitivity" varchar(10) NOT NULL, "is_required" bool NOT NULL, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "event_id" bigint NOT NULL REFERENCES "events_event" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "events_companion" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(150) NOT NULL, "registration_id" bigint NOT NULL REFERENCES "events_registration" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "events_season" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(80) NOT NULL UNIQUE, "name_fi" varchar(120) NOT NULL, "name_sv" varchar(120) NOT NULL, "name_en" varchar(120) NOT NULL, "starts_on" date NOT NULL, "ends_on" date NOT NULL, CONSTRAINT "events_season_order" CHECK ("ends_on" >= ("starts_on")))
-- next
CREATE TABLE "events_speaker" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(150) NOT NULL, "organisation" varchar(200) NOT NULL, "topic" varchar(200) NOT NULL, "consents" bool NOT NULL, "event_id" bigint NOT NULL REFERENCES "events_event" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "events_tag" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "word" varchar(60) NOT NULL UNIQUE, CONSTRAINT "events_tag_lower" CHECK ("word" = (LOWER("word"))))
-- next
CREATE TABLE "events_event_tags" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "event_id" bigint NOT NULL REFERENCES "events_event" ("id") DEFERRABLE INITIALLY DEFERRED, "tag_id" bigint NOT NULL REFERENCES "events_tag" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "events_eventperson" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "part" varchar(10) NOT NULL, "event_id" bigint NOT NULL REFERENCES "events_event" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "events_person_once" UNIQUE ("event_id", "person_id", "part"))
-- next
CREATE TABLE "events_follow" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "made_at" datetime NOT NULL, "event_id" bigint NOT NULL REFERENCES "events_event" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "events_follow_once" UNIQUE ("event_id", "person_id"))
-- next
CREATE TABLE "events_invitee" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "event_id" bigint NOT NULL REFERENCES "events_event" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "events_invitee_once" UNIQUE ("event_id", "person_id"))
-- next
CREATE TABLE "events_answer" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "value" text NOT NULL, "question_id" bigint NOT NULL REFERENCES "events_question" ("id") DEFERRABLE INITIALLY DEFERRED, "registration_id" bigint NOT NULL REFERENCES "events_registration" ("id") DEFERRABLE INITIALLY DEFERRED, "keep_days" smallint unsigned NULL CHECK ("keep_days" >= 0), CONSTRAINT "events_answer_once" UNIQUE ("registration_id", "question_id"))
-- next
CREATE TABLE "events_plannedtheme" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "wish" text NOT NULL, "owner_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "season_id" bigint NOT NULL REFERENCES "events_season" ("id") DEFERRABLE INITIALLY DEFERRED, "theme_id" bigint NOT NULL REFERENCES "events_theme" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "events_planned_once" UNIQUE ("season_id", "theme_id"))
-- next
CREATE TABLE "events_feedbackgiven" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "registration_id" bigint NOT NULL UNIQUE REFERENCES "events_registration" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "events_invitation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "topic" varchar(200) NOT NULL, "audience" varchar(200) NOT NULL, "text" text NOT NULL, "dates" varchar(300) NOT NULL, "people" integer unsigned NOT NULL CHECK ("people" >= 0), "made_at" datetime NOT NULL, "answer_due_on" date NOT NULL, "accepted_at" datetime NULL, "declined_at" datetime NULL, "reason" text NOT NULL, "withdrawn_at" datetime NULL, "answered_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "event_id" bigint NULL UNIQUE REFERENCES "events_event" ("id") DEFERRABLE INITIALLY DEFERRED, "made_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "organisation_id" bigint NOT NULL REFERENCES "people_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, "climbed_at" datetime NULL, CONSTRAINT "events_invitation_one_answer" CHECK (("accepted_at" IS NULL OR "declined_at" IS NULL)), CONSTRAINT "events_invitation_reason" CHECK (("declined_at" IS NULL OR "reason" > '')), CONSTRAINT "events_invitation_scheduled" CHECK (("event_id" IS NULL OR "accepted_at" IS NOT NULL)))
-- next
CREATE TABLE "events_outcome" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(20) NOT NULL, "text" varchar(500) NOT NULL, "due_on" date NULL, "done_at" datetime NULL, "made_at" datetime NOT NULL, "event_id" bigint NOT NULL REFERENCES "events_event" ("id") DEFERRABLE INITIALLY DEFERRED, "owner_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "events_outcome_says_something" CHECK ("text" > ''), CONSTRAINT "events_next_step_has_a_date" CHECK ((NOT ("kind" = 'next_step') OR "due_on" IS NOT NULL)))
-- next
CREATE TABLE "events_targetvote" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "target_id" bigint NOT NULL REFERENCES "events_target" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "events_vote_once" UNIQUE ("target_id", "person_id"))
-- next
CREATE TABLE "events_reminder" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(10) NOT NULL, "starts_at" datetime NOT NULL, "made_at" datetime NOT NULL, "event_id" bigint NOT NULL REFERENCES "events_event" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "events_reminder_once" UNIQUE ("event_id", "kind", "starts_at"))
-- next
CREATE TABLE "events_feedback" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "was_useful" smallint unsigned NOT NULL CHECK ("was_useful" >= 0), "met_somebody_new" bool NOT NULL, "comes_again" bool NOT NULL, "event_id" bigint NOT NULL REFERENCES "events_event" ("id") DEFERRABLE INITIALLY DEFERRED, "count" integer unsigned NOT NULL CHECK ("count" >= 0), CONSTRAINT "events_feedback_scale" CHECK (("was_useful" >= 1 AND "was_useful" <= 5)), CONSTRAINT "events_feedback_counted" UNIQUE ("event_id", "was_useful", "met_somebody_new", "comes_again"))
-- next
CREATE TABLE "events_digest" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "summary" text NOT NULL, "published_at" datetime NOT NULL, "event_id" bigint NOT NULL UNIQUE REFERENCES "events_event" ("id") DEFERRABLE INITIALLY DEFERRED, "published_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "gathered_at" datetime NOT NULL)
-- next
CREATE TABLE "events_takeaway" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "text" text NOT NULL, "link" varchar(500) NOT NULL, "picture" varchar(100) NOT NULL, "picture_words" varchar(300) NOT NULL, "recording" varchar(100) NOT NULL, "recording_words" text NOT NULL, "is_named" bool NOT NULL, "made_at" datetime NOT NULL, "event_id" bigint NOT NULL REFERENCES "events_event" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "changed_at" datetime NOT NULL, "reason" varchar(500) NOT NULL, "registration_id" bigint NULL UNIQUE REFERENCES "events_registration" ("id") DEFERRABLE INITIALLY DEFERRED, "removed_at" datetime NULL, "removed_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "events_takeaway_says_something" CHECK (("text" > '' OR "link" > '' OR "picture" > '' OR "recording" > '')), CONSTRAINT "events_takeaway_picture_has_words" CHECK (("picture" = '' OR "picture_words" > '')), CONSTRAINT "events_takeaway_recording_has_words" CHECK (("recording" = '' OR "recording_words" > '')), CONSTRAINT "events_takeaway_once" UNIQUE ("event_id", "person_id"), CONSTRAINT "events_takeaway_removed_why" CHECK (("removed_at" IS NULL OR "reason" > '')))
-- next
CREATE TABLE "events_feedbackfigures" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "count" integer unsigned NOT NULL CHECK ("count" >= 0), "counts" text NOT NULL CHECK ((JSON_VALID("counts") OR "counts" IS NULL)), "event_id" bigint NOT NULL UNIQUE REFERENCES "events_event" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "events_wording" ("event_id" bigint NOT NULL PRIMARY KEY REFERENCES "events_event" ("id") DEFERRABLE INITIALLY DEFERRED, "text" text NOT NULL)
-- next
CREATE TABLE "events_message" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "whom" varchar(10) NOT NULL, "subject" varchar(120) NOT NULL, "text" text NOT NULL, "reach" integer unsigned NOT NULL CHECK ("reach" >= 0), "made_at" datetime NOT NULL, "event_id" bigint NOT NULL REFERENCES "events_event" ("id") DEFERRABLE INITIALLY DEFERRED, "made_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "events_message_registrations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "message_id" bigint NOT NULL REFERENCES "events_message" ("id") DEFERRABLE INITIALLY DEFERRED, "registration_id" bigint NOT NULL REFERENCES "events_registration" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "events_press" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(10) NOT NULL, "seats" text NOT NULL CHECK ((JSON_VALID("seats") OR "seats" IS NULL)), "key" varchar(64) NOT NULL, "pressed_at" datetime NOT NULL, "made_at" datetime NOT NULL, "event_id" bigint NOT NULL REFERENCES "events_event" ("id") DEFERRABLE INITIALLY DEFERRED, "made_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "registration_id" bigint NOT NULL REFERENCES "events_registration" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "events_press_once" UNIQUE ("event_id", "key"))
-- next
CREATE TABLE "events_material" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(200) NOT NULL, "link" varchar(500) NOT NULL, "is_before" bool NOT NULL, "event_id" bigint NOT NULL REFERENCES "events_event" ("id") DEFERRABLE INITIALLY DEFERRED, "file" varchar(100) NOT NULL, CONSTRAINT "events_material_something" CHECK (("link" > '' OR "file" > '')))
-- next
CREATE TABLE "events_eventtemplate" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(120) NOT NULL, "is_for_all" bool NOT NULL, "made_at" datetime NOT NULL, "event_id" bigint NOT NULL REFERENCES "events_event" ("id") DEFERRABLE INITIALLY DEFERRED, "made_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "events_eventontrail" ("event_id" bigint NOT NULL PRIMARY KEY REFERENCES "events_event" ("id") DEFERRABLE INITIALLY DEFERRED, "node_id" bigint NOT NULL UNIQUE REFERENCES "trail_node" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "events_takeawayontrail" ("takeaway_id" bigint NOT NULL PRIMARY KEY REFERENCES "events_takeaway" ("id") DEFERRABLE INITIALLY DEFERRED, "node_id" bigint NOT NULL UNIQUE REFERENCES "trail_node" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "events_outcomeontrail" ("outcome_id" bigint NOT NULL PRIMARY KEY REFERENCES "events_outcome" ("id") DEFERRABLE INITIALLY DEFERRED, "node_id" bigint NOT NULL UNIQUE REFERENCES "trail_node" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "events_plannedontrail" ("planned_id" bigint NOT NULL PRIMARY KEY REFERENCES "events_plannedtheme" ("id") DEFERRABLE INITIALLY DEFERRED, "node_id" bigint NOT NULL UNIQUE REFERENCES "trail_node" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "events_event" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "place" varchar(200) NOT NULL, "title" varchar(150) NOT NULL, "summary" varchar(300) NOT NULL, "text" text NOT NULL, "language" varchar(2) NOT NULL, "spoken" text NOT NULL CHECK ((JSON_VALID("spoken") OR "spoken" IS NULL)), "starts_at" datetime NOT NULL, "ends_at" datetime NOT NULL, "online_link" varchar(500) NOT NULL, "outside_link" varchar(500) NOT NULL, "audience" varchar(20) NOT NULL, "audience_role" varchar(20) NOT NULL, "allocation" varchar(10) NOT NULL, "opens_at" datetime NOT NULL, "closes_at" datetime NOT NULL, "offer_hours" smallint unsigned NOT NULL CHECK ("offer_hours" >= 0), "lottery_seed" varchar(64) NOT NULL, "drawn_at" datetime NULL, "access" text NOT NULL, "is_recorded" bool NOT NULL, "has_captions" bool NOT NULL, "keep_answers_days" smallint unsigned NOT NULL CHECK ("keep_answers_days" >= 0), "dimensions" text NOT NULL CHECK ((JSON_VALID("dimensions") OR "dimensions" IS NULL)), "made_at" datetime NOT NULL, "changed_at" datetime NULL, "published_at" datetime NULL, "cancelled_at" datetime NULL, "reason" text NOT NULL, "lost_space_at" datetime NULL, "sequence" integer unsigned NOT NULL CHECK ("sequence" >= 0), "audience_organisation_id" bigint NULL REFERENCES "people_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, "booking_id" bigint NULL UNIQUE REFERENCES "spaces_booking" ("id") DEFERRABLE INITIALLY DEFERRED, "cancelled_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "made_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "published_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" bigint NULL REFERENCES "spaces_site" ("id") DEFERRABLE INITIALLY DEFERRED, "kind_id" bigint NOT NULL REFERENCES "events_eventkind" ("id") DEFERRABLE INITIALLY DEFERRED, "series_id" bigint NULL REFERENCES "events_eventseries" ("id") DEFERRABLE INITIALLY DEFERRED, "season_id" bigint NULL REFERENCES "events_season" ("id") DEFERRABLE INITIALLY DEFERRED, "theme_id" bigint NULL REFERENCES "events_theme" ("id") DEFERRABLE INITIALLY DEFERRED, "summaries" text NOT NULL CHECK ((JSON_VALID("summaries") OR "summaries" IS NULL)), "texts" text NOT NULL CHECK ((JSON_VALID("texts") OR "texts" IS NULL)), "titles" text NOT NULL CHECK ((JSON_VALID("titles") OR "titles" IS NULL)), "audience_circle_id" bigint NULL REFERENCES "circles_circle" ("id") DEFERRABLE INITIALLY DEFERRED, "lost_to_id" bigint NULL REFERENCES "spaces_closure" ("id") DEFERRABLE INITIALLY DEFERRED, "visited_id" bigint NULL REFERENCES "people_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "events_event_order" CHECK ("ends_at" > ("starts_at")), CONSTRAINT "events_event_registration" CHECK ("closes_at" > ("opens_at")), CONSTRAINT "events_event_seed_kept" CHECK (("drawn_at" IS NULL OR NOT ("lottery_seed" = ''))), CONSTRAINT "events_event_whose" CHECK ((NOT ("audience" = 'organisation') OR "audience_organisation_id" IS NOT NULL)), CONSTRAINT "events_event_whose_circle" CHECK ((("audience" = 'circle' AND "audience_circle_id" IS NOT NULL) OR (NOT ("audience" = 'circle') AND "audience_circle_id" IS NULL))))
-- next
CREATE TABLE "events_changereason" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "sequence" integer unsigned NOT NULL CHECK ("sequence" >= 0), "words" text NOT NULL, "made_at" datetime NOT NULL, "event_id" bigint NOT NULL REFERENCES "events_event" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "events_changereason_once" UNIQUE ("event_id", "sequence"), CONSTRAINT "events_changereason_said" CHECK (NOT ("words" = '')))
-- next
CREATE TABLE "events_draw" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "free" text NOT NULL CHECK ((JSON_VALID("free") OR "free" IS NULL)), "has_quotas" bool NOT NULL, "lots" text NOT NULL CHECK ((JSON_VALID("lots") OR "lots" IS NULL)), "event_id" bigint NOT NULL UNIQUE REFERENCES "events_event" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "events_link" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(10) NOT NULL, "email" varchar(254) NOT NULL, "name" varchar(150) NOT NULL, "language" varchar(2) NOT NULL, "nonce" varchar(64) NOT NULL UNIQUE, "secret" varchar(64) NOT NULL UNIQUE, "mode" varchar(10) NOT NULL, "people" smallint unsigned NOT NULL CHECK ("people" >= 0), "companions" text NOT NULL CHECK ((JSON_VALID("companions") OR "companions" IS NULL)), "answers" text NOT NULL CHECK ((JSON_VALID("answers") OR "answers" IS NULL)), "made_at" datetime NOT NULL, "due_at" datetime NOT NULL, "used_at" datetime NULL, "event_id" bigint NOT NULL REFERENCES "events_event" ("id") DEFERRABLE INITIALLY DEFERRED, "made_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "registration_id" bigint NULL REFERENCES "events_registration" ("id") DEFERRABLE INITIALLY DEFERRED, "withdrawn_at" datetime NULL, "asks_first" bool NULL, "is_shown" bool NOT NULL, CONSTRAINT "events_link_handed_what" CHECK ((NOT ("kind" = 'handed') OR "registration_id" IS NOT NULL)), CONSTRAINT "events_link_used_for" CHECK (("used_at" IS NULL OR "registration_id" IS NOT NULL)))
-- next
CREATE TABLE "events_trainingnote" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "noted_at" datetime NOT NULL, "event_id" bigint NOT NULL REFERENCES "events_event" ("id") DEFERRABLE INITIALLY DEFERRED, "organisation_id" bigint NULL REFERENCES "people_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "events_training_note_once" UNIQUE ("event_id", "person_id"))
-- next
CREATE TABLE "events_counted" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "people" smallint unsigned NOT NULL CHECK ("people" >= 0), "quota_id" bigint NOT NULL REFERENCES "events_quota" ("id") DEFERRABLE INITIALLY DEFERRED, "registration_id" bigint NOT NULL REFERENCES "events_registration" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "events_counted_once" UNIQUE ("registration_id", "quota_id"))
-- next
CREATE TABLE "events_pool" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "mode" varchar(10) NOT NULL, "capacity" integer unsigned NOT NULL CHECK ("capacity" >= 0), "taken" integer unsigned NOT NULL CHECK ("taken" >= 0), "event_id" bigint NOT NULL REFERENCES "events_event" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "events_pool_once" UNIQUE ("event_id", "mode"), CONSTRAINT "events_pool_not_oversold" CHECK ("taken" <= ("capacity")))
-- next
CREATE TABLE "events_quota" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "role" varchar(20) NOT NULL, "most" integer unsigned NOT NULL CHECK ("most" >= 0), "taken" integer unsigned NOT NULL CHECK ("taken" >= 0), "event_id" bigint NOT NULL REFERENCES "events_event" ("id") DEFERRABLE INITIALLY DEFERRED, "organisation_id" bigint NULL REFERENCES "people_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "events_quota_kept" CHECK ("taken" <= ("most")), CONSTRAINT "events_quota_whose" CHECK ((("organisation_id" IS NULL AND "role" > '') OR ("organisation_id" IS NOT NULL AND "role" = ''))))
-- next
CREATE TABLE "events_eventseries" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name_fi" varchar(150) NOT NULL, "name_sv" varchar(150) NOT NULL, "name_en" varchar(150) NOT NULL, "about_fi" text NOT NULL, "about_sv" text NOT NULL, "about_en" text NOT NULL, "theme_id" bigint NULL REFERENCES "events_theme" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "events_series_named" CHECK (NOT ("name_en" = '' AND "name_fi" = '' AND "name_sv" = '')))
-- next
CREATE TABLE "events_eventkind" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(60) NOT NULL UNIQUE, "name_fi" varchar(80) NOT NULL, "name_sv" varchar(80) NOT NULL, "name_en" varchar(80) NOT NULL, "minutes" smallint unsigned NOT NULL CHECK ("minutes" >= 0), "places" integer unsigned NOT NULL CHECK ("places" >= 0), "virtual_places" integer unsigned NOT NULL CHECK ("virtual_places" >= 0), "allocation" varchar(10) NOT NULL, "audience" varchar(20) NOT NULL, "is_external" bool NOT NULL, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "retired_at" datetime NULL, "purpose" varchar(10) NOT NULL, "keep_answers_days" smallint unsigned NOT NULL CHECK ("keep_answers_days" >= 0), CONSTRAINT "events_kind_length" CHECK ("minutes" >= 5))
-- next
CREATE TABLE "events_auditline" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "what" varchar(10) NOT NULL, "at" datetime NOT NULL, "registration" bigint NULL, "mode" varchar(10) NOT NULL, "before" integer unsigned NULL CHECK ("before" >= 0), "after" integer unsigned NULL CHECK ("after" >= 0), "reason" text NULL, "by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "event_id" bigint NOT NULL REFERENCES "events_event" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "events_audit_why" CHECK ((NOT ("what" = 'priority') OR "reason" IS NULL OR "reason" > '')), CONSTRAINT "events_audit_of_what" CHECK ((("after" IS NOT NULL AND "before" IS NOT NULL AND "registration" IS NULL AND "what" = 'capacity') OR (NOT ("what" = 'capacity') AND "after" IS NULL AND "before" IS NULL))))
-- next
CREATE TABLE "events_kindquestion" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "text_fi" varchar(300) NOT NULL, "text_sv" varchar(300) NOT NULL, "text_en" varchar(300) NOT NULL, "why_fi" varchar(300) NOT NULL, "why_sv" varchar(300) NOT NULL, "why_en" varchar(300) NOT NULL, "answer" varchar(10) NOT NULL, "sensitivity" varchar(10) NOT NULL, "is_required" bool NOT NULL, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "kind_id" bigint NOT NULL REFERENCES "events_eventkind" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "events_kindquestion_asked" CHECK (NOT ("text_en" = '' AND "text_fi" = '' AND "text_sv" = '')), CONSTRAINT "events_kindquestion_why" CHECK (("sensitivity" = 'ordinary' OR NOT ("why_en" = '' AND "why_fi" = '' AND "why_sv" = ''))), CONSTRAINT "events_kindquestion_open" CHECK (NOT ("answer" = 'choice')))
-- next
CREATE TABLE "events_target" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(150) NOT NULL, "why" varchar(500) NOT NULL, "proposed_at" datetime NOT NULL, "chosen_at" datetime NULL, "reason" varchar(500) NOT NULL, "chosen_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "proposed_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "season_id" bigint NULL REFERENCES "events_season" ("id") DEFERRABLE INITIALLY DEFERRED, "removed_at" datetime NULL, "removed_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "events_target_choice_has_reason" CHECK (("chosen_at" IS NULL OR "reason" > '')), CONSTRAINT "events_target_removed_why" CHECK (("removed_at" IS NULL OR ("chosen_at" IS NULL AND "reason" > ''))))
-- next
CREATE TABLE "events_registration" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "mode" varchar(10) NOT NULL, "guest_name" varchar(150) NOT NULL, "guest_email" varchar(254) NOT NULL, "guest_language" varchar(2) NOT NULL, "secret" varchar(64) NOT NULL, "people" smallint unsigned NOT NULL CHECK ("people" >= 0), "asked_at" datetime NOT NULL, "queued_at" datetime NOT NULL, "rank" integer unsigned NULL CHECK ("rank" >= 0), "has_priority" bool NOT NULL, "priority_reason" varchar(300) NOT NULL, "offered_at" datetime NULL, "offer_due_at" datetime NULL, "confirmed_at" datetime NULL, "ended_at" datetime NULL, "end" varchar(20) NOT NULL, "reason" varchar(300) NOT NULL, "is_walk_in" bool NOT NULL, "arrived_at" datetime NULL, "arrived" smallint unsigned NOT NULL CHECK ("arrived" >= 0), "sequence" integer unsigned NOT NULL CHECK ("sequence" >= 0), "arrived_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "ended_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "event_id" bigint NOT NULL REFERENCES "events_event" ("id") DEFERRABLE INITIALLY DEFERRED, "made_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "organisation_id" bigint NULL REFERENCES "people_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "pool_id" bigint NULL REFERENCES "events_pool" ("id") DEFERRABLE INITIALLY DEFERRED, "priority_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "asks_first" bool NULL, "shown_at" datetime NULL, CONSTRAINT "events_registration_somebody" CHECK (("people" >= 1 AND "people" <= 50)), CONSTRAINT "events_registration_given_back" CHECK (("pool_id" IS NULL OR "ended_at" IS NULL)), CONSTRAINT "events_registration_confirmed_has_place" CHECK (("confirmed_at" IS NULL OR "pool_id" IS NOT NULL OR "ended_at" IS NOT NULL)), CONSTRAINT "events_registration_end_has_reason" CHECK ((("end" = '' AND "ended_at" IS NULL) OR ("end" > '' AND "ended_at" IS NOT NULL))), CONSTRAINT "events_registration_priority_reason" CHECK (("has_priority" = 0 OR "priority_reason" > '')), CONSTRAINT "events_registration_arrived" CHECK ("arrived" <= ("people")))
-- next
CREATE TABLE "ideas_phase" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(10) NOT NULL, "starts_at" datetime NOT NULL, "campaign_id" bigint NOT NULL REFERENCES "ideas_campaign" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "ideas_phase_once" UNIQUE ("campaign_id", "kind"), CONSTRAINT "ideas_phase_one_at_a_time" UNIQUE ("campaign_id", "starts_at"))
-- next
CREATE TABLE "ideas_merge" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "asked_at" datetime NOT NULL, "reason" text NOT NULL, "agreed_at" datetime NULL, "refused_at" datetime NULL, "undone_at" datetime NULL, "asked_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "idea_id" bigint NOT NULL REFERENCES "ideas_idea" ("id") DEFERRABLE INITIALLY DEFERRED, "into_id" bigint NOT NULL REFERENCES "ideas_idea" ("id") DEFERRABLE INITIALLY DEFERRED, "answered_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "words" varchar(500) NOT NULL, CONSTRAINT "ideas_merge_of_two" CHECK (NOT ("idea_id" = ("into_id"))), CONSTRAINT "ideas_merge_one_answer" CHECK (("agreed_at" IS NULL OR "refused_at" IS NULL)), CONSTRAINT "ideas_merge_refused_is_none" CHECK (("refused_at" IS NULL OR "undone_at" IS NOT NULL)))
-- next
CREATE TABLE "ideas_support" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "value" smallint unsigned NOT NULL CHECK ("value" >= 0), "at" datetime NOT NULL, "idea_id" bigint NOT NULL REFERENCES "ideas_idea" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "by_turn" bool NOT NULL, "round" smallint unsigned NOT NULL CHECK ("round" >= 0), CONSTRAINT "ideas_support_scale" CHECK ("value" <= 4), CONSTRAINT "ideas_support_once" UNIQUE ("idea_id", "person_id", "round"), CONSTRAINT "ideas_support_round" CHECK ("round" IN (1, 2)))
-- next
CREATE TABLE "ideas_turn" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "round" smallint unsigned NOT NULL CHECK ("round" >= 0), "shown" integer unsigned NOT NULL CHECK ("shown" >= 0), "place" real NOT NULL, "campaign_id" bigint NOT NULL REFERENCES "ideas_campaign" ("id") DEFERRABLE INITIALLY DEFERRED, "idea_id" bigint NOT NULL REFERENCES "ideas_idea" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "ideas_turn_once" UNIQUE ("idea_id", "round"))
-- next
CREATE TABLE "ideas_attachment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(10) NOT NULL, "file" varchar(100) NOT NULL, "words" text NOT NULL, "at" datetime NOT NULL, "idea_id" bigint NOT NULL REFERENCES "ideas_idea" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "ideas_attachment_has_words" CHECK (("file" > '' AND "words" > '')), CONSTRAINT "ideas_attachment_of_a_kind" CHECK ("kind" IN ('picture', 'sound', 'film', 'document')))
-- next
CREATE TABLE "ideas_campaign" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(80) NOT NULL UNIQUE, "title_fi" varchar(120) NOT NULL, "title_sv" varchar(120) NOT NULL, "title_en" varchar(120) NOT NULL, "question_fi" varchar(300) NOT NULL, "question_sv" varchar(300) NOT NULL, "question_en" varchar(300) NOT NULL, "audience" varchar(20) NOT NULL, "weighing" varchar(10) NOT NULL, "approve_most" smallint unsigned NOT NULL CHECK ("approve_most" >= 0), "promise_days" smallint unsigned NOT NULL CHECK ("promise_days" >= 0), "made_at" datetime NOT NULL, "node_id" bigint NOT NULL UNIQUE REFERENCES "trail_node" ("id") DEFERRABLE INITIALLY DEFERRED, "organisation_id" bigint NOT NULL REFERENCES "people_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, "owner_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "seed" varchar(64) NOT NULL, "accent" varchar(10) NOT NULL, "born_at_id" bigint NULL REFERENCES "events_event" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "ideas_campaign_promise" CHECK (("promise_days" >= 1 AND "promise_days" <= 60)), CONSTRAINT "ideas_campaign_approves" CHECK ("approve_most" >= 1))
-- next
CREATE TABLE "ideas_campaignpicture" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "file" varchar(100) NOT NULL, "width" integer unsigned NOT NULL CHECK ("width" >= 0), "height" integer unsigned NOT NULL CHECK ("height" >= 0), "alt_fi" varchar(200) NOT NULL, "alt_sv" varchar(200) NOT NULL, "alt_en" varchar(200) NOT NULL, "campaign_id" bigint NOT NULL UNIQUE REFERENCES "ideas_campaign" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "ideas_picture_has_words" CHECK ((NOT ("alt_fi" = '') AND NOT ("alt_sv" = ''))))
-- next
CREATE TABLE "ideas_commentreport" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "reason" text NOT NULL, "answered_at" datetime NULL, "answer" text NULL, "answered_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "comment_id" bigint NOT NULL REFERENCES "ideas_comment" ("id") DEFERRABLE INITIALLY DEFERRED, "hiding_id" bigint NULL REFERENCES "ideas_hiding" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "ideas_reported_once" UNIQUE ("comment_id", "person_id"), CONSTRAINT "ideas_reported_with_reason" CHECK (LENGTH(TRIM("reason")) >= 20), CONSTRAINT "ideas_report_hides_or_says_why" CHECK ((("answer" IS NULL AND "answered_at" IS NULL AND "answered_by_id" IS NULL AND "hiding_id" IS NULL) OR ("answer" IS NOT NULL AND "answered_at" IS NOT NULL AND "hiding_id" IS NULL AND LENGTH(TRIM("answer")) >= 20) OR ("answer" IS NULL AND "answered_at" IS NOT NULL AND "hiding_id" IS NOT NULL))))
-- next
CREATE TABLE "ideas_hiding" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "reason" text NOT NULL, "appealed_at" datetime NULL, "appeal" text NULL, "ruled_at" datetime NULL, "ruling" text NULL, "restored_at" datetime NULL, "author_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "comment_id" bigint NOT NULL REFERENCES "ideas_comment" ("id") DEFERRABLE INITIALLY DEFERRED, "ruled_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "ideas_hidden_with_reason" CHECK (LENGTH(TRIM("reason")) >= 20), CONSTRAINT "ideas_ruling_has_a_moment" CHECK (("ruled_by_id" IS NULL OR "ruled_at" IS NOT NULL)), CONSTRAINT "ideas_ruled_by_another" CHECK (("ruled_by_id" IS NULL OR (("by_id" IS NULL OR NOT ("ruled_by_id" = ("by_id") AND "ruled_by_id" IS NOT NULL AND "by_id" IS NOT NULL)) AND ("author_id" IS NULL OR NOT ("ruled_by_id" = ("author_id") AND "ruled_by_id" IS NOT NULL AND "author_id" IS NOT NULL))))), CONSTRAINT "ideas_appeal_says_something" CHECK ((("appeal" IS NULL AND "appealed_at" IS NULL) OR ("appeal" IS NOT NULL AND "appealed_at" IS NOT NULL AND LENGTH(TRIM("appeal")) >= 20))), CONSTRAINT "ideas_ruling_answers_an_appeal" CHECK ((("ruled_at" IS NULL AND "ruling" IS NULL) OR ("appealed_at" IS NOT NULL AND "ruled_at" IS NOT NULL AND "ruling" IS NOT NULL AND LENGTH(TRIM("ruling")) >= 20))))
-- next
CREATE TABLE "experiments_teammember" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "experiment_id" bigint NOT NULL REFERENCES "experiments_experiment" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "experiments_member_once" UNIQUE ("experiment_id", "person_id"))
-- next
CREATE TABLE "experiments_question" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "text" text NOT NULL, "at" datetime NOT NULL, "answer" text NOT NULL, "answered_at" datetime NULL, "answered_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "experiment_id" bigint NOT NULL REFERENCES "experiments_experiment" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "experiments_question_asks_something" CHECK ("text" > ''), CONSTRAINT "experiments_question_answered" CHECK (("answered_at" IS NULL OR "answer" > '')))
-- next
CREATE TABLE "experiments_attachment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(10) NOT NULL, "file" varchar(100) NOT NULL, "words" text NOT NULL, "at" datetime NOT NULL, "note_id" bigint NOT NULL REFERENCES "experiments_note" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "experiments_attachment_has_words" CHECK (("file" > '' AND "words" > '')), CONSTRAINT "experiments_attachment_of_a_kind" CHECK ("kind" IN ('picture', 'sound', 'film', 'document')))
-- next
CREATE TABLE "experiments_baton" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(150) NOT NULL, "text" text NOT NULL, "hold_days" smallint unsigned NOT NULL CHECK ("hold_days" >= 0), "launched_at" datetime NOT NULL, "campaign_id" bigint NULL REFERENCES "ideas_campaign" ("id") DEFERRABLE INITIALLY DEFERRED, "launched_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "node_id" bigint NOT NULL UNIQUE REFERENCES "trail_node" ("id") DEFERRABLE INITIALLY DEFERRED, "split_from_id" bigint NULL REFERENCES "experiments_hold" ("id") DEFERRABLE INITIALLY DEFERRED, "first_id" bigint NULL REFERENCES "experiments_baton" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "experiments_hold_days" CHECK (("hold_days" >= 1 AND "hold_days" <= 90)), CONSTRAINT "experiments_baton_branches_forward" CHECK ((("first_id" IS NULL AND "split_from_id" IS NULL) OR ("first_id" IS NOT NULL AND "first_id" < ("id") AND "split_from_id" IS NOT NULL))))
-- next
CREATE TABLE "experiments_note" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "text" text NOT NULL, "at" datetime NOT NULL, "experiment_id" bigint NOT NULL REFERENCES "experiments_experiment" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "experiments_note_says_something" CHECK ("text" > ''))
-- next
CREATE TABLE "experiments_teaminvitation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "invited_at" datetime NOT NULL, "accepted_at" datetime NULL, "declined_at" datetime NULL, "experiment_id" bigint NOT NULL REFERENCES "experiments_experiment" ("id") DEFERRABLE INITIALLY DEFERRED, "invited_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "organisation_id" bigint NULL REFERENCES "people_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "withdrawn_at" datetime NULL, CONSTRAINT "experiments_invitation_one_answer" CHECK ((("accepted_at" IS NULL AND "declined_at" IS NULL) OR ("accepted_at" IS NULL AND "withdrawn_at" IS NULL) OR ("declined_at" IS NULL AND "withdrawn_at" IS NULL))))
-- next
CREATE TABLE "experiments_hold" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "number" integer unsigned NOT NULL CHECK ("number" >= 0), "given_at" datetime NOT NULL, "due_on" date NOT NULL, "accepted_at" datetime NULL, "handed_at" datetime NULL, "passed_at" datetime NULL, "freed_at" datetime NULL, "baton_id" bigint NOT NULL REFERENCES "experiments_baton" ("id") DEFERRABLE INITIALLY DEFERRED, "experiment_id" bigint NULL UNIQUE REFERENCES "experiments_experiment" ("id") DEFERRABLE INITIALLY DEFERRED, "organisation_id" bigint NULL REFERENCES "people_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "given_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "given_to" varchar(10) NOT NULL, "is_named" bool NOT NULL, CONSTRAINT "experiments_hold_in_turn" UNIQUE ("baton_id", "number"), CONSTRAINT "experiments_handed_after_trying" CHECK (("handed_at" IS NULL OR ("accepted_at" IS NOT NULL AND "experiment_id" IS NOT NULL))), CONSTRAINT "experiments_hold_order" CHECK (("accepted_at" IS NULL OR "accepted_at" >= ("given_at"))), CONSTRAINT "experiments_hold_of_a_unit" CHECK ((NOT ("given_to" = 'unit') OR "organisation_id" IS NOT NULL)), CONSTRAINT "experiments_hold_by_somebody_else" CHECK (("person_id" IS NULL OR "given_by_id" IS NULL OR NOT ("person_id" = ("given_by_id") AND "person_id" IS NOT NULL AND "given_by_id" IS NOT NULL))), CONSTRAINT "experiments_turn_ends_once" CHECK ((("handed_at" IS NULL AND "passed_at" IS NULL) OR ("freed_at" IS NULL AND "handed_at" IS NULL) OR ("freed_at" IS NULL AND "passed_at" IS NULL))))
-- next
CREATE TABLE "experiments_wording" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(150) NOT NULL, "why" text NOT NULL, "expectation" text NOT NULL, "measure" text NOT NULL, "place" varchar(200) NOT NULL, "perspectives" text NOT NULL CHECK ((JSON_VALID("perspectives") OR "perspectives" IS NULL)), "note_id" bigint NOT NULL UNIQUE REFERENCES "experiments_note" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "experiments_experiment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(150) NOT NULL, "why" text NOT NULL, "expectation" text NOT NULL, "measure" text NOT NULL, "place" varchar(200) NOT NULL, "perspectives" text NOT NULL CHECK ((JSON_VALID("perspectives") OR "perspectives" IS NULL)), "euros" integer unsigned NOT NULL CHECK ("euros" >= 0), "repeats_how" varchar(10) NOT NULL, "starts_on" date NOT NULL, "ends_on" date NOT NULL, "made_at" datetime NOT NULL, "ended_at" datetime NULL, "works" varchar(10) NOT NULL, "result" text NOT NULL, "lesson" text NOT NULL, "decision" text NOT NULL, "ended_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "idea_id" bigint NULL REFERENCES "ideas_idea" ("id") DEFERRABLE INITIALLY DEFERRED, "node_id" bigint NOT NULL UNIQUE REFERENCES "trail_node" ("id") DEFERRABLE INITIALLY DEFERRED, "organisation_id" bigint NULL REFERENCES "people_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, "first_id" bigint NULL REFERENCES "experiments_experiment" ("id") DEFERRABLE INITIALLY DEFERRED, "repeats_id" bigint NULL REFERENCES "experiments_experiment" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "experiments_days" CHECK ("ends_on" >= ("starts_on")), CONSTRAINT "experiments_ended_with_lesson" CHECK (("ended_at" IS NULL OR ("works" > '' AND LENGTH(TRIM("lesson")) >= 20))), CONSTRAINT "experiments_repeats_an_earlier_one" CHECK ((("first_id" IS NULL AND "repeats_id" IS NULL AND "repeats_how" = '') OR ("first_id" IS NOT NULL AND "repeats_id" IS NOT NULL AND "repeats_id" < ("id") AND "repeats_how" > ''))), CONSTRAINT "experiments_small_money" CHECK ("euros" <= 100000))
-- next
CREATE TABLE "experiments_reception" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "answer" text NOT NULL, "answered_at" datetime NULL, "experiment_id" bigint NOT NULL UNIQUE REFERENCES "experiments_experiment" ("id") DEFERRABLE INITIALLY DEFERRED, "node_id" bigint NOT NULL UNIQUE REFERENCES "trail_node" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "given_to" varchar(10) NOT NULL, "organisation_id" bigint NULL REFERENCES "people_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, "taken_at" datetime NULL, "left_anew" smallint unsigned NOT NULL CHECK ("left_anew" >= 0), CONSTRAINT "experiments_reception_answered" CHECK (("answered_at" IS NULL OR "answer" > '')), CONSTRAINT "experiments_lesson_of_a_unit" CHECK ((NOT ("given_to" = 'unit') OR "organisation_id" IS NOT NULL)))
-- next
CREATE TABLE "trail_contribution" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "part" varchar(12) NOT NULL, "at" datetime NOT NULL, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "node_id" bigint NOT NULL REFERENCES "trail_node" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "trail_contribution_once" UNIQUE ("node_id", "person_id", "part"))
-- next
CREATE TABLE "trail_node" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(12) NOT NULL, "opened_at" datetime NOT NULL, "next_step" varchar(200) NOT NULL, "due_on" date NULL, "closed_at" datetime NULL, "owner_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "trail_node_open_is_promised" CHECK (("closed_at" IS NOT NULL OR ("due_on" IS NOT NULL AND "owner_id" IS NOT NULL))))
-- next
CREATE TABLE "ideas_author" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "person_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "idea_id" bigint NOT NULL REFERENCES "ideas_idea" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "ideas_author_once" UNIQUE ("idea_id", "person_id"))
-- next
CREATE TABLE "ideas_authorinvitation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "invited_at" datetime NOT NULL, "accepted_at" datetime NULL, "declined_at" datetime NULL, "withdrawn_at" datetime NULL, "idea_id" bigint NOT NULL REFERENCES "ideas_idea" ("id") DEFERRABLE INITIALLY DEFERRED, "invited_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "organisation_id" bigint NULL REFERENCES "people_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "ideas_invitation_one_answer" CHECK ((("accepted_at" IS NULL AND "declined_at" IS NULL) OR ("accepted_at" IS NULL AND "withdrawn_at" IS NULL) OR ("declined_at" IS NULL AND "withdrawn_at" IS NULL))))
-- next
CREATE TABLE "ideas_phasebegun" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(10) NOT NULL, "at" datetime NOT NULL, "campaign_id" bigint NOT NULL REFERENCES "ideas_campaign" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "ideas_phase_told_once" UNIQUE ("campaign_id", "kind"))
-- next
CREATE TABLE "ideas_comment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "stance" varchar(10) NOT NULL, "text" text NOT NULL, "at" datetime NOT NULL, "person_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "idea_id" bigint NOT NULL REFERENCES "ideas_idea" ("id") DEFERRABLE INITIALLY DEFERRED, "reworded_at" datetime NULL, "taken_back_at" datetime NULL, "answers_id" bigint NULL REFERENCES "ideas_comment" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "ideas_comment_says_something" CHECK ((("text" > '' AND "taken_back_at" IS NULL) OR ("taken_back_at" IS NOT NULL AND "text" = ''))))
-- next
CREATE TABLE "ideas_idea" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(150) NOT NULL, "text" text NOT NULL, "language" varchar(2) NOT NULL, "perspective" varchar(20) NOT NULL, "state" varchar(12) NOT NULL, "reason" text NOT NULL, "made_at" datetime NOT NULL, "changed_at" datetime NULL, "came_in" varchar(10) NOT NULL, "answered_at" datetime NULL, "born_at_id" bigint NULL REFERENCES "events_event" ("id") DEFERRABLE INITIALLY DEFERRED, "campaign_id" bigint NOT NULL REFERENCES "ideas_campaign" ("id") DEFERRABLE INITIALLY DEFERRED, "node_id" bigint NOT NULL UNIQUE REFERENCES "trail_node" ("id") DEFERRABLE INITIALLY DEFERRED, "organisation_id" bigint NULL REFERENCES "people_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "ideas_closed_with_reason" CHECK (("state" IN ('open', 'considered', 'tried') OR LENGTH(TRIM("reason")) >= 40)))
-- next
CREATE TABLE "ideas_ideastep" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "state" varchar(12) NOT NULL, "at" datetime NOT NULL, "reason" text NOT NULL, "next_step" varchar(200) NOT NULL, "due_on" date NULL, "by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "idea_id" bigint NOT NULL REFERENCES "ideas_idea" ("id") DEFERRABLE INITIALLY DEFERRED, "node_id" bigint NULL UNIQUE REFERENCES "trail_node" ("id") DEFERRABLE INITIALLY DEFERRED, "owner_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "is_entrusting" bool NOT NULL, CONSTRAINT "ideas_step_closed_with_reason" CHECK (("state" IN ('open', 'considered', 'tried') OR LENGTH(TRIM("reason")) >= 40 OR ("is_entrusting" = 1 AND "state" IN ('open', 'considered', 'accepted', 'tried')))))
-- next
CREATE TABLE "library_item" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(8) NOT NULL, "language" varchar(2) NOT NULL, "audience" varchar(8) NOT NULL, "source_kind" varchar(12) NOT NULL, "made_at" datetime NOT NULL, "published_at" datetime NULL, "checked_at" datetime NULL, "review_on" date NULL, "keeping" varchar(8) NOT NULL, "node_id" bigint NULL UNIQUE REFERENCES "trail_node" ("id") DEFERRABLE INITIALLY DEFERRED, "organisation_id" bigint NULL REFERENCES "people_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, "source_id" bigint NULL REFERENCES "trail_node" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "library_published_is_reviewed" CHECK ((("node_id" IS NULL AND "published_at" IS NULL) OR ("node_id" IS NOT NULL AND "published_at" IS NOT NULL AND "review_on" IS NOT NULL))), CONSTRAINT "library_source_has_kind" CHECK ((("source_id" IS NULL AND "source_kind" = '') OR ("source_id" IS NOT NULL AND "source_kind" > ''))), CONSTRAINT "library_not_own_source" CHECK (("node_id" IS NULL OR "source_id" IS NULL OR NOT ("node_id" = ("source_id") AND "node_id" IS NOT NULL AND "source_id" IS NOT NULL))))
-- next
CREATE TABLE "library_check" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "until" date NOT NULL, "by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "item_id" bigint NOT NULL REFERENCES "library_item" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "library_adoption" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "node_id" bigint NOT NULL UNIQUE REFERENCES "trail_node" ("id") DEFERRABLE INITIALLY DEFERRED, "organisation_id" bigint NULL REFERENCES "people_organisation" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "item_id" bigint NOT NULL REFERENCES "library_item" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "library_adopted_once" UNIQUE ("item_id", "person_id"))
-- next
CREATE TABLE "library_keeper" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "item_id" bigint NOT NULL REFERENCES "library_item" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "library_keeper_once" UNIQUE ("item_id", "person_id"))
-- next
CREATE TABLE "library_label" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "word" varchar(20) NOT NULL, "item_id" bigint NOT NULL REFERENCES "library_item" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "library_label_once" UNIQUE ("item_id", "word"))
-- next
CREATE TABLE "library_report" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "superseded_at" datetime NULL, "place" varchar(200) NOT NULL, "how" text NOT NULL, "result" varchar(6) NOT NULL, "rating" smallint unsigned NULL CHECK ("rating" >= 0), "ended" bool NOT NULL, "adoption_id" bigint NOT NULL REFERENCES "library_adoption" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "library_rated_after_use" CHECK (("rating" IS NULL OR ("rating" >= 1 AND "rating" <= 5 AND NOT ("result" = 'early')))), CONSTRAINT "library_report_says_where" CHECK (LENGTH(TRIM("place")) >= 1))
-- next
CREATE TABLE "library_retirement" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "reason" varchar(1000) NOT NULL, "at" datetime NOT NULL, "undone_at" datetime NULL, "by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "item_id" bigint NOT NULL REFERENCES "library_item" ("id") DEFERRABLE INITIALLY DEFERRED, "replacement_id" bigint NULL REFERENCES "library_item" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "library_retired_with_reason" CHECK (LENGTH(TRIM("reason")) >= 10))
-- next
CREATE TABLE "library_toolruling" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "ruling" varchar(10) NOT NULL, "note" varchar(500) NOT NULL, "at" datetime NOT NULL, "superseded_at" datetime NULL, "by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "item_id" bigint NOT NULL REFERENCES "library_item" ("id") DEFERRABLE INITIALLY DEFERRED, "organisation_id" bigint NOT NULL REFERENCES "people_organisation" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "library_version" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "number" integer unsigned NOT NULL CHECK ("number" >= 0), "at" datetime NOT NULL, "superseded_at" datetime NULL, "title" varchar(150) NOT NULL, "texts" text NOT NULL CHECK ((JSON_VALID("texts") OR "texts" IS NULL)), "address" varchar(300) NOT NULL, "people_least" integer unsigned NULL CHECK ("people_least" >= 0), "people_most" integer unsigned NULL CHECK ("people_most" >= 0), "minutes" integer unsigned NULL CHECK ("minutes" >= 0), "mode" varchar(8) NOT NULL, "price" varchar(8) NOT NULL, "login" varchar(8) NOT NULL, "accessibility" varchar(8) NOT NULL, "data_in" varchar(8) NOT NULL, "changed" varchar(500) NOT NULL, "because" varchar(500) NOT NULL, "because_of_id" bigint NULL REFERENCES "trail_node" ("id") DEFERRABLE INITIALLY DEFERRED, "by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "item_id" bigint NOT NULL REFERENCES "library_item" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "library_version_number" UNIQUE ("item_id", "number"), CONSTRAINT "library_version_titled" CHECK (LENGTH(TRIM("title")) >= 1), CONSTRAINT "library_version_says_what_changed" CHECK (("number" = 1 OR ("changed" > '' AND "number" > 1))), CONSTRAINT "library_version_people" CHECK (("people_least" IS NULL OR "people_most" IS NULL OR "people_most" >= ("people_least"))))
-- next
CREATE TABLE "library_lablesson" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "text_fi" text NOT NULL, "text_sv" text NOT NULL, "text_en" text NOT NULL, "learnt_on" date NOT NULL, "dimension" varchar(10) NOT NULL, "at" datetime NOT NULL, "withdrawn_at" datetime NULL, "by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "because_of_id" bigint NULL REFERENCES "trail_node" ("id") DEFERRABLE INITIALLY DEFERRED, "node_id" bigint NULL UNIQUE REFERENCES "trail_node" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "library_labversion" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "number" integer unsigned NOT NULL UNIQUE CHECK ("number" >= 0), "at" datetime NOT NULL, "text_fi" text NOT NULL, "text_sv" text NOT NULL, "text_en" text NOT NULL, "because_fi" varchar(500) NOT NULL, "because_sv" varchar(500) NOT NULL, "because_en" varchar(500) NOT NULL, "because_of_id" bigint NULL REFERENCES "trail_node" ("id") DEFERRABLE INITIALLY DEFERRED, "by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "node_id" bigint NULL UNIQUE REFERENCES "trail_node" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "library_lab_changed_because" CHECK (("number" = 1 OR ("because_fi" > '' AND "number" > 1))))
-- next
CREATE TABLE "mfa_authenticator" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "type" varchar(20) NOT NULL, "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)), "user_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "created_at" datetime NOT NULL, "last_used_at" datetime NULL)
-- next
CREATE TABLE "notifications_follow" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "made_at" datetime NOT NULL, "node_id" bigint NOT NULL REFERENCES "trail_node" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "notifications_follow_once" UNIQUE ("person_id", "node_id"))
-- next
CREATE TABLE "notifications_notice" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "key" varchar(200) NOT NULL, "what" varchar(60) NOT NULL, "thing" bigint NOT NULL, "kind" varchar(6) NOT NULL, "created_at" datetime NOT NULL, "state" varchar(7) NOT NULL, "settled_at" datetime NULL, "bundle_id" bigint NULL REFERENCES "core_letter" ("id") DEFERRABLE INITIALLY DEFERRED, "letter_id" bigint NULL REFERENCES "core_letter" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "notifications_each_fact_once" UNIQUE ("person_id", "key"), CONSTRAINT "notifications_one_state" CHECK ((("settled_at" IS NULL AND "state" = 'unread') OR ("settled_at" IS NOT NULL AND "state" IN ('shown', 'mailed', 'dropped')))), CONSTRAINT "notifications_one_letter" CHECK ((("bundle_id" IS NULL AND "letter_id" IS NULL) OR ("bundle_id" IS NULL AND "letter_id" IS NOT NULL AND "state" = 'mailed') OR ("bundle_id" IS NOT NULL AND "letter_id" IS NULL AND "state" = 'mailed'))))
-- next
CREATE TABLE "notifications_word" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "text" text NOT NULL, "reach" integer unsigned NOT NULL CHECK ("reach" >= 0), "made_at" datetime NOT NULL, "campaign_id" bigint NOT NULL REFERENCES "ideas_campaign" ("id") DEFERRABLE INITIALLY DEFERRED, "made_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "notifications_word_says_something" CHECK ("text" > ''))
-- next
CREATE TABLE "search_word" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "text" varchar(80) NOT NULL UNIQUE)
-- next
CREATE TABLE "search_writing" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "made_by" varchar(40) NOT NULL)
-- next
CREATE TABLE "search_entry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(20) NOT NULL, "number" bigint NOT NULL, "audience" varchar(10) NOT NULL, "digest" varchar(40) NOT NULL, "at" datetime NOT NULL, CONSTRAINT "search_entry_once" UNIQUE ("kind", "number"))
-- next
CREATE TABLE "search_postinglist" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(20) NOT NULL, "audience" varchar(10) NOT NULL, "length" integer unsigned NOT NULL CHECK ("length" >= 0), "word_id" bigint NOT NULL REFERENCES "search_word" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "search_postinglist_once" UNIQUE ("word_id", "kind", "audience"))
-- next
CREATE TABLE "search_posting" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "weight" smallint unsigned NOT NULL CHECK ("weight" >= 0), "entry_id" bigint NOT NULL REFERENCES "search_entry" ("id") DEFERRABLE INITIALLY DEFERRED, "of_id" bigint NOT NULL REFERENCES "search_postinglist" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "search_posting_once" UNIQUE ("of_id", "entry_id"))
-- next
CREATE TABLE "wagtailcore_collection" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "path" varchar(255) NOT NULL UNIQUE, "depth" integer unsigned NOT NULL CHECK ("depth" >= 0), "numchild" integer unsigned NOT NULL CHECK ("numchild" >= 0), "name" varchar(255) NOT NULL)
-- next
CREATE TABLE "wagtailcore_groupcollectionpermission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "collection_id" integer NOT NULL REFERENCES "wagtailcore_collection" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "wagtailcore_pageviewrestriction_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "pageviewrestriction_id" integer NOT NULL REFERENCES "wagtailcore_pageviewrestriction" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "wagtailcore_pageviewrestriction" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "password" varchar(255) NOT NULL, "page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "restriction_type" varchar(20) NOT NULL)
-- next
CREATE TABLE "wagtailcore_collectionviewrestriction" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "restriction_type" varchar(20) NOT NULL, "password" varchar(255) NOT NULL, "collection_id" integer NOT NULL REFERENCES "wagtailcore_collection" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "wagtailcore_collectionviewrestriction_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "collectionviewrestriction_id" integer NOT NULL REFERENCES "wagtailcore_collectionviewrestriction" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "wagtailcore_site" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "hostname" varchar(255) NOT NULL, "port" integer NOT NULL, "is_default_site" bool NOT NULL, "root_page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "site_name" varchar(255) NOT NULL)
-- next
CREATE TABLE "wagtailcore_task" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(255) NOT NULL, "active" bool NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "wagtailcore_workflow" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(255) NOT NULL, "active" bool NOT NULL)
-- next
CREATE TABLE "wagtailcore_groupapprovaltask" ("task_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_task" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "wagtailcore_workflowpage" ("page_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "workflow_id" integer NOT NULL REFERENCES "wagtailcore_workflow" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "wagtailcore_workflowtask" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "sort_order" integer NULL, "task_id" integer NOT NULL REFERENCES "wagtailcore_task" ("id") DEFERRABLE INITIALLY DEFERRED, "workflow_id" integer NOT NULL REFERENCES "wagtailcore_workflow" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "wagtailcore_groupapprovaltask_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "groupapprovaltask_id" integer NOT NULL REFERENCES "wagtailcore_groupapprovaltask" ("task_ptr_id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "wagtailcore_locale" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "language_code" varchar(100) NOT NULL UNIQUE)
-- next
CREATE TABLE "wagtailcore_page" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "path" varchar(255) NOT NULL UNIQUE, "depth" integer unsigned NOT NULL CHECK ("depth" >= 0), "numchild" integer unsigned NOT NULL CHECK ("numchild" >= 0), "title" varchar(255) NOT NULL, "slug" varchar(255) NOT NULL, "live" bool NOT NULL, "has_unpublished_changes" bool NOT NULL, "url_path" text NOT NULL, "seo_title" varchar(255) NOT NULL, "show_in_menus" bool NOT NULL, "search_description" text NOT NULL, "go_live_at" datetime NULL, "expire_at" datetime NULL, "expired" bool NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "owner_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "locked" bool NOT NULL, "latest_revision_created_at" datetime NULL, "first_published_at" datetime NULL, "live_revision_id" integer NULL REFERENCES "wagtailcore_revision" ("id") DEFERRABLE INITIALLY DEFERRED, "last_published_at" datetime NULL, "draft_title" varchar(255) NOT NULL, "locked_at" datetime NULL, "locked_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED, "translation_key" char(32) NOT NULL, "alias_of_id" integer NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "latest_revision_id" integer NULL REFERENCES "wagtailcore_revision" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "wagtailcore_commentreply" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "text" text NOT NULL, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "comment_id" integer NOT NULL REFERENCES "wagtailcore_comment" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "wagtailcore_pagesubscription" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "comment_notifications" bool NOT NULL, "page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "wagtail_localize_string" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "data_hash" char(32) NOT NULL, "data" text NOT NULL, "locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "wagtail_localize_template" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "uuid" char(32) NOT NULL UNIQUE, "template" text NOT NULL, "template_format" varchar(100) NOT NULL, "string_count" integer unsigned NOT NULL CHECK ("string_count" >= 0))
-- next
CREATE TABLE "wagtail_localize_translatableobject" ("translation_key" char(32) NOT NULL PRIMARY KEY, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "wagtail_localize_templatesegment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "order" integer unsigned NOT NULL CHECK ("order" >= 0), "context_id" integer NOT NULL REFERENCES "wagtail_localize_translationcontext" ("id") DEFERRABLE INITIALLY DEFERRED, "source_id" integer NOT NULL REFERENCES "wagtail_localize_translationsource" ("id") DEFERRABLE INITIALLY DEFERRED, "template_id" integer NOT NULL REFERENCES "wagtail_localize_template" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "wagtail_localize_stringsegment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "order" integer unsigned NOT NULL CHECK ("order" >= 0), "attrs" text NOT NULL, "context_id" integer NOT NULL REFERENCES "wagtail_localize_translationcontext" ("id") DEFERRABLE INITIALLY DEFERRED, "source_id" integer NOT NULL REFERENCES "wagtail_localize_translationsource" ("id") DEFERRABLE INITIALLY DEFERRED, "string_id" integer NOT NULL REFERENCES "wagtail_localize_string" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "wagtail_localize_relatedobjectsegment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "order" integer unsigned NOT NULL CHECK ("order" >= 0), "context_id" integer NOT NULL REFERENCES "wagtail_localize_translationcontext" ("id") DEFERRABLE INITIALLY DEFERRED, "object_id" char(32) NOT NULL REFERENCES "wagtail_localize_translatableobject" ("translation_key") DEFERRABLE INITIALLY DEFERRED, "source_id" integer NOT NULL REFERENCES "wagtail_localize_translationsource" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "wagtailcore_comment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "text" text NOT NULL, "contentpath" text NOT NULL, "position" text NOT NULL, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "resolved_at" datetime NULL, "page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "resolved_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "revision_created_id" integer NULL REFERENCES "wagtailcore_revision" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "wagtailcore_referenceindex" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" varchar(255) NOT NULL, "to_object_id" varchar(255) NOT NULL, "model_path" text NOT NULL, "content_path" text NOT NULL, "content_path_hash" char(32) NOT NULL, "base_content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "to_content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "wagtailcore_taskstate" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "status" varchar(50) NOT NULL, "started_at" datetime NOT NULL, "finished_at" datetime NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "task_id" integer NOT NULL REFERENCES "wagtailcore_task" ("id") DEFERRABLE INITIALLY DEFERRED, "workflow_state_id" integer NOT NULL REFERENCES "wagtailcore_workflowstate" ("id") DEFERRABLE INITIALLY DEFERRED, "finished_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "comment" text NOT NULL, "revision_id" integer NOT NULL REFERENCES "wagtailcore_revision" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "wagtailcore_workflowstate" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "status" varchar(50) NOT NULL, "created_at" datetime NOT NULL, "current_task_state_id" integer NULL UNIQUE REFERENCES "wagtailcore_taskstate" ("id") DEFERRABLE INITIALLY DEFERRED, "requested_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "workflow_id" integer NOT NULL REFERENCES "wagtailcore_workflow" ("id") DEFERRABLE INITIALLY DEFERRED, "object_id" varchar(255) NOT NULL, "base_content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "wagtailcore_workflowcontenttype" ("content_type_id" integer NOT NULL PRIMARY KEY REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "workflow_id" integer NOT NULL REFERENCES "wagtailcore_workflow" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "wagtailcore_modellogentry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "label" text NOT NULL, "action" varchar(255) NOT NULL, "timestamp" datetime NOT NULL, "content_changed" bool NOT NULL, "deleted" bool NOT NULL, "object_id" varchar(255) NOT NULL, "content_type_id" integer NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NULL, "uuid" char(32) NULL, "revision_id" integer NULL, "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)))
-- next
CREATE TABLE "wagtailcore_pagelogentry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "label" text NOT NULL, "action" varchar(255) NOT NULL, "timestamp" datetime NOT NULL, "content_changed" bool NOT NULL, "deleted" bool NOT NULL, "content_type_id" integer NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "page_id" integer NOT NULL, "revision_id" integer NULL, "user_id" bigint NULL, "uuid" char(32) NULL, "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)))
-- next
CREATE TABLE "wagtailcore_grouppagepermission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "unique_permission" UNIQUE ("group_id", "page_id", "permission_id"))
-- next
CREATE TABLE "wagtailcore_revision" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "approved_go_live_at" datetime NULL, "user_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "content" text NOT NULL CHECK ((JSON_VALID("content") OR "content" IS NULL)), "object_id" varchar(255) NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "base_content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "object_str" text NOT NULL)
-- next
CREATE TABLE "wagtailcore_uploadedfile" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "file" varchar(200) NOT NULL, "for_content_type_id" integer NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "uploaded_by_user_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "wagtailcore_groupsitepermission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" integer NOT NULL REFERENCES "wagtailcore_site" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "wagtailcore_apitoken" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(255) NOT NULL, "key_hash" varchar(64) NOT NULL UNIQUE, "prefix" varchar(16) NOT NULL, "created" datetime NOT NULL, "revoked_at" datetime NULL, "last_used_at" datetime NULL, "user_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "taggit_taggeditem" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" integer NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "tag_id" integer NOT NULL REFERENCES "taggit_tag" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "taggit_taggeditem_content_type_id_object_id_tag_id_4bb97a8e_uniq" UNIQUE ("content_type_id", "object_id", "tag_id"))
-- next
CREATE TABLE "taggit_tag" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(100) NOT NULL UNIQUE, "slug" varchar(100) NOT NULL UNIQUE)
-- next
CREATE TABLE "site_accessibilitystatementpage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "lead" text NOT NULL, "covers" text NOT NULL, "status" varchar(20) NOT NULL, "method" varchar(10) NOT NULL, "assessed_on" date NULL, "drawn_up_on" date NOT NULL, "contact_email" varchar(254) NOT NULL, "supervisor" varchar(200) NOT NULL, "supervisor_address" varchar(200) NOT NULL, "supervisor_email" varchar(254) NOT NULL, "supervisor_phone" varchar(40) NOT NULL, "body" text NOT NULL CHECK ((JSON_VALID("body") OR "body" IS NULL)))
-- next
CREATE TABLE "site_blogindexpage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "lead" text NOT NULL)
-- next
CREATE TABLE "site_blogpost" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "lead" text NOT NULL, "date" date NOT NULL, "body" text NOT NULL CHECK ((JSON_VALID("body") OR "body" IS NULL)), "comments" varchar(10) NOT NULL)
-- next
CREATE TABLE "site_contactspage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "lead" text NOT NULL, "body" text NOT NULL CHECK ((JSON_VALID("body") OR "body" IS NULL)))
-- next
CREATE TABLE "site_contentpage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "lead" text NOT NULL, "body" text NOT NULL CHECK ((JSON_VALID("body") OR "body" IS NULL)))
-- next
CREATE TABLE "site_cookiepage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "lead" text NOT NULL, "body" text NOT NULL CHECK ((JSON_VALID("body") OR "body" IS NULL)))
-- next
CREATE TABLE "site_glossarypage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "lead" text NOT NULL, "body" text NOT NULL CHECK ((JSON_VALID("body") OR "body" IS NULL)))
-- next
CREATE TABLE "site_homepage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "lead" text NOT NULL, "what" text NOT NULL, "steps" text NOT NULL CHECK ((JSON_VALID("steps") OR "steps" IS NULL)), "arrival" text NOT NULL)
-- next
CREATE TABLE "site_instructionspage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "lead" text NOT NULL, "body" text NOT NULL CHECK ((JSON_VALID("body") OR "body" IS NULL)))
-- next
CREATE TABLE "site_privacynoticepage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "lead" text NOT NULL, "updated_on" date NOT NULL, "controllers" text NOT NULL, "contact_email" varchar(254) NOT NULL, "officer_email" varchar(254) NOT NULL, "body" text NOT NULL CHECK ((JSON_VALID("body") OR "body" IS NULL)))
-- next
CREATE TABLE "site_term" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "anchor" varchar(60) NOT NULL UNIQUE, "word_fi" varchar(80) NOT NULL, "word_sv" varchar(80) NOT NULL, "word_en" varchar(80) NOT NULL, "meaning_fi" text NOT NULL, "meaning_sv" text NOT NULL, "meaning_en" text NOT NULL, "forms_fi" varchar(300) NOT NULL, "forms_sv" varchar(300) NOT NULL, "forms_en" varchar(300) NOT NULL, "linked" bool NOT NULL)
-- next
CREATE TABLE "site_topic" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(60) NOT NULL UNIQUE, "slug" varchar(60) NOT NULL UNIQUE)
-- next
CREATE TABLE "site_secondreader" ("task_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_task" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "site_secondreader_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "secondreader_id" integer NOT NULL REFERENCES "site_secondreader" ("task_ptr_id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "site_servicebreak" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "starts_at" datetime NOT NULL, "ends_at" datetime NOT NULL, "told_from" datetime NOT NULL, "text_fi" varchar(300) NOT NULL, "text_sv" varchar(300) NOT NULL, "text_en" varchar(300) NOT NULL, "alternative_fi" varchar(300) NOT NULL, "alternative_sv" varchar(300) NOT NULL, "alternative_en" varchar(300) NOT NULL, CONSTRAINT "site_break_order" CHECK ("ends_at" > ("starts_at")), CONSTRAINT "site_break_told_before" CHECK ("told_from" <= ("starts_at")))
-- next
CREATE TABLE "site_shortcoming" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "sort_order" integer NULL, "what" text NOT NULL, "criterion" varchar(120) NOT NULL, "reason" varchar(10) NOT NULL, "fixed_by" date NULL, "page_id" integer NOT NULL REFERENCES "site_accessibilitystatementpage" ("page_ptr_id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "site_video" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(150) NOT NULL, "file" varchar(100) NOT NULL, "language" varchar(2) NOT NULL, "captions_fi" varchar(100) NOT NULL, "captions_sv" varchar(100) NOT NULL, "captions_en" varchar(100) NOT NULL, "transcript" text NOT NULL, CONSTRAINT "site_video_has_captions" CHECK (NOT ("captions_en" = '' AND "captions_fi" = '' AND "captions_sv" = '')))
-- next
CREATE TABLE "site_accessibilityfeedback" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "token" varchar(43) NOT NULL UNIQUE, "page" varchar(500) NOT NULL, "text" text NOT NULL, "email" varchar(254) NOT NULL, "language" varchar(2) NOT NULL, "sent_at" datetime NOT NULL, "due_on" date NOT NULL, "reminded_at" datetime NULL, "answered_at" datetime NULL, "answer" text NOT NULL, "answered_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "site_feedback_answer_whole" CHECK ((("answer" = '' AND "answered_at" IS NULL) OR ("answered_at" IS NOT NULL AND NOT ("answer" = '')))))
-- next
CREATE TABLE "site_comment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "text" text NOT NULL, "language" varchar(2) NOT NULL, "written_at" datetime NOT NULL, "removed_at" datetime NULL, "removal_reason" varchar(300) NOT NULL, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "post_id" integer NOT NULL REFERENCES "site_blogpost" ("page_ptr_id") DEFERRABLE INITIALLY DEFERRED, "removed_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "site_comment_removal_whole" CHECK (("removed_at" IS NOT NULL OR ("removal_reason" = '' AND "removed_by_id" IS NULL))))
-- next
CREATE TABLE "site_commentreport" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "reason" varchar(300) NOT NULL, "sent_at" datetime NOT NULL, "answered_at" datetime NULL, "answered_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "comment_id" bigint NOT NULL REFERENCES "site_comment" ("id") DEFERRABLE INITIALLY DEFERRED, "person_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "site_report_once" UNIQUE ("comment_id", "person_id"))
-- next
CREATE TABLE "site_picture" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(255) NOT NULL, "file" varchar(100) NOT NULL, "description" varchar(255) NOT NULL, "width" integer NOT NULL, "height" integer NOT NULL, "created_at" datetime NOT NULL, "focal_point_x" integer unsigned NULL CHECK ("focal_point_x" >= 0), "focal_point_y" integer unsigned NULL CHECK ("focal_point_y" >= 0), "focal_point_width" integer unsigned NULL CHECK ("focal_point_width" >= 0), "focal_point_height" integer unsigned NULL CHECK ("focal_point_height" >= 0), "file_size" integer unsigned NULL CHECK ("file_size" >= 0), "file_hash" varchar(40) NOT NULL, "alt_fi" varchar(300) NOT NULL, "alt_sv" varchar(300) NOT NULL, "alt_en" varchar(300) NOT NULL, "ornament" bool NOT NULL, "collection_id" integer NOT NULL REFERENCES "wagtailcore_collection" ("id") DEFERRABLE INITIALLY DEFERRED, "uploaded_by_user_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "site_picture_has_words" CHECK (("ornament" = 1 OR NOT ("alt_fi" = '' OR "alt_sv" = ''))))
-- next
CREATE TABLE "site_picturerendition" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "filter_spec" varchar(255) NOT NULL, "file" varchar(100) NOT NULL, "width" integer NOT NULL, "height" integer NOT NULL, "focal_point_key" varchar(16) NOT NULL, "image_id" bigint NOT NULL REFERENCES "site_picture" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "site_rendition_once" UNIQUE ("image_id", "filter_spec", "focal_point_key"))
-- next
CREATE TABLE "site_postauthor" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "sort_order" integer NULL, "name" varchar(150) NOT NULL, "person_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "post_id" integer NOT NULL REFERENCES "site_blogpost" ("page_ptr_id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "site_author_person_or_name" CHECK (("person_id" IS NULL OR "name" = '')))
-- next
CREATE TABLE "site_posttopic" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "content_object_id" integer NOT NULL REFERENCES "site_blogpost" ("page_ptr_id") DEFERRABLE INITIALLY DEFERRED, "tag_id" bigint NOT NULL REFERENCES "site_topic" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "site_post_topic_once" UNIQUE ("tag_id", "content_object_id"))
-- next
CREATE TABLE "socialaccount_socialapp" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "provider" varchar(30) NOT NULL, "name" varchar(40) NOT NULL, "client_id" varchar(191) NOT NULL, "secret" varchar(191) NOT NULL, "key" varchar(191) NOT NULL, "provider_id" varchar(200) NOT NULL, "settings" text NOT NULL CHECK ((JSON_VALID("settings") OR "settings" IS NULL)))
-- next
CREATE TABLE "socialaccount_socialtoken" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "token" text NOT NULL, "token_secret" text NOT NULL, "expires_at" datetime NULL, "account_id" integer NOT NULL REFERENCES "socialaccount_socialaccount" ("id") DEFERRABLE INITIALLY DEFERRED, "app_id" integer NULL REFERENCES "socialaccount_socialapp" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "socialaccount_socialaccount" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "provider" varchar(200) NOT NULL, "uid" varchar(191) NOT NULL, "last_login" datetime NOT NULL, "date_joined" datetime NOT NULL, "user_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "extra_data" text NOT NULL CHECK ((JSON_VALID("extra_data") OR "extra_data" IS NULL)))
-- next
CREATE TABLE "wagtail_localize_translation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "uuid" char(32) NOT NULL UNIQUE, "created_at" datetime NOT NULL, "translations_last_updated_at" datetime NULL, "destination_last_updated_at" datetime NULL, "enabled" bool NOT NULL, "source_id" integer NOT NULL REFERENCES "wagtail_localize_translationsource" ("id") DEFERRABLE INITIALLY DEFERRED, "target_locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "wagtail_localize_stringtranslation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "data" text NOT NULL, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "context_id" integer NULL REFERENCES "wagtail_localize_translationcontext" ("id") DEFERRABLE INITIALLY DEFERRED, "locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED, "translation_of_id" integer NOT NULL REFERENCES "wagtail_localize_string" ("id") DEFERRABLE INITIALLY DEFERRED, "tool_name" varchar(255) NOT NULL, "translation_type" varchar(20) NOT NULL, "last_translated_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "field_error" text NOT NULL, "has_error" bool NOT NULL)
-- next
CREATE TABLE "wagtail_localize_overridablesegment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "order" integer unsigned NOT NULL CHECK ("order" >= 0), "data_json" text NOT NULL, "context_id" integer NOT NULL REFERENCES "wagtail_localize_translationcontext" ("id") DEFERRABLE INITIALLY DEFERRED, "source_id" integer NOT NULL REFERENCES "wagtail_localize_translationsource" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "wagtail_localize_segmentoverride" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "data_json" text NOT NULL, "has_error" bool NOT NULL, "field_error" text NOT NULL, "context_id" integer NULL REFERENCES "wagtail_localize_translationcontext" ("id") DEFERRABLE INITIALLY DEFERRED, "last_translated_by_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "wagtail_localize_localesynchronization" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "locale_id" integer NOT NULL UNIQUE REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED, "sync_from_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "wagtail_localize_translationsource" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_repr" text NOT NULL, "content_json" text NOT NULL, "created_at" datetime NOT NULL, "locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED, "object_id" char(32) NOT NULL REFERENCES "wagtail_localize_translatableobject" ("translation_key") DEFERRABLE INITIALLY DEFERRED, "specific_content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "last_updated_at" datetime NOT NULL, "schema_version" varchar(255) NOT NULL)
-- next
CREATE TABLE "wagtail_localize_translationcontext" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "path_id" char(32) NOT NULL, "path" text NOT NULL, "object_id" char(32) NOT NULL REFERENCES "wagtail_localize_translatableobject" ("translation_key") DEFERRABLE INITIALLY DEFERRED, "field_path" text NOT NULL)
-- next
CREATE TABLE "wagtail_localize_translationlog" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED, "source_id" integer NOT NULL REFERENCES "wagtail_localize_translationsource" ("id") DEFERRABLE INITIALLY DEFERRED, "revision_id" integer NULL REFERENCES "wagtailcore_revision" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "wagtailadmin_admin" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT)
-- next
CREATE TABLE "wagtailadmin_editingsession" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" varchar(255) NOT NULL, "last_seen_at" datetime NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "is_editing" bool NOT NULL)
-- next
CREATE TABLE "wagtailadmin_formstate" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "data" text NOT NULL, "object_id" varchar(255) NOT NULL, "parent_object_id" varchar(255) NOT NULL, "last_updated_at" datetime NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED)
-- next
CREATE TABLE "wagtaildocs_document" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(255) NOT NULL, "file" varchar(100) NOT NULL, "created_at" datetime NOT NULL, "uploaded_by_user_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "collection_id" integer NOT NULL REFERENCES "wagtailcore_collection" ("id") DEFERRABLE INITIALLY DEFERRED, "file_hash" varchar(40) NOT NULL, "file_size" bigint unsigned NULL CHECK ("file_size" >= 0))
-- next
CREATE TABLE "wagtailembeds_embed" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "url" text NOT NULL, "max_width" smallint NULL, "type" varchar(10) NOT NULL, "html" text NOT NULL, "title" text NOT NULL, "author_name" text NOT NULL, "provider_name" text NOT NULL, "width" integer NULL, "height" integer NULL, "last_updated" datetime NOT NULL, "hash" varchar(32) NOT NULL UNIQUE, "thumbnail_url" text NOT NULL, "cache_until" datetime NULL)
-- next
CREATE TABLE "wagtailimages_rendition" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "width" integer NOT NULL, "height" integer NOT NULL, "focal_point_key" varchar(16) NOT NULL, "filter_spec" varchar(255) NOT NULL, "image_id" integer NOT NULL REFERENCES "wagtailimages_image" ("id") DEFERRABLE INITIALLY DEFERRED, "file" varchar(100) NOT NULL)
-- next
CREATE TABLE "wagtailimages_image" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(255) NOT NULL, "file" varchar(100) NOT NULL, "width" integer NOT NULL, "height" integer NOT NULL, "created_at" datetime NOT NULL, "focal_point_x" integer unsigned NULL CHECK ("focal_point_x" >= 0), "focal_point_y" integer unsigned NULL CHECK ("focal_point_y" >= 0), "focal_point_width" integer unsigned NULL CHECK ("focal_point_width" >= 0), "focal_point_height" integer unsigned NULL CHECK ("focal_point_height" >= 0), "uploaded_by_user_id" bigint NULL REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "file_size" integer unsigned NULL CHECK ("file_size" >= 0), "collection_id" integer NOT NULL REFERENCES "wagtailcore_collection" ("id") DEFERRABLE INITIALLY DEFERRED, "file_hash" varchar(40) NOT NULL, "description" varchar(255) NOT NULL)
-- next
CREATE TABLE "wagtailsearch_indexentry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" varchar(50) NOT NULL, "title_norm" real NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "autocomplete" text NULL, "body" text NULL, "title" text NOT NULL)
-- next
CREATE VIRTUAL TABLE wagtailsearch_indexentry_fts USING fts5(autocomplete, body, title)
-- next
CREATE TABLE "wagtailusers_userprofile" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "submitted_notifications" bool NOT NULL, "approved_notifications" bool NOT NULL, "rejected_notifications" bool NOT NULL, "user_id" bigint NOT NULL UNIQUE REFERENCES "people_person" ("id") DEFERRABLE INITIALLY DEFERRED, "preferred_language" varchar(10) NOT NULL, "current_time_zone" varchar(40) NOT NULL, "avatar" varchar(100) NOT NULL, "updated_comments_notifications" bool NOT NULL, "dismissibles" text NOT NULL CHECK ((JSON_VALID("dismissibles") OR "dismissibles" IS NULL)), "theme" varchar(40) NOT NULL, "density" varchar(40) NOT NULL, "contrast" varchar(40) NOT NULL, "keyboard_shortcuts" bool NOT NULL)
-- next
INSERT INTO "auth_group" ("id", "name") VALUES (1, 'Moderators')
-- next
INSERT INTO "auth_group" ("id", "name") VALUES (2, 'Editors')
-- next
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (1, 2, 109)
-- next
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (2, 1, 109)
-- next
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (3, 2, 110)
-- next
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (4, 1, 110)
-- next
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (5, 2, 112)
-- next
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (6, 2, 113)
-- next
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (7, 2, 111)
-- next
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (8, 1, 112)
-- next
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (9, 1, 113)
-- next
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (10, 1, 111)
-- next
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (11, 2, 114)
-- next
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (12, 1, 114)
-- next
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (13, 2, 115)
-- next
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (14, 2, 116)
-- next
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (15, 2, 117)
-- next
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (16, 1, 115)
-- next
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (17, 1, 116)
-- next
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (18, 1, 117)
-- next
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (19, 2, 118)
-- next
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (20, 1, 118)
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (1, 11, 'add_locale', 'Can add locale')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (2, 11, 'change_locale', 'Can change locale')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (3, 11, 'delete_locale', 'Can delete locale')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (4, 11, 'view_locale', 'Can view locale')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (5, 18, 'add_site', 'Can add site')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (6, 18, 'change_site', 'Can change site')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (7, 18, 'delete_site', 'Can delete site')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (8, 18, 'view_site', 'Can view site')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (9, 10, 'add_groupsitepermission', 'Can add group site permission')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (10, 10, 'change_groupsitepermission', 'Can change group site permission')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (11, 10, 'delete_groupsitepermission', 'Can delete group site permission')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (12, 10, 'view_groupsitepermission', 'Can view group site permission')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (13, 3, 'add_apitoken', 'Can add API token')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (14, 3, 'change_apitoken', 'Can change API token')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (15, 3, 'delete_apitoken', 'Can delete API token')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (16, 3, 'view_apitoken', 'Can view API token')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (17, 12, 'add_modellogentry', 'Can add model log entry')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (18, 12, 'change_modellogentry', 'Can change model log entry')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (19, 12, 'delete_modellogentry', 'Can delete model log entry')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (20, 12, 'view_modellogentry', 'Can view model log entry')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (21, 17, 'add_revision', 'Can add revision')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (22, 17, 'change_revision', 'Can change revision')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (23, 17, 'delete_revision', 'Can delete revision')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (24, 17, 'view_revision', 'Can view revision')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (25, 5, 'add_collectionviewrestriction', 'Can add collection view restriction')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (26, 5, 'change_collectionviewrestriction', 'Can change collection view restriction')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (27, 5, 'delete_collectionviewrestriction', 'Can delete collection view restriction')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (28, 5, 'view_collectionviewrestriction', 'Can view collection view restriction')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (29, 4, 'add_collection', 'Can add collection')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (30, 4, 'change_collection', 'Can change collection')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (31, 4, 'delete_collection', 'Can delete collection')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (32, 4, 'view_collection', 'Can view collection')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (33, 8, 'add_groupcollectionpermission', 'Can add group collection permission')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (34, 8, 'change_groupcollectionpermission', 'Can change group collection permission')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (35, 8, 'delete_groupcollectionpermission', 'Can delete group collection permission')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (36, 8, 'view_groupcollectionpermission', 'Can view group collection permission')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (37, 21, 'add_uploadedfile', 'Can add uploaded file')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (38, 21, 'change_uploadedfile', 'Can change uploaded file')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (39, 21, 'delete_uploadedfile', 'Can delete uploaded file')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (40, 21, 'view_uploadedfile', 'Can view uploaded file')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (41, 23, 'add_workflowcontenttype', 'Can add workflow content type')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (42, 23, 'change_workflowcontenttype', 'Can change workflow content type')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (43, 23, 'delete_workflowcontenttype', 'Can delete workflow content type')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (44, 23, 'view_workflowcontenttype', 'Can view workflow content type')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (45, 25, 'add_workflowstate', 'Can add Workflow state')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (46, 25, 'change_workflowstate', 'Can change Workflow state')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (47, 25, 'delete_workflowstate', 'Can delete Workflow state')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (48, 25, 'view_workflowstate', 'Can view Workflow state')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (49, 22, 'add_workflow', 'Can add workflow')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (50, 22, 'change_workflow', 'Can change workflow')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (51, 22, 'delete_workflow', 'Can delete workflow')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (52, 22, 'view_workflow', 'Can view workflow')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (53, 26, 'add_workflowtask', 'Can add workflow task order')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (54, 26, 'change_workflowtask', 'Can change workflow task order')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (55, 26, 'delete_workflowtask', 'Can delete workflow task order')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (56, 26, 'view_workflowtask', 'Can view workflow task order')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (57, 19, 'add_task', 'Can add task')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (58, 19, 'change_task', 'Can change task')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (59, 19, 'delete_task', 'Can delete task')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (60, 19, 'view_task', 'Can view task')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (61, 2, 'add_groupapprovaltask', 'Can add Group approval task')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (62, 2, 'change_groupapprovaltask', 'Can change Group approval task')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (63, 2, 'delete_groupapprovaltask', 'Can delete Group approval task')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (64, 2, 'view_groupapprovaltask', 'Can view Group approval task')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (65, 20, 'add_taskstate', 'Can add Task state')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (66, 20, 'change_taskstate', 'Can change Task state')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (67, 20, 'delete_taskstate', 'Can delete Task state')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (68, 20, 'view_taskstate', 'Can view Task state')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (69, 1, 'add_page', 'Can add page')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (70, 1, 'change_page', 'Can change page')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (71, 1, 'delete_page', 'Can delete page')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (72, 1, 'view_page', 'Can view page')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (73, 1, 'bulk_delete_page', 'Delete pages with children')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (74, 1, 'lock_page', 'Lock/unlock pages you''ve locked')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (75, 1, 'publish_page', 'Publish any page')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (76, 1, 'unlock_page', 'Unlock any page')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (77, 9, 'add_grouppagepermission', 'Can add group page permission')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (78, 9, 'change_grouppagepermission', 'Can change group page permission')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (79, 9, 'delete_grouppagepermission', 'Can delete group page permission')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (80, 9, 'view_grouppagepermission', 'Can view group page permission')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (81, 15, 'add_pageviewrestriction', 'Can add page view restriction')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (82, 15, 'change_pageviewrestriction', 'Can change page view restriction')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (83, 15, 'delete_pageviewrestriction', 'Can delete page view restriction')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (84, 15, 'view_pageviewrestriction', 'Can view page view restriction')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (85, 24, 'add_workflowpage', 'Can add workflow page')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (86, 24, 'change_workflowpage', 'Can change workflow page')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (87, 24, 'delete_workflowpage', 'Can delete workflow page')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (88, 24, 'view_workflowpage', 'Can view workflow page')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (89, 13, 'add_pagelogentry', 'Can add page log entry')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (90, 13, 'change_pagelogentry', 'Can change page log entry')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (91, 13, 'delete_pagelogentry', 'Can delete page log entry')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (92, 13, 'view_pagelogentry', 'Can view page log entry')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (93, 6, 'add_comment', 'Can add comment')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (94, 6, 'change_comment', 'Can change comment')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (95, 6, 'delete_comment', 'Can delete comment')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (96, 6, 'view_comment', 'Can view comment')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (97, 7, 'add_commentreply', 'Can add comment reply')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (98, 7, 'change_commentreply', 'Can change comment reply')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (99, 7, 'delete_commentreply', 'Can delete comment reply')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (100, 7, 'view_commentreply', 'Can view comment reply')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (101, 14, 'add_pagesubscription', 'Can add page subscription')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (102, 14, 'change_pagesubscription', 'Can change page subscription')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (103, 14, 'delete_pagesubscription', 'Can delete page subscription')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (104, 14, 'view_pagesubscription', 'Can view page subscription')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (105, 16, 'add_referenceindex', 'Can add reference index')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (106, 16, 'change_referenceindex', 'Can change reference index')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (107, 16, 'delete_referenceindex', 'Can delete reference index')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (108, 16, 'view_referenceindex', 'Can view reference index')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (109, 27, 'submit_translation', 'Can submit translations')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (110, 28, 'access_admin', 'Can access Wagtail admin')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (111, 29, 'add_document', 'Can add document')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (112, 29, 'change_document', 'Can change document')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (113, 29, 'delete_document', 'Can delete document')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (114, 29, 'choose_document', 'Can choose document')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (115, 30, 'add_image', 'Can add image')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (116, 30, 'change_image', 'Can change image')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (117, 30, 'delete_image', 'Can delete image')
-- next
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (118, 30, 'choose_image', 'Can choose image')
-- next
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (1, 'wagtailcore', 'page')
-- next
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (2, 'wagtailcore', 'groupapprovaltask')
-- next
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (3, 'wagtailcore', 'apitoken')
-- next
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (4, 'wagtailcore', 'collection')
-- next
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (5, 'wagtailcore', 'collectionviewrestriction')
-- next
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (6, 'wagtailcore', 'comment')
-- next
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (7, 'wagtailcore', 'commentreply')
-- next
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (8, 'wagtailcore', 'groupcollectionpermission')
-- next
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (9, 'wagtailcore', 'grouppagepermission')
-- next
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (10, 'wagtailcore', 'groupsitepermission')
-- next
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (11, 'wagtailcore', 'locale')
-- next
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (12, 'wagtailcore', 'modellogentry')
-- next
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (13, 'wagtailcore', 'pagelogentry')
-- next
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (14, 'wagtailcore', 'pagesubscription')
-- next
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (15, 'wagtailcore', 'pageviewrestriction')
-- next
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (16, 'wagtailcore', 'referenceindex')
-- next
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (17, 'wagtailcore', 'revision')
-- next
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (18, 'wagtailcore', 'site')
-- next
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (19, 'wagtailcore', 'task')
-- next
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (20, 'wagtailcore', 'taskstate')
-- next
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (21, 'wagtailcore', 'uploadedfile')
-- next
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (22, 'wagtailcore', 'workflow')
-- next
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (23, 'wagtailcore', 'workflowcontenttype')
-- next
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (24, 'wagtailcore', 'workflowpage')
-- next
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (25, 'wagtailcore', 'workflowstate')
-- next
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (26, 'wagtailcore', 'workflowtask')
-- next
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (27, 'wagtail_localize', 'translation')
-- next
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (28, 'wagtailadmin', 'admin')
-- next
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (29, 'wagtaildocs', 'document')
-- next
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (30, 'wagtailimages', 'image')
-- next
INSERT INTO "events_eventkind" ("id", "slug", "name_fi", "name_sv", "name_en", "minutes", "places", "virtual_places", "allocation", "audience", "is_external", "position", "retired_at", "purpose", "keep_answers_days") VALUES (1, 'workshop', 'työpaja', 'workshop', 'workshop', 180, 20, 0, 'queue', 'members', 0, 0, NULL, '', 14)
-- next
INSERT INTO "events_eventkind" ("id", "slug", "name_fi", "name_sv", "name_en", "minutes", "places", "virtual_places", "allocation", "audience", "is_external", "position", "retired_at", "purpose", "keep_answers_days") VALUES (2, 'theme-lunch', 'teemalounas', 'temalunch', 'theme lunch', 60, 30, 30, 'queue', 'members', 0, 1, NULL, '', 14)
-- next
INSERT INTO "events_eventkind" ("id", "slug", "name_fi", "name_sv", "name_en", "minutes", "places", "virtual_places", "allocation", "audience", "is_external", "position", "retired_at", "purpose", "keep_answers_days") VALUES (3, 'thinking-date', 'ajattelutreffit', 'tankeutbyte', 'thinking date', 60, 20, 20, 'queue', 'members', 0, 2, NULL, '', 14)
-- next
INSERT INTO "events_eventkind" ("id", "slug", "name_fi", "name_sv", "name_en", "minutes", "places", "virtual_places", "allocation", "audience", "is_external", "position", "retired_at", "purpose", "keep_answers_days") VALUES (4, 'collision-meeting', 'Törmäämö', 'Törmäämö, oväntade möten', 'collision meeting', 120, 40, 0, 'queue', 'members', 0, 3, NULL, '', 14)
-- next
INSERT INTO "events_eventkind" ("id", "slug", "name_fi", "name_sv", "name_en", "minutes", "places", "virtual_places", "allocation", "audience", "is_external", "position", "retired_at", "purpose", "keep_answers_days") VALUES (5, 'company-visit', 'yritysvierailu', 'företagsbesök', 'company visit', 120, 20, 0, 'queue', 'state', 1, 4, NULL, '', 14)
-- next
INSERT INTO "events_eventkind" ("id", "slug", "name_fi", "name_sv", "name_en", "minutes", "places", "virtual_places", "allocation", "audience", "is_external", "position", "retired_at", "purpose", "keep_answers_days") VALUES (6, 'expert-visit', 'asiantuntijavierailu', 'expertbesök', 'expert visit', 60, 30, 100, 'queue', 'members', 0, 5, NULL, '', 14)
-- next
INSERT INTO "events_eventkind" ("id", "slug", "name_fi", "name_sv", "name_en", "minutes", "places", "virtual_places", "allocation", "audience", "is_external", "position", "retired_at", "purpose", "keep_answers_days") VALUES (7, 'tour-stop', 'virastokiertue', 'turné bland ämbetsverk', 'agency tour stop', 180, 40, 0, 'queue', 'state', 1, 6, NULL, 'tour_stop', 14)
-- next
INSERT INTO "events_eventkind" ("id", "slug", "name_fi", "name_sv", "name_en", "minutes", "places", "virtual_places", "allocation", "audience", "is_external", "position", "retired_at", "purpose", "keep_answers_days") VALUES (8, 'series-event', 'sarjan tapahtuma', 'evenemang i en serie', 'series event', 120, 60, 200, 'queue', 'public', 0, 7, NULL, '', 14)
-- next
INSERT INTO "events_eventkind" ("id", "slug", "name_fi", "name_sv", "name_en", "minutes", "places", "virtual_places", "allocation", "audience", "is_external", "position", "retired_at", "purpose", "keep_answers_days") VALUES (9, 'training', 'koulutus', 'utbildning', 'training', 180, 20, 50, 'queue', 'members', 0, 8, NULL, 'training', 14)
-- next
INSERT INTO "events_eventkind" ("id", "slug", "name_fi", "name_sv", "name_en", "minutes", "places", "virtual_places", "allocation", "audience", "is_external", "position", "retired_at", "purpose", "keep_answers_days") VALUES (10, 'external-training', 'muun järjestämä koulutus', 'utbildning som ordnas av någon annan', 'training held by others', 180, 0, 0, 'queue', 'members', 1, 9, NULL, 'training', 14)
-- next
INSERT INTO "events_eventkind" ("id", "slug", "name_fi", "name_sv", "name_en", "minutes", "places", "virtual_places", "allocation", "audience", "is_external", "position", "retired_at", "purpose", "keep_answers_days") VALUES (11, 'tool-try-out', 'työkalukokeilu', 'verktygstest', 'tool try-out', 60, 12, 30, 'queue', 'members', 0, 10, NULL, '', 14)
-- next
INSERT INTO "events_eventkind" ("id", "slug", "name_fi", "name_sv", "name_en", "minutes", "places", "virtual_places", "allocation", "audience", "is_external", "position", "retired_at", "purpose", "keep_answers_days") VALUES (12, 'sparring-clinic', 'sparrausklinikka', 'sparringklinik', 'sparring clinic', 120, 6, 6, 'lottery', 'members', 0, 11, NULL, '', 14)
-- next
INSERT INTO "events_eventkind" ("id", "slug", "name_fi", "name_sv", "name_en", "minutes", "places", "virtual_places", "allocation", "audience", "is_external", "position", "retired_at", "purpose", "keep_answers_days") VALUES (13, 'remote-coffee', 'etäkahvit', 'distanskaffe', 'remote coffee', 30, 0, 50, 'queue', 'members', 0, 12, NULL, '', 14)
-- next
INSERT INTO "events_eventkind" ("id", "slug", "name_fi", "name_sv", "name_en", "minutes", "places", "virtual_places", "allocation", "audience", "is_external", "position", "retired_at", "purpose", "keep_answers_days") VALUES (14, 'open-door', 'avoimet ovet', 'öppet hus', 'open door', 240, 80, 0, 'queue', 'public', 0, 13, NULL, '', 14)
-- next
INSERT INTO "events_eventkind" ("id", "slug", "name_fi", "name_sv", "name_en", "minutes", "places", "virtual_places", "allocation", "audience", "is_external", "position", "retired_at", "purpose", "keep_answers_days") VALUES (15, 'external-fair', 'muun järjestämä messutapahtuma', 'mässa som ordnas av någon annan', 'fair held by others', 360, 0, 0, 'queue', 'public', 1, 14, NULL, '', 14)
-- next
INSERT INTO "events_kindquestion" ("id", "text_fi", "text_sv", "text_en", "why_fi", "why_sv", "why_en", "answer", "sensitivity", "is_required", "position", "kind_id") VALUES (1, 'Tarvitsetko tulkkausta, tekstitystä tai esteettömyyteen liittyviä järjestelyjä?', 'Behöver du tolkning, textning eller arrangemang som gäller tillgänglighet?', 'Do you need interpretation, captions or arrangements for accessibility?', 'Järjestämme ne ennen tapahtumaa. Vain järjestäjät näkevät vastauksen.', 'Vi ordnar dem före evenemanget. Bara arrangörerna ser svaret.', 'We arrange them before the event. Only the organisers see the answer.', 'text', 'access', 0, 0, 1)
-- next
INSERT INTO "events_kindquestion" ("id", "text_fi", "text_sv", "text_en", "why_fi", "why_sv", "why_en", "answer", "sensitivity", "is_required", "position", "kind_id") VALUES (2, 'Tarvitsetko tulkkausta, tekstitystä tai esteettömyyteen liittyviä järjestelyjä?', 'Behöver du tolkning, textning eller arrangemang som gäller tillgänglighet?', 'Do you need interpretation, captions or arrangements for accessibility?', 'Järjestämme ne ennen tapahtumaa. Vain järjestäjät näkevät vastauksen.', 'Vi ordnar dem före evenemanget. Bara arrangörerna ser svaret.', 'We arrange them before the event. Only the organisers see the answer.', 'text', 'access', 0, 0, 2)
-- next
INSERT INTO "events_kindquestion" ("id", "text_fi", "text_sv", "text_en", "why_fi", "why_sv", "why_en", "answer", "sensitivity", "is_required", "position", "kind_id") VALUES (3, 'Mitä ruokavaliossasi on otettava huomioon?', 'Vad behöver beaktas i din kost?', 'What is to be known of your diet?', 'Tapahtumassa on ruokailu, ja se tilataan vastausten mukaan.', 'Vid evenemanget serveras mat, och den beställs enligt svaren.', 'Food is served, and it is ordered by the answers.', 'text', 'diet', 0, 1, 2)
-- next
INSERT INTO "events_kindquestion" ("id", "text_fi", "text_sv", "text_en", "why_fi", "why_sv", "why_en", "answer", "sensitivity", "is_required", "position", "kind_id") VALUES (4, 'Tarvitsetko tulkkausta, tekstitystä tai esteettömyyteen liittyviä järjestelyjä?', 'Behöver du tolkning, textning eller arrangemang som gäller tillgänglighet?', 'Do you need interpretation, captions or arrangements for accessibility?', 'Järjestämme ne ennen tapahtumaa. Vain järjestäjät näkevät vastauksen.', 'Vi ordnar dem före evenemanget. Bara arrangörerna ser svaret.', 'We arrange them before the event. Only the organisers see the answer.', 'text', 'access', 0, 0, 3)
-- next
INSERT INTO "events_kindquestion" ("id", "text_fi", "text_sv", "text_en", "why_fi", "why_sv", "why_en", "answer", "sensitivity", "is_required", "position", "kind_id") VALUES (5, 'Tarvitsetko tulkkausta, tekstitystä tai esteettömyyteen liittyviä järjestelyjä?', 'Behöver du tolkning, textning eller arrangemang som gäller tillgänglighet?', 'Do you need interpretation, captions or arrangements for accessibility?', 'Järjestämme ne ennen tapahtumaa. Vain järjestäjät näkevät vastauksen.', 'Vi ordnar dem före evenemanget. Bara arrangörerna ser svaret.', 'We arrange them before the event. Only the organisers see the answer.', 'text', 'access', 0, 0, 4)
-- next
INSERT INTO "events_kindquestion" ("id", "text_fi", "text_sv", "text_en", "why_fi", "why_sv", "why_en", "answer", "sensitivity", "is_required", "position", "kind_id") VALUES (6, 'Tarvitsetko tulkkausta, tekstitystä tai esteettömyyteen liittyviä järjestelyjä?', 'Behöver du tolkning, textning eller arrangemang som gäller tillgänglighet?', 'Do you need interpretation, captions or arrangements for accessibility?', 'Järjestämme ne ennen tapahtumaa. Vain järjestäjät näkevät vastauksen.', 'Vi ordnar dem före evenemanget. Bara arrangörerna ser svaret.', 'We arrange them before the event. Only the organisers see the answer.', 'text', 'access', 0, 0, 6)
-- next
INSERT INTO "events_kindquestion" ("id", "text_fi", "text_sv", "text_en", "why_fi", "why_sv", "why_en", "answer", "sensitivity", "is_required", "position", "kind_id") VALUES (7, 'Tarvitsetko tulkkausta, tekstitystä tai esteettömyyteen liittyviä järjestelyjä?', 'Behöver du tolkning, textning eller arrangemang som gäller tillgänglighet?', 'Do you need interpretation, captions or arrangements for accessibility?', 'Järjestämme ne ennen tapahtumaa. Vain järjestäjät näkevät vastauksen.', 'Vi ordnar dem före evenemanget. Bara arrangörerna ser svaret.', 'We arrange them before the event. Only the organisers see the answer.', 'text', 'access', 0, 0, 8)
-- next
INSERT INTO "events_kindquestion" ("id", "text_fi", "text_sv", "text_en", "why_fi", "why_sv", "why_en", "answer", "sensitivity", "is_required", "position", "kind_id") VALUES (8, 'Tarvitsetko tulkkausta, tekstitystä tai esteettömyyteen liittyviä järjestelyjä?', 'Behöver du tolkning, textning eller arrangemang som gäller tillgänglighet?', 'Do you need interpretation, captions or arrangements for accessibility?', 'Järjestämme ne ennen tapahtumaa. Vain järjestäjät näkevät vastauksen.', 'Vi ordnar dem före evenemanget. Bara arrangörerna ser svaret.', 'We arrange them before the event. Only the organisers see the answer.', 'text', 'access', 0, 0, 9)
-- next
INSERT INTO "events_kindquestion" ("id", "text_fi", "text_sv", "text_en", "why_fi", "why_sv", "why_en", "answer", "sensitivity", "is_required", "position", "kind_id") VALUES (9, 'Tarvitsetko tulkkausta, tekstitystä tai esteettömyyteen liittyviä järjestelyjä?', 'Behöver du tolkning, textning eller arrangemang som gäller tillgänglighet?', 'Do you need interpretation, captions or arrangements for accessibility?', 'Järjestämme ne ennen tapahtumaa. Vain järjestäjät näkevät vastauksen.', 'Vi ordnar dem före evenemanget. Bara arrangörerna ser svaret.', 'We arrange them before the event. Only the organisers see the answer.', 'text', 'access', 0, 0, 11)
-- next
INSERT INTO "events_kindquestion" ("id", "text_fi", "text_sv", "text_en", "why_fi", "why_sv", "why_en", "answer", "sensitivity", "is_required", "position", "kind_id") VALUES (10, 'Tarvitsetko tulkkausta, tekstitystä tai esteettömyyteen liittyviä järjestelyjä?', 'Behöver du tolkning, textning eller arrangemang som gäller tillgänglighet?', 'Do you need interpretation, captions or arrangements for accessibility?', 'Järjestämme ne ennen tapahtumaa. Vain järjestäjät näkevät vastauksen.', 'Vi ordnar dem före evenemanget. Bara arrangörerna ser svaret.', 'We arrange them before the event. Only the organisers see the answer.', 'text', 'access', 0, 0, 12)
-- next
INSERT INTO "events_kindquestion" ("id", "text_fi", "text_sv", "text_en", "why_fi", "why_sv", "why_en", "answer", "sensitivity", "is_required", "position", "kind_id") VALUES (11, 'Tarvitsetko tulkkausta, tekstitystä tai esteettömyyteen liittyviä järjestelyjä?', 'Behöver du tolkning, textning eller arrangemang som gäller tillgänglighet?', 'Do you need interpretation, captions or arrangements for accessibility?', 'Järjestämme ne ennen tapahtumaa. Vain järjestäjät näkevät vastauksen.', 'Vi ordnar dem före evenemanget. Bara arrangörerna ser svaret.', 'We arrange them before the event. Only the organisers see the answer.', 'text', 'access', 0, 0, 13)
-- next
INSERT INTO "events_kindquestion" ("id", "text_fi", "text_sv", "text_en", "why_fi", "why_sv", "why_en", "answer", "sensitivity", "is_required", "position", "kind_id") VALUES (12, 'Tarvitsetko tulkkausta, tekstitystä tai esteettömyyteen liittyviä järjestelyjä?', 'Behöver du tolkning, textning eller arrangemang som gäller tillgänglighet?', 'Do you need interpretation, captions or arrangements for accessibility?', 'Järjestämme ne ennen tapahtumaa. Vain järjestäjät näkevät vastauksen.', 'Vi ordnar dem före evenemanget. Bara arrangörerna ser svaret.', 'We arrange them before the event. Only the organisers see the answer.', 'text', 'access', 0, 0, 14)
-- next
INSERT INTO "events_kindquestion" ("id", "text_fi", "text_sv", "text_en", "why_fi", "why_sv", "why_en", "answer", "sensitivity", "is_required", "position", "kind_id") VALUES (13, 'Tarvitsetko tulkkausta, tekstitystä tai esteettömyyteen liittyviä järjestelyjä?', 'Behöver du tolkning, textning eller arrangemang som gäller tillgänglighet?', 'Do you need interpretation, captions or arrangements for accessibility?', 'Järjestämme ne ennen tapahtumaa. Vain järjestäjät näkevät vastauksen.', 'Vi ordnar dem före evenemanget. Bara arrangörerna ser svaret.', 'We arrange them before the event. Only the organisers see the answer.', 'text', 'access', 0, 0, 5)
-- next
INSERT INTO "events_kindquestion" ("id", "text_fi", "text_sv", "text_en", "why_fi", "why_sv", "why_en", "answer", "sensitivity", "is_required", "position", "kind_id") VALUES (14, 'Tarvitsetko tulkkausta, tekstitystä tai esteettömyyteen liittyviä järjestelyjä?', 'Behöver du tolkning, textning eller arrangemang som gäller tillgänglighet?', 'Do you need interpretation, captions or arrangements for accessibility?', 'Järjestämme ne ennen tapahtumaa. Vain järjestäjät näkevät vastauksen.', 'Vi ordnar dem före evenemanget. Bara arrangörerna ser svaret.', 'We arrange them before the event. Only the organisers see the answer.', 'text', 'access', 0, 0, 7)
-- next
INSERT INTO "wagtailcore_collection" ("id", "path", "depth", "numchild", "name") VALUES (1, '0001', 1, 0, 'Root')
-- next
INSERT INTO "wagtailcore_groupapprovaltask" ("task_ptr_id") VALUES (1)
-- next
INSERT INTO "wagtailcore_groupapprovaltask_groups" ("id", "groupapprovaltask_id", "group_id") VALUES (1, 1, 1)
-- next
INSERT INTO "wagtailcore_groupcollectionpermission" ("id", "collection_id", "group_id", "permission_id") VALUES (1, 1, 2, 111)
-- next
INSERT INTO "wagtailcore_groupcollectionpermission" ("id", "collection_id", "group_id", "permission_id") VALUES (2, 1, 1, 111)
-- next
INSERT INTO "wagtailcore_groupcollectionpermission" ("id", "collection_id", "group_id", "permission_id") VALUES (3, 1, 2, 112)
-- next
INSERT INTO "wagtailcore_groupcollectionpermission" ("id", "collection_id", "group_id", "permission_id") VALUES (4, 1, 1, 112)
-- next
INSERT INTO "wagtailcore_groupcollectionpermission" ("id", "collection_id", "group_id", "permission_id") VALUES (5, 1, 2, 114)
-- next
INSERT INTO "wagtailcore_groupcollectionpermission" ("id", "collection_id", "group_id", "permission_id") VALUES (6, 1, 1, 114)
-- next
INSERT INTO "wagtailcore_groupcollectionpermission" ("id", "collection_id", "group_id", "permission_id") VALUES (7, 1, 2, 115)
-- next
INSERT INTO "wagtailcore_groupcollectionpermission" ("id", "collection_id", "group_id", "permission_id") VALUES (8, 1, 1, 115)
-- next
INSERT INTO "wagtailcore_groupcollectionpermission" ("id", "collection_id", "group_id", "permission_id") VALUES (9, 1, 2, 116)
-- next
INSERT INTO "wagtailcore_groupcollectionpermission" ("id", "collection_id", "group_id", "permission_id") VALUES (10, 1, 1, 116)
-- next
INSERT INTO "wagtailcore_groupcollectionpermission" ("id", "collection_id", "group_id", "permission_id") VALUES (11, 1, 2, 118)
-- next
INSERT INTO "wagtailcore_groupcollectionpermission" ("id", "collection_id", "group_id", "permission_id") VALUES (12, 1, 1, 118)
-- next
INSERT INTO "wagtailcore_grouppagepermission" ("id", "group_id", "page_id", "permission_id") VALUES (1, 1, 1, 69)
-- next
INSERT INTO "wagtailcore_grouppagepermission" ("id", "group_id", "page_id", "permission_id") VALUES (2, 1, 1, 70)
-- next
INSERT INTO "wagtailcore_grouppagepermission" ("id", "group_id", "page_id", "permission_id") VALUES (3, 1, 1, 75)
-- next
INSERT INTO "wagtailcore_grouppagepermission" ("id", "group_id", "page_id", "permission_id") VALUES (4, 2, 1, 69)
-- next
INSERT INTO "wagtailcore_grouppagepermission" ("id", "group_id", "page_id", "permission_id") VALUES (5, 2, 1, 70)
-- next
INSERT INTO "wagtailcore_grouppagepermission" ("id", "group_id", "page_id", "permission_id") VALUES (6, 1, 1, 74)
-- next
INSERT INTO "wagtailcore_grouppagepermission" ("id", "group_id", "page_id", "permission_id") VALUES (7, 1, 1, 76)
-- next
INSERT INTO "wagtailcore_locale" ("id", "language_code") VALUES (1, 'fi')
-- next
INSERT INTO "wagtailcore_page" ("id", "path", "depth", "numchild", "title", "slug", "live", "has_unpublished_changes", "url_path", "seo_title", "show_in_menus", "search_description", "go_live_at", "expire_at", "expired", "content_type_id", "owner_id", "locked", "latest_revision_created_at", "first_published_at", "live_revision_id", "last_published_at", "draft_title", "locked_at", "locked_by_id", "locale_id", "translation_key", "alias_of_id", "latest_revision_id") VALUES (1, '0001', 1, 1, 'Root', 'root', 1, 0, '/', '', 0, '', NULL, NULL, 0, 1, NULL, 0, NULL, NULL, NULL, NULL, 'Root', NULL, NULL, 1, '2904fa0bfefb4e33af05b571628d3d8a', NULL, NULL)
-- next
INSERT INTO "wagtailcore_page" ("id", "path", "depth", "numchild", "title", "slug", "live", "has_unpublished_changes", "url_path", "seo_title", "show_in_menus", "search_description", "go_live_at", "expire_at", "expired", "content_type_id", "owner_id", "locked", "latest_revision_created_at", "first_published_at", "live_revision_id", "last_published_at", "draft_title", "locked_at", "locked_by_id", "locale_id", "translation_key", "alias_of_id", "latest_revision_id") VALUES (2, '00010001', 2, 0, 'Welcome to your new Wagtail site!', 'home', 1, 0, '/home/', '', 0, '', NULL, NULL, 0, 1, NULL, 0, NULL, NULL, NULL, NULL, 'Welcome to your new Wagtail site!', NULL, NULL, 1, 'f7dd5d868e954a6ba96c7b59fb5134e5', NULL, NULL)
-- next
INSERT INTO "wagtailcore_site" ("id", "hostname", "port", "is_default_site", "root_page_id", "site_name") VALUES (1, 'localhost', 80, 1, 2, '')
-- next
INSERT INTO "wagtailcore_task" ("id", "name", "active", "content_type_id") VALUES (1, 'Moderators approval', 1, 2)
-- next
INSERT INTO "wagtailcore_workflow" ("id", "name", "active") VALUES (1, 'Moderators approval', 1)
-- next
INSERT INTO "wagtailcore_workflowpage" ("page_id", "workflow_id") VALUES (1, 1)
-- next
INSERT INTO "wagtailcore_workflowtask" ("id", "sort_order", "task_id", "workflow_id") VALUES (1, 0, 1, 1)
-- next
CREATE UNIQUE INDEX "django_content_type_app_label_model_76bd3d3b_uniq" ON "django_content_type" ("app_label", "model")
-- next
CREATE UNIQUE INDEX "auth_group_permissions_group_id_permission_id_0cd325b0_uniq" ON "auth_group_permissions" ("group_id", "permission_id")
-- next
CREATE INDEX "auth_group_permissions_group_id_b120cbf9" ON "auth_group_permissions" ("group_id")
-- next
CREATE INDEX "auth_group_permissions_permission_id_84c5c92e" ON "auth_group_permissions" ("permission_id")
-- next
CREATE UNIQUE INDEX "auth_permission_content_type_id_codename_01ab375a_uniq" ON "auth_permission" ("content_type_id", "codename")
-- next
CREATE INDEX "auth_permission_content_type_id_2f476e4b" ON "auth_permission" ("content_type_id")
-- next
CREATE INDEX "people_session_expire_date_6a5f72cd" ON "people_session" ("expire_date")
-- next
CREATE INDEX "people_session_person_80fbc11d" ON "people_session" ("person")
-- next
CREATE UNIQUE INDEX "people_person_groups_person_id_group_id_438d585f_uniq" ON "people_person_groups" ("person_id", "group_id")
-- next
CREATE INDEX "people_person_groups_person_id_b7e415fc" ON "people_person_groups" ("person_id")
-- next
CREATE INDEX "people_person_groups_group_id_3ba87606" ON "people_person_groups" ("group_id")
-- next
CREATE UNIQUE INDEX "people_person_user_permissions_person_id_permission_id_c2e10f6f_uniq" ON "people_person_user_permissions" ("person_id", "permission_id")
-- next
CREATE INDEX "people_person_user_permissions_person_id_755c9d0c" ON "people_person_user_permissions" ("person_id")
-- next
CREATE INDEX "people_person_user_permissions_permission_id_24fa752f" ON "people_person_user_permissions" ("permission_id")
-- next
CREATE INDEX "people_invitation_accepted_by_id_66da8fc9" ON "people_invitation" ("accepted_by_id")
-- next
CREATE INDEX "people_invitation_sponsor_id_de2d7f95" ON "people_invitation" ("sponsor_id")
-- next
CREATE INDEX "people_organisation_successor_id_b43b64f6" ON "people_organisation" ("successor_id")
-- next
CREATE UNIQUE INDEX "people_organisation_virtu" ON "people_organisation" ("virtu_id") WHERE NOT ("virtu_id" = '')
-- next
CREATE UNIQUE INDEX "people_domain_once" ON "people_emaildomain" ((LOWER("domain")))
-- next
CREATE INDEX "people_emaildomain_organisation_id_cfc12eff" ON "people_emaildomain" ("organisation_id")
-- next
CREATE INDEX "people_agreement_organisation_id_4af90ede" ON "people_agreement" ("organisation_id")
-- next
CREATE INDEX "account_emailconfirmation_email_address_id_5b7f8c58" ON "account_emailconfirmation" ("email_address_id")
-- next
CREATE UNIQUE INDEX "account_emailaddress_user_id_email_987c8728_uniq" ON "account_emailaddress" ("user_id", "email")
-- next
CREATE UNIQUE INDEX "unique_verified_email" ON "account_emailaddress" ("email") WHERE "verified" = 1
-- next
CREATE INDEX "account_emailaddress_user_id_2c513194" ON "account_emailaddress" ("user_id")
-- next
CREATE INDEX "account_emailaddress_email_03be32b2" ON "account_emailaddress" ("email")
-- next
CREATE UNIQUE INDEX "unique_primary_email" ON "account_emailaddress" ("user_id", "primary") WHERE "primary" = 1
-- next
CREATE INDEX "circles_circle_ended_by_id_b59fb41f" ON "circles_circle" ("ended_by_id")
-- next
CREATE INDEX "circles_circle_founded_by_id_fe1b0671" ON "circles_circle" ("founded_by_id")
-- next
CREATE UNIQUE INDEX "circles_circle_name_once" ON "circles_circle" ((LOWER("name"))) WHERE "ended_at" IS NULL
-- next
CREATE UNIQUE INDEX "circles_one_asking_waits" ON "circles_asking" ("circle_id", "person_id") WHERE "state" = 'waiting'
-- next
CREATE INDEX "circles_asking_answered_by_id_7ac4fb4a" ON "circles_asking" ("answered_by_id")
-- next
CREATE INDEX "circles_asking_invited_by_id_2ad1479f" ON "circles_asking" ("invited_by_id")
-- next
CREATE INDEX "circles_asking_person_id_99e2610f" ON "circles_asking" ("person_id")
-- next
CREATE INDEX "circles_asking_circle_id_fa3f5040" ON "circles_asking" ("circle_id")
-- next
CREATE INDEX "circles_membership_circle_id_d0e69955" ON "circles_membership" ("circle_id")
-- next
CREATE INDEX "circles_membership_person_id_1a1573ae" ON "circles_membership" ("person_id")
-- next
CREATE INDEX "core_entry_fact_at" ON "core_entry" ("fact", "at")
-- next
CREATE INDEX "core_letter_person_6cd732ac" ON "core_letter" ("person")
-- next
CREATE INDEX "core_letter_waiting" ON "core_letter" ("due_at") WHERE ("given_up_at" IS NULL AND "sent_at" IS NULL)
-- next
CREATE INDEX "core_errand_entry_id_2aa68a46" ON "core_errand" ("entry_id")
-- next
CREATE INDEX "core_errand_waiting" ON "core_errand" ("due_at") WHERE ("done_at" IS NULL AND "given_up_at" IS NULL)
-- next
CREATE INDEX "django_task_queue_n_99c321_idx" ON "django_tasks_database_dbtaskresult" ("queue_name")
-- next
CREATE INDEX "django_task_backend_071754_idx" ON "django_tasks_database_dbtaskresult" ("backend_name")
-- next
CREATE INDEX "tasks_db_new_ordering_idx" ON "django_tasks_database_dbtaskresult" ("status", "priority" DESC, "run_after" ASC, "enqueued_at" ASC) WHERE "status" = 'READY'
-- next
CREATE INDEX "people_limit_expires_e5ff8f40" ON "people_limit" ("expires")
-- next
CREATE INDEX "people_apitoken_person_id_3d2ada73" ON "people_apitoken" ("person_id")
-- next
CREATE INDEX "people_person_organisation_id_276b0765" ON "people_person" ("organisation_id")
-- next
CREATE INDEX "people_person_sponsor_id_2be71ed8" ON "people_person" ("sponsor_id")
-- next
CREATE UNIQUE INDEX "people_role_once" ON "people_role" ("person_id", "kind", "place") WHERE "ended_at" IS NULL
-- next
CREATE INDEX "people_role_ended_by_id_620a4181" ON "people_role" ("ended_by_id")
-- next
CREATE INDEX "people_role_granted_by_id_95503907" ON "people_role" ("granted_by_id")
-- next
CREATE INDEX "people_role_person_id_7fefa71f" ON "people_role" ("person_id")
-- next
CREATE INDEX "spaces_instruction_owner_id_b46ca071" ON "spaces_instruction" ("owner_id")
-- next
CREATE INDEX "spaces_instruction_site_id_635755ce" ON "spaces_instruction" ("site_id")
-- next
CREATE INDEX "spaces_contact_site_id_9b715659" ON "spaces_contact" ("site_id")
-- next
CREATE INDEX "spaces_message_by_id_33708783" ON "spaces_message" ("by_id")
-- next
CREATE INDEX "spaces_message_visit_id_63f64170" ON "spaces_message" ("visit_id")
-- next
CREATE INDEX "spaces_visit_announced_by_id_a0c4593f" ON "spaces_visit" ("announced_by_id")
-- next
CREATE INDEX "spaces_visit_arrived_by_id_6bac9718" ON "spaces_visit" ("arrived_by_id")
-- next
CREATE INDEX "spaces_visit_cancelled_by_id_6b7e1061" ON "spaces_visit" ("cancelled_by_id")
-- next
CREATE INDEX "spaces_visit_left_by_id_52498bb3" ON "spaces_visit" ("left_by_id")
-- next
CREATE INDEX "spaces_visit_person_id_5de8e3ee" ON "spaces_visit" ("person_id")
-- next
CREATE INDEX "spaces_visit_site_id_009ed788" ON "spaces_visit" ("site_id")
-- next
CREATE INDEX "spaces_visit_day" ON "spaces_visit" ("site_id", "starts_at")
-- next
CREATE INDEX "spaces_visit_mine" ON "spaces_visit" ("person_id", "starts_at")
-- next
CREATE INDEX "spaces_visitcount_site_id_4fda094e" ON "spaces_visitcount" ("site_id")
-- next
CREATE INDEX "spaces_report_answered_by_id_1bd851d6" ON "spaces_report" ("answered_by_id")
-- next
CREATE INDEX "spaces_report_closed_by_id_8af409a8" ON "spaces_report" ("closed_by_id")
-- next
CREATE INDEX "spaces_report_person_id_1b159fb5" ON "spaces_report" ("person_id")
-- next
CREATE INDEX "spaces_report_seen_by_id_6829b6ee" ON "spaces_report" ("seen_by_id")
-- next
CREATE INDEX "spaces_report_site_id_76b3c16e" ON "spaces_report" ("site_id")
-- next
CREATE UNIQUE INDEX "spaces_space_cells_space_id_cell_id_a4d55904_uniq" ON "spaces_space_cells" ("space_id", "cell_id")
-- next
CREATE INDEX "spaces_space_cells_space_id_e5c2b4ee" ON "spaces_space_cells" ("space_id")
-- next
CREATE INDEX "spaces_space_cells_cell_id_c60530fa" ON "spaces_space_cells" ("cell_id")
-- next
CREATE INDEX "spaces_report_space_id_63400ed1" ON "spaces_report" ("space_id")
-- next
CREATE INDEX "spaces_offer_waiting_id_eb28ec3c" ON "spaces_offer" ("waiting_id")
-- next
CREATE INDEX "spaces_bookingmember_booking_id_c386a17d" ON "spaces_bookingmember" ("booking_id")
-- next
CREATE INDEX "spaces_bookingmember_person_id_85e6354f" ON "spaces_bookingmember" ("person_id")
-- next
CREATE INDEX "spaces_booking_approved_by_id_0a642c4f" ON "spaces_booking" ("approved_by_id")
-- next
CREATE INDEX "spaces_booking_arrived_by_id_dd9fa32e" ON "spaces_booking" ("arrived_by_id")
-- next
CREATE INDEX "spaces_booking_cancelled_by_id_90126a0a" ON "spaces_booking" ("cancelled_by_id")
-- next
CREATE INDEX "spaces_booking_declined_by_id_3b6c9502" ON "spaces_booking" ("declined_by_id")
-- next
CREATE INDEX "spaces_booking_exempted_by_id_068229b2" ON "spaces_booking" ("exempted_by_id")
-- next
CREATE INDEX "spaces_booking_left_by_id_81f39658" ON "spaces_booking" ("left_by_id")
-- next
CREATE INDEX "spaces_booking_made_by_id_6e9223c8" ON "spaces_booking" ("made_by_id")
-- next
CREATE INDEX "spaces_booking_organisation_id_c9fd43f9" ON "spaces_booking" ("organisation_id")
-- next
CREATE INDEX "spaces_booking_person_id_7f27722c" ON "spaces_booking" ("person_id")
-- next
CREATE INDEX "spaces_booking_site_id_c26567a5" ON "spaces_booking" ("site_id")
-- next
CREATE INDEX "spaces_booking_series_id_c78d3305" ON "spaces_booking" ("series_id")
-- next
CREATE INDEX "spaces_booking_day" ON "spaces_booking" ("site_id", "starts_at")
-- next
CREATE INDEX "spaces_booking_mine" ON "spaces_booking" ("person_id", "starts_at")
-- next
CREATE UNIQUE INDEX "spaces_booking_once_a_date" ON "spaces_booking" ("series_id", "series_date") WHERE ("cancelled_at" IS NULL AND "declined_at" IS NULL)
-- next
CREATE INDEX "spaces_report_open" ON "spaces_report" ("site_id", "closed_at", "made_at")
-- next
CREATE INDEX "spaces_feed_person_id_3b5b7cca" ON "spaces_feed" ("person_id")
-- next
CREATE INDEX "spaces_feed_site_id_575e7094" ON "spaces_feed" ("site_id")
-- next
CREATE INDEX "spaces_feed_space_id_bbd1c93a" ON "spaces_feed" ("space_id")
-- next
CREATE INDEX "spaces_closure_lifted_by_id_b37f4cf8" ON "spaces_closure" ("lifted_by_id")
-- next
CREATE INDEX "spaces_closure_made_by_id_86e19bfa" ON "spaces_closure" ("made_by_id")
-- next
CREATE INDEX "spaces_closure_site_id_504035f0" ON "spaces_closure" ("site_id")
-- next
CREATE INDEX "spaces_closure_space_id_4ef717c5" ON "spaces_closure" ("space_id")
-- next
CREATE INDEX "spaces_bookedspace_changed_over_by_id_b7348f46" ON "spaces_bookedspace" ("changed_over_by_id")
-- next
CREATE INDEX "spaces_bookedspace_booking_id_1e2323b0" ON "spaces_bookedspace" ("booking_id")
-- next
CREATE INDEX "spaces_bookedspace_from_layout_id_6d5e411e" ON "spaces_bookedspace" ("from_layout_id")
-- next
CREATE INDEX "spaces_bookedspace_layout_id_a14c847d" ON "spaces_bookedspace" ("layout_id")
-- next
CREATE INDEX "spaces_bookedspace_space_id_2d752f5d" ON "spaces_bookedspace" ("space_id")
-- next
CREATE INDEX "spaces_spacepicture_space_id_fbab8c6e" ON "spaces_spacepicture" ("space_id")
-- next
CREATE INDEX "spaces_waiting_layout_id_3507abe2" ON "spaces_waiting" ("layout_id")
-- next
CREATE INDEX "spaces_waiting_person_id_3baacbd1" ON "spaces_waiting" ("person_id")
-- next
CREATE INDEX "spaces_waiting_site_id_59cbe614" ON "spaces_waiting" ("site_id")
-- next
CREATE INDEX "spaces_waiting_space_id_34cc59e0" ON "spaces_waiting" ("space_id")
-- next
CREATE INDEX "spaces_waiting_queue" ON "spaces_waiting" ("site_id", "ended_at", "asked_at")
-- next
CREATE UNIQUE INDEX "spaces_offer_one_open" ON "spaces_offer" ("waiting_id") WHERE ("accepted_at" IS NULL AND "declined_at" IS NULL AND "lapsed_at" IS NULL)
-- next
CREATE INDEX "spaces_change_mark_e6a3d51f" ON "spaces_change" ("mark")
-- next
CREATE INDEX "spaces_cell_site_id_f77ee08f" ON "spaces_cell" ("site_id")
-- next
CREATE INDEX "spaces_changeover_after_id_350ee672" ON "spaces_changeover" ("after_id")
-- next
CREATE INDEX "spaces_changeover_before_id_117c1114" ON "spaces_changeover" ("before_id")
-- next
CREATE INDEX "spaces_claim_cell_id_59dd20d4" ON "spaces_claim" ("cell_id")
-- next
CREATE INDEX "spaces_claim_hold_id_c92d4c4f" ON "spaces_claim" ("hold_id")
-- next
CREATE INDEX "spaces_claim_range" ON "spaces_claim" ("cell_id", "starts_at", "ends_at")
-- next
CREATE UNIQUE INDEX "spaces_layout_one_usual" ON "spaces_layout" ("space_id") WHERE "is_usual" = 1
-- next
CREATE INDEX "spaces_layout_space_id_1a714962" ON "spaces_layout" ("space_id")
-- next
CREATE INDEX "spaces_policy_site_id_69968ef7" ON "spaces_policy" ("site_id")
-- next
CREATE INDEX "spaces_space_policy_id_280df669" ON "spaces_space" ("policy_id")
-- next
CREATE INDEX "spaces_space_site_id_c44411a1" ON "spaces_space" ("site_id")
-- next
CREATE INDEX "spaces_space_zone_id_57f91314" ON "spaces_space" ("zone_id")
-- next
CREATE INDEX "spaces_zone_site_id_f0c3bb44" ON "spaces_zone" ("site_id")
-- next
CREATE INDEX "spaces_shift_person_id_b6521b94" ON "spaces_shift" ("person_id")
-- next
CREATE INDEX "spaces_shift_site_id_7227c2c6" ON "spaces_shift" ("site_id")
-- next
CREATE INDEX "spaces_shift_day" ON "spaces_shift" ("site_id", "starts_at")
-- next
CREATE INDEX "spaces_display_site_id_4dfcd229" ON "spaces_display" ("site_id")
-- next
CREATE INDEX "spaces_display_space_id_5dc95909" ON "spaces_display" ("space_id")
-- next
CREATE INDEX "spaces_busyfeed_ended_by_id_1c788c78" ON "spaces_busyfeed" ("ended_by_id")
-- next
CREATE INDEX "spaces_busyfeed_made_by_id_defb2ae2" ON "spaces_busyfeed" ("made_by_id")
-- next
CREATE INDEX "spaces_busyfeed_space_id_460f89eb" ON "spaces_busyfeed" ("space_id")
-- next
CREATE UNIQUE INDEX "spaces_imported_by_feed_once" ON "spaces_importedevent" ("feed_id", "uid", "recurrence") WHERE "feed_id" IS NOT NULL
-- next
CREATE UNIQUE INDEX "spaces_imported_by_mail_once" ON "spaces_importedevent" ("space_id", "person_id", "uid", "recurrence") WHERE "feed_id" IS NULL
-- next
CREATE INDEX "spaces_importedevent_booking_id_d4b0a969" ON "spaces_importedevent" ("booking_id")
-- next
CREATE INDEX "spaces_importedevent_space_id_4daea4c7" ON "spaces_importedevent" ("space_id")
-- next
CREATE INDEX "spaces_importedevent_person_id_d8799c58" ON "spaces_importedevent" ("person_id")
-- next
CREATE INDEX "spaces_importedevent_series_id_f40526af" ON "spaces_importedevent" ("series_id")
-- next
CREATE INDEX "spaces_importedevent_feed_id_25fa073b" ON "spaces_importedevent" ("feed_id")
-- next
CREATE UNIQUE INDEX "spaces_busy_feed_once" ON "spaces_busyfeed" ("space_id", "address") WHERE "ended_at" IS NULL
-- next
CREATE INDEX "spaces_hours_site_id_0eaea8fc" ON "spaces_hours" ("site_id")
-- next
CREATE INDEX "spaces_series_site_id_4b0dd4c8" ON "spaces_series" ("site_id")
-- next
CREATE UNIQUE INDEX "spaces_special_day_once" ON "spaces_specialday" ("site_id", "date") WHERE "closure_id" IS NULL
-- next
CREATE INDEX "spaces_specialday_site_id_1c4432c0" ON "spaces_specialday" ("site_id")
-- next
CREATE INDEX "spaces_specialday_closure_id_b0dfe0c1" ON "spaces_specialday" ("closure_id")
-- next
CREATE UNIQUE INDEX "trail_link_once" ON "trail_link" ("source_id", "target_id", "kind") WHERE "undone_at" IS NULL
-- next
CREATE INDEX "trail_link_source_id_449aa4ef" ON "trail_link" ("source_id")
-- next
CREATE INDEX "trail_link_target_id_6abd35ae" ON "trail_link" ("target_id")
-- next
CREATE INDEX "trail_overdue_node_id_e46ede84" ON "trail_overdue" ("node_id")
-- next
CREATE INDEX "events_programmeitem_event_id_2ec1af01" ON "events_programmeitem" ("event_id")
-- next
CREATE INDEX "events_question_event_id_3edfdfe3" ON "events_question" ("event_id")
-- next
CREATE INDEX "events_companion_registration_id_1c165051" ON "events_companion" ("registration_id")
-- next
CREATE INDEX "events_speaker_event_id_5d094b57" ON "events_speaker" ("event_id")
-- next
CREATE UNIQUE INDEX "events_event_tags_event_id_tag_id_b2716ce9_uniq" ON "events_event_tags" ("event_id", "tag_id")
-- next
CREATE INDEX "events_event_tags_event_id_dbac01f5" ON "events_event_tags" ("event_id")
-- next
CREATE INDEX "events_event_tags_tag_id_e0e734aa" ON "events_event_tags" ("tag_id")
-- next
CREATE INDEX "events_eventperson_event_id_f6115f36" ON "events_eventperson" ("event_id")
-- next
CREATE INDEX "events_eventperson_person_id_5e35dbb5" ON "events_eventperson" ("person_id")
-- next
CREATE INDEX "events_follow_event_id_3e9cd055" ON "events_follow" ("event_id")
-- next
CREATE INDEX "events_follow_person_id_a23460ab" ON "events_follow" ("person_id")
-- next
CREATE INDEX "events_invitee_event_id_efa223dd" ON "events_invitee" ("event_id")
-- next
CREATE INDEX "events_invitee_person_id_4b0e5b72" ON "events_invitee" ("person_id")
-- next
CREATE INDEX "events_answer_question_id_d0ed4a8f" ON "events_answer" ("question_id")
-- next
CREATE INDEX "events_answer_registration_id_aa9bcc5a" ON "events_answer" ("registration_id")
-- next
CREATE INDEX "events_plannedtheme_owner_id_a3b52762" ON "events_plannedtheme" ("owner_id")
-- next
CREATE INDEX "events_plannedtheme_season_id_e0a57e94" ON "events_plannedtheme" ("season_id")
-- next
CREATE INDEX "events_plannedtheme_theme_id_4a5b5cd8" ON "events_plannedtheme" ("theme_id")
-- next
CREATE INDEX "events_invitation_answered_by_id_76307ea3" ON "events_invitation" ("answered_by_id")
-- next
CREATE INDEX "events_invitation_made_by_id_9f35f7d2" ON "events_invitation" ("made_by_id")
-- next
CREATE INDEX "events_invitation_organisation_id_637ae5a0" ON "events_invitation" ("organisation_id")
-- next
CREATE INDEX "events_outcome_event_id_6ed5b66b" ON "events_outcome" ("event_id")
-- next
CREATE INDEX "events_outcome_owner_id_dfaf6c6f" ON "events_outcome" ("owner_id")
-- next
CREATE INDEX "events_targetvote_person_id_18795960" ON "events_targetvote" ("person_id")
-- next
CREATE INDEX "events_targetvote_target_id_49468577" ON "events_targetvote" ("target_id")
-- next
CREATE INDEX "events_reminder_event_id_5ba2f444" ON "events_reminder" ("event_id")
-- next
CREATE INDEX "events_feedback_event_id_3fadf249" ON "events_feedback" ("event_id")
-- next
CREATE INDEX "events_digest_published_by_id_2a575989" ON "events_digest" ("published_by_id")
-- next
CREATE INDEX "events_takeaway_event_id_ede454df" ON "events_takeaway" ("event_id")
-- next
CREATE INDEX "events_takeaway_person_id_71812fe5" ON "events_takeaway" ("person_id")
-- next
CREATE INDEX "events_takeaway_removed_by_id_1d8c1e73" ON "events_takeaway" ("removed_by_id")
-- next
CREATE INDEX "events_message_event_id_a7a9885b" ON "events_message" ("event_id")
-- next
CREATE INDEX "events_message_made_by_id_957f8ce1" ON "events_message" ("made_by_id")
-- next
CREATE UNIQUE INDEX "events_message_registrations_message_id_registration_id_38804bc5_uniq" ON "events_message_registrations" ("message_id", "registration_id")
-- next
CREATE INDEX "events_message_registrations_message_id_77a9d6a8" ON "events_message_registrations" ("message_id")
-- next
CREATE INDEX "events_message_registrations_registration_id_c835db5e" ON "events_message_registrations" ("registration_id")
-- next
CREATE INDEX "events_press_event_id_e81b7a18" ON "events_press" ("event_id")
-- next
CREATE INDEX "events_press_made_by_id_47bd3fef" ON "events_press" ("made_by_id")
-- next
CREATE INDEX "events_press_registration_id_a88405d4" ON "events_press" ("registration_id")
-- next
CREATE INDEX "events_material_event_id_ffcb97d5" ON "events_material" ("event_id")
-- next
CREATE INDEX "events_eventtemplate_event_id_d40bb036" ON "events_eventtemplate" ("event_id")
-- next
CREATE INDEX "events_eventtemplate_made_by_id_f1369ef1" ON "events_eventtemplate" ("made_by_id")
-- next
CREATE INDEX "events_event_audience_organisation_id_e8aa493d" ON "events_event" ("audience_organisation_id")
-- next
CREATE INDEX "events_event_cancelled_by_id_642847ca" ON "events_event" ("cancelled_by_id")
-- next
CREATE INDEX "events_event_made_by_id_edc3d6c6" ON "events_event" ("made_by_id")
-- next
CREATE INDEX "events_event_published_by_id_2490ed68" ON "events_event" ("published_by_id")
-- next
CREATE INDEX "events_event_site_id_d76095e0" ON "events_event" ("site_id")
-- next
CREATE INDEX "events_event_kind_id_87051f59" ON "events_event" ("kind_id")
-- next
CREATE INDEX "events_event_series_id_6cde1f96" ON "events_event" ("series_id")
-- next
CREATE INDEX "events_event_season_id_049b845d" ON "events_event" ("season_id")
-- next
CREATE INDEX "events_event_theme_id_567f7358" ON "events_event" ("theme_id")
-- next
CREATE INDEX "events_event_audience_circle_id_682e8583" ON "events_event" ("audience_circle_id")
-- next
CREATE INDEX "events_event_lost_to_id_1ed61e56" ON "events_event" ("lost_to_id")
-- next
CREATE INDEX "events_event_day" ON "events_event" ("starts_at")
-- next
CREATE INDEX "events_event_site" ON "events_event" ("site_id", "starts_at")
-- next
CREATE INDEX "events_changereason_event_id_3dc20bec" ON "events_changereason" ("event_id")
-- next
CREATE INDEX "events_event_visited_id_fecb830d" ON "events_event" ("visited_id")
-- next
CREATE INDEX "events_link_event_id_91149c4e" ON "events_link" ("event_id")
-- next
CREATE INDEX "events_link_made_by_id_3b642a67" ON "events_link" ("made_by_id")
-- next
CREATE INDEX "events_link_registration_id_bca3641b" ON "events_link" ("registration_id")
-- next
CREATE INDEX "events_link_whose" ON "events_link" ("event_id", "email")
-- next
CREATE INDEX "events_trainingnote_event_id_3fd7b31f" ON "events_trainingnote" ("event_id")
-- next
CREATE INDEX "events_trainingnote_organisation_id_5c7da607" ON "events_trainingnote" ("organisation_id")
-- next
CREATE INDEX "events_trainingnote_person_id_77f73b7d" ON "events_trainingnote" ("person_id")
-- next
CREATE INDEX "events_counted_registration_id_df2505cb" ON "events_counted" ("registration_id")
-- next
CREATE INDEX "events_counted_taken" ON "events_counted" ("quota_id", "people")
-- next
CREATE INDEX "events_pool_event_id_5e9a080e" ON "events_pool" ("event_id")
-- next
CREATE UNIQUE INDEX "events_quota_organisation_once" ON "events_quota" ("event_id", "organisation_id") WHERE "organisation_id" IS NOT NULL
-- next
CREATE UNIQUE INDEX "events_quota_role_once" ON "events_quota" ("event_id", "role") WHERE "role" > ''
-- next
CREATE INDEX "events_quota_event_id_66b0249f" ON "events_quota" ("event_id")
-- next
CREATE INDEX "events_quota_organisation_id_82d33da4" ON "events_quota" ("organisation_id")
-- next
CREATE INDEX "events_eventseries_theme_id_32f1052d" ON "events_eventseries" ("theme_id")
-- next
CREATE INDEX "events_auditline_by_id_b3038e8c" ON "events_auditline" ("by_id")
-- next
CREATE INDEX "events_auditline_event_id_6319e38b" ON "events_auditline" ("event_id")
-- next
CREATE INDEX "events_audit_registration" ON "events_auditline" ("registration")
-- next
CREATE INDEX "events_kindquestion_kind_id_3013e948" ON "events_kindquestion" ("kind_id")
-- next
CREATE UNIQUE INDEX "events_target_once" ON "events_target" ((LOWER("name")), "season_id") WHERE "removed_at" IS NULL
-- next
CREATE UNIQUE INDEX "events_target_once_without_season" ON "events_target" ((LOWER("name"))) WHERE ("removed_at" IS NULL AND "season_id" IS NULL)
-- next
CREATE INDEX "events_target_chosen_by_id_61bc43a0" ON "events_target" ("chosen_by_id")
-- next
CREATE INDEX "events_target_proposed_by_id_6d5ca775" ON "events_target" ("proposed_by_id")
-- next
CREATE INDEX "events_target_season_id_68b3af44" ON "events_target" ("season_id")
-- next
CREATE INDEX "events_target_removed_by_id_16e2b717" ON "events_target" ("removed_by_id")
-- next
CREATE UNIQUE INDEX "events_registration_person_once" ON "events_registration" ("event_id", "person_id") WHERE ("ended_at" IS NULL AND "person_id" IS NOT NULL)
-- next
CREATE UNIQUE INDEX "events_registration_guest_once" ON "events_registration" ("event_id", "guest_email") WHERE ("ended_at" IS NULL AND NOT ("guest_email" = ''))
-- next
CREATE INDEX "events_registration_arrived_by_id_3c95c4e3" ON "events_registration" ("arrived_by_id")
-- next
CREATE INDEX "events_registration_ended_by_id_f5703165" ON "events_registration" ("ended_by_id")
-- next
CREATE INDEX "events_registration_event_id_75b6f198" ON "events_registration" ("event_id")
-- next
CREATE INDEX "events_registration_made_by_id_ef43bad9" ON "events_registration" ("made_by_id")
-- next
CREATE INDEX "events_registration_organisation_id_16c625a5" ON "events_registration" ("organisation_id")
-- next
CREATE INDEX "events_registration_person_id_529d1a9a" ON "events_registration" ("person_id")
-- next
CREATE INDEX "events_registration_priority_by_id_fdf648f9" ON "events_registration" ("priority_by_id")
-- next
CREATE INDEX "events_registration_mine" ON "events_registration" ("person_id", "ended_at")
-- next
CREATE INDEX "events_registration_queue" ON "events_registration" ("event_id", "mode", "pool_id", "queued_at", "has_priority", "rank", "ended_at") WHERE "ended_at" IS NULL
-- next
CREATE INDEX "events_registration_taken" ON "events_registration" ("pool_id", "mode", "people")
-- next
CREATE INDEX "events_registration_first" ON "events_registration" ("event_id") WHERE ("has_priority" = 1 OR "rank" IS NOT NULL)
-- next
CREATE INDEX "ideas_phase_campaign_id_cfd35cd2" ON "ideas_phase" ("campaign_id")
-- next
CREATE UNIQUE INDEX "ideas_merge_once" ON "ideas_merge" ("idea_id") WHERE "undone_at" IS NULL
-- next
CREATE INDEX "ideas_merge_asked_by_id_7bae3579" ON "ideas_merge" ("asked_by_id")
-- next
CREATE INDEX "ideas_merge_idea_id_dda38589" ON "ideas_merge" ("idea_id")
-- next
CREATE INDEX "ideas_merge_into_id_f5877dcf" ON "ideas_merge" ("into_id")
-- next
CREATE INDEX "ideas_merge_answered_by_id_53fb5e83" ON "ideas_merge" ("answered_by_id")
-- next
CREATE INDEX "ideas_support_idea_id_b4a269c1" ON "ideas_support" ("idea_id")
-- next
CREATE INDEX "ideas_support_person_id_ddbd24f3" ON "ideas_support" ("person_id")
-- next
CREATE INDEX "ideas_turn_campaign_id_5cef4c85" ON "ideas_turn" ("campaign_id")
-- next
CREATE INDEX "ideas_turn_idea_id_4e1f531f" ON "ideas_turn" ("idea_id")
-- next
CREATE INDEX "ideas_attachment_idea_id_7a7afb24" ON "ideas_attachment" ("idea_id")
-- next
CREATE INDEX "ideas_attachment_person_id_2787c9cb" ON "ideas_attachment" ("person_id")
-- next
CREATE INDEX "ideas_campaign_organisation_id_159d29dd" ON "ideas_campaign" ("organisation_id")
-- next
CREATE INDEX "ideas_campaign_owner_id_0c72f2b5" ON "ideas_campaign" ("owner_id")
-- next
CREATE INDEX "ideas_turn_next" ON "ideas_turn" ("campaign_id", "round", "shown", "place", "idea_id")
-- next
CREATE INDEX "ideas_commentreport_answered_by_id_0951cd0f" ON "ideas_commentreport" ("answered_by_id")
-- next
CREATE INDEX "ideas_commentreport_comment_id_150b93cc" ON "ideas_commentreport" ("comment_id")
-- next
CREATE INDEX "ideas_commentreport_hiding_id_97e95cf0" ON "ideas_commentreport" ("hiding_id")
-- next
CREATE INDEX "ideas_commentreport_person_id_3b1671ee" ON "ideas_commentreport" ("person_id")
-- next
CREATE UNIQUE INDEX "ideas_hidden_once" ON "ideas_hiding" ("comment_id") WHERE "restored_at" IS NULL
-- next
CREATE INDEX "ideas_hiding_author_id_80413bff" ON "ideas_hiding" ("author_id")
-- next
CREATE INDEX "ideas_hiding_by_id_3ef98aea" ON "ideas_hiding" ("by_id")
-- next
CREATE INDEX "ideas_hiding_comment_id_67d7c394" ON "ideas_hiding" ("comment_id")
-- next
CREATE INDEX "ideas_hiding_ruled_by_id_026894bf" ON "ideas_hiding" ("ruled_by_id")
-- next
CREATE INDEX "ideas_campaign_born_at_id_5159a8a2" ON "ideas_campaign" ("born_at_id")
-- next
CREATE INDEX "experiments_teammember_experiment_id_9e143eee" ON "experiments_teammember" ("experiment_id")
-- next
CREATE INDEX "experiments_teammember_person_id_eb85d3a2" ON "experiments_teammember" ("person_id")
-- next
CREATE INDEX "experiments_question_answered_by_id_3ec121cb" ON "experiments_question" ("answered_by_id")
-- next
CREATE INDEX "experiments_question_experiment_id_90b4edd2" ON "experiments_question" ("experiment_id")
-- next
CREATE INDEX "experiments_question_person_id_23d76815" ON "experiments_question" ("person_id")
-- next
CREATE INDEX "experiments_attachment_note_id_72e415a5" ON "experiments_attachment" ("note_id")
-- next
CREATE INDEX "experiments_baton_campaign_id_f5d107cd" ON "experiments_baton" ("campaign_id")
-- next
CREATE INDEX "experiments_baton_launched_by_id_73ca69ed" ON "experiments_baton" ("launched_by_id")
-- next
CREATE INDEX "experiments_baton_split_from_id_4cdef144" ON "experiments_baton" ("split_from_id")
-- next
CREATE INDEX "experiments_baton_first_id_69c87285" ON "experiments_baton" ("first_id")
-- next
CREATE INDEX "experiments_note_experiment_id_c8624f6d" ON "experiments_note" ("experiment_id")
-- next
CREATE INDEX "experiments_note_person_id_fa116996" ON "experiments_note" ("person_id")
-- next
CREATE INDEX "experiments_teaminvitation_experiment_id_c595daf3" ON "experiments_teaminvitation" ("experiment_id")
-- next
CREATE INDEX "experiments_teaminvitation_invited_by_id_b5bdd024" ON "experiments_teaminvitation" ("invited_by_id")
-- next
CREATE INDEX "experiments_teaminvitation_organisation_id_6ec75b1b" ON "experiments_teaminvitation" ("organisation_id")
-- next
CREATE INDEX "experiments_teaminvitation_person_id_5c483cea" ON "experiments_teaminvitation" ("person_id")
-- next
CREATE UNIQUE INDEX "experiments_one_holder" ON "experiments_hold" ("baton_id") WHERE ("freed_at" IS NULL AND "handed_at" IS NULL AND "passed_at" IS NULL)
-- next
CREATE INDEX "experiments_hold_baton_id_968ff1ab" ON "experiments_hold" ("baton_id")
-- next
CREATE INDEX "experiments_hold_organisation_id_0f040033" ON "experiments_hold" ("organisation_id")
-- next
CREATE INDEX "experiments_hold_person_id_798ed4e0" ON "experiments_hold" ("person_id")
-- next
CREATE INDEX "experiments_hold_given_by_id_62e14965" ON "experiments_hold" ("given_by_id")
-- next
CREATE INDEX "experiments_experiment_ended_by_id_a0f43df2" ON "experiments_experiment" ("ended_by_id")
-- next
CREATE INDEX "experiments_experiment_idea_id_63d81684" ON "experiments_experiment" ("idea_id")
-- next
CREATE INDEX "experiments_experiment_organisation_id_668ef874" ON "experiments_experiment" ("organisation_id")
-- next
CREATE INDEX "experiments_experiment_first_id_39991da1" ON "experiments_experiment" ("first_id")
-- next
CREATE INDEX "experiments_experiment_repeats_id_eb80e178" ON "experiments_experiment" ("repeats_id")
-- next
CREATE INDEX "experiments_reception_person_id_0fc35631" ON "experiments_reception" ("person_id")
-- next
CREATE INDEX "experiments_reception_organisation_id_bf4294b3" ON "experiments_reception" ("organisation_id")
-- next
CREATE INDEX "trail_contribution_person_id_1127f582" ON "trail_contribution" ("person_id")
-- next
CREATE INDEX "trail_contribution_node_id_50005296" ON "trail_contribution" ("node_id")
-- next
CREATE INDEX "trail_contribution_whose" ON "trail_contribution" ("person_id", "node_id")
-- next
CREATE INDEX "trail_node_owner_id_ea7b5a5b" ON "trail_node" ("owner_id")
-- next
CREATE INDEX "trail_node_due" ON "trail_node" ("due_on") WHERE "closed_at" IS NULL
-- next
CREATE INDEX "ideas_author_person_id_a70155d8" ON "ideas_author" ("person_id")
-- next
CREATE INDEX "ideas_author_idea_id_8754dd72" ON "ideas_author" ("idea_id")
-- next
CREATE INDEX "ideas_authorinvitation_idea_id_351f0959" ON "ideas_authorinvitation" ("idea_id")
-- next
CREATE INDEX "ideas_authorinvitation_invited_by_id_a8e572c7" ON "ideas_authorinvitation" ("invited_by_id")
-- next
CREATE INDEX "ideas_authorinvitation_organisation_id_6249c84a" ON "ideas_authorinvitation" ("organisation_id")
-- next
CREATE INDEX "ideas_authorinvitation_person_id_9e0f1333" ON "ideas_authorinvitation" ("person_id")
-- next
CREATE INDEX "ideas_phasebegun_campaign_id_d7186e21" ON "ideas_phasebegun" ("campaign_id")
-- next
CREATE INDEX "ideas_comment_person_id_a4e06783" ON "ideas_comment" ("person_id")
-- next
CREATE INDEX "ideas_comment_idea_id_0ab5ade0" ON "ideas_comment" ("idea_id")
-- next
CREATE INDEX "ideas_comment_answers_id_11ba4048" ON "ideas_comment" ("answers_id")
-- next
CREATE INDEX "ideas_idea_born_at_id_00e31dc6" ON "ideas_idea" ("born_at_id")
-- next
CREATE INDEX "ideas_idea_campaign_id_e14384ea" ON "ideas_idea" ("campaign_id")
-- next
CREATE INDEX "ideas_idea_organisation_id_00a98f90" ON "ideas_idea" ("organisation_id")
-- next
CREATE INDEX "ideas_board" ON "ideas_idea" ("campaign_id", "state")
-- next
CREATE INDEX "ideas_newest" ON "ideas_idea" ("campaign_id", "made_at" DESC, "id" DESC)
-- next
CREATE INDEX "ideas_ideastep_by_id_50550f4a" ON "ideas_ideastep" ("by_id")
-- next
CREATE INDEX "ideas_ideastep_idea_id_78b221e3" ON "ideas_ideastep" ("idea_id")
-- next
CREATE INDEX "ideas_ideastep_owner_id_540d8bfe" ON "ideas_ideastep" ("owner_id")
-- next
CREATE INDEX "ideas_step_reason_length" ON "ideas_ideastep" ((LENGTH(TRIM("reason"))))
-- next
CREATE INDEX "library_item_organisation_id_cbd7b994" ON "library_item" ("organisation_id")
-- next
CREATE INDEX "library_item_source_id_ace4d0c9" ON "library_item" ("source_id")
-- next
CREATE INDEX "library_item_shelf" ON "library_item" ("kind", "language")
-- next
CREATE UNIQUE INDEX "library_modelled_once" ON "library_item" ("source_id") WHERE "source_kind" = 'modelled'
-- next
CREATE INDEX "library_check_by_id_866f3d9a" ON "library_check" ("by_id")
-- next
CREATE INDEX "library_check_item_id_5d14e979" ON "library_check" ("item_id")
-- next
CREATE INDEX "library_adoption_organisation_id_f99b052b" ON "library_adoption" ("organisation_id")
-- next
CREATE INDEX "library_adoption_person_id_8f7479cc" ON "library_adoption" ("person_id")
-- next
CREATE INDEX "library_adoption_item_id_8a5d868e" ON "library_adoption" ("item_id")
-- next
CREATE INDEX "library_keeper_item_id_d8ce8daa" ON "library_keeper" ("item_id")
-- next
CREATE INDEX "library_keeper_person_id_e4e72a11" ON "library_keeper" ("person_id")
-- next
CREATE INDEX "library_label_item_id_fe902c51" ON "library_label" ("item_id")
-- next
CREATE UNIQUE INDEX "library_one_report_stands" ON "library_report" ("adoption_id") WHERE "superseded_at" IS NULL
-- next
CREATE INDEX "library_report_adoption_id_a7bed634" ON "library_report" ("adoption_id")
-- next
CREATE UNIQUE INDEX "library_retired_once" ON "library_retirement" ("item_id") WHERE "undone_at" IS NULL
-- next
CREATE INDEX "library_retirement_by_id_ef8ac02e" ON "library_retirement" ("by_id")
-- next
CREATE INDEX "library_retirement_item_id_ed2a334f" ON "library_retirement" ("item_id")
-- next
CREATE INDEX "library_retirement_replacement_id_6f6746be" ON "library_retirement" ("replacement_id")
-- next
CREATE UNIQUE INDEX "library_one_ruling_stands" ON "library_toolruling" ("item_id", "organisation_id") WHERE "superseded_at" IS NULL
-- next
CREATE INDEX "library_toolruling_by_id_83617ef2" ON "library_toolruling" ("by_id")
-- next
CREATE INDEX "library_toolruling_item_id_4f68fc3c" ON "library_toolruling" ("item_id")
-- next
CREATE INDEX "library_toolruling_organisation_id_e2a056e2" ON "library_toolruling" ("organisation_id")
-- next
CREATE UNIQUE INDEX "library_one_version_stands" ON "library_version" ("item_id") WHERE "superseded_at" IS NULL
-- next
CREATE INDEX "library_version_because_of_id_aaf2e069" ON "library_version" ("because_of_id")
-- next
CREATE INDEX "library_version_by_id_89c8c803" ON "library_version" ("by_id")
-- next
CREATE INDEX "library_version_item_id_ebc7b430" ON "library_version" ("item_id")
-- next
CREATE INDEX "library_lablesson_by_id_aafba13f" ON "library_lablesson" ("by_id")
-- next
CREATE INDEX "library_lablesson_because_of_id_c3c72653" ON "library_lablesson" ("because_of_id")
-- next
CREATE INDEX "library_labversion_because_of_id_74685e53" ON "library_labversion" ("because_of_id")
-- next
CREATE INDEX "library_labversion_by_id_8436ee75" ON "library_labversion" ("by_id")
-- next
CREATE INDEX "mfa_authenticator_user_id_0c3a50c0" ON "mfa_authenticator" ("user_id")
-- next
CREATE UNIQUE INDEX "unique_authenticator_type" ON "mfa_authenticator" ("user_id", "type") WHERE "type" IN ('totp', 'recovery_codes')
-- next
CREATE INDEX "notifications_follow_node_id_94d06d9e" ON "notifications_follow" ("node_id")
-- next
CREATE INDEX "notifications_follow_person_id_e554e396" ON "notifications_follow" ("person_id")
-- next
CREATE INDEX "notifications_notice_bundle_id_cb9c20f5" ON "notifications_notice" ("bundle_id")
-- next
CREATE INDEX "notifications_notice_letter_id_238fdd3f" ON "notifications_notice" ("letter_id")
-- next
CREATE INDEX "notifications_notice_person_id_d7ad3aad" ON "notifications_notice" ("person_id")
-- next
CREATE INDEX "notifications_list" ON "notifications_notice" ("person_id", "created_at")
-- next
CREATE INDEX "notifications_unread" ON "notifications_notice" ("kind", "person_id") WHERE "state" = 'unread'
-- next
CREATE INDEX "notifications_word_campaign_id_ffba7cc8" ON "notifications_word" ("campaign_id")
-- next
CREATE INDEX "notifications_word_made_by_id_5580089c" ON "notifications_word" ("made_by_id")
-- next
CREATE INDEX "search_posting_entry_id_c914982c" ON "search_posting" ("entry_id")
-- next
CREATE INDEX "search_posting_heaviest" ON "search_posting" ("of_id", "weight" DESC, "entry_id")
-- next
CREATE UNIQUE INDEX "wagtailcore_groupcollectionpermission_group_id_collection_id_permission_id_a21cefe9_uniq" ON "wagtailcore_groupcollectionpermission" ("group_id", "collection_id", "permission_id")
-- next
CREATE INDEX "wagtailcore_groupcollectionpermission_collection_id_5423575a" ON "wagtailcore_groupcollectionpermission" ("collection_id")
-- next
CREATE INDEX "wagtailcore_groupcollectionpermission_group_id_05d61460" ON "wagtailcore_groupcollectionpermission" ("group_id")
-- next
CREATE INDEX "wagtailcore_groupcollectionpermission_permission_id_1b626275" ON "wagtailcore_groupcollectionpermission" ("permission_id")
-- next
CREATE UNIQUE INDEX "wagtailcore_pageviewrestriction_groups_pageviewrestriction_id_group_id_d23f80bb_uniq" ON "wagtailcore_pageviewrestriction_groups" ("pageviewrestriction_id", "group_id")
-- next
CREATE INDEX "wagtailcore_pageviewrestriction_groups_pageviewrestriction_id_f147a99a" ON "wagtailcore_pageviewrestriction_groups" ("pageviewrestriction_id")
-- next
CREATE INDEX "wagtailcore_pageviewrestriction_groups_group_id_6460f223" ON "wagtailcore_pageviewrestriction_groups" ("group_id")
-- next
CREATE INDEX "wagtailcore_pageviewrestriction_page_id_15a8bea6" ON "wagtailcore_pageviewrestriction" ("page_id")
-- next
CREATE INDEX "wagtailcore_collectionviewrestriction_collection_id_761908ec" ON "wagtailcore_collectionviewrestriction" ("collection_id")
-- next
CREATE UNIQUE INDEX "wagtailcore_collectionviewrestriction_groups_collectionviewrestriction_id_group_id_988995ae_uniq" ON "wagtailcore_collectionviewrestriction_groups" ("collectionviewrestriction_id", "group_id")
-- next
CREATE INDEX "wagtailcore_collectionviewrestriction_groups_collectionviewrestriction_id_47320efd" ON "wagtailcore_collectionviewrestriction_groups" ("collectionviewrestriction_id")
-- next
CREATE INDEX "wagtailcore_collectionviewrestriction_groups_group_id_1823f2a3" ON "wagtailcore_collectionviewrestriction_groups" ("group_id")
-- next
CREATE UNIQUE INDEX "wagtailcore_site_hostname_port_2c626d70_uniq" ON "wagtailcore_site" ("hostname", "port")
-- next
CREATE INDEX "wagtailcore_site_hostname_96b20b46" ON "wagtailcore_site" ("hostname")
-- next
CREATE INDEX "wagtailcore_site_root_page_id_e02fb95c" ON "wagtailcore_site" ("root_page_id")
-- next
CREATE INDEX "wagtailcore_task_content_type_id_249ab8ba" ON "wagtailcore_task" ("content_type_id")
-- next
CREATE INDEX "wagtailcore_workflowpage_workflow_id_56f56ff6" ON "wagtailcore_workflowpage" ("workflow_id")
-- next
CREATE UNIQUE INDEX "wagtailcore_workflowtask_workflow_id_task_id_4ec7a62b_uniq" ON "wagtailcore_workflowtask" ("workflow_id", "task_id")
-- next
CREATE INDEX "wagtailcore_workflowtask_task_id_ce7716fe" ON "wagtailcore_workflowtask" ("task_id")
-- next
CREATE INDEX "wagtailcore_workflowtask_workflow_id_b9717175" ON "wagtailcore_workflowtask" ("workflow_id")
-- next
CREATE UNIQUE INDEX "wagtailcore_groupapprovaltask_groups_groupapprovaltask_id_group_id_bb5ee7eb_uniq" ON "wagtailcore_groupapprovaltask_groups" ("groupapprovaltask_id", "group_id")
-- next
CREATE INDEX "wagtailcore_groupapprovaltask_groups_groupapprovaltask_id_9a9255ea" ON "wagtailcore_groupapprovaltask_groups" ("groupapprovaltask_id")
-- next
CREATE INDEX "wagtailcore_groupapprovaltask_groups_group_id_2e64b61f" ON "wagtailcore_groupapprovaltask_groups" ("group_id")
-- next
CREATE UNIQUE INDEX "wagtailcore_page_translation_key_locale_id_9b041bad_uniq" ON "wagtailcore_page" ("translation_key", "locale_id")
-- next
CREATE INDEX "wagtailcore_page_slug_e7c11b8f" ON "wagtailcore_page" ("slug")
-- next
CREATE INDEX "wagtailcore_page_content_type_id_c28424df" ON "wagtailcore_page" ("content_type_id")
-- next
CREATE INDEX "wagtailcore_page_owner_id_fbf7c332" ON "wagtailcore_page" ("owner_id")
-- next
CREATE INDEX "wagtailcore_page_first_published_at_2b5dd637" ON "wagtailcore_page" ("first_published_at")
-- next
CREATE INDEX "wagtailcore_page_live_revision_id_930bd822" ON "wagtailcore_page" ("live_revision_id")
-- next
CREATE INDEX "wagtailcore_page_locked_by_id_bcb86245" ON "wagtailcore_page" ("locked_by_id")
-- next
CREATE INDEX "wagtailcore_page_locale_id_3c7e30a6" ON "wagtailcore_page" ("locale_id")
-- next
CREATE INDEX "wagtailcore_page_alias_of_id_12945502" ON "wagtailcore_page" ("alias_of_id")
-- next
CREATE INDEX "wagtailcore_commentreply_comment_id_afc7e027" ON "wagtailcore_commentreply" ("comment_id")
-- next
CREATE INDEX "wagtailcore_commentreply_user_id_d0b3b9c3" ON "wagtailcore_commentreply" ("user_id")
-- next
CREATE UNIQUE INDEX "wagtailcore_pagesubscription_page_id_user_id_0cef73ed_uniq" ON "wagtailcore_pagesubscription" ("page_id", "user_id")
-- next
CREATE INDEX "wagtailcore_pagesubscription_page_id_a085e7a6" ON "wagtailcore_pagesubscription" ("page_id")
-- next
CREATE INDEX "wagtailcore_pagesubscription_user_id_89d7def9" ON "wagtailcore_pagesubscription" ("user_id")
-- next
CREATE UNIQUE INDEX "wagtail_localize_string_locale_id_data_hash_bae71852_uniq" ON "wagtail_localize_string" ("locale_id", "data_hash")
-- next
CREATE INDEX "wagtail_localize_string_locale_id_2cded126" ON "wagtail_localize_string" ("locale_id")
-- next
CREATE UNIQUE INDEX "wagtail_localize_translatableobject_content_type_id_translation_key_de875339_uniq" ON "wagtail_localize_translatableobject" ("content_type_id", "translation_key")
-- next
CREATE INDEX "wagtail_localize_translatableobject_content_type_id_0d6c5139" ON "wagtail_localize_translatableobject" ("content_type_id")
-- next
CREATE INDEX "wagtail_localize_templatesegment_context_id_81456b25" ON "wagtail_localize_templatesegment" ("context_id")
-- next
CREATE INDEX "wagtail_localize_templatesegment_source_id_26b89dc6" ON "wagtail_localize_templatesegment" ("source_id")
-- next
CREATE INDEX "wagtail_localize_templatesegment_template_id_c370b3c8" ON "wagtail_localize_templatesegment" ("template_id")
-- next
CREATE INDEX "wagtail_localize_stringsegment_context_id_63235539" ON "wagtail_localize_stringsegment" ("context_id")
-- next
CREATE INDEX "wagtail_localize_stringsegment_source_id_5804129f" ON "wagtail_localize_stringsegment" ("source_id")
-- next
CREATE INDEX "wagtail_localize_stringsegment_string_id_6356d5ec" ON "wagtail_localize_stringsegment" ("string_id")
-- next
CREATE INDEX "wagtail_localize_relatedobjectsegment_context_id_c0a725be" ON "wagtail_localize_relatedobjectsegment" ("context_id")
-- next
CREATE INDEX "wagtail_localize_relatedobjectsegment_object_id_6c7b58df" ON "wagtail_localize_relatedobjectsegment" ("object_id")
-- next
CREATE INDEX "wagtail_localize_relatedobjectsegment_source_id_9a3b1373" ON "wagtail_localize_relatedobjectsegment" ("source_id")
-- next
CREATE INDEX "wagtailcore_comment_page_id_108444b5" ON "wagtailcore_comment" ("page_id")
-- next
CREATE INDEX "wagtailcore_comment_resolved_by_id_a282aa0e" ON "wagtailcore_comment" ("resolved_by_id")
-- next
CREATE INDEX "wagtailcore_comment_revision_created_id_1d058279" ON "wagtailcore_comment" ("revision_created_id")
-- next
CREATE INDEX "wagtailcore_comment_user_id_0c577ca6" ON "wagtailcore_comment" ("user_id")
-- next
CREATE INDEX "wagtailcore_page_latest_revision_id_e60fef51" ON "wagtailcore_page" ("latest_revision_id")
-- next
CREATE UNIQUE INDEX "wagtailcore_referenceindex_base_content_type_id_object_id_to_content_type_id_to_object_id_content_path_hash_9e6ccd6a_uniq" ON "wagtailcore_referenceindex" ("base_content_type_id", "object_id", "to_content_type_id", "to_object_id", "content_path_hash")
-- next
CREATE INDEX "wagtailcore_referenceindex_base_content_type_id_313cf40f" ON "wagtailcore_referenceindex" ("base_content_type_id")
-- next
CREATE INDEX "wagtailcore_referenceindex_content_type_id_766e0336" ON "wagtailcore_referenceindex" ("content_type_id")
-- next
CREATE INDEX "wagtailcore_referenceindex_to_content_type_id_93690bbd" ON "wagtailcore_referenceindex" ("to_content_type_id")
-- next
CREATE INDEX "wagtailcore_taskstate_content_type_id_0a758fdc" ON "wagtailcore_taskstate" ("content_type_id")
-- next
CREATE INDEX "wagtailcore_taskstate_task_id_c3677c34" ON "wagtailcore_taskstate" ("task_id")
-- next
CREATE INDEX "wagtailcore_taskstate_workflow_state_id_9239a775" ON "wagtailcore_taskstate" ("workflow_state_id")
-- next
CREATE INDEX "wagtailcore_taskstate_finished_by_id_13f98229" ON "wagtailcore_taskstate" ("finished_by_id")
-- next
CREATE INDEX "wagtailcore_taskstate_revision_id_df25a499" ON "wagtailcore_taskstate" ("revision_id")
-- next
CREATE UNIQUE INDEX "unique_in_progress_workflow" ON "wagtailcore_workflowstate" ("base_content_type_id", "object_id") WHERE "status" IN ('in_progress', 'needs_changes')
-- next
CREATE INDEX "wagtailcore_workflowstate_requested_by_id_4090bca3" ON "wagtailcore_workflowstate" ("requested_by_id")
-- next
CREATE INDEX "wagtailcore_workflowstate_workflow_id_1f18378f" ON "wagtailcore_workflowstate" ("workflow_id")
-- next
CREATE INDEX "wagtailcore_workflowstate_base_content_type_id_a30dc576" ON "wagtailcore_workflowstate" ("base_content_type_id")
-- next
CREATE INDEX "wagtailcore_workflowstate_content_type_id_2bb78ce1" ON "wagtailcore_workflowstate" ("content_type_id")
-- next
CREATE INDEX "workflowstate_ct_id_idx" ON "wagtailcore_workflowstate" ("content_type_id", "object_id")
-- next
CREATE INDEX "workflowstate_base_ct_id_idx" ON "wagtailcore_workflowstate" ("base_content_type_id", "object_id")
-- next
CREATE INDEX "wagtailcore_workflowcontenttype_workflow_id_9aad7cd2" ON "wagtailcore_workflowcontenttype" ("workflow_id")
-- next
CREATE INDEX "wagtailcore_modellogentry_action_d2d856ee" ON "wagtailcore_modellogentry" ("action")
-- next
CREATE INDEX "wagtailcore_modellogentry_timestamp_9694521b" ON "wagtailcore_modellogentry" ("timestamp")
-- next
CREATE INDEX "wagtailcore_modellogentry_content_changed_8bc39742" ON "wagtailcore_modellogentry" ("content_changed")
-- next
CREATE INDEX "wagtailcore_modellogentry_object_id_e0e7d4ef" ON "wagtailcore_modellogentry" ("object_id")
-- next
CREATE INDEX "wagtailcore_modellogentry_content_type_id_68849e77" ON "wagtailcore_modellogentry" ("content_type_id")
-- next
CREATE INDEX "wagtailcore_modellogentry_user_id_0278d1bf" ON "wagtailcore_modellogentry" ("user_id")
-- next
CREATE INDEX "wagtailcore_modellogentry_revision_id_df6ca33a" ON "wagtailcore_modellogentry" ("revision_id")
-- next
CREATE INDEX "wagtailcore_pagelogentry_action_c2408198" ON "wagtailcore_pagelogentry" ("action")
-- next
CREATE INDEX "wagtailcore_pagelogentry_timestamp_deb774c4" ON "wagtailcore_pagelogentry" ("timestamp")
-- next
CREATE INDEX "wagtailcore_pagelogentry_content_changed_99f27ade" ON "wagtailcore_pagelogentry" ("content_changed")
-- next
CREATE INDEX "wagtailcore_pagelogentry_content_type_id_74e7708a" ON "wagtailcore_pagelogentry" ("content_type_id")
-- next
CREATE INDEX "wagtailcore_pagelogentry_page_id_8464e327" ON "wagtailcore_pagelogentry" ("page_id")
-- next
CREATE INDEX "wagtailcore_pagelogentry_revision_id_8043d103" ON "wagtailcore_pagelogentry" ("revision_id")
-- next
CREATE INDEX "wagtailcore_pagelogentry_user_id_604ccfd8" ON "wagtailcore_pagelogentry" ("user_id")
-- next
CREATE INDEX "wagtailcore_grouppagepermission_group_id_fc07e671" ON "wagtailcore_grouppagepermission" ("group_id")
-- next
CREATE INDEX "wagtailcore_grouppagepermission_page_id_710b114a" ON "wagtailcore_grouppagepermission" ("page_id")
-- next
CREATE INDEX "wagtailcore_grouppagepermission_permission_id_05acb22e" ON "wagtailcore_grouppagepermission" ("permission_id")
-- next
CREATE INDEX "wagtailcore_revision_created_at_81450aa6" ON "wagtailcore_revision" ("created_at")
-- next
CREATE INDEX "wagtailcore_revision_approved_go_live_at_88d3dee5" ON "wagtailcore_revision" ("approved_go_live_at")
-- next
CREATE INDEX "wagtailcore_revision_user_id_03df83b0" ON "wagtailcore_revision" ("user_id")
-- next
CREATE INDEX "wagtailcore_revision_content_type_id_c8cb69c0" ON "wagtailcore_revision" ("content_type_id")
-- next
CREATE INDEX "wagtailcore_revision_base_content_type_id_5b4ef7bd" ON "wagtailcore_revision" ("base_content_type_id")
-- next
CREATE INDEX "content_object_idx" ON "wagtailcore_revision" ("content_type_id", "object_id")
-- next
CREATE INDEX "base_content_object_idx" ON "wagtailcore_revision" ("base_content_type_id", "object_id")
-- next
CREATE INDEX "wagtailcore_uploadedfile_for_content_type_id_b0fc87b2" ON "wagtailcore_uploadedfile" ("for_content_type_id")
-- next
CREATE INDEX "wagtailcore_uploadedfile_uploaded_by_user_id_c7580fe8" ON "wagtailcore_uploadedfile" ("uploaded_by_user_id")
-- next
CREATE UNIQUE INDEX "wagtailcore_groupsitepermission_group_id_site_id_permission_id_a58ee30d_uniq" ON "wagtailcore_groupsitepermission" ("group_id", "site_id", "permission_id")
-- next
CREATE INDEX "wagtailcore_groupsitepermission_group_id_e5cdbee4" ON "wagtailcore_groupsitepermission" ("group_id")
-- next
CREATE INDEX "wagtailcore_groupsitepermission_permission_id_459b1f38" ON "wagtailcore_groupsitepermission" ("permission_id")
-- next
CREATE INDEX "wagtailcore_groupsitepermission_site_id_245de488" ON "wagtailcore_groupsitepermission" ("site_id")
-- next
CREATE INDEX "referenceindex_source_object" ON "wagtailcore_referenceindex" ("base_content_type_id", "object_id")
-- next
CREATE INDEX "referenceindex_target_object" ON "wagtailcore_referenceindex" ("to_content_type_id", "to_object_id")
-- next
CREATE INDEX "wagtailcore_uuid_d6363b_idx" ON "wagtailcore_modellogentry" ("uuid", "action", "timestamp" DESC)
-- next
CREATE INDEX "wagtailcore_uuid_06a44d_idx" ON "wagtailcore_pagelogentry" ("uuid", "action", "timestamp" DESC)
-- next
CREATE INDEX "wagtailcore_apitoken_user_id_49b1141b" ON "wagtailcore_apitoken" ("user_id")
-- next
CREATE INDEX "taggit_taggeditem_object_id_e2d7d1df" ON "taggit_taggeditem" ("object_id")
-- next
CREATE INDEX "taggit_taggeditem_content_type_id_9957a03c" ON "taggit_taggeditem" ("content_type_id")
-- next
CREATE INDEX "taggit_taggeditem_tag_id_f4f5b767" ON "taggit_taggeditem" ("tag_id")
-- next
CREATE INDEX "taggit_tagg_content_8fc721_idx" ON "taggit_taggeditem" ("content_type_id", "object_id")
-- next
CREATE UNIQUE INDEX "site_secondreader_groups_secondreader_id_group_id_7ff37397_uniq" ON "site_secondreader_groups" ("secondreader_id", "group_id")
-- next
CREATE INDEX "site_secondreader_groups_secondreader_id_ff797e38" ON "site_secondreader_groups" ("secondreader_id")
-- next
CREATE INDEX "site_secondreader_groups_group_id_fae313da" ON "site_secondreader_groups" ("group_id")
-- next
CREATE INDEX "site_shortcoming_page_id_3d1dcf97" ON "site_shortcoming" ("page_id")
-- next
CREATE INDEX "site_accessibilityfeedback_answered_by_id_569ed593" ON "site_accessibilityfeedback" ("answered_by_id")
-- next
CREATE INDEX "site_accessibilityfeedback_person_id_f17c6d7c" ON "site_accessibilityfeedback" ("person_id")
-- next
CREATE INDEX "site_feedback_open" ON "site_accessibilityfeedback" ("due_on") WHERE "answered_at" IS NULL
-- next
CREATE INDEX "site_comment_person_id_a8110ef0" ON "site_comment" ("person_id")
-- next
CREATE INDEX "site_comment_post_id_8b4191d2" ON "site_comment" ("post_id")
-- next
CREATE INDEX "site_comment_removed_by_id_4f744729" ON "site_comment" ("removed_by_id")
-- next
CREATE INDEX "site_comment_of_post" ON "site_comment" ("post_id", "written_at")
-- next
CREATE INDEX "site_commentreport_answered_by_id_8799314e" ON "site_commentreport" ("answered_by_id")
-- next
CREATE INDEX "site_commentreport_comment_id_ce56b32a" ON "site_commentreport" ("comment_id")
-- next
CREATE INDEX "site_commentreport_person_id_7d1fd2f9" ON "site_commentreport" ("person_id")
-- next
CREATE INDEX "site_picture_created_at_10ddb40c" ON "site_picture" ("created_at")
-- next
CREATE INDEX "site_picture_file_hash_4e8af4b4" ON "site_picture" ("file_hash")
-- next
CREATE INDEX "site_picture_collection_id_855b6a76" ON "site_picture" ("collection_id")
-- next
CREATE INDEX "site_picture_uploaded_by_user_id_5df13b97" ON "site_picture" ("uploaded_by_user_id")
-- next
CREATE INDEX "site_picturerendition_filter_spec_3573cce3" ON "site_picturerendition" ("filter_spec")
-- next
CREATE INDEX "site_picturerendition_image_id_837343ee" ON "site_picturerendition" ("image_id")
-- next
CREATE INDEX "site_postauthor_person_id_ff58833c" ON "site_postauthor" ("person_id")
-- next
CREATE INDEX "site_postauthor_post_id_77f7cb84" ON "site_postauthor" ("post_id")
-- next
CREATE INDEX "site_posttopic_content_object_id_4242f6d8" ON "site_posttopic" ("content_object_id")
-- next
CREATE INDEX "site_posttopic_tag_id_fec68d4e" ON "site_posttopic" ("tag_id")
-- next
CREATE UNIQUE INDEX "socialaccount_socialtoken_app_id_account_id_fca4e0ac_uniq" ON "socialaccount_socialtoken" ("app_id", "account_id")
-- next
CREATE INDEX "socialaccount_socialtoken_account_id_951f210e" ON "socialaccount_socialtoken" ("account_id")
-- next
CREATE INDEX "socialaccount_socialtoken_app_id_636a42d7" ON "socialaccount_socialtoken" ("app_id")
-- next
CREATE UNIQUE INDEX "socialaccount_socialaccount_provider_uid_fc810c6e_uniq" ON "socialaccount_socialaccount" ("provider", "uid")
-- next
CREATE INDEX "socialaccount_socialaccount_user_id_8146e70c" ON "socialaccount_socialaccount" ("user_id")
-- next
CREATE UNIQUE INDEX "wagtail_localize_translation_source_id_target_locale_id_7e943cf8_uniq" ON "wagtail_localize_translation" ("source_id", "target_locale_id")
-- next
CREATE INDEX "wagtail_localize_translation_source_id_e326e1e3" ON "wagtail_localize_translation" ("source_id")
-- next
CREATE INDEX "wagtail_localize_translation_target_locale_id_8c524f73" ON "wagtail_localize_translation" ("target_locale_id")
-- next
CREATE UNIQUE INDEX "wagtail_localize_stringtranslation_locale_id_translation_of_id_context_id_d2d59359_uniq" ON "wagtail_localize_stringtranslation" ("locale_id", "translation_of_id", "context_id")
-- next
CREATE INDEX "wagtail_localize_stringtranslation_context_id_3cc13049" ON "wagtail_localize_stringtranslation" ("context_id")
-- next
CREATE INDEX "wagtail_localize_stringtranslation_locale_id_b9e3730d" ON "wagtail_localize_stringtranslation" ("locale_id")
-- next
CREATE INDEX "wagtail_localize_stringtranslation_translation_of_id_8eef01d0" ON "wagtail_localize_stringtranslation" ("translation_of_id")
-- next
CREATE INDEX "wagtail_localize_stringtranslation_last_translated_by_id_764c7a3f" ON "wagtail_localize_stringtranslation" ("last_translated_by_id")
-- next
CREATE INDEX "wagtail_localize_overridablesegment_context_id_eed8c388" ON "wagtail_localize_overridablesegment" ("context_id")
-- next
CREATE INDEX "wagtail_localize_overridablesegment_source_id_5720ac20" ON "wagtail_localize_overridablesegment" ("source_id")
-- next
CREATE INDEX "wagtail_localize_segmentoverride_context_id_f827efe0" ON "wagtail_localize_segmentoverride" ("context_id")
-- next
CREATE INDEX "wagtail_localize_segmentoverride_last_translated_by_id_a86448fc" ON "wagtail_localize_segmentoverride" ("last_translated_by_id")
-- next
CREATE INDEX "wagtail_localize_segmentoverride_locale_id_b1673d41" ON "wagtail_localize_segmentoverride" ("locale_id")
-- next
CREATE INDEX "wagtail_localize_localesynchronization_sync_from_id_1bc4c2eb" ON "wagtail_localize_localesynchronization" ("sync_from_id")
-- next
CREATE UNIQUE INDEX "wagtail_localize_translationsource_object_id_locale_id_fb6a8d8e_uniq" ON "wagtail_localize_translationsource" ("object_id", "locale_id")
-- next
CREATE INDEX "wagtail_localize_translationsource_locale_id_0ac264c0" ON "wagtail_localize_translationsource" ("locale_id")
-- next
CREATE INDEX "wagtail_localize_translationsource_object_id_6a078fd2" ON "wagtail_localize_translationsource" ("object_id")
-- next
CREATE INDEX "wagtail_localize_translationsource_specific_content_type_id_3095eb76" ON "wagtail_localize_translationsource" ("specific_content_type_id")
-- next
CREATE UNIQUE INDEX "wagtail_localize_translationcontext_object_id_path_id_c7f5d707_uniq" ON "wagtail_localize_translationcontext" ("object_id", "path_id")
-- next
CREATE INDEX "wagtail_localize_translationcontext_object_id_86263ce7" ON "wagtail_localize_translationcontext" ("object_id")
-- next
CREATE INDEX "wagtail_localize_translationlog_locale_id_37619cb4" ON "wagtail_localize_translationlog" ("locale_id")
-- next
CREATE INDEX "wagtail_localize_translationlog_source_id_7228923e" ON "wagtail_localize_translationlog" ("source_id")
-- next
CREATE INDEX "wagtail_localize_translationlog_revision_id_e3b62278" ON "wagtail_localize_translationlog" ("revision_id")
-- next
CREATE INDEX "wagtailadmin_editingsession_content_type_id_4df7730e" ON "wagtailadmin_editingsession" ("content_type_id")
-- next
CREATE INDEX "wagtailadmin_editingsession_user_id_6e1a9b70" ON "wagtailadmin_editingsession" ("user_id")
-- next
CREATE INDEX "wagtailadmi_content_717955_idx" ON "wagtailadmin_editingsession" ("content_type_id", "object_id")
-- next
CREATE INDEX "wagtailadmin_formstate_content_type_id_e32438b3" ON "wagtailadmin_formstate" ("content_type_id")
-- next
CREATE INDEX "wagtailadmin_formstate_user_id_b910adc2" ON "wagtailadmin_formstate" ("user_id")
-- next
CREATE INDEX "formstate_user_object" ON "wagtailadmin_formstate" ("user_id", "content_type_id", "object_id", "parent_object_id")
-- next
CREATE INDEX "wagtaildocs_document_uploaded_by_user_id_17258b41" ON "wagtaildocs_document" ("uploaded_by_user_id")
-- next
CREATE INDEX "wagtaildocs_document_collection_id_23881625" ON "wagtaildocs_document" ("collection_id")
-- next
CREATE INDEX "wagtailembeds_embed_cache_until_26c94bb0" ON "wagtailembeds_embed" ("cache_until")
-- next
CREATE UNIQUE INDEX "wagtailimages_rendition_image_id_filter_spec_focal_point_key_323c8fe0_uniq" ON "wagtailimages_rendition" ("image_id", "filter_spec", "focal_point_key")
-- next
CREATE INDEX "wagtailimages_rendition_filter_spec_1cba3201" ON "wagtailimages_rendition" ("filter_spec")
-- next
CREATE INDEX "wagtailimages_rendition_image_id_3e1fd774" ON "wagtailimages_rendition" ("image_id")
-- next
CREATE INDEX "wagtailimages_image_created_at_86fa6cd4" ON "wagtailimages_image" ("created_at")
-- next
CREATE INDEX "wagtailimages_image_uploaded_by_user_id_5d73dc75" ON "wagtailimages_image" ("uploaded_by_user_id")
-- next
CREATE INDEX "wagtailimages_image_collection_id_c2f8af7e" ON "wagtailimages_image" ("collection_id")
-- next
CREATE INDEX "wagtailimages_image_file_hash_fb5bbb23" ON "wagtailimages_image" ("file_hash")
-- next
CREATE UNIQUE INDEX "wagtailsearch_indexentry_content_type_id_object_id_bcd7ba73_uniq" ON "wagtailsearch_indexentry" ("content_type_id", "object_id")
-- next
CREATE INDEX "wagtailsearch_indexentry_content_type_id_62ed694f" ON "wagtailsearch_indexentry" ("content_type_id")
-- next
CREATE TRIGGER circles_never_without_keeper_update AFTER UPDATE ON "circles_membership" WHEN OLD.keeper_at IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'none left: circles_never_without_keeper') WHERE 
  NOT EXISTS (SELECT 1 FROM "circles_membership" AS left_ WHERE left_.circle_id = OLD.circle_id AND left_.keeper_at IS NOT NULL)
    AND EXISTS (SELECT 1 FROM "circles_circle" AS whole WHERE whole.id = OLD.circle_id AND whole.ended_at IS NULL);
END
-- next
CREATE TRIGGER circles_never_without_keeper_delete AFTER DELETE ON "circles_membership" WHEN OLD.keeper_at IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'none left: circles_never_without_keeper') WHERE 
  NOT EXISTS (SELECT 1 FROM "circles_membership" AS left_ WHERE left_.circle_id = OLD.circle_id AND left_.keeper_at IS NOT NULL)
    AND EXISTS (SELECT 1 FROM "circles_circle" AS whole WHERE whole.id = OLD.circle_id AND whole.ended_at IS NULL);
END
-- next
CREATE TRIGGER spaces_cell_notes_insert AFTER insert ON "spaces_cell"
BEGIN
  INSERT INTO spaces_change (cell, first_day, last_day, mark) VALUES (0, 0, 0, random());
END
-- next
CREATE TRIGGER spaces_cell_notes_update AFTER update ON "spaces_cell"
BEGIN
  INSERT INTO spaces_change (cell, first_day, last_day, mark) VALUES (0, 0, 0, random());
END
-- next
CREATE TRIGGER spaces_cell_notes_delete AFTER delete ON "spaces_cell"
BEGIN
  INSERT INTO spaces_change (cell, first_day, last_day, mark) VALUES (0, 0, 0, random());
END
-- next
CREATE TRIGGER spaces_changeover_notes_insert AFTER insert ON "spaces_changeover"
BEGIN
  INSERT INTO spaces_change (cell, first_day, last_day, mark) VALUES (0, 0, 0, random());
END
-- next
CREATE TRIGGER spaces_changeover_notes_update AFTER update ON "spaces_changeover"
BEGIN
  INSERT INTO spaces_change (cell, first_day, last_day, mark) VALUES (0, 0, 0, random());
END
-- next
CREATE TRIGGER spaces_changeover_notes_delete AFTER delete ON "spaces_changeover"
BEGIN
  INSERT INTO spaces_change (cell, first_day, last_day, mark) VALUES (0, 0, 0, random());
END
-- next
CREATE TRIGGER spaces_claim_notes_insert AFTER insert ON "spaces_claim"
BEGIN
  INSERT INTO spaces_change (cell, first_day, last_day, mark) VALUES (NEW.cell_id, unixepoch(NEW.starts_at) / 86400, unixepoch(NEW.ends_at) / 86400, random());
END
-- next
CREATE TRIGGER spaces_claim_notes_update AFTER update ON "spaces_claim"
BEGIN
  INSERT INTO spaces_change (cell, first_day, last_day, mark) VALUES (OLD.cell_id, unixepoch(OLD.starts_at) / 86400, unixepoch(OLD.ends_at) / 86400, random()); INSERT INTO spaces_change (cell, first_day, last_day, mark) VALUES (NEW.cell_id, unixepoch(NEW.starts_at) / 86400, unixepoch(NEW.ends_at) / 86400, random());
END
-- next
CREATE TRIGGER spaces_claim_notes_delete AFTER delete ON "spaces_claim"
BEGIN
  INSERT INTO spaces_change (cell, first_day, last_day, mark) VALUES (OLD.cell_id, unixepoch(OLD.starts_at) / 86400, unixepoch(OLD.ends_at) / 86400, random());
END
-- next
CREATE TRIGGER spaces_layout_notes_insert AFTER insert ON "spaces_layout"
BEGIN
  INSERT INTO spaces_change (cell, first_day, last_day, mark) VALUES (0, 0, 0, random());
END
-- next
CREATE TRIGGER spaces_layout_notes_update AFTER update ON "spaces_layout"
BEGIN
  INSERT INTO spaces_change (cell, first_day, last_day, mark) VALUES (0, 0, 0, random());
END
-- next
CREATE TRIGGER spaces_layout_notes_delete AFTER delete ON "spaces_layout"
BEGIN
  INSERT INTO spaces_change (cell, first_day, last_day, mark) VALUES (0, 0, 0, random());
END
-- next
CREATE TRIGGER spaces_policy_notes_insert AFTER insert ON "spaces_policy"
BEGIN
  INSERT INTO spaces_change (cell, first_day, last_day, mark) VALUES (0, 0, 0, random());
END
-- next
CREATE TRIGGER spaces_policy_notes_update AFTER update ON "spaces_policy"
BEGIN
  INSERT INTO spaces_change (cell, first_day, last_day, mark) VALUES (0, 0, 0, random());
END
-- next
CREATE TRIGGER spaces_policy_notes_delete AFTER delete ON "spaces_policy"
BEGIN
  INSERT INTO spaces_change (cell, first_day, last_day, mark) VALUES (0, 0, 0, random());
END
-- next
CREATE TRIGGER spaces_space_notes_insert AFTER insert ON "spaces_space"
BEGIN
  INSERT INTO spaces_change (cell, first_day, last_day, mark) VALUES (0, 0, 0, random());
END
-- next
CREATE TRIGGER spaces_space_notes_update AFTER update ON "spaces_space"
BEGIN
  INSERT INTO spaces_change (cell, first_day, last_day, mark) VALUES (0, 0, 0, random());
END
-- next
CREATE TRIGGER spaces_space_notes_delete AFTER delete ON "spaces_space"
BEGIN
  INSERT INTO spaces_change (cell, first_day, last_day, mark) VALUES (0, 0, 0, random());
END
-- next
CREATE TRIGGER spaces_space_notes_also0_insert AFTER insert ON "spaces_space_cells"
BEGIN
  INSERT INTO spaces_change (cell, first_day, last_day, mark) VALUES (0, 0, 0, random());
END
-- next
CREATE TRIGGER spaces_space_notes_also0_update AFTER update ON "spaces_space_cells"
BEGIN
  INSERT INTO spaces_change (cell, first_day, last_day, mark) VALUES (0, 0, 0, random());
END
-- next
CREATE TRIGGER spaces_space_notes_also0_delete AFTER delete ON "spaces_space_cells"
BEGIN
  INSERT INTO spaces_change (cell, first_day, last_day, mark) VALUES (0, 0, 0, random());
END
-- next
CREATE TRIGGER spaces_zone_notes_insert AFTER insert ON "spaces_zone"
BEGIN
  INSERT INTO spaces_change (cell, first_day, last_day, mark) VALUES (0, 0, 0, random());
END
-- next
CREATE TRIGGER spaces_zone_notes_update AFTER update ON "spaces_zone"
BEGIN
  INSERT INTO spaces_change (cell, first_day, last_day, mark) VALUES (0, 0, 0, random());
END
-- next
CREATE TRIGGER spaces_zone_notes_delete AFTER delete ON "spaces_zone"
BEGIN
  INSERT INTO spaces_change (cell, first_day, last_day, mark) VALUES (0, 0, 0, random());
END
-- next
CREATE TRIGGER spaces_claim_no_overlap_insert BEFORE INSERT ON "spaces_claim"
BEGIN
  SELECT RAISE(ABORT, 'taken: spaces_claim_no_overlap') WHERE
    typeof(NEW.starts_at) <> 'text' OR typeof(NEW.ends_at) <> 'text'
    OR (NEW.starts_at NOT GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]:[0-5][0-9]' AND NEW.starts_at NOT GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]')
    OR (NEW.ends_at NOT GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]:[0-5][0-9]' AND NEW.ends_at NOT GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]')
    OR datetime(NEW.starts_at) IS NOT substr(NEW.starts_at, 1, 19) OR substr(NEW.starts_at, 12, 2) > '23'
    OR datetime(NEW.ends_at) IS NOT substr(NEW.ends_at, 1, 19) OR substr(NEW.ends_at, 12, 2) > '23'
    OR EXISTS (
      SELECT 1 FROM "spaces_claim" AS standing
      WHERE standing.cell_id = NEW.cell_id
        AND standing.starts_at < NEW.ends_at AND standing.ends_at > NEW.starts_at
        
    );
END
-- next
CREATE TRIGGER spaces_claim_no_overlap_update BEFORE UPDATE ON "spaces_claim"
BEGIN
  SELECT RAISE(ABORT, 'taken: spaces_claim_no_overlap') WHERE
    typeof(NEW.starts_at) <> 'text' OR typeof(NEW.ends_at) <> 'text'
    OR (NEW.starts_at NOT GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]:[0-5][0-9]' AND NEW.starts_at NOT GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]')
    OR (NEW.ends_at NOT GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]:[0-5][0-9]' AND NEW.ends_at NOT GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]')
    OR datetime(NEW.starts_at) IS NOT substr(NEW.starts_at, 1, 19) OR substr(NEW.starts_at, 12, 2) > '23'
    OR datetime(NEW.ends_at) IS NOT substr(NEW.ends_at, 1, 19) OR substr(NEW.ends_at, 12, 2) > '23'
    OR EXISTS (
      SELECT 1 FROM "spaces_claim" AS standing
      WHERE standing.cell_id = NEW.cell_id
        AND standing.starts_at < NEW.ends_at AND standing.ends_at > NEW.starts_at
        AND standing.rowid <> OLD.rowid
    );
END
-- next
CREATE TRIGGER spaces_shift_no_overlap_insert BEFORE INSERT ON "spaces_shift"
BEGIN
  SELECT RAISE(ABORT, 'taken: spaces_shift_no_overlap') WHERE
    typeof(NEW.starts_at) <> 'text' OR typeof(NEW.ends_at) <> 'text'
    OR (NEW.starts_at NOT GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]:[0-5][0-9]' AND NEW.starts_at NOT GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]')
    OR (NEW.ends_at NOT GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]:[0-5][0-9]' AND NEW.ends_at NOT GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]')
    OR datetime(NEW.starts_at) IS NOT substr(NEW.starts_at, 1, 19) OR substr(NEW.starts_at, 12, 2) > '23'
    OR datetime(NEW.ends_at) IS NOT substr(NEW.ends_at, 1, 19) OR substr(NEW.ends_at, 12, 2) > '23'
    OR EXISTS (
      SELECT 1 FROM "spaces_shift" AS standing
      WHERE standing.person_id = NEW.person_id
        AND standing.starts_at < NEW.ends_at AND standing.ends_at > NEW.starts_at
        
    );
END
-- next
CREATE TRIGGER spaces_shift_no_overlap_update BEFORE UPDATE ON "spaces_shift"
BEGIN
  SELECT RAISE(ABORT, 'taken: spaces_shift_no_overlap') WHERE
    typeof(NEW.starts_at) <> 'text' OR typeof(NEW.ends_at) <> 'text'
    OR (NEW.starts_at NOT GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]:[0-5][0-9]' AND NEW.starts_at NOT GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]')
    OR (NEW.ends_at NOT GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]:[0-5][0-9]' AND NEW.ends_at NOT GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]')
    OR datetime(NEW.starts_at) IS NOT substr(NEW.starts_at, 1, 19) OR substr(NEW.starts_at, 12, 2) > '23'
    OR datetime(NEW.ends_at) IS NOT substr(NEW.ends_at, 1, 19) OR substr(NEW.ends_at, 12, 2) > '23'
    OR EXISTS (
      SELECT 1 FROM "spaces_shift" AS standing
      WHERE standing.person_id = NEW.person_id
        AND standing.starts_at < NEW.ends_at AND standing.ends_at > NEW.starts_at
        AND standing.rowid <> OLD.rowid
    );
END
-- next
CREATE TRIGGER trail_link_kept_update BEFORE update ON "trail_link"
BEGIN
  SELECT RAISE(ABORT, 'kept: trail_link_kept') WHERE (OLD.id IS NOT NEW.id) OR (OLD.kind IS NOT NEW.kind) OR (OLD.at IS NOT NEW.at) OR (OLD.undone_at IS NOT NEW.undone_at AND OLD.undone_at IS NOT NULL) OR (OLD.source_id IS NOT NEW.source_id) OR (OLD.target_id IS NOT NEW.target_id);
END
-- next
CREATE TRIGGER trail_link_kept_delete BEFORE delete ON "trail_link"
BEGIN
  SELECT RAISE(ABORT, 'kept: trail_link_kept');
END
-- next
CREATE TRIGGER trail_link_forward BEFORE INSERT ON "trail_link"
BEGIN
  SELECT RAISE(ABORT, 'circle: trail_link_forward') WHERE 
  NEW.source_id = NEW.target_id OR EXISTS (
    WITH RECURSIVE above(id) AS (
      SELECT NEW.source_id UNION
      SELECT arrow.source_id FROM "trail_link" AS arrow JOIN above ON arrow.target_id = above.id
      WHERE arrow.undone_at IS NULL
    ) SELECT 1 FROM above WHERE id = NEW.target_id
  );
END
-- next
CREATE TRIGGER events_event_fits_insert BEFORE insert ON "events_event"
BEGIN
  SELECT RAISE(ABORT, 'kept: events_event_fits') WHERE EXISTS (SELECT 1 FROM events_pool AS pool WHERE pool.event_id = NEW.id AND pool.mode = 'on_site' AND pool.capacity > (SELECT SUM(COALESCE(layout.seats, space.seats)) FROM spaces_bookedspace AS booked JOIN spaces_space AS space ON space.id = booked.space_id LEFT JOIN spaces_layout AS layout ON layout.id = booked.layout_id WHERE booked.booking_id = NEW.booking_id));
END
-- next
CREATE TRIGGER events_event_fits_update BEFORE update ON "events_event"
BEGIN
  SELECT RAISE(ABORT, 'kept: events_event_fits') WHERE (OLD.booking_id IS NOT NEW.booking_id) AND EXISTS (SELECT 1 FROM events_pool AS pool WHERE pool.event_id = NEW.id AND pool.mode = 'on_site' AND pool.capacity > (SELECT SUM(COALESCE(layout.seats, space.seats)) FROM spaces_bookedspace AS booked JOIN spaces_space AS space ON space.id = booked.space_id LEFT JOIN spaces_layout AS layout ON layout.id = booked.layout_id WHERE booked.booking_id = NEW.booking_id));
END
-- next
CREATE TRIGGER events_draw_kept_update BEFORE update ON "events_draw"
BEGIN
  SELECT RAISE(ABORT, 'kept: events_draw_kept') WHERE (OLD.id IS NOT NEW.id) OR (OLD.free IS NOT NEW.free) OR (OLD.has_quotas IS NOT NEW.has_quotas) OR (OLD.lots IS NOT NEW.lots) OR (OLD.event_id IS NOT NEW.event_id);
END
-- next
CREATE TRIGGER events_draw_kept_delete BEFORE delete ON "events_draw"
BEGIN
  SELECT RAISE(ABORT, 'kept: events_draw_kept');
END
-- next
CREATE TRIGGER events_quota_sums_insert AFTER insert ON "events_counted"
BEGIN
  UPDATE "events_quota" SET taken = (SELECT COALESCE(SUM(people), 0) FROM "events_counted" WHERE quota_id = NEW.quota_id) WHERE id = NEW.quota_id;
END
-- next
CREATE TRIGGER events_quota_sums_update AFTER update ON "events_counted"
BEGIN
  UPDATE "events_quota" SET taken = (SELECT COALESCE(SUM(people), 0) FROM "events_counted" WHERE quota_id = OLD.quota_id) WHERE id = OLD.quota_id; UPDATE "events_quota" SET taken = (SELECT COALESCE(SUM(people), 0) FROM "events_counted" WHERE quota_id = NEW.quota_id) WHERE id = NEW.quota_id;
END
-- next
CREATE TRIGGER events_quota_sums_delete AFTER delete ON "events_counted"
BEGIN
  UPDATE "events_quota" SET taken = (SELECT COALESCE(SUM(people), 0) FROM "events_counted" WHERE quota_id = OLD.quota_id) WHERE id = OLD.quota_id;
END
-- next
CREATE TRIGGER events_counted_follows_honest_insert AFTER INSERT ON "events_counted"
WHEN NOT EXISTS (SELECT 1 FROM "events_registration" AS one JOIN "events_quota" AS other ON other.event_id = one.event_id WHERE one.pool_id IS NOT NULL AND (other.organisation_id = one.organisation_id OR EXISTS (SELECT 1 FROM people_role AS held WHERE held.person_id = one.person_id AND held.kind = other.role AND held.ended_at IS NULL AND held.starts_on <= date('now', CASE WHEN datetime('now') >= datetime('now', 'start of year', '+2 months', '+24 days', 'weekday 0', '+1 hour') AND datetime('now') < datetime('now', 'start of year', '+9 months', '+24 days', 'weekday 0', '+1 hour') THEN '+3 hours' ELSE '+2 hours' END) AND (held.ends_on IS NULL OR held.ends_on >= date('now', CASE WHEN datetime('now') >= datetime('now', 'start of year', '+2 months', '+24 days', 'weekday 0', '+1 hour') AND datetime('now') < datetime('now', 'start of year', '+9 months', '+24 days', 'weekday 0', '+1 hour') THEN '+3 hours' ELSE '+2 hours' END)))) AND one.id = NEW.registration_id AND other.id = NEW.quota_id AND one.people = NEW.people)
BEGIN
  SELECT RAISE(ABORT, 'astray: events_counted_follows');
END
-- next
CREATE TRIGGER events_counted_follows_honest_update AFTER UPDATE ON "events_counted"
WHEN NEW.registration_id <> OLD.registration_id OR NEW.quota_id <> OLD.quota_id OR NOT EXISTS (SELECT 1 FROM "events_registration" AS one WHERE one.id = NEW.registration_id AND one.people = NEW.people)
BEGIN
  SELECT RAISE(ABORT, 'astray: events_counted_follows');
END
-- next
CREATE TRIGGER events_counted_follows_honest_delete AFTER DELETE ON "events_counted"
WHEN EXISTS (SELECT 1 FROM "events_registration" AS one JOIN "events_quota" AS other ON other.event_id = one.event_id WHERE one.pool_id IS NOT NULL AND (other.organisation_id = one.organisation_id OR EXISTS (SELECT 1 FROM people_role AS held WHERE held.person_id = one.person_id AND held.kind = other.role AND held.ended_at IS NULL AND held.starts_on <= date('now', CASE WHEN datetime('now') >= datetime('now', 'start of year', '+2 months', '+24 days', 'weekday 0', '+1 hour') AND datetime('now') < datetime('now', 'start of year', '+9 months', '+24 days', 'weekday 0', '+1 hour') THEN '+3 hours' ELSE '+2 hours' END) AND (held.ends_on IS NULL OR held.ends_on >= date('now', CASE WHEN datetime('now') >= datetime('now', 'start of year', '+2 months', '+24 days', 'weekday 0', '+1 hour') AND datetime('now') < datetime('now', 'start of year', '+9 months', '+24 days', 'weekday 0', '+1 hour') THEN '+3 hours' ELSE '+2 hours' END)))) AND one.id = OLD.registration_id AND other.id = OLD.quota_id)
BEGIN
  SELECT RAISE(ABORT, 'astray: events_counted_follows');
END
-- next
CREATE TRIGGER events_pool_fits_insert BEFORE insert ON "events_pool"
BEGIN
  SELECT RAISE(ABORT, 'kept: events_pool_fits') WHERE EXISTS (SELECT 1 WHERE NEW.mode = 'on_site' AND NEW.capacity > (SELECT SUM(COALESCE(layout.seats, space.seats)) FROM spaces_bookedspace AS booked JOIN spaces_space AS space ON space.id = booked.space_id LEFT JOIN spaces_layout AS layout ON layout.id = booked.layout_id JOIN events_event AS held ON held.booking_id = booked.booking_id WHERE held.id = NEW.event_id));
END
-- next
CREATE TRIGGER events_pool_fits_update BEFORE update ON "events_pool"
BEGIN
  SELECT RAISE(ABORT, 'kept: events_pool_fits') WHERE (OLD.event_id IS NOT NEW.event_id OR OLD.mode IS NOT NEW.mode OR OLD.capacity IS NOT NEW.capacity) AND EXISTS (SELECT 1 WHERE NEW.mode = 'on_site' AND NEW.capacity > (SELECT SUM(COALESCE(layout.seats, space.seats)) FROM spaces_bookedspace AS booked JOIN spaces_space AS space ON space.id = booked.space_id LEFT JOIN spaces_layout AS layout ON layout.id = booked.layout_id JOIN events_event AS held ON held.booking_id = booked.booking_id WHERE held.id = NEW.event_id));
END
-- next
CREATE TRIGGER events_pool_stays_update BEFORE update ON "events_pool"
BEGIN
  SELECT RAISE(ABORT, 'kept: events_pool_stays') WHERE OLD.event_id IS NOT NEW.event_id;
END
-- next
CREATE TRIGGER events_pool_counts_honest_insert AFTER insert ON "events_pool"
WHEN (SELECT taken FROM "events_pool" WHERE id = NEW.id) <> (SELECT COALESCE(SUM(people), 0) FROM "events_registration" WHERE pool_id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'miscounted: events_pool_counts');
END
-- next
CREATE TRIGGER events_pool_counts_honest_update AFTER update ON "events_pool"
WHEN (SELECT taken FROM "events_pool" WHERE id = NEW.id) <> (SELECT COALESCE(SUM(people), 0) FROM "events_registration" WHERE pool_id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'miscounted: events_pool_counts');
END
-- next
CREATE TRIGGER events_quota_stays_update BEFORE update ON "events_quota"
BEGIN
  SELECT RAISE(ABORT, 'kept: events_quota_stays') WHERE OLD.event_id IS NOT NEW.event_id OR OLD.organisation_id IS NOT NEW.organisation_id OR OLD.role IS NOT NEW.role;
END
-- next
CREATE TRIGGER events_quota_sums_honest_insert AFTER insert ON "events_quota"
WHEN (SELECT taken FROM "events_quota" WHERE id = NEW.id) <> (SELECT COALESCE(SUM(people), 0) FROM "events_counted" WHERE quota_id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'miscounted: events_quota_sums');
END
-- next
CREATE TRIGGER events_quota_sums_honest_update AFTER update ON "events_quota"
WHEN (SELECT taken FROM "events_quota" WHERE id = NEW.id) <> (SELECT COALESCE(SUM(people), 0) FROM "events_counted" WHERE quota_id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'miscounted: events_quota_sums');
END
-- next
CREATE TRIGGER events_counted_follows_other_insert AFTER INSERT ON "events_quota"
BEGIN
  INSERT INTO "events_counted" (registration_id, quota_id, people) SELECT one.id, other.id, one.people FROM "events_registration" AS one JOIN "events_quota" AS other ON other.event_id = one.event_id WHERE one.pool_id IS NOT NULL AND (other.organisation_id = one.organisation_id OR EXISTS (SELECT 1 FROM people_role AS held WHERE held.person_id = one.person_id AND held.kind = other.role AND held.ended_at IS NULL AND held.starts_on <= date('now', CASE WHEN datetime('now') >= datetime('now', 'start of year', '+2 months', '+24 days', 'weekday 0', '+1 hour') AND datetime('now') < datetime('now', 'start of year', '+9 months', '+24 days', 'weekday 0', '+1 hour') THEN '+3 hours' ELSE '+2 hours' END) AND (held.ends_on IS NULL OR held.ends_on >= date('now', CASE WHEN datetime('now') >= datetime('now', 'start of year', '+2 months', '+24 days', 'weekday 0', '+1 hour') AND datetime('now') < datetime('now', 'start of year', '+9 months', '+24 days', 'weekday 0', '+1 hour') THEN '+3 hours' ELSE '+2 hours' END)))) AND other.id = NEW.id AND NOT EXISTS (SELECT 1 FROM "events_counted" AS pair WHERE pair.registration_id = one.id AND pair.quota_id = other.id) ORDER BY one.id, other.id;
END
-- next
CREATE TRIGGER events_counted_follows_other_delete AFTER DELETE ON "events_quota"
BEGIN
  DELETE FROM "events_counted" WHERE quota_id = OLD.id;
END
-- next
CREATE TRIGGER events_audit_kept_update BEFORE update ON "events_auditline"
BEGIN
  SELECT RAISE(ABORT, 'kept: events_audit_kept') WHERE (OLD.id IS NOT NEW.id) OR (OLD.what IS NOT NEW.what) OR (OLD.at IS NOT NEW.at) OR (OLD.registration IS NOT NEW.registration) OR (OLD.mode IS NOT NEW.mode) OR (OLD.before IS NOT NEW.before) OR (OLD.after IS NOT NEW.after) OR (OLD.reason IS NOT NEW.reason AND NEW.reason IS NOT NULL) OR (OLD.by_id IS NOT NEW.by_id AND NEW.by_id IS NOT NULL) OR (OLD.event_id IS NOT NEW.event_id);
END
-- next
CREATE TRIGGER events_audit_kept_delete BEFORE delete ON "events_auditline"
BEGIN
  SELECT RAISE(ABORT, 'kept: events_audit_kept');
END
-- next
CREATE TRIGGER events_pool_counts_insert AFTER insert ON "events_registration"
BEGIN
  UPDATE "events_pool" SET taken = (SELECT COALESCE(SUM(people), 0) FROM "events_registration" WHERE pool_id = NEW.pool_id) WHERE id = NEW.pool_id;
END
-- next
CREATE TRIGGER events_pool_counts_update AFTER update ON "events_registration"
BEGIN
  UPDATE "events_pool" SET taken = (SELECT COALESCE(SUM(people), 0) FROM "events_registration" WHERE pool_id = OLD.pool_id) WHERE id = OLD.pool_id; UPDATE "events_pool" SET taken = (SELECT COALESCE(SUM(people), 0) FROM "events_registration" WHERE pool_id = NEW.pool_id) WHERE id = NEW.pool_id;
END
-- next
CREATE TRIGGER events_pool_counts_delete AFTER delete ON "events_registration"
BEGIN
  UPDATE "events_pool" SET taken = (SELECT COALESCE(SUM(people), 0) FROM "events_registration" WHERE pool_id = OLD.pool_id) WHERE id = OLD.pool_id;
END
-- next
CREATE TRIGGER events_registration_own_pool_insert BEFORE insert ON "events_registration"
BEGIN
  SELECT RAISE(ABORT, 'kept: events_registration_own_pool') WHERE EXISTS (SELECT 1 FROM events_pool AS pool WHERE pool.id = NEW.pool_id AND pool.event_id <> NEW.event_id);
END
-- next
CREATE TRIGGER events_registration_own_pool_update BEFORE update ON "events_registration"
BEGIN
  SELECT RAISE(ABORT, 'kept: events_registration_own_pool') WHERE (OLD.event_id IS NOT NEW.event_id OR OLD.pool_id IS NOT NEW.pool_id) AND EXISTS (SELECT 1 FROM events_pool AS pool WHERE pool.id = NEW.pool_id AND pool.event_id <> NEW.event_id);
END
-- next
CREATE TRIGGER events_registration_address_once_insert BEFORE insert ON "events_registration"
BEGIN
  SELECT RAISE(ABORT, 'kept: events_registration_address_once') WHERE EXISTS (SELECT 1 FROM events_registration AS other WHERE other.event_id = NEW.event_id AND NEW.ended_at IS NULL AND other.ended_at IS NULL AND other.id IS DISTINCT FROM NEW.id AND NOT (other.guest_email = '') AND other.guest_email = (SELECT email FROM people_person WHERE id = NEW.person_id) UNION ALL SELECT 1 FROM events_registration AS other WHERE other.event_id = NEW.event_id AND NEW.ended_at IS NULL AND other.ended_at IS NULL AND other.id IS DISTINCT FROM NEW.id AND other.person_id = (SELECT id FROM people_person WHERE email = NEW.guest_email));
END
-- next
CREATE TRIGGER events_registration_address_once_update BEFORE update ON "events_registration"
BEGIN
  SELECT RAISE(ABORT, 'kept: events_registration_address_once') WHERE (OLD.event_id IS NOT NEW.event_id OR OLD.person_id IS NOT NEW.person_id OR OLD.guest_email IS NOT NEW.guest_email OR OLD.ended_at IS NOT NEW.ended_at) AND EXISTS (SELECT 1 FROM events_registration AS other WHERE other.event_id = NEW.event_id AND NEW.ended_at IS NULL AND other.ended_at IS NULL AND other.id IS DISTINCT FROM NEW.id AND NOT (other.guest_email = '') AND other.guest_email = (SELECT email FROM people_person WHERE id = NEW.person_id) UNION ALL SELECT 1 FROM events_registration AS other WHERE other.event_id = NEW.event_id AND NEW.ended_at IS NULL AND other.ended_at IS NULL AND other.id IS DISTINCT FROM NEW.id AND other.person_id = (SELECT id FROM people_person WHERE email = NEW.guest_email));
END
-- next
CREATE TRIGGER events_counted_follows_insert AFTER INSERT ON "events_registration"
WHEN EXISTS (SELECT 1 FROM "events_quota" WHERE event_id = NEW.event_id) OR EXISTS (SELECT 1 FROM "events_counted" WHERE registration_id = NEW.id)
BEGIN
  
  DELETE FROM "events_counted" WHERE registration_id = NEW.id AND (TRUE) AND NOT EXISTS (
    SELECT 1 FROM "events_registration" AS one JOIN "events_quota" AS other ON other.event_id = one.event_id WHERE one.pool_id IS NOT NULL AND (other.organisation_id = one.organisation_id OR EXISTS (SELECT 1 FROM people_role AS held WHERE held.person_id = one.person_id AND held.kind = other.role AND held.ended_at IS NULL AND held.starts_on <= date('now', CASE WHEN datetime('now') >= datetime('now', 'start of year', '+2 months', '+24 days', 'weekday 0', '+1 hour') AND datetime('now') < datetime('now', 'start of year', '+9 months', '+24 days', 'weekday 0', '+1 hour') THEN '+3 hours' ELSE '+2 hours' END) AND (held.ends_on IS NULL OR held.ends_on >= date('now', CASE WHEN datetime('now') >= datetime('now', 'start of year', '+2 months', '+24 days', 'weekday 0', '+1 hour') AND datetime('now') < datetime('now', 'start of year', '+9 months', '+24 days', 'weekday 0', '+1 hour') THEN '+3 hours' ELSE '+2 hours' END)))) AND one.id = NEW.id AND other.id = "events_counted".quota_id);
  INSERT INTO "events_counted" (registration_id, quota_id, people) SELECT one.id, other.id, one.people FROM "events_registration" AS one JOIN "events_quota" AS other ON other.event_id = one.event_id WHERE one.pool_id IS NOT NULL AND (other.organisation_id = one.organisation_id OR EXISTS (SELECT 1 FROM people_role AS held WHERE held.person_id = one.person_id AND held.kind = other.role AND held.ended_at IS NULL AND held.starts_on <= date('now', CASE WHEN datetime('now') >= datetime('now', 'start of year', '+2 months', '+24 days', 'weekday 0', '+1 hour') AND datetime('now') < datetime('now', 'start of year', '+9 months', '+24 days', 'weekday 0', '+1 hour') THEN '+3 hours' ELSE '+2 hours' END) AND (held.ends_on IS NULL OR held.ends_on >= date('now', CASE WHEN datetime('now') >= datetime('now', 'start of year', '+2 months', '+24 days', 'weekday 0', '+1 hour') AND datetime('now') < datetime('now', 'start of year', '+9 months', '+24 days', 'weekday 0', '+1 hour') THEN '+3 hours' ELSE '+2 hours' END)))) AND one.id = NEW.id AND (TRUE) AND NOT EXISTS (SELECT 1 FROM "events_counted" AS pair WHERE pair.registration_id = one.id AND pair.quota_id = other.id) ORDER BY one.id, other.id;
  UPDATE "events_counted" SET people = NEW.people WHERE registration_id = NEW.id AND people <> NEW.people;
END
-- next
CREATE TRIGGER events_counted_follows_update AFTER UPDATE ON "events_registration"
WHEN ((OLD.pool_id IS NOT NULL OR NEW.pool_id IS NOT NULL) AND ((OLD.pool_id IS NULL) <> (NEW.pool_id IS NULL) OR OLD.event_id IS NOT NEW.event_id OR OLD.organisation_id IS NOT NEW.organisation_id OR OLD.person_id IS NOT NEW.person_id OR OLD.people <> NEW.people)) AND (EXISTS (SELECT 1 FROM "events_quota" WHERE event_id = NEW.event_id) OR EXISTS (SELECT 1 FROM "events_counted" WHERE registration_id = NEW.id))
BEGIN
  
  DELETE FROM "events_counted" WHERE registration_id = NEW.id AND ((OLD.pool_id IS NULL) <> (NEW.pool_id IS NULL) OR OLD.event_id IS NOT NEW.event_id OR OLD.organisation_id IS NOT NEW.organisation_id OR OLD.person_id IS NOT NEW.person_id) AND NOT EXISTS (
    SELECT 1 FROM "events_registration" AS one JOIN "events_quota" AS other ON other.event_id = one.event_id WHERE one.pool_id IS NOT NULL AND (other.organisation_id = one.organisation_id OR EXISTS (SELECT 1 FROM people_role AS held WHERE held.person_id = one.person_id AND held.kind = other.role AND held.ended_at IS NULL AND held.starts_on <= date('now', CASE WHEN datetime('now') >= datetime('now', 'start of year', '+2 months', '+24 days', 'weekday 0', '+1 hour') AND datetime('now') < datetime('now', 'start of year', '+9 months', '+24 days', 'weekday 0', '+1 hour') THEN '+3 hours' ELSE '+2 hours' END) AND (held.ends_on IS NULL OR held.ends_on >= date('now', CASE WHEN datetime('now') >= datetime('now', 'start of year', '+2 months', '+24 days', 'weekday 0', '+1 hour') AND datetime('now') < datetime('now', 'start of year', '+9 months', '+24 days', 'weekday 0', '+1 hour') THEN '+3 hours' ELSE '+2 hours' END)))) AND one.id = NEW.id AND other.id = "events_counted".quota_id);
  INSERT INTO "events_counted" (registration_id, quota_id, people) SELECT one.id, other.id, one.people FROM "events_registration" AS one JOIN "events_quota" AS other ON other.event_id = one.event_id WHERE one.pool_id IS NOT NULL AND (other.organisation_id = one.organisation_id OR EXISTS (SELECT 1 FROM people_role AS held WHERE held.person_id = one.person_id AND held.kind = other.role AND held.ended_at IS NULL AND held.starts_on <= date('now', CASE WHEN datetime('now') >= datetime('now', 'start of year', '+2 months', '+24 days', 'weekday 0', '+1 hour') AND datetime('now') < datetime('now', 'start of year', '+9 months', '+24 days', 'weekday 0', '+1 hour') THEN '+3 hours' ELSE '+2 hours' END) AND (held.ends_on IS NULL OR held.ends_on >= date('now', CASE WHEN datetime('now') >= datetime('now', 'start of year', '+2 months', '+24 days', 'weekday 0', '+1 hour') AND datetime('now') < datetime('now', 'start of year', '+9 months', '+24 days', 'weekday 0', '+1 hour') THEN '+3 hours' ELSE '+2 hours' END)))) AND one.id = NEW.id AND ((OLD.pool_id IS NULL) <> (NEW.pool_id IS NULL) OR OLD.event_id IS NOT NEW.event_id OR OLD.organisation_id IS NOT NEW.organisation_id OR OLD.person_id IS NOT NEW.person_id) AND NOT EXISTS (SELECT 1 FROM "events_counted" AS pair WHERE pair.registration_id = one.id AND pair.quota_id = other.id) ORDER BY one.id, other.id;
  UPDATE "events_counted" SET people = NEW.people WHERE registration_id = NEW.id AND people <> NEW.people;
END
-- next
CREATE TRIGGER events_counted_follows_delete AFTER DELETE ON "events_registration"
BEGIN
  DELETE FROM "events_counted" WHERE registration_id = OLD.id;
END
-- next
CREATE TRIGGER ideas_merge_forward BEFORE INSERT ON "ideas_merge"
BEGIN
  SELECT RAISE(ABORT, 'circle: ideas_merge_forward') WHERE 
  NEW.idea_id = NEW.into_id OR EXISTS (
    WITH RECURSIVE above(id) AS (
      SELECT NEW.idea_id UNION
      SELECT arrow.idea_id FROM "ideas_merge" AS arrow JOIN above ON arrow.into_id = above.id
      WHERE arrow.undone_at IS NULL
    ) SELECT 1 FROM above WHERE id = NEW.into_id
  );
END
-- next
CREATE TRIGGER ideas_support_most_insert AFTER insert ON "ideas_support" WHEN NEW.value > 0
BEGIN
  SELECT RAISE(ABORT, 'too many: ideas_support_most') WHERE 
  EXISTS (
    SELECT 1 FROM "ideas_idea" AS thing JOIN "ideas_campaign" AS whole ON whole.id = thing.campaign_id
    WHERE thing.id = NEW.idea_id AND whole.weighing = 'approve' AND whole.approve_most < (
      SELECT count(*) FROM "ideas_support" AS other JOIN "ideas_idea" AS its ON its.id = other.idea_id
      WHERE other.person_id = NEW.person_id AND other.round = NEW.round AND other.value > 0
        AND its.campaign_id = thing.campaign_id
    )
  );
END
-- next
CREATE TRIGGER ideas_support_most_update AFTER update ON "ideas_support" WHEN NEW.value > 0
BEGIN
  SELECT RAISE(ABORT, 'too many: ideas_support_most') WHERE 
  EXISTS (
    SELECT 1 FROM "ideas_idea" AS thing JOIN "ideas_campaign" AS whole ON whole.id = thing.campaign_id
    WHERE thing.id = NEW.idea_id AND whole.weighing = 'approve' AND whole.approve_most < (
      SELECT count(*) FROM "ideas_support" AS other JOIN "ideas_idea" AS its ON its.id = other.idea_id
      WHERE other.person_id = NEW.person_id AND other.round = NEW.round AND other.value > 0
        AND its.campaign_id = thing.campaign_id
    )
  );
END
-- next
CREATE TRIGGER ideas_campaign_weighed_update BEFORE update ON "ideas_campaign"
BEGIN
  SELECT RAISE(ABORT, 'kept: ideas_campaign_weighed') WHERE (OLD.weighing IS NOT NEW.weighing OR OLD.approve_most IS NOT NEW.approve_most OR OLD.seed IS NOT NEW.seed) AND EXISTS (SELECT 1 FROM ideas_support AS vote JOIN ideas_idea AS idea ON idea.id = vote.idea_id WHERE idea.campaign_id = OLD.id);
END
-- next
CREATE TRIGGER ideas_report_kept_update BEFORE update ON "ideas_commentreport"
BEGIN
  SELECT RAISE(ABORT, 'kept: ideas_report_kept') WHERE (OLD.id IS NOT NEW.id) OR (OLD.at IS NOT NEW.at) OR (OLD.reason IS NOT NEW.reason) OR (OLD.answered_at IS NOT NEW.answered_at AND OLD.answered_at IS NOT NULL) OR (OLD.answer IS NOT NEW.answer AND OLD.answer IS NOT NULL) OR (OLD.answered_by_id IS NOT NEW.answered_by_id AND OLD.answered_by_id IS NOT NULL AND NEW.answered_by_id IS NOT NULL) OR (OLD.comment_id IS NOT NEW.comment_id) OR (OLD.hiding_id IS NOT NEW.hiding_id AND OLD.hiding_id IS NOT NULL) OR (OLD.person_id IS NOT NEW.person_id AND NEW.person_id IS NOT NULL);
END
-- next
CREATE TRIGGER ideas_report_kept_delete BEFORE delete ON "ideas_commentreport"
BEGIN
  SELECT RAISE(ABORT, 'kept: ideas_report_kept');
END
-- next
CREATE TRIGGER ideas_hiding_kept_update BEFORE update ON "ideas_hiding"
BEGIN
  SELECT RAISE(ABORT, 'kept: ideas_hiding_kept') WHERE (OLD.id IS NOT NEW.id) OR (OLD.at IS NOT NEW.at) OR (OLD.reason IS NOT NEW.reason) OR (OLD.appealed_at IS NOT NEW.appealed_at AND OLD.appealed_at IS NOT NULL) OR (OLD.appeal IS NOT NEW.appeal AND OLD.appeal IS NOT NULL) OR (OLD.ruled_at IS NOT NEW.ruled_at AND OLD.ruled_at IS NOT NULL) OR (OLD.ruling IS NOT NEW.ruling AND OLD.ruling IS NOT NULL) OR (OLD.restored_at IS NOT NEW.restored_at AND OLD.restored_at IS NOT NULL) OR (OLD.author_id IS NOT NEW.author_id AND NEW.author_id IS NOT NULL) OR (OLD.by_id IS NOT NEW.by_id AND NEW.by_id IS NOT NULL) OR (OLD.comment_id IS NOT NEW.comment_id) OR (OLD.ruled_by_id IS NOT NEW.ruled_by_id AND OLD.ruled_by_id IS NOT NULL AND NEW.ruled_by_id IS NOT NULL);
END
-- next
CREATE TRIGGER ideas_hiding_kept_delete BEFORE delete ON "ideas_hiding"
BEGIN
  SELECT RAISE(ABORT, 'kept: ideas_hiding_kept');
END
-- next
CREATE TRIGGER experiments_baton_of_its_chain_insert BEFORE insert ON "experiments_baton"
BEGIN
  SELECT RAISE(ABORT, 'kept: experiments_baton_of_its_chain') WHERE NOT (
  NEW.split_from_id IS NULL OR EXISTS (
    SELECT 1 FROM experiments_hold AS turn JOIN experiments_baton AS source ON source.id = turn.baton_id
    WHERE turn.id = NEW.split_from_id AND COALESCE(source.first_id, source.id) = NEW.first_id
  ));
END
-- next
CREATE TRIGGER experiments_baton_of_its_chain_update BEFORE update ON "experiments_baton"
BEGIN
  SELECT RAISE(ABORT, 'kept: experiments_baton_of_its_chain') WHERE OLD.first_id IS NOT NEW.first_id OR OLD.split_from_id IS NOT NEW.split_from_id;
END
-- next
CREATE TRIGGER experiments_note_kept_update BEFORE update ON "experiments_note"
BEGIN
  SELECT RAISE(ABORT, 'kept: experiments_note_kept') WHERE (OLD.id IS NOT NEW.id) OR (OLD.text IS NOT NEW.text) OR (OLD.at IS NOT NEW.at) OR (OLD.experiment_id IS NOT NEW.experiment_id) OR (OLD.person_id IS NOT NEW.person_id AND NEW.person_id IS NOT NULL);
END
-- next
CREATE TRIGGER experiments_note_kept_delete BEFORE delete ON "experiments_note"
BEGIN
  SELECT RAISE(ABORT, 'kept: experiments_note_kept');
END
-- next
CREATE TRIGGER experiments_invitation_answered_update BEFORE update ON "experiments_teaminvitation"
BEGIN
  SELECT RAISE(ABORT, 'kept: experiments_invitation_answered') WHERE (OLD.accepted_at IS NOT NEW.accepted_at OR OLD.declined_at IS NOT NEW.declined_at OR OLD.withdrawn_at IS NOT NEW.withdrawn_at) AND EXISTS (SELECT 1 WHERE coalesce(OLD.accepted_at, OLD.declined_at, OLD.withdrawn_at) IS NOT NULL);
END
-- next
CREATE TRIGGER experiments_hold_once_in_chain_insert AFTER insert ON "experiments_hold"
BEGIN
  SELECT RAISE(ABORT, 'twice: experiments_hold_once_in_chain') WHERE 
  NEW.person_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM "experiments_baton" AS own JOIN "experiments_baton" AS its ON COALESCE(its.first_id, its.id) = COALESCE(own.first_id, own.id)
    JOIN "experiments_hold" AS other ON other.baton_id = its.id
    WHERE own.id = NEW.baton_id AND other.person_id = NEW.person_id AND other.id <> NEW.id
  );
END
-- next
CREATE TRIGGER experiments_hold_once_in_chain_update AFTER update ON "experiments_hold"
BEGIN
  SELECT RAISE(ABORT, 'twice: experiments_hold_once_in_chain') WHERE 
  NEW.person_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM "experiments_baton" AS own JOIN "experiments_baton" AS its ON COALESCE(its.first_id, its.id) = COALESCE(own.first_id, own.id)
    JOIN "experiments_hold" AS other ON other.baton_id = its.id
    WHERE own.id = NEW.baton_id AND other.person_id = NEW.person_id AND other.id <> NEW.id
  );
END
-- next
CREATE TRIGGER experiments_hold_of_its_baton_update BEFORE update ON "experiments_hold"
BEGIN
  SELECT RAISE(ABORT, 'kept: experiments_hold_of_its_baton') WHERE OLD.baton_id IS NOT NEW.baton_id OR OLD.number IS NOT NEW.number;
END
-- next
CREATE TRIGGER experiments_turn_over_update BEFORE update ON "experiments_hold"
BEGIN
  SELECT RAISE(ABORT, 'kept: experiments_turn_over') WHERE (OLD.given_to IS NOT NEW.given_to OR OLD.given_at IS NOT NEW.given_at OR OLD.accepted_at IS NOT NEW.accepted_at OR OLD.experiment_id IS NOT NEW.experiment_id OR OLD.handed_at IS NOT NEW.handed_at OR OLD.passed_at IS NOT NEW.passed_at OR OLD.freed_at IS NOT NEW.freed_at) AND EXISTS (SELECT 1 WHERE coalesce(OLD.handed_at, OLD.passed_at, OLD.freed_at) IS NOT NULL);
END
-- next
CREATE TRIGGER experiments_turn_taken_update BEFORE update ON "experiments_hold"
BEGIN
  SELECT RAISE(ABORT, 'kept: experiments_turn_taken') WHERE (OLD.accepted_at IS NOT NEW.accepted_at) AND EXISTS (SELECT 1 WHERE OLD.accepted_at IS NOT NULL);
END
-- next
CREATE TRIGGER experiments_handed_after_its_answer_insert BEFORE insert ON "experiments_hold"
BEGIN
  SELECT RAISE(ABORT, 'kept: experiments_handed_after_its_answer') WHERE EXISTS (SELECT 1 WHERE NEW.handed_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM experiments_experiment AS tried WHERE tried.id = NEW.experiment_id AND tried.ended_at IS NOT NULL));
END
-- next
CREATE TRIGGER experiments_handed_after_its_answer_update BEFORE update ON "experiments_hold"
BEGIN
  SELECT RAISE(ABORT, 'kept: experiments_handed_after_its_answer') WHERE (OLD.handed_at IS NOT NEW.handed_at) AND EXISTS (SELECT 1 WHERE NEW.handed_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM experiments_experiment AS tried WHERE tried.id = NEW.experiment_id AND tried.ended_at IS NOT NULL));
END
-- next
CREATE TRIGGER experiments_wording_kept_update BEFORE update ON "experiments_wording"
BEGIN
  SELECT RAISE(ABORT, 'kept: experiments_wording_kept') WHERE (OLD.id IS NOT NEW.id) OR (OLD.title IS NOT NEW.title) OR (OLD.why IS NOT NEW.why) OR (OLD.expectation IS NOT NEW.expectation) OR (OLD.measure IS NOT NEW.measure) OR (OLD.place IS NOT NEW.place) OR (OLD.perspectives IS NOT NEW.perspectives) OR (OLD.note_id IS NOT NEW.note_id);
END
-- next
CREATE TRIGGER experiments_wording_kept_delete BEFORE delete ON "experiments_wording"
BEGIN
  SELECT RAISE(ABORT, 'kept: experiments_wording_kept');
END
-- next
CREATE TRIGGER experiments_ended_for_good_update BEFORE update ON "experiments_experiment"
BEGIN
  SELECT RAISE(ABORT, 'kept: experiments_ended_for_good') WHERE (OLD.title IS NOT NEW.title OR OLD.why IS NOT NEW.why OR OLD.expectation IS NOT NEW.expectation OR OLD.measure IS NOT NEW.measure OR OLD.place IS NOT NEW.place OR OLD.perspectives IS NOT NEW.perspectives OR OLD.euros IS NOT NEW.euros OR OLD.starts_on IS NOT NEW.starts_on OR OLD.ends_on IS NOT NEW.ends_on OR OLD.ended_at IS NOT NEW.ended_at OR OLD.works IS NOT NEW.works OR OLD.result IS NOT NEW.result OR OLD.lesson IS NOT NEW.lesson OR OLD.decision IS NOT NEW.decision) AND EXISTS (SELECT 1 WHERE OLD.ended_at IS NOT NULL);
END
-- next
CREATE TRIGGER experiments_words_kept_update BEFORE update ON "experiments_experiment"
BEGIN
  SELECT RAISE(ABORT, 'kept: experiments_words_kept') WHERE (OLD.title IS NOT NEW.title OR OLD.why IS NOT NEW.why OR OLD.expectation IS NOT NEW.expectation OR OLD.measure IS NOT NEW.measure OR OLD.place IS NOT NEW.place OR OLD.perspectives IS NOT NEW.perspectives) AND EXISTS (SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM experiments_wording AS kept JOIN experiments_note AS note ON note.id = kept.note_id WHERE note.experiment_id = OLD.id AND kept.title = OLD.title AND kept.why = OLD.why AND kept.expectation = OLD.expectation AND kept.measure = OLD.measure AND kept.place = OLD.place AND kept.perspectives = OLD.perspectives));
END
-- next
CREATE TRIGGER experiments_reception_said_update BEFORE update ON "experiments_reception"
BEGIN
  SELECT RAISE(ABORT, 'kept: experiments_reception_said') WHERE (OLD.answer IS NOT NEW.answer OR OLD.answered_at IS NOT NEW.answered_at OR OLD.taken_at IS NOT NEW.taken_at OR OLD.given_to IS NOT NEW.given_to) AND EXISTS (SELECT 1 WHERE OLD.answered_at IS NOT NULL);
END
-- next
CREATE TRIGGER trail_contribution_kept_update BEFORE update ON "trail_contribution"
BEGIN
  SELECT RAISE(ABORT, 'kept: trail_contribution_kept') WHERE (OLD.id IS NOT NEW.id) OR (OLD.part IS NOT NEW.part) OR (OLD.at IS NOT NEW.at) OR (OLD.person_id IS NOT NEW.person_id) OR (OLD.node_id IS NOT NEW.node_id);
END
-- next
CREATE TRIGGER trail_node_kept_update BEFORE update ON "trail_node"
BEGIN
  SELECT RAISE(ABORT, 'kept: trail_node_kept') WHERE (OLD.id IS NOT NEW.id) OR (OLD.kind IS NOT NEW.kind) OR (OLD.opened_at IS NOT NEW.opened_at);
END
-- next
CREATE TRIGGER trail_node_kept_delete BEFORE delete ON "trail_node"
BEGIN
  SELECT RAISE(ABORT, 'kept: trail_node_kept');
END
-- next
CREATE TRIGGER ideas_author_left_update AFTER UPDATE OF idea_id ON "ideas_author" WHEN OLD.person_id IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'none left: ideas_author_left') WHERE 
  NOT EXISTS (SELECT 1 FROM "ideas_author" AS left_ WHERE left_.idea_id = OLD.idea_id AND left_.person_id IS NOT NULL)
    AND EXISTS (SELECT 1 FROM "ideas_idea" AS whole WHERE whole.id = OLD.idea_id);
END
-- next
CREATE TRIGGER ideas_author_left_delete AFTER DELETE ON "ideas_author" WHEN OLD.person_id IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'none left: ideas_author_left') WHERE 
  NOT EXISTS (SELECT 1 FROM "ideas_author" AS left_ WHERE left_.idea_id = OLD.idea_id AND left_.person_id IS NOT NULL)
    AND EXISTS (SELECT 1 FROM "ideas_idea" AS whole WHERE whole.id = OLD.idea_id);
END
-- next
CREATE TRIGGER ideas_invitation_answered_update BEFORE update ON "ideas_authorinvitation"
BEGIN
  SELECT RAISE(ABORT, 'kept: ideas_invitation_answered') WHERE (OLD.accepted_at IS NOT NEW.accepted_at OR OLD.declined_at IS NOT NEW.declined_at OR OLD.withdrawn_at IS NOT NEW.withdrawn_at) AND EXISTS (SELECT 1 WHERE coalesce(OLD.accepted_at, OLD.declined_at, OLD.withdrawn_at) IS NOT NULL);
END
-- next
CREATE TRIGGER ideas_merged_into_another_insert BEFORE insert ON "ideas_idea"
BEGIN
  SELECT RAISE(ABORT, 'kept: ideas_merged_into_another') WHERE EXISTS (SELECT 1 WHERE NEW.state = 'merged' AND NOT EXISTS (SELECT 1 FROM ideas_merge AS merge_ WHERE merge_.idea_id = NEW.id AND merge_.agreed_at IS NOT NULL AND merge_.undone_at IS NULL));
END
-- next
CREATE TRIGGER ideas_merged_into_another_update BEFORE update ON "ideas_idea"
BEGIN
  SELECT RAISE(ABORT, 'kept: ideas_merged_into_another') WHERE (OLD.state IS NOT NEW.state) AND EXISTS (SELECT 1 WHERE NEW.state = 'merged' AND NOT EXISTS (SELECT 1 FROM ideas_merge AS merge_ WHERE merge_.idea_id = NEW.id AND merge_.agreed_at IS NOT NULL AND merge_.undone_at IS NULL));
END
-- next
CREATE TRIGGER ideas_steps_insert BEFORE insert ON "ideas_idea"
BEGIN
  SELECT RAISE(ABORT, 'kept: ideas_steps') WHERE NEW.state NOT IN ('open');
END
-- next
CREATE TRIGGER ideas_steps_update BEFORE update ON "ideas_idea"
BEGIN
  SELECT RAISE(ABORT, 'kept: ideas_steps') WHERE OLD.state IS NOT NEW.state AND OLD.state || '>' || NEW.state NOT IN ('open>considered', 'open>accepted', 'open>tried', 'open>declined', 'open>merged', 'open>withdrawn', 'considered>open', 'considered>accepted', 'considered>tried', 'considered>declined', 'considered>merged', 'considered>withdrawn', 'accepted>tried', 'accepted>carried_out', 'accepted>declined', 'tried>carried_out', 'tried>declined', 'tried>accepted', 'declined>considered', 'merged>open');
END
-- next
CREATE TRIGGER ideas_step_kept_update BEFORE update ON "ideas_ideastep"
BEGIN
  SELECT RAISE(ABORT, 'kept: ideas_step_kept') WHERE (OLD.id IS NOT NEW.id) OR (OLD.state IS NOT NEW.state) OR (OLD.at IS NOT NEW.at) OR (OLD.reason IS NOT NEW.reason) OR (OLD.next_step IS NOT NEW.next_step) OR (OLD.due_on IS NOT NEW.due_on) OR (OLD.by_id IS NOT NEW.by_id AND NEW.by_id IS NOT NULL) OR (OLD.idea_id IS NOT NEW.idea_id) OR (OLD.node_id IS NOT NEW.node_id) OR (OLD.owner_id IS NOT NEW.owner_id AND NEW.owner_id IS NOT NULL) OR (OLD.is_entrusting IS NOT NEW.is_entrusting);
END
-- next
CREATE TRIGGER ideas_step_kept_delete BEFORE delete ON "ideas_ideastep"
BEGIN
  SELECT RAISE(ABORT, 'kept: ideas_step_kept');
END
-- next
CREATE TRIGGER ideas_step_own_reason_insert BEFORE insert ON "ideas_ideastep"
BEGIN
  SELECT RAISE(ABORT, 'kept: ideas_step_own_reason') WHERE EXISTS (SELECT 1 FROM ideas_ideastep AS step JOIN ideas_idea AS other ON other.id = step.idea_id JOIN ideas_idea AS own ON own.id = NEW.idea_id WHERE NEW.reason <> '' AND NEW.state IN ('accepted', 'carried_out', 'declined', 'withdrawn') AND step.state IN ('accepted', 'carried_out', 'declined', 'withdrawn') AND length(trim(step.reason)) = length(trim(NEW.reason)) AND lower(trim(step.reason)) = lower(trim(NEW.reason)) AND other.campaign_id = own.campaign_id AND other.id <> own.id);
END
-- next
CREATE TRIGGER ideas_step_own_reason_update BEFORE update ON "ideas_ideastep"
BEGIN
  SELECT RAISE(ABORT, 'kept: ideas_step_own_reason') WHERE (OLD.reason IS NOT NEW.reason OR OLD.state IS NOT NEW.state OR OLD.idea_id IS NOT NEW.idea_id) AND EXISTS (SELECT 1 FROM ideas_ideastep AS step JOIN ideas_idea AS other ON other.id = step.idea_id JOIN ideas_idea AS own ON own.id = NEW.idea_id WHERE NEW.reason <> '' AND NEW.state IN ('accepted', 'carried_out', 'declined', 'withdrawn') AND step.state IN ('accepted', 'carried_out', 'declined', 'withdrawn') AND length(trim(step.reason)) = length(trim(NEW.reason)) AND lower(trim(step.reason)) = lower(trim(NEW.reason)) AND other.campaign_id = own.campaign_id AND other.id <> own.id);
END
-- next
CREATE TRIGGER library_check_kept_update BEFORE update ON "library_check"
BEGIN
  SELECT RAISE(ABORT, 'kept: library_check_kept') WHERE (OLD.id IS NOT NEW.id) OR (OLD.at IS NOT NEW.at) OR (OLD.until IS NOT NEW.until) OR (OLD.by_id IS NOT NEW.by_id AND NEW.by_id IS NOT NULL) OR (OLD.item_id IS NOT NEW.item_id);
END
-- next
CREATE TRIGGER library_check_kept_delete BEFORE delete ON "library_check"
BEGIN
  SELECT RAISE(ABORT, 'kept: library_check_kept');
END
-- next
CREATE TRIGGER library_report_kept_update BEFORE update ON "library_report"
BEGIN
  SELECT RAISE(ABORT, 'kept: library_report_kept') WHERE (OLD.id IS NOT NEW.id) OR (OLD.at IS NOT NEW.at) OR (OLD.superseded_at IS NOT NEW.superseded_at AND OLD.superseded_at IS NOT NULL) OR (OLD.place IS NOT NEW.place) OR (OLD.how IS NOT NEW.how) OR (OLD.result IS NOT NEW.result) OR (OLD.rating IS NOT NEW.rating) OR (OLD.ended IS NOT NEW.ended) OR (OLD.adoption_id IS NOT NEW.adoption_id);
END
-- next
CREATE TRIGGER library_report_kept_delete BEFORE delete ON "library_report"
BEGIN
  SELECT RAISE(ABORT, 'kept: library_report_kept');
END
-- next
CREATE TRIGGER library_retirement_kept_update BEFORE update ON "library_retirement"
BEGIN
  SELECT RAISE(ABORT, 'kept: library_retirement_kept') WHERE (OLD.id IS NOT NEW.id) OR (OLD.reason IS NOT NEW.reason) OR (OLD.at IS NOT NEW.at) OR (OLD.undone_at IS NOT NEW.undone_at AND OLD.undone_at IS NOT NULL) OR (OLD.by_id IS NOT NEW.by_id AND NEW.by_id IS NOT NULL) OR (OLD.item_id IS NOT NEW.item_id) OR (OLD.replacement_id IS NOT NEW.replacement_id);
END
-- next
CREATE TRIGGER library_retirement_kept_delete BEFORE delete ON "library_retirement"
BEGIN
  SELECT RAISE(ABORT, 'kept: library_retirement_kept');
END
-- next
CREATE TRIGGER library_replaced_forward BEFORE INSERT ON "library_retirement"
BEGIN
  SELECT RAISE(ABORT, 'circle: library_replaced_forward') WHERE 
  NEW.item_id = NEW.replacement_id OR EXISTS (
    WITH RECURSIVE above(id) AS (
      SELECT NEW.item_id UNION
      SELECT arrow.item_id FROM "library_retirement" AS arrow JOIN above ON arrow.replacement_id = above.id
      WHERE arrow.undone_at IS NULL
    ) SELECT 1 FROM above WHERE id = NEW.replacement_id
  );
END
-- next
CREATE TRIGGER library_ruling_kept_update BEFORE update ON "library_toolruling"
BEGIN
  SELECT RAISE(ABORT, 'kept: library_ruling_kept') WHERE (OLD.id IS NOT NEW.id) OR (OLD.ruling IS NOT NEW.ruling) OR (OLD.note IS NOT NEW.note) OR (OLD.at IS NOT NEW.at) OR (OLD.superseded_at IS NOT NEW.superseded_at AND OLD.superseded_at IS NOT NULL) OR (OLD.by_id IS NOT NEW.by_id AND NEW.by_id IS NOT NULL) OR (OLD.item_id IS NOT NEW.item_id) OR (OLD.organisation_id IS NOT NEW.organisation_id);
END
-- next
CREATE TRIGGER library_ruling_kept_delete BEFORE delete ON "library_toolruling"
BEGIN
  SELECT RAISE(ABORT, 'kept: library_ruling_kept');
END
-- next
CREATE TRIGGER library_version_kept_update BEFORE update ON "library_version"
BEGIN
  SELECT RAISE(ABORT, 'kept: library_version_kept') WHERE (OLD.id IS NOT NEW.id) OR (OLD.number IS NOT NEW.number) OR (OLD.at IS NOT NEW.at) OR (OLD.superseded_at IS NOT NEW.superseded_at AND OLD.superseded_at IS NOT NULL) OR (OLD.title IS NOT NEW.title) OR (OLD.texts IS NOT NEW.texts) OR (OLD.address IS NOT NEW.address) OR (OLD.people_least IS NOT NEW.people_least) OR (OLD.people_most IS NOT NEW.people_most) OR (OLD.minutes IS NOT NEW.minutes) OR (OLD.mode IS NOT NEW.mode) OR (OLD.price IS NOT NEW.price) OR (OLD.login IS NOT NEW.login) OR (OLD.accessibility IS NOT NEW.accessibility) OR (OLD.data_in IS NOT NEW.data_in) OR (OLD.changed IS NOT NEW.changed) OR (OLD.because IS NOT NEW.because) OR (OLD.because_of_id IS NOT NEW.because_of_id) OR (OLD.by_id IS NOT NEW.by_id AND NEW.by_id IS NOT NULL) OR (OLD.item_id IS NOT NEW.item_id);
END
-- next
CREATE TRIGGER library_version_kept_delete BEFORE delete ON "library_version"
BEGIN
  SELECT RAISE(ABORT, 'kept: library_version_kept');
END
-- next
CREATE TRIGGER library_lesson_kept_update BEFORE update ON "library_lablesson"
BEGIN
  SELECT RAISE(ABORT, 'kept: library_lesson_kept') WHERE (OLD.id IS NOT NEW.id) OR (OLD.text_fi IS NOT NEW.text_fi) OR (OLD.text_sv IS NOT NEW.text_sv) OR (OLD.text_en IS NOT NEW.text_en) OR (OLD.learnt_on IS NOT NEW.learnt_on) OR (OLD.dimension IS NOT NEW.dimension) OR (OLD.at IS NOT NEW.at) OR (OLD.withdrawn_at IS NOT NEW.withdrawn_at AND OLD.withdrawn_at IS NOT NULL) OR (OLD.by_id IS NOT NEW.by_id AND NEW.by_id IS NOT NULL) OR (OLD.because_of_id IS NOT NEW.because_of_id) OR (OLD.node_id IS NOT NEW.node_id);
END
-- next
CREATE TRIGGER library_lesson_kept_delete BEFORE delete ON "library_lablesson"
BEGIN
  SELECT RAISE(ABORT, 'kept: library_lesson_kept');
END
-- next
CREATE TRIGGER library_lab_version_kept_update BEFORE update ON "library_labversion"
BEGIN
  SELECT RAISE(ABORT, 'kept: library_lab_version_kept') WHERE (OLD.id IS NOT NEW.id) OR (OLD.number IS NOT NEW.number) OR (OLD.at IS NOT NEW.at) OR (OLD.text_fi IS NOT NEW.text_fi) OR (OLD.text_sv IS NOT NEW.text_sv) OR (OLD.text_en IS NOT NEW.text_en) OR (OLD.because_fi IS NOT NEW.because_fi) OR (OLD.because_sv IS NOT NEW.because_sv) OR (OLD.because_en IS NOT NEW.because_en) OR (OLD.because_of_id IS NOT NEW.because_of_id) OR (OLD.by_id IS NOT NEW.by_id AND NEW.by_id IS NOT NULL) OR (OLD.node_id IS NOT NEW.node_id);
END
-- next
CREATE TRIGGER library_lab_version_kept_delete BEFORE delete ON "library_labversion"
BEGIN
  SELECT RAISE(ABORT, 'kept: library_lab_version_kept');
END
-- next
CREATE TRIGGER notifications_steps_insert BEFORE insert ON "notifications_notice"
BEGIN
  SELECT RAISE(ABORT, 'kept: notifications_steps') WHERE NEW.state NOT IN ('unread', 'mailed');
END
-- next
CREATE TRIGGER notifications_steps_update BEFORE update ON "notifications_notice"
BEGIN
  SELECT RAISE(ABORT, 'kept: notifications_steps') WHERE OLD.state IS NOT NEW.state AND OLD.state || '>' || NEW.state NOT IN ('unread>shown', 'unread>mailed', 'unread>dropped');
END
-- next
CREATE TRIGGER notifications_kept_update BEFORE update ON "notifications_notice"
BEGIN
  SELECT RAISE(ABORT, 'kept: notifications_kept') WHERE (OLD.id IS NOT NEW.id) OR (OLD.key IS NOT NEW.key) OR (OLD.what IS NOT NEW.what) OR (OLD.thing IS NOT NEW.thing) OR (OLD.kind IS NOT NEW.kind) OR (OLD.created_at IS NOT NEW.created_at) OR (OLD.settled_at IS NOT NEW.settled_at AND OLD.settled_at IS NOT NULL) OR (OLD.bundle_id IS NOT NEW.bundle_id AND OLD.bundle_id IS NOT NULL AND NEW.bundle_id IS NOT NULL) OR (OLD.letter_id IS NOT NEW.letter_id) OR (OLD.person_id IS NOT NEW.person_id);
END
-- next
CREATE TRIGGER insert_wagtailsearch_indexentry_fts AFTER INSERT ON wagtailsearch_indexentry BEGIN INSERT INTO wagtailsearch_indexentry_fts(title, body, autocomplete, rowid) VALUES (NEW.title, NEW.body, NEW.autocomplete, NEW.id); END
-- next
CREATE TRIGGER update_wagtailsearch_indexentry_fts AFTER UPDATE ON wagtailsearch_indexentry BEGIN UPDATE wagtailsearch_indexentry_fts SET title=NEW.title, body=NEW.body, autocomplete=NEW.autocomplete WHERE rowid=NEW.id; END
-- next
CREATE TRIGGER delete_wagtailsearch_indexentry_fts AFTER DELETE ON wagtailsearch_indexentry BEGIN DELETE FROM wagtailsearch_indexentry_fts WHERE rowid=OLD.id; END
