"""Measure the library: `python -m benchmarks.library [ARTICLES…]`, 1,000 and 10,000 unless told otherwise.

CPU time: the middle one and the slowest in a hundred, then what ten times the articles cost.
`KEEP=FOLDER` keeps the libraries there and takes those that are there already. The articles are made up (articles.py)
and their documents too, so that adding here is storing; reading real files, quotes included, is measured apart.
"""

from __future__ import annotations

import fcntl
import os
import pty
import random
import select
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Sequence
from math import log10
from pathlib import Path
from statistics import median

from benchmarks.library.articles import FUNCTION_WORDS, Newsroom
from reader.library import Library
from reader.library.entries import Outcome
from reader.library.prepared import prepare

_SIZES = (1_000, 10_000)
_BATCH = 200
_QUERIES = 200
_FILES = 200
# The most memory it ever had, as Linux counts it for the program alone: what it was forked from does not count.
_FIND = (
    "import sys; from reader.cli.main import main; code = main(sys.argv[1:])\n"
    "sys.exit(next(line for line in open('/proc/self/status') if line.startswith('VmHWM')))"
)
_ROOT = Path(__file__).parents[2]


def main(sizes: Sequence[int]) -> None:
    """Measure every size, and print a column for each."""
    columns = [_measure(size) for size in sizes]
    print(f"{'':<48}" + "".join(f"{size:>16,}" for size in sizes) + "  ten times cost")
    for row in columns[0]:
        figures = [column.get(row, "") for column in columns]
        print(f"{row:<48}" + "".join(f"{figure:>16}" for figure in figures) + f"{_slope(sizes, figures):>16}")


def _slope(sizes: Sequence[int], figures: Sequence[str]) -> str:
    """Say what ten times the articles cost, by the last two columns: × 1 is nothing, × 10 is as much more."""
    try:
        before, last = (float(figure.split("/")[0].replace(",", "")) for figure in figures[-2:])
        return f"× {(last / before) ** (1 / log10(sizes[-1] / sizes[-2])):.1f}"
    except (ValueError, ZeroDivisionError):
        return ""


