"""`factcheck pull`: a first claim base out of articles, or further statements for one that there is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date as Date  # noqa: N812 - `date` is what callers say
from itertools import chain
from pathlib import Path

from msgspec import Struct

from factcheck.claims.base import Base
from factcheck.claims.build import Builder
from factcheck.claims.load import load
from factcheck.claims.nodes import MapNode, YamlFile, composed, decoded
from factcheck.claims.shape import file_shape, fits
from factcheck.desk.articles import Article, read_articles
from factcheck.desk.claim_text import Say, claim_entry, indicator_entry, rule_entry, source_entry, statement
from factcheck.desk.draft import SECONDS, overdue
from factcheck.desk.limits import Overdue, time_limit
from factcheck.desk.patch import SECTIONS, CannotPatchError, Statements, patched
from factcheck.desk.pulled import Key, Pulled, pulled_figures
from factcheck.desk.pulled_claims import Grouped, grouped
from factcheck.desk.pulled_rules import Named, NewRule, Unwritten, pulled_rules
from factcheck.desk.quoting import Quoter
from factcheck.desk.yaml_text import Entry, comment, sections
from factcheck.errors import FactcheckError, InputError
from factcheck.figures.rates import Rates
from factcheck.kinds.quote import normalised
from factcheck.phrases import Phrase


class Outcome(Struct, frozen=True):
    """What was pulled.

    text        the claims as YAML; where they go into a file, what that file is then to hold
    before      what that file holds now; None where the claims are a file of their own
    claims, statements, rules   how many are new; statements of claims that there were count too
    known       how many figures the file already has
    left_out    why a figure has become nothing, and a relation no rule, one by one
    """

    text: str
    before: str | None
    claims: int
    statements: int
    rules: int
    known: int
    left_out: tuple[Phrase, ...]

    @property
    def changes(self) -> bool:
        """Whether anything is new."""
        return self.text != self.before


def pull(
    paths: Sequence[Path | str],
    *,
    claims: Sequence[Path | str] = (),
    into: Path | None = None,
    lang: str | None = None,
    date: Date | None = None,
    form: str | None = None,
    rates: Sequence[Path] = (),
    say: Say = str,
) -> Outcome:
    """Pulls claims from articles, all of them into one base.

    claims    files and folders of the claim base, whose ids are not taken again
    into      a file of claims that is to get what is new; figures that match its claims become statements of these.
              Nothing is written: the outcome has the file's text
    lang      of the articles ("fr" or "en"), and `date` their day of publication, before what they say of themselves
    form      a name of `factcheck.reading.documents.FORMATS`; without it each file's name decides
    rates     a newsroom's own exchange-rate files
    say       turns phrases into the language of the comments

    Raises FactcheckError with what is wrong with each article, InputError with every mistake of the claims.
    """
    known_rates = Rates(rates)
    base = _base(claims, into)
    articles = read_articles([str(path) for path in paths], known_rates, lang=lang, day=date, form=form)
    try:
        with time_limit(SECONDS * len(articles)):
            pulls = [_Pull(article, base, known_rates) for article in articles]
            if into is None:
                return _as_file(pulls, base, known_rates, say)
            assert base is not None, "a base has at least the file"
            return _into_file(into, pulls, base, known_rates, say)
    except Overdue:
        longest = max(articles, key=lambda article: len(article.document.text))
        raise FactcheckError(overdue(longest.document.path).message) from None


def _base(claims: Sequence[Path | str], into: Path | None) -> Base | None:
    if into is not None and not into.is_file():
        raise FactcheckError(Phrase("no such file of claims: {path}", path=str(into)))
    paths = [*claims, *([into] if into is not None else [])]
    return load(paths) if paths else None


class _Pull:
    """One article, and its figures."""

    def __init__(self, article: Article, base: Base | None, rates: Rates) -> None:
        self.article = article
        self.quoter = Quoter(article.draft)
        self.figures = pulled_figures(article, self.quoter, base, rates)

    def left_out(self) -> Iterator[Phrase]:
        """Why figures become nothing."""
        for each in self.figures:
            if each.quoted is None and each.known_as is None:
                yield Phrase(
                    "{path}, {where}: “{quote}” is left out: by itself it does not say what the article means",
                    path=self.article.document.path,
                    where=each.where,
                    quote=each.mention.quote,
                )


# --- a file of its own ------------------------------------------------------------------------------------------------


def _as_file(pulls: Sequence[_Pull], base: Base | None, rates: Rates, say: Say) -> Outcome:
    quotable = [each for pull in pulls for each in pull.figures if each.quoted is not None]
    new = grouped(quotable, base, uses_indicators=False)
    _tell_apart(new, pulls)
    entries = [source_entry(pull.article, say) for pull in pulls]
    entries += [indicator_entry(indicator) for indicator in new.indicators]
    entries += [claim_entry(claim, say, _notes(claim.figures)) for claim in new.claims]
    lines = sections(entries, SECTIONS)
    alone = _loaded([("", "\n".join(lines))]) if new.claims else Base()
    taken = {} if base is None else dict.fromkeys(base.rules, "")
    ids = _ids(pulls, new, is_whole=True)
    rules: list[NewRule] = []
    lost: list[Phrase] = []
    for pull in pulls:
        known = {**taken, **{rule.id: rule.check for rule in rules}}
        for each in pulled_rules(pull.article, ids[pull.article], alone, rates, known):
            if isinstance(each, NewRule):
                rules.append(each)
            else:
                lost.append(each.told)
    entries += [rule_entry(rule, say) for rule in rules]
    left_out = (*lost, *chain.from_iterable(pull.left_out() for pull in pulls))
    heading = Phrase("Pulled by factcheck: look at every line that says “guess”, and give claims the ids you like.")
    text = "\n".join([comment(say(heading)), "", *sections(entries, SECTIONS), *_told(left_out, say)]) + "\n"
    return Outcome(
        text,
        None,
        claims=len(new.claims),
        statements=sum(len(said) for claim in new.claims for said in claim.by_source().values()),
        rules=len(rules),
        known=0,
        left_out=left_out,
    )


def _notes(figures: Sequence[Pulled]) -> Iterator[Phrase]:
    """What the base has of a claim's figures."""
    for claim in dict.fromkeys(each.known_as for each in figures if each.known_as):
        yield Phrase("already stated: {claim}", claim=claim)
    for claim in dict.fromkeys(each.matches for each in figures if each.matches):
        yield Phrase("a further statement of {claim}, which --into adds there", claim=claim)


