"""A long run over all targets, two at a time: `make fuzz SECONDS=600`, and what it tried and found.

Every input may take 5 s and a process 1 GB. What is found is minimised by hand and kept in tests/cases/fuzz/TARGET.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from .growth import grow
from .seeds import seeds_of
from .targets import TARGETS

_LONGEST_INPUT = 40_000
_SECONDS_AN_INPUT = 5
_SECONDS_OF_A_CONVERTER = 20
"""More than it is given, which is not all that an input takes."""
_MEGABYTES = 1000
_TRIED = re.compile(r"stat::number_of_executed_units: (\d+)|^#(\d+)\t", re.MULTILINE)
_PEAK = re.compile(r"stat::peak_rss_mb: +(\d+)")


class Outcome(NamedTuple):
    """What a run of one target came to."""

    name: str
    tried: int
    seconds: float
    peak_megabytes: int
    findings: tuple[Path, ...]
    said: str


def main() -> int:
    """Run, print a row a target, and say where the findings are; 1 when there is one."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", help=f"some of: {' '.join(TARGETS)}")
    parser.add_argument("--seconds", type=int, default=60, help="process time for all targets together")
    parser.add_argument("--findings", type=Path, default=Path("build/fuzz"), help="where to put what is found")
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1))
    parser.add_argument("--no-growth", dest="growth", action="store_false", help="leave out what is a megabyte long")
    options = parser.parse_args()
    names = options.targets or list(TARGETS)
    each = max(5, options.seconds // len(names))
    began = time.monotonic()
    with ThreadPoolExecutor(options.jobs) as pool:
        outcomes = list(pool.map(lambda name: _run(name, each, options.findings / name), names))
    print(f"{'target':<10} {'inputs':>10} {'seconds':>8} {'MB':>5} {'found':>6}   1 MB of it, slowest")
    for outcome in outcomes:
        slowest = grow(outcome.name).words if options.growth else ""
        print(
            f"{outcome.name:<10} {outcome.tried:>10,} {outcome.seconds:>8.0f} {outcome.peak_megabytes:>5} "
            f"{len(outcome.findings):>6}   {slowest}",
            flush=True,
        )
    found = [path for outcome in outcomes for path in outcome.findings]
    tried = sum(outcome.tried for outcome in outcomes)
    print(
        f"{tried:,} inputs in {sum(o.seconds for o in outcomes):.0f} s of processes ({time.monotonic() - began:.0f} s)"
    )
    for outcome in outcomes:
        if outcome.findings:
            print(f"\n{outcome.name}: {' '.join(map(str, outcome.findings))}\n{outcome.said}")
    return 1 if found else 0


def _run(name: str, seconds: int, folder: Path) -> Outcome:
    """Feed one target for so long; begin again behind a finding, since libFuzzer ends with one."""
    folder.mkdir(parents=True, exist_ok=True)
    corpus = Path(tempfile.mkdtemp(prefix=f"fuzz-{name}-"))
    for number, data in enumerate(seeds_of(name)):
        (corpus / f"{number:04}").write_bytes(data[:_LONGEST_INPUT])
    before = set(folder.iterdir())
    patience = _SECONDS_OF_A_CONVERTER if TARGETS[name].is_slow else _SECONDS_AN_INPUT
    began, tried, peak, said = time.monotonic(), 0, 0, ""
    try:
        while (left := int(seconds - (time.monotonic() - began))) > 0:
            done = subprocess.run(
                [
                    *(sys.executable, "-m", "tests.fuzz.feeder", name, str(corpus)),
                    *(f"-max_total_time={left}", f"-max_len={_LONGEST_INPUT}", f"-timeout={patience}"),
                    *(f"-rss_limit_mb={_MEGABYTES}", "-print_final_stats=1", f"-artifact_prefix={folder}/"),
                ],
                capture_output=True,
                check=False,
            )
            words = done.stderr.decode("utf-8", "replace")
            counts = [int(first or second) for first, second in _TRIED.findall(words)]
            tried += max(counts, default=0)
            peak = max([peak, *(int(found) for found in _PEAK.findall(words))])
            if done.returncode:
                said = (done.stdout.decode("utf-8", "replace") + words)[-3000:]
    finally:
        shutil.rmtree(corpus, ignore_errors=True)
    findings = tuple(sorted(set(folder.iterdir()) - before))
    return Outcome(name, tried, time.monotonic() - began, peak, findings, said)


if __name__ == "__main__":
    sys.exit(main())
