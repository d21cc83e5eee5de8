"""What the description calls its shapes: two of one name would be told as one."""

import importlib
import inspect
import pkgutil
from collections import Counter

from pydantic import BaseModel

from fiksummin import api


def test_each_shape_has_a_name_of_its_own() -> None:
    names: Counter[str] = Counter()
    for found in pkgutil.iter_modules(api.__path__, f"{api.__name__}."):
        module = importlib.import_module(found.name)
        names.update(
            name
            for name, kind in vars(module).items()
            if inspect.isclass(kind) and issubclass(kind, BaseModel) and kind.__module__ == found.name
        )
    assert names["Event"] == 1, "it looks where the shapes are"
    assert [name for name, number in names.items() if number > 1] == []
