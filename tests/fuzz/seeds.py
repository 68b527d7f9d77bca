"""Inputs that fuzzing begins with: one right one at least for each target, and the words that they are made of."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

CLAIMS_FILE = """
sources: {paper: {title: "A paper", lang: fr, published: 2025-03-04}}
indicators: {exports: {label: {fr: exportations}, words: {fr: [exportations]}, unit: MAD}}
claims:
  exports_2023: {indicator: exports, area: MA, period: 2023, said: {paper: "26,17 milliards de dirhams"}}
  exports_2024: {indicator: exports, area: MA, period: 2024, said: {paper: ["26,2 milliards de dirhams", "plus de 26"]}}
  growth_2024: {said: {paper: "0,2 %"}}
rules:
  growth:
    check: growth(exports_2023, exports_2024) == growth_2024
    tests: {consistent: {exports_2023: "10 MAD", exports_2024: "11 MAD", growth_2024: "10 %"}}
"""
PROSE = (
    "Les exportations ont atteint 26,2 milliards de dirhams en 2024, soit 2,8 milliards de dollars, en hausse de 0,2 % "
    "par rapport à 2023 (26,17). Le mardi 27 janvier 2025, un tiers des 270 000 emplois, soit 90 000.",
    "Revenue rose 20%, from 12.0 billion euros in 2023 to 15.0 billion in 2024. Three in four, aged 18 to 24, said so.",
    "Nombre de femmes : ٢٥ %, １２３ 4⁄5 ½ 1e309 1e999999999 −0 ∞ 0,000.000 99 999 999 999 999 999 999 999 Mds",
)
HTML = (
    "<html lang=fr><head><title>T</title><meta name=date content=2025-03-04></head><body><h1>12 %</h1><p>{}</p></body>"
)
MARKDOWN = """---
lang: fr
date: 2025-03-04
---
# Titre 12 %

{}

| a | 1 |
|---|--:|
| b | 2 |
| total | 3 |

- 1
- 2
"""


def docx(text: str) -> bytes:
    """A Word document of one paragraph."""
    from docx import Document

    buffer = io.BytesIO()
    document = Document()
    document.add_paragraph(text)
    document.save(buffer)
    return buffer.getvalue()


def pdf(text: str) -> bytes:
    """A PDF of one page of ASCII text."""
    content = f"BT /F1 12 Tf 72 720 Td ({text.encode('ascii', 'replace').decode()}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
    ]
    body, offsets = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def body(package: bytes) -> bytes:
    """The XML of the text of a Word document."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return archive.read("word/document.xml")


def bomb() -> bytes:
    """A Word document that unpacks to far more than it is."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 3_000_000)
    return buffer.getvalue()


def seeds(root: Path) -> dict[str, list[bytes]]:
    """What each target begins with; `root` is the repository's."""
    texts = [text.encode() for text in PROSE]
    shipped = [path.read_bytes() for path in sorted((root / "claims").glob("*.yaml"))]
    return {
        "claims": [CLAIMS_FILE.encode(), *shipped],
        "rules": [
            b"growth(a, b) == c",
            b"a - b <= 12 milliards MAD",
            b"sum(a, b) / 2 > 0",
            b"cagr(a, b, 5 years) == c",
            b"convert(a, USD, 2024) == b",
            b"between(a, 1, 2)",
            b"grim(c, 40)",
            b"(((a)))*-1>=+2",
            b"share(a,b)!=c",
        ],
        "figures": texts,
        "drafts": texts,
        "words": [body(docx(text)) for text in PROSE],
        "rates": [b"currency,per,period,average,low,high,source\nMAD,USD,2024,9.94,9.6,10.2,ours\n"],
        "baselines": [
            b'{"factcheck-baseline": 1, "findings": []}',
            b'{"version": 1, "entries": [{"path": "a.md", "check": "growth", "figures": ["1"], "ordinal": 1}]}',
        ],
        "ignores": [b"- path: '*.docx'\n  check: [growth, all]\n  quote: 15.0\n  reason: ours\n  until: 2026-12-31\n"],
        "settings": [b'claims = ["claims"]\nexclude = ["*.md"]\nrates = ["r.csv"]\nlang = "fr"\nfail_on = "error"\n'],
        "caches": [b"", b"0" * 64],
        "arguments": [
            b"\0--format\0json\0-\0--lang\0fr",
            b"1\0--messages\0en\0a.md",
            b"12\0--help",
            b"123\0growth",
            b"12345\0MAD\0USD\02024",
            b"123456\0report",
            b"1234567\0-\0--no-claims\0--jobs\02\0--fail-on\0never",
        ],
        "documents-text": texts,
        "documents-markdown": [MARKDOWN.format(text).encode() for text in PROSE],
        "documents-html": [HTML.format(text).encode() for text in PROSE],
        "documents-docx": [docx(PROSE[0]), bomb()],
        "documents-pdf": [pdf(PROSE[1])],
    }


WORDS = [
    b"1e999999999",
    b"9" * 400,
    b"(" * 300,
    b"&a",
    b"*a",
    b"<<: ",
    b"!!python/object:os.system",
    b"\xff\xfe",
    b"\x00",
    b"\x1b[31m",
    "\u202e".encode(),
    "\u202f".encode(),
    b"%",
    b"growth(",
    b"sum(*)",
    b" milliards",
    b" % ",
    b"- ",
    b"{",
    b"[",
    b"<table>",
    b"<!--",
    b"-->",
    b"```",
    b"|",
    b"\n\n",
    b"NaN",
    b"Infinity",
    b"-0",
    b"2024-13-45",
    b"/0",
    b"^9999",
]
"""What breaks readers, to be put in anywhere."""
