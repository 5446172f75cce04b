"""`@value` makes what a frozen dataclass with slots is."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, fields, replace
from typing import ClassVar

import pytest

from reader.values import value


@value
class Berth:
    """Where a ship lies."""

    KINDS: ClassVar[int] = 2

    name: str
    metres: int = 100
    ships: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.metres < 0:
            raise ValueError("a berth has a length")

    @property
    def is_empty(self) -> bool:
        """Tell whether no ship lies there."""
        return not self.ships


@dataclass(frozen=True, slots=True)
class Model:
    """The same by the standard library."""

    name: str
    metres: int = 100
    ships: tuple[str, ...] = ()


QUAY = Berth("quay", ships=("Halcyon",))


def test_it_shows_its_fields_as_a_dataclass_does() -> None:
    assert repr(Model("quay")).replace("Model", "Berth") == repr(Berth("quay"))


def test_equal_fields_make_equal_values() -> None:
    assert Berth("quay", 100, ("Halcyon",)) == QUAY


def test_other_fields_or_another_class_make_another_value() -> None:
    assert (True, True) == (Berth("mole") != QUAY, Model("quay", 100, ("Halcyon",)) != QUAY)


def test_equal_values_have_one_hash() -> None:
    assert len({QUAY, Berth("quay", 100, ("Halcyon",))}) == 1


def test_it_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError, match="metres"):
        QUAY.metres = 1  # type: ignore[misc]


def test_nothing_can_be_taken_out_of_it_or_put_into_it() -> None:
    with pytest.raises(FrozenInstanceError):
        del QUAY.name
    with pytest.raises(FrozenInstanceError):
        QUAY.depth = 1  # type: ignore[attr-defined]


def test_it_has_slots_and_no_dictionary() -> None:
    assert not hasattr(QUAY, "__dict__")


def test_what_must_hold_is_checked() -> None:
    with pytest.raises(ValueError, match="length"):
        Berth("quay", -1)


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_it_survives_pickling(protocol: int) -> None:
    assert pickle.loads(pickle.dumps(QUAY, protocol)) == QUAY


def test_it_survives_copying() -> None:
    assert copy.deepcopy(QUAY) == QUAY


def test_it_can_be_replaced_and_listed_as_a_dataclass() -> None:
    assert asdict(replace(QUAY, metres=5)) == asdict(Model("quay", 5, ("Halcyon",)))


def test_its_fields_have_the_names_types_and_defaults_of_a_dataclass() -> None:
    described = [[(field.name, field.type, field.default) for field in fields(kind)] for kind in (Model, Berth)]

    assert described[0] == described[1]


def test_it_matches_by_position() -> None:
    match QUAY:
        case Berth(name, metres):
            assert (name, metres) == ("quay", 100)


def test_what_lacks_a_field_is_refused() -> None:
    with pytest.raises(TypeError, match="name"):
        Berth()  # type: ignore[call-arg]
