"""Sentences that print figures in order to deny them: nothing in them is judged, and --verbose says why."""

import pytest
from prose import at_odds, checked

DENIED = [
    ("fr", "Il a tort de dire que les ventes ont triplé, de 12 000 à 24 000."),
    ("fr", "Une publication affirmait que les impôts avaient triplé, de 12 à 24 milliards, mais c'est inexact."),
    ("fr", "Selon lui, les ventes ont triplé, de 12 000 à 24 000. C'est faux."),
    ("fr", "Un tract prétend que 30 élus sur 120, soit 50 %, ont voté non : c'est faux."),
    ("en", "He was wrong to say that sales tripled, from 12,000 to 24,000."),
    ("en", "The post falsely claims that 30 of 120 members, or 50%, voted against."),
    ("en", "The post says sales tripled, from 12,000 to 24,000. That is false."),
]

STATED = [
    ("fr", "Il dit que les ventes ont triplé, de 12 000 à 24 000."),
    ("fr", "Selon lui, 30 élus sur 120, soit 50 %, ont voté non."),
    ("fr", "Les ventes ont triplé, de 12 000 à 24 000. C'est beaucoup."),
    ("en", "Sales tripled, from 12,000 to 24,000, and the opposition doubts that it will last."),
    ("fr", "Les ventes ont triplé, de 12 000 à 24 000, et le maire conteste que cela dure."),
    ("en", "He said that sales tripled, from 12,000 to 24,000."),
    ("en", "The post claims that 30 of 120 members, or 50%, voted against."),
    ("en", "Jobless claims fell from 240,000 to 220,000, down 18%, but the trend is flat."),
]


@pytest.mark.parametrize(("lang", "text"), DENIED)
def test_figures_quoted_to_be_denied_are_left_alone(lang, text):
    found = checked(text, lang)
    assert at_odds(text, lang) == []
    assert [silence for silence in found.silences if "deny" in silence.reason.template]


@pytest.mark.parametrize(("lang", "text"), STATED)
def test_what_others_say_without_being_denied_is_judged(lang, text):
    assert [verdict for _, verdict in at_odds(text, lang)] == ["inconsistent"]
