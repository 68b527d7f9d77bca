"""From nodes whose shape is right to the claim base: what names what, quotes read, units compared."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from factcheck.claims.base import Base, Claim, Indicator, Rule, Source, Statement
from factcheck.claims.build_rules import rule_of, speaks_of
from factcheck.claims.entries import (
    accepted_in,
    label_of,
    listed,
    map_in,
    period_in,
    text_in,
    text_node_in,
    texts,
)
from factcheck.claims.hints import did_you_mean
from factcheck.claims.like_rules import LikeRules
from factcheck.claims.nodes import MapNode, Node, TextNode, YamlFile
from factcheck.claims.quantities import LANGUAGES, QuantityError, unit
from factcheck.claims.quotes import is_comparable, read, report_incomparable, unit_of_figure
from factcheck.claims.rules import RuleScope
from factcheck.phrases import Phrase

Tree = tuple[YamlFile, MapNode]
Entry = tuple[YamlFile, TextNode, MapNode]

_SECTIONS: Final = ("sources", "indicators", "claims", "rules")


class Builder:
    """Builds a base out of the trees of its files, and reports what does not fit together.

    `is_whole` is false where a file could not be parsed: then names that are not found may well be in it.
    """

    def __init__(
        self,
        trees: Sequence[Tree],
        *,
        is_whole: bool,
        known: Base | None = None,
        like: LikeRules | None = None,
    ) -> None:
        """`known` has the sources and indicators of other files, and `like` what is known of their rules."""
        self._is_whole = is_whole
        self._known = known or Base()
        self._entries = {section: _unique(trees, section) for section in _SECTIONS}
        self._lost = {section: _lost(trees, section) for section in _SECTIONS}
        self._sources: dict[str, Source] = {}
        self._indicators: dict[str, Indicator] = {}
        self._languages: tuple[str, ...] = ()
        self.scope = RuleScope({})
        self.like = like or LikeRules()

    def words(self) -> Base:
        """The sources and indicators alone."""
        known = self._known
        self._sources = dict(known.sources)
        self._sources.update({name: self._source(*entry) for name, entry in self._entries["sources"].items()})
        if not known.sources:  # which follow one another in no circle
            self._report_circles()
        self._languages = languages_of(self._sources)
        self._indicators = dict(known.indicators)
        self._indicators.update({name: self._indicator(*each) for name, each in self._entries["indicators"].items()})
        return Base(self._sources, self._indicators)

    def claims(self) -> Mapping[str, Claim]:
        """The claims; to be called after `words`."""
        claims, doubtful = self._claims()
        self.scope = RuleScope(claims, self._languages, doubtful, is_whole=self._is_whole)
        return claims

    def base(self, files: tuple[Path, ...], *, with_rules: bool, check_units: bool) -> Base:
        """The base; incomplete where mistakes were reported."""
        words = self.words()
        claims = self.claims()
        rules = self._rules(self._entries["rules"], check_units=check_units) if with_rules else {}
        return Base(words.sources, words.indicators, claims, rules, files)

    @property
    def own_words(self) -> tuple[Collection[str], Collection[str]]:
        """The ids of the sources and of the indicators of these trees."""
        return self._entries["sources"].keys(), self._entries["indicators"].keys()

    @property
    def rule_entries(self) -> Mapping[str, Entry]:
        """The entries of the rules, by id, in order."""
        return self._entries["rules"]

    # --- rules ----------------------------------------------------------------------------------------------

    def rules_on(self, claims: Collection[str]) -> dict[str, Rule]:
        """The rules that name one of the claims of the base, which was built before; their units taken on trust."""
        wanted = {name: entry for name, entry in self._entries["rules"].items() if speaks_of(entry[2], claims)}
        return self._rules(wanted, check_units=False)

    def _rules(self, entries: Mapping[str, Entry], *, check_units: bool) -> dict[str, Rule]:
        rules = {
            name: rule_of(file, key, node, self.scope, self.like, check_units=check_units)
            for name, (file, key, node) in entries.items()
        }
        return {name: rule for name, rule in rules.items() if rule is not None}

    # --- sources and indicators -----------------------------------------------------------------------------

    def _source(self, file: YamlFile, key: TextNode, node: MapNode) -> Source:
        follows = []
        found = node.entries.get("follows")
        for each in texts(found[1]) if found is not None else ():
            if each.text == key.text:
                file.report_at(each, Phrase("a source cannot follow itself"), Phrase("name what it draws upon"))
            elif self._knows("sources", each, file):
                follows.append(each.text)
        lang = text_in(node, "lang") or LANGUAGES[0]
        self._check_language(node, file)
        return Source(
            id=key.text,
            lang=lang if lang in LANGUAGES else LANGUAGES[0],
            place=file.place_of(key),
            title=text_in(node, "title") or "",
            publisher=text_in(node, "publisher") or "",
            published=period_in(node, "published"),
            url=text_in(node, "url") or "",
            follows=tuple(follows),
        )

    def _report_circles(self) -> None:
        """Reports sources that follow one another in a circle, each circle once, where it closes."""
        follows = {name: list(source.follows) for name, source in self._sources.items() if source.follows}
        order = list(self._sources)
        while (circle := _circle(follows)) is not None:
            last = max(circle, key=order.index)
            followed = circle[circle.index(last) - 1]
            file, _, node = self._entries["sources"][last]
            (closing, *_) = (each for each in texts(node.entries["follows"][1]) if each.text == followed)
            file.report_at(
                closing,
                Phrase("{names} follow one another in a circle", names=tuple(sorted(circle, key=order.index))),
                Phrase("one of them came first: it follows none of the others"),
            )
            follows[last].remove(followed)

    def _indicator(self, file: YamlFile, key: TextNode, node: MapNode) -> Indicator:
        words = map_in(node, "words")
        by_language: Mapping[str, tuple[str, ...]] = {}
        if words is not None:
            by_language = {
                lang: tuple(each.text for each in texts(value)) for lang, (_, value) in words.entries.items()
            }
        return Indicator(key.text, file.place_of(key), label_of(node), by_language, self._unit(node, file) or "")

    def _unit(self, node: MapNode, file: YamlFile) -> str | None:
        text = text_in(node, "unit")
        if text is None:
            return None
        try:
            return unit(text, self._languages)
        except QuantityError as error:
            file.report_at(node.entries["unit"][1], error.phrase, error.hint)
            return None

    def _check_language(self, node: MapNode, file: YamlFile) -> bool:
        lang = text_in(node, "lang")
        if lang is None or lang in LANGUAGES:
            return True
        file.report_at(
            node.entries["lang"][1],
            Phrase("factcheck does not read this language: {lang}", lang=lang),
            Phrase("it reads {languages}", languages=LANGUAGES),
        )
        return False

    def _claims(self) -> tuple[dict[str, Claim], frozenset[str]]:
        """The claims by id, and the ids of those that are not as they were meant, because of mistakes in them."""
        claims: dict[str, Claim] = {}
        doubtful = set(self._lost["claims"])
        mistaken: dict[str, list[int]] = {}
        for name, (file, key, node) in self._entries["claims"].items():
            if file.path not in mistaken:
                mistaken[file.path] = sorted(problem.place.line for problem in file.problems)
            before = len(file.problems)
            claims[name] = self._claim(file, key, node)
            if len(file.problems) > before or _holds_one(mistaken[file.path], node, file):
                doubtful.add(name)
        return claims, frozenset(doubtful)

    # --- claims ---------------------------------------------------------------------------------------------

    def _claim(self, file: YamlFile, key: TextNode, node: MapNode) -> Claim:
        named = text_node_in(node, "indicator")
        indicator = None
        if named is not None and self._knows("indicators", named, file):
            indicator = self._indicators.get(named.text)
        printed = list(self._statements(key.text, node, file))
        own = self._unit(node, file) or (indicator.unit if indicator is not None else "")
        if not own and printed:
            own = unit_of_figure(printed[0][0].figure)
        for statement, read_from in printed:
            if not is_comparable(statement.figure, own):
                report_incomparable(file, read_from, statement.figure, key.text, own)
        return Claim(
            id=key.text,
            place=file.place_of(key),
            indicator=None if named is None else named.text,
            area=text_in(node, "area"),
            period=period_in(node, "period"),
            status=text_in(node, "status"),
            unit=own,
            label=label_of(node),
            note=text_in(node, "note") or "",
            statements=tuple(statement for statement, _ in printed),
            accepted=accepted_in(node),
        )

    def _statements(self, claim: str, node: MapNode, file: YamlFile) -> Iterator[tuple[Statement, TextNode]]:
        """The statements, each with the node that its figure was read from."""
        said = map_in(node, "said")
        for name, (key, value) in said.entries.items() if said is not None else ():
            if not self._knows("sources", key, file):
                continue
            lang = self._sources[name].lang
            for each in listed(value):
                found = self._statement(claim, name, lang, each, file)
                if found is not None:
                    yield found

    def _statement(
        self, claim: str, source: str, lang: str, node: Node, file: YamlFile
    ) -> tuple[Statement, TextNode] | None:
        if isinstance(node, TextNode):
            figure = read(node, lang, file)
            if figure is None:
                return None
            return Statement(claim, source, node.text, figure, file.place_of(node), lang), node
        assert isinstance(node, MapNode), "text or a mapping, by the schema"
        quote = text_node_in(node, "quote")
        assert quote is not None, "required, by the schema"
        read_from = text_node_in(node, "value") or quote
        if not self._check_language(node, file):
            return None
        lang = text_in(node, "lang") or lang
        figure = read(read_from, lang, file)
        if figure is None:
            return None
        statement = Statement(
            claim,
            source,
            quote.text,
            figure,
            file.place_of(quote),
            lang,
            period_in(node, "as_of"),
            text_in(node, "status"),
            "" if read_from is quote else read_from.text,
        )
        return statement, read_from

    def _knows(self, section: str, node: TextNode, file: YamlFile) -> bool:
        """Whether a name is defined and its entry of use; reported where it is not defined."""
        known = self._entries[section]
        others = self._known.sources if section == "sources" else self._known.indicators
        if node.text in known or node.text in others:
            return True
        if node.text in self._lost[section]:
            return False
        if self._is_whole:
            messages = {
                "sources": Phrase("no source is named {name}", name=node.text),
                "indicators": Phrase("no indicator is named {name}", name=node.text),
            }
            places = {
                "sources": Phrase("write it under sources:"),
                "indicators": Phrase("write it under indicators:"),
            }
            file.report_at(node, messages[section], did_you_mean(node.text, known) or places[section])
        return False


def languages_of(sources: Mapping[str, Source]) -> tuple[str, ...]:
    """The languages that sources speak, each once, in order."""
    return tuple(dict.fromkeys(source.lang for source in sources.values())) or LANGUAGES[:1]


def _circle(follows: Mapping[str, Sequence[str]]) -> list[str] | None:
    """Names that follow one another in a circle, each followed by the next; None where there is no circle."""
    if not follows:
        return None
    from graphlib import CycleError, TopologicalSorter  # few bases say who follows whom

    try:
        TopologicalSorter(follows).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1][1:]
        return circle
    return None


def _holds_one(lines: list[int], node: MapNode, file: YamlFile) -> bool:
    """Whether one of these lines, which are sorted, is among those of the node."""
    if not lines:
        return False
    place = file.place_of(node)
    first = bisect_left(lines, place.line)
    return first < len(lines) and lines[first] <= place.end_line


def _lost(trees: Iterable[Tree], section: str) -> frozenset[str]:
    """The ids of entries that were taken out, since their shape was wrong."""
    found = [map_in(tree, section) for _, tree in trees]
    return frozenset(name for node in found if node is not None for name in node.lost)


def _unique(trees: Iterable[Tree], section: str) -> dict[str, Entry]:
    """The entries of a section of all files by id; an id that is taken is reported."""
    found: dict[str, Entry] = {}
    for file, tree in trees:
        entries = map_in(tree, section)
        for name, (key, node) in entries.entries.items() if entries is not None else ():
            assert isinstance(node, MapNode), "a mapping, by the schema"
            if name in found:
                first = found[name]
                file.report_at(
                    key,
                    Phrase("{name} is already taken", name=name),
                    Phrase("the first one is at {place}", place=str(first[0].place_of(first[1]))),
                )
            else:
                found[name] = file, key, node
    return found
