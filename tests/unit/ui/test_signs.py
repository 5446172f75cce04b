"""Signs: which terminals get ASCII, and that no sign of ours is without its plain form."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.ui import signs

UI = Path(signs.__file__).parent


@pytest.fixture
def ascii_signs() -> Iterator[None]:
    signs.use_ascii()
    yield
    signs.use_ascii(False)


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"LANG": "C"}, True),
        ({"LANG": "POSIX"}, True),
        ({"LC_ALL": "C", "LANG": "en_GB.UTF-8"}, True),
        ({"LC_CTYPE": "C", "LANG": "en_GB.UTF-8"}, True),
        ({"LANG": "de_DE.ISO-8859-1"}, True),
        ({"LANG": "en_GB"}, True),
        ({"LANG": "en_GB.UTF-8"}, False),
        ({"LANG": "en_GB.utf8"}, False),
        ({"LANG": "C.UTF-8"}, False),
        ({"LC_ALL": "C.utf8", "LANG": "C"}, False),
        ({"LC_CTYPE": "UTF-8", "LANG": "C"}, False),
        ({"LC_ALL": "", "LANG": "en_GB.UTF-8"}, False),
        ({}, False),
    ],
)
def test_the_locale_decides(environ: dict[str, str], expected: bool) -> None:
    assert expected == signs.wants_ascii(environ, is_c_locale=False)


def test_what_python_sets_itself_is_not_the_persons_word() -> None:
    """With LANG=C, Python puts LC_CTYPE=C.UTF-8 into its own environment."""
    assert signs.wants_ascii({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, is_c_locale=True)


def test_what_python_wrote_over_was_the_persons_word() -> None:
    """With LC_CTYPE=C, Python changes it to C.UTF-8; with LANG alone there would have been nothing to change."""
    assert signs.wants_ascii({"LANG": "C.UTF-8", "LC_CTYPE": "C.UTF-8"}, is_c_locale=True)


def test_what_the_person_sets_is() -> None:
    assert not signs.wants_ascii({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, is_c_locale=False)


def test_unicode_signs_stay_as_they_are() -> None:
    assert "j k scroll · q closes" == signs.drawn("j k scroll · q closes")


@pytest.mark.usefixtures("ascii_signs")
def test_ascii_signs_stand_for_them() -> None:
    assert "Enter chooses - Up Down move" == signs.drawn("Enter chooses · ↑ ↓ move")


@pytest.mark.usefixtures("ascii_signs")
def test_letters_are_never_changed() -> None:
    assert "Runa Ålund, 漢字" == signs.drawn("Runa Ålund, 漢字")


@pytest.mark.usefixtures("ascii_signs")
def test_a_cut_text_ends_in_three_dots() -> None:
    assert "Ålu..." == signs.fit("Ålund and the ferry", 6)


def test_every_plain_sign_is_ascii() -> None:
    assert all(sign.isascii() for sign in signs.ASCII_SIGNS.values())


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda path: str(path.relative_to(UI)))
def test_every_sign_the_app_uses_has_a_plain_form(path: Path) -> None:
    """A new sign in a string of `reader/ui` needs a line in the table."""
    strange = {sign for text in _strings(path) for sign in text if not sign.isascii()}

    assert set() == strange - set(signs.ASCII_SIGNS)


def _strings(path: Path) -> list[str]:
    """Every string of a module but its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    constants = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in docstrings]
    return [node.value for node in constants if isinstance(node.value, str)]
