"""What can be asked on the command line: every command, every option once, and their help."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from reader.cli.samples import DEFAULT
from reader.errors import UsageError
from reader.settings.settings import Settings


class Command(NamedTuple):
    """What a command takes and what its help says."""

    usage: str
    summary: str
    options: tuple[str, ...]
    formats: tuple[str, ...] = ()
    """What `--format` may ask for, the default first."""
    examples: tuple[tuple[str, str], ...] = ()
    takes_templates: bool = False
    """Whether `--format` may also be a citation template of the user's own."""
    takes_several: bool = False
    takes: tuple[str, str] = ("FILE", "an article in any format; - is standard input")
    """What stands behind the command, and what that is."""


OPEN = "open"
"""The command of a line that names none; it cannot be typed, so a file may be called so."""

SETTING_FLAGS = (
    "--theme", "--measure", "--spacing", "--hyphenation", "--panes", "--ascii", "--keymap", "--mouse", "--citation",
    "--library", "--remember", "--history", "--thrift", "--linear",
)  # fmt: skip
"""The settings that are for reading. Their names only: `reader.settings.table` is imported where one is used."""

COMMANDS: dict[str, Command] = {
    OPEN: Command(
        "pullquote [FILE…]",
        "Read articles in the terminal and see who said what.",
        (
            "--at",
            "--section",
            "--speaker",
            "--sample",
            "--as",
            "--whole-page",
            *SETTING_FLAGS,
            "--help",
            "--version",
        ),
        examples=(
            ("pullquote article.txt", "read an article"),
            ("pullquote --sample interview", "read one that comes with the program"),
            ("pullquote quotes article.txt", "list its quotes and who said them"),
            ("pullquote --at 'near misses' article.txt", "open it at these words; +/words does the same"),
            ("curl -s … | pullquote -", "read from standard input"),
            ("pullquote ./quotes", "a file that is called like a command"),
        ),
        takes_several=True,
    ),
    "quotes": Command(
        "pullquote quotes FILE…",
        "List the quotes of articles, who said them and how that is known.",
        ("--speaker", "--format", "--sample", "--as", "--whole-page", "--help"),
        formats=("text", "jsonl", "json", "csv", "plain", "markdown", "org", "bibtex", "csl-json", "html"),
        takes_templates=True,
        examples=(
            ("pullquote quotes article.txt", "every quote, for reading"),
            ("pullquote quotes --speaker rutte *.txt", "what one person says in several articles"),
            ("pullquote quotes --format jsonl article.txt", "one JSON object a line"),
            ("pullquote quotes --format csv *.md > quotes.csv", "for a spreadsheet"),
            ("pullquote quotes --format bibtex *.md > quotes.bib", "for a bibliography"),
            ("pullquote quotes --format '{speaker}: {words}' essay.md", "as you like it (docs/citations.md)"),
        ),
        takes_several=True,
    ),
    "outline": Command(
        "pullquote outline FILE",
        "Show the sections of an article and how many quotes stand in each.",
        ("--format", "--sample", "--as", "--whole-page", "--help"),
        formats=("text", "json"),
        examples=(
            ("pullquote outline essay.md", "the sections, indented"),
            ("pullquote outline --format json essay.md", "the same for a program"),
        ),
    ),
    "text": Command(
        "pullquote text FILE",
        "Print the text of an article without its markup; the offsets in JSON count in it.",
        ("--width", "--sample", "--as", "--whole-page", "--help"),
        examples=(
            ("pullquote text essay.md", "one line a paragraph"),
            ("pullquote text --width 72 essay.md", "wrapped for a page 72 columns wide"),
        ),
    ),
    "show": Command(
        "pullquote show FILE…",
        "Print articles as the reader shows them: in colour, the quotes marked and their speakers beside them.",
        (
            "--width",
            "--theme",
            "--measure",
            "--spacing",
            "--hyphenation",
            "--ascii",
            "--sample",
            "--as",
            "--whole-page",
            "--help",
        ),
        examples=(
            ("pullquote show essay.md", "as wide as the terminal, the text at most 72 columns"),
            ("pullquote show --theme sepia --width 100 essay.md", "in the colours of a theme"),
            ("CLICOLOR_FORCE=1 pullquote show essay.md | less -R", "in colour through a pipe"),
        ),
        takes_several=True,
    ),
    "add": Command(
        "pullquote add FILE…",
        "Read articles into your library, to find them and what was said in them again.",
        ("--library", "--format", "--as", "--whole-page", "--help"),
        formats=("text", "jsonl"),
        examples=(
            ("pullquote add article.txt", "add one article"),
            ("pullquote add ~/articles", "all that are in a folder; again later, only what is new"),
            ("curl -s … | pullquote add -", "add what comes from standard input"),
        ),
        takes_several=True,
        takes=("FILE", "an article in any format, or a folder of them; - is standard input"),
    ),
    "find": Command(
        "pullquote find WORDS [FILE…]",
        "Find words in your library, or in the files named: the best article first.",
        (
            "--speaker",
            "--since",
            "--until",
            "--in",
            "--source",
            "--limit",
            "--library",
            "--format",
            "--sample",
            "--as",
            "--whole-page",
            "--help",
        ),
        formats=("text", "jsonl", "csv", "markdown"),
        examples=(
            ("pullquote find harbour pilots", "articles with both words"),
            ("pullquote find '\"near misses\" pilot* -council'", "side by side; beginnings; not with this word"),
            ("pullquote find poland --speaker rutte --since 2025", "what he said of it this year"),
            ("pullquote find devestating", "a misspelt word finds what was meant"),
            ("pullquote find winter *.txt", "in these files, without a library"),
        ),
        takes_several=True,
        takes=("WORDS", "what to find; words that name files are where to look instead of the library"),
    ),
    "verify": Command(
        "pullquote verify QUOTATION [FILE…]",
        "Say whether somebody really said this: exact, altered, shortened, stitched, another speaker …",
        ("--by", "--library", "--format", "--sample", "--as", "--whole-page", "--help"),
        formats=("text", "json"),
        examples=(
            ("pullquote verify 'I can live with cross'", "search the library"),
            ("pullquote verify 'I can live with cross' --by Korvald", "and say whether it was her"),
            ("pullquote verify 'I can live with cross' article.txt", "search a file"),
            ("xclip -o | pullquote verify -", "take the words from standard input"),
        ),
        takes_several=True,
        takes=("QUOTATION", "the words, and the files to search instead of the library"),
    ),
    "speakers": Command(
        "pullquote speakers [NAME]",
        "List everyone quoted in your library, or all that one of them said.",
        ("--join", "--split", "--library", "--format", "--help"),
        formats=("text", "jsonl", "csv"),
        examples=(
            ("pullquote speakers rutte", "what he said, and in which articles"),
            ("pullquote speakers 'Mark Rutte' --join Rutte", "keep that they are one"),
            ("pullquote speakers 'John Smith' --split 12", "keep that in article 12 it is another one"),
        ),
        takes=("NAME", "a part of the name"),
    ),
    "export": Command(
        "pullquote export FILE",
        "Write an article with its quotes marked and a table of who said what: a web page, Markdown or JSON.",
        ("--to", "--output", "--sample", "--as", "--help"),
        examples=(
            ("pullquote export article.txt -o article.html", "a page that needs nothing else, for any browser"),
            ("pullquote export article.txt --to markdown", "quotes numbered by footnotes"),
            ("pullquote export --to json https://…", "text, sections, speakers and quotes for a program"),
        ),
    ),
    "notes": Command(
        "pullquote notes [FILE…]",
        "List what you marked and noted while reading, in everything or in some articles.",
        ("--library", "--format", "--help"),
        formats=("text", "markdown", "json"),
        examples=(
            ("pullquote notes", "all your marks and notes"),
            ("pullquote notes article.txt", "those in one file"),
            ("pullquote notes --format markdown > notes.md", "to write on with"),
            ("pullquote notes --format json", "as Web Annotations of the W3C"),
        ),
        takes_several=True,
        takes=("FILE", "a file, a URL, or the number or title of an article in your library"),
    ),
    "library": Command(
        "pullquote library [WHAT]",
        "List your library, and keep it in order.",
        ("--library", "--format", "--help"),
        formats=("text", "jsonl"),
        examples=(
            ("pullquote library list", "all articles, the newest first"),
            ("pullquote library remove 12", "forget an article: its number, place or title"),
            ("pullquote library stats", "how much there is"),
            ("pullquote library check", "look for damage, and for files that are gone"),
            ("pullquote library rebuild", "find all quotes anew, as after an update"),
            ("pullquote library export > all.jsonl", "everything as JSON Lines"),
            ("pullquote library import all.jsonl", "and into another library"),
        ),
        takes_several=True,
        takes=("WHAT", "list, remove, stats, check, rebuild, export or import, and what that needs"),
    ),
    "config": Command(
        "pullquote config [NAME…]",
        "Print the settings in force and where each was set, as the file would say them.",
        ("--format", *SETTING_FLAGS, "--help"),
        formats=("toml", "json"),
        examples=(
            ("pullquote config", "all of them"),
            ("pullquote config theme", "one, its value alone"),
            ("pullquote config --theme sepia > ~/.config/pullquote/config.toml", "begin a file of your own"),
        ),
        takes_several=True,
        takes=("NAME", "the name of a setting; all of them where none is named"),
    ),
    "keys": Command(
        "pullquote keys [WORDS]",
        "Print the keys in force, all of them or those that do what the words say.",
        ("--format", "--keymap", "--help"),
        formats=("text", "json"),
        examples=(
            ("pullquote keys", "every key"),
            ("pullquote keys quote", "what can be done with quotes"),
            ("pullquote keys --keymap vim", "with the keys of vim"),
        ),
        takes_several=True,
        takes=("WORDS", "words of a key's name or help"),
    ),
    "completion": Command(
        "pullquote completion SHELL",
        "Print the script with which bash, zsh or fish completes the command line.",
        ("--help",),
        examples=(
            ("pullquote completion bash > ~/.local/share/bash-completion/completions/pullquote", "for bash"),
            ("pullquote completion zsh > ~/.zfunc/_pullquote", "for zsh, with ~/.zfunc in $fpath"),
            ("pullquote completion fish > ~/.config/fish/completions/pullquote.fish", "for fish"),
        ),
        takes=("SHELL", "bash, zsh or fish"),
    ),
    "man": Command(
        "pullquote man",
        "Print the manual page.",
        ("--help",),
        examples=(("pullquote man | man -l -", "read it"),),
        takes=("", ""),
    ),
    "doctor": Command(
        "pullquote doctor",
        "Print what a report of a fault needs: versions, terminal, encodings, paths; nothing private.",
        ("--format", "--library", "--help"),
        formats=("text", "json"),
        examples=(("pullquote doctor", "copy it into the report"),),
        takes=("", ""),
    ),
}

