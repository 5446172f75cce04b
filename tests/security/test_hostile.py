"""Whatever a file is made of, reading it ends, in bounded memory, with its words or with one sentence."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from .hostile import FILES, Hostile

MEMORY = 2_000_000_000
PATIENCE_SECONDS = 180
"""No measure, only an end: the machine may be busy."""


def read(*words: str) -> subprocess.CompletedProcess[str]:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    return subprocess.run(
        [sys.executable, "-m", "reader", *words],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=PATIENCE_SECONDS,
        stdin=subprocess.DEVNULL,
        preexec_fn=limit,
        env=os.environ | {"PULLQUOTE_DEBUG": "1"},
    )


def sentences(words: str) -> list[str]:
    return [line for line in words.splitlines() if line.startswith("pullquote: cannot read")]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory so")
@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_it_is_read_within_limits_or_refused_in_a_sentence(file: Hostile, tmp_path: Path) -> None:
    place = tmp_path / file.name
    place.write_bytes(file.make())
    done = read("text", str(place))

    assert "Traceback" not in done.stderr, done.stderr[-1500:]
    assert "root:x" not in done.stdout
    assert (2, 1) == (done.returncode, len(sentences(done.stderr))) if file.why else 0 == done.returncode, done.stderr
    assert file.why in done.stderr


@pytest.mark.parametrize("name", ["/dev/zero", "/dev/tty", "/proc/self/mem", "/", "/dev/null"])
def test_what_is_no_article_is_one_sentence(name: str) -> None:
    if not Path(name).exists():
        pytest.skip(f"there is no {name} here")
    done = read("text", name)

    assert (2, 1) == (done.returncode, done.stderr.count("\n")) or name == "/"


def test_a_pipe_without_a_writer_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")

    assert "it is a named pipe" in read("text", str(tmp_path / "a.txt")).stderr


def test_an_archive_writes_nothing(tmp_path: Path) -> None:
    tricky = next(file for file in FILES if file.name == "tricky.epub")
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    (folder / tricky.name).write_bytes(tricky.make())
    read("text", str(folder / tricky.name))

    assert [tricky.name] == [path.name for path in tmp_path.rglob("*") if path.is_file()]
