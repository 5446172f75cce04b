"""Every action of the reader with its keys and its line of help: one table for keys, help and palette."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from reader.ui.signs import drawn


class Action(NamedTuple):
    """What a person can do; `reader.ui.actions` has a function for each `id`."""

    id: str
    keys: tuple[str, ...]
    """As in less. A printable key is its character, others have Textual's names (“pagedown”, “ctrl+f”)."""
    help: str
    group: str
    counts: str = ""
    """What a count before the key means, when it means anything."""
    takes: str = ""
    """What may stand behind its name in `:`, besides a count."""
    aliases: tuple[str, ...] = ()
    """Short names for `:`."""
    in_pane: str = ""
    """What it does while a side pane has the keys, when that is something else."""
    reads_letter: bool = False
    """Whether the key pressed next belongs to it: `m a`."""


MOVE, LOOK, PANES, COPY, PROGRAM = "Move", "Find and look up", "Panes and looks", "Copy", "Program"
PROMPT = "Where one types"
LIBRARY = "Library"

ACTIONS: tuple[Action, ...] = (
    Action("line-down", ("j", "down", "ctrl+e"), "one line down", MOVE, "lines", in_pane="one item down"),
    Action("line-up", ("k", "up", "ctrl+y"), "one line up", MOVE, "lines", in_pane="one item up"),
    Action(
        "page-down",
        ("space", "f", "pagedown", "ctrl+f"),
        "one screen down",
        MOVE,
        "screens",
        in_pane="one screen of items down",
    ),
    Action("page-up", ("b", "pageup", "ctrl+b"), "one screen up", MOVE, "screens", in_pane="one screen of items up"),
    Action(
        "half-down", ("d", "ctrl+d"), "half a screen down", MOVE, "half screens", in_pane="half a screen of items down"
    ),
    Action("half-up", ("u", "ctrl+u"), "half a screen up", MOVE, "half screens", in_pane="half a screen of items up"),
    Action("top", ("g", "home", "<"), "to the beginning (gg too)", MOVE, "the paragraph", in_pane="to the first item"),
    Action("end", ("G", "end", ">"), "to the end", MOVE, "the paragraph", in_pane="to the last item"),
    Action("percent", ("%",), "to so many per cent", MOVE, "per cent"),
    Action("next-section", ("]",), "next section", MOVE, "sections", takes="words of its title"),
    Action("previous-section", ("[",), "previous section", MOVE, "sections"),
    Action("next-paragraph", ("}",), "next paragraph", MOVE, "paragraphs"),
    Action("previous-paragraph", ("{",), "previous paragraph", MOVE, "paragraphs"),
    Action("next-quote", (")",), "next quote", MOVE, "quotes", takes="a speaker"),
    Action("previous-quote", ("(",), "previous quote", MOVE, "quotes"),
    Action("back", ("ctrl+o", "backspace", "H"), "back to where I was", MOVE, "jumps"),
    Action("forward", ("L", "ctrl+i"), "forward again", MOVE, "jumps"),
    Action("mark", ("m",), "mark this place with a letter: m a", MOVE, takes="letter", reads_letter=True),
    Action("to-mark", ("'",), "to the place marked: ' a ('' to where I was)", MOVE, takes="letter", reads_letter=True),
    Action("find", ("/",), "find words in the text", LOOK, takes="words"),
    Action("next-match", ("n",), "next match, or next hit of the list the article was found in", LOOK, "matches"),
    Action("previous-match", ("N",), "previous match, or hit", LOOK, "matches"),
    Action("look-up", ('"',), 'look up a quote by its words or @speaker; " again: in all articles', LOOK),
    Action("correct", ("x",), "set the speaker of the quote right", LOOK),
    Action("info", ("=",), "what is known of the document", LOOK),
    Action("links", ("o",), "the links, and where they lead", LOOK),
    Action("whole-page", ("W",), "all of a web page, or its article alone", LOOK),
    Action("outline", ("t",), "show or hide the outline", PANES),
    Action("quotes", ("s",), "show or hide the quotes", PANES),
    Action("next-pane", ("tab",), "to the next pane", PANES),
    Action("previous-pane", ("shift+tab",), "to the pane before", PANES),
    Action("choose", ("enter",), "go to the section or quote chosen in a pane", PANES),
    Action("body-alone", ("z",), "the text alone, and back", PANES),
    Action("wider", ("+",), "wider text", PANES, "steps"),
    Action("narrower", ("-",), "narrower text", PANES, "steps"),
    Action("spacing", (), "lines close together, or one free between two", PANES, takes="1 or 2"),
    Action("hyphenation", (), "part words at the end of a line, or no longer", PANES),
    Action("theme", ("T",), "next theme", PANES, takes="name"),
    Action("copy", ("y",), "copy the quote", COPY),
    Action("cite", ("Y",), "copy the quote with speaker, title and source", COPY, takes="style"),
    Action("select", ("v",), "select text by keyboard, to mark, note or copy it", COPY),
    Action("hand-over", ("!",), "hand the quote to a command", COPY, takes="command"),
    Action("forget-mark", ("delete",), "forget the mark under the cursor in its list", COPY),
    Action("library", ("A",), "the library: all articles", LIBRARY),
    Action("speakers", ("S",), "everyone quoted in the library", LIBRARY),
    Action("verify", ("V",), "verify a quotation: did anyone really say this?", LIBRARY),
    Action("next-article", ("J",), "next article of several", PROGRAM, aliases=("n",)),
    Action("previous-article", ("K",), "article before", PROGRAM, aliases=("p", "N")),
    Action("articles", ("F",), "the list that J and K go through", PROGRAM, aliases=("files", "ls")),
    Action("help", ("?", "f1"), "all keys", PROGRAM, aliases=("h",)),
    Action("commands", (":",), "run anything by its name", PROGRAM),
    Action("mouse", ("M",), "the wheel scrolls, or the terminal selects text", PROGRAM),
    Action("suspend", ("ctrl+z",), "suspend; fg brings it back", PROGRAM),
    Action("cancel", ("escape",), "forget the count, the matches, the open pane", PROGRAM),
    Action("close", ("q",), "close what is open, or quit", PROGRAM, aliases=("q", "wq", "x")),
    Action("quit", ("Q", "ctrl+c"), "quit at once", PROGRAM, aliases=("q!", "qa")),
)

