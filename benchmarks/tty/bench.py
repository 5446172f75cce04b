"""What pullquote writes to a terminal, in bytes, beside less and a bare Textual app: `python benchmarks/tty/bench.py`.

Each program runs in a pseudo-terminal of 120×40 with an emulator behind it, once as a terminal with left and right
margins and once as one without. The meter is `../shared/tools/tty/ttymeter.py`; without it nothing can be measured.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
TOOLS = ROOT.parent / "shared" / "tools" / "tty"
ARTICLE = ROOT.parent / "shared" / "articles" / "000_f860feb0b2d0e425.txt"
READER = [sys.executable, "-m", "reader"]

BUDGETS = {  # issue 4: at most, aim
    "line": ("line down", {"margins": (350, 200), "none": (2000, 1200)}),
    "page": ("page down", {"margins": (5000, 3000), "none": (5000, 3000)}),
    "quote": ("next quote", {"margins": (6000, 4000), "none": (6000, 4000)}),
    "outline": ("selection in the outline", {"margins": (500, 250), "none": (500, 250)}),
    "quotes": ("selection in the quotes pane", {"margins": (500, 250), "none": (500, 250)}),
    "start": ("first paint from start", {"margins": (12000, 8000), "none": (12000, 8000)}),
    "idle": ("idle, a second", {"margins": (0, 0), "none": (0, 0)}),
}


@dataclass(frozen=True)
class Program:
    """A program to run on a document, and the keys that do in it what we measure."""

    name: str
    command: list[str]
    keys: str
    environ: list[str] = field(default_factory=list)


# Each group begins at the top, so that a short article has room for all of them.
OURS = "wait:9 line:j*8 home:g page:f*5 home:g quote:)*5 home:g focus:tab quotes:j*4 focus:tab outline:j*4"
PROGRAMS = [
    Program("pullquote", READER, OURS),
    Program("without the driver", READER, OURS, ["PULLQUOTE_NO_THRIFT=1"]),
    Program("less", ["less"], "line:j*8 home:g page:f*5"),
    Program(
        "bare Textual", [sys.executable, str(TOOLS / "peers" / "threepane.py")], "line:down*8 home:home page:pagedown*3"
    ),
]


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--idle", type=float, default=5, help="seconds to watch an idle screen (the issue says 60)")
    idle = arguments.parse_args().idle
    if not (TOOLS / "ttymeter.py").exists():
        print(f"bench-tty measures with {TOOLS / 'ttymeter.py'}, and that is not here: nothing was measured")
        return 0
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, TOOLS / "docs.py", folder], check=True, stdout=subprocess.DEVNULL)
        documents = {"the founding article": (ARTICLE, "Rising"), "a 1 MB book": (Path(folder, "doc1m.md"), "Opening")}
        for title, (path, expected) in documents.items():
            for margins in ("margins", "none"):
                print(f"\n{title}, a terminal with {'margins' if margins == 'margins' else 'no margins'}")
                figures = {program.name: _measure(program, path, expected, margins, idle) for program in PROGRAMS}
                failed += _print(figures, margins)
    return 1 if failed else 0


def _measure(program: Program, path: Path, expected: str, margins: str, idle: float) -> dict[str, float]:
    with tempfile.NamedTemporaryFile(suffix=".json") as report:
        command = [sys.executable, TOOLS / "ttymeter.py", "--warmup", "0", "--expect", expected, "--keys", program.keys]
        command += ["--raw", "--json", report.name, "--idle", str(idle), "--name", program.name]
        command += [option for value in program.environ for option in ("--env", value)]
        command += ["--no-margins"] if margins == "none" else []
        subprocess.run([*command, "--", *program.command, path], stdout=subprocess.DEVNULL, cwd=ROOT)
        measured = json.loads(Path(report.name).read_text())["contenders"][program.name]
    summary, report_runs = measured["summary"], measured["runs"]
    # A press that changes nothing, as at the end of a short article, says nothing of what a change costs.
    changed = {key: [n for n in presses if n > 0] for key, presses in _bytes_by_key(report_runs).items()}
    figures = {key: statistics.median(presses) for key, presses in changed.items() if presses}
    figures["start"] = summary["settle_bytes"]["median"]
    figures["idle"] = summary["idle_bytes_per_s"]["median"]
    return figures


def _bytes_by_key(runs: list[dict[str, Any]]) -> dict[str, list[int]]:
    return {key: group["bytes"] for key, group in runs[0]["groups"].items()}


def _print(figures: dict[str, dict[str, float]], margins: str) -> int:
    print(f"{'bytes':<29}{'at most':>9}{'aim':>8}  " + "".join(f"{name:>20}" for name in figures))
    over = 0
    for key, (title, limits) in BUDGETS.items():
        most, aim = limits[margins]
        cells = "".join(f"{of[key]:>20,.0f}" if key in of else f"{'–':>20}" for of in figures.values())
        is_over = figures["pullquote"].get(key, 0) > most
        over += is_over
        print(f"{title:<29}{most:>9,}{aim:>8,}  {cells}{'  OVER' if is_over else ''}")
    return over


if __name__ == "__main__":
    sys.exit(main())
