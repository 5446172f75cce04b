"""What starting and reading cost, beside a bare Textual program in the same run. `make bench` prints it.

Runs are interleaved, the figures are medians; only the ratios mean something on a shared machine.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks.meter import Metered
from reader.resources import sample_path

HERE = Path(__file__).parent
PULLQUOTE = [sys.executable, "-m", "reader"]


@dataclass
class Case:
    name: str
    command: list[str]
    words: str
    """What the first useful paint shows."""
    presses: tuple[tuple[str, str, int], ...]
    """What to press: a label, the keys by turns, how often."""
    figures: dict[str, list[float]] = field(default_factory=dict)

    def note(self, figure: str, value: float) -> None:
        self.figures.setdefault(figure, []).append(value)


def book(characters: int) -> str:
    """Make a plain-text book of chapters, each the sample feature."""
    chapter = sample_path("feature").read_text(encoding="utf-8")
    chapters = range(1, characters // len(chapter) + 2)
    return "\n\n".join(f"CHAPTER {number}\n\n{chapter}" for number in chapters)


def cases(folder: Path) -> Iterator[Case]:
    article = sample_path("report")
    book_path = folder / "book.txt"
    book_path.write_text(book(1_000_000), encoding="utf-8")
    keys = (("line", "j", 20), ("page", " b", 20), ("quote", "))((", 20))
    yield Case("hello", [sys.executable, str(HERE / "hello.py")], "hello", (("line", "j", 30),))
    yield Case("article", [*PULLQUOTE, str(article)], "Two near misses", keys)
    yield Case("1 MB book", [*PULLQUOTE, str(book_path)], "CHAPTER 1", keys)


def run(case: Case) -> None:
    with Metered(case.command) as program:
        paint, cpu = program.wait_for(case.words)
        case.note("first paint, ms", paint * 1000)
        case.note("first paint, CPU ms", cpu * 1000)
        program.settle()
        case.note("bytes to settle", program.bytes_read)
        for label, keys, times in case.presses:
            before = program.bytes_read
            case.note(f"{label}, ms", median(program.press(keys[n % len(keys)]) for n in range(times)) * 1000)
            case.note(f"{label}, bytes", (program.bytes_read - before) / times)
        case.note("quit, ms", program.quit() * 1000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", type=int, default=7, help="runs of each program")
    runs = parser.parse_args().n
    with tempfile.TemporaryDirectory() as folder:
        measured = list(cases(Path(folder)))
        for _ in range(runs):
            for case in measured:
                run(case)
    print(f"{'median of ' + str(runs):<22}" + "".join(f"{case.name:>12}{'ratio':>8}" for case in measured))
    for figure in measured[1].figures:
        floor = measured[0].figures.get(figure)
        cells = []
        for case in measured:
            values = case.figures.get(figure)
            ratio = median(values) / median(floor) if values and floor else None
            cells.append(f"{median(values):>12.1f}" if values else f"{'–':>12}")
            cells.append(f"{ratio:>8.2f}" if ratio else f"{'–':>8}")
        print(f"{figure:<22}" + "".join(cells))


if __name__ == "__main__":
    main()