EVERYWHERE = ("--config", "--quiet", "--verbose")
"""The options that every command takes."""

OPEN_HELP = {"--speaker": "open at this speaker's first quote; a part of the name will do"}
"""What options do that mean something else where an article is opened."""

OPTIONS: dict[str, dict[str, Any]] = {
    "--speaker": {
        "metavar": "NAME",
        "help": "only quotes of this speaker; a part of the name will do, case and accents do not matter",
    },
    "--at": {"metavar": "WORDS", "help": "open at these words, wherever lines break; +/WORDS says the same"},
    "--section": {"metavar": "NAME", "help": "open at the section whose title has these words"},
    "--format": {"metavar": "FORMAT"},
    "--to": {
        "metavar": "FORMAT",
        "choices": ("html", "markdown", "json"),
        "help": "html, markdown or json; as the name of the file says, or html",
    },
    "--output": {"metavar": "PATH", "help": "write into this file, which only you may read, instead of to the screen"},
    "--width": {"metavar": "N", "type": int, "help": "wrap the lines at N columns"},
    "--sample": {"metavar": "NAME", "nargs": "?", "const": DEFAULT, "help": "take a sample article instead of a file"},
    "--as": {
        "metavar": "FORMAT",
        "dest": "source_format",
        # The names of `sources.formats`; importing that table would take --help longer.
        "choices": (
            "text",
            "markdown",
            "html",
            "epub",
            "docx",
            "odt",
            "rtf",
            "pdf",
            "mail",
            "captions",
            "feed",
            "terminal",
        ),
        "help": "what the files are, where they do not show it: text, markdown, html, epub, docx, odt, rtf, pdf, mail, "
        "captions, feed or terminal (as `man` writes for a pager)",
    },
    "--whole-page": {
        "action": "store_const",
        "dest": "source_format",
        "const": "page",
        "help": "of web pages, show all that is on them instead of the article alone",
    },
    "--since": {"metavar": "DATE", "help": "only articles from this day, month or year (2025-03-14, 2025-03, 2025) on"},
    "--until": {"metavar": "DATE", "help": "only articles up to this day, month or year"},
    "--in": {
        "metavar": "PART",
        "dest": "scope",
        "choices": ("quotes", "text", "titles"),
        "help": "only quotes or titles; text, which is all of the article, unless you say otherwise",
    },
    "--source": {"metavar": "NAME", "help": "only articles from this source: a part of its name, or of their place"},
    "--limit": {"metavar": "N", "type": int, "help": "at most N articles; 10 unless you say otherwise"},
    "--by": {"metavar": "NAME", "help": "who is said to have said it; a part of the name will do"},
    "--join": {"metavar": "NAME", "help": "keep that this is the same person"},
    "--split": {
        "metavar": "ARTICLE",
        "type": int,
        "action": "append",
        "help": "keep that in the article with this number it is somebody else; may be repeated",
    },
    "--config": {"metavar": "PATH", "help": "another file of settings than yours; $PULLQUOTE_CONFIG names one too"},
    "--help": {"action": "store_true", "help": "show this help"},
    "--version": {"action": "store_true", "help": "show the version"},
}
"""What argparse is told of an option; those of settings are in `reader.settings.table`."""
SHORT = {"--help": ("-h",), "--output": ("-o",)}
_NARROWEST = 8


