"""Values: what `@dataclass(frozen=True, slots=True)` makes, made in a quarter of the time.

Twenty such classes stand between the start and the first page. Only `__init__` is written for each; the other methods
are the same functions for all. `dataclasses.replace`, `fields` and `asdict` work on them.
"""

from __future__ import annotations

import dataclasses
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

Made = TypeVar("Made")


@dataclass_transform(frozen_default=True)
def value(cls: type[Made]) -> type[Made]:
    """Make a class a frozen value with slots; its annotations are the fields, what they are set to the defaults."""
    types = {name: kind for name, kind in cls.__annotations__.items() if not str(kind).startswith("ClassVar")}
    names = tuple(types)
    body = dict(cls.__dict__)
    defaults = {name: body.pop(name) for name in names if name in body}
    body.pop("__dict__", None)
    body.pop("__weakref__", None)
    own = {
        "__slots__": names,
        "__match_args__": names,
        "__init__": _init(names, defaults, has_check="__post_init__" in body),
        "__dataclass_fields__": {name: _field(name, types[name], defaults) for name in names},
        "_values": attrgetter(*names),
    }
    metaclass: Any = type(cls)
    made = metaclass(cls.__name__, cls.__bases__, {**_METHODS, **body, **own})
    made.__qualname__ = cls.__qualname__
    made.__init__.__qualname__ = f"{cls.__qualname__}.__init__"
    result: type[Made] = made
    return result


def _init(names: tuple[str, ...], defaults: dict[str, object], *, has_check: bool) -> object:
    parameters = ", ".join(f"{name}=default_{name}" if name in defaults else name for name in names)
    lines = [f"set_field(self, {name!r}, {name})" for name in names] + ["self.__post_init__()"] * has_check
    names_seen = {f"default_{name}": default for name, default in defaults.items()} | {"set_field": object.__setattr__}
    exec(f"def __init__(self, {parameters}):\n " + "\n ".join(lines), names_seen)
    return names_seen["__init__"]


def _field(name: str, kind: object, defaults: dict[str, object]) -> dataclasses.Field[Any]:
    made: Any = dataclasses.field(default=defaults.get(name, dataclasses.MISSING))
    made.name, made.type, made.kw_only = name, kind, False
    made._field_type = dataclasses._FIELD  # type: ignore[attr-defined]  # else it is no field to `fields`
    return made  # type: ignore[no-any-return]


def _equals(self: Any, other: Any) -> object:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self._values(self) == other._values(other)


def _hash(self: Any) -> int:
    return hash(self._values(self))


def _represent(self: Any) -> str:
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{self.__class__.__qualname__}({shown})"


def _refuse_to_set(self: Any, name: str, _: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: Any, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[object]:
    return [getattr(self, name) for name in self.__match_args__]


def _restore(self: Any, state: list[object]) -> None:
    for name, held in zip(self.__match_args__, state, strict=True):
        object.__setattr__(self, name, held)


_METHODS = {
    "__eq__": _equals,
    "__hash__": _hash,
    "__repr__": _represent,
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
    "__getstate__": _state,
    "__setstate__": _restore,
}
