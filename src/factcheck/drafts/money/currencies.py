"""Which currency a bare "dollars" or "dinars" is: that of a country at home in the text, else the best known one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from msgspec.structs import replace

from factcheck.drafts.prose import Draft, Mention
from factcheck.drafts.wordings import wordings
from factcheck.reading.lexicon import lexicon

_FAMILY: Final = "money"
_WORD: Final = re.compile(r"[\w-]+")


def readings(draft: Draft, mention: Mention) -> Sequence[Mention]:
    """An amount in each of the currencies that it may be in, the likeliest first.

    That is the one of the only country at home in the text that calls its money so, else the one that the name is
    taken for. Names that the world knows best by one currency stand for others only where the text is at home there.
    """
    figure = mention.figure
    if not figure.assumed:
        return (mention,)
    others = _others(draft.lang, figure.unit)
    homes = _homes(draft.lang)
    at_home = [code for code in (figure.unit, *others) if _is_spoken_of(draft, homes.get(code, ()))]
    if figure.unit in draft.wordings.words(_FAMILY, "known worldwide"):
        others = tuple(code for code in others if code in at_home)
    codes = dict.fromkeys((*(at_home if len(at_home) == 1 else ()), figure.unit, *others))
    return tuple(mention.read_as(replace(figure, unit=code)) for code in codes)


@cache
def _others(lang: str, code: str) -> tuple[str, ...]:
    return lexicon(lang).units.currencies_named_like(code)


@cache
def _homes(lang: str) -> Mapping[str, Sequence[str]]:
    """The words that show a text to be at home with a currency, by its code."""
    return wordings(lang).lists(_FAMILY, "homes")


def _is_spoken_of(draft: Draft, names: Sequence[str]) -> bool:
    spoken_of = _spoken_of(draft.text)
    return any(f" {name} " in spoken_of for name in names)


@lru_cache(maxsize=1)
def _spoken_of(text: str) -> str:
    """The words of a text, each between spaces; asked for again with every conversion of a draft."""
    return " ".join(["", *_WORD.findall(text.lower()), ""])
