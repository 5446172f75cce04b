"""Draw the pictures of README and docs: the real app, at three sizes and in each theme. Run by `make pictures`."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import dataclass
from pathlib import Path

import resvg_py

from reader.reading import open_place
from reader.resources import sample_path
from reader.settings.settings import Settings
from reader.ui.app import ReaderApp
from reader.ui.screens.reading import ReadingScreen

FOLDER = Path(__file__).parent
FONTS = ["/usr/share/fonts/truetype/dejavu"]
FONT = "DejaVu Sans Mono"


@dataclass(frozen=True)
class Picture:
    """One picture: a window and what is pressed before it is drawn."""

    name: str
    columns: int
    rows: int
    keys: tuple[str, ...]
    theme: str = "night"


_MARKED = (")", "v", "4", "e", "h")

PICTURES = (
    Picture("120x40", 120, 40, (")", ")")),
    Picture("80x24", 80, 24, (")", ")"), "day"),
    Picture("40x12", 40, 12, (")", ")")),
    Picture("look-up", 120, 40, ('"', *"night")),
    # A highlight, a match, a quote and the selection, in every theme.
    *(
        Picture(f"theme-{name}", 96, 22, (*_MARKED, "/", *"pilots", "enter", ")", "v", "3", "e"), name)
        for name in ("night", "day", "sepia", "contrast", "mono", "terminal")
    ),
)


async def draw(picture: Picture) -> str:
    """Return the app's screen as SVG, after the keys."""
    settings = Settings()
    settings.theme = picture.theme
    app = ReaderApp([open_place(str(sample_path("report")))], settings)
    app.__dict__["_sixteen"] = []  # a picture has no colours of its own to be numbers of: those of most terminals
    async with app.run_test(size=(picture.columns, picture.rows)) as pilot:
        reading = app.screen
        assert isinstance(reading, ReadingScreen)
        while reading.is_loading_quotes:
            await pilot.pause()
        await pilot.press(*picture.keys)
        await pilot.pause()
        return app.export_screenshot(title="pullquote", simplify=True)


def main() -> None:
    """Write every picture beside this file, or those named."""
    for picture in PICTURES:
        if sys.argv[1:] and picture.name not in sys.argv[1:]:
            continue
        svg = asyncio.run(draw(picture)).replace("Fira Code", FONT)
        png = resvg_py.svg_to_bytes(svg_string=svg, monospace_family=FONT, font_family=FONT, font_dirs=FONTS)
        (FOLDER / f"{picture.name}.png").write_bytes(bytes(png))
        print(f"drew docs/pictures/{picture.name}.png")


if __name__ == "__main__":
    main()
