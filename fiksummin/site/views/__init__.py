"""Pages of the site beside its Wagtail pages."""
