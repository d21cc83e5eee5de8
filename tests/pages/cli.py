"""bin/a11y URL…: what stands in a person's way at these addresses, one JSON line each.

Ends with 0 when nothing is found, 1 when something is, 2 when it could not look.
"""

import argparse
import json
import sys
from dataclasses import asdict

from playwright.sync_api import sync_playwright

from . import browser
from .checker import Checker, UnreachableError
from .findings import Finding, View, merge, same_titles


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        with sync_playwright() as playwright:
            chromium = browser.start(playwright)
            try:
                return _look(Checker(chromium, ignore_certificates=options.insecure), options)
            finally:
                chromium.close()
    except (browser.NoBrowserError, UnreachableError) as error:
        sys.stderr.write(f"{error}\n")
        return 2


def _look(checker: Checker, options: argparse.Namespace) -> int:
    pages: list[list[View]] = []
    for url in options.urls:
        checker.sign_in(url, dict(options.cookie))
        pages.append(
            checker.look(url, widths=options.width, linger_ms=options.linger, press=not options.no_press)
        )
    alike = same_titles([views[0] for views in pages])
    findings = [[*merge(views), *(each for each in alike if each.url == views[0].url)] for views in pages]
    if options.json:
        whole = [_page(views, found) for views, found in zip(pages, findings, strict=True)]
        sys.stdout.write(json.dumps(whole, ensure_ascii=False, indent=2) + "\n")
    else:
        for found in findings:
            for finding in found:
                sys.stdout.write(finding.line() + "\n")
    return 1 if any(findings) else 0


def _page(views: list[View], found: list[Finding]) -> dict[str, object]:
    first = views[0]
    return {
        "url": first.url,
        "status": first.status,
        "title": first.title,
        "language": first.language,
        "widths": [view.width for view in views],
        "bytes": {
            **asdict(first.weight),
            "first_view": first.weight.first_view,
            "total": first.weight.total,
        },
        "seconds": {name: round(spent, 3) for name, spent in first.seconds.items()},
        "findings": [asdict(finding) for finding in found],
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bin/a11y", description=__doc__)
    parser.add_argument("urls", nargs="+", metavar="URL")
    parser.add_argument(
        "--width", type=_widths, default=[320, 1280], metavar="PX,PX", help="default 320,1280"
    )
    parser.add_argument("--cookie", type=_cookie, action="append", default=[], metavar="NAME=VALUE")
    parser.add_argument(
        "--linger", type=int, default=1000, metavar="MS", help="wait for what comes by itself"
    )
    parser.add_argument("--no-press", action="store_true", help="press no buttons")
    parser.add_argument("--insecure", action="store_true", help="accept a self-made certificate")
    parser.add_argument("--json", action="store_true", help="one document with bytes and times, not lines")
    return parser


def _widths(text: str) -> list[int]:
    return [int(width) for width in text.split(",")]


def _cookie(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    return name, value


if __name__ == "__main__":
    sys.exit(main())
