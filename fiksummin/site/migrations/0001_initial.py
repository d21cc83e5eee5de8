# What stands first: pages, posts, pictures, words, talk and feedback.

import django.db.models.deletion
import modelcluster.contrib.taggit
import modelcluster.fields
import modelsearch.index
import taggit.managers
import wagtail.fields
import wagtail.images.models
import wagtail.models.media
from django.conf import settings
from django.db import migrations, models

import fiksummin.core.time


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AccessibilityStatementPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "lead",
                    models.TextField(
                        blank=True,
                        help_text="One to three sentences that say what the page is about.",
                        max_length=500,
                        verbose_name="lead",
                    ),
                ),
                ("covers", models.TextField(max_length=500, verbose_name="what the statement covers")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("not_assessed", "not assessed yet"),
                            ("full", "meets the requirements"),
                            ("partial", "meets the requirements in part"),
                            ("none", "does not meet the requirements yet"),
                        ],
                        default="not_assessed",
                        max_length=20,
                        verbose_name="status",
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("self", "assessed by the organisation itself"),
                            ("expert", "assessed by an outside expert"),
                            ("both", "assessed by the organisation itself and by an outside expert"),
                        ],
                        max_length=10,
                        verbose_name="how it was assessed",
                    ),
                ),
                ("assessed_on", models.DateField(blank=True, null=True, verbose_name="assessed on")),
                ("drawn_up_on", models.DateField(verbose_name="statement drawn up on")),
                (
                    "contact_email",
                    models.EmailField(blank=True, max_length=254, verbose_name="address for feedback"),
                ),
                ("supervisor", models.CharField(max_length=200, verbose_name="supervising authority")),
                (
                    "supervisor_address",
                    models.URLField(blank=True, verbose_name="the authority's web address"),
                ),
                (
                    "supervisor_email",
                    models.EmailField(blank=True, max_length=254, verbose_name="the authority's e-mail"),
                ),
                (
                    "supervisor_phone",
                    models.CharField(blank=True, max_length=40, verbose_name="the authority's telephone"),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("heading", 0),
                            ("text", 1),
                            ("picture", 4),
                            ("quote", 7),
                            ("links", 12),
                            ("video", 13),
                        ],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "icon": "title",
                                    "label": "Heading",
                                    "max_length": 150,
                                    "template": "site/blocks/_heading.html",
                                },
                            ),
                            1: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["h3", "bold", "italic", "ol", "ul", "link", "document-link"],
                                    "label": "Text",
                                },
                            ),
                            2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                            3: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Caption", "max_length": 250, "required": False},
                            ),
                            4: ("wagtail.blocks.StructBlock", [[("picture", 2), ("caption", 3)]], {}),
                            5: ("wagtail.blocks.TextBlock", (), {"label": "What was said"}),
                            6: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Who said it", "max_length": 150, "required": False},
                            ),
                            7: ("wagtail.blocks.StructBlock", [[("text", 5), ("who", 6)]], {}),
                            8: ("wagtail.blocks.CharBlock", (), {"label": "Text", "max_length": 150}),
                            9: ("wagtail.blocks.PageChooserBlock", (), {"label": "Page", "required": False}),
                            10: ("wagtail.blocks.URLBlock", (), {"label": "Address", "required": False}),
                            11: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 8), ("page", 9), ("address", 10)]],
                                {},
                            ),
                            12: (
                                "wagtail.blocks.ListBlock",
                                (11,),
                                {
                                    "icon": "list-ul",
                                    "label": "List of links",
                                    "template": "site/blocks/_links.html",
                                },
                            ),
                            13: ("wagtail.snippets.blocks.SnippetChooserBlock", ("site.Video",), {}),
                        },
                        verbose_name="further text",
                    ),
                ),
            ],
            options={
                "verbose_name": "accessibility statement",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="BlogIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "lead",
                    models.TextField(
                        blank=True,
                        help_text="One to three sentences that say what the page is about.",
                        max_length=500,
                        verbose_name="lead",
                    ),
                ),
            ],
            options={
                "verbose_name": "blog",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="BlogPost",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "lead",
                    models.TextField(
                        blank=True,
                        help_text="One to three sentences that say what the page is about.",
                        max_length=500,
                        verbose_name="lead",
                    ),
                ),
                ("date", models.DateField(default=fiksummin.core.time.today, verbose_name="date")),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("heading", 0),
                            ("text", 1),
                            ("picture", 4),
                            ("quote", 7),
                            ("links", 12),
                            ("video", 13),
                        ],
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "icon": "title",
                                    "label": "Heading",
                                    "max_length": 150,
                                    "template": "site/blocks/_heading.html",
                                },
                            ),
                            1: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["h3", "bold", "italic", "ol", "ul", "link", "document-link"],
                                    "label": "Text",
                                },
                            ),
                            2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                            3: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Caption", "max_length": 250, "required": False},
                            ),
                            4: ("wagtail.blocks.StructBlock", [[("picture", 2), ("caption", 3)]], {}),
                            5: ("wagtail.blocks.TextBlock", (), {"label": "What was said"}),
                            6: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Who said it", "max_length": 150, "required": False},
                            ),
                            7: ("wagtail.blocks.StructBlock", [[("text", 5), ("who", 6)]], {}),
                            8: ("wagtail.blocks.CharBlock", (), {"label": "Text", "max_length": 150}),
                            9: ("wagtail.blocks.PageChooserBlock", (), {"label": "Page", "required": False}),
                            10: ("wagtail.blocks.URLBlock", (), {"label": "Address", "required": False}),
                            11: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 8), ("page", 9), ("address", 10)]],
                                {},
                            ),
                            12: (
                                "wagtail.blocks.ListBlock",
                                (11,),
                                {
                                    "icon": "list-ul",
                                    "label": "List of links",
                                    "template": "site/blocks/_links.html",
                                },
                            ),
                            13: ("wagtail.snippets.blocks.SnippetChooserBlock", ("site.Video",), {}),
                        },
                        verbose_name="content",
                    ),
                ),
                (
                    "comments",
                    models.CharField(
                        choices=[("none", "nobody"), ("members", "those signed in")],
                        default="members",
                        max_length=10,
                        verbose_name="who may comment",
                    ),
                ),
            ],
            options={
                "verbose_name": "post",
                "verbose_name_plural": "posts",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="ContactsPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "lead",
                    models.TextField(
                        blank=True,
                        help_text="One to three sentences that say what the page is about.",
                        max_length=500,
                        verbose_name="lead",
                    ),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("heading", 0),
                            ("text", 1),
                            ("picture", 4),
                            ("quote", 7),
                            ("links", 12),
                            ("video", 13),
                        ],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "icon": "title",
                                    "label": "Heading",
                                    "max_length": 150,
                                    "template": "site/blocks/_heading.html",
                                },
                            ),
                            1: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["h3", "bold", "italic", "ol", "ul", "link", "document-link"],
                                    "label": "Text",
                                },
                            ),
                            2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                            3: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Caption", "max_length": 250, "required": False},
                            ),
                            4: ("wagtail.blocks.StructBlock", [[("picture", 2), ("caption", 3)]], {}),
                            5: ("wagtail.blocks.TextBlock", (), {"label": "What was said"}),
                            6: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Who said it", "max_length": 150, "required": False},
                            ),
                            7: ("wagtail.blocks.StructBlock", [[("text", 5), ("who", 6)]], {}),
                            8: ("wagtail.blocks.CharBlock", (), {"label": "Text", "max_length": 150}),
                            9: ("wagtail.blocks.PageChooserBlock", (), {"label": "Page", "required": False}),
                            10: ("wagtail.blocks.URLBlock", (), {"label": "Address", "required": False}),
                            11: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 8), ("page", 9), ("address", 10)]],
                                {},
                            ),
                            12: (
                                "wagtail.blocks.ListBlock",
                                (11,),
                                {
                                    "icon": "list-ul",
                                    "label": "List of links",
                                    "template": "site/blocks/_links.html",
                                },
                            ),
                            13: ("wagtail.snippets.blocks.SnippetChooserBlock", ("site.Video",), {}),
                        },
                        verbose_name="content",
                    ),
                ),
            ],
            options={
                "verbose_name": "contacts",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="ContentPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "lead",
                    models.TextField(
                        blank=True,
                        help_text="One to three sentences that say what the page is about.",
                        max_length=500,
                        verbose_name="lead",
                    ),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("heading", 0),
                            ("text", 1),
                            ("picture", 4),
                            ("quote", 7),
                            ("links", 12),
                            ("video", 13),
                        ],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "icon": "title",
                                    "label": "Heading",
                                    "max_length": 150,
                                    "template": "site/blocks/_heading.html",
                                },
                            ),
                            1: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["h3", "bold", "italic", "ol", "ul", "link", "document-link"],
                                    "label": "Text",
                                },
                            ),
                            2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                            3: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Caption", "max_length": 250, "required": False},
                            ),
                            4: ("wagtail.blocks.StructBlock", [[("picture", 2), ("caption", 3)]], {}),
                            5: ("wagtail.blocks.TextBlock", (), {"label": "What was said"}),
                            6: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Who said it", "max_length": 150, "required": False},
                            ),
                            7: ("wagtail.blocks.StructBlock", [[("text", 5), ("who", 6)]], {}),
                            8: ("wagtail.blocks.CharBlock", (), {"label": "Text", "max_length": 150}),
                            9: ("wagtail.blocks.PageChooserBlock", (), {"label": "Page", "required": False}),
                            10: ("wagtail.blocks.URLBlock", (), {"label": "Address", "required": False}),
                            11: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 8), ("page", 9), ("address", 10)]],
                                {},
                            ),
                            12: (
                                "wagtail.blocks.ListBlock",
                                (11,),
                                {
                                    "icon": "list-ul",
                                    "label": "List of links",
                                    "template": "site/blocks/_links.html",
                                },
                            ),
                            13: ("wagtail.snippets.blocks.SnippetChooserBlock", ("site.Video",), {}),
                        },
                        verbose_name="content",
                    ),
                ),
            ],
            options={
                "verbose_name": "page of text",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="CookiePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "lead",
                    models.TextField(
                        blank=True,
                        help_text="One to three sentences that say what the page is about.",
                        max_length=500,
                        verbose_name="lead",
                    ),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("heading", 0),
                            ("text", 1),
                            ("picture", 4),
                            ("quote", 7),
                            ("links", 12),
                            ("video", 13),
                        ],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "icon": "title",
                                    "label": "Heading",
                                    "max_length": 150,
                                    "template": "site/blocks/_heading.html",
                                },
                            ),
                            1: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["h3", "bold", "italic", "ol", "ul", "link", "document-link"],
                                    "label": "Text",
                                },
                            ),
                            2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                            3: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Caption", "max_length": 250, "required": False},
                            ),
                            4: ("wagtail.blocks.StructBlock", [[("picture", 2), ("caption", 3)]], {}),
                            5: ("wagtail.blocks.TextBlock", (), {"label": "What was said"}),
                            6: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Who said it", "max_length": 150, "required": False},
                            ),
                            7: ("wagtail.blocks.StructBlock", [[("text", 5), ("who", 6)]], {}),
                            8: ("wagtail.blocks.CharBlock", (), {"label": "Text", "max_length": 150}),
                            9: ("wagtail.blocks.PageChooserBlock", (), {"label": "Page", "required": False}),
                            10: ("wagtail.blocks.URLBlock", (), {"label": "Address", "required": False}),
                            11: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 8), ("page", 9), ("address", 10)]],
                                {},
                            ),
                            12: (
                                "wagtail.blocks.ListBlock",
                                (11,),
                                {
                                    "icon": "list-ul",
                                    "label": "List of links",
                                    "template": "site/blocks/_links.html",
                                },
                            ),
                            13: ("wagtail.snippets.blocks.SnippetChooserBlock", ("site.Video",), {}),
                        },
                        verbose_name="content",
                    ),
                ),
            ],
            options={
                "verbose_name": "cookies",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="GlossaryPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "lead",
                    models.TextField(
                        blank=True,
                        help_text="One to three sentences that say what the page is about.",
                        max_length=500,
                        verbose_name="lead",
                    ),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("heading", 0),
                            ("text", 1),
                            ("picture", 4),
                            ("quote", 7),
                            ("links", 12),
                            ("video", 13),
                        ],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "icon": "title",
                                    "label": "Heading",
                                    "max_length": 150,
                                    "template": "site/blocks/_heading.html",
                                },
                            ),
                            1: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["h3", "bold", "italic", "ol", "ul", "link", "document-link"],
                                    "label": "Text",
                                },
                            ),
                            2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                            3: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Caption", "max_length": 250, "required": False},
                            ),
                            4: ("wagtail.blocks.StructBlock", [[("picture", 2), ("caption", 3)]], {}),
                            5: ("wagtail.blocks.TextBlock", (), {"label": "What was said"}),
                            6: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Who said it", "max_length": 150, "required": False},
                            ),
                            7: ("wagtail.blocks.StructBlock", [[("text", 5), ("who", 6)]], {}),
                            8: ("wagtail.blocks.CharBlock", (), {"label": "Text", "max_length": 150}),
                            9: ("wagtail.blocks.PageChooserBlock", (), {"label": "Page", "required": False}),
                            10: ("wagtail.blocks.URLBlock", (), {"label": "Address", "required": False}),
                            11: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 8), ("page", 9), ("address", 10)]],
                                {},
                            ),
                            12: (
                                "wagtail.blocks.ListBlock",
                                (11,),
                                {
                                    "icon": "list-ul",
                                    "label": "List of links",
                                    "template": "site/blocks/_links.html",
                                },
                            ),
                            13: ("wagtail.snippets.blocks.SnippetChooserBlock", ("site.Video",), {}),
                        },
                        verbose_name="content",
                    ),
                ),
            ],
            options={
                "verbose_name": "glossary",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="HomePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "lead",
                    models.TextField(
                        blank=True,
                        help_text="One to three sentences that say what the page is about.",
                        max_length=500,
                        verbose_name="lead",
                    ),
                ),
                (
                    "what",
                    wagtail.fields.RichTextField(
                        help_text="About three sentences for somebody who comes for the first time.",
                        verbose_name="what this is",
                    ),
                ),
                (
                    "steps",
                    wagtail.fields.StreamField(
                        [("step", 2)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.CharBlock", (), {"label": "Heading", "max_length": 100}),
                            1: ("wagtail.blocks.TextBlock", (), {"label": "Text", "max_length": 400}),
                            2: ("wagtail.blocks.StructBlock", [[("heading", 0), ("text", 1)]], {}),
                        },
                        help_text="How one comes for the first time, in the order of doing.",
                        verbose_name="first steps",
                    ),
                ),
                ("arrival", wagtail.fields.RichTextField(blank=True, verbose_name="how to get here")),
            ],
            options={
                "verbose_name": "start page",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="InstructionsPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "lead",
                    models.TextField(
                        blank=True,
                        help_text="One to three sentences that say what the page is about.",
                        max_length=500,
                        verbose_name="lead",
                    ),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("heading", 0),
                            ("text", 1),
                            ("picture", 4),
                            ("quote", 7),
                            ("links", 12),
                            ("video", 13),
                        ],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "icon": "title",
                                    "label": "Heading",
                                    "max_length": 150,
                                    "template": "site/blocks/_heading.html",
                                },
                            ),
                            1: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["h3", "bold", "italic", "ol", "ul", "link", "document-link"],
                                    "label": "Text",
                                },
                            ),
                            2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                            3: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Caption", "max_length": 250, "required": False},
                            ),
                            4: ("wagtail.blocks.StructBlock", [[("picture", 2), ("caption", 3)]], {}),
                            5: ("wagtail.blocks.TextBlock", (), {"label": "What was said"}),
                            6: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Who said it", "max_length": 150, "required": False},
                            ),
                            7: ("wagtail.blocks.StructBlock", [[("text", 5), ("who", 6)]], {}),
                            8: ("wagtail.blocks.CharBlock", (), {"label": "Text", "max_length": 150}),
                            9: ("wagtail.blocks.PageChooserBlock", (), {"label": "Page", "required": False}),
                            10: ("wagtail.blocks.URLBlock", (), {"label": "Address", "required": False}),
                            11: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 8), ("page", 9), ("address", 10)]],
                                {},
                            ),
                            12: (
                                "wagtail.blocks.ListBlock",
                                (11,),
                                {
                                    "icon": "list-ul",
                                    "label": "List of links",
                                    "template": "site/blocks/_links.html",
                                },
                            ),
                            13: ("wagtail.snippets.blocks.SnippetChooserBlock", ("site.Video",), {}),
                        },
                        verbose_name="content",
                    ),
                ),
            ],
            options={
                "verbose_name": "instructions",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="PrivacyNoticePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.page",
                    ),
                ),
                (
                    "lead",
                    models.TextField(
                        blank=True,
                        help_text="One to three sentences that say what the page is about.",
                        max_length=500,
                        verbose_name="lead",
                    ),
                ),
                ("updated_on", models.DateField(verbose_name="updated on")),
                (
                    "controllers",
                    models.TextField(
                        blank=True,
                        help_text="The organisations that are joint controllers, one on each line.",
                        max_length=1000,
                        verbose_name="controllers",
                    ),
                ),
                (
                    "contact_email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="address for questions about privacy"
                    ),
                ),
                (
                    "officer_email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="address of the data protection officer"
                    ),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [
                            ("heading", 0),
                            ("text", 1),
                            ("picture", 4),
                            ("quote", 7),
                            ("links", 12),
                            ("video", 13),
                        ],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "icon": "title",
                                    "label": "Heading",
                                    "max_length": 150,
                                    "template": "site/blocks/_heading.html",
                                },
                            ),
                            1: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["h3", "bold", "italic", "ol", "ul", "link", "document-link"],
                                    "label": "Text",
                                },
                            ),
                            2: ("wagtail.images.blocks.ImageChooserBlock", (), {"label": "Picture"}),
                            3: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Caption", "max_length": 250, "required": False},
                            ),
                            4: ("wagtail.blocks.StructBlock", [[("picture", 2), ("caption", 3)]], {}),
                            5: ("wagtail.blocks.TextBlock", (), {"label": "What was said"}),
                            6: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Who said it", "max_length": 150, "required": False},
                            ),
                            7: ("wagtail.blocks.StructBlock", [[("text", 5), ("who", 6)]], {}),
                            8: ("wagtail.blocks.CharBlock", (), {"label": "Text", "max_length": 150}),
                            9: ("wagtail.blocks.PageChooserBlock", (), {"label": "Page", "required": False}),
                            10: ("wagtail.blocks.URLBlock", (), {"label": "Address", "required": False}),
                            11: (
                                "wagtail.blocks.StructBlock",
                                [[("text", 8), ("page", 9), ("address", 10)]],
                                {},
                            ),
                            12: (
                                "wagtail.blocks.ListBlock",
                                (11,),
                                {
                                    "icon": "list-ul",
                                    "label": "List of links",
                                    "template": "site/blocks/_links.html",
                                },
                            ),
                            13: ("wagtail.snippets.blocks.SnippetChooserBlock", ("site.Video",), {}),
                        },
                        verbose_name="content",
                    ),
                ),
            ],
            options={
                "verbose_name": "privacy notice",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="Term",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "anchor",
                    models.SlugField(
                        help_text="The same in every language; it stands in addresses.",
                        max_length=60,
                        unique=True,
                        verbose_name="anchor",
                    ),
                ),
                ("word_fi", models.CharField(max_length=80, verbose_name="in Finnish")),
                ("word_sv", models.CharField(blank=True, max_length=80, verbose_name="in Swedish")),
                ("word_en", models.CharField(blank=True, max_length=80, verbose_name="in English")),
                ("meaning_fi", models.TextField(max_length=600, verbose_name="what it means, in Finnish")),
                (
                    "meaning_sv",
                    models.TextField(blank=True, max_length=600, verbose_name="what it means, in Swedish"),
                ),
                (
                    "meaning_en",
                    models.TextField(blank=True, max_length=600, verbose_name="what it means, in English"),
                ),
                (
                    "forms_fi",
                    models.CharField(
                        blank=True,
                        help_text="Separated by commas: forms that the ordinary endings do not make, and synonyms.",
                        max_length=300,
                        verbose_name="other forms in Finnish",
                    ),
                ),
                (
                    "forms_sv",
                    models.CharField(blank=True, max_length=300, verbose_name="other forms in Swedish"),
                ),
                (
                    "forms_en",
                    models.CharField(blank=True, max_length=300, verbose_name="other forms in English"),
                ),
                (
                    "linked",
                    models.BooleanField(
                        default=True,
                        help_text="The first time the word comes up on a page, it leads to the glossary.",
                        verbose_name="linked in texts",
                    ),
                ),
            ],
            options={
                "verbose_name": "term",
                "verbose_name_plural": "terms",
                "ordering": ["word_fi"],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="Topic",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60, unique=True, verbose_name="name")),
                ("slug", models.CharField(editable=False, max_length=60, unique=True, verbose_name="key")),
            ],
            options={
                "verbose_name": "tag",
                "verbose_name_plural": "tags",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(max_length=2000)),
                ("language", models.CharField(max_length=2)),
                ("written_at", models.DateTimeField(default=fiksummin.core.time.now)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                ("removal_reason", models.CharField(blank=True, max_length=300)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="talk", to="site.blogpost"
                    ),
                ),
                (
                    "removed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["written_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="CommentReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("sent_at", models.DateTimeField(default=fiksummin.core.time.now)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "comment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reports", to="site.comment"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["sent_at"],
            },
        ),
        migrations.CreateModel(
            name="Picture",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=255, verbose_name="title")),
                (
                    "file",
                    wagtail.images.models.WagtailImageField(
                        height_field="height",
                        upload_to=wagtail.images.models.get_upload_to,
                        verbose_name="file",
                        width_field="width",
                    ),
                ),
                (
                    "description",
                    models.CharField(blank=True, default="", max_length=255, verbose_name="description"),
                ),
                ("width", models.IntegerField(editable=False, verbose_name="width")),
                ("height", models.IntegerField(editable=False, verbose_name="height")),
                (
                    "created_at",
                    models.DateTimeField(auto_now_add=True, db_index=True, verbose_name="created at"),
                ),
                ("focal_point_x", models.PositiveIntegerField(blank=True, null=True)),
                ("focal_point_y", models.PositiveIntegerField(blank=True, null=True)),
                ("focal_point_width", models.PositiveIntegerField(blank=True, null=True)),
                ("focal_point_height", models.PositiveIntegerField(blank=True, null=True)),
                ("file_size", models.PositiveIntegerField(editable=False, null=True)),
                ("file_hash", models.CharField(blank=True, db_index=True, editable=False, max_length=40)),
                (
                    "alt_fi",
                    models.CharField(
                        blank=True,
                        help_text="What the picture tells, for somebody who does not see it.",
                        max_length=300,
                        verbose_name="alternative text in Finnish",
                    ),
                ),
                (
                    "alt_sv",
                    models.CharField(blank=True, max_length=300, verbose_name="alternative text in Swedish"),
                ),
                (
                    "alt_en",
                    models.CharField(blank=True, max_length=300, verbose_name="alternative text in English"),
                ),
                (
                    "ornament",
                    models.BooleanField(
                        default=False,
                        help_text="The picture tells nothing that the text does not. It is left out for screen readers.",
                        verbose_name="decoration only",
                    ),
                ),
                (
                    "collection",
                    models.ForeignKey(
                        default=wagtail.models.media.get_root_collection_id,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.collection",
                        verbose_name="collection",
                    ),
                ),
                (
                    "tags",
                    taggit.managers.TaggableManager(
                        blank=True,
                        help_text=None,
                        through="taggit.TaggedItem",
                        to="taggit.Tag",
                        verbose_name="tags",
                    ),
                ),
                (
                    "uploaded_by_user",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="uploaded by user",
                    ),
                ),
            ],
            options={
                "verbose_name": "picture",
                "verbose_name_plural": "pictures",
                "abstract": False,
            },
            bases=(wagtail.images.models.ImageFileMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="PictureRendition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("filter_spec", models.CharField(db_index=True, max_length=255)),
                (
                    "file",
                    wagtail.images.models.WagtailImageField(
                        height_field="height",
                        storage=wagtail.images.models.get_rendition_storage,
                        upload_to=wagtail.images.models.get_rendition_upload_to,
                        width_field="width",
                    ),
                ),
                ("width", models.IntegerField(editable=False)),
                ("height", models.IntegerField(editable=False)),
                ("focal_point_key", models.CharField(blank=True, default="", editable=False, max_length=16)),
                (
                    "image",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="renditions",
                        to="site.picture",
                    ),
                ),
            ],
            bases=(wagtail.images.models.ImageFileMixin, models.Model),
        ),
        migrations.CreateModel(
            name="PostAuthor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "name",
                    models.CharField(
                        blank=True, max_length=150, verbose_name="name of a writer without an account"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        help_text="The e-mail address of her account. Readers see her name only.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
                (
                    "post",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="authors",
                        to="site.blogpost",
                    ),
                ),
            ],
            options={
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SecondReader",
            fields=[
                (
                    "task_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.task",
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        help_text="Pages/snippets at this step in a workflow will be moderated or approved by these groups of users",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
            ],
            options={
                "verbose_name": "second reader",
                "verbose_name_plural": "second readers",
            },
            bases=("wagtailcore.task",),
        ),
        migrations.CreateModel(
            name="ServiceBreak",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("starts_at", models.DateTimeField(verbose_name="begins")),
                ("ends_at", models.DateTimeField(verbose_name="ends")),
                (
                    "told_from",
                    models.DateTimeField(
                        help_text="From this moment every page tells about it.", verbose_name="told from"
                    ),
                ),
                ("text_fi", models.CharField(max_length=300, verbose_name="what happens, in Finnish")),
                ("text_sv", models.CharField(max_length=300, verbose_name="what happens, in Swedish")),
                (
                    "text_en",
                    models.CharField(blank=True, max_length=300, verbose_name="what happens, in English"),
                ),
                (
                    "alternative_fi",
                    models.CharField(max_length=300, verbose_name="what to do instead, in Finnish"),
                ),
                (
                    "alternative_sv",
                    models.CharField(max_length=300, verbose_name="what to do instead, in Swedish"),
                ),
                (
                    "alternative_en",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="what to do instead, in English"
                    ),
                ),
            ],
            options={
                "verbose_name": "service break",
                "verbose_name_plural": "service breaks",
                "ordering": ["starts_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="site_break_order"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("told_from__lte", models.F("starts_at"))),
                        name="site_break_told_before",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Shortcoming",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("what", models.TextField(max_length=500, verbose_name="what is not accessible")),
                (
                    "criterion",
                    models.CharField(
                        blank=True,
                        help_text="For example WCAG 1.4.3.",
                        max_length=120,
                        verbose_name="requirement",
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("unfixed", "not fixed yet"),
                            ("burden", "disproportionate burden"),
                            ("outside", "outside the scope of the law"),
                        ],
                        default="unfixed",
                        max_length=10,
                        verbose_name="reason",
                    ),
                ),
                ("fixed_by", models.DateField(blank=True, null=True, verbose_name="to be fixed by")),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="shortcomings",
                        to="site.accessibilitystatementpage",
                    ),
                ),
            ],
            options={
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PostTopic",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "content_object",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tagged_items",
                        to="site.blogpost",
                    ),
                ),
                (
                    "tag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="posts", to="site.topic"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="blogpost",
            name="topics",
            field=modelcluster.contrib.taggit.ClusterTaggableManager(
                blank=True,
                help_text="A comma-separated list of tags.",
                through="site.PostTopic",
                to="site.Topic",
                verbose_name="tags",
            ),
        ),
        migrations.CreateModel(
            name="Video",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=150, verbose_name="title")),
                ("file", models.FileField(upload_to="videos/", verbose_name="video file (MP4 or WebM)")),
                (
                    "language",
                    models.CharField(
                        choices=[("fi", "suomi"), ("sv", "svenska"), ("en", "English")],
                        default="fi",
                        max_length=2,
                        verbose_name="language spoken",
                    ),
                ),
                (
                    "captions_fi",
                    models.FileField(
                        blank=True, upload_to="videos/captions/", verbose_name="captions in Finnish (WebVTT)"
                    ),
                ),
                (
                    "captions_sv",
                    models.FileField(
                        blank=True, upload_to="videos/captions/", verbose_name="captions in Swedish (WebVTT)"
                    ),
                ),
                (
                    "captions_en",
                    models.FileField(
                        blank=True, upload_to="videos/captions/", verbose_name="captions in English (WebVTT)"
                    ),
                ),
                (
                    "transcript",
                    models.TextField(
                        blank=True, max_length=20000, verbose_name="what is said and seen, as text"
                    ),
                ),
            ],
            options={
                "verbose_name": "video",
                "verbose_name_plural": "videos",
                "ordering": ["title"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("captions_en", ""), ("captions_fi", ""), ("captions_sv", ""), _negated=True
                        ),
                        name="site_video_has_captions",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AccessibilityFeedback",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token", models.CharField(max_length=43, unique=True)),
                ("page", models.CharField(blank=True, max_length=500)),
                ("text", models.TextField(max_length=5000)),
                ("email", models.EmailField(blank=True, max_length=254)),
                (
                    "language",
                    models.CharField(
                        choices=[("fi", "suomi"), ("sv", "svenska"), ("en", "English")], max_length=2
                    ),
                ),
                ("sent_at", models.DateTimeField(default=fiksummin.core.time.now)),
                ("due_on", models.DateField()),
                ("reminded_at", models.DateTimeField(null=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("answer", models.TextField(blank=True, max_length=5000)),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["due_on", "id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("answered_at__isnull", True)),
                        fields=["due_on"],
                        name="site_feedback_open",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at", None)),
                            models.Q(("answered_at__isnull", False), models.Q(("answer", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="site_feedback_answer_whole",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(fields=["post", "written_at"], name="site_comment_of_post"),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("removed_at__isnull", False),
                    models.Q(("removal_reason", ""), ("removed_by", None)),
                    _connector="OR",
                ),
                name="site_comment_removal_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="commentreport",
            constraint=models.UniqueConstraint(fields=("comment", "person"), name="site_report_once"),
        ),
        migrations.AddConstraint(
            model_name="picture",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ornament", True),
                    models.Q(("alt_fi", ""), ("alt_sv", ""), _connector="OR", _negated=True),
                    _connector="OR",
                ),
                name="site_picture_has_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="picturerendition",
            constraint=models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="site_rendition_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="postauthor",
            constraint=models.CheckConstraint(
                condition=models.Q(("person", None), ("name", ""), _connector="OR"),
                name="site_author_person_or_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="posttopic",
            constraint=models.UniqueConstraint(fields=("tag", "content_object"), name="site_post_topic_once"),
        ),
    ]
