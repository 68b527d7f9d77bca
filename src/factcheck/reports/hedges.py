"""How the hedges of figures are called."""

from __future__ import annotations

from typing import Final

from factcheck.figures.hedges import Hedge
from factcheck.phrases import Phrase

HEDGES: Final = {
    Hedge.ABOUT: Phrase("about"),
    Hedge.NEARLY: Phrase("nearly"),
    Hedge.OVER: Phrase("more than"),
    Hedge.AT_LEAST: Phrase("no less than"),
    Hedge.UNDER: Phrase("less than"),
    Hedge.AT_MOST: Phrase("no more than"),
    Hedge.UP_TO: Phrase("up to"),
    Hedge.EXACTLY: Phrase("exactly"),
}
