from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.nodes import ListNode, MapNode, Node, TextNode, YamlFile, composed, decoded


def compose(text: str) -> tuple[MapNode | None, YamlFile]:
    file = YamlFile("a.yaml", text)
    return composed(file), file


def plain(node: Node | None) -> object:
    if isinstance(node, MapNode):
        return {key: plain(value) for key, (_, value) in node.entries.items()}
    if isinstance(node, ListNode):
        return [plain(item) for item in node.items]
    return None if node is None else node.text


@pytest.mark.parametrize("text", ["26.20", "no", "12:30", "2024-06-30", "0x10", "~", "1e3", "26,2 milliards"])
def test_scalars_stay_the_text_that_was_written(text: str) -> None:
    assert plain(compose(f"a: {text}\n")[0]) == {"a": text}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 26,2 milliards\n", "1:4-18"),
        ("# é\na:\n  - dépassant les 26\n", "3:5-21"),
        ('a: "26,2 milliards"\n', "1:4-20"),
        ("a: 😀 26\n", "1:4-8"),
        ("\ufeffa: 26\n", "1:4-6"),
        ("x: 1\r\na: 26\r\n", "2:4-6"),
        ('x: "1\u2028"\na: 26\n', "2:4-6"),
    ],
)
def test_places_count_code_points_from_1_with_the_end_exclusive(text: str, place: str) -> None:
    file = decoded("a.yaml", text.encode())
    tree = composed(file)
    assert tree is not None
    node = tree.entries["a"][1]
    node = node.items[0] if isinstance(node, ListNode) else node
    found = file.place_of(node)
    assert f"{found.line}:{found.column}-{found.end_column}" == place
    assert found.end_line == found.line


WRONG = [
    ("", "1:1", "the file is empty"),
    ("# nothing but a remark\n", "1:1", "the file is empty"),
    ("- a\n- b\n", "1:1", "the file does not begin with a key"),
    ("a:\n\tb: c\n", "2:1", "a tab: YAML is indented with spaces"),
    ("a: &x b\n", "1:4", "an anchor: &x"),
    ("a: *x\n", "1:4", "an alias: *x"),
    ("a: !!int 3\n", "1:4", "a tag: tag:yaml.org,2002:int"),
    ("<<: {a: b}\n", "1:1", "a merge key"),
    ("a: 1\nb: 2\na: 3\n", "3:1", "a stands here twice"),
    ("a: 1\n---\nb: 2\n", "2:1", "a second document begins here"),
    ("[a]: b\n", "1:1", "a key must be text"),
    ("x: {a: 26,17 milliards}\n", "1:8", "YAML takes the comma for a separator"),
    ("x: {a: plus de 26, soit 3 %, b: c}\n", "1:8", "YAML takes the comma for a separator"),
    ("x: [26,17 milliards, b]\n", "1:5", "YAML takes the comma for a separator"),
    ("a: soit : 3\n", "1:9", "a colon where no key can stand"),
    ("a: b\nfoo\n", "2:1", "neither a key nor the rest of a text: there is no colon"),
    ('a: "b\n', "1:4", "the quotation mark is never closed"),
    ("a: [b\nc: d\n", "1:4", "the bracket [ is never closed"),
    ("a: {b: c\n", "1:4", "the brace { is never closed"),
    ("a: %\n", "1:4", "a text cannot begin with %"),
    ("a: @b\n", "1:4", "a text cannot begin with @"),
    ("a: é\x01\n", "1:5", "a control character: U+0001"),
    ('a: "b" c\n', "1:8", "this does not belong to what stands before it"),
    ("  a: b\nc: d\n", "2:1", "this does not belong to what stands before it"),
    ("- a\nb: c\n", "2:1", "this does not belong to the list before it"),
    ('a: "\\q"\n', "1:5", "no such escape: \\ has a meaning inside double quotes"),
    ("a: " + "[" * 25 + "]" * 25 + "\n", "1:23", "nested more than 20 levels deep"),
]


@pytest.mark.parametrize(("text", "place", "message"), WRONG)
def test_what_is_no_plain_yaml_is_said_at_its_place(text: str, place: str, message: str) -> None:
    _, file = compose(text)
    found = [(f"{each.place.line}:{each.place.column}", str(each.message)) for each in file.problems]
    assert found == [(place, message)]


def test_a_comma_that_split_a_quote_is_mended_so_that_nothing_else_goes_wrong() -> None:
    tree, file = compose("x: {a: 26,17 milliards, b: c}\n")
    assert plain(tree) == {"x": {"a": "26,17 milliards", "b": "c"}}
    assert str(file.problems[0].hint) == 'quote it: "26,17 milliards"'


def test_other_lists_in_brackets_are_lists() -> None:
    assert plain(compose("x: [a,b, 3 %, 2024, 2025]\n")[0]) == {"x": ["a", "b", "3 %", "2024", "2025"]}


def test_what_is_not_utf8_is_named_with_its_byte() -> None:
    file = decoded("a.yaml", "a: 1\nb: é".encode() + b"\xe9t\xe9\nc: 2\n")
    (problem,) = file.problems
    assert str(problem.message) == "not UTF-8: byte 10 is 0xe9"
    assert (problem.place.line, problem.place.column, problem.line) == (2, 5, "b: é\ufffdt\ufffd")


SCALARS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=12)
TREES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(SCALARS, inner, min_size=1, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(SCALARS.filter(lambda key: key != "<<"), TREES, min_size=1, max_size=4), st.booleans())
def test_nodes_hold_what_pyyaml_loads(tree: dict[str, object], flow: bool) -> None:
    text = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=flow, width=10**6)
    node, file = compose(text)
    if any(each.text == "<<" for each in _keys(node)):
        return
    if not file.problems:
        assert plain(node) == yaml.load(text, yaml.CBaseLoader)


def _keys(node: Node | None) -> list[TextNode]:
    if isinstance(node, MapNode):
        return [each for key, value in node.entries.values() for each in (key, *_keys(value))]
    return [each for item in node.items for each in _keys(item)] if isinstance(node, ListNode) else []


@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_whatever_the_bytes_are_they_are_nodes_or_problems(data: bytes) -> None:
    file = decoded("a.yaml", data)
    node = None if file.problems else composed(file)
    assert node is not None or file.problems
    for problem in file.problems:
        assert problem.place.line >= 1
        assert problem.place.column >= 1


def test_a_binary_file_is_told_by_its_byte_and_shows_no_line() -> None:
    (problem,) = decoded("claims.yaml", b"\xcf\x00\x1b[31m\x07").problems
    assert str(problem.message) == "not UTF-8: byte 0 is 0xcf"
    assert problem.line == ""
