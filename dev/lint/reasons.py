"""Every exception to a rule carries its reason."""

import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

from dev.lint.findings import Finding

EXCEPTION = re.compile(
    r"#\s*(?P<what>(?:ruff:\s*)?noqa|type:\s*ignore|pragma:\s*no cover)(?P<rest>.*)", re.DOTALL
)
CODES = re.compile(r"\s*(?:\[[\w, -]+\]|:\s*[A-Z]+\d+(?:\s*,\s*[A-Z]+\d+)*)")
REASON = re.compile(r"\s*(?:--?|#|–)\s*\S")
LESSON = "Name the rule and say why it does not hold here: “# noqa: S603 -- our own program”, or in types \
“# type: ignore[misc]  # the plugin does not see it”."


def without_reason(path: Path, source: str) -> Iterator[Finding]:
    """Find ``noqa``, ``type: ignore`` and their like without a code or without a reason."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        match = EXCEPTION.search(token.string) if token.type == tokenize.COMMENT else None
        if match:
            codes = CODES.match(match["rest"])
            needs_codes = "cover" not in match["what"]
            after = match["rest"][codes.end() :] if codes else match["rest"]
            if (needs_codes and not codes) or not REASON.match(after):
                yield Finding(path, token.start[0], "reason", LESSON)
