"""The answer to one question as a note in Markdown, to paste into a story's file."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.desk.answer import Answer, Held, Looked
from factcheck.figures.shown import Span
from factcheck.phrases import Phrase
from factcheck.reports.answer import ANSWERS, near_said, range_said
from factcheck.reports.layout import visible
from factcheck.reports.markdown import escaped
from factcheck.reports.page import SYMBOLS
from factcheck.reports.wording import Wording


def render(answer: Answer, wording: Wording) -> str:
    """The whole note; what the sentence and the sources say is text in it and no markup."""
    return "\n".join(_Note(wording).lines(answer)) + "\n"


class _Note:
    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def lines(self, answer: Answer) -> Iterator[str]:
        name, symbol, _ = ANSWERS[answer.standing]
        yield f"> {self._say(answer.sentence)}"
        yield ""
        told = self._say(Phrase("{answer}: {reason}", answer=name, reason=answer.reason))
        yield f"{symbol} {told.replace(self._say(name), f'**{self._say(name)}**', 1)}"
        yield from self._says(answer)
        for looked in answer.looked:
            yield from self._looked(looked)
        if answer.nearest:
            yield from ("", self._say(Phrase("did you mean …")), "")
            yield from (f"- {self._say(near_said(near))}" for near in answer.nearest)

    def _says(self, answer: Answer) -> Iterator[str]:
        yield ""
        for evidence in answer.figures:
            period = Phrase("no period") if evidence.figure.period is None else evidence.figure.period
            usual = range_said(evidence.figure)
            said = Phrase("“{quote}”: {range}, {period}", quote=evidence.quote, range=usual, period=period)
            yield f"- {self._say(said)}"
        for finding in answer.findings:
            yield f"- {SYMBOLS[finding.verdict]} {self._say(finding.message)}"
            yield from (f"    - {self._say(step)}" for step in finding.calculation)

    def _looked(self, looked: Looked) -> Iterator[str]:
        quote = Phrase("“{quote}”", quote=looked.evidence.quote)
        if not looked.held:
            if looked.reason is not None:
                yield from ("", self._say(Phrase("{figure}: {reason}", figure=quote, reason=looked.reason)))
            return
        heads = (quote, Phrase("claim"), Phrase("figure"), Phrase("source"))
        yield ""
        yield f"| {' | '.join(map(self._say, heads))} |"
        yield "| --- | --- | --- | --- |"
        for held in looked.held:
            yield from (f"| {' | '.join(row)} |" for row in self._rows(held))
        for lack in looked.lacks:
            yield from ("", self._say(lack))

    def _rows(self, held: Held) -> Iterator[tuple[str, ...]]:
        period = Phrase("no period") if held.claim.period is None else held.claim.period
        claim = self._say(Phrase("{label}, {period}", label=held.label, period=period))
        for said in held.said:
            title = "" if said.source is None else said.source.title
            published = None if said.source is None else said.source.published
            date = "" if published is None else str(published)
            source = self._say(", ".join(filter(None, (said.statement.source, title, date))))
            yield SYMBOLS[said.verdict], claim, self._say(Phrase("“{quote}”", quote=said.statement.quote)), source
        for follows in held.follows:
            implied = follows.implied
            source = self._say(Phrase("{rule}, from {claims}", rule=follows.rule.id, claims=follows.grounds))
            if follows.note is not None:
                source = f"{source}; {self._say(follows.note)}"
            yield SYMBOLS[follows.verdict], claim, self._say(Span(implied.usual, implied.unit)), source

    def _say(self, value: object) -> str:
        return escaped(visible(self._wording.text(value)))