SELECT = "While selecting (v)"

SELECTING: tuple[Action, ...] = (
    Action("select-words", ("w",), "to the next word", SELECT, "words"),
    Action("select-word-ends", ("e",), "to the end of the word", SELECT, "words"),
    Action("select-words-back", ("b",), "back by words", SELECT, "words"),
    Action("select-lines", ("j", "down"), "a line on", SELECT, "lines"),
    Action("select-lines-back", ("k", "up"), "a line back", SELECT, "lines"),
    Action("select-characters", ("right",), "a character on", SELECT, "characters"),
    Action("select-characters-back", ("left",), "a character back", SELECT, "characters"),
    Action("select-line-start", ("0", "^", "home"), "to the beginning of the line", SELECT),
    Action("select-line-end", ("$", "end"), "to the end of the line", SELECT),
    Action("select-sentences", (".",), "to the end of the sentence", SELECT, "sentences"),
    Action("select-sentences-back", (",",), "back by sentences", SELECT, "sentences"),
    Action("select-paragraphs", ("}",), "to the end of the paragraph", SELECT, "paragraphs"),
    Action("select-paragraphs-back", ("{",), "back by paragraphs", SELECT, "paragraphs"),
    Action("select-quotes", (")",), "to the end of the quote", SELECT, "quotes"),
    Action("select-quotes-back", ("(",), "back by quotes", SELECT, "quotes"),
    Action("select-screens", ("space", "pagedown", "ctrl+f"), "a screen on", SELECT, "screens"),
    Action("select-screens-back", ("pageup", "ctrl+b"), "a screen back", SELECT, "screens"),
    Action("select-to-top", ("g",), "to the beginning of the text", SELECT),
    Action("select-to-end", ("G",), "to the end of the text", SELECT),
    Action("select-turn", ("o",), "move the other end", SELECT),
    Action("select", ("v",), "begin anew where I am", SELECT),
    Action("highlight", ("h",), "highlight it; once more, no longer", SELECT),
    Action("note", ("N",), "write a note about it", SELECT),
    Action("copy-selection", ("y",), "copy it", SELECT),
    Action("hand-over", ("!",), "hand it to a command", SELECT),
    Action("select-none", ("escape", "q", "ctrl+c", "ctrl+g"), "select nothing", SELECT),
)
"""What keys do while text is selected."""

