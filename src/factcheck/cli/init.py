"""`factcheck init`."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli import options
from factcheck.cli.guard import guarded, reader_wording, say

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The folder to begin in; it is made where there is none.")]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="|".join(options.LANGUAGES),
        callback=options.one_of(*options.LANGUAGES),
        help="The language of the example and its comments (default: that of the messages).",
    ),
]


@guarded
def init(
    folder: Folder = Path(),
    lang: Lang = None,
    messages: options.Messages = None,
) -> None:
    """Begin a claim base: an example, settings, a CI workflow.

    Files that are there already are kept as they are.
    """
    from factcheck.desk.init import init as begin
    from factcheck.desk.settings import find_settings
    from factcheck.phrases import Phrase
    from factcheck.reports.layout import visible

    wording = reader_wording(messages, find_settings().messages)

    def tell(phrase: Phrase) -> None:
        say(f"{visible(wording.text(phrase))}\n")

    has_claims = False
    for file in begin(folder, lang or wording.language):
        has_claims = has_claims or (file.is_written and file.name.startswith("claims/"))
        if file.is_written:
            tell(Phrase("wrote  {name}  {what}", name=file.name, what=file.what))
        elif file.instead is not None:
            tell(Phrase("kept   {other}, instead of {name}", name=file.name, other=file.instead))
        else:
            tell(Phrase("kept   {name}, which was there", name=file.name))
    steps = [] if folder.resolve() == Path.cwd() else [f"cd {shlex.quote(os.fspath(folder))}"]
    steps += ["factcheck run", "factcheck test"]
    tell(Phrase("Next: {steps}", steps=" && ".join(steps)))
    if has_claims:
        tell(
            Phrase("Then put your own sources and claims in place of the example, or let `factcheck pull` write them.")
        )
