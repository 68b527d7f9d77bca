"""A reporter's notebook for tests: quotes in, findings out, through the same files that a newsroom would write."""

import json

from factcheck.desk.run import run


def write_base(folder, rules=None, claims=None, published=None):
    """A claims file with one French source; `claims` maps ids to a quote, a list of quotes, or a whole claim."""
    said = {
        name: {**({"said": {"paper": quote}} if not isinstance(quote, dict) else quote)}
        for name, quote in (claims or {}).items()
    }
    source = {"title": "A paper", "lang": "fr", **({"published": published} if published else {})}
    base = {
        "sources": {"paper": source, **{name: {"title": name, "lang": "fr"} for name in ("rival", "third")}},
        "claims": said,
        "rules": {name: rule if isinstance(rule, dict) else {"check": rule} for name, rule in (rules or {}).items()},
    }
    path = folder / "base.yaml"
    # JSON is YAML: every scalar quoted, so that nothing is left to YAML's own reading
    path.write_text(json.dumps({key: value for key, value in base.items() if value}, ensure_ascii=False), "utf-8")
    return path


def findings(folder, rules=None, claims=None, **options):
    """The findings of a small base, by check."""
    path = write_base(folder, rules, claims, options.pop("published", None))
    return {finding.check: finding for finding in run([path], **options).findings}


def finding(folder, check, **claims):
    """The finding of one rule over claims that each have one statement."""
    return findings(folder, {"rule": check}, claims)["rule"]
