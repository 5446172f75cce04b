"""What a shell needs to complete our command lines: one script each for bash, zsh and fish."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from reader.cli.arguments import COMMANDS, OPEN
from reader.cli.described import Option, commands, options_of

_NO_FILES = frozenset({"config", "keys", "speakers", "completion", "man", "doctor"})
"""Commands behind which no file is meant."""
_WORDS = {
    "library": ("list", "remove", "stats", "check", "rebuild", "export", "import"),
    "completion": ("bash", "zsh", "fish"),
}
"""What may stand behind a command instead of a file."""


def bash() -> str:
    """Write the script for bash."""
    cases = "\n".join(_bash_case(name) for name in (*commands(), OPEN))
    return f"""\
# bash completion for pullquote: source it, or put it into ~/.local/share/bash-completion/completions/pullquote
_pullquote() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command={OPEN} word
    for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        case $word in
            {"|".join(commands())}) command=$word; break ;;
            -*) ;;
            *) [[ -e $word ]] && break ;;
        esac
    done
    local options= values= files=1
    case $command in
{cases}
    esac
    if [[ $current == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$current"))
    elif [[ -n $values ]]; then
        COMPREPLY=($(compgen -W "$values" -- "$current"))
    else
        COMPREPLY=()
        ((files)) && {{ compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$current")); }}
        ((COMP_CWORD == 1)) && COMPREPLY+=($(compgen -W "{" ".join(commands())}" -- "$current"))
    fi
}}
complete -F _pullquote pullquote
"""


def zsh() -> str:
    """Write the script for zsh."""
    described = "\n".join(f"    {_single(f'{name}:{COMMANDS[name].summary}')}" for name in commands())
    cases = "\n".join(_zsh_case(name) for name in (*commands(), OPEN))
    return f"""\
#compdef pullquote
# zsh completion for pullquote: put it into a folder of $fpath as _pullquote, or source it after compinit
_pullquote() {{
  local -a commands
  commands=(
{described}
  )
  local command={OPEN} word
  for word in ${{words[2,CURRENT-1]}}; do
    if (( ${{commands[(I)$word:*]}} )); then command=$word; break; fi
    [[ $word != -* && -e $word ]] && break
  done
  if [[ $command == {OPEN} && $CURRENT == 2 && $words[CURRENT] != -* ]]; then
    _describe command commands
    _files
    return
  fi
  case $command in
{cases}
  esac
}}
if [[ $funcstack[1] == _pullquote ]]; then _pullquote "$@"; else compdef _pullquote pullquote; fi
"""


def fish() -> str:
    """Write the script for fish."""
    return "\n".join(_fish_lines()) + "\n"


SCRIPTS: dict[str, Callable[[], str]] = {"bash": bash, "zsh": zsh, "fish": fish}
"""By the name of the shell."""


def _bash_case(name: str) -> str:
    options = options_of(name)
    names = " ".join(each for option in options for each in option.names)
    lines = [f"        {name})", f'            options="{names}"']
    if name in _NO_FILES:
        lines.append("            files=0")
    if name in _WORDS:
        lines.append(f'            [[ $before == {name} ]] && values="{" ".join(_WORDS[name])}"')
    lines.append("            case $before in")
    for option in options:
        if option.choices:
            lines.append(f'                {"|".join(option.names)}) values="{" ".join(option.choices)}" ;;')
        elif option.metavar and not option.is_file:
            lines.append(f"                {'|'.join(option.names)}) files=0 ;;")
        elif option.is_file:
            lines.append(f"                {'|'.join(option.names)}) files=1 ;;")
    return "\n".join([*lines, "                *) ;;", "            esac ;;"])


def _zsh_case(name: str) -> str:
    specs = [_single(spec) for option in options_of(name) for spec in _zsh_specs(option)]
    if name in _WORDS:
        specs.append(_single(f"*:what:({' '.join(_WORDS[name])})"))
    elif name not in _NO_FILES:
        specs.append("'*:file:_files'")
    if name != OPEN:
        specs.insert(0, f"'1:command:({name})'")
    joined = " \\\n        ".join(specs)
    return f"    {name})\n      _arguments -S \\\n        {joined} ;;"


def _zsh_specs(option: Option) -> Iterator[str]:
    about = option.about.replace("[", "(").replace("]", ")").replace(":", ";")
    for name in option.names:
        if not option.metavar:
            yield f"{name}[{about}]"
        else:
            values = f"({' '.join(option.choices)})" if option.choices else "_files" if option.is_file else ""
            yield f"{name}[{about}]{'::' if option.is_optional else ':'}{option.metavar.lower()}:{values}"


def _fish_lines() -> Iterator[str]:
    yield "# fish completion for pullquote: put it into ~/.config/fish/completions/pullquote.fish, or source it"
    names = " ".join(commands())
    yield f"set -l commands {names}"
    for name in commands():
        about = _single(COMMANDS[name].summary)
        yield f'complete -c pullquote -n "not __fish_seen_subcommand_from $commands" -a {name} -d {about}'
    for name in (OPEN, *commands()):
        seen = "__fish_seen_subcommand_from"
        condition = f"not {seen} $commands" if name == OPEN else f"{seen} {name}"
        if name in _NO_FILES:
            yield f'complete -c pullquote -n "{condition}" -f'
        for word in _WORDS.get(name, ()):
            yield f'complete -c pullquote -n "{condition}" -a {word}'
        for option in options_of(name):
            yield from _fish_option(option, condition)


def _fish_option(option: Option, condition: str) -> Iterable[str]:
    for group in [[each] for each in option.names if each.startswith("--")]:
        words = [f'complete -c pullquote -n "{condition}"', *(f"-l {each.removeprefix('--')}" for each in group)]
        words += [f"-s {each.removeprefix('-')}" for each in option.names if not each.startswith("--")]
        if option.metavar:
            words.append("" if option.is_optional else "-r" if option.is_file else "-x")
        if option.choices:
            words.append(f"-a {_single(' '.join(option.choices))}")
        yield " ".join(word for word in [*words, f"-d {_single(option.about)}"] if word)


def _single(words: str) -> str:
    """Write words in single quotes, as all three shells read them."""
    return "'" + words.replace("'", "’") + "'"