LIST = "In a list one types over"

LISTS: tuple[Action, ...] = (
    Action("everywhere", ('"',), "look the quote up in all articles, or in this one again", LIST),
    Action("mark-item", ("tab",), "mark a person, or an article of theirs", LIST),
    Action("join-people", ("ctrl+t",), "the marked people are the one under the cursor", LIST),
    Action("split-person", ("ctrl+x",), "in the marked articles it is somebody else", LIST),
    Action("to-browser", ("ctrl+o",), "hand the link to the browser", LIST),
)
"""What keys do in lists that narrow as one types; no letter can be one of them."""


class Keymap(NamedTuple):
    """What every key does: in each of the three tables no key does two things."""

    actions: tuple[Action, ...] = ACTIONS
    selecting: tuple[Action, ...] = SELECTING
    lists: tuple[Action, ...] = LISTS
    troubles: tuple[str, ...] = ()
    """What is wrong with the keys asked for."""


KEYMAP = Keymap()


def in_force(app: object) -> Keymap:
    """Return the keymap of the app."""
    keymap = getattr(app, "keymap", None)
    return keymap if isinstance(keymap, Keymap) else KEYMAP


LIBRARY_ACTIONS: tuple[Action, ...] = (
    Action("line-down", ("j", "down", "ctrl+n"), "to the next article", MOVE, "articles"),
    Action("line-up", ("k", "up", "ctrl+p"), "to the article before", MOVE, "articles"),
    Action("page-down", ("space", "f", "pagedown", "ctrl+f"), "one screen down", MOVE, "screens"),
    Action("page-up", ("b", "pageup", "ctrl+b"), "one screen up", MOVE, "screens"),
    Action("top", ("g", "home", "<"), "to the first", MOVE),
    Action("end", ("G", "end", ">"), "to the last", MOVE),
    Action("choose", ("enter", "l", "right"), "read the article", MOVE),
    Action("find", ("/",), 'find words in all articles: "a phrase", beginning*, -not', LOOK),
    Action("look-up", ('"',), "look up a quote by its words or @speaker", LOOK),
    Action("speakers", ("S",), "everyone quoted in the library", LIBRARY),
    Action("verify", ("V",), "verify a quotation: did anyone really say this?", LIBRARY),
    Action("help", ("?", "f1"), "all keys", PROGRAM),
    Action("suspend", ("ctrl+z",), "suspend; fg brings it back", PROGRAM),
    Action("cancel", ("escape",), "forget what was found", PROGRAM),
    Action("close", ("q",), "back to the article, or quit", PROGRAM),
    Action("quit", ("Q", "ctrl+c"), "quit at once", PROGRAM),
)
"""What can be done on the library screen."""


def on_library(actions: Iterable[Action]) -> tuple[Action, ...]:
    """Return what can be done on the library screen, with the keys that the same has in an article."""
    keys = {action.id: action.keys for action in actions}
    return tuple(action._replace(keys=keys.get(action.id, action.keys)) for action in LIBRARY_ACTIONS)


Hints = tuple[tuple[tuple[str, ...], str], ...]