def _told(left_out: Sequence[Phrase], say: Say) -> list[str]:
    return ["", *(comment(say(reason)) for reason in left_out)] if left_out else []


def _tell_apart(new: Grouped, pulls: Sequence[_Pull]) -> None:
    """Quotes with more words around them what a source says of several claims in the same words."""
    for pull in pulls:
        said: dict[str, list[tuple[str, Pulled]]] = {}
        for claim in new.claims:
            for each in claim.figures:
                if each.article is pull.article and each.quoted is not None:
                    said.setdefault(normalised(each.quoted.text), []).append((claim.id, each))
        for alike in said.values():
            if len({claim for claim, _ in alike}) > 1:
                for _, each in alike:
                    each.quoted = pull.quoter.quoted(each.mention, each.figure, is_only=True) or each.quoted


# --- into a file that there is ----------------------------------------------------------------------------------------


def _into_file(into: Path, pulls: Sequence[_Pull], base: Base, rates: Rates, say: Say) -> Outcome:
    target = into.resolve()
    own = {claim.id for claim in base.claims.values() if Path(claim.place.path).resolve() == target}
    fresh = [
        each
        for pull in pulls
        for each in pull.figures
        if each.quoted is not None and not each.known_as and each.matches is None
    ]
    new = grouped(fresh, base, uses_indicators=True)
    _tell_apart(new, pulls)
    statements, elsewhere = _statements(pulls, base, own, say)
    sources = {source for each in statements.values() for source in each}
    sources |= {source for claim in new.claims for source in claim.by_source()}
    entries = [
        source_entry(pull.article, say)
        for pull in pulls
        if pull.article.source in sources and pull.article.source not in base.sources
    ]
    entries += [indicator_entry(indicator) for indicator in new.indicators]
    entries += [claim_entry(claim, say) for claim in new.claims]
    before = _text(into)
    ids = _ids(pulls, new, is_whole=False)
    after = _patched(into, before, statements, entries, base)[1]
    stated = list(_rules(pulls, ids, after, rates))
    rules = [each for each in stated if isinstance(each, NewRule)]
    lost = [each.told for each in stated if not isinstance(each, NewRule)]
    text = _patched(into, before, statements, [*entries, *(rule_entry(rule, say) for rule in rules)], base)[0]
    left_out = (*lost, *elsewhere, *chain.from_iterable(pull.left_out() for pull in pulls))
    return Outcome(
        text,
        before,
        claims=len(new.claims),
        statements=sum(len(said) for claim in new.claims for said in claim.by_source().values())
        + sum(len(said) for each in statements.values() for said in each.values()),
        rules=len(rules),
        known=sum(each.known_as is not None for pull in pulls for each in pull.figures),
        left_out=left_out,
    )


