"""Reads the files of a base one at a time: each is built and looked over, and rows are all that is left of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factcheck.claims.base import Base, Claim
from factcheck.claims.build import Builder, Entry, Tree, languages_of
from factcheck.claims.build_rules import rule_of
from factcheck.claims.entries import text_in
from factcheck.claims.holding import Holding
from factcheck.claims.kept import FileRow, Judged, add_rule, base_of, digest_of
from factcheck.claims.lazily import Lazily, LazyRules
from factcheck.claims.like_rules import LikeRules
from factcheck.claims.load import parsed_file
from factcheck.claims.rows import row_of_claim, row_of_indicator, row_of_rule, row_of_source
from factcheck.claims.rules import RuleScope
from factcheck.relations.judge import RateSource


class OutOfTheOrdinaryError(Exception):
    """The files have mistakes, or are not what they were taken for."""


class Reading:
    """A base that grows file by file."""

    def __init__(self, words: Base, known: Mapping[str, FileRow], like: LikeRules, rates: RateSource | None) -> None:
        """`words` has all sources and indicators; `known` is what is known of other files, by path.

        With `rates`, what claims and rules come to is told on the way, as far as it can be told in little time.
        """
        self._words, self._known, self.like, self._rates = words, known, like, rates
        self._languages = languages_of(words.sources)
        self._files: dict[str, FileRow] = {}
        self._waiting: list[Entry] = []
        self.judged = Judged()
        self._open(known)

    def _open(self, files: Mapping[str, FileRow]) -> None:
        self.base = base_of(self._words, files, self.like)
        assert isinstance(self.base.claims, Lazily), "as they are kept"
        assert isinstance(self.base.rules, LazyRules), "as they are kept"
        self._claims, self._rules = self.base.claims, self.base.rules
        self._scope = RuleScope(self._claims, self._languages)
        self._holding = None if self._rates is None else Holding(self.base, self._rates, {})

    def read(self, path: str, data: bytes, parsed: Tree | None = None) -> None:
        """Adds a file with these bytes; rules over claims that are not known yet wait. `parsed` are its nodes.

        Raises OutOfTheOrdinaryError.
        """
        file, tree = parsed or parsed_file(path, data)
        if tree is None:
            raise OutOfTheOrdinaryError
        builder = Builder([(file, tree)], is_whole=True, known=self._words, like=self.like)
        words, claims, entries = builder.words(), builder.claims(), builder.rule_entries
        is_told_apart = not any(name in self._claims for name in claims) and not any(
            name in self._rules for name in entries
        )
        if file.problems or not is_told_apart:
            raise OutOfTheOrdinaryError
        sources, indicators = builder.own_words
        self._files[path] = FileRow(
            digest_of(data),
            [row_of_source(words.sources[name]) for name in sources],
            [row_of_indicator(words.indicators[name]) for name in indicators],
            {name: row_of_claim(claim) for name, claim in claims.items()},
            dict.fromkeys(entries, b""),
            stated=sum(bool(claim.statements) for claim in claims.values()),
        )
        self._add(path, claims, entries)

    def _add(self, path: str, claims: Mapping[str, Claim], entries: Mapping[str, Entry]) -> None:
        row = self._files[path]
        self._claims.add_rows(path, row.claims, claims)
        self._rules.add_rows(path, row.rules)
        for entry in entries.values():
            self._add_rule(entry, may_wait=True)
        if self._holding is not None:
            self.judged.claims.update({name: self._holding.of_claim(claim) for name, claim in claims.items()})
            self._holding.forget()

    def _add_rule(self, entry: Entry, *, may_wait: bool) -> None:
        file, key, node = entry
        text = text_in(node, "check") or ""
        shaped = self.like.shaped(text, self._scope)
        if shaped.shape is None and may_wait:
            self._waiting.append(entry)
            return
        rule = rule_of(file, key, node, self._scope, self.like, check_units=True, shaped=shaped)
        if rule is None or file.problems:
            raise OutOfTheOrdinaryError
        add_rule(self._files[file.path], rule, row_of_rule(rule, self.like, shaped), self._claims)
        if self._holding is not None:
            self.judged.rules[rule.id] = self._holding.of_rule(rule)

    def finished(self, order: Iterable[str]) -> dict[str, FileRow]:
        """What is to be kept of all files, those that were known too, in this order; the base is complete then.

        Raises OutOfTheOrdinaryError.
        """
        files = {path: self._files[path] if path in self._files else self._known[path] for path in order}
        self._open(files)
        for entry in self._waiting:
            self._add_rule(entry, may_wait=False)
        self._waiting.clear()
        return files
