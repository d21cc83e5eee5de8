"""Rules for templates and behaviours: what a strict content policy and a calm page ask for."""

import re
from collections.abc import Iterator
from pathlib import Path

from dev.lint.findings import Finding
from dev.lint.markup import Element, read, tags

DATA = {"application/json", "application/ld+json"}
OUTSIDE = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)
LOADING = {"src", "srcset", "poster", "data"}
LESSONS = {
    "inline": "The content policy lets nothing inline through: give it a class in ui/static, or a behaviour.",
    "third-party": "Nothing is loaded from another host: keep the file in static, where it is ours to answer for.",
    "safe": "What is marked safe is never escaped: a name with a script in it would run. Clean it where it is made.",
    "csrf": "A form that posts carries {% csrf_token %}; without it the post is refused.",
    "raw-html": "innerHTML runs what a stranger wrote. Use textContent, or let the server make the fragment.",
}


def in_template(path: Path, source: str) -> Iterator[Finding]:
    """Find what a template may not hold."""
    page = read(source)
    for element in page.elements:
        yield from (_finding(path, element.line, kind) for kind in _faults(element))
    for number, line in enumerate(source.splitlines(), 1):
        if re.search(r"\|\s*safe(?:seq)?\b", line) or re.search(r"{%\s*autoescape\s+off", line):
            yield _finding(path, number, "safe")
    posting = [form for form in page.elements if _posts(form)]
    tokens = sum(inside == "csrf_token" for _, inside in tags(source))
    if len(posting) > tokens:
        yield _finding(path, posting[tokens].line, "csrf")


def in_script(path: Path, source: str) -> Iterator[Finding]:
    """Find what a behaviour may not do."""
    for number, line in enumerate(source.splitlines(), 1):
        if re.search(r"\.(?:innerHTML|outerHTML)\s*\+?=(?!=)|insertAdjacentHTML", line):
            yield _finding(path, number, "raw-html")


def _faults(element: Element) -> Iterator[str]:
    attributes = element.attributes
    handlers = any(name.startswith("on") for name in attributes)
    script = element.name == "script" and "src" not in attributes and attributes.get("type") not in DATA
    address = attributes.get("href", "").strip().lower().startswith("javascript:")
    if "style" in attributes or handlers or script or address or element.name == "style":
        yield "inline"
    loaded = {name for name in LOADING if name in attributes}
    if element.name in {"link", "use", "image"} and attributes.get("rel") not in {"canonical", "alternate"}:
        loaded.add("href")
    if any(OUTSIDE.match(attributes.get(name, "")) for name in loaded):
        yield "third-party"


def _posts(element: Element) -> bool:
    return element.name == "form" and element.attributes.get("method", "").lower() == "post"


def _finding(path: Path, line: int, kind: str) -> Finding:
    return Finding(path, line, kind, LESSONS[kind])