class Arguments:
    """What one command line asks for."""

    format: str = "text"
    speaker: str | None = None
    at: str | None = None
    section: str | None = None
    start: tuple[str, str] | None = None
    """Where to open the article: what kind of place, and which."""
    width: int | None = None
    to: str | None = None
    output: str | None = None
    sample: str | None = None
    source_format: str | None = None
    since: str | None = None
    until: str | None = None
    scope: str = "text"
    source: str | None = None
    limit: int = 10
    by: str | None = None
    join: str | None = None
    split: list[int] | None = None
    config: str | None = None
    help: bool = False
    version: bool = False

    files: list[str]

    def __init__(self, command: str) -> None:
        self.command = command
        self.flags: dict[str, str] = {}
        """What was said of settings, by their names."""
        self.settings = Settings()
        """What is in force, once it was settled."""


def parse_arguments(argv: Sequence[str]) -> Arguments:
    """Understand a command line; raises `UsageError`. Options may stand anywhere, behind `--` are only files."""
    words, literal_files = _split_at_dashes(argv)
    command, words = _take_command(words)
    if command == OPEN and not any(map(_is_option, words)):
        arguments = Arguments(command)
        arguments.files = words
        _take_start(arguments)
        arguments.files += literal_files
        return arguments
    from reader.cli.parser import build_parser  # argparse; `pullquote FILE` is spared 3 ms of it

    arguments = build_parser(command).parse_intermixed_args(words, Arguments(command))
    if command == OPEN:
        _take_start(arguments)
    arguments.files += literal_files
    if arguments.width is not None and arguments.width < _NARROWEST:
        raise UsageError(f"--width {arguments.width} is too narrow; {_NARROWEST} columns are the least")
    return arguments