def _ids(pulls: Sequence[_Pull], new: Grouped, *, is_whole: bool) -> Mapping[Article, Mapping[Key, Named]]:
    """The claims of the figures of each article, by the places of the figures.

    Those that are new, and, unless these are a base by themselves, those of the base.
    """
    ids: dict[Article, dict[Key, Named]] = {pull.article: {} for pull in pulls}
    for pull in pulls if not is_whole else ():
        for each in pull.figures:
            claim = each.known_as or each.matches
            if claim is not None:
                ids[pull.article][each.key] = Named(claim, each.figure)
    for new_claim in new.claims:
        for each in new_claim.figures:
            ids[each.article][each.key] = Named(new_claim.id, each.figure)
    return ids


def _statements(pulls: Sequence[_Pull], base: Base, own: set[str], say: Say) -> tuple[Statements, Sequence[Phrase]]:
    """The further statements of claims of the file; those of claims in other files are told."""
    statements: dict[str, dict[str, dict[str, Pulled]]] = {}
    elsewhere: list[Phrase] = []
    for pull in pulls:
        for each in pull.figures:
            if each.matches is None or each.quoted is None:
                continue
            if each.matches in own:
                said = statements.setdefault(each.matches, {}).setdefault(each.article.source, {})
                said.setdefault(normalised(each.quoted.text), each)
            else:
                elsewhere.append(
                    Phrase(
                        "“{quote}” is a further statement of {claim}: --into {path} adds it there",
                        quote=each.quoted.text,
                        claim=each.matches,
                        path=base.claims[each.matches].place.path,
                    )
                )
    return {
        claim: {
            source: [statement(each, say, as_of=_as_of(base, claim, each)) for each in said.values()]
            for source, said in sources.items()
        }
        for claim, sources in statements.items()
    }, elsewhere


def _as_of(base: Base, claim: str, pulled: Pulled) -> str | None:
    """When it was so, where the sentence says that, and the claim does not."""
    has_period = base.claims[claim].period is not None
    return None if has_period or pulled.period is None or not pulled.is_dated else pulled.period.text


def _patched(into: Path, before: str, statements: Statements, entries: Sequence[Entry], base: Base) -> tuple[str, Base]:
    """The file with the additions, and the base with that file."""
    try:
        text = patched(str(into), before, statements, entries)
        target = into.resolve()
        others = [file for file in base.files if file.resolve() != target]
        return text, _loaded([*((str(file), _text(file)) for file in others), (str(into), text)])
    except (CannotPatchError, InputError) as error:
        raise FactcheckError(
            Phrase("nothing can be added to {path} as it is written: write its sections over lines", path=str(into))
        ) from error


def _rules(
    pulls: Sequence[_Pull], ids: Mapping[Article, Mapping[Key, Named]], base: Base, rates: Rates
) -> Iterator[NewRule | Unwritten]:
    """The relations that articles state of at least one figure that is new to the base."""
    taken: dict[str, str] = {}
    for pull in pulls:
        new = {each.key for each in pull.figures if each.quoted is not None and not each.known_as}
        for each in pulled_rules(pull.article, ids[pull.article], base, rates, taken):
            if new.isdisjoint(each.figures):
                continue
            if isinstance(each, NewRule):
                taken[each.id] = each.check
            yield each


def _text(path: Path) -> str:
    """The text of a file of claims, line ends as they are."""
    return decoded(str(path), path.read_bytes()).text


def _loaded(files: Sequence[tuple[str, str]]) -> Base:
    """The base that texts would make as files; raises InputError with every mistake."""
    trees: list[tuple[YamlFile, MapNode]] = []
    read = [YamlFile(path, text) for path, text in files]
    for file in read:
        tree = composed(file)
        if tree is not None:
            fits(tree, file_shape(), file)
            trees.append((file, tree))
    built = Builder(trees, is_whole=True).base(
        tuple(Path(path) for path, _ in files), with_rules=True, check_units=True
    )
    problems = [problem for file in read for problem in file.problems]
    if problems:
        raise InputError(problems)
    return built
