"""A cache in this process's memory, but for counts of tries, which all processes share.

The sign-in machinery counts tries in Django's default cache. In memory each
process would count for itself, and eight processes would allow eight times as
much; in the database every page would pay for a cache that need not be shared.
"""

from typing import Any

from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.db import DatabaseCache
from django.core.cache.backends.locmem import LocMemCache

COUNTED = "allauth:rl:"


class SharedLimits(LocMemCache):
    """Sends what is counted to the table ``people_limit``."""

    def __init__(self, name: str, params: dict[str, Any]) -> None:
        """Keep the shared part beside."""
        super().__init__(name, params)
        self.shared = DatabaseCache("people_limit", params)

    def _for(self, key: str) -> BaseCache | None:
        return self.shared if key.startswith(COUNTED) else None

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        """Read."""
        shared = self._for(key)
        return shared.get(key, default, version) if shared else super().get(key, default, version)

    def set(self, key: Any, value: Any, timeout: Any = ..., version: int | None = None) -> None:
        """Write."""
        words = {} if timeout is ... else {"timeout": timeout}
        shared = self._for(key)
        if shared:
            shared.set(key, value, version=version, **words)
        else:
            super().set(key, value, version=version, **words)

    def add(self, key: Any, value: Any, timeout: Any = ..., version: int | None = None) -> bool:
        """Write what is not there yet."""
        words = {} if timeout is ... else {"timeout": timeout}
        shared = self._for(key)
        if shared:
            return shared.add(key, value, version=version, **words)
        return super().add(key, value, version=version, **words)

    def delete(self, key: Any, version: int | None = None) -> bool:
        """Forget one."""
        shared = self._for(key)
        return shared.delete(key, version) if shared else super().delete(key, version)
