"""The description of the API (OpenAPI 3.1), and the answers every operation may give beside its own."""

from collections.abc import Mapping
from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from fiksummin.api.answers import Full, Problem
from fiksummin.api.problems import MEDIA_TYPE

ALWAYS = (401, 403)


def responses(answer: Any, *refusals: int) -> dict[int, Any]:
    """Describe an operation: what it answers (200 unless said), and the statuses with which it refuses."""
    given = dict(answer) if isinstance(answer, Mapping) else {200: answer}
    return given | {status: Full if status == 409 else Problem for status in (*ALWAYS, *refusals)}


class DescribedApi(NinjaAPI):
    """Says of its refusals that they are problem details."""

    def __init__(self, **words: Any) -> None:
        """Begin without a description."""
        super().__init__(**words)
        self._described: dict[str | None, OpenAPISchema] = {}

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """Describe the whole API; made once, for it is the same for all."""
        if path_prefix not in self._described:
            described = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
            self._described[path_prefix] = _with_problems(described)
        return self._described[path_prefix]


def _with_problems(described: OpenAPISchema) -> OpenAPISchema:
    for operations in described["paths"].values():
        for operation in operations.values():
            for status, answer in operation["responses"].items():
                if int(status) >= 400:
                    answer["content"] = {MEDIA_TYPE: answer["content"]["application/json"]}
    return described
