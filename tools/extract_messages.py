"""Brings the message catalogues up to date with the source, and compiles them.

    python tools/extract_messages.py        then fill in what is listed, and run it again

Needs Babel (the extra `messages`). New messages come in empty, those that nothing says any more go out.
"""

import sys

from catalogues import LOCALE, ROOT, catalogue_files, compile_catalogues, update

LANGUAGES = ("fr",)


def main() -> int:
    """Updates every catalogue; lists what is untranslated. Returns 1 where anything is."""
    files = {ROOT / LOCALE / language / "LC_MESSAGES" / "factcheck.po" for language in LANGUAGES}
    untranslated = 0
    for path in sorted(files | set(catalogue_files())):
        for message in update(path):
            if message.id and not (all(message.string) if isinstance(message.string, tuple) else message.string):
                untranslated += 1
                print(f"{path.relative_to(ROOT)}: untranslated: {message.id!r}")
    compile_catalogues()
    return 1 if untranslated else 0


if __name__ == "__main__":
    sys.exit(main())