_HINTS: Hints = (
    (("line-down", "line-up"), "line"),
    (("next-quote", "previous-quote"), "quote"),
    (("next-section", "previous-section"), "section"),
    (("find",), "find"),
    (("look-up",), "look up"),
    (("copy",), "copy"),
    (("help",), "help"),
)
"""What the status line says until the first key."""

SELECTING_HINTS: Hints = (
    (("highlight",), "highlight"),
    (("note",), "note"),
    (("copy-selection",), "copy"),
    (("hand-over",), "command"),
    (("select-words", "select-word-ends", "select-words-back"), "word"),
    (("select-lines", "select-lines-back"), "line"),
    (("select-sentences",), "sentence"),
    (("select-paragraphs",), "paragraph"),
    (("select-quotes",), "quote"),
    (("select",), "anew"),
    (("select-none",), "nothing"),
)
_SCROLL, _CLOSES = (("line-down", "line-up"), "scroll"), (("close",), "closes")
SCROLLING_HINTS: Hints = (_SCROLL, _CLOSES)
HELP_HINTS: Hints = (_SCROLL, (("find",), "searches"), (("commands",), "runs by name"), _CLOSES)
LIBRARY_HINTS: Hints = (
    (("choose",), "reads"),
    (("find",), "find"),
    (("look-up",), "look up"),
    (("speakers",), "speakers"),
    (("verify",), "verify"),
    (("help",), "keys"),
    _CLOSES,
)


PROMPT_KEYS: tuple[Action, ...] = (
    Action("beginning", ("ctrl+a", "home"), "to the beginning of the line", PROMPT),
    Action("ending", ("ctrl+e", "end"), "to its end", PROMPT),
    Action("letter", ("ctrl+b", "ctrl+f"), "a letter back, a letter on", PROMPT),
    Action("word", ("alt+b", "alt+f"), "a word back, a word on", PROMPT),
    Action("delete-word", ("ctrl+w", "alt+d"), "delete the word before, the word behind", PROMPT),
    Action("delete-line", ("ctrl+u", "ctrl+k"), "delete all before, all behind", PROMPT),
    Action("yank", ("ctrl+y",), "bring back what was deleted last", PROMPT),
    Action("history", ("ctrl+p", "ctrl+n"), "what was typed before; in a list, up and down", PROMPT),
    Action("leave", ("escape", "ctrl+g"), "leave it", PROMPT),
)
"""What keys do where one types; for the help, `reader.ui.panes.prompt` does it."""


def keys_of(actions: Iterable[Action]) -> dict[str, Action]:
    """Return the action of every key, and of keys in a row (“ctrl+x o”)."""
    return {key: action for action in actions for key in action.keys}


KEYS = keys_of(ACTIONS)

_SHOWN = {
    "space": "Space", "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End", "down": "↓", "up": "↑",
    "tab": "Tab", "shift+tab": "S-Tab", "enter": "Enter", "escape": "Esc", "backspace": "Backspace",
    "left": "←", "right": "→", "delete": "Del",
}  # fmt: skip


def shown_key(key: str) -> str:
    """Write a key, or keys in a row, as a person reads them: “^f”, “PgDn”, “S-Tab”, “M-x”, “^x ^c”."""
    if " " in key:
        return " ".join(map(shown_key, key.split()))
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+")
    if key.startswith("alt+"):
        return "M-" + key.removeprefix("alt+")
    if key[0] == "f" and key[1:].isdecimal():
        return key.upper()
    return drawn(_SHOWN.get(key, key))


def hints_of(actions: Iterable[Action], hints: Hints = _HINTS, gap: str = "   ") -> str:
    """Name the first keys of what one needs most: “j k line   ) ( quote …”."""
    keys = {action.id: shown_key(action.keys[0]) for action in actions if action.keys}
    told = ((" ".join(keys[each] for each in ids if each in keys), words) for ids, words in hints)
    return gap.join(f"{shown} {words}" for shown, words in told if shown)
