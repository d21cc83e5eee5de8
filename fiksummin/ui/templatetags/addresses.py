"""``{% url %}`` as Django has it, but each address is worked out once. In force in every template."""

from typing import Any

from django import template
from django.template.base import Parser, Token
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as parsed
from django.urls import NoReverseMatch
from django.utils.safestring import SafeString

from fiksummin.ui.addresses import both

register = template.Library()


class Address(URLNode):
    """Django's own, remembering."""

    def render(self, context: Any) -> str | SafeString:
        """Write the address, or give it the name that stands after ``as``."""
        if self.kwargs:
            return super().render(context)
        request = context.get("request")
        match = getattr(request, "resolver_match", None)
        app = getattr(request, "current_app", None) or getattr(match, "namespace", None)
        args = tuple(arg.resolve(context) for arg in self.args)
        try:
            plain, safe = both(self.view_name.resolve(context), args, app)
        except NoReverseMatch:
            if self.asvar is None:
                raise
            plain = safe = SafeString()
        if self.asvar is None:
            return safe if context.autoescape else plain
        context[self.asvar] = plain
        return ""


@register.tag
def url(parser: Parser, token: Token) -> Address:
    """Read the tag as Django does."""
    node = parsed(parser, token)
    return Address(node.view_name, node.args, node.kwargs, node.asvar)
