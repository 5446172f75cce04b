"""One target fed by atheris, which watches which lines an input reaches: `python -m tests.fuzz.feeder TARGET …`.

libFuzzer's own options follow the name. A finding is written to the folder they name, with its traceback on stderr.
"""

from __future__ import annotations

import gc
import sys
from contextlib import suppress

import atheris

with atheris.instrument_imports(include=["reader"]):
    from .targets import TARGETS

from reader.errors import ReaderError

from .mutations import mutate
from .seeds import seeds_of

_SECONDS_PER_MEGABYTE = 5


def main() -> None:
    """Feed until the options say stop."""
    name = sys.argv[1]
    target = TARGETS[name]
    others = [data for data in seeds_of(name) if len(data) < 20_000] or [b""]

    def feed(data: bytes) -> None:
        with suppress(ReaderError):
            target.run(data)

    def change(data: bytes, max_size: int, seed: int) -> bytes:
        # libFuzzer's own changes know bytes; ours know what means something to a format.
        if seed % 2:
            return atheris.Mutate(data, max_size)
        return mutate(data, others[seed % len(others)], target.tokens, seed)[:max_size]

    for seed in others[:10]:
        feed(seed)  # what is imported on the way is not the input's fault
    gc.freeze()
    atheris.Setup([sys.argv[0], *sys.argv[2:]], feed, custom_mutator=change)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