def _take_start(arguments: Arguments) -> None:
    """Find out where to open: by the options, or by words that begin with a plus, as pagers take them."""
    for word in [word for word in arguments.files if word.startswith("+")]:
        rest = word[1:]
        number = rest.removesuffix("%")
        if rest.startswith("/") and len(rest) > 1:
            arguments.at = rest[1:]
        elif number.isascii() and number.isdecimal():
            arguments.start = ("percent" if rest.endswith("%") else "paragraph", number[:9])
        else:
            raise UsageError(f"{word} is no place to open at: +/words, +12 (a paragraph), +40% (or ./{word}, a file)")
        arguments.files.remove(word)
    asked = (("at", arguments.at), ("section", arguments.section), ("speaker", arguments.speaker))
    arguments.start = next(((kind, words) for kind, words in asked if words), arguments.start)


def help_text(command: str) -> str:
    """Return the help of a command, ready to be printed."""
    from reader.cli.parser import build_parser  # as above

    return build_parser(command).format_help()


def _split_at_dashes(argv: Sequence[str]) -> tuple[list[str], list[str]]:
    words = list(argv)
    if "--" not in words:
        return words, []
    index = words.index("--")
    return words[:index], words[index + 1 :]


def _take_command(words: list[str]) -> tuple[str, list[str]]:
    """Find the first word that is no option and no option's value; it is the command when it is called like one."""
    if not words or not _is_option(words[0]):
        return (words[0], words[1:]) if words and words[0] in COMMANDS and words[0] != OPEN else (OPEN, words)
    take_a_word = _options_with_a_word()
    before = ""
    for index, word in enumerate(words):
        is_value = before in take_a_word or (before == "--sample" and word not in COMMANDS)
        if not is_value and not _is_option(word):
            if word in COMMANDS and word != OPEN:
                return word, words[:index] + words[index + 1 :]
            break
        before = "" if is_value else word
    return OPEN, words


def _options_with_a_word() -> frozenset[str]:
    from reader.settings.table import SETTINGS  # a line that begins with its file needs it never

    settings = (flag for setting in SETTINGS if not setting.is_switch for flag in setting.flags)
    return frozenset(
        {*settings, *(option for option, told in OPTIONS.items() if told.get("action") != "store_true")} - {"--sample"}
    )


def _is_option(word: str) -> bool:
    return word.startswith("-") and word != "-"