def _measure(size: int) -> dict[str, str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(os.environ.get("KEEP") or folder, f"{size}.sqlite")
        rows: dict[str, str] = {}
        newsroom = Newsroom()
        is_kept = path.exists()
        with Library(path) as library:
            if not is_kept:
                rows["storing, MB of text a second of CPU"] = _fill(library, newsroom, size)
            statistics = library.statistics()
            rows["quotes"] = f"{statistics.quotes:,}"
            rows |= _times(library, newsroom)
        with Library(path) as library:
            share = library.statistics().bytes_on_disk / statistics.characters
        rows["bytes on the disk a character of text"] = f"{share:.2f}"
        rows |= _command(path, newsroom)
        rows["adding 200 files, MB a second of CPU"] = _read_files(Path(folder))
        return rows


def _fill(library: Library, newsroom: Newsroom, size: int) -> str:
    batch, characters, spent = [], 0, 0.0
    for number, (place, document) in enumerate(newsroom.articles(size), start=1):
        began = time.process_time()
        batch.append(prepare(document, place))
        characters += len(document.text)
        if len(batch) == _BATCH or number == size:
            library.add_prepared(batch)
            batch = []
        spent += time.process_time() - began
    return f"{characters / 1e6 / spent:.2f}"


def _times(library: Library, newsroom: Newsroom) -> dict[str, str]:
    chance = random.Random(3)
    telling = newsroom.words[len(FUNCTION_WORDS) : 6_000]
    pairs = [" ".join(chance.choices(telling, k=2)) for _ in range(_QUERIES)]
    frequent = [" ".join(chance.sample(FUNCTION_WORDS, 2)) for _ in range(20)]
    typed = [words[:end] for words in pairs[:20] for end in range(1, min(len(words), 14))]
    names = [
        f"@{name.split()[-1][:4].lower()} {words[:4]}" for name, words in zip(newsroom.people, pairs[:40], strict=False)
    ]
    names_typed = [name.split()[-1][:end].lower() for name in newsroom.people[:10] for end in (1, 2, 4)]
    quotations = _altered(library, chance)
    return {
        "find two words, ms (median / p99)": _figures(library.find, pairs),
        "find two words that are everywhere, ms": _figures(library.find, frequent),
        "find a misspelt word, ms": _figures(library.find, [f"{word[:3]}x{word[3:]}" for word in telling[-40:]]),
        "look up at each key typed, ms": _figures(lambda words: _shown(library, words), typed),
        "look up with @name, ms": _figures(lambda words: _shown(library, words), names),
        "find at each key typed, ms": _figures(lambda words: library.find_typed(words, limit=30), typed),
        "verify a 20-word altered quotation, ms": _figures(library.verify, quotations),
        "the library screen's list, ms": _figures(lambda _: (library.size(), library.recent(limit=200)), [""] * 5),
        "the speakers' screen, ms": _figures(lambda name: library.everyone(name, limit=100), ["", *names_typed]),
        "all speakers, ms": _figures(lambda _: library.speakers(), [""]),
        "one speaker, ms": _figures(library.speakers, newsroom.people[:20]),
        "open an article, ms": _figures(library.document, [article.id for article in library.articles(limit=100)]),
    }


def _shown(library: Library, words: str) -> object:
    """Look up as the app does at each key: all quotes by their ids, a screenful of them with their words."""
    return library.placed(library.list_quotes(words), 0, 30)


def _altered(library: Library, chance: random.Random) -> list[str]:
    """Take long quotes and put a “not” into each."""
    found: list[str] = []
    for article in library.articles(limit=400):
        document = library.document(article.id)
        for quote in document.quotes:
            words = quote.content.cut(document.text).split()
            if len(words) >= 20 and len(found) < 60:
                at = chance.randrange(3, 17)
                found.append(" ".join([*words[:at], "not", *words[at:20]]))
    return found


def _figures(ask: Callable[[str], object] | Callable[[int], object], questions: Sequence[object]) -> str:
    spent = []
    for question in questions:
        began = time.process_time()
        ask(question)  # type: ignore[arg-type]
        spent.append(1000 * (time.process_time() - began))
    spent.sort()
    return f"{median(spent):.1f} / {spent[min(int(len(spent) * 0.99), len(spent) - 1)]:.1f}"


def _command(path: Path, newsroom: Newsroom) -> dict[str, str]:
    words = newsroom.words[2_000:2_002]
    spent, memory = [], 0
    for _ in range(7):
        began = time.perf_counter()
        answer = subprocess.run(
            [sys.executable, "-c", _FIND, "find", *words, "--library", str(path)],
            cwd=_ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        spent.append(1000 * (time.perf_counter() - began))
        memory = int(answer.stderr.split()[-2])
    return {
        "`pullquote find` from exec to exit, ms": f"{min(spent):.0f}",
        "memory of `pullquote find`, MB": f"{memory / 1024:.0f}",
        "memory of the app at its library screen, MB": _app_memory(path),
    }


def _app_memory(path: Path) -> str:
    """Open the library screen on a terminal of 120 by 40, look quotes up, and ask Linux for the most it took."""
    pid, terminal = pty.fork()
    if not pid:
        os.chdir(_ROOT)
        environment = os.environ | {"TERM": "xterm-256color", "PULLQUOTE_LIBRARY": str(path)}
        os.execve(sys.executable, [sys.executable, "-m", "reader"], environment)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    for keys in (b"", b"jj", b'"', b"wa", b"ter", b"\x1b"):
        os.write(terminal, keys)
        _read_for(terminal, 2)
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    os.write(terminal, b"Q")
    _read_for(terminal, 1)
    os.close(terminal)
    os.waitpid(pid, 0)
    most = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return f"{int(most.split()[1]) / 1024:.0f}"


def _read_for(terminal: int, seconds: float) -> None:
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        if select.select([terminal], [], [], left)[0]:
            try:
                os.read(terminal, 65536)
            except OSError:
                return


def _read_files(folder: Path) -> str:
    """Add real files on one core: decoding, parsing and finding quotes included."""
    places, size = [], 0
    for number, (_, document) in enumerate(Newsroom(seed=11).articles(_FILES)):
        place = folder / f"{number}.txt"
        place.write_text(document.text, encoding="utf-8")
        places.append(str(place))
        size += place.stat().st_size
    began = time.process_time()
    with Library(folder / "files.sqlite") as library:
        outcomes = [report.outcome for report in library.add(places, cores=1)]
    assert set(outcomes) == {Outcome.ADDED}
    return f"{size / 1e6 / (time.process_time() - began):.2f}"


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or _SIZES)
