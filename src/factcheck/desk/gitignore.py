"""What .gitignore files and the setting `exclude` leave out of folders.

pathspec, which knows the patterns, is imported when there are some.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from factcheck.errors import FactcheckError
from factcheck.phrases import Phrase

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec, PathSpec

IGNORE_FILE: Final = ".gitignore"
_REPOSITORY: Final = ".git"
_ONLY_FOLDERS: Final = re.compile(r"/ *$")


class Patterns(Struct, frozen=True):
    """The patterns of one place, meant from `folder`.

    `files` answers for files; `folders` for folders, which it takes without a slash at the end, so that `drafts/**`
    leaves out what is in a folder and not the folder.
    """

    folder: str
    files: GitIgnoreSpec
    folders: PathSpec[Any]

    def leave_out(self, path: str, *, is_folder: bool) -> bool | None:
        """Whether they leave this path out (True) or take it in (False); None where they say nothing of it."""
        prefix = self.folder if self.folder.endswith(os.sep) else self.folder + os.sep
        if not path.startswith(prefix):
            return None
        inner = path[len(prefix) :].replace(os.sep, "/")
        return (self.folders if is_folder else self.files).check_file(inner).include


def patterns(lines: Iterable[str], folder: Path | str) -> Patterns:
    """Patterns in the syntax of .gitignore, meant from this folder; raises FactcheckError for one that is none."""
    from pathspec import GitIgnoreSpec, PathSpec

    listed = list(lines)
    try:
        files = GitIgnoreSpec.from_lines(listed)
    except ValueError as error:
        bad = next(line for line in listed if not _is_pattern(line))
        raise FactcheckError(Phrase("{pattern} is not a pattern as .gitignore has them", pattern=repr(bad))) from error
    # of folders the last pattern decides; and a folder that is left out is not looked into, so that none needs to be
    # matched by what stands above it
    folders = PathSpec(GitIgnoreSpec.from_lines(_ONLY_FOLDERS.sub("", line) for line in listed).patterns)
    return Patterns(os.path.realpath(folder), files, folders)


def _is_pattern(line: str) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True


def patterns_in(folder: str) -> tuple[Patterns, ...]:
    """The patterns of the .gitignore file of a folder; like git, without lines that are none."""
    try:
        lines = Path(folder, IGNORE_FILE).read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:  # git passes over one that cannot be read, too
        return ()
    return (patterns(filter(_is_pattern, lines), folder),)


def patterns_above(folder: str) -> tuple[Patterns, ...]:
    """The patterns of the .gitignore files above a folder, from the root of the repository on, the outermost first.

    `folder` is a real path. Empty without a repository.
    """
    above = [folder, *map(str, Path(folder).parents)]
    root = next((at for at, each in enumerate(above) if os.path.lexists(os.path.join(each, _REPOSITORY))), 0)  # noqa: PTH118
    return tuple(each for outer in reversed(above[1 : root + 1]) for each in patterns_in(outer))


def leaves_out(found: Sequence[Patterns], path: str, *, is_folder: bool) -> bool:
    """Whether a path is left out: what the innermost patterns say that say anything of it."""
    for each in reversed(found):
        said = each.leave_out(path, is_folder=is_folder)
        if said is not None:
            return said
    return False


def leaves_out_whole(found: Sequence[Patterns], folder: str) -> bool:
    """Whether a folder, or one that it is in, is left out."""
    return any(leaves_out(found, each, is_folder=True) for each in (folder, *map(str, Path(folder).parents)))
